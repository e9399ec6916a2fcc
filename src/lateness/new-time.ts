import type { Instant, Zone } from '../cellar/local-time.ts'
import { addDays, minutesBetween, toInstant, toLocal } from '../cellar/local-time.ts'

/** What a care worker said about a visit's start: minutes after the plan, minutes from now, or a clock time. */
export interface SaidTime {
  minutes?: number
  eta?: string
  countedFrom?: 'plan' | 'now'
}

export type NewTime =
  | { kind: 'time'; start: Instant; minutes: number }
  /** the plan plus the minutes is already over: asked once, and the watch stays on (design 3.1) */
  | { kind: 'already-passed'; start: Instant }
  /** the clock time lies before the planned start, so it cannot be a delay of this visit */
  | { kind: 'not-later'; start: Instant }
  | { kind: 'too-far' }

/** Beyond this a "delay" is a misreading or a visit that will not happen; it is asked about. */
const LONGEST_DELAY_MINUTES = 8 * 60

/**
 * The new start of a visit. `LATE 20` counts from the plan, "be there in 20" from now, a clock time is the wall clock
 * of the branch on the planned day (or the night after). Minutes are whole or fractional minutes after the plan.
 */
export function newTime(said: SaidTime, plannedStart: Instant, now: Instant, zone: Zone): NewTime | undefined {
  const start = startOf(said, plannedStart, now, zone)
  if (start === undefined) return undefined
  const minutes = minutesBetween(plannedStart, start)
  if (minutes < 0) return { kind: 'not-later', start }
  if (minutes > LONGEST_DELAY_MINUTES) return { kind: 'too-far' }
  if (start <= now) return { kind: 'already-passed', start }
  return { kind: 'time', start, minutes }
}

function startOf(said: SaidTime, plannedStart: Instant, now: Instant, zone: Zone): Instant | undefined {
  if (said.eta !== undefined) return clockTimeNear(said.eta, plannedStart, zone)
  if (said.minutes === undefined) return undefined
  return (said.countedFrom === 'now' ? now : plannedStart) + said.minutes * 60_000
}

/**
 * "9.20" means the first 9.20 after the planned start that can be a delay: a visit at 23.50 that will be there at 0.10 is
 * the next day's, and in the repeated hour "1.10" after a visit at 1.30 is the second 1.10. Where none can be, it is the
 * nearest one, which lies before the plan.
 */
function clockTimeNear(time: string, plannedStart: Instant, zone: Zone): Instant {
  const { date } = toLocal(plannedStart, zone)
  const candidates = [addDays(date, -1), date, addDays(date, 1)].flatMap((day) =>
    (['start', 'end'] as const).map((side) => toInstant({ date: day, time }, zone, side)),
  )
  const delays = candidates.filter(
    (at) => at >= plannedStart && minutesBetween(plannedStart, at) <= LONGEST_DELAY_MINUTES,
  )
  const distance = (at: Instant) => Math.abs(at - plannedStart)
  return (delays.length > 0 ? delays : candidates).reduce((best, at) => (distance(at) < distance(best) ? at : best))
}
