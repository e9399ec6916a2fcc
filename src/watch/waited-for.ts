import type { Instant } from '../cellar/local-time.ts'
import type { Allocation, CareWorkerFacts, VisitEvent, VisitFacts } from '../rota/visit-facts.ts'
import { currentPlan, isNotComing, planMovedAt, standingEvents } from '../rota/visit-now.ts'

/** Somebody who is to be at a visit and of whom no log-in is known; or nobody, where a place is not filled. */
export interface WaitedFor {
  careWorker: CareWorkerFacts | undefined
  /** when they are expected: the plan, or what they said of themselves last */
  start: Instant
  /** they have said that they do not come */
  notComing: boolean
  /** somebody else of the same visit is there already */
  besideAnother: boolean
}

/**
 * Who is waited for at a visit. With two care workers one there is not two: each is watched by what they said
 * themselves. A log-in by somebody who is not allocated stands for one of those who are.
 */
export function waitedFor(visit: VisitFacts): WaitedFor[] {
  const there = new Set(
    standingEvents(visit)
      .filter((e) => e.kind === 'arrived' || e.kind === 'left')
      .map((e) => e.careWorkerId),
  )
  const places = placesOf(visit)
  const missing = places.filter((place) => place?.careWorker === undefined || !there.has(place.careWorker.id))
  const others = [...there].filter((id) => !places.some((place) => place?.careWorker?.id === id)).length
  return missing.slice(others).map((place) => {
    const last = lastWordOf(visit, place, places.length > 1)
    const notComing = last !== undefined && isNotComing(last)
    const planned = Math.max(currentPlan(visit).plannedStart, place?.fromAt ?? 0)
    return {
      careWorker: place?.careWorker,
      start: notComing ? planned : (last?.newStart ?? planned),
      notComing,
      besideAnother: there.size > 0,
    }
  })
}

/** One place for each care worker that is needed; without an allocation where nobody was found for it. */
function placesOf(visit: VisitFacts): (Allocation | undefined)[] {
  const open = visit.allocations.filter((a) => a.untilAt === undefined)
  const empty = Math.max(0, visit.careWorkersRequired - open.length)
  return [...open, ...Array.from({ length: empty }, () => undefined)]
}

/** What was said of their coming last; where only one comes, anybody may have said it of them. */
function lastWordOf(visit: VisitFacts, place: Allocation | undefined, ofSeveral: boolean): VisitEvent | undefined {
  const since = Math.max(planMovedAt(visit), place?.fromAt ?? 0)
  const words = standingEvents(visit).filter(
    (e) => (isNotComing(e) || (e.kind === 'late' && e.newStart !== undefined)) && e.receivedAt >= since,
  )
  return words.findLast((e) => !ofSeveral || e.careWorkerId === place?.careWorker?.id)
}
