import { randomUUID } from 'node:crypto'
import type { Instant } from '../cellar/local-time.ts'
import type { ItemKind } from '../office-list/new-item.ts'
import type { Database, Transaction } from './database.ts'
import { anyBranch } from './load/branches.ts'
import { Prisma } from './prisma-client/client.ts'

/** The rows whose steps can fail, the column that says when to try again, and the one that counts. */
const TABLES = {
  inbound: row('inbound_delivery', 'next_try_at'),
  contact: row('contact', 'next_due_at'),
  matter: row('matter', 'next_due_at'),
  'office-item': row('office_item', 'next_due_at'),
  'look-up': row('attempt', 'look_up_at'),
  'hand-over': row('handover', 'next_due_at'),
  'on-call': row('on_call_watch', 'next_due_at'),
  'branch-visits': row('visit_watch', 'next_due_at'),
  'attempt-ended': row('attempt', 'settle_after', 'settle_failures', 'settled_at IS NULL'),
  visit: row('visit', 'next_check_at', 'check_failures'),
} as const

function row(table: string, due: string, failures = 'failures', waits = `${due} IS NOT NULL`) {
  return { table: Prisma.raw(table), due: Prisma.raw(due), failures: Prisma.raw(failures), waits: Prisma.raw(waits) }
}

export type FailingKind = keyof typeof TABLES

const FAILURES_BEFORE_A_HUMAN = 3
/** With a minute between two tries, a human is told again after half an hour, if it still fails. */
const FAILURES_BEFORE_THE_NEXT = 30
const LONGEST_BACK_OFF_MS = 60_000

/**
 * A step threw: it is tried again after 2, 4, 8 … at most 60 seconds, for ever; at the third failure a human is told that
 * the line needs one, and again as long as it fails (design 1.2). Returns how often it has failed.
 */
export async function recordFailure(database: Database, kind: FailingKind, id: string, now: Instant): Promise<number> {
  return database.$transaction(async (tx) => {
    const { table, due, failures: count, waits } = TABLES[kind]
    if (kind === 'on-call' || kind === 'branch-visits') await addFirstLook(tx, kind, id, new Date(now))
    const rows = await tx.$queryRaw<{ failures: number }[]>`
      UPDATE ${table} SET ${count} = ${count} + 1 WHERE id = ${id}::uuid RETURNING ${count} AS failures`
    const failures = rows[0]?.failures ?? 0
    const backOff = Math.min(LONGEST_BACK_OFF_MS, 1000 * 2 ** failures)
    await tx.$executeRaw`UPDATE ${table} SET ${due} = ${new Date(now + backOff)} WHERE id = ${id}::uuid AND ${waits}`
    const beyond = failures - FAILURES_BEFORE_A_HUMAN
    if (beyond >= 0 && beyond % FAILURES_BEFORE_THE_NEXT === 0) await tellHuman(tx, { kind, id, failures }, now)
    return failures
  })
}

/** The first look of a branch makes its row, and takes it back with everything else when it throws. */
function addFirstLook(tx: Transaction, kind: 'on-call' | 'branch-visits', id: string, at: Date): Promise<number> {
  return kind === 'on-call'
    ? tx.$executeRaw`
        INSERT INTO on_call_watch (id, agency_id, branch_id, looked_at, next_due_at)
        SELECT id, agency_id, id, ${at}, ${at} FROM branch WHERE id = ${id}::uuid ON CONFLICT DO NOTHING`
    : tx.$executeRaw`
        INSERT INTO visit_watch (id, agency_id, branch_id, looked_at, next_due_at, usual_share, usual_at, forecast_at)
        SELECT id, agency_id, id, ${at}, ${at}, 0, to_timestamp(0), ${at} FROM branch WHERE id = ${id}::uuid ON CONFLICT DO NOTHING`
}

async function tellHuman(
  tx: Transaction,
  { kind, id, failures }: { kind: FailingKind; id: string; failures: number },
  now: Instant,
): Promise<void> {
  const place = await placeOf(tx, kind, id)
  const subject = `${kind} ${id}`
  if (place === undefined || (await isAsked(tx, subject, kind === 'office-item' ? id : undefined))) return
  await tx.officeItem.createMany({
    skipDuplicates: true,
    data: {
      id: randomUUID(),
      ...place,
      kind: 'line-needs-a-human' satisfies ItemKind,
      details: { step: kind, row: id },
      subject: failures === FAILURES_BEFORE_A_HUMAN ? subject : `${subject} after ${failures}`,
      createdAt: new Date(now),
      dueAt: new Date(now),
      nextDueAt: new Date(now),
    },
  })
}

/** Whether a phone rings for it already, or what fails is that very ringing. */
async function isAsked(tx: Transaction, subject: string, itemId: string | undefined): Promise<boolean> {
  const kind = 'line-needs-a-human'
  const same = [{ subject: { startsWith: subject } }, ...(itemId === undefined ? [] : [{ id: itemId }])]
  return (await tx.officeItem.count({ where: { kind, doneAt: null, OR: same } })) > 0
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
    const [found] = rows
    return found && { agencyId: found.agency_id, branchId: found.branch_id }
  }
  const rows = await tx.$queryRaw<{ agency_id: string; branch_id: string }[]>`
    SELECT b.agency_id, b.id AS branch_id FROM inbound_delivery d
      JOIN phone_line l ON l.e164 IN (d.raw->>'To', d.raw->>'From') JOIN branch b ON b.id = l.branch_id WHERE d.id = ${id}::uuid`
  const [found] = rows
  if (found !== undefined) return { agencyId: found.agency_id, branchId: found.branch_id }
  // to no line of ours: whoever is on call for any branch is better than nobody
  const branch = await anyBranch(tx)
  return branch && { agencyId: branch.agencyId, branchId: branch.branchId }
}
