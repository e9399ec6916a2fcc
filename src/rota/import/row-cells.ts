import { z } from 'zod'
import type { LocalDate, LocalTime } from '../../cellar/local-time.ts'
import { isZone } from '../../cellar/local-time.ts'
import { parsePhoneNumber } from '../../cellar/phone-number.ts'
import { readOfficeHours } from '../office-hours.ts'
import { clockTime, readDate, readFlag, readList, readText, readTime } from './cells.ts'

/**
 * The kinds of cell in the files of people, as zod types. Each is read from the cell's text; a message says what to write
 * instead. An empty cell is "unknown or does not apply" unless the column is required.
 */

/** Any text, cleaned. */
export const text = z.string().transform(readText)

/** A text that must be there. */
export const required = read((cell) => (cell === '' ? undefined : cell), 'This must not be empty.')

/** An agency's own reference: no spaces at its ends, compared as it stands. */
export const reference = read(
  (cell) => (cell !== '' && cell.length <= 64 ? cell : undefined),
  'Every row needs its own reference here, of at most 64 characters.',
)

/** Empty is no. */
export const flag = read((cell) => (cell === '' ? false : readFlag(cell)), 'Write Y or N.')

/** A national number with a leading 0; empty is allowed. Kept as E.164. */
export const phone = read<string>(
  (cell) => (cell === '' ? '' : parsePhoneNumber(cell)),
  'This is no phone number that can be rung. Write it in full, like 07700 900123, as text.',
)

export const requiredPhone = read<string>(
  (cell) => parsePhoneNumber(cell),
  'A phone number is needed here. Write it in full, like 07700 900123, as text.',
)

/** A date, day first or YYYY-MM-DD; kept as YYYY-MM-DD, or empty. */
export const date = read<LocalDate>((cell) => {
  if (cell === '') return ''
  const found = readDate(cell)
  return found.kind === 'date' ? found.date : undefined
}, 'Write a date that exists, as YYYY-MM-DD or DD/MM/YYYY.')

/** Date and time on the wall clock, kept as YYYY-MM-DDTHH:MM. */
export const localMoment = read((cell) => {
  const found = readDate(cell)
  if (found.kind !== 'date' || found.minutes === undefined || found.minutes === 1440) return undefined
  return `${found.date}T${clockTime(found.minutes)}`
}, 'Write date and time as YYYY-MM-DDTHH:MM, on the wall clock.')

/** When the office answers; kept as it is written, or empty. */
export const hours = read<string>(
  (cell) => (readOfficeHours(cell) === undefined ? undefined : cell),
  'Write the hours of each day as "Mon-Fri 09:00-17:00; Sat 09:00-12:30".',
)

export const list = z.string().transform(readList)

export const zone = read(
  (cell) => (isZone(cell || USUAL_ZONE) ? cell || USUAL_ZONE : undefined),
  'Write a time zone such as Europe/London.',
)

export function time(otherwise: LocalTime) {
  return read<LocalTime>((cell) => {
    if (cell === '') return otherwise
    const found = readTime(cell)
    return found === undefined || found.minutes === 1440 ? undefined : clockTime(found.minutes)
  }, 'Write a time of day as HH:MM.')
}

/** One of a few words; anything else is turned away, because what the line does depends on it. */
export function oneOf<Word extends string>(words: readonly Word[], otherwise: Word) {
  return read<Word>(
    (cell) => {
      if (cell === '') return otherwise
      const plain = cell.toLowerCase().replace(/[ -]+/g, '_')
      return words.find((word) => word === plain || word === cell)
    },
    `Write one of: ${words.filter((word) => word !== '').join(', ')}.`,
  )
}

/** A number between bounds; null when the cell is empty. */
export function number(least: number, most: number, whole = true) {
  return read<number | null>(
    (cell) => (cell === '' ? null : numberBetween(cell, least, most, whole)),
    `Write ${whole ? 'a whole number' : 'a number'} from ${least} to ${most}.`,
  )
}

/** A whole number that must be there: a place in an order, 1 first. */
export const order = read<number>((cell) => numberBetween(cell, 1, 1000, true), 'Write a whole number: 1 comes first.')

function numberBetween(cell: string, least: number, most: number, whole: boolean): number | undefined {
  if (!/^-?\d+(?:[.,]\d+)?$/.test(cell)) return undefined
  const found = Number(cell.replace(',', '.'))
  return found < least || found > most || (whole && !Number.isInteger(found)) ? undefined : found
}

const USUAL_ZONE = 'Europe/London'

function read<Value>(from: (cell: string) => Value | undefined, remedy: string) {
  return z.string().transform((cell, context): Value => {
    const value = from(readText(cell))
    if (value !== undefined) return value
    context.issues.push({ code: 'custom', message: remedy, input: cell })
    return z.NEVER
  })
}
