import type { Instant } from '../cellar/local-time.ts'

/** Of visits that should have begun in a stretch of time: how many there were, and at how many somebody was heard of. */
export interface LogInShare {
  due: number
  heard: number
}

/** How long the stretch is, and how long after its start a visit must have been heard of to count. */
export const FEED_WINDOW = { minutes: 20, settledAfterMinutes: 5 } as const
/** Fewer visits than these say nothing of the feed. */
const FEWEST_DUE = 8
const FEWEST_FOR_A_HABIT = 50
/** What is usual where too little is known (care-practice 6.2: 92 % on time). */
const USUAL_SHARE = 0.9
/** Silent below this part of what is usual. */
const SILENT_BELOW = 0.5

/** What share of visits is usually heard of, from the days before. */
export function usualShare({ due, heard }: LogInShare): number {
  return due < FEWEST_FOR_A_HABIT ? USUAL_SHARE : heard / due
}

/**
 * Since when the log-ins of a branch are silent (design section 2, "Storms"): under half the usual share over 20 minutes,
 * with at least 8 visits due. Too few visits to tell leave it as it was, so that a lull in an outage ends nothing.
 */
export function feedSilence(
  now: LogInShare,
  usual: number,
  silentSince: Instant | undefined,
  at: Instant,
): Instant | undefined {
  if (now.due === 0) return undefined
  if (now.due < FEWEST_DUE) return now.heard < now.due * usual * SILENT_BELOW ? silentSince : undefined
  return now.heard < now.due * usual * SILENT_BELOW ? (silentSince ?? at) : undefined
}
