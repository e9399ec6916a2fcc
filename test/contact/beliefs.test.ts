import { describe, expect, it } from 'vitest'
import type { Grade } from '../../src/cellar/change.ts'
import { parsePhoneNumber, type PhoneNumber } from '../../src/cellar/phone-number.ts'
import { beliefsOf, lastToldOf, wrongBeliefs } from '../../src/contact/beliefs.ts'
import { situationOf } from '../../src/lateness/situation.ts'
import { aContact, anAttempt, anEvent, at, aVisit, late } from '../record/a-late-visit.ts'

const BRENDA = number('01632 960101')
const GAIL = number('07700 900201')

describe('who believes what about a visit', () => {
  it.each<[Grade, boolean]>([
    ['A', true],
    ['B', true],
    ['C', false],
    ['D', true],
    ['E', true],
    ['F', false],
  ])('grade %s: believed %s', (grade, believed) => {
    expect(beliefsOf([told('one', BRENDA, '09:20', '08:41', grade)])).toHaveLength(believed ? 1 : 0)
  })

  it('by number the last that was heard, the last told first', () => {
    const contacts = [
      told('one', BRENDA, '09:20', '08:41'),
      told('two', GAIL, '09:20', '08:42'),
      told('three', BRENDA, '09:40', '08:50'),
    ]
    expect(beliefsOf(contacts)).toMatchObject([
      { number: BRENDA, start: at('09:40') },
      { number: GAIL, start: at('09:20') },
    ])
  })

  it('a call that told no time, and a text about something else, make nobody believe anything', () => {
    const silent = anAttempt('a', { grade: 'A', said: undefined })
    const notice = anAttempt('b', { grade: 'D', said: { saidStart: at('09:20') } })
    expect(beliefsOf([aContact('eta', [silent]), aContact('late-notice', [notice])])).toEqual([])
  })

  it.each([
    ['the same time', '09:20', []],
    ['moved by 9 minutes', '09:29', []],
    ['moved by 10 minutes', '09:30', [BRENDA]],
  ])('%s: owed to %j', (_what, expected, owed) => {
    const minutes = (at(expected) - at('09:00')) / 60_000
    const situation = situationOf(aVisit({ events: [late('l', '08:50', minutes)] }), at('08:50'))
    expect(wrongBeliefs([told('one', BRENDA, '09:20', '08:41')], situation).map((b) => b.number)).toEqual(owed)
  })

  it('taken back: whoever heard another time is owed the planned one, however small the difference', () => {
    const events = [late('l', '08:40', 4), anEvent('u', 'undo', '08:45', { retracts: late('l', '08:40', 4).id })]
    const situation = situationOf(aVisit({ events }), at('08:50'))
    const contacts = [told('one', BRENDA, '09:04', '08:41'), told('two', GAIL, '09:00', '08:42')]
    expect(wrongBeliefs(contacts, situation).map((b) => b.number)).toEqual([BRENDA])
  })

  it('a time that is over is owed to nobody: a human has it', () => {
    const situation = situationOf(aVisit({ events: [late('l', '08:50', 40)] }), at('09:40'))
    expect(wrongBeliefs([told('one', BRENDA, '09:20', '08:41')], situation)).toEqual([])
  })

  it('what the household was told last is what the contact that counts as told said', () => {
    const contacts = [
      { ...told('one', BRENDA, '09:20', '08:41'), toldAt: at('08:41'), details: { saidStart: at('09:20') } },
      { ...told('two', GAIL, '09:40', '08:50'), toldAt: at('08:50'), details: { saidStart: at('09:40') } },
      told('three', BRENDA, '09:50', '08:55'),
    ]
    expect(lastToldOf(contacts)).toEqual({ start: at('09:40') })
    expect(lastToldOf([])).toBeUndefined()
  })
})

function told(id: string, to: PhoneNumber, start: string, ended: string, grade: Grade = 'B') {
  return aContact('eta', [anAttempt(id, { number: to, grade, endedAt: at(ended), said: { saidStart: at(start) } })])
}

function number(text: string): PhoneNumber {
  const parsed = parsePhoneNumber(text)
  if (parsed === undefined) throw new Error(`not a number for a test: ${text}`)
  return parsed
}
