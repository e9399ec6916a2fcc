import { matterId, officeItemId } from '../../cellar/ids.ts'
import type { VisitId } from '../../cellar/ids.ts'
import { NO_CLIMB } from '../../escalation/climb-facts.ts'
import type { KnownItem, MatterFacts, VisitPicture } from '../../matter/matter-facts.ts'
import type { Transaction } from '../database.ts'
import { CLIMB, climbOf, type ClimbRow } from './climb.ts'
import { lockContacts } from './contacts.ts'
import { lockVisits } from './visits.ts'

/**
 * Locks and loads all that is decided over about one visit: visit, open matter, contacts, office items, in this order.
 * All of it is sent at once: the server takes it statement by statement, each of which sees what stands by then.
 */
export async function lockPicture(tx: Transaction, id: VisitId): Promise<VisitPicture> {
  const [[visit], matter, contacts, items] = await Promise.all([
    lockVisits(tx, [id]),
    lockMatter(tx, id),
    lockContacts(tx, { visit: id }),
    itemsAbout(tx, id),
  ])
  if (visit === undefined) throw new Error(`visit ${id} is not stored`)
  return { visit, matter, contacts, items }
}

async function itemsAbout(tx: Transaction, visit: VisitId): Promise<KnownItem[]> {
  const items = await tx.$queryRaw<{ id: string; kind: string; subject: string; done: boolean }[]>`
    SELECT id, kind, subject, done_at IS NOT NULL AS done FROM office_item WHERE visit_id = ${visit}::uuid`
  return items.map((item) => ({ ...item, id: officeItemId(item.id) }))
}

async function lockMatter(tx: Transaction, visit: VisitId): Promise<MatterFacts | undefined> {
  const rows = await tx.$queryRaw<MatterRow[]>`
    SELECT m.id, m.kind, m.next_step, m.next_due_at, ${CLIMB} AS climb FROM matter m
     WHERE m.visit_id = ${visit}::uuid AND m.closed_at IS NULL ORDER BY m.id FOR NO KEY UPDATE`
  const [row] = rows
  if (row === undefined) return undefined
  const climb = climbOf(row.climb)
  return {
    id: matterId(row.id),
    kind: row.kind,
    nextStep: row.next_step,
    nextDueAt: row.next_due_at.getTime(),
    ...(climb === NO_CLIMB ? {} : { climb }),
  }
}

interface MatterRow {
  id: string
  kind: string
  next_step: string
  next_due_at: Date
  climb: ClimbRow
}
