import { matterId, officeItemId } from '../../cellar/ids.ts'
import type { VisitId } from '../../cellar/ids.ts'
import type { MatterFacts, VisitPicture } from '../../matter/matter-facts.ts'
import type { Transaction } from '../database.ts'
import { lockContacts } from './contacts.ts'
import { lockVisits } from './visits.ts'

/** Locks and loads all that is decided over about one visit: visit, open matter, contacts, office items. */
export async function lockPicture(tx: Transaction, id: VisitId): Promise<VisitPicture> {
  const [visit] = await lockVisits(tx, [id])
  if (visit === undefined) throw new Error(`visit ${id} is not stored`)
  const matter = await lockMatter(tx, id)
  const contacts = await lockContacts(tx, { visit: id })
  const items = await tx.$queryRaw<{ id: string; kind: string; subject: string; done: boolean }[]>`
    SELECT id, kind, subject, done_at IS NOT NULL AS done FROM office_item WHERE visit_id = ${id}::uuid`
  return { visit, matter, contacts, items: items.map((item) => ({ ...item, id: officeItemId(item.id) })) }
}

async function lockMatter(tx: Transaction, visit: VisitId): Promise<MatterFacts | undefined> {
  const rows = await tx.$queryRaw<{ id: string; kind: string; next_step: string; next_due_at: Date }[]>`
    SELECT id, kind, next_step, next_due_at FROM matter
     WHERE visit_id = ${visit}::uuid AND closed_at IS NULL ORDER BY id FOR NO KEY UPDATE`
  const [row] = rows
  return row && { id: matterId(row.id), kind: row.kind, nextStep: row.next_step, nextDueAt: row.next_due_at.getTime() }
}
