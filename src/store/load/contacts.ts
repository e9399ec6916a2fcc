import { visitId, type VisitId } from '../../cellar/ids.ts'
import type { Instant } from '../../cellar/local-time.ts'
import type { ContactFacts } from '../../contact/attempt-facts.ts'
import type { DoubtfulAttempt } from '../../matter/act/store.ts'
import type { Transaction } from '../database.ts'
import { Prisma } from '../prisma-client/client.ts'
import { ATTEMPT, attemptOf, contactOf, contactRows, type AttemptRow } from './contact-rows.ts'
import { branchesById } from './branches.ts'
import { storedNumber } from './numbers.ts'

/** Which contacts are wanted: one, all about a visit, or all about an item of the office list. */
export type WhichContacts = { id: string } | { visit: string } | { officeItem: string }

/** Locks contacts (in the order of their ids) and loads them with every attempt. Lock the visit and the matter before. */
export async function lockContacts(tx: Transaction, which: WhichContacts): Promise<ContactFacts[]> {
  const condition = conditionOf(which)
  const lock = tx.$queryRaw`SELECT c.id FROM contact c WHERE ${condition} ORDER BY c.id FOR NO KEY UPDATE`
  const [, contacts] = await Promise.all([lock, contactsWhere(tx, condition)])
  return contacts
}

/** Contacts with every attempt, the oldest first, without a lock: for pages and reports. */
export async function readContacts(
  tx: Transaction,
  which: { ids: string[] } | { visits: string[] },
): Promise<ContactFacts[]> {
  const condition =
    'ids' in which
      ? Prisma.sql`c.id = ANY(${which.ids}::uuid[])`
      : Prisma.sql`c.visit_id = ANY(${which.visits}::uuid[])`
  return contactsWhere(tx, condition)
}

async function contactsWhere(tx: Transaction, condition: Prisma.Sql): Promise<ContactFacts[]> {
  const rows = await contactRows(tx, condition)
  const branches = await branchesById(
    tx,
    rows.map((row) => row.branch_id),
  )
  return rows.map((row) => {
    const branch = branches.get(row.branch_id)
    if (branch === undefined) throw new Error(`contact ${row.id}: its branch is not stored`)
    return contactOf(row, branch)
  })
}

/** Which visit a contact is about, if it is about one; nothing is locked. Undefined when there is no such contact. */
export async function visitOfContact(
  tx: Transaction,
  id: string,
): Promise<{ visitId: VisitId | undefined } | undefined> {
  const [row] = await tx.$queryRaw<{ visit_id: string | null }[]>`SELECT visit_id FROM contact WHERE id = ${id}::uuid`
  return row && { visitId: row.visit_id === null ? undefined : visitId(row.visit_id) }
}

/** One attempt as the carrier is asked about it; nothing is locked. */
export async function readDoubtful(tx: Transaction, id: string, asOf: Instant): Promise<DoubtfulAttempt | undefined> {
  const [row] = await tx.$queryRaw<DoubtfulRow[]>`
    SELECT ${ATTEMPT} AS attempt, a.from_number, a.words, a.look_up_at FROM attempt a WHERE a.id = ${id}::uuid`
  if (row === undefined) return undefined
  return {
    attempt: attemptOf(row.attempt),
    from: storedNumber(row.from_number),
    words: row.words ?? undefined,
    lookUpAt: row.look_up_at?.getTime(),
    asOf,
  }
}

interface DoubtfulRow {
  attempt: AttemptRow
  from_number: string
  words: string | null
  look_up_at: Date | null
}

function conditionOf(which: WhichContacts): Prisma.Sql {
  if ('id' in which) return Prisma.sql`c.id = ${which.id}::uuid`
  if ('visit' in which) return Prisma.sql`c.visit_id = ${which.visit}::uuid`
  return Prisma.sql`c.message = 'office-item' AND c.subject = ${`item ${which.officeItem}`}`
}
