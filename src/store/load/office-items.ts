import { agencyId, branchId, matterId, officeItemId, visitId } from '../../cellar/ids.ts'
import type { BranchId, OfficeItemId } from '../../cellar/ids.ts'
import type { PhoneNumber } from '../../cellar/phone-number.ts'
import type { OfficeItemFacts } from '../../office-list/item.ts'
import { sentenceOf, type ItemWords } from '../../office-list/words.ts'
import type { Transaction } from '../database.ts'
import { detailsOf } from './values.ts'

/** What of a kind still stands on the list about a number. */
export async function openItems(
  tx: Transaction,
  number: PhoneNumber,
  branch: BranchId,
  kind: string,
): Promise<OfficeItemId[]> {
  const rows = await tx.officeItem.findMany({
    where: { branchId: branch, number, kind, doneAt: null },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  return rows.map((row) => officeItemId(row.id))
}

/** Locks an item of the office list; undefined when it is not there. */
export async function lockOfficeItem(
  tx: Transaction,
  id: OfficeItemId,
  words: ItemWords,
): Promise<OfficeItemFacts | undefined> {
  const locked = await tx.$queryRaw<unknown[]>`SELECT id FROM office_item WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  if (locked.length === 0) return undefined
  const row = await tx.officeItem.findUniqueOrThrow({ where: { id } })
  return {
    id: officeItemId(row.id),
    agencyId: agencyId(row.agencyId),
    branchId: branchId(row.branchId),
    kind: row.kind,
    what: sentenceOf(row.kind, words),
    details: detailsOf(row.details),
    visitId: row.visitId === null ? undefined : visitId(row.visitId),
    matterId: row.matterId === null ? undefined : matterId(row.matterId),
    number: row.number ?? undefined,
    createdAt: row.createdAt.getTime(),
    dueAt: row.dueAt.getTime(),
    nextDueAt: row.nextDueAt?.getTime(),
    doneAt: row.doneAt?.getTime(),
  }
}
