import type { Change, NewMatter } from '../../cellar/change.ts'
import type { MatterId } from '../../cellar/ids.ts'
import type { Transaction } from '../database.ts'
import { optionalInstant } from './values.ts'

/** One open matter of a kind for a subject: the second to open it changes nothing. */
export function openMatter(tx: Transaction, m: NewMatter) {
  return tx.$executeRaw`
    INSERT INTO matter (id, agency_id, branch_id, kind, subject_id, visit_id, service_user_id, risk_at, reasons, next_step, next_due_at, opened_at)
    VALUES (${m.id}::uuid, ${m.agencyId}::uuid, ${m.branchId}::uuid, ${m.kind}, ${m.subjectId}::uuid, ${m.visitId ?? null}::uuid,
            ${m.serviceUserId ?? null}::uuid, ${new Date(m.riskAt)}, ${m.reasons}::text[], ${m.nextStep}, ${new Date(m.nextDueAt)},
            ${new Date(m.openedAt)})
    ON CONFLICT DO NOTHING`
}

export function moveMatter(tx: Transaction, move: Extract<Change, { kind: 'matter-moved' }>) {
  return tx.$executeRaw`
    UPDATE matter SET next_step = ${move.nextStep}, next_due_at = ${new Date(move.nextDueAt)}, failures = 0,
                      risk_at = coalesce(${optionalInstant(move.riskAt)}, risk_at),
                      reasons = coalesce(${move.reasons ?? null}::text[], reasons)
     WHERE id = ${move.id}::uuid AND closed_at IS NULL`
}

/** The evidence first, with its own time, which may lie before: the table refuses a matter that is closed without it. */
export async function closeMatter(tx: Transaction, closed: Extract<Change, { kind: 'matter-closed' }>) {
  const { id, evidence } = closed
  const { eventId, callId, at, ...rest } = evidence
  await tx.safetyEvidence.create({
    data: { ...rest, matterId: id, eventId: eventId ?? null, callId: callId ?? null, at: new Date(at) },
  })
  const when = new Date(closed.at)
  await endClimbs(tx, id, evidence.statement, when)
  return tx.matter.updateMany({
    where: { id, closedAt: null },
    data: { closedAt: when, evidenceId: evidence.id, nextDueAt: null, nextStep: 'closed' },
  })
}

/** Nobody is rung for it any more, and whoever had it has done. */
async function endClimbs(tx: Transaction, id: MatterId, why: string, when: Date) {
  await tx.$executeRaw`
    WITH climbs AS (
      UPDATE escalation SET ended_at = ${when}, ended_why = ${why} WHERE matter_id = ${id}::uuid AND ended_at IS NULL
    )
    UPDATE acceptance SET released_at = ${when}, release_reason = ${why} WHERE matter_id = ${id}::uuid AND released_at IS NULL`
}
