/** Wall-clock arithmetic on a single day: minutes since midnight, and which half of the day is meant. */

import type { LocalTime } from '../cellar/local-time.ts'

/** `HH:MM` as minutes since midnight. */
export function minutesOf(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

/** Minutes since midnight as `HH:MM`, over midnight if need be. */
export function timeOf(minutes: number): LocalTime {
  const day = ((minutes % DAY) + DAY) % DAY
  return `${String(Math.floor(day / 60)).padStart(2, '0')}:${String(day % 60).padStart(2, '0')}`
}

const DAY = 24 * 60

/** Minutes from one wall-clock time to another, the short way round midnight: -719 to 720. */
export function apart(from: number, to: number): number {
  const forward = (((to - from) % DAY) + DAY) % DAY
  return forward > DAY / 2 ? forward - DAY : forward
}

/**
 * The time of day that is meant by an hour and minute as said. Without "am" or "pm" it is the one nearer to `near`
 * (minutes since midnight); without anything to be near to, small hours are the afternoon's.
 */
export function meantTime(
  said: { hour: number; minute: number; half?: 'am' | 'pm' },
  near: number | undefined,
): number {
  const asSaid = said.hour * 60 + said.minute
  if (said.hour > 12 || said.hour === 0) return asSaid
  const morning = (said.hour % 12) * 60 + said.minute
  const evening = morning + DAY / 2
  if (said.half) return said.half === 'am' ? morning : evening
  if (near === undefined) return said.hour === 12 || said.hour < 7 ? evening : morning
  return Math.abs(apart(near, morning)) <= Math.abs(apart(near, evening)) ? morning : evening
}
