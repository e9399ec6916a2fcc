import type { Instant } from '../cellar/local-time.ts'
import type { VisitFacts } from '../rota/visit-facts.ts'
import { arrivedAt, currentPlan, leftAt } from '../rota/visit-now.ts'

/** Which of a care worker's visits a text is about. */
export type WhichVisit = { kind: 'one'; visit: VisitFacts } | { kind: 'which'; visits: VisitFacts[] } | { kind: 'none' }

/** A visit that begins later than this is not what a text without a name is about. */
const NEXT_WITHIN_MS = 6 * 60 * 60_000
/** Two visits this close to each other may both be meant when the first has no log-in. */
const CLOSE_MS = 45 * 60_000

/**
 * The visit that a report about a coming visit means: the one named, else the next; asked only when the rota leaves it
 * open, that is when a visit is under way without a log-in and another begins soon.
 *
 * @param visits the care worker's visits about now, in order of planned start
 * @param named the ref of the visit that the text named, as it was understood
 * @param possible whether what was said can be true of a visit: "20 minutes" cannot when that time is over
 */
export function visitToCome(
  visits: VisitFacts[],
  named: string | undefined,
  now: Instant,
  possible: (visit: VisitFacts) => boolean,
): WhichVisit {
  const open = visits.filter((v) => currentPlan(v).status === 'planned')
  if (named !== undefined) {
    const visit = open.find((v) => v.ref === named)
    if (visit !== undefined) return { kind: 'one', visit }
  }
  const waiting = open.filter((v) => arrivedAt(v) === undefined)
  const underWay = waiting.filter((v) => currentPlan(v).plannedStart <= now && currentPlan(v).plannedEnd > now)
  const next = waiting.find((v) => currentPlan(v).plannedStart > now && currentPlan(v).plannedStart - now <= NEXT_WITHIN_MS)
  const last = underWay.at(-1)
  if (last === undefined) return next === undefined ? { kind: 'none' } : { kind: 'one', visit: next }
  if (next === undefined || currentPlan(next).plannedStart - now > CLOSE_MS) return { kind: 'one', visit: last }
  if (!possible(last)) return { kind: 'one', visit: next }
  return { kind: 'which', visits: [last, next] }
}

/**
 * The visit that HERE means: the one named, else the one planned nearest to now that nobody has logged in to. The
 * second of two visits is never taken while the first is nearer.
 */
export function visitAtHand(visits: VisitFacts[], named: string | undefined, now: Instant): WhichVisit {
  const open = visits.filter((v) => currentPlan(v).status === 'planned')
  const chosen = named === undefined ? undefined : open.find((v) => v.ref === named)
  if (chosen !== undefined) return { kind: 'one', visit: chosen }
  const waiting = open.filter((v) => arrivedAt(v) === undefined && Math.abs(currentPlan(v).plannedStart - now) <= 3 * 60 * 60_000)
  return nearest(waiting, now)
}

/** The visit that DONE means: the last one that was logged in to and not yet left. */
export function visitToLeave(visits: VisitFacts[], named: string | undefined): WhichVisit {
  const there = visits.filter((v) => arrivedAt(v) !== undefined && leftAt(v) === undefined)
  const visit = there.find((v) => v.ref === named) ?? there.at(-1)
  return visit === undefined ? { kind: 'none' } : { kind: 'one', visit }
}

function nearest(visits: VisitFacts[], now: Instant): WhichVisit {
  const distance = (v: VisitFacts) => Math.abs(currentPlan(v).plannedStart - now)
  const [first] = visits.toSorted((a, b) => distance(a) - distance(b))
  return first === undefined ? { kind: 'none' } : { kind: 'one', visit: first }
}
