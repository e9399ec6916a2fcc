import { describe, expect, it } from 'vitest'
import { runSwap, type Override } from '../../src/commands/on-call.ts'
import { readMoment, runRehearse, type RehearseOptions } from '../../src/commands/rehearse.ts'
import { at, onCall, override, shift, ZONE } from './a-plan.ts'

const SHIFTS = [
  shift(1, 'dev', '2026-12-21 00:00', '2026-12-25 09:00'),
  shift(1, 'mei', '2026-12-25 09:00', '2026-12-28 00:00'),
]
const NOW = at('2026-12-21 08:00')

async function rehearsed(options: RehearseOptions, shifts = SHIFTS) {
  const said: string[] = []
  const load = async () => onCall({ shifts })
  const covered = await runRehearse(options, { zone: ZONE, now: NOW, load, print: (text) => said.push(text) })
  return { covered, said: said.join('') }
}

describe('lateline rehearse', () => {
  it('prints every call in order, with times and reasons', async () => {
    const { covered, said } = await rehearsed({ at: '2026-12-25 02:10' })
    expect(covered).toBe(true)
    expect(said.split('\n').slice(0, 3)).toEqual([
      'From Fri 25 Dec 2026 02:10 (out of hours, bank holiday: Christmas Day), if nobody takes it:',
      '  1  02:10:00  07700 900402   Dev Example             tier 1, on call until Fri 25 Dec 2026 09:00',
      '  2  02:10:30  01632 960402   Dev Example             tier 1, on call until Fri 25 Dec 2026 09:00',
    ])
    expect(said).toMatch(/Then from 02:12:30 again from the top, until somebody takes it with 4 and 3\.\n$/)
  })

  it('says that there is a gap, and the remedy', async () => {
    const { covered, said } = await rehearsed({ at: '2026-12-25 02:10' }, [])
    expect(covered).toBe(false)
    expect(said).toContain('GAP: the office is closed, and nobody on call has a number. Add a shift')
  })

  it('in office hours the office comes first', async () => {
    expect((await rehearsed({ at: '2026-12-21 10:00' })).said).toContain('  1  10:00:00  01632 960998   the office')
  })

  it('proves a week: every minute, and which are not covered', async () => {
    const whole = await rehearsed({ week: '2026-12-21' })
    expect(whole.covered).toBe(true)
    expect(whole.said).toContain('10080 minutes from Mon 21 Dec 2026 00:00: no minute is uncovered.')
    const less = await rehearsed({ week: '2026-12-21' }, SHIFTS.slice(0, 1))
    expect(less.covered).toBe(false)
    expect(less.said).toContain('3780 minutes are UNCOVERED')
    expect(less.said).toContain('- Nobody is on call from Fri 25 Dec 2026 09:00 to Mon 28 Dec 2026 00:00')
  })

  it.each([
    ['2026-10-19', 'Sun 25 Oct 2026 01:30 +01:00 to 01:30', 10_140],
    ['2027-03-22', 'Sun 28 Mar 2027 02:00 +01:00', 10_020],
  ])('over a clock change, from %s', async (week, words, minutes) => {
    const sunday = week === '2026-10-19' ? '2026-10-25' : '2027-03-28'
    const shifts = [
      shift(1, 'dev', `${week} 00:00`, `${sunday} 01:30`),
      shift(1, 'mei', `${sunday} 01:30`, week === '2026-10-19' ? '2026-10-26 00:00' : '2027-03-29 00:00'),
    ]
    const { covered, said } = await rehearsed({ week }, shifts)
    expect(covered).toBe(true)
    expect(said).toContain(words)
    expect(said).toContain(`${minutes} minutes`)
  })

  it('as JSON', async () => {
    const { said } = await rehearsed({ at: '2026-12-25T02:10', json: true })
    expect(JSON.parse(said)).toMatchObject({
      from: '2026-12-25T02:10:00+00:00',
      covered: true,
      calls: [{ at: '2026-12-25T02:10:00+00:00', number: '+447700900402', role: 'on-call', tier: 1 }, {}, {}, {}, {}],
      again: '2026-12-25T02:12:30+00:00',
    })
    const week = JSON.parse((await rehearsed({ week: '2026-12-21', json: true })).said) as { uncovered: number }
    expect(week.uncovered).toBe(0)
  })

  it.each([
    ['02:10', '2026-12-21 02:10'],
    ['2026-12-25T02:10:00', '2026-12-25 02:10'],
  ])('reads %s', (text, moment) => {
    expect(readMoment(text, { zone: ZONE, now: NOW })).toBe(at(moment))
  })

  it('tells the two 01:30s of autumn apart by their offset', () => {
    const read = (text: string) => readMoment(text, { zone: ZONE, now: NOW })
    expect(read('2026-10-25T01:30+00:00') - read('2026-10-25T01:30+01:00')).toBe(3_600_000)
  })

  it.each(['tomorrow', '2026-13-45 02:10', '25:10', '2026-12-25', ''])('%j is no time', (text) => {
    expect(() => readMoment(text, { zone: ZONE, now: NOW })).toThrow(/is no time: write it as/)
  })

  it.each(['next', '2026-02-30'])('%j is no date for a week', async (week) => {
    await expect(rehearsed({ week })).rejects.toThrow(/is no date/)
  })
})

describe('lateline on-call swap', () => {
  const managers = async () => [
    { id: 'dev', ref: 'MG2', name: 'Dev Example' },
    { id: 'mei', ref: 'MG3', name: 'Mei Example' },
  ]

  async function swapped(who: string, more: Partial<Parameters<typeof runSwap>[1]> = {}) {
    const recorded: (Override & { by: string; reason: string })[] = []
    const said: string[] = []
    const load = async () =>
      onCall({
        shifts: SHIFTS,
        overrides: recorded.map((one) =>
          override({ managerId: one.managerId, from: '2026-12-24 20:00', until: '2026-12-25 09:00' }),
        ),
      })
    const record = async (one: Override, entered: { by: string; reason: string }) =>
      void recorded.push({ ...one, ...entered })
    const options = {
      from: '2026-12-24 20:00',
      until: '2026-12-25 09:00',
      tier: '1',
      by: 'Rosa',
      reason: 'unwell',
      ...more,
    }
    await runSwap(who, options, { zone: ZONE, now: NOW, managers, load, record, print: (text) => said.push(text) })
    return { recorded, said: said.join('') }
  }

  it('is recorded with who said so and why, and says how it stands then', async () => {
    const { recorded, said } = await swapped('mei example', { insteadOf: 'MG2' })
    expect(recorded).toEqual([
      {
        tier: 1,
        managerId: 'mei',
        insteadOf: 'dev',
        startsAt: at('2026-12-24 20:00'),
        endsAt: at('2026-12-25 09:00'),
        by: 'Rosa',
        reason: 'unwell',
      },
    ])
    expect(said).toBe(
      'Mei Example is on call in tier 1 from Thu 24 Dec 2026 20:00 to Fri 25 Dec 2026 09:00, as Rosa said: unwell.\n',
    )
  })

  it.each([
    ['nobody', {}, /no manager of this branch: MG2 \(Dev Example\)/],
    ['MG3', { until: '2026-12-20 09:00' }, /--until lies before/],
    ['MG3', { tier: '0' }, /--tier takes/],
    ['MG3', { by: ' ' }, /--by takes/],
    ['MG3', { reason: 'x'.repeat(201) }, /--reason takes/],
  ] as const)('%s %j is refused, and nothing is recorded', async (who, more, words) => {
    await expect(swapped(who, more)).rejects.toThrow(words)
  })
})
