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
 * The visit that a report about a coming visit means: the one named, whatever its status; else the next; asked only when
 * the rota leaves it open, that is when a visit is under way without a log-in and another begins soon. Where nothing is
 * to come it is the last one without a log-in (a text may reach us late), or one that was cancelled: its sender must hear
 * so.
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
  const chosen = named === undefined ? undefined : visits.find((v) => v.ref === named)
  if (chosen !== undefined) return { kind: 'one', visit: chosen }
  const waiting = visits.filter((v) => currentPlan(v).status === 'planned' && arrivedAt(v) === undefined)
  const last = waiting.filter((v) => currentPlan(v).plannedStart <= now && currentPlan(v).plannedEnd > now).at(-1)
  const next = waiting.find((v) => isSoon(v, now))
  if (last === undefined) return oneOrNone(next ?? lastPast(waiting, now) ?? cancelled(visits, now))
  if (next === undefined || currentPlan(next).plannedStart - now > CLOSE_MS) return { kind: 'one', visit: last }
  if (!possible(last)) return { kind: 'one', visit: next }
  return { kind: 'which', visits: [last, next] }
}

/** Those that a name we do not know may mean, the likeliest first: whoever wrote it chooses. */
export function visitsThatMayBeMeant(visits: VisitFacts[], now: Instant): VisitFacts[] {
  const waiting = visits.filter((v) => arrivedAt(v) === undefined && currentPlan(v).status === 'planned')
  return waiting.filter(
    (v) => currentPlan(v).plannedEnd > now && (currentPlan(v).plannedStart <= now || isSoon(v, now)),
  )
}

function isSoon(visit: VisitFacts, now: Instant): boolean {
  const { plannedStart } = currentPlan(visit)
  return plannedStart > now && plannedStart - now <= NEXT_WITHIN_MS
}

function lastPast(waiting: VisitFacts[], now: Instant): VisitFacts | undefined {
  return waiting.findLast((v) => currentPlan(v).plannedEnd <= now)
}

function cancelled(visits: VisitFacts[], now: Instant): VisitFacts | undefined {
  return visits.find(
    (v) =>
      currentPlan(v).status !== 'planned' &&
      currentPlan(v).plannedEnd > now &&
      currentPlan(v).plannedStart - now <= NEXT_WITHIN_MS,
  )
}

function oneOrNone(visit: VisitFacts | undefined): WhichVisit {
  return visit === undefined ? { kind: 'none' } : { kind: 'one', visit }
}

/**
 * The visit that HERE means: the one named, else the one planned nearest to now that nobody has logged in to. The
 * second of two visits is never taken while the first is nearer.
 */
export function visitAtHand(visits: VisitFacts[], named: string | undefined, now: Instant): WhichVisit {
  const open = visits.filter((v) => currentPlan(v).status === 'planned')
  const chosen = named === undefined ? undefined : open.find((v) => v.ref === named)
  if (chosen !== undefined) return { kind: 'one', visit: chosen }
  const waiting = open.filter(
    (v) => arrivedAt(v) === undefined && Math.abs(currentPlan(v).plannedStart - now) <= 3 * 60 * 60_000,
  )
  return nearest(waiting, now)
}

/**
 * The visit that DONE means: the one named, else the last one that was logged in to and not yet left; for somebody who
 * never texted HERE, the last one that was planned to have begun.
 */
export function visitToLeave(visits: VisitFacts[], named: string | undefined, now: Instant): WhichVisit {
  const notLeft = visits.filter((v) => currentPlan(v).status === 'planned' && leftAt(v) === undefined)
  const begun = notLeft.filter((v) => currentPlan(v).plannedStart <= now)
  const there = notLeft.filter((v) => arrivedAt(v) !== undefined)
  return oneOrNone(notLeft.find((v) => v.ref === named) ?? there.at(-1) ?? begun.at(-1))
}

function nearest(visits: VisitFacts[], now: Instant): WhichVisit {
  const distance = (v: VisitFacts) => Math.abs(currentPlan(v).plannedStart - now)
  return oneOrNone(visits.toSorted((a, b) => distance(a) - distance(b))[0])
}
