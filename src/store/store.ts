import type { Change } from '../cellar/change.ts'
import { attemptId, contactId, visitId } from '../cellar/ids.ts'
import type { Instant } from '../cellar/local-time.ts'
import { parsePhoneNumber } from '../cellar/phone-number.ts'
import type { Clock, Decision } from '../cellar/ports.ts'
import type { BranchPlace, Loading, Store } from '../matter/act/store.ts'
import type { ItemWords } from '../office-list/words.ts'
import type { Database, Transaction } from './database.ts'
import { isWorthRetrying } from './database.ts'
import { plainStatements, transaction } from './plain-statements.ts'
import { anyBranch, branchesById, branchOfLine, managersById, type LoadedBranch } from './load/branches.ts'
import { lockCall } from './load/calls.ts'
import { lockContacts, readDoubtful, visitOfContact } from './load/contacts.ts'
import { lockDelivery } from './load/deliveries.ts'
import { codesGiven, codesOf, matterStanding, numberRests } from './load/climbing.ts'
import { dutyLadder } from './load/duty.ts'
import { keep } from './load/kept.ts'
import { lockHandOver, lockOnCallWatch, onCallItems } from './load/hand-over.ts'
import { loadOnCall } from './load/on-call.ts'
import { lockVisitWatch, logInShare, plannedPlaces } from './load/visit-watch.ts'
import { watchVisits } from './save/checks.ts'
import { isKnownFact, logInRefs } from './load/log-ins.ts'
import { textsStopped } from './load/numbers.ts'
import { lockOfficeItem, openItems } from './load/office-items.ts'
import { peopleWithNumber } from './load/people.ts'
import { lockPicture } from './load/picture.ts'
import { lastSaidOf, openQuestion, wasAsked } from './load/reports.ts'
import { lockVisits, visitIdsOfCareWorker } from './load/visits.ts'
import { careWorkersOf, emptyAnswers, replyCode, sameTextBefore, visitIdsOfServiceUser } from './load/writers.ts'
import { save } from './save/save.ts'

const TRIES = 4
const A_DAY_MS = 24 * 60 * 60_000

/**
 * The store on PostgreSQL. Each act is one transaction: load and lock, decide, write; then, after the commit, `wake` is
 * told what was changed. A deadlock or a lost race (40001, 40P01) is tried again, three times. `itemWords`: what is said
 * of each kind of item.
 */
export function createStore(
  database: Database,
  clock: Clock,
  itemWords: ItemWords,
  wake: (changes: readonly Change[]) => void,
): Store {
  return {
    async act<Result>(work: (tx: Loading) => Promise<Decision<Result>>): Promise<Result> {
      const inOneTransaction = (withNext: boolean): Promise<Decision<Result>> =>
        retried(() =>
          transaction(database, async (tx) => {
            keep(tx)
            const decision = await work(loading(tx, clock.now(), itemWords))
            const [records, others] = recordsApart(decision.changes)
            await save(tx, others)
            const more = withNext ? await nextOf(decision) : []
            await save(tx, [...more, ...records])
            return { changes: [...decision.changes, ...more], result: decision.result }
          }),
        )
      const { changes, result } = await inOneTransaction(true).catch((error: unknown) => {
        if (error instanceof NextFailed) return inOneTransaction(false)
        throw error
      })
      wake(changes)
      return result
    },
    async write(change) {
      const changes = [change(clock.now())]
      await save(plainStatements(database), changes)
      wake(changes)
    },
  }
}

/** Records have numbers in a row, so the branch is locked for one: as the last thing before the commit, not all along. */
function recordsApart(changes: readonly Change[]): [records: Change[], others: Change[]] {
  const isRecord = ({ kind }: Change): boolean => kind === 'late-record-opened' || kind === 'missed-record-opened'
  return [changes.filter(isRecord), changes.filter((change) => !isRecord(change))]
}

/** What follows an act could not be decided: the act is done without it, and what it left due is done later. */
class NextFailed extends Error {
  override readonly name = 'NextFailed'
}

async function nextOf(decision: Decision<unknown>): Promise<Change[]> {
  try {
    return (await decision.next?.()) ?? []
  } catch (error) {
    if (isWorthRetrying(error)) throw error
    throw new NextFailed('what follows could not be decided', { cause: error })
  }
}

async function retried<T>(run: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await run()
    } catch (error) {
      if (tried >= TRIES || !isWorthRetrying(error)) throw error
    }
  }
}

function loading(tx: Transaction, now: Instant, itemWords: ItemWords): Loading {
  const branch = async (id: string): Promise<LoadedBranch> => {
    const found = (await branchesById(tx, [id])).get(id)
    if (found === undefined) throw new Error(`branch ${id} is not stored`)
    return found
  }
  return {
    now,
    delivery: (id) => lockDelivery(tx, id),
    branch: async (id) => placeOf(await branch(id)),
    branchOfLine: async (line) => {
      const found = await branchOfLine(tx, line)
      return found && placeOf(found)
    },
    anyBranch: async () => {
      const found = await anyBranch(tx)
      return found && placeOf(found)
    },
    whoHas: (number, id) => peopleWithNumber(tx, number, id, now),
    careWorkersOf: (id) => careWorkersOf(tx, id),
    visitsTo: async (serviceUser, from, until) =>
      lockVisits(tx, await visitIdsOfServiceUser(tx, serviceUser, from, until)),
    emptyAnswers: (number, id, since) => emptyAnswers(tx, number, id, since),
    sameTextBefore: (id, since) => sameTextBefore(tx, id, since),
    replyCode: (id, code) => replyCode(tx, id, code),
    wasAsked: (asked) => wasAsked(tx, asked),
    openQuestion: (number, id) => openQuestion(tx, number, id, now),
    visitsOf: async (careWorker, from, until) =>
      lockVisits(tx, await visitIdsOfCareWorker(tx, careWorker, from, until)),
    picture: (id) => lockPicture(tx, id),
    matterVisit: async (id) => {
      const row = await tx.matter.findUnique({ where: { id }, select: { visitId: true, closedAt: true } })
      return row === null || row.visitId === null || row.closedAt !== null ? undefined : visitId(row.visitId)
    },
    contact: async (id) => {
      const row = await visitOfContact(tx, id)
      if (row === undefined) return undefined
      const picture = row.visitId === undefined ? undefined : await lockPicture(tx, row.visitId)
      const contact = picture?.contacts.find((c) => c.id === id) ?? (await lockContacts(tx, { id }))[0]
      return contact && { contact, picture }
    },
    contactOfAttempt: async (id) => {
      const row = await tx.attempt.findUnique({ where: { id }, select: { contactId: true } })
      return row === null ? undefined : contactId(row.contactId)
    },
    attemptOfProvider: async (providerId) => {
      const row = await tx.attempt.findUnique({ where: { providerId }, select: { id: true } })
      return row === null ? undefined : attemptId(row.id)
    },
    doubtful: (id) => readDoubtful(tx, id, now),
    adopted: async (ids) => {
      const rows = await tx.attempt.findMany({ where: { providerId: { in: ids } }, select: { providerId: true } })
      return new Set(rows.flatMap((row) => row.providerId ?? []))
    },
    dutyLadder: async (id) => dutyLadder(tx, await branch(id), now),
    onCall: async (id, stretch) => loadOnCall(tx, await branch(id), stretch),
    onCallWatch: (id) => lockOnCallWatch(tx, id, now),
    onCallItems: (id) => onCallItems(tx, id),
    handOver: (id) => lockHandOver(tx, id),
    numberRests: (numbers, but) => numberRests(tx, numbers, but, now),
    codesOf: (id) => codesOf(tx, id),
    codesGiven: (agency, date) => codesGiven(tx, agency, date, now),
    matterStanding: (id) => matterStanding(tx, id),
    officeItem: async (id) => {
      const item = await lockOfficeItem(tx, id, itemWords)
      return item && { item, contacts: await lockContacts(tx, { officeItem: id }) }
    },
    call: (id) => lockCall(tx, { id }),
    callOfProvider: (providerId) => lockCall(tx, { providerId }),
    peopleOfCall: async (call) => {
      const number = parsePhoneNumber(call.number)
      return number === undefined ? [] : peopleWithNumber(tx, number, call.branchId, now)
    },
    textsStopped: (number) => textsStopped(tx, number),
    openItems: (number, id, kind) => openItems(tx, number, id, kind),
    callsFrom: (number, since) =>
      tx.call.count({ where: { number, direction: 'in', startedAt: { gte: new Date(since) } } }),
    manager: async (id) => (await managersById(tx, [id])).get(id),
    visitWatch: (id) => lockVisitWatch(tx, id, now),
    watchVisits: async (id) => {
      await watchVisits(tx, id, now, undefined, new Date(now + A_DAY_MS))
    },
    logInShare: (id, from, until) => logInShare(tx, id, from, until),
    plannedPlaces: (id, from, until) => plannedPlaces(tx, id, from, until),
    logInRefs: (event) => logInRefs(tx, event),
    isKnownFact: (source, ref) => isKnownFact(tx, source, ref),
    lastSaid: (careWorker, since) => lastSaidOf(tx, careWorker, since),
  }
}

function placeOf(branch: LoadedBranch): BranchPlace {
  const { agencyId, branchId, accountId, facts } = branch
  return { agencyId, branchId, accountId, zone: facts.zone, facts }
}
