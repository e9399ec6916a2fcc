import type { Change, NewPackageStatus } from '../../cellar/change.ts'
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
