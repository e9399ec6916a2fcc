import type { Instant, LocalDate } from '../../cellar/local-time.ts'
import { addDays, daysBetween, minutesBetween } from '../../cellar/local-time.ts'
import type { ReadTime } from './cells.ts'
import type { WallClock } from './wall-clock.ts'
import { clockTime, readDate, readLength, readText, readTime } from './cells.ts'

/** The cells of a row that say when a visit is. */
export interface TimeCells {
  date: string
  start: string
  end: string
  length: string
  lengthHeading: string
}

/** What is known of the whole file, which single cells cannot say. */
export interface TimesOfFile {
  clock: WallClock
  /** some date in the file can only be month first, so swappable ones are doubtful */
  monthFirst: boolean
  /** some time in the file is written as a fraction of a day */
  fractions: boolean
}

export interface VisitTimes {
  start: Instant
  end: Instant
  /** the branch's date on which it starts */
  localDate: LocalDate
  warnings: TimeWarning[]
}

export type TimeWarning = 'nonexistent_local_time' | 'repeated_local_time' | 'duration_mismatch'

export interface TimesRefused {
  reason: RefusedTime
  column: 'date' | 'planned_start' | 'planned_end' | 'duration'
}

export type RefusedTime =
  | 'missing_date'
  | 'bad_date'
  | 'ambiguous_date'
  | 'missing_start'
  | 'bad_time'
  | 'missing_end'
  | 'bad_duration'
  | 'zero_duration'
  | 'negative_duration'
  | 'duration_too_long'

/**
 * When a visit starts and ends. Times are the wall clock of the zone; where times and length disagree, the times win.
 * A start that the clock skips is the first instant after the gap and keeps the visit's planned length. A start that
 * happens twice is the first, unless the row says GMT or `firstTaken` says that an earlier row of the same person with
 * another reference has it.
 */
export function readTimes(
  cells: TimeCells,
  file: TimesOfFile,
  firstTaken: (start: Instant) => boolean,
): VisitTimes | TimesRefused {
  const day = dayOf(cells, file)
  if ('reason' in day) return day
  const start = startOf(cells, day, file)
  if ('reason' in start) return start
  const begin = beginning(start, file.clock, firstTaken)
  const length = lengthOf(cells)
  if ('reason' in length && readText(cells.end) === '') return length
  const stated = 'reason' in length ? 'unreadable' : length.minutes
  const finish = endOf(cells, start, begin, stated, file)
  if ('reason' in finish) return finish
  const elapsed = minutesBetween(begin.at, finish.end)
  if (elapsed <= 0) return { reason: elapsed === 0 ? 'zero_duration' : 'negative_duration', column: 'planned_end' }
  if (elapsed > 24 * 60)
    return { reason: 'duration_too_long', column: readText(cells.end) === '' ? 'duration' : 'planned_end' }
  const mismatch = stated !== undefined && stated !== elapsed
  return {
    start: begin.at,
    end: finish.end,
    localDate: start.date,
    warnings: [...begin.warnings, ...finish.warnings, ...(mismatch ? (['duration_mismatch'] as const) : [])],
  }
}

/** A start as it was written: wall-clock date and minute of the day. */
interface WrittenStart {
  date: LocalDate
  minutes: number
  clock: ReadTime['clock']
}

interface Beginning {
  at: Instant
  kind: 'plain' | 'repeated' | 'skipped'
  warnings: TimeWarning[]
}

/** A night's visit may end the next morning, but an end fourteen hours "later" is a slip of the pen. */
const LONGEST_OVER_MIDNIGHT_MINUTES = 14 * 60
const DAY_MINUTES = 24 * 60

function dayOf(cells: TimeCells, file: TimesOfFile): { date?: LocalDate; minutes?: number } | TimesRefused {
  if (readText(cells.date) === '') return {}
  const read = readDate(cells.date)
  if (read.kind !== 'date') return { reason: 'bad_date', column: 'date' }
  if (read.swappable && file.monthFirst) return { reason: 'ambiguous_date', column: 'date' }
  return read.minutes === undefined ? { date: read.date } : { date: read.date, minutes: read.minutes }
}

function startOf(
  cells: TimeCells,
  day: { date?: LocalDate; minutes?: number },
  file: TimesOfFile,
): WrittenStart | TimesRefused {
  const empty = readText(cells.start) === ''
  const beside: ReadTime | undefined = day.minutes === undefined ? undefined : { minutes: day.minutes }
  const written = empty ? beside : readTime(cells.start, file.fractions)
  const date = day.date ?? written?.date
  if (date === undefined && (empty || written !== undefined)) return { reason: 'missing_date', column: 'date' }
  if (empty && beside === undefined) return { reason: 'missing_start', column: 'planned_start' }
  if (date === undefined || written === undefined || written.minutes === DAY_MINUTES) {
    return { reason: 'bad_time', column: 'planned_start' }
  }
  return { date, minutes: written.minutes, clock: written.clock }
}

function beginning(start: WrittenStart, clock: WallClock, firstTaken: (start: Instant) => boolean): Beginning {
  const local = { date: start.date, time: clockTime(start.minutes) }
  const first = clock.resolve(local, 'start')
  if (first.kind === 'skipped') return { ...first, warnings: ['nonexistent_local_time'] }
  if (first.kind === 'plain') return { ...first, warnings: [] }
  const second = start.clock === 'GMT' || (start.clock === undefined && firstTaken(first.at))
  const at = second ? clock.resolve(local, 'end').at : first.at
  return { at, kind: 'repeated', warnings: start.clock === undefined ? ['repeated_local_time'] : [] }
}

function lengthOf(cells: TimeCells): { minutes: number | undefined } | TimesRefused {
  if (readText(cells.length) === '') {
    return readText(cells.end) === '' ? { reason: 'missing_end', column: 'planned_end' } : { minutes: undefined }
  }
  const minutes = readLength(cells.length, cells.lengthHeading)
  if (minutes === undefined) return { reason: 'bad_duration', column: 'duration' }
  if (minutes === 0) return { reason: 'zero_duration', column: 'duration' }
  if (minutes < 0) return { reason: 'negative_duration', column: 'duration' }
  return minutes > DAY_MINUTES ? { reason: 'duration_too_long', column: 'duration' } : { minutes }
}

function endOf(
  cells: TimeCells,
  start: WrittenStart,
  begin: Beginning,
  stated: number | 'unreadable' | undefined,
  file: TimesOfFile,
): { end: Instant; warnings: TimeWarning[] } | TimesRefused {
  if (readText(cells.end) === '') {
    return typeof stated === 'number'
      ? { end: after(begin.at, stated), warnings: [] }
      : { reason: 'missing_end', column: 'planned_end' }
  }
  const written = readTime(cells.end, file.fractions)
  if (written === undefined) return { reason: 'bad_time', column: 'planned_end' }
  const length = wallLength(start, written)
  if (typeof length !== 'number') return length
  if (begin.kind === 'skipped') {
    return { end: after(begin.at, typeof stated === 'number' ? stated : length), warnings: [] }
  }
  return wallEnd(start, written, length, begin, stated, file.clock)
}

/** Minutes between start and end as the wall clock shows them. */
function wallLength(start: WrittenStart, end: ReadTime): number | TimesRefused {
  const refuse = (reason: RefusedTime): TimesRefused => ({ reason, column: 'planned_end' })
  if (end.date !== undefined) {
    const length = daysBetween(start.date, end.date) * DAY_MINUTES + end.minutes - start.minutes
    if (length === 0) return refuse('zero_duration')
    return length < 0 ? refuse('negative_duration') : length
  }
  const length = end.minutes - start.minutes
  if (length === 0) return refuse('zero_duration')
  if (length > 0) return length
  return length + DAY_MINUTES <= LONGEST_OVER_MIDNIGHT_MINUTES ? length + DAY_MINUTES : refuse('negative_duration')
}

/**
 * The end on a night on which the clock may change. An end that happens twice is the last one, unless the start lies in
 * the same hour or the stated length says otherwise; an end that does not exist keeps the planned length.
 */
function wallEnd(
  start: WrittenStart,
  end: ReadTime,
  length: number,
  begin: Beginning,
  stated: number | 'unreadable' | undefined,
  clock: WallClock,
): { end: Instant; warnings: TimeWarning[] } {
  const days = Math.floor((start.minutes + length) / DAY_MINUTES)
  const local = {
    date: days === 0 ? start.date : addDays(start.date, days),
    time: clockTime(end.minutes % DAY_MINUTES),
  }
  const last = clock.resolve(local, 'end')
  const straight = after(begin.at, length)
  if (last.kind === 'plain') return { end: last.at, warnings: [] }
  if (last.kind === 'skipped') return { end: straight, warnings: ['nonexistent_local_time'] }
  const first = clock.resolve(local, 'start').at
  if (end.clock !== undefined) return { end: end.clock === 'BST' ? first : last.at, warnings: [] }
  const fitting = [last.at, first].find((at) => minutesBetween(begin.at, at) === stated)
  return { end: fitting ?? (begin.kind === 'repeated' ? straight : last.at), warnings: [] }
}

function after(at: Instant, minutes: number): Instant {
  return at + minutes * 60_000
}
