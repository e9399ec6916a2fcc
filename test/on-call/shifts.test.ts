import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ladderAt } from '../../src/on-call/ladder.ts'
import { handOversDue } from '../../src/on-call/hand-over.ts'
import { holdersAt, type OnCallShift, type ShiftOverride } from '../../src/on-call/shifts.ts'
import { at, onCall, override, shift } from './a-plan.ts'

const rotaOf = (given: Parameters<typeof onCall>[0]) => onCall(given).rota
const names = (given: Parameters<typeof onCall>[0], moment: number) =>
  holdersAt(rotaOf(given), moment).map((one) => `${one.tier} ${one.managerId}`)

const NIGHT = shift(1, 'dev', '2026-11-24 17:00', '2026-11-25 07:00')
const BEHIND = shift(2, 'mei', '2026-11-24 17:00', '2026-11-25 07:00')

describe('who holds a tier', () => {
  it.each([
    ['2026-11-24 16:59', []],
    ['2026-11-24 17:00', ['1 dev', '2 mei']],
    ['2026-11-25 06:59', ['1 dev', '2 mei']],
    ['2026-11-25 07:00', []],
  ])('%s: %j', (moment, holders) => {
    expect(names({ shifts: [BEHIND, NIGHT] }, at(moment))).toEqual(holders)
  })

  const hours = { from: '2026-11-24 20:00', until: '2026-11-24 23:00' }
  it.each([
    ['in place of one', [override({ managerId: 'rosa', insteadOf: 'dev', ...hours })], ['1 rosa', '2 mei']],
    ['in place of everybody', [override({ managerId: 'rosa', ...hours })], ['1 rosa', '2 mei']],
    ['of one who is not on', [override({ managerId: 'rosa', insteadOf: 'mei', ...hours })], ['1 dev', '2 mei']],
    ['of another tier', [override({ managerId: 'rosa', tier: 2, ...hours })], ['1 dev', '2 rosa']],
    ['hours nobody had', [override({ managerId: 'rosa', tier: 3, ...hours })], ['1 dev', '2 mei', '3 rosa']],
    [
      'the last recorded holds',
      [
        override({ managerId: 'rosa', recordedAt: 2, ...hours }),
        override({ managerId: 'mei', recordedAt: 1, ...hours }),
      ],
      ['1 rosa', '2 mei'],
    ],
    [
      'one after the other',
      [
        override({ managerId: 'mei', insteadOf: 'dev', recordedAt: 1, ...hours }),
        override({ managerId: 'rosa', insteadOf: 'mei', recordedAt: 2, ...hours }),
      ],
      ['1 rosa', '2 mei'],
    ],
  ] as [string, ShiftOverride[], string[]][])('an override %s', (_what, overrides, holders) => {
    const given = { shifts: [NIGHT, BEHIND], overrides }
    expect(names(given, at('2026-11-24 21:00'))).toEqual(holders)
    expect(names(given, at('2026-11-24 23:00'))).toEqual(['1 dev', '2 mei'])
  })

  it('25 October 01:30 comes twice: whoever starts then is on at the first, whoever ends then until the last', () => {
    const shifts = [
      shift(1, 'dev', '2026-10-24 17:00', '2026-10-25 01:30'),
      shift(1, 'mei', '2026-10-25 01:30', '2026-10-25 09:00'),
    ]
    const first = at('2026-10-25 01:30', 'start')
    const last = at('2026-10-25 01:30', 'end')
    expect(last - first).toBe(3_600_000)
    expect(names({ shifts }, first - 1)).toEqual(['1 dev'])
    expect(names({ shifts }, first)).toEqual(['1 dev', '1 mei'])
    expect(names({ shifts }, last - 1)).toEqual(['1 dev', '1 mei'])
    expect(names({ shifts }, last)).toEqual(['1 mei'])
  })

  it('28 March 01:30 never comes: one ends and the other starts as the clock jumps, and no minute is lost', () => {
    const shifts = [
      shift(1, 'dev', '2027-03-27 17:00', '2027-03-28 01:30'),
      shift(1, 'mei', '2027-03-28 01:30', '2027-03-28 09:00'),
    ]
    const jump = at('2027-03-28 02:00')
    expect(names({ shifts }, jump - 1)).toEqual(['1 dev'])
    expect(names({ shifts }, jump)).toEqual(['1 mei'])
  })
})

describe('a phone that was not handed over', () => {
  const DAY = shift(1, 'mei', '2026-11-25 07:00', '2026-11-25 17:00')
  const morning = at('2026-11-25 07:00')
  const untaken = { tier: 1, from: 'dev', to: 'mei', dueAt: morning, takenAt: undefined }

  it('stays with whoever has it, before the one who is to take it', () => {
    const given = { shifts: [NIGHT, DAY], handOvers: [untaken] }
    expect(names(given, morning)).toEqual(['1 dev', '1 mei'])
    expect(names(given, at('2026-11-25 16:59'))).toEqual(['1 dev', '1 mei'])
    expect(names(given, at('2026-11-25 17:00'))).toEqual([])
  })

  it('goes over with the key', () => {
    const given = { shifts: [NIGHT, DAY], handOvers: [{ ...untaken, takenAt: morning + 60_000 }] }
    expect(names(given, morning + 59_999)).toEqual(['1 dev', '1 mei'])
    expect(names(given, morning + 60_000)).toEqual(['1 mei'])
  })

  it('is handed over by the one who kept it, next time', () => {
    const evening = shift(1, 'rosa', '2026-11-25 17:00', '2026-11-26 07:00')
    const rota = rotaOf({ shifts: [NIGHT, DAY, evening], handOvers: [untaken] })
    expect(handOversDue(rota, at('2026-11-25 16:30'), at('2026-11-25 17:00'))).toEqual([
      { tier: 1, from: 'dev', to: 'rosa', dueAt: at('2026-11-25 17:00'), until: at('2026-11-26 07:00') },
    ])
  })
})

describe('hand-overs that are due', () => {
  const MORNING = shift(1, 'mei', '2026-11-25 07:00', '2026-11-25 12:00')
  const due = (given: Parameters<typeof onCall>[0], after: string, now: string) =>
    handOversDue(rotaOf(given), at(after), at(now)).map((one) => `${one.from ?? 'nobody'} to ${one.to}`)

  it.each([
    ['at the start of a shift', [NIGHT, MORNING], '06:00', '07:00', ['dev to mei']],
    ['once: not looked at again', [NIGHT, MORNING], '07:00', '07:30', []],
    ['not before', [NIGHT, MORNING], '06:00', '06:59', []],
    ['from nobody', [MORNING], '06:00', '07:00', ['nobody to mei']],
    ['not behind the first tier', [BEHIND, { ...MORNING, tier: 2 }], '06:00', '07:00', []],
    ['not to oneself', [NIGHT, { ...MORNING, managerId: 'dev' }], '06:00', '07:00', []],
    ['late, after a short outage', [NIGHT, MORNING], '06:00', '07:50', ['dev to mei']],
    ['not after a long one', [NIGHT, MORNING], '06:00', '08:30', []],
  ] as [string, OnCallShift[], string, string, string[]][])('%s', (_what, shifts, after, now, expected) => {
    expect(due({ shifts }, `2026-11-25 ${after}`, `2026-11-25 ${now}`)).toEqual(expected)
  })

  it('not again once it has begun', () => {
    const begun = { tier: 1, from: 'dev', to: 'mei', dueAt: at('2026-11-25 07:00'), takenAt: undefined }
    expect(due({ shifts: [NIGHT, MORNING], handOvers: [begun] }, '2026-11-25 06:00', '2026-11-25 07:10')).toEqual([])
  })

  it('the hour that comes twice hands the phone over once, at the first 01:30', () => {
    const shifts = [
      shift(1, 'dev', '2026-10-24 17:00', '2026-10-25 01:30'),
      shift(1, 'mei', '2026-10-25 01:30', '2026-10-25 09:00'),
    ]
    const [first, last] = [at('2026-10-25 01:30', 'start'), at('2026-10-25 01:30', 'end')]
    expect(handOversDue(rotaOf({ shifts }), first - 1, first)).toMatchObject([{ from: 'dev', to: 'mei', dueAt: first }])
    expect(handOversDue(rotaOf({ shifts }), first, last)).toEqual([])
  })
})

describe('the ladder', () => {
  const given = { shifts: [NIGHT, BEHIND] }
  const roles = (moment: string) => ladderAt(onCall(given), at(moment)).map((one) => `${one.tier} ${one.whom}`)

  it('by night: the tiers, the office all the same, the responsible person, the last resort', () => {
    expect(roles('2026-11-24 20:00')).toEqual([
      '1 Dev Example',
      '1 Dev Example',
      '2 Mei Example',
      '3 the office',
      '4 Rosa Example',
      '5 the last-resort number',
    ])
  })

  it('by day the office comes first', () => {
    expect(roles('2026-11-24 16:59')).toEqual(['0 the office', '2 Rosa Example', '3 the last-resort number'])
  })
})

describe('property: the resolved plan at any instant equals brute force over minutes', () => {
  const BASE = at('2026-10-24 12:00')
  const MINUTES = 300
  const minute = fc.integer({ min: 0, max: MINUTES })
  const span = fc
    .tuple(minute, minute)
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
  const who = fc.constantFrom('dev', 'mei', 'rosa')
  const tier = fc.integer({ min: 1, max: 3 })
  const shifts = fc.array(fc.record({ tier, who, span }), { maxLength: 8 })
  const overrides = fc.array(
    fc.record({
      tier,
      who,
      span,
      insteadOf: fc.option(who, { nil: undefined }),
      recordedAt: fc.integer({ min: 0, max: 3 }),
    }),
    { maxLength: 5 },
  )

  it('for shifts that overlap, leave gaps and are overridden in any order', () => {
    fc.assert(
      fc.property(shifts, overrides, (someShifts, someOverrides) => {
        const table = Array.from({ length: MINUTES }, () => new Set<string>())
        for (const {
          tier: t,
          who: w,
          span: [from, until],
        } of someShifts)
          for (let m = from; m < until; m += 1) table[m]?.add(`${t} ${w}`)
        const ordered = someOverrides
          .map((one, index) => ({ ...one, index }))
          .toSorted((a, b) => a.recordedAt - b.recordedAt || a.index - b.index)
        for (const {
          tier: t,
          who: w,
          span: [from, until],
          insteadOf,
        } of ordered) {
          for (let m = from; m < until; m += 1) {
            const holders = table[m] ?? new Set<string>()
            const replaced = [...holders].filter((one) =>
              insteadOf === undefined ? one.startsWith(`${t} `) : one === `${t} ${insteadOf}`,
            )
            if (insteadOf !== undefined && replaced.length === 0) continue
            for (const one of replaced) holders.delete(one)
            holders.add(`${t} ${w}`)
          }
        }
        const rota = {
          shifts: someShifts.map((one, index) => ({
            id: `s${index}`,
            tier: one.tier,
            managerId: one.who,
            startsAt: BASE + one.span[0] * 60_000,
            endsAt: BASE + one.span[1] * 60_000,
          })),
          overrides: someOverrides.map((one, index) => ({
            id: `o${index}`,
            tier: one.tier,
            managerId: one.who,
            insteadOf: one.insteadOf,
            recordedAt: one.recordedAt,
            startsAt: BASE + one.span[0] * 60_000,
            endsAt: BASE + one.span[1] * 60_000,
          })),
          handOvers: [],
        }
        for (const [m, expected] of table.entries()) {
          const found = holdersAt(rota, BASE + m * 60_000 + 30_000).map((one) => `${one.tier} ${one.managerId}`)
          expect(found.toSorted()).toEqual([...expected].toSorted())
          expect(found.map((one) => one.charAt(0))).toEqual(found.map((one) => one.charAt(0)).toSorted())
        }
      }),
    )
  })
})
