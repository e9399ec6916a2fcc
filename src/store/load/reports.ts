import type { BranchId, CareWorkerId, VisitId } from '../../cellar/ids.ts'
import { visitId } from '../../cellar/ids.ts'
import type { Instant } from '../../cellar/local-time.ts'
import type { PhoneNumber } from '../../cellar/phone-number.ts'
import type { OpenQuestion } from '../../matter/act/store.ts'
import type { Transaction } from '../database.ts'

/** The last question put to a number that is still waiting for its answer. */
export async function openQuestion(
  tx: Transaction,
  number: PhoneNumber,
  branchId: BranchId,
  now: Instant,
): Promise<OpenQuestion | undefined> {
  const row = await tx.awaitedAnswer.findFirst({
    where: { number, branchId, answeredAt: null, expiresAt: { gt: new Date(now) } },
    orderBy: { askedAt: 'desc' },
  })
  if (row === null) return undefined
  const details = typeof row.details === 'object' && row.details !== null && !Array.isArray(row.details) ? row.details : {}
  return { id: row.id, about: row.about, details, askedAt: row.askedAt.getTime() }
}

/** The visit of a care worker's last standing report of lateness since a moment: what UNDO takes back. */
export async function lastReportOf(
  tx: Transaction,
  careWorker: CareWorkerId,
  since: Instant,
): Promise<{ visitId: VisitId } | undefined> {
  const rows = await tx.$queryRaw<{ visit_id: string }[]>`
    SELECT e.visit_id FROM visit_event e
     WHERE e.care_worker_id = ${careWorker}::uuid AND e.kind = 'late' AND e.retracts_id IS NULL
       AND e.visit_id IS NOT NULL AND e.received_at >= ${new Date(since)}
       AND NOT EXISTS (SELECT 1 FROM visit_event r WHERE r.retracts_id = e.id)
     ORDER BY e.received_at DESC, e.ord DESC LIMIT 1`
  const [row] = rows
  return row && { visitId: visitId(row.visit_id) }
}
