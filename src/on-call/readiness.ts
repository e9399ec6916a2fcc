import type { Instant, LocalDate, Zone } from '../cellar/local-time.ts'
import { addDays, toInstant, toLocal, weekdayOf } from '../cellar/local-time.ts'
import { bankHolidayOn } from './bank-holidays.ts'
import type { Flaw } from './gaps.ts'
import { officeTimesOn, type OnCallPlan, type Stretch } from './plan.ts'

/** When the plan is looked at for what is to come, on the wall clock: while there is still somebody to put it right. */
const LOOK_AT = '14:00'
/** By when it is to be put right. */
const RIGHT_BY = '16:00'
const WEEKEND = 6
const LONGEST_DAYS = 7

/** The last look that was due up to an instant, and the next one after it. */
export function looksAround(at: Instant, zone: Zone): { last: Instant; next: Instant } {
  const { date } = toLocal(at, zone)
  const lookOn = (days: number) => toInstant({ date: addDays(date, days), time: LOOK_AT }, zone, 'start')
  return lookOn(0) <= at ? { last: lookOn(0), next: lookOn(1) } : { last: lookOn(-1), next: lookOn(0) }
}

/**
 * What a look is about: until the end of the next working day, so that a Friday sees the whole weekend and the day before
 * Christmas Eve sees Christmas.
 */
export function horizonOf(plan: OnCallPlan, at: Instant): Stretch {
  const { date } = toLocal(at, plan.zone)
  const days = Array.from({ length: LONGEST_DAYS }, (_, index) => addDays(date, index + 1))
  const working = days.find((day) => isWorkingDay(plan, day)) ?? addDays(date, LONGEST_DAYS)
  return { from: at, until: toInstant({ date: addDays(working, 1), time: '00:00' }, plan.zone, 'start') }
}

/** By when a flaw is to be put right: this afternoon; at once where it begins before, or it is past that already. */
export function rightBy(flaw: Flaw, now: Instant, zone: Zone): Instant {
  const { date } = toLocal(now, zone)
  const today = toInstant({ date, time: RIGHT_BY }, zone, 'start')
  return Math.max(now, Math.min(today, flaw.from))
}

function isWorkingDay(plan: OnCallPlan, date: LocalDate): boolean {
  if (plan.officeHours.length > 0) return officeTimesOn(plan, date).length > 0
  return weekdayOf(date) < WEEKEND && bankHolidayOn(date, plan.nation) === undefined
}
