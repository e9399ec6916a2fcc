import { randomUUID } from 'node:crypto'
import type { PlaceOfImport } from '../../rota/act/rota-store.ts'
import type { NewAllocation, RotaChanges } from '../../rota/import/rota-changes.ts'
import type { Transaction } from '../database.ts'
import { askForALook, type ChangedByRota } from '../save/checks.ts'
import { instant } from './people-data.ts'
import type { ColumnRow, Table } from './write-rows.ts'
import { addMissingRows, writeRows } from './write-rows.ts'

/** Writes visits, appends plans and allocations, and ends the allocations that others replace. */
export async function saveVisits(
  tx: Transaction,
  changes: RotaChanges,
  place: PlaceOfImport,
  onWritten: (rows: number) => void,
): Promise<void> {
  const write = async (table: Table, rows: ColumnRow[]) => {
    for (let done = 0; done < rows.length; done += AT_ONCE) {
      const some = rows.slice(done, done + AT_ONCE)
      await writeRows(tx, table, some)
      onWritten(some.length)
    }
  }
  await write('visit', visitRows(changes, place))
  await write('visit_plan', planRows(changes, place))
  await closeAllocations(tx, changes, place)
  onWritten(changes.closedAllocations.length)
  await write('visit_allocation', await allocationRows(tx, changes, place))
  await askForALook(tx, whatTheRotaChanged(changes), place.branchId, place.now)
}

/** Visits that are planned or staffed otherwise now, and people whose package is. */
function whatTheRotaChanged(changes: RotaChanges): ChangedByRota {
  const touched = [...changes.visitPlans, ...changes.closedAllocations, ...changes.allocations]
  return {
    visits: [...new Set(touched.map((one) => one.visitId))],
    serviceUsers: [...new Set(changes.statuses.map((one) => one.serviceUserId))],
  }
}

/** Rows a statement: few enough that the progress is seen. */
const AT_ONCE = 500

function visitRows(changes: RotaChanges, place: PlaceOfImport): ColumnRow[] {
  return changes.visits.map(({ id, ref, serviceUserId, row, visit }) => ({
    id,
    agency_id: place.agencyId,
    branch_id: place.branchId,
    source: place.source,
    ref,
    service_user_id: serviceUserId,
    visit_type: visit.visitType,
    care_workers_required: visit.careWorkersRequired,
    funder_ref: visit.funderRef,
    package_ref: visit.packageRef,
    notes: visit.notes,
    imported_row: row,
  }))
}

function planRows(changes: RotaChanges, place: PlaceOfImport): ColumnRow[] {
  return changes.visitPlans.map(({ visitId, rev, visit, timeCritical, timeCriticalReason, reason }) => ({
    visit_id: visitId,
    rev,
    planned_start: instant(visit.start),
    planned_end: instant(visit.end),
    local_date: visit.localDate,
    time_critical: timeCritical,
    time_critical_reason: timeCriticalReason,
    tolerance_minutes: visit.toleranceMinutes ?? null,
    status: visit.status,
    by: 'import',
    reason,
    recorded_at: instant(place.now),
  }))
}

async function closeAllocations(tx: Transaction, changes: RotaChanges, place: PlaceOfImport): Promise<void> {
  if (changes.closedAllocations.length === 0) return
  const rows = changes.closedAllocations.map(({ visitId, slot }) => ({ visit_id: visitId, slot }))
  await tx.$executeRaw`
    UPDATE visit_allocation a SET until_at = ${new Date(place.now)}
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(visit_id uuid, slot int)
     WHERE a.visit_id = r.visit_id AND a.slot = r.slot AND a.until_at IS NULL`
}

async function allocationRows(tx: Transaction, changes: RotaChanges, place: PlaceOfImport): Promise<ColumnRow[]> {
  const runs = await runIds(tx, changes.allocations, place.branchId)
  return changes.allocations.map((one) => ({
    id: one.id,
    visit_id: one.visitId,
    slot: one.slot,
    care_worker_id: one.careWorkerId,
    run_id: runs.get(runKey(one.careWorkerId, one.localDate)) ?? null,
    run_ref: one.runRef,
    run_order: one.runOrder ?? null,
    travel_minutes: one.travelMinutes ?? null,
    from_at: instant(place.now),
    by: 'import',
  }))
}

/** A run is one care worker's visits of a day: made where it is missing. */
async function runIds(
  tx: Transaction,
  allocations: readonly NewAllocation[],
  branchId: string,
): Promise<Map<string, string>> {
  if (allocations.length === 0) return new Map()
  const wanted = [...new Map(allocations.map((one) => [runKey(one.careWorkerId, one.localDate), one])).values()]
  const rows = wanted.map(({ careWorkerId, localDate }) => ({
    id: randomUUID(),
    branch_id: branchId,
    care_worker_id: careWorkerId,
    local_date: localDate,
  }))
  await addMissingRows(tx, 'run', rows)
  const stored = await tx.$queryRaw<{ id: string; care_worker_id: string; day: string }[]>`
    SELECT r.id, r.care_worker_id, r.local_date::text AS day
      FROM run r
      JOIN jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS w(care_worker_id uuid, local_date date)
        ON w.care_worker_id = r.care_worker_id AND w.local_date = r.local_date`
  return new Map(stored.map((row) => [runKey(row.care_worker_id, row.day), row.id]))
}

function runKey(careWorkerId: string, localDate: string): string {
  return `${careWorkerId} ${localDate}`
}
