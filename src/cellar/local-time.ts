/**
 * Local time and instants. The only file that knows luxon.
 *
 * Luxon settles a repeated or skipped hour by *today's* offset, so its plain answer changes with the season in which
 * the program runs. Here such hours are settled by rule (design, section 2, "Time") and never by today's date.
 */
import { DateTime } from 'luxon'

/** Milliseconds since 1 January 1970, UTC. */
export type Instant = number
/** `YYYY-MM-DD` */
export type LocalDate = string
/** `HH:MM`, 00:00 to 23:59 */
export type LocalTime = string
/** An IANA name such as `Europe/London`. */
export type Zone = string
/** Which end of a stretch of time a wall-clock time is; it decides the repeated hour. */
export type Side = 'start' | 'end'

/** A date and a wall-clock time, as people write and say them. */
export type Local = { date: LocalDate; time: LocalTime }
/** Monday is 1, Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7
/** What the clock on the wall shows at an instant. */
export type LocalMoment = Local & { weekday: Weekday; offsetMinutes: number }

/**
 * The instant of a wall-clock time. In the repeated hour of autumn a start is the first occurrence and an end the
 * last; a time that the spring change skips is the first instant after the gap.
 *
 * @throws RangeError when the date, the time or the zone does not exist
 */
export function toInstant(local: Local, zone: Zone, side: Side): Instant {
  return resolveLocal(local, zone, side).at
}

/** Like {@link toInstant}, and says whether the time was `plain`, `repeated` or `skipped` that day. */
export function resolveLocal(
  local: Local,
  zone: Zone,
  side: Side,
): { at: Instant; kind: 'plain' | 'repeated' | 'skipped' } {
  const guess = readLocal(local, zone)
  if (guess.toFormat(PATTERN) !== `${local.date} ${local.time}`) {
    return { at: firstInstantAfterGap(local, zone), kind: 'skipped' }
  }
  const occurrences = guess.getPossibleOffsets().map((one) => one.toMillis())
  const at = side === 'start' ? Math.min(...occurrences) : Math.max(...occurrences)
  return { at, kind: occurrences.length > 1 ? 'repeated' : 'plain' }
}

/**
 * What the wall clock shows at an instant; seconds are cut off, never rounded up.
 *
 * @throws RangeError when the zone or the instant does not exist
 */
export function toLocal(at: Instant, zone: Zone): LocalMoment {
  const moment = readInstant(at, zone)
  return {
    date: moment.toFormat(DATE_PATTERN),
    time: moment.toFormat(TIME_PATTERN),
    weekday: toWeekday(moment.weekday),
    offsetMinutes: moment.offset,
  }
}

/** The date so many days later (or earlier, below zero). @throws RangeError when the date does not exist */
export function addDays(date: LocalDate, days: number): LocalDate {
  return readDate(date).plus({ days }).toFormat(DATE_PATTERN)
}

/** Whole days from one date to another, below zero when `to` is earlier. @throws RangeError when a date does not exist */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((readDate(to).toMillis() - readDate(from).toMillis()) / DAY_MS)
}

/** Monday is 1, Sunday 7. @throws RangeError when the date does not exist */
export function weekdayOf(date: LocalDate): Weekday {
  return toWeekday(readDate(date).weekday)
}

/** `2026-11-23T07:00:00+00:00`: the local time with its offset, so that the two 01:30s of autumn differ. */
export function isoWithOffset(at: Instant, zone: Zone): string {
  return readInstant(at, zone).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ")
}

/** Minutes from one instant to another: may be a fraction, and is below zero when `to` is earlier. */
export function minutesBetween(from: Instant, to: Instant): number {
  return (to - from) / MINUTE_MS
}

/** Whether the time zone data of this machine knows the name. */
export function isZone(text: string): boolean {
  return text !== '' && DateTime.fromMillis(0, { zone: text }).isValid
}

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const DATE_PATTERN = 'yyyy-MM-dd'
const TIME_PATTERN = 'HH:mm'
const PATTERN = `${DATE_PATTERN} ${TIME_PATTERN}`

function readLocal(local: Local, zone: Zone): DateTime<true> {
  const text = `${local.date} ${local.time}`
  if (!/^\d{4}-\d{2}-\d{2} (?:[01]\d|2[0-3]):[0-5]\d$/.test(text)) {
    throw new RangeError(
      `"${text}" is not a local time: write the date as YYYY-MM-DD and the time as HH:MM, 00:00 to 23:59.`,
    )
  }
  return known(DateTime.fromFormat(text, PATTERN, { zone }), text, zone)
}

function readInstant(at: Instant, zone: Zone): DateTime<true> {
  if (!Number.isFinite(at)) throw new RangeError(`${at} is not an instant: give milliseconds since 1970, UTC.`)
  return known(DateTime.fromMillis(at, { zone, locale: 'en-GB' }), String(at), zone)
}

function readDate(date: LocalDate): DateTime<true> {
  return readLocal({ date, time: '00:00' }, 'utc')
}

function known(moment: DateTime, text: string, zone: Zone): DateTime<true> {
  if (isKnown(moment)) return moment
  throw new RangeError(`"${text}" in the zone "${zone}" does not exist (${moment.invalidReason}).`)
}

function isKnown(moment: DateTime): moment is DateTime<true> {
  return moment.isValid
}

function toWeekday(weekday: number): Weekday {
  const found = WEEKDAYS.find((one) => one === weekday)
  if (found === undefined) throw new RangeError(`${weekday} is not a day of the week: Monday is 1, Sunday is 7.`)
  return found
}

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

/**
 * The gap lies somewhere within the wall-clock time read with the later offset and read with the earlier one; halving
 * that stretch finds the millisecond at which the offset changes, whatever the size of the gap.
 */
function firstInstantAfterGap(local: Local, zone: Zone): Instant {
  const asIfUtc = readLocal(local, 'utc').toMillis()
  const offsetAt = (at: Instant) => readInstant(at, zone).offset
  const offsetAfter = offsetAt(asIfUtc + DAY_MS)
  let before = asIfUtc - offsetAfter * MINUTE_MS
  let after = asIfUtc - offsetAt(asIfUtc - DAY_MS) * MINUTE_MS
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (offsetAt(middle) === offsetAfter) after = middle
    else before = middle
  }
  return after
}
