import { describe, expect, it } from 'vitest'
import { parsePhoneNumber, type PhoneNumber } from '../../src/cellar/phone-number.ts'
import { householdWays } from '../../src/contact/channel-order.ts'
import type { HouseholdContact, PreferredChannel, ServiceUserFacts } from '../../src/rota/visit-facts.ts'
import { at, aVisit, ZONE } from '../record/a-late-visit.ts'

const LANDLINE = number('01632 960101')
const MOBILE = number('07700 900301')
const DAUGHTER = number('07700 900201')

describe('the ways to a household, in the order of their plan (P-043)', () => {
  it.each<[PreferredChannel, string[]]>([
    ['voice_landline', ['call landline B', 'call mobile B', 'text mobile B', 'call daughter B']],
    ['voice_mobile', ['call mobile B', 'call landline B', 'text mobile B', 'call daughter B']],
    ['sms', ['text mobile D', 'call mobile B', 'call landline B', 'call daughter B']],
    ['via_contact', ['call daughter B', 'call landline B', 'call mobile B', 'text mobile B']],
  ])('%s', (preferredChannel, expected) => {
    expect(inWords({ preferredChannel })).toEqual(expected)
  })

  it('with cognitive impairment nothing but an answer is enough, not even a text that was asked for', () => {
    expect(inWords({ preferredChannel: 'sms', cognitiveImpairment: true })).toEqual([
      'text mobile A',
      'call mobile A',
      'call landline A',
      'call daughter A',
    ])
  })

  it('a landline is never texted, nor a mobile that stopped texts', () => {
    const ways = inWords({ preferredChannel: 'sms', numbers: [{ number: MOBILE, lineType: 'mobile', noTexts: true }] })
    expect(ways).toEqual(['call mobile B', 'call daughter B'])
  })

  it('a number that several of them share is rung once in a round, for the first who is named', () => {
    const wife = contact({ id: 'wife', numbers: [{ number: LANDLINE, lineType: 'landline', noTexts: true }] })
    const ways = householdWays(person({ contacts: [wife] }), at('08:40'), ZONE)
    expect(ways.filter((way) => way.number === LANDLINE)).toMatchObject([{ party: { kind: 'service-user' } }])
  })

  it('somebody who may not be told is left out, and the order is the plan’s, not the file’s', () => {
    const son = contact({ id: 'son', order: 2, mayBeTold: false })
    const friend = contact({ id: 'friend', order: 1, numbers: [known('07700 900202')] })
    const daughter = contact({ order: 3 })
    const ways = householdWays(person({ numbers: [], contacts: [daughter, son, friend] }), at('08:40'), ZONE)
    expect(ways.map((way) => way.number)).toEqual([number('07700 900202'), DAUGHTER])
  })

  it.each([
    ['08:59', '09:00', '21:00', true],
    ['09:00', '09:00', '21:00', false],
    ['21:00', '09:00', '21:00', true],
    ['23:30', '22:00', '07:00', false],
    ['06:59', '22:00', '07:00', false],
    ['07:00', '22:00', '07:00', true],
    ['03:00', '', '', false],
  ])('at %s, agreed from "%s" to "%s": resting %s', (time, ringFrom, ringTo, resting) => {
    const ways = householdWays(person({ numbers: [], contacts: [contact({ ringFrom, ringTo })] }), at(time), ZONE)
    expect(ways).toMatchObject([{ number: DAUGHTER, ...(resting ? { notNow: true } : {}) }])
    expect('notNow' in (ways[0] ?? {})).toBe(resting)
  })
})

const NAMES: Record<string, string> = { [LANDLINE]: 'landline', [MOBILE]: 'mobile', [DAUGHTER]: 'daughter' }

function inWords(changes: Partial<ServiceUserFacts>): string[] {
  return householdWays(person(changes), at('08:40'), ZONE).map((w) => `${w.channel} ${NAMES[w.number]} ${w.enough}`)
}

function person(changes: Partial<ServiceUserFacts>): ServiceUserFacts {
  const numbers = [
    { number: LANDLINE, lineType: 'landline' as const, noTexts: true },
    { number: MOBILE, lineType: 'mobile' as const, noTexts: false },
  ]
  return { ...aVisit().serviceUser, numbers, contacts: [contact({})], ...changes }
}

function contact(changes: Partial<HouseholdContact>): HouseholdContact {
  return {
    id: 'gail',
    order: 1,
    firstName: 'Gail',
    lastName: 'Trundle',
    relationship: 'daughter',
    mayBeTold: true,
    canVisit: true,
    ringFrom: '',
    ringTo: '',
    language: 'en',
    numbers: [known('07700 900201')],
    ...changes,
  }
}

function known(text: string) {
  return { number: number(text), lineType: 'mobile' as const, noTexts: false }
}

function number(text: string): PhoneNumber {
  const parsed = parsePhoneNumber(text)
  if (parsed === undefined) throw new Error(`not a number for a test: ${text}`)
  return parsed
}
