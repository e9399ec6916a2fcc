import type { Instant, Zone } from '../cellar/local-time.ts'
import type { StoredMatter } from '../matter/today.ts'
import type { Happened } from '../matter/timeline.ts'
import { itemInWords, sentenceOf, type ItemWords } from '../office-list/words.ts'
import { writtenDayAndTime } from '../cellar/spoken-time.ts'
import type { Database, Transaction } from './database.ts'
import { managersById } from './load/branches.ts'
import { readContacts } from './load/contacts.ts'
import { detailsOf } from './load/values.ts'
import { readVisits } from './load/visits.ts'

/** A matter with its zone, and on demand everything that happened. */
export interface ReadMatter {
  matter: StoredMatter
  zone: Zone
  happened: Happened
}

/** As many as a person can look at; they stand in the order of risk, so those left out are the least urgent. */
const MOST = 200

/** The open matters of an agency in the order of risk; all of one moment, and nothing is locked. */
export function openMatters(
  database: Database,
  agencyId: string,
  words: ItemWords,
  now: Instant,
): Promise<ReadMatter[]> {
  return snapshot(database, async (tx) => {
    const rows = await tx.matter.findMany({
      where: { agencyId, closedAt: null },
      orderBy: [{ riskAt: 'asc' }, { id: 'asc' }],
      take: MOST,
      select: { id: true },
    })
    return readMatters(
      tx,
      rows.map((row) => row.id),
      words,
      now,
    )
  })
}

/** One matter of an agency, closed ones too; undefined where there is none. */
export function oneMatter(
  database: Database,
  agencyId: string,
  id: string,
  words: ItemWords,
  now: Instant,
): Promise<ReadMatter | undefined> {
  return snapshot(database, async (tx) => {
    const row = await tx.matter.findFirst({ where: { id, agencyId }, select: { id: true } })
    return row === null ? undefined : (await readMatters(tx, [row.id], words, now))[0]
  })
}

function snapshot<Result>(database: Database, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  return database.$transaction(work, { isolationLevel: 'RepeatableRead', timeout: 20_000 })
}

async function readMatters(tx: Transaction, ids: string[], words: ItemWords, now: Instant): Promise<ReadMatter[]> {
  if (ids.length === 0) return []
  const rows = await tx.matter.findMany({
    where: { id: { in: ids } },
    orderBy: [{ riskAt: 'asc' }, { id: 'asc' }],
    include: { acceptances: { orderBy: { acceptedAt: 'asc' } }, evidence: true },
  })
  const visitIds = rows.flatMap((row) => row.visitId ?? [])
  const visits = new Map((await readVisits(tx, visitIds)).map((visit) => [visit.id as string, visit]))
  const contactIds = await tx.contact.findMany({
    where: { OR: [{ matterId: { in: ids } }, { visitId: { in: visitIds } }] },
    select: { id: true },
    orderBy: { ord: 'asc' },
  })
  const contacts = contactIds.length === 0 ? [] : await readContacts(tx, { ids: contactIds.map((one) => one.id) })
  const items = await tx.officeItem.findMany({
    where: { OR: [{ matterId: { in: ids } }, { visitId: { in: visitIds } }] },
    orderBy: { createdAt: 'asc' },
  })
  const branches = await tx.branch.findMany({ where: { id: { in: rows.map((row) => row.branchId) } } })
  const parties = contacts.flatMap((one) =>
    one.attempts.flatMap((a) => (a.party.kind === 'manager' ? [a.party.id] : [])),
  )
  const managers = new Map(
    [...(await managersById(tx, parties))].map(([id, one]) => [id, `${one.firstName} ${one.lastName}`] as const),
  )
  const people = await tx.serviceUser.findMany({
    where: { id: { in: rows.flatMap((row) => row.serviceUserId ?? []) } },
  })
  return rows.map((row): ReadMatter => {
    const zone = branches.find((one) => one.id === row.branchId)?.zone ?? 'Europe/London'
    const visit = visits.get(row.visitId ?? '')
    const own = contacts.filter((one) => one.matterId === row.id || (visit !== undefined && one.visitId === visit.id))
    const held = row.acceptances.find((one) => one.releasedAt === null)
    const person = people.find((one) => one.id === row.serviceUserId)
    const about = items.filter((one) => one.matterId === row.id || (visit !== undefined && one.visitId === visit.id))
    return {
      zone,
      matter: {
        id: row.id,
        kind: row.kind,
        riskAt: row.riskAt.getTime(),
        reasons: row.reasons,
        nextStep: row.nextStep,
        nextDueAt: row.nextDueAt?.getTime(),
        openedAt: row.openedAt.getTime(),
        visit,
        person: person === undefined ? 'an unknown caller' : `${person.preferredName} ${person.lastName}`,
        contacts: own,
        holder: held === undefined ? undefined : { whom: held.whom, deadline: held.deadline.getTime() },
      },
      happened: {
        openedAt: row.openedAt.getTime(),
        visit,
        contacts: own,
        items: about.map((item) => ({
          what: itemInWords({ what: sentenceOf(item.kind, words), details: detailsOf(item.details) }, (at) =>
            writtenDayAndTime(at, now, zone),
          ),
          createdAt: item.createdAt.getTime(),
          doneAt: item.doneAt?.getTime(),
          doneHow: item.doneHow ?? undefined,
        })),
        acceptances: row.acceptances.map((one) => ({ whom: one.whom, at: one.acceptedAt.getTime() })),
        evidence: row.evidence === null ? undefined : { ...row.evidence, at: row.evidence.at.getTime() },
        managers,
      },
    }
  })
}
