import type { Change, NewVisitEvent } from '../../cellar/change.ts'
import { cleanText } from '../../cellar/clean-text.ts'
import { eventId } from '../../cellar/ids.ts'
import type { CareWorkerId } from '../../cellar/ids.ts'
import { toLocal } from '../../cellar/local-time.ts'
import type { NewId } from '../../cellar/ports.ts'
import { decideAgain } from '../../matter/decide-again.ts'
import type { BranchPlace, Loading, Store } from '../../matter/act/store.ts'
import { officeItem } from '../../office-list/new-item.ts'
import type { VisitEvent, VisitFacts } from '../../rota/visit-facts.ts'
import { careWorkersNow, withEvents } from '../../rota/visit-now.ts'
import type { LogInAnswer, LogInEvent } from '../log-in-event.ts'
import { isFromTheFuture, matchLogIn, NEAR_MS } from '../match.ts'

/** What cannot be matched is looked at within so long: the watch asks the care worker anyway. */
const OFFICE_WITHIN_MS = 4 * 60 * 60_000

/**
 * A log-in or log-out from an outside system becomes a fact of its visit, once, and all that follows from it: a log-in
 * closes an open matter as seen, unless the household says otherwise (design 3.6). What cannot be matched is refused with
 * the reason and lies on the office list, for it may mean that somebody is at the wrong door.
 */
export function createReceiveLogIn({ store, newId }: { store: Store; newId: NewId }) {
  return async function receiveLogIn(event: LogInEvent): Promise<LogInAnswer> {
    return store.act<LogInAnswer>(async (tx) => {
      const known = await tx.logInRefs(event)
      if (typeof known.place === 'string') return refused(known.place)
      const { place } = known
      if (await tx.isKnownFact(sourceOf(event), event.ref)) return { changes: [], result: { outcome: 'known' } }
      if (isFromTheFuture(event.saidAt, tx.now))
        return refused('it lies in the future; set the clock of the system that sent it')
      const matched = await visitOf(tx, event, known)
      if (typeof matched === 'string') return refused(matched, [unmatched(tx, place, event, matched, newId)])
      const { visit, careWorker } = matched
      const picture = await tx.picture(visit.id)
      const { change, fact } = factOf(picture.visit, event, careWorker, tx.now, newId)
      const decided = decideAgain({ ...picture, visit: withEvents(picture.visit, [fact]) }, tx.now, newId)
      return { changes: [change, ...decided], result: { outcome: 'stored', visit: visit.ref } }
    })
  }
}

function refused(why: string, changes: Change[] = []) {
  return { changes, result: { outcome: 'refused', why } as const }
}

/** The visit and who logged in at it; or why neither can be told. */
async function visitOf(
  tx: Loading,
  event: LogInEvent,
  { visitId, careWorkerId, serviceUserId }: Awaited<ReturnType<Loading['logInRefs']>>,
): Promise<{ visit: VisitFacts; careWorker: CareWorkerId | undefined } | string> {
  if (event.careWorker !== undefined && careWorkerId === undefined)
    return `no care worker has the reference ${event.careWorker}`
  if (event.visit !== undefined) {
    if (visitId === undefined) return `no visit has the reference ${event.visit}`
    const { visit } = await tx.picture(visitId)
    const [only, another] = careWorkersNow(visit)
    if (careWorkerId === undefined && another !== undefined)
      return 'two care workers do this visit; say which of them it was'
    return { visit, careWorker: careWorkerId ?? only?.id }
  }
  if (careWorkerId === undefined || serviceUserId === undefined)
    return event.serviceUser === undefined || event.careWorker === undefined
      ? 'it names no visit; give visit, or care_worker and service_user'
      : `no service user has the reference ${event.serviceUser}`
  const visits = await tx.visitsTo(serviceUserId, event.saidAt - NEAR_MS, event.saidAt + NEAR_MS)
  const matched = matchLogIn(visits, careWorkerId, event.kind, event.saidAt)
  return matched.kind === 'none' ? matched.why : { visit: matched.visit, careWorker: careWorkerId }
}

function factOf(
  visit: VisitFacts,
  event: LogInEvent,
  careWorker: CareWorkerId | undefined,
  now: number,
  newId: NewId,
): { change: Change; fact: VisitEvent } {
  const id = eventId(newId())
  const kind = event.kind === 'in' ? 'arrived' : 'left'
  const evidence = event.location === undefined ? 'log-in system' : `log-in system: ${cleanText(event.location)}`
  const common = { id, kind, source: sourceOf(event), evidence, saidAt: event.saidAt, receivedAt: now }
  const added: NewVisitEvent = {
    ...common,
    agencyId: visit.agencyId,
    branchId: visit.branchId,
    visitId: visit.id,
    ...(careWorker === undefined ? {} : { careWorkerId: careWorker }),
    sourceRef: event.ref,
    n: 1,
  }
  const fact: VisitEvent = {
    ...common,
    minutes: undefined,
    newStart: undefined,
    reason: undefined,
    careWorkerId: careWorker,
    retracts: undefined,
  }
  return { change: { kind: 'event-added', event: added }, fact }
}

/** A feed that is set up wrongly makes one item a day, not hundreds. */
function unmatched(tx: Loading, place: BranchPlace, event: LogInEvent, why: string, newId: NewId): Change {
  const { date } = toLocal(tx.now, place.zone)
  const wanted = {
    kind: 'log-in-unmatched',
    details: { why: cleanText(why).slice(0, 60), gathers: true },
    subject: `log-ins of ${event.source} on ${date}`,
    dueAt: tx.now + OFFICE_WITHIN_MS,
  } as const
  return officeItem(place, wanted, tx.now, newId)
}

/** Named apart from what care workers say themselves by text or call. */
function sourceOf({ source }: LogInEvent): string {
  return `log-in system ${source}`
}
