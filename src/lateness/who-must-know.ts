import type { Instant } from '../cellar/local-time.ts'
import { minutesBetween } from '../cellar/local-time.ts'
import type { Situation } from './situation.ts'

/** Told again when the time moved by this much or more (design 3.2). */
const WORTH_TELLING_AGAIN_MINUTES = 10

/** What the household was told last and believes now. */
export interface LastTold {
  start: Instant
}

export type Telling =
  | { kind: 'nothing' }
  /** the first time, a changed time, or that it is the planned time after all */
  | { kind: 'late' | 'changed' | 'planned-again'; start: Instant }

/**
 * What the service user's household must learn about a visit's start, given what they believe (P-063, P-064, P-140).
 * A report that was taken back is always corrected to whoever was told, however small the difference. A time that is
 * over is told to nobody: from then on a human has it.
 */
export function whatToTell(situation: Situation, lastTold: LastTold | undefined): Telling {
  if (!situation.contactAllowed || situation.arrivedAt !== undefined || situation.timeHasPassed)
    return { kind: 'nothing' }
  const start = situation.expectedStart
  if (lastTold === undefined) return situation.worthTelling ? { kind: 'late', start } : { kind: 'nothing' }
  if (!isOutdated(lastTold, situation)) return { kind: 'nothing' }
  return { kind: situation.lateReport === undefined ? 'planned-again' : 'changed', start }
}

/**
 * Whether what somebody was told does not hold any more: whoever was expected is not coming, the report was taken back
 * or the plan moved (however small the difference), or there is a newer time 10 minutes or more from it.
 */
export function isOutdated(told: LastTold, situation: Situation): boolean {
  if (situation.notComing !== undefined) return true
  const moved = Math.abs(minutesBetween(told.start, situation.expectedStart))
  return situation.lateReport === undefined ? moved > 0 : moved >= WORTH_TELLING_AGAIN_MINUTES
}
