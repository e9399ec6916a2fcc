import type { Instant } from '../cellar/local-time.ts'
import type { CareWorkerFacts, PlanRevision, VisitEvent, VisitFacts } from './visit-facts.ts'

/** The plan that holds: the newest revision. A visit without one cannot be stored, so its absence is a fault. */
export function currentPlan(visit: VisitFacts): PlanRevision {
  const plan = visit.plans.at(-1)
  if (plan === undefined) throw new Error(`visit ${visit.id} has no plan revision; it was stored half-way`)
  return plan
}

/** The care workers who are to do the visit now, by slot. Empty when nobody is allocated. */
export function careWorkersNow(visit: VisitFacts): CareWorkerFacts[] {
  return visit.allocations.flatMap((a) => (a.untilAt === undefined && a.careWorker !== undefined ? [a.careWorker] : []))
}

/** The events that still stand: what an undo retracted is left out, and so are the undos themselves. */
export function standingEvents(visit: VisitFacts): VisitEvent[] {
  const retracted = new Set(visit.events.flatMap((e) => (e.retracts === undefined ? [] : [e.retracts])))
  return visit.events.filter((e) => e.retracts === undefined && !retracted.has(e.id))
}

/** When a care worker was first there, from standing facts; undefined while nobody has logged in. */
export function arrivedAt(visit: VisitFacts): Instant | undefined {
  const first = inOrder(standingEvents(visit)).find((e) => e.kind === 'arrived')
  return first && happenedAt(first)
}

/** When the last care worker left, from standing facts. */
export function leftAt(visit: VisitFacts): Instant | undefined {
  const last = inOrder(standingEvents(visit)).findLast((e) => e.kind === 'left')
  return last && happenedAt(last)
}

/** A log-in that reached us late was when it was: 8:41, whenever it came (care-practice 3.5). */
export function happenedAt(event: VisitEvent): Instant {
  return event.saidAt ?? event.receivedAt
}

/** Events as they happened, whenever they came; at the same moment, as they came. */
export function inOrder(events: readonly VisitEvent[]): VisitEvent[] {
  return events.toSorted((a, b) => happenedAt(a) - happenedAt(b))
}

/**
 * That nobody has come, said by the household after the last log-in, or without one, and not taken back by them: a
 * log-in that is contradicted proves nothing (design 3.6).
 */
export function saidNobodyCame(visit: VisitFacts): VisitEvent | undefined {
  const about = standingEvents(visit).filter((e) => ABOUT_BEING_THERE.includes(e.kind))
  const said = inOrder(about).at(-1)
  return said?.kind === 'no-show-report' ? said : undefined
}

const ABOUT_BEING_THERE: readonly string[] = ['no-show-report', 'said-there', 'arrived', 'left']

/** What a care worker says who does not come, or did not: each leaves the visit without them. */
export const NOT_COMING = ['missed', 'cannot-attend', 'sick'] as const
export type NotComing = (typeof NOT_COMING)[number]

/** What holds of a visit's start, by what was said of it last. */
export interface LastWord {
  /** the last report of a new start that holds; none holds any more once the plan itself was moved */
  late: VisitEvent | undefined
  /** somebody who is still to do the visit has said that they do not come */
  notComing: VisitEvent | undefined
  /** nothing was ever said, or all of it was taken back */
  nothingStands: boolean
}

/**
 * The last word of each care worker counts: who cannot come and then texts LATE 20 does come, and who texts LATE 20 and
 * then MISSED does not. Somebody else in their place, or another planned time, and their word is of no more weight.
 */
export function lastWord(visit: VisitFacts): LastWord {
  const words = standingEvents(visit).filter((e) => isNotComing(e) || (e.kind === 'late' && e.newStart !== undefined))
  const last = words.filter((word, n) => !words.slice(n + 1).some((later) => later.careWorkerId === word.careWorkerId))
  const movedAt = planMovedAt(visit)
  const holding = last.filter((word) => word.receivedAt >= movedAt)
  const gone = last.filter(isNotComing)
  const late = words.findLast(
    (word) =>
      word.receivedAt >= movedAt && !isNotComing(word) && !gone.some((g) => g.careWorkerId === word.careWorkerId),
  )
  return {
    late,
    notComing: holding.findLast((word) => isNotComing(word) && isStillTheirs(visit, word)),
    nothingStands: words.length === 0,
  }
}

export function isNotComing({ kind }: Pick<VisitEvent, 'kind'>): boolean {
  return NOT_COMING.some((each) => each === kind)
}

/** When the office last moved the planned start: what was said before was said of another time. */
export function planMovedAt({ plans }: VisitFacts): Instant {
  const moved = plans.findLast((plan, n) => n > 0 && plan.plannedStart !== plans[n - 1]?.plannedStart)
  return moved?.recordedAt ?? -Infinity
}

/** Whether nobody was put in the place of whoever said it; somebody who never had the visit may speak for it as well. */
function isStillTheirs({ allocations }: VisitFacts, { careWorkerId }: VisitEvent): boolean {
  const theirs = allocations.filter((a) => a.careWorker !== undefined && a.careWorker.id === careWorkerId)
  return theirs.length === 0 || theirs.some((a) => a.untilAt === undefined)
}

/** The visit as it will be once these events are stored: what deciders look at before anything is written. */
export function withEvents(visit: VisitFacts, events: VisitEvent[]): VisitFacts {
  return { ...visit, events: [...visit.events, ...events] }
}
