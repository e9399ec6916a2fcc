import { describe, expect, it } from 'vitest'
import { parsePhoneNumber } from '../../src/cellar/phone-number.ts'
import { climbWays, rungsOf, type NumberRest, type Rung } from '../../src/escalation/ladder.ts'
import { pickCode } from '../../src/escalation/reply-code.ts'
import { aContact, anAttempt, at } from '../record/a-late-visit.ts'

const rung = (whom: string, n: number, role: Rung['role'], tier: number): Rung => {
  const number = parsePhoneNumber(`07700 90040${n}`)
  if (number === undefined) throw new Error('no number')
  return { number, party: role === 'office' ? { kind: 'unknown' } : { kind: 'manager', id: whom }, whom, role, tier }
}
const DEV = rung('Dev', 2, 'on-call', 1)
const MEI = rung('Mei', 3, 'on-call', 2)
const OFFICE = rung('the office', 8, 'office', 3)
const ROSA = rung('Rosa', 1, 'responsible-person', 4)
const LAST = rung('the last resort', 9, 'last-resort', 5)
const PLAN = [ROSA, MEI, LAST, OFFICE, DEV]

const names = (rungs: readonly { whom: string }[]) => rungs.map(({ whom }) => whom)

describe('who is rung in which order (design 1.2)', () => {
  it.each<[string, Rung[], boolean, string[]]>([
    ['first the tiers and the office', PLAN, false, ['Dev', 'Mei', 'the office']],
    ['louder: everybody', PLAN, true, ['Dev', 'Mei', 'the office', 'Rosa', 'the last resort']],
    ['nobody on call: the others at once', [ROSA, LAST], false, ['Rosa', 'the last resort']],
    ['no number at all', [], true, []],
  ])('%s', (_what, plan, loud, order) => expect(names(rungsOf(plan, loud))).toEqual(order))
})

describe('the ways of one line of a round', () => {
  const contact = (line: number, more = {}) =>
    aContact('escalation', [], {
      subject: `matter m climb 1 round 2 line ${line}`,
      details: { loud: true },
      createdAt: at('09:35'),
      ...more,
    })
  const ways = (given: Partial<Parameters<typeof climbWays>[0]>) =>
    names(
      climbWays({
        contact: contact(1),
        siblings: [],
        plan: PLAN,
        rests: [],
        lowRisk: false,
        now: at('09:36'),
        ...given,
      }),
    )
  const rest = ({ number }: Rung, lastEnd: string, callsThisHour = 1): NumberRest => ({
    number,
    lastEndedAt: at(lastEnd),
    callsThisHour,
  })

  it('leaves out whom another line of the round has rung, and whoever passed it on', () => {
    const other = {
      ...contact(2, { details: { loud: true, passed: ['Mei'] } }),
      id: contact(2).id,
      attempts: [anAttempt('a', { number: DEV.number })],
    }
    const siblings = [contact(1), { ...other, id: 'other' as typeof other.id }]
    expect(ways({ siblings })).toEqual(['the office', 'Rosa', 'the last resort'])
  })

  it('puts a number that was rung within 90 seconds behind the others, whatever it was rung about', () => {
    expect(ways({ rests: [rest(DEV, '09:35')] }).at(-1)).toBe('Dev')
    expect(ways({ rests: [rest(DEV, '09:34')] })[0]).toBe('Dev')
  })

  it('lets people sleep for a matter of low risk, and only in a first, quiet round, and only for a while', () => {
    const quiet = contact(1, { details: { loud: false } })
    const often = [rest(DEV, '09:00', 6)]
    expect(ways({ contact: quiet, rests: often, lowRisk: true })).toEqual(['Mei', 'the office', 'Dev'])
    expect(ways({ contact: quiet, rests: often, lowRisk: false })[0]).toBe('Dev')
    expect(ways({ rests: often, lowRisk: true })[0]).toBe('Dev')
    expect(ways({ contact: quiet, rests: often, lowRisk: true, now: at('09:50') })[0]).toBe('Dev')
  })
})

describe('a reply code', () => {
  it('is never a clock time, and never given twice on a day', () => {
    const given = new Set<string>()
    for (let n = 0; n < 300; n += 1) {
      const code = pickCode(given, '00000000-0000')
      expect(Number(code)).toBeGreaterThanOrEqual(2400)
      expect(given.has(code)).toBe(false)
      given.add(code)
    }
  })
})
