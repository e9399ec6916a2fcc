import { describe, expect, it } from 'vitest'
import { agencyId, attemptId, branchId, carrierAccountId, contactId } from '../../src/cellar/ids.ts'
import { parsePhoneNumber, type PhoneNumber } from '../../src/cellar/phone-number.ts'
import type { AttemptFacts, ContactFacts } from '../../src/contact/attempt-facts.ts'
import type { Way } from '../../src/contact/channel-order.ts'
import { gradeOf } from '../../src/contact/grade.ts'
import { nextTry } from '../../src/contact/next-try.ts'

const NOW = 1_800_000_000_000
const [first, second] = ['01632 960101', '07700 900201'].map(number) as [PhoneNumber, PhoneNumber]
const ways: Way[] = [wayTo(first), wayTo(second)]
const patience = { rounds: 2, restMinutes: 10 }

describe('the next try of a contact', () => {
  it.each<[string, AttemptFacts[], ReturnType<typeof nextTry>]>([
    ['nobody was tried: the first way', [], { kind: 'try', way: wayTo(first) }],
    ['the first did not answer: the next at once', [ended(first, 1)], { kind: 'try', way: wayTo(second) }],
    [
      'a call is up: it is waited for',
      [{ ...ended(first, 0), state: 'ringing' }],
      { kind: 'under-way', until: NOW + 60_000 },
    ],
    [
      'the same number rests for 90 seconds',
      [ended(first, 30), ended(second, 10)],
      { kind: 'wait', until: NOW + 60_000 },
    ],
    ['after the rest the second round', [ended(first, 100), ended(second, 95)], { kind: 'try', way: wayTo(first) }],
    [
      'after two rounds a human, and again in ten minutes',
      [ended(first, 400), ended(second, 390), ended(first, 200), ended(second, 100)],
      { kind: 'exhausted', until: NOW + 500_000 },
    ],
    [
      'one that was lost at the carrier was no try',
      [{ ...ended(first, 5), state: 'lost' }],
      { kind: 'try', way: wayTo(first) },
    ],
  ])('%s', (_what, attempts, expected) => {
    expect(nextTry(contact(attempts), ways, patience, NOW)).toEqual(expected)
  })

  it('something new to tell ends the rest after the rounds', () => {
    const tried = [ended(first, 400), ended(second, 390), ended(first, 200), ended(second, 100)]
    const withNews = { ...contact(tried), details: { freshAt: NOW } }
    expect(nextTry(withNews, ways, patience, NOW)).toEqual({ kind: 'try', way: wayTo(first) })
  })

  it.each<[string, AttemptFacts[], ReturnType<typeof nextTry>]>([
    ['the first was tried since', [ended(first, 100)], { kind: 'try', way: wayTo(second) }],
    ['a second round since', [ended(first, 100), ended(second, 95)], { kind: 'try', way: wayTo(first) }],
    [
      'both rounds since: a human again',
      [ended(first, 240), ended(second, 230), ended(first, 140), ended(second, 100)],
      { kind: 'exhausted', until: NOW + 500_000 },
    ],
  ])('with news every round counts anew: %s', (_what, since, expected) => {
    const before = [ended(first, 900), ended(second, 890), ended(first, 700), ended(second, 690), ended(first, 300)]
    const withNews = { ...contact([...before, ...since]), details: { freshAt: NOW - 250_000 } }
    expect(nextTry(withNews, ways, patience, NOW)).toEqual(expected)
  })

  it('told twice, it is the later telling that counts', () => {
    const heard = (secondsAgo: number, saidStart: number): AttemptFacts => ({
      ...ended(first, secondsAgo),
      grade: 'B',
      said: { saidStart },
    })
    expect(nextTry(contact([heard(300, 1), heard(100, 2)]), ways, patience, NOW)).toMatchObject({
      kind: 'told',
      said: { saidStart: 2 },
    })
  })

  it('no ways at all are a human’s task at once', () => {
    expect(nextTry(contact([]), [], patience, NOW)).toEqual({ kind: 'exhausted', until: NOW + 600_000 })
  })
})

describe('the grade of an attempt (design 1.5)', () => {
  it.each<[string, Partial<AttemptFacts>, string]>([
    ['an answer', { outcome: 'answered', proof: 'answered' }, 'A'],
    [
      'an answer, and the carrier believes in a machine',
      { outcome: 'answered', proof: 'answered', answeredBy: 'machine' },
      'A',
    ],
    ['heard by somebody', { outcome: 'answered', proof: 'heard' }, 'B'],
    ['heard by a machine', { outcome: 'answered', proof: 'heard', answeredBy: 'machine_start' }, 'C'],
    ['picked up and no more', { outcome: 'answered' }, 'F'],
    ['engaged', { outcome: 'engaged', proof: 'heard' }, 'F'],
    ['a delivered text', { channel: 'text', outcome: 'delivered' }, 'D'],
    ['a text that was sent', { channel: 'text', outcome: 'sent' }, 'E'],
    ['a text that failed', { channel: 'text', outcome: 'switched-off' }, 'F'],
  ])('%s is %s', (_what, attempt, grade) => {
    expect(gradeOf({ ...ended(first, 0), proof: undefined, ...attempt })).toBe(grade)
  })
})

function contact(attempts: AttemptFacts[]): ContactFacts {
  return {
    id: contactId('contact-1'),
    agencyId: agencyId('agency-1'),
    branchId: branchId('branch-1'),
    accountId: carrierAccountId('account-1'),
    lineNumber: number('01632 960999'),
    matterId: undefined,
    visitId: undefined,
    party: { kind: 'service-user', id: 'su-1' },
    number: undefined,
    message: 'eta',
    details: {},
    subject: 's',
    class: 2,
    riskAt: 0,
    createdAt: 0,
    nextDueAt: NOW,
    validUntil: undefined,
    toldAt: undefined,
    toldWhom: undefined,
    droppedAt: undefined,
    exhaustedAt: undefined,
    attempts,
  }
}

function ended(to: PhoneNumber, secondsAgo: number): AttemptFacts {
  const at = NOW - secondsAgo * 1000
  return {
    id: attemptId(`attempt-${to.slice(1)}-${secondsAgo}`),
    contactId: contactId('contact-1'),
    channel: 'call',
    number: to,
    party: { kind: 'service-user', id: 'su-1' },
    state: 'ended',
    plannedAt: at,
    dueAt: at,
    placedAt: at,
    endedAt: at,
    settledAt: at,
    lookUps: 0,
    providerId: undefined,
    outcome: 'no-answer',
    code: undefined,
    answeredBy: undefined,
    grade: 'F',
    proof: undefined,
    said: undefined,
    cancelWanted: false,
  }
}

function wayTo(to: PhoneNumber): Way {
  return { channel: 'call', number: to, party: { kind: 'service-user', id: 'su-1' }, whom: 'somebody', enough: 'B' }
}

function number(text: string): PhoneNumber {
  const read = parsePhoneNumber(text)
  if (read === undefined) throw new Error(`not a number: ${text}`)
  return read
}
