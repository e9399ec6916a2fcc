import type { CareWorkerId } from '../cellar/ids.ts'
import type { Instant } from '../cellar/local-time.ts'
import type { VisitFacts } from '../rota/visit-facts.ts'
import { arrivedAt, careWorkersNow, currentPlan } from '../rota/visit-now.ts'

/** So far from its plan a log-in may still be of a visit. */
export const NEAR_MS = 4 * 60 * 60_000
/** Clocks differ a little; what lies further ahead is a wrong clock. */
const AHEAD_MS = 2 * 60_000

export type Matched = { kind: 'visit'; visit: VisitFacts } | { kind: 'none'; why: string }

/** Whether a moment can have been yet. */
export function isFromTheFuture(saidAt: Instant, now: Instant): boolean {
  return saidAt > now + AHEAD_MS
}

/**
 * The visit that a log-in without a visit's reference is of: of the service user's visits about that time the one that
 * this care worker has, else the only one; the nearest by its start for a log-in, the last one begun for a log-out. Where
 * two may be meant a person decides: a log-in of the wrong visit would say that somebody is safe who is not.
 *
 * @param visits the service user's visits about that time
 */
export function matchLogIn(
  visits: readonly VisitFacts[],
  careWorker: CareWorkerId,
  kind: 'in' | 'out',
  saidAt: Instant,
): Matched {
  const planned = visits.filter((visit) => currentPlan(visit).status === 'planned')
  const theirs = planned.filter((visit) => careWorkersNow(visit).some((one) => one.id === careWorker))
  const possible = theirs.length > 0 ? theirs : planned
  if (possible.length === 0) return { kind: 'none', why: 'the rota has no visit to them about that time' }
  if (theirs.length === 0 && planned.length > 1)
    return { kind: 'none', why: 'the care worker has none of their visits, and several could be meant' }
  const begun = kind === 'out' ? possible.filter((visit) => arrivedAt(visit) !== undefined) : []
  const visit = begun.at(-1) ?? nearest(possible, saidAt)
  return visit === undefined ? { kind: 'none', why: 'two of their visits are as near' } : { kind: 'visit', visit }
}

function nearest(visits: readonly VisitFacts[], at: Instant): VisitFacts | undefined {
  const away = (visit: VisitFacts) => Math.abs(currentPlan(visit).plannedStart - at)
  const [first, second] = visits.toSorted((a, b) => away(a) - away(b))
  return first !== undefined && second !== undefined && away(first) === away(second) ? undefined : first
}
