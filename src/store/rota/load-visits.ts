import type { VisitsQuery } from '../../rota/act/rota-store.ts'
import type { StoredVisit } from '../../rota/import/rota-changes.ts'
import type { Transaction } from '../database.ts'
import { objectOf } from './load-people.ts'

/** Visits by reference, and those planned on the given days or a day beside them; nothing is locked. */
export async function loadVisits(tx: Transaction, query: VisitsQuery): Promise<Map<string, StoredVisit>> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    SELECT v.id FROM visit v
     WHERE v.branch_id = ${query.branchId}::uuid AND v.source = ${query.source} AND v.ref = ANY(${[...query.refs]}::text[])
    UNION
    SELECT v.id FROM visit_plan p JOIN visit v ON v.id = p.visit_id
     WHERE p.planned_start >= ${query.from}::date - 1 AND p.planned_start < ${query.until}::date + 2
       AND v.branch_id = ${query.branchId}::uuid AND v.source = ${query.source}`
  const visits = await readVisits(
    tx,
    found.map((row) => row.id),
  )
  return new Map(visits.map((visit) => [visit.ref, visit]))
}

/** Locks visits in the order of their ids, like every other transaction, and reads them again. */
export async function lockVisits(tx: Transaction, ids: readonly string[]): Promise<StoredVisit[]> {
  await tx.$queryRaw`SELECT id FROM visit WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`
  return readVisits(tx, ids)
}

interface Row {
  id: string
  ref: string
  service_user_id: string
  imported_row: unknown
  rev: number
  status: string
  planned_start: Date
  local_date: string
  open: { slot: number; worker: string | null; by: string }[] | null
}

/** One statement for all of them: a week is some 1,500 visits. */
async function readVisits(tx: Transaction, ids: readonly string[]): Promise<StoredVisit[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT v.id, v.ref, v.service_user_id, v.imported_row, p.rev, p.status, p.planned_start, p.local_date::text AS local_date,
           (SELECT jsonb_agg(jsonb_build_object('slot', a.slot, 'worker', a.care_worker_id, 'by', a.by))
              FROM visit_allocation a WHERE a.visit_id = v.id AND a.until_at IS NULL) AS open
      FROM visit v
      JOIN LATERAL (SELECT * FROM visit_plan p WHERE p.visit_id = v.id ORDER BY rev DESC LIMIT 1) p ON true
     WHERE v.id = ANY(${[...ids]}::uuid[])`
  return rows.map((row) => ({
    id: row.id,
    ref: row.ref,
    serviceUserId: row.service_user_id,
    row: objectOf(row.imported_row),
    rev: row.rev,
    status: row.status,
    start: row.planned_start.getTime(),
    localDate: row.local_date,
    open: (row.open ?? []).map(({ slot, worker, by }) => ({ slot, careWorkerId: worker ?? undefined, by })),
  }))
}
