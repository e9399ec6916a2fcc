import { randomUUID } from 'node:crypto'
import type { Instant } from '../cellar/local-time.ts'
import { ITEM_KINDS } from '../office-list/new-item.ts'
import type { Database, Transaction } from './database.ts'
import { Prisma } from './prisma-client/client.ts'

/** The rows whose steps can fail, and the column that says when to try again. */
const TABLES = {
  inbound: { table: Prisma.raw('inbound_delivery'), due: Prisma.raw('next_try_at') },
  contact: { table: Prisma.raw('contact'), due: Prisma.raw('next_due_at') },
  matter: { table: Prisma.raw('matter'), due: Prisma.raw('next_due_at') },
  'office-item': { table: Prisma.raw('office_item'), due: Prisma.raw('next_due_at') },
  'look-up': { table: Prisma.raw('attempt'), due: Prisma.raw('look_up_at') },
  'attempt-ended': { table: Prisma.raw('attempt'), due: Prisma.raw('look_up_at') },
} as const

export type FailingKind = keyof typeof TABLES

const FAILURES_BEFORE_A_HUMAN = 3
const LONGEST_BACK_OFF_MS = 60_000

/**
 * A step threw: it is tried again after 2, 4, 8 … at most 60 seconds, for ever; at the third failure a human is told that
 * the line needs one (design 1.2). Returns how often it has failed.
 */
export async function recordFailure(database: Database, kind: FailingKind, id: string, now: Instant): Promise<number> {
  return database.$transaction(async (tx) => {
    const { table, due } = TABLES[kind]
    const rows = await tx.$queryRaw<{ failures: number }[]>`
      UPDATE ${table} SET failures = failures + 1 WHERE id = ${id}::uuid RETURNING failures`
    const failures = rows[0]?.failures ?? 0
    const backOff = Math.min(LONGEST_BACK_OFF_MS, 1000 * 2 ** failures)
    await tx.$executeRaw`UPDATE ${table} SET ${due} = ${new Date(now + backOff)} WHERE id = ${id}::uuid AND ${due} IS NOT NULL`
    if (failures === FAILURES_BEFORE_A_HUMAN && kind !== 'office-item') await tellHuman(tx, kind, id, now)
    return failures
  })
}

async function tellHuman(tx: Transaction, kind: FailingKind, id: string, now: Instant): Promise<void> {
  const place = await placeOf(tx, kind, id)
  if (place === undefined) return
  await tx.officeItem.createMany({
    skipDuplicates: true,
    data: {
      id: randomUUID(),
      ...place,
      kind: 'line-needs-a-human',
      what: ITEM_KINDS['line-needs-a-human'],
      details: { step: kind, row: id },
      subject: `${kind} ${id}`,
      createdAt: new Date(now),
      dueAt: new Date(now),
      nextDueAt: new Date(now),
    },
  })
}

/** The branch a row belongs to; a text that failed belongs to the line it was sent to. */
async function placeOf(
  tx: Transaction,
  kind: FailingKind,
  id: string,
): Promise<{ agencyId: string; branchId: string } | undefined> {
  if (kind !== 'inbound') {
    const rows = await tx.$queryRaw<{ agency_id: string; branch_id: string }[]>`
      SELECT agency_id, branch_id FROM ${TABLES[kind].table} WHERE id = ${id}::uuid`
    const [row] = rows
    return row && { agencyId: row.agency_id, branchId: row.branch_id }
  }
  const rows = await tx.$queryRaw<{ agency_id: string; branch_id: string }[]>`
    SELECT b.agency_id, b.id AS branch_id FROM inbound_delivery d
      JOIN phone_line l ON l.e164 IN (d.raw->>'To', d.raw->>'From') JOIN branch b ON b.id = l.branch_id WHERE d.id = ${id}::uuid`
  const [row] = rows
  return row && { agencyId: row.agency_id, branchId: row.branch_id }
}
