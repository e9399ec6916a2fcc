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
  return standingEvents(visit).find((e) => e.kind === 'arrived')?.receivedAt
}

/** When the last care worker left, from standing facts. */
export function leftAt(visit: VisitFacts): Instant | undefined {
  return standingEvents(visit).findLast((e) => e.kind === 'left')?.receivedAt
}

/** The visit as it will be once these events are stored: what deciders look at before anything is written. */
export function withEvents(visit: VisitFacts, events: VisitEvent[]): VisitFacts {
  return { ...visit, events: [...visit.events, ...events] }
}
