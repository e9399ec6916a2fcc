import type { Instant, LocalDate, Zone } from '../cellar/local-time.ts'
import { addDays, toInstant, toLocal } from '../cellar/local-time.ts'

/** A check of the night: the round that makes it, whose turn it is, and when. */
export interface NightCheck {
  /** 0 or 1: the two rounds take turns, so that either's next check is never far */
  round: number
  /** 0 to 3: four people are looked in on */
  person: number
  at: Instant
}

const HOUR_MS = 3_600_000
const FIRST = '23:00'
const LAST = '06:00'

/**
 * The checks of the night that begins on a date: one every hour that really passes, from eleven to six. On the night the
 * clocks go back there is one more, on the night they go forward one fewer.
 */
export function nightChecks(date: LocalDate, zone: Zone): NightCheck[] {
  const first = toInstant({ date, time: FIRST }, zone, 'start')
  const last = toInstant({ date: addDays(date, 1), time: LAST }, zone, 'start')
  const count = Math.floor((last - first) / HOUR_MS) + 1
  return Array.from({ length: count }, (_, n) => ({ round: n % 2, person: n % 4, at: first + n * HOUR_MS }))
}

/** A wall-clock time, with GMT or BST behind it where it happens twice that night. */
export function writtenTime(at: Instant, zone: Zone): string {
  const { date, time, offsetMinutes } = toLocal(at, zone)
  const twice = toInstant({ date, time }, zone, 'start') !== toInstant({ date, time }, zone, 'end')
  return twice ? `${time} ${offsetMinutes === 0 ? 'GMT' : 'BST'}` : time
}
