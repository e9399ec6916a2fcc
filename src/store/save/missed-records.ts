import type { NewMissedRecord } from '../../cellar/change.ts'
import type { Transaction } from '../database.ts'

/**
 * The record's number is the branch's next, and so is the incident's: the branch is locked by a statement before them.
 * Opened once for a visit, whoever finds it missed.
 */
export function openMissedRecord(tx: Transaction, r: NewMissedRecord) {
  const at = new Date(r.openedAt)
  const lock = tx.$queryRaw`SELECT id FROM branch WHERE id = ${r.branchId}::uuid FOR NO KEY UPDATE`
  const record = tx.$executeRaw`
    INSERT INTO missed_visit_record (id, agency_id, branch_id, visit_id, number, opened_at, definition_key, definition_version, missed_minutes,
                                     discussion, further_action, actioned_by)
    SELECT ${r.id}::uuid, ${r.agencyId}::uuid, ${r.branchId}::uuid, ${r.visitId}::uuid,
           coalesce((SELECT max(number) FROM missed_visit_record WHERE branch_id = ${r.branchId}::uuid), 0) + 1,
           ${at}, ${r.definitionKey}, ${r.definitionVersion}, ${r.missedMinutes}, '', '', ''
    ON CONFLICT (visit_id) DO NOTHING`
  const incident = tx.$executeRaw`
    INSERT INTO incident (id, agency_id, branch_id, visit_id, kind, number, opened_at)
    SELECT ${r.incidentId}::uuid, ${r.agencyId}::uuid, ${r.branchId}::uuid, ${r.visitId}::uuid, 'missed-visit',
           coalesce((SELECT max(number) FROM incident WHERE branch_id = ${r.branchId}::uuid), 0) + 1, ${at}
    ON CONFLICT (visit_id, kind) DO NOTHING`
  return Promise.all([lock, record, incident])
}
