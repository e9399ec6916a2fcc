import type { Instant } from '../cellar/local-time.ts'
import type { Situation } from '../lateness/situation.ts'
import { contactRefusal } from '../rota/package-status.ts'
import type { VisitEvent, VisitFacts } from '../rota/visit-facts.ts'
import { standingEvents } from '../rota/visit-now.ts'
import type { StoredLateRecord } from './late-visit-record.ts'
import { careWorkerName } from './people.ts'
import { isLateBy } from './rules.ts'

/** Who was first there, when, and how we know: a log-in by text or call is their own statement. */
export interface Arrival {
  at: Instant
  who: string
  source: string
}

/** How the visit came out, as far as it is known. */
export type Standing =
  | { kind: 'expected-late' | 'arrived-late' | 'arrived-in-time' }
  /** the last report says a time that is not late by the contract, or the plan has moved since */
  | { kind: 'expected-in-time' }
  /** every report was taken back: the planned time holds */
  | { kind: 'taken-back' }
  /** who was to do the visit has said that they do not come, or did not */
  | { kind: 'not-coming'; who: string }
  | { kind: 'not-to-take-place'; why: string }

export function arrivalOf(visit: VisitFacts): Arrival | undefined {
  return byCareWorker(
    visit,
    standingEvents(visit).find((e) => e.kind === 'arrived'),
  )
}

/** Who left last, and when. It proves that somebody was there, not when they came. */
export function departureOf(visit: VisitFacts): Arrival | undefined {
  return byCareWorker(
    visit,
    standingEvents(visit).findLast((e) => e.kind === 'left'),
  )
}

function byCareWorker(visit: VisitFacts, event: VisitEvent | undefined): Arrival | undefined {
  if (event === undefined) return undefined
  return { at: event.saidAt ?? event.receivedAt, who: careWorkerName(visit, event.careWorkerId), source: event.source }
}

/**
 * Judged by the definition that opened the record, and by the package as it was at the planned start: what was agreed
 * or became of the service user later changes no record.
 */
export function standingOf(visit: VisitFacts, stored: StoredLateRecord, situation: Situation): Standing {
  const { plan, expectedStart, notComing, nothingReported } = situation
  const arrival = arrivalOf(visit)
  if (arrival !== undefined) {
    return { kind: isLateBy(stored, plan.plannedStart, arrival.at) ? 'arrived-late' : 'arrived-in-time' }
  }
  const why = contactRefusal(plan, visit.serviceUser.statuses, plan.plannedStart)
  if (why !== undefined) return { kind: 'not-to-take-place', why }
  if (notComing !== undefined) return { kind: 'not-coming', who: careWorkerName(visit, notComing.careWorkerId) }
  if (nothingReported) return { kind: 'taken-back' }
  return { kind: isLateBy(stored, plan.plannedStart, expectedStart) ? 'expected-late' : 'expected-in-time' }
}
