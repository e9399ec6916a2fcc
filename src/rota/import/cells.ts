import { cleanText } from '../../cellar/clean-text.ts'
import type { LocalDate, LocalTime } from '../../cellar/local-time.ts'
import { addDays } from '../../cellar/local-time.ts'

/** How single cells are read, whoever wrote the file. Every function takes the cell as it stands. */

export type ReadDate =
  /** `swappable`: day and month could be exchanged; `minutes` into the day where the cell holds a time as well */
  | { kind: 'date'; date: LocalDate; swappable: boolean; minutes?: number }
  /** only a month-first reading gives a date that exists */
  | { kind: 'month-first' }
  | { kind: 'bad' }

/** A time of day in whole minutes from midnight; 24:00 is 1440. `clock` where the cell says which of two it means. */
export interface ReadTime {
  minutes: number
  clock?: 'GMT' | 'BST'
  date?: LocalDate
}

/** The cell's text, harmless and trimmed; the apostrophe with which spreadsheets mark text is taken off. */
export function readText(cell: string): string {
  const clean = PLAIN.test(cell) ? cell : cleanText(cell)
  return clean.trim().replace(/^'(?=[\d=+@-])/, '')
}

/** Whether a spreadsheet would run the cell. A lone dash is only a dash. */
export function isFormulaLike(cell: string): boolean {
  return /^[=+@-]./.test(cell.trim()) && !/^-?\d+([.,]\d+)?$/.test(cell.trim())
}

/**
 * Day first: `23/11/2026`, `1.12.26`, `23 Nov 2026`, ISO `2026-11-23` (a time may follow either), and spreadsheets' serial
 * dates, which are days since 30 December 1899.
 */
export function readDate(cell: string): ReadDate {
  const text = readText(cell).replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[ ,]+/i, '')
  if (/^\d{5}(?:\.\d+)?$/.test(text)) return readSerialDate(Number(text))
  const [day = '', ...rest] = text.split(/[T ]+(?=\d{1,2}[:.]\d{2})/)
  if (rest.length === 0) return readDay(day)
  const time = readTime(rest.join(' '))
  const read = readDay(day)
  if (time === undefined) return { kind: 'bad' }
  return read.kind === 'date' ? { ...read, minutes: time.minutes } : read
}

/**
 * `07:30`, `7.30`, `0730`, `730`, `7:30 AM`, `7pm`, `01:30 GMT`, a spreadsheet's fraction of a day or serial date with a
 * fraction. One digit after a point (`7.3`) could mean two things and is refused.
 */
export function readTime(cell: string, fractionsOfDay = false): ReadTime | undefined {
  const text = readText(cell)
  if (/^\d{5}\.\d+$/.test(text)) return fromSerial(text)
  if (/^(?:0?\.\d{3,}|[01])$/.test(text) || (fractionsOfDay && /^0?\.\d+$/.test(text)))
    return fromFraction(Number(text))
  const dated = /^(.*\d)[T ]+(\d{1,2}[:.]\d{2}.*)$/.exec(text)
  if (dated !== null) return withDate(dated[1] ?? '', dated[2] ?? '')
  const found = /^(\d{1,2})[:.](\d{2})(?::\d{2})?\s*([ap]\.?m\.?)?\s*(gmt|utc|bst)?$/i.exec(text)
  const other =
    found ?? /^(\d{1,2})(\d{2})()\s*(gmt|utc|bst)?$/i.exec(text) ?? /^(\d{1,2})()\s*([ap]\.?m\.?)()$/i.exec(text)
  if (other === null) return undefined
  const minutes = minutesOfDay(Number(other[1]), Number(other[2] || 0), other[3])
  if (minutes === undefined) return undefined
  const clock = other[4] === undefined || other[4] === '' ? undefined : other[4].toUpperCase()
  return clock === undefined ? { minutes } : { minutes, clock: clock === 'BST' ? 'BST' : 'GMT' }
}

/** Whether a cell can only be a fraction of a day, which tells how the other cells of its column are meant. */
export function isFractionOfDay(cell: string): boolean {
  return /^0?\.\d{3,}$/.test(readText(cell))
}

/** A length in minutes: `00:45`, `45`, `1h 30m`, `30 mins`, `2 hr`; `0,5` or `1.5` are hours where the heading says so. */
export function readLength(cell: string, heading: string): number | undefined {
  const text = readText(cell).toLowerCase()
  const clock = /^(-?)(\d{1,3}):(\d{2})(?::\d{2})?$/.exec(text)
  if (clock !== null) return signed(clock[1], Number(clock[2]) * 60 + Number(clock[3]))
  const words = /^(-?)(?:(\d+(?:[.,]\d+)?)\s*h(?:ou)?r?s?)?\s*(?:(\d+)\s*m(?:in(?:ute)?s?)?)?$/.exec(text)
  if (words !== null && (words[2] ?? words[3]) !== undefined) {
    return signed(words[1], Math.round(decimal(words[2] ?? '0') * 60) + Number(words[3] ?? 0))
  }
  if (!/^-?\d+(?:[.,]\d+)?$/.test(text)) return undefined
  const number = decimal(text)
  if (/hour|hrs?\b/i.test(heading)) return Math.round(number * 60)
  if (/^-?\d+$/.test(text)) return number
  return Math.abs(number) < 1 && /[.,]\d{3,}$/.test(text) ? Math.round(number * 24 * 60) : undefined
}

/** `Y`, `yes`, `true`, `1` and their opposites; undefined for anything else, the empty cell included. */
export function readFlag(cell: string): boolean | undefined {
  const text = readText(cell).toLowerCase()
  if (['y', 'yes', 'true', 't', '1'].includes(text)) return true
  return ['n', 'no', 'false', 'f', '0'].includes(text) ? false : undefined
}

/** `a; b;c` */
export function readList(cell: string): string[] {
  return readText(cell)
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '')
}

/** Minutes from midnight as `HH:MM`. */
export function clockTime(minutes: number): LocalTime {
  return `${pad(Math.floor(minutes / 60), 2)}:${pad(minutes % 60, 2)}`
}

/** Most cells hold nothing that would need cleaning. */
const PLAIN = /^[\x20-\x7E]*$/

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MINUTES_A_DAY = 24 * 60
/** 1 January 2000 to about 2050: other numbers of five digits are no dates of a rota. */
const SERIALS = { from: 36_526, to: 55_000 }

function readDay(text: string): ReadDate {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text)
  if (iso !== null) return dated(Number(iso[1]), Number(iso[2]), Number(iso[3]), false)
  const named = /^(\d{1,2})(?:st|nd|rd|th)?[ -]+([a-z]{3})[a-z]*[ ,-]+(\d{4}|\d{2})$/i.exec(text)
  if (named !== null)
    return dated(year(named[3]), MONTHS.indexOf((named[2] ?? '').toLowerCase()) + 1, Number(named[1]), false)
  const slashed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(text)
  if (slashed === null) return { kind: 'bad' }
  const [first, second] = [Number(slashed[1]), Number(slashed[2])]
  const read = dated(year(slashed[3]), second, first, first <= 12 && second <= 12 && first !== second)
  if (read.kind === 'date') return read
  return dated(year(slashed[3]), first, second, false).kind === 'date' ? { kind: 'month-first' } : read
}

function year(text: string | undefined): number {
  const number = Number(text)
  return number < 100 ? 2000 + number : number
}

function dated(yearNumber: number, month: number, day: number, swappable: boolean): ReadDate {
  const leap = (yearNumber % 4 === 0 && yearNumber % 100 !== 0) || yearNumber % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  if (days === undefined || day < 1 || day > days) return { kind: 'bad' }
  return { kind: 'date', date: `${pad(yearNumber, 4)}-${pad(month, 2)}-${pad(day, 2)}`, swappable }
}

function pad(number: number, length: number): string {
  return String(number).padStart(length, '0')
}

function readSerialDate(serial: number): ReadDate {
  if (serial < SERIALS.from || serial > SERIALS.to) return { kind: 'bad' }
  const minutes = Math.round(serial * MINUTES_A_DAY)
  const date = addDays('1899-12-30', Math.floor(minutes / MINUTES_A_DAY))
  const left = minutes % MINUTES_A_DAY
  return { kind: 'date', date, swappable: false, ...(Number.isInteger(serial) ? {} : { minutes: left }) }
}

function fromSerial(text: string): ReadTime | undefined {
  const read = readSerialDate(Number(text))
  return read.kind === 'date' ? { minutes: read.minutes ?? 0, date: read.date } : undefined
}

function fromFraction(part: number): ReadTime {
  return { minutes: Math.round(part * MINUTES_A_DAY) }
}

function withDate(day: string, time: string): ReadTime | undefined {
  const date = readDate(day)
  const read = readTime(time)
  return date.kind === 'date' && read !== undefined ? { ...read, date: date.date } : undefined
}

function minutesOfDay(hours: number, minutes: number, half: string | undefined): number | undefined {
  if (minutes > 59) return undefined
  if (half === undefined || half === '')
    return hours < 24 || (hours === 24 && minutes === 0) ? hours * 60 + minutes : undefined
  if (hours < 1 || hours > 12) return undefined
  return ((hours % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0)) * 60 + minutes
}

function decimal(text: string): number {
  return Number(text.replace(',', '.'))
}

function signed(sign: string | undefined, minutes: number): number {
  return sign === '-' ? -minutes : minutes
}
