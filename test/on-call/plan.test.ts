import { describe, expect, it } from 'vitest'
import { bankHolidayOn } from '../../src/on-call/bank-holidays.ts'
import { kindInWords, kindOfTime, officeTimes } from '../../src/on-call/plan.ts'
import { horizonOf, looksAround, rightBy } from '../../src/on-call/readiness.ts'
import { readOfficeHours } from '../../src/rota/office-hours.ts'
import { at, onCall, ZONE } from './a-plan.ts'

describe('office hours as they are written', () => {
  it.each([
    ['Mon-Fri 09:00-17:00', [1, 2, 3, 4, 5]],
    ['mon - fri 09:00 - 17:00; SAT 09:00–12:30', [1, 2, 3, 4, 5, 6]],
    ['Sun 10:00-11:00', [7]],
    ['', []],
  ])('%j', (text, days) => {
    expect(readOfficeHours(text)?.map((one) => one.weekday)).toEqual(days)
  })

  it.each(['Mon-Fri', '9-5', 'Fri-Mon 09:00-17:00', 'Mon 17:00-09:00', 'Mon 09:00-25:00', 'Mon 09:00-09:00', 'x'])(
    '%j cannot be read',
    (text) => {
      expect(readOfficeHours(text)).toBeUndefined()
    },
  )
})

describe('bank holidays, per nation', () => {
  it.each([
    ['2026-12-25', 'england', 'Christmas Day'],
    ['2026-12-28', 'england', 'Boxing Day (substitute day)'],
    ['2027-12-27', 'wales', 'Christmas Day (substitute day)'],
    ['2027-12-28', 'england', 'Boxing Day (substitute day)'],
    ['2026-11-30', 'scotland', 'St Andrew’s Day'],
    ['2026-11-30', 'england', undefined],
    ['2026-01-02', 'scotland', 'January 2nd'],
    ['2026-04-06', 'scotland', undefined],
    ['2026-04-06', 'england', 'Easter Monday'],
    ['2026-03-17', 'northern_ireland', 'St Patrick’s Day'],
    ['2026-12-24', 'england', undefined],
  ] as const)('%s in %s: %s', (date, nation, name) => {
    expect(bankHolidayOn(date, nation)).toBe(name)
  })
})

describe('what kind of time it is', () => {
  const { plan } = onCall({})
  it.each([
    ['2026-11-24 08:59', 'out of hours, weekday'],
    ['2026-11-24 09:00', 'office hours, weekday'],
    ['2026-11-24 16:59', 'office hours, weekday'],
    ['2026-11-24 17:00', 'out of hours, weekday'],
    ['2026-11-28 11:00', 'out of hours, weekend'],
    ['2026-12-25 11:00', 'out of hours, bank holiday: Christmas Day'],
    ['2026-12-28 11:00', 'out of hours, bank holiday: Boxing Day (substitute day)'],
  ])('%s: %s', (moment, words) => {
    expect(kindInWords(kindOfTime(plan, at(moment)))).toBe(words)
  })

  it('an office that is open over a clock change is open an hour longer or shorter', () => {
    const night = onCall({ officeHours: 'Sun 00:30-03:30' }).plan
    const hours = (day: string) =>
      officeTimes(night, at(`${day} 00:00`), at(`${day} 12:00`)).map((one) => (one.until - one.from) / 3_600_000)
    expect(hours('2026-10-25')).toEqual([4])
    expect(hours('2027-03-28')).toEqual([2])
    expect(hours('2026-11-22')).toEqual([3])
  })
})

describe('when the plan is looked at for what is to come', () => {
  const { plan } = onCall({})
  it('is 14:00 of the branch, also on the days the clock changes', () => {
    for (const day of ['2026-10-25', '2027-03-28', '2026-11-24']) {
      const { last, next } = looksAround(at(`${day} 13:59`), ZONE)
      expect(next).toBe(at(`${day} 14:00`))
      expect(looksAround(next, ZONE).last).toBe(next)
      expect(last).toBeLessThan(next)
    }
  })

  it.each([
    ['2026-11-24 14:00', '2026-11-26 00:00'],
    ['2026-11-27 14:00', '2026-12-01 00:00'],
    ['2026-12-24 14:00', '2026-12-30 00:00'],
  ])('at %s it looks until %s: the end of the next working day', (from, until) => {
    expect(horizonOf(plan, at(from))).toEqual({ from: at(from), until: at(until) })
  })

  it('a flaw is to be put right this afternoon, or before it begins', () => {
    const flaw = (from: string) => ({ kind: 'uncovered', from: at(from), until: at('2026-11-30 00:00') }) as const
    expect(rightBy(flaw('2026-11-24 22:00'), at('2026-11-24 14:00'), ZONE)).toBe(at('2026-11-24 16:00'))
    expect(rightBy(flaw('2026-11-24 15:00'), at('2026-11-24 14:00'), ZONE)).toBe(at('2026-11-24 15:00'))
    expect(rightBy(flaw('2026-11-24 22:00'), at('2026-11-24 18:00'), ZONE)).toBe(at('2026-11-24 18:00'))
  })
})
