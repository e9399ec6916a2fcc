import type { LocalTime, Weekday } from '../cellar/local-time.ts'

/** A stretch of a weekday in which the office answers, on the wall clock of the branch. */
export interface OfficeHours {
  weekday: Weekday
  from: LocalTime
  /** not included; later than `from` */
  to: LocalTime
}

/**
 * Office hours as a care manager writes them: `Mon-Fri 09:00-17:00; Sat 09:00-12:30`. A day that is not named is closed.
 * Undefined where this cannot be read; an empty text is an office that never answers.
 */
export function readOfficeHours(text: string): OfficeHours[] | undefined {
  const parts = text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const read = parts.map(readPart)
  return read.every((part) => part !== undefined) ? read.flat() : undefined
}

const DAYS: readonly { name: string; weekday: Weekday }[] = [
  { name: 'mon', weekday: 1 },
  { name: 'tue', weekday: 2 },
  { name: 'wed', weekday: 3 },
  { name: 'thu', weekday: 4 },
  { name: 'fri', weekday: 5 },
  { name: 'sat', weekday: 6 },
  { name: 'sun', weekday: 7 },
]

const TIME = '(?:[01]\\d|2[0-3]):[0-5]\\d'
const PART = new RegExp(`^([a-z]{3})(?:\\s*-\\s*([a-z]{3}))?\\s+(${TIME})\\s*-\\s*(${TIME})$`)

function readPart(part: string): OfficeHours[] | undefined {
  const [, first, last = first, from, to] = PART.exec(part.toLowerCase().replaceAll('–', '-')) ?? []
  const begin = DAYS.findIndex((day) => day.name === first)
  const end = DAYS.findIndex((day) => day.name === last)
  if (begin < 0 || end < begin || from === undefined || to === undefined || from >= to) return undefined
  return DAYS.slice(begin, end + 1).map(({ weekday }) => ({ weekday, from, to }))
}
