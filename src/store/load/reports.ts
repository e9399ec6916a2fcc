import type { BranchId, CareWorkerId, EventId, VisitId } from '../../cellar/ids.ts'
import { eventId, visitId } from '../../cellar/ids.ts'
import type { Instant } from '../../cellar/local-time.ts'
import type { PhoneNumber } from '../../cellar/phone-number.ts'
import type { OpenQuestion } from '../../matter/act/store.ts'
import { NOT_COMING } from '../../rota/visit-now.ts'
import type { Transaction } from '../database.ts'
import { detailsOf } from './values.ts'

/** The last question put to a number that is still waiting for its answer. */
export async function openQuestion(
  tx: Transaction,
  number: PhoneNumber,
  branchId: BranchId,
  now: Instant,
): Promise<OpenQuestion | undefined> {
  const [row] = await tx.$queryRaw<{ id: string; about: string; details: unknown; asked_at: Date }[]>`
    SELECT id, about, details, asked_at FROM awaited_answer
     WHERE number = ${number} AND branch_id = ${branchId}::uuid AND answered_at IS NULL AND expires_at > ${new Date(now)}
     ORDER BY asked_at DESC LIMIT 1`
  return row && { id: row.id, about: row.about, details: detailsOf(row.details), askedAt: row.asked_at.getTime() }
}

/** Whether a number was ever asked this about a visit, answered or not: nothing is asked twice. */
export async function wasAsked(
  tx: Transaction,
  { number, about, visit, since }: { number: PhoneNumber; about: string; visit: string; since: Instant },
): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM awaited_answer
     WHERE number = ${number} AND asked_at > ${new Date(since)} AND about = ${about} AND details->>'visit' = ${visit} LIMIT 1`
  return rows.length > 0
}

/**
 * What a care worker's last text or call said of visits' times, as far as it still stands, since a moment: what UNDO
 * takes back. In the order of the visits' ids, in which they are locked.
 */
export async function lastSaidOf(
  tx: Transaction,
  careWorker: CareWorkerId,
  since: Instant,
): Promise<{ visitId: VisitId; eventId: EventId }[]> {
  const rows = await tx.$queryRaw<{ id: string; visit_id: string }[]>`
    WITH said AS (
      SELECT e.id, e.visit_id, e.source, e.source_ref, e.received_at, e.ord FROM visit_event e
       WHERE e.care_worker_id = ${careWorker}::uuid AND e.kind = ANY(${TAKEN_BACK}) AND e.retracts_id IS NULL
         AND e.visit_id IS NOT NULL AND e.received_at >= ${new Date(since)}
         AND NOT EXISTS (SELECT 1 FROM visit_event r WHERE r.retracts_id = e.id)
    ), last AS (SELECT source, source_ref FROM said ORDER BY received_at DESC, ord DESC LIMIT 1)
    SELECT said.id, said.visit_id FROM said JOIN last USING (source, source_ref) ORDER BY said.visit_id, said.ord`
  return rows.map((row) => ({ visitId: visitId(row.visit_id), eventId: eventId(row.id) }))
}

const TAKEN_BACK = ['late', 'arrived', 'left', ...NOT_COMING]
