import { agencyId, branchId, contactId, handOverId, type BranchId, type HandOverId } from '../../cellar/ids.ts'
import type { Instant } from '../../cellar/local-time.ts'
import type { HandOverFacts, OnCallItem, OnCallWatch } from '../../on-call/act/on-call-facts.ts'
import { isOnCallItem } from '../../on-call/readiness-items.ts'
import { officeItemId } from '../../cellar/ids.ts'
import type { Transaction } from '../database.ts'
import { lockContacts } from './contacts.ts'

/** A hand-over with the contact that rings for it, both locked, the contact first as every turn of its call does. */
export async function lockHandOver(tx: Transaction, id: HandOverId): Promise<HandOverFacts | undefined> {
  const rung = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM contact WHERE message = 'hand-over' AND subject = ${`hand-over ${id}`}`
  const [contact] = rung[0] === undefined ? [] : await lockContacts(tx, { id: contactId(rung[0].id) })
  const locked = await tx.$queryRaw<unknown[]>`SELECT id FROM handover WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  if (locked.length === 0) return undefined
  const row = await tx.handover.findUniqueOrThrow({ where: { id } })
  return {
    id: handOverId(row.id),
    agencyId: agencyId(row.agencyId),
    branchId: branchId(row.branchId),
    tier: row.tier,
    from: row.fromManagerId ?? undefined,
    to: row.toManagerId,
    dueAt: row.dueAt.getTime(),
    takenAt: row.takenAt?.getTime(),
    keptAt: row.keptAt?.getTime(),
    nextDueAt: row.nextDueAt?.getTime(),
    contact,
  }
}

/**
 * When a branch's plan was looked at last and is to be looked at next, locked; its row is made by the first look. Undefined
 * for a branch whose watch is not on: it contacts nobody.
 */
export async function lockOnCallWatch(tx: Transaction, id: BranchId, now: Instant): Promise<OnCallWatch | undefined> {
  const at = new Date(now)
  const made = await tx.$executeRaw`
    INSERT INTO on_call_watch (id, agency_id, branch_id, looked_at, next_due_at)
    SELECT id, agency_id, id, ${at}, ${at} FROM branch WHERE id = ${id}::uuid AND watch_mode = 'on' ON CONFLICT DO NOTHING`
  const rows = await tx.$queryRaw<{ looked_at: Date; next_due_at: Date }[]>`
    SELECT w.looked_at, w.next_due_at FROM on_call_watch w JOIN branch b ON b.id = w.id
     WHERE w.id = ${id}::uuid AND b.watch_mode = 'on' FOR NO KEY UPDATE OF w`
  const [row] = rows
  return row && { isNew: made > 0, lookedAt: row.looked_at.getTime(), nextDueAt: row.next_due_at.getTime() }
}

/** What still stands on the office list about the plan of a branch. */
export async function onCallItems(tx: Transaction, branch: BranchId): Promise<OnCallItem[]> {
  const rows = await tx.officeItem.findMany({
    where: { branchId: branch, kind: { startsWith: 'on-call-' }, doneAt: null },
    select: { id: true, kind: true, subject: true },
    orderBy: { id: 'asc' },
  })
  return rows.filter((row) => isOnCallItem(row.kind)).map((row) => ({ ...row, id: officeItemId(row.id) }))
}
