import type { Instant, LocalDate, Zone } from '../cellar/local-time.ts'
import { addDays, toInstant, toLocal, weekdayOf } from '../cellar/local-time.ts'
import type { OfficeHours } from '../rota/office-hours.ts'
import { bankHolidayOn, type Nation } from './bank-holidays.ts'

/** The out-of-hours plan of a branch as data (P-070): when the office answers, and how many tiers stand behind it. */
export interface OnCallPlan {
  zone: Zone
  nation: Nation
  /** empty where none were given: then the managers on call are rung by day too */
  officeHours: readonly OfficeHours[]
  /** tiers that must have somebody whenever the office is closed; 1 at the least */
  tiers: number
}

/** What kind of time it is: what the plan says of it hangs on this. */
export interface KindOfTime {
  office: 'open' | 'closed'
  day: 'weekday' | 'weekend' | 'bank holiday'
  /** "Christmas Day" */
  bankHoliday: string | undefined
}

/** A stretch of time; `until` is not included. */
export interface Stretch {
  from: Instant
  until: Instant
}

export function kindOfTime(plan: OnCallPlan, at: Instant): KindOfTime {
  const { date } = toLocal(at, plan.zone)
  const bankHoliday = bankHolidayOn(date, plan.nation)
  const day = bankHoliday !== undefined ? 'bank holiday' : weekdayOf(date) >= 6 ? 'weekend' : 'weekday'
  return { office: isOpen(plan, at) ? 'open' : 'closed', day, bankHoliday }
}

/** "out of hours, bank holiday: Christmas Day" */
export function kindInWords({ office, day, bankHoliday }: KindOfTime): string {
  const hours = office === 'open' ? 'office hours' : 'out of hours'
  return bankHoliday === undefined ? `${hours}, ${day}` : `${hours}, ${day}: ${bankHoliday}`
}

/** When the office answers between two instants, in order; never on a bank holiday. Both clock changes come out right. */
export function officeTimes(plan: OnCallPlan, from: Instant, until: Instant): Stretch[] {
  const last = toLocal(until, plan.zone).date
  const days: LocalDate[] = []
  for (let date = toLocal(from, plan.zone).date; date <= last; date = addDays(date, 1)) days.push(date)
  return days
    .flatMap((date) => officeTimesOn(plan, date))
    .filter((open) => open.until > from && open.from < until)
    .toSorted((a, b) => a.from - b.from)
}

/** The office's times on one date. */
export function officeTimesOn({ officeHours, nation, zone }: OnCallPlan, date: LocalDate): Stretch[] {
  if (bankHolidayOn(date, nation) !== undefined) return []
  const weekday = weekdayOf(date)
  return officeHours
    .filter((hours) => hours.weekday === weekday)
    .map(({ from, to }) => ({
      from: toInstant({ date, time: from }, zone, 'start'),
      until: toInstant({ date, time: to }, zone, 'end'),
    }))
    .filter((open) => open.until > open.from)
}

function isOpen(plan: OnCallPlan, at: Instant): boolean {
  return officeTimesOn(plan, toLocal(at, plan.zone).date).some((open) => open.from <= at && at < open.until)
}
