import Holidays from 'date-holidays'
import type { LocalDate } from '../cellar/local-time.ts'

/** The nations of the United Kingdom: each has bank holidays of its own. */
export type Nation = 'england' | 'wales' | 'scotland' | 'northern_ireland'

const REGIONS: Record<Nation, string> = { england: 'ENG', wales: 'WLS', scotland: 'SCT', northern_ireland: 'NIR' }

/** A nation as it is stored; anything else counts as England. */
export function nationOf(text: string): Nation {
  return Object.hasOwn(REGIONS, text) ? (text as Nation) : 'england'
}

/** The name of the bank holiday on a date, substitute days and days on a weekend among them; undefined on any other day. */
export function bankHolidayOn(date: LocalDate, nation: Nation): string | undefined {
  const key = `${nation} ${date.slice(0, 4)}`
  const known = years.get(key) ?? bankHolidaysOf(Number(date.slice(0, 4)), nation)
  years.set(key, known)
  return known.get(date)
}

const years = new Map<string, ReadonlyMap<LocalDate, string>>()

function bankHolidaysOf(year: number, nation: Nation): Map<LocalDate, string> {
  const days = new Holidays('GB', REGIONS[nation]).getHolidays(year, 'en')
  const off = days.filter((day) => day.type === 'public' || day.type === 'bank')
  return new Map(off.map((day) => [day.date.slice(0, 10), day.name]))
}
