import { randomUUID } from 'node:crypto'
import type { PlaceOfImport } from '../../rota/act/rota-store.ts'
import type { NewAllocation, RotaChanges } from '../../rota/import/rota-changes.ts'
import type { Transaction } from '../database.ts'
import { json } from '../save/values.ts'
import { day } from './people-data.ts'

/** Writes visits, appends plans and allocations, and ends the allocations that others replace. */
export async function saveVisits(
  tx: Transaction,
  changes: RotaChanges,
  place: PlaceOfImport,
  onWritten: (rows: number) => void,
): Promise<void> {
  await insertVisits(tx, changes, place, onWritten)
  await updateVisits(tx, changes)
  onWritten(changes.visits.filter((one) => !one.isNew).length)
  await appendPlans(tx, changes, place)
  onWritten(changes.visitPlans.length)
  await closeAllocations(tx, changes, place)
  await appendAllocations(tx, changes, place)
  onWritten(changes.allocations.length + changes.closedAllocations.length)
}

/** Rows a statement: few enough that the progress is seen, and below the limit of parameters. */
const AT_ONCE = 500

async function insertVisits(
  tx: Transaction,
  changes: RotaChanges,
  place: PlaceOfImport,
  onWritten: (rows: number) => void,
): Promise<void> {
  const data = changes.visits
    .filter((one) => one.isNew)
    .map(({ id, ref, serviceUserId, row, visit }) => ({
      id,
      agencyId: place.agencyId,
      branchId: place.branchId,
      source: place.source,
      ref,
      serviceUserId,
      visitType: visit.visitType,
      careWorkersRequired: visit.careWorkersRequired,
      funderRef: visit.funderRef,
      packageRef: visit.packageRef,
      notes: visit.notes,
      importedRow: json(row),
    }))
  for (const rows of batches(data)) {
    await tx.visit.createMany({ data: rows })
    onWritten(rows.length)
  }
}

async function updateVisits(tx: Transaction, changes: RotaChanges): Promise<void> {
  const rows = changes.visits
    .filter((one) => !one.isNew)
    .map(({ id, row, visit }) => ({
      id,
      visit_type: visit.visitType,
      care_workers_required: visit.careWorkersRequired,
      funder_ref: visit.funderRef,
      package_ref: visit.packageRef,
      notes: visit.notes,
      imported_row: row,
    }))
  if (rows.length === 0) return
  await tx.$executeRaw`
    UPDATE visit v
       SET visit_type = r.visit_type, care_workers_required = r.care_workers_required, funder_ref = r.funder_ref,
           package_ref = r.package_ref, notes = r.notes, imported_row = r.imported_row
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS r(id uuid, visit_type text, care_workers_required int, funder_ref text, package_ref text, notes text, imported_row jsonb)
     WHERE v.id = r.id`
}

async function appendPlans(tx: Transaction, changes: RotaChanges, place: PlaceOfImport): Promise<void> {
  const data = changes.visitPlans.map(({ visitId, rev, visit, timeCritical, timeCriticalReason, reason }) => ({
    visitId,
    rev,
    plannedStart: new Date(visit.start),
    plannedEnd: new Date(visit.end),
    localDate: dayOf(visit.localDate),
    timeCritical,
    timeCriticalReason,
    toleranceMinutes: visit.toleranceMinutes ?? null,
    status: visit.status,
    by: 'import',
    reason,
    recordedAt: new Date(place.now),
  }))
  for (const rows of batches(data)) await tx.visitPlan.createMany({ data: rows })
}

async function closeAllocations(tx: Transaction, changes: RotaChanges, place: PlaceOfImport): Promise<void> {
  if (changes.closedAllocations.length === 0) return
  const rows = changes.closedAllocations.map(({ visitId, slot }) => ({ visit_id: visitId, slot }))
  await tx.$executeRaw`
    UPDATE visit_allocation a SET until_at = ${new Date(place.now)}
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(visit_id uuid, slot int)
     WHERE a.visit_id = r.visit_id AND a.slot = r.slot AND a.until_at IS NULL`
}

async function appendAllocations(tx: Transaction, changes: RotaChanges, place: PlaceOfImport): Promise<void> {
  const runs = await runIds(tx, changes.allocations, place.branchId)
  const data = changes.allocations.map((one) => ({
    id: one.id,
    visitId: one.visitId,
    slot: one.slot,
    careWorkerId: one.careWorkerId,
    runId: runs.get(runKey(one.careWorkerId, one.localDate)) ?? null,
    runRef: one.runRef,
    runOrder: one.runOrder ?? null,
    travelMinutes: one.travelMinutes ?? null,
    fromAt: new Date(place.now),
    by: 'import',
  }))
  for (const rows of batches(data)) await tx.visitAllocation.createMany({ data: rows })
}

/** A run is one care worker's visits of a day: made where it is missing. */
async function runIds(
  tx: Transaction,
  allocations: readonly NewAllocation[],
  branchId: string,
): Promise<Map<string, string>> {
  const wanted = [...new Map(allocations.map((one) => [runKey(one.careWorkerId, one.localDate), one])).values()]
  await tx.run.createMany({
    data: wanted.map(({ careWorkerId, localDate }) => ({
      id: randomUUID(),
      branchId,
      careWorkerId,
      localDate: dayOf(localDate),
    })),
    skipDuplicates: true,
  })
  const rows = await tx.run.findMany({
    where: {
      careWorkerId: { in: [...new Set(wanted.map((one) => one.careWorkerId))] },
      localDate: { in: [...new Set(wanted.map((one) => one.localDate))].map(dayOf) },
    },
  })
  return new Map(rows.map((row) => [runKey(row.careWorkerId, row.localDate.toISOString().slice(0, 10)), row.id]))
}

function runKey(careWorkerId: string, localDate: string): string {
  return `${careWorkerId} ${localDate}`
}

function dayOf(date: string): Date {
  return day(date) ?? new Date(Number.NaN)
}

function batches<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / AT_ONCE) }, (_, n) => rows.slice(n * AT_ONCE, (n + 1) * AT_ONCE))
}
