import { randomUUID } from 'node:crypto'
import type { Instant } from '../cellar/local-time.ts'
import type { Database } from './database.ts'

/** What only a human knows of a late visit (P-079): whatever is left out stays as it was entered before. */
export interface EnteredAction {
  actionToBeTaken?: string
  actionedBy?: string
}

/**
 * Enters it on a Late Visit Record, and keeps what was entered as a fact of the visit: an entry that is corrected later
 * is not lost.
 *
 * @returns the branch of the record; or which branches have one of this number, where that is not one
 */
export async function enterAction(
  database: Database,
  which: { number: number; branch: string | undefined },
  entered: EnteredAction,
  now: Instant,
): Promise<{ branchId: string } | { branches: string[] }> {
  return database.$transaction(async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT r.id, r.agency_id, r.branch_id, r.visit_id, b.name FROM late_visit_record r JOIN branch b ON b.id = r.branch_id
       WHERE r.number = ${which.number}::int AND (${which.branch ?? null}::text IS NULL OR b.name = ${which.branch ?? null}::text)
       ORDER BY b.name FOR NO KEY UPDATE OF r`
    const [record, another] = rows
    if (record === undefined || another !== undefined) return { branches: rows.map((row) => row.name) }
    const actionedAt = entered.actionedBy === undefined ? {} : { actionedAt: new Date(now) }
    await tx.lateVisitRecord.update({ where: { id: record.id }, data: { ...entered, ...actionedAt } })
    await tx.visitEvent.create({
      data: {
        id: randomUUID(),
        agencyId: record.agency_id,
        branchId: record.branch_id,
        visitId: record.visit_id,
        kind: 'record-entry',
        source: 'office',
        sourceRef: randomUUID(),
        n: 1,
        evidence: 'own statement',
        details: { ...entered },
        receivedAt: new Date(now),
      },
    })
    return { branchId: record.branch_id }
  })
}

interface Row {
  id: string
  agency_id: string
  branch_id: string
  visit_id: string
  name: string
}
