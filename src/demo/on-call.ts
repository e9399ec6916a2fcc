import Holidays from 'date-holidays'
import type { LocalDate } from '../cellar/local-time.ts'
import { addDays, daysBetween, weekdayOf } from '../cellar/local-time.ts'
import type { Chance } from './chance.ts'
import { at } from './chance.ts'
import type { Dealer } from './dealer.ts'

export interface DemoManager {
  ref: string
  first: string
  last: string
  role: 'registered_manager' | 'nominated_director' | 'care_manager' | 'senior_on_call' | 'coordinator'
  phone1: string
  phone2: string
}

export interface DemoShift {
  ref: string
  startsAt: string
  endsAt: string
  cover: 'office' | 'out_of_hours'
  dayType: 'weekday' | 'weekend' | 'bank_holiday'
  bankHoliday: string
  tier: number
  manager: DemoManager
}

const ROLES: readonly DemoManager['role'][] = [
  'registered_manager',
  'nominated_director',
  ...Array<DemoManager['role']>(3).fill('care_manager'),
  ...Array<DemoManager['role']>(5).fill('senior_on_call'),
  ...Array<DemoManager['role']>(3).fill('coordinator'),
]

export function makeManagers(chance: Chance, dealer: Dealer): DemoManager[] {
  return ROLES.map((role, index) => ({
    ref: `MG${String(index + 1).padStart(2, '0')}`,
    ...dealer.person(chance.happens(0.7) ? 'F' : 'M'),
    role,
    phone1: dealer.mobile(),
    phone2: index < 5 ? dealer.landline() : '',
  }))
}

/** Four tiers for every hour of the date from 07:00 to 07:00: the office by day, two halves on free days. */
export function shiftsOn(managers: readonly DemoManager[], date: LocalDate): DemoShift[] {
  const bankHoliday = bankHolidayOn(date)
  const dayType = bankHoliday !== '' ? 'bank_holiday' : weekdayOf(date) >= 6 ? 'weekend' : 'weekday'
  const free = dayType !== 'weekday'
  const turn = daysBetween('2026-01-05', date)
  const change = free ? '19:00' : '17:00'
  const halves = [
    { startsAt: `${date}T07:00`, endsAt: `${date}T${change}`, office: !free, n: 0 },
    { startsAt: `${date}T${change}`, endsAt: `${addDays(date, 1)}T07:00`, office: false, n: 1 },
  ]
  return halves.flatMap((half) =>
    laddersOf(managers, half.office, turn * 2 + half.n).map((manager, index) => ({
      ref: `OC-${date.slice(2).replaceAll('-', '')}-${half.startsAt.slice(11).replace(':', '')}-${index + 1}`,
      startsAt: half.startsAt,
      endsAt: half.endsAt,
      cover: half.office ? ('office' as const) : ('out_of_hours' as const),
      dayType,
      bankHoliday,
      tier: index + 1,
      manager,
    })),
  )
}

/** Who is rung in which order: by day two of the office, by night a senior; then care manager, registered manager, director. */
function laddersOf(managers: readonly DemoManager[], office: boolean, turn: number): DemoManager[] {
  const of = (role: DemoManager['role'], n: number) => {
    const all = managers.filter((one) => one.role === role)
    return at(all, ((n % all.length) + all.length) % all.length)
  }
  const [registered, director] = [of('registered_manager', 0), of('nominated_director', 0)]
  return office
    ? [of('coordinator', turn), of('coordinator', turn + 1), of('care_manager', turn), registered]
    : [of('senior_on_call', turn), of('care_manager', turn), registered, director]
}

const holidays = new Holidays('GB', 'ENG')
const byYear = new Map<string, Map<LocalDate, string>>()

function bankHolidayOn(date: LocalDate): string {
  const year = date.slice(0, 4)
  const known = byYear.get(year) ?? bankHolidaysOf(Number(year))
  byYear.set(year, known)
  return known.get(date) ?? ''
}

/** A day off that falls on a weekend is taken on its substitute day. */
function bankHolidaysOf(year: number): Map<LocalDate, string> {
  const days = holidays
    .getHolidays(year, 'en')
    .map((one) => ({ date: one.date.slice(0, 10), name: one.name, type: one.type }))
  const off = days.filter((one) => (one.type === 'public' || one.type === 'bank') && weekdayOf(one.date) <= 5)
  return new Map(off.map((one) => [one.date, one.name]))
}
