import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flawsWithin, isCovered, minutesCovered } from '../../src/on-call/gaps.ts'
import { kindOfTime } from '../../src/on-call/plan.ts'
import { rehearse, reasonInWords } from '../../src/on-call/rehearsal.ts'
import { holdersAt } from '../../src/on-call/shifts.ts'
import { toLocal } from '../../src/cellar/local-time.ts'
import { at, onCall, person, PEOPLE, shift, ZONE } from './a-plan.ts'

const seen = (given: Parameters<typeof onCall>[0], from: string, until: string) =>
  flawsWithin(onCall(given), { from: at(from), until: at(until) }).map((flaw) => {
    const time = (moment: number) => `${toLocal(moment, ZONE).date.slice(8)} ${toLocal(moment, ZONE).time}`
    const about = 'person' in flaw ? ` ${flaw.person}` : 'tier' in flaw ? ` ${flaw.tier}` : ''
    return `${flaw.kind}${about} ${time(flaw.from)} to ${time(flaw.until)}`
  })

describe('what is wrong with a plan', () => {
  const EVENING = shift(1, 'dev', '2026-11-24 17:00', '2026-11-24 22:00')
  const NIGHT = shift(1, 'mei', '2026-11-24 23:30', '2026-11-25 09:00')

  it('minutes that nobody covers', () => {
    expect(seen({ shifts: [EVENING, NIGHT] }, '2026-11-24 12:00', '2026-11-25 12:00')).toEqual([
      'uncovered 24 22:00 to 24 23:30',
      'empty-tier 1 24 22:00 to 24 23:30',
    ])
  })

  it('one flaw over midnight, and none while the office is open', () => {
    expect(seen({}, '2026-11-24 12:00', '2026-11-25 12:00')).toEqual([
      'uncovered 24 17:00 to 25 09:00',
      'empty-tier 1 24 17:00 to 25 09:00',
    ])
  })

  it('an office without hours covers nothing', () => {
    expect(seen({ officeHours: '' }, '2026-11-24 12:00', '2026-11-24 13:00')[0]).toBe('uncovered 24 12:00 to 24 13:00')
  })

  it('somebody on the rota without a number, and that nobody else is there', () => {
    const people = [...PEOPLE.filter((one) => one.id !== 'mei'), person('mei', [])]
    expect(seen({ shifts: [EVENING, NIGHT], people }, '2026-11-24 23:30', '2026-11-25 12:00')).toEqual([
      'uncovered 24 23:30 to 25 09:00',
      'no-number mei 24 23:30 to 25 09:00',
    ])
  })

  it('a number that the carrier does not know, and one that nobody ever answered by key', () => {
    const people = [person('dev', ['07700 900402'], { tested: false }), person('mei', ['07700 900403'], { dead: true })]
    expect(seen({ shifts: [EVENING, NIGHT], people }, '2026-11-24 17:00', '2026-11-25 09:00')).toEqual([
      'not-verified dev 24 17:00 to 24 22:00',
      'uncovered 24 22:00 to 25 09:00',
      'empty-tier 1 24 22:00 to 24 23:30',
      'unreachable mei 24 23:30 to 25 09:00',
    ])
  })

  it('a tier without people: one that the plan wants, or that has another behind it', () => {
    const behind = shift(2, 'mei', '2026-11-24 17:00', '2026-11-25 09:00')
    expect(seen({ shifts: [behind] }, '2026-11-24 17:00', '2026-11-25 09:00')).toEqual([
      'empty-tier 1 24 17:00 to 25 09:00',
    ])
    const first = shift(1, 'dev', '2026-11-24 17:00', '2026-11-25 09:00')
    expect(seen({ shifts: [first], tiers: 2 }, '2026-11-24 17:00', '2026-11-25 09:00')).toEqual([
      'empty-tier 2 24 17:00 to 25 09:00',
    ])
  })

  it.each([
    ['2026-10-24 00:00', '2026-10-31 00:00', 10_140],
    ['2027-03-27 00:00', '2027-04-03 00:00', 10_020],
    ['2026-11-23 00:00', '2026-11-30 00:00', 10_080],
  ])('a week from %s has the minutes it has', (from, until, minutes) => {
    const stretch = { from: at(from), until: at(until) }
    const all = [shift(1, 'dev', from, until)]
    expect(minutesCovered(onCall({ shifts: all }), stretch)).toEqual({ minutes, uncovered: 0 })
    expect(minutesCovered(onCall({ shifts: [], officeHours: '' }), stretch)).toEqual({ minutes, uncovered: minutes })
  })

  it('on the Christmas bank holidays the office covers nothing; on the working days between it does', () => {
    const found = seen({ shifts: [] }, '2026-12-24 16:00', '2026-12-30 10:00')
    expect(found.filter((one) => one.startsWith('uncovered'))).toEqual([
      'uncovered 24 17:00 to 29 09:00',
      'uncovered 29 17:00 to 30 09:00',
    ])
  })

  it('property: uncovered minutes equal brute force over minutes, whatever the night', () => {
    const base = at('2026-10-24 20:00')
    const minute = fc.integer({ min: 0, max: 900 })
    const anyShift = fc.record({
      who: fc.constantFrom('dev', 'mei', 'nobody'),
      tier: fc.integer({ min: 1, max: 2 }),
      a: minute,
      b: minute,
    })
    fc.assert(
      fc.property(fc.array(anyShift, { maxLength: 6 }), (some) => {
        const shifts = some
          .filter((one) => one.a !== one.b)
          .map((one, index) => ({
            id: `s${index}`,
            tier: one.tier,
            managerId: one.who,
            startsAt: base + Math.min(one.a, one.b) * 60_000,
            endsAt: base + Math.max(one.a, one.b) * 60_000,
          }))
        const plan = onCall({ shifts, officeHours: 'Sat-Sun 00:30-03:30' })
        let uncovered = 0
        for (let m = 0; m < 900; m += 1) {
          const moment = base + m * 60_000
          const part = { kind: kindOfTime(plan.plan, moment), holders: holdersAt(plan.rota, moment) }
          if (!isCovered(plan, part)) uncovered += 1
        }
        expect(minutesCovered(plan, { from: base, until: base + 900 * 60_000 })).toEqual({ minutes: 900, uncovered })
      }),
      { numRuns: 25 },
    )
  })
})

describe('the rehearsal', () => {
  const shifts = [
    shift(1, 'dev', '2026-12-24 17:00', '2026-12-25 02:11'),
    shift(1, 'mei', '2026-12-25 02:11', '2026-12-26 09:00'),
  ]
  const time = (moment: number) => toLocal(moment, ZONE).time

  it('names every call in order, with its time and reason, and when it begins again', () => {
    const plan = onCall({ shifts })
    const from = at('2026-12-25 02:10')
    const { calls, againAt, leftOut } = rehearse(plan, from)
    expect(calls.map((call) => [(call.at - from) / 1000, call.whom, reasonInWords(plan, call, time)])).toEqual([
      [0, 'Dev Example', 'tier 1, on call until 02:11'],
      [30, 'Dev Example', 'tier 1, on call until 02:11'],
      [60, 'Mei Example', 'tier 1, on call until 09:00'],
      [90, 'the office', 'nobody on call answered; the office is closed, and somebody may be there all the same'],
      [120, 'Rosa Example', 'nobody on call answered; the responsible person'],
      [150, 'the last-resort number', 'nobody else answered; the last-resort number'],
    ])
    expect(againAt).toBe(from + 180_000)
    expect(leftOut).toEqual([])
  })

  it('says who would be left out, and rests a number for 90 seconds', () => {
    const people = [person('mei', []), person('rosa', [])]
    const plan = { ...onCall({ shifts, people }), lastResort: undefined }
    const from = at('2026-12-25 12:00')
    const { calls, leftOut, againAt } = rehearse(plan, from)
    expect(calls.map((call) => call.role)).toEqual(['office'])
    expect(leftOut).toEqual([{ whom: 'Mei Example', tier: 1 }])
    expect(againAt).toBe(from + 120_000)
  })

  it('where nobody would be rung, nothing begins again', () => {
    const plan = { ...onCall({ people: [] }), officeNumber: undefined, lastResort: undefined }
    expect(rehearse(plan, at('2026-12-25 12:00'))).toEqual({ calls: [], leftOut: [], againAt: undefined })
  })
})
