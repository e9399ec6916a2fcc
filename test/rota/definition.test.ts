import { describe, expect, it } from 'vitest'
import type { Definition } from '../../src/rota/definition.ts'
import {
  DEFINITIONS,
  evaluateLateness,
  findDefinition,
  missedAt,
  missedForCommissionerAt,
  unpunctualForCommissioner,
} from '../../src/rota/definition.ts'

const NINE = Date.UTC(2026, 10, 23, 9, 0)
const SECOND = 1_000
const MINUTE = 60 * SECOND

describe('late is strictly more than what was agreed (P-061, P-062)', () => {
  it.each([
    ['QCS-policy', undefined, 15 * MINUTE, false],
    ['QCS-policy', undefined, 15 * MINUTE + SECOND, true],
    ['QCS-policy', undefined, 14 * MINUTE, false],
    ['QCS-policy', undefined, -20 * MINUTE, false],
    ['QCS-policy', { lateMinutes: 10, missedMinutes: 30 }, 10 * MINUTE, false],
    ['QCS-policy', { lateMinutes: 10, missedMinutes: 30 }, 10 * MINUTE + 1, true],
    ['QCS-policy', { lateMinutes: 30, missedMinutes: 30 }, 20 * MINUTE, false],
    ['generic-30', undefined, 30 * MINUTE, false],
    ['generic-30', undefined, 31 * MINUTE, true],
    ['Essex-LAH-2025', { lateMinutes: 15, missedMinutes: 25 }, 20 * MINUTE, true],
  ])('%s, contract %j, %d ms after the plan: late %s', (key, contract, delay, late) => {
    expect(evaluateLateness(named(key), contract, NINE, NINE + delay).late).toBe(late)
  })

  it('says by how much and by which rule', () => {
    const judged = evaluateLateness(
      named('generic-15'),
      { lateMinutes: 20, missedMinutes: 30 },
      NINE,
      NINE + 22.5 * MINUTE,
    )
    expect(judged.delayMinutes).toBe(22.5)
    expect(judged.rules.late).toEqual({
      definitionKey: 'generic-15',
      definitionVersion: 1,
      minutes: 20,
      bound: 'more-than',
      from: 'contract',
    })
    expect(evaluateLateness(named('generic-15'), undefined, NINE, NINE).rules.late.from).toBe('definition')
  })

  it('shows both rules where late and missed overlap (N1)', () => {
    const judged = evaluateLateness(
      named('QCS-policy'),
      { lateMinutes: 15, missedMinutes: 15 },
      NINE,
      NINE + 16 * MINUTE,
    )
    expect(judged).toMatchObject({ late: true, missed: true })
    const onTheMinute = evaluateLateness(
      named('QCS-policy'),
      { lateMinutes: 15, missedMinutes: 15 },
      NINE,
      NINE + 15 * MINUTE,
    )
    expect(onTheMinute).toMatchObject({ late: false, missed: true })
  })
})

describe('missed is passed by the clock (P-027, P-028)', () => {
  it('is 30 minutes by default and what the contract says otherwise', () => {
    expect(missedAt(named('QCS-policy'), undefined, NINE)).toBe(NINE + 30 * MINUTE)
    expect(missedAt(named('QCS-policy'), { lateMinutes: 15, missedMinutes: 25 }, NINE)).toBe(NINE + 25 * MINUTE)
  })

  it.each([
    ['no other visit that day', undefined, Date.UTC(2026, 10, 23, 23, 0)],
    ['another visit at noon', Date.UTC(2026, 10, 23, 12, 0), Date.UTC(2026, 10, 23, 12, 0)],
    ['another visit tomorrow', Date.UTC(2026, 10, 24, 9, 0), Date.UTC(2026, 10, 23, 23, 0)],
  ])('by the council’s own rule: %s', (_what, next, expected) => {
    expect(missedForCommissionerAt(named('Essex-LAH-2025'), NINE, next, 'Europe/London')).toBe(expected)
  })

  it('reads 23:00 on the wall clock, summer and winter, and for a visit after it the next evening', () => {
    const summer = Date.UTC(2026, 5, 1, 8, 0)
    expect(missedForCommissionerAt(named('Essex-LAH-2025'), summer, undefined, 'Europe/London')).toBe(
      Date.UTC(2026, 5, 1, 22, 0),
    )
    const late = Date.UTC(2026, 10, 23, 23, 30)
    expect(missedForCommissionerAt(named('Essex-LAH-2025'), late, undefined, 'Europe/London')).toBe(
      Date.UTC(2026, 10, 24, 23, 0),
    )
  })

  it('leaves commissioners without such a rule alone', () => {
    expect(missedForCommissionerAt(named('generic-15'), NINE, undefined, 'Europe/London')).toBeUndefined()
    expect(unpunctualForCommissioner(named('generic-15'), true, 90)).toBe(false)
  })
})

it.each([
  [true, 30, false],
  [true, 30.5, true],
  [true, -30, false],
  [true, -31, true],
  [false, 90, false],
])('Essex counts a time-critical (%s) start %d minutes off as out of time: %s', (timeCritical, delay, expected) => {
  expect(unpunctualForCommissioner(named('Essex-LAH-2025'), timeCritical, delay)).toBe(expected)
})

it('has every definition once, with thresholds in the right order', () => {
  const names = DEFINITIONS.map((one) => `${one.key} ${one.version}`)
  expect(new Set(names).size).toBe(names.length)
  for (const one of DEFINITIONS) expect(one.missed.minutes).toBeGreaterThanOrEqual(one.late.minutes)
  expect(findDefinition('Devon')).toBeUndefined()
  expect(findDefinition('QCS-policy', 99)).toBeUndefined()
})

function named(key: string): Definition {
  const found = findDefinition(key)
  if (found === undefined) throw new Error(`no definition ${key}`)
  return found
}
