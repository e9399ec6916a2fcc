import type { Change, NewPackageStatus } from '../../cellar/change.ts'
import type { VisitId } from '../../cellar/ids.ts'
import type { Instant } from '../../cellar/local-time.ts'
import type { Transaction } from '../database.ts'

/** What people say of a package stands beside what the rota says; whatever took effect last holds. */
export function addPackageStatus(tx: Transaction, status: NewPackageStatus) {
  return tx.serviceUserStatus.createMany({
    skipDuplicates: true,
    data: { ...status, fromAt: new Date(status.fromAt), receivedAt: new Date(status.receivedAt) },
  })
}

/**
 * Ends an allocation and begins another in the same slot, in one statement. Who was initially allocated stays on record
 * (P-083); where the first does not have the visit any more, nothing changes.
 */
export function reallocate(tx: Transaction, change: Extract<Change, { kind: 'visit-reallocated' }>) {
  const { visitId, from, to, allocationId, at, by } = change
  const when = new Date(at)
  return tx.$executeRaw`
    WITH ended AS (
      UPDATE visit_allocation SET until_at = ${when}
       WHERE visit_id = ${visitId}::uuid AND care_worker_id = ${from}::uuid AND until_at IS NULL
      RETURNING visit_id, slot, run_ref, run_order, travel_minutes)
    INSERT INTO visit_allocation (id, visit_id, slot, care_worker_id, run_ref, run_order, travel_minutes, from_at, by)
    SELECT ${allocationId}::uuid, visit_id, slot, ${to}::uuid, run_ref, run_order, travel_minutes, ${when}, ${by} FROM ended LIMIT 1`
}

/** Asked for by `askForALook`, and done. */
export function visitLookedAt(tx: Transaction, id: VisitId) {
  return tx.visit.updateMany({
    where: { id, checkKind: LOOK_AGAIN },
    data: { nextCheckAt: null, checkKind: null, checkFailures: 0 },
  })
}

/**
 * The rota has changed what people may have been told of: these visits are looked at again as soon as this is committed,
 * by whichever worker runs. A visit that nobody has said anything about has nothing to be looked at.
 */
export async function askForALook(tx: Transaction, which: { visits: string[]; serviceUsers: string[] }, at: Instant) {
  if (which.visits.length + which.serviceUsers.length === 0) return
  await tx.$executeRaw`
    UPDATE visit v SET next_check_at = ${new Date(at)}, check_kind = ${LOOK_AGAIN}, check_failures = 0
     WHERE (v.id = ANY(${which.visits}::uuid[])
            OR (v.service_user_id = ANY(${which.serviceUsers}::uuid[])
                AND EXISTS (SELECT 1 FROM matter m WHERE m.visit_id = v.id AND m.closed_at IS NULL)))
       AND EXISTS (SELECT 1 FROM visit_event e WHERE e.visit_id = v.id)`
}

const LOOK_AGAIN = 'look-again'
