import { describe, expect, it } from 'vitest'
import { lateVisitRecord } from '../../src/record/late-visit-record.ts'
import {
  delayInWords,
  longDate,
  minutesInWords,
  reportInWords,
  resultInWords,
  ruleInWords,
  shortDate,
  tellingInWords,
  timeIn,
} from '../../src/record/record-words.ts'
import type { AttemptLine } from '../../src/record/tellings.ts'
import { aContact, anAttempt, anEvent, at, aVisit, late, plan, stored, ZONE } from './a-late-visit.ts'
import { eventId } from '../../src/cellar/ids.ts'
import { loadWords } from '../../src/compose/words.ts'

const { reasons } = loadWords()

const reported = [late('e1', '08:40', 20, { reason: 'traffic', words: 'LATE 20 traffic' })]
const record = (events = reported, contacts: Parameters<typeof lateVisitRecord>[1] = []) =>
  lateVisitRecord(aVisit({ events }), contacts, stored, at('08:45'), reasons)

it('writes dates in full and short', () => {
  expect(longDate('2026-11-24')).toBe('Tuesday 24 November 2026')
  expect(shortDate('2026-11-24')).toBe('Tue 24 Nov 2026')
})

describe('times', () => {
  const day = { zone: ZONE, dateOfVisit: '2026-11-24' }
  it.each([
    ['the day of the visit', day, at('09:20'), '9.20am'],
    ['another day', day, at('00:10', '2026-11-25'), '12.10am on 25 Nov'],
    [
      'the hour that autumn has twice, the first',
      { zone: ZONE, dateOfVisit: '2026-10-25' },
      at('01:30', '2026-10-25'),
      '1.30am (BST)',
    ],
    [
      'and the second',
      { zone: ZONE, dateOfVisit: '2026-10-25' },
      at('01:30', '2026-10-25') + 3_600_000,
      '1.30am (GMT)',
    ],
  ])('%s', (_what, on, instant, words) => {
    expect(timeIn(on, instant)).toBe(words)
  })
})

it.each([
  [20, '20 minutes'],
  [1, '1 minute'],
  [0, '0 minutes'],
  [15 + 1 / 60, '15 minutes 1 second'],
  [0.5, '30 seconds'],
  [15 + 0.4 / 60, '15 minutes 1 second'],
])('%f minutes are "%s"', (minutes, words) => {
  expect(minutesInWords(minutes)).toBe(words)
})

describe('the time delayed (P-076)', () => {
  const cancelled = aVisit({ events: reported, plans: [plan(1, '09:00', '09:30', { status: 'cancelled' })] })
  it.each([
    [record(), '20 minutes expected: 9.20am instead of 9am'],
    [
      lateVisitRecord(aVisit({ events: reported }), [], stored, at('09:00'), reasons),
      '20 minutes: expected at 9.20am, nobody has logged in',
    ],
    [
      record([...reported, anEvent('e2', 'left', '09:50')]),
      '20 minutes: expected at 9.20am, nobody logged in, Anna Kowal logged out by text at 9.50am',
    ],
    [record([late('e1', '08:40', 10)]), '10 minutes, not late any more: expected at 9.10am'],
    [record([...reported, anEvent('e2', 'arrived', '09:22')]), '22 minutes: Anna Kowal logged in by text at 9.22am'],
    [
      record([...reported, anEvent('e2', 'arrived', '09:05', { source: 'call' })]),
      '5 minutes, not late after all: Anna Kowal logged in by phone at 9.05am',
    ],
    [
      record([...reported, anEvent('e2', 'undo', '08:43', { retracts: eventId('e1') })]),
      'none: what was reported has been taken back, the planned time holds',
    ],
    [
      record([...reported, anEvent('e2', 'sick', '08:43')]),
      'not known: Anna Kowal is not coming, nobody has logged in',
    ],
    [lateVisitRecord(cancelled, [], stored, at('08:45'), reasons), 'none: the visit is cancelled'],
  ])('$standing.kind', (one, words) => {
    expect(delayInWords(one)).toBe(words)
  })
})

it('tells of a report, and what became of it', () => {
  const events = [
    late('e1', '08:30', 20, { reason: 'overran' }),
    anEvent('e2', 'undo', '08:33', { retracts: eventId('e1') }),
    late('e3', '08:40', 20),
    late('e4', '08:44', 30, { source: 'feed' }),
  ]
  const one = record(events)
  expect(one.reports.map((report) => reportInWords(one, report))).toEqual([
    'Anna Kowal by text at 8.30am: 20 minutes, expected at 9.20am, earlier visit overran. Taken back at 8.33am.',
    'Anna Kowal by text at 8.40am: 20 minutes, expected at 9.20am. Replaced by a later report.',
    'Anna Kowal by feed at 8.44am: 30 minutes, expected at 9.30am.',
  ])
})

it.each([
  [aContact('eta', []), 'Mrs Brenda Trundle is being told.'],
  [
    aContact('eta', [anAttempt('a', { grade: 'A' })], {
      toldAt: at('08:41'),
      toldWhom: 'Brenda Trundle',
      details: { saidStart: at('09:20') },
    }),
    'Mrs Brenda Trundle was told at 8.41am to expect 9.20am.',
  ],
  [
    aContact('late-notice', [], {
      party: { kind: 'manager', id: 'rosa' },
      toldAt: at('08:41'),
      toldWhom: 'Rosa Achebe',
    }),
    'Rosa Achebe was told at 8.41am.',
  ],
  [aContact('eta', [], { droppedAt: at('08:43') }), 'Mrs Brenda Trundle was not told.'],
  [
    aContact('eta', [], { droppedAt: at('08:43'), dropReason: 'they know the time', validUntil: at('09:20') }),
    'Mrs Brenda Trundle was not told: they know the time.',
  ],
  [
    aContact('eta', [], { droppedAt: at('09:20'), dropReason: 'its time had passed', validUntil: at('09:20') }),
    'Mrs Brenda Trundle was not told before the time had passed.',
  ],
  [
    aContact('eta', [], { exhaustedAt: at('08:44') }),
    'Mrs Brenda Trundle could not be reached by 8.44am: the office was asked to see to it, and the line goes on trying.',
  ],
])('tells of a telling', (contact, words) => {
  const one = record(reported, [contact])
  expect([...one.household, ...one.responsiblePerson.tellings].map((telling) => tellingInWords(one, telling))).toEqual([
    words,
  ])
})

it('says that somebody believes a time that does not hold any more', () => {
  const said = { saidStart: at('09:20') }
  const told = aContact('eta', [anAttempt('a', { grade: 'B', said })], {
    toldAt: at('08:41'),
    toldWhom: 'Brenda Trundle',
    details: said,
  })
  const events = [...reported, anEvent('e2', 'undo', '09:03', { retracts: eventId('e1') })]
  const one = record(events, [told])
  expect(one.household.map((telling) => tellingInWords(one, telling))).toEqual([
    'Mrs Brenda Trundle was told at 8.41am to expect 9.20am. That does not hold any more, and they have not been told so.',
  ])
  const there = record([...events, anEvent('e3', 'arrived', '09:04')], [told])
  expect(there.household.map((telling) => tellingInWords(there, telling))).toEqual([
    'Mrs Brenda Trundle was told at 8.41am to expect 9.20am.',
  ])
})

it('tells of a report that a new plan has overtaken', () => {
  const plans = [plan(1, '09:00', '09:30'), plan(2, '10:00', '10:30', { recordedAt: at('08:50') })]
  const one = lateVisitRecord(aVisit({ events: [late('e1', '08:40', 20)], plans }), [], stored, at('08:55'), reasons)
  expect(one.standing).toEqual({ kind: 'expected-in-time' })
  expect(one.reports.map((report) => reportInWords(one, report))).toEqual([
    'Anna Kowal by text at 8.40am: 20 minutes, expected at 9.20am. The visit was planned anew afterwards.',
  ])
})

it.each<[Partial<AttemptLine>, string]>([
  [{ grade: 'A' }, 'A: spoke or pressed a key'],
  [{ grade: 'D', outcome: 'delivered' }, 'D: text delivered'],
  [{ grade: 'F', outcome: 'engaged' }, 'F: not reached (engaged)'],
  [{ grade: 'F' }, 'F: not reached (answered, but the message was not heard to its end)'],
  [{ outcome: 'no-answer' }, 'no answer'],
  [{ state: 'ringing', outcome: undefined }, 'ringing'],
  [{ state: 'lost', outcome: undefined }, 'never reached the carrier'],
  [{ state: 'cancelled', outcome: undefined, carrierId: undefined }, 'taken back before it was made'],
  [{ state: 'ended', outcome: undefined }, 'ended'],
])('says what came of a call or text: %j', (line, words) => {
  const whole: AttemptLine = {
    whom: '',
    channel: 'call',
    carrierId: 'CA1',
    at: 0,
    endedAt: 0,
    state: 'ended',
    outcome: 'answered',
    grade: undefined,
    expectedStart: undefined,
    proof: false,
  }
  expect(resultInWords({ ...whole, ...line })).toBe(words)
})

it('says which rule fired, with its bound and where it comes from (N1)', () => {
  const essex = { ...stored, definitionKey: 'Essex-LAH-2025' }
  const visit = aVisit({
    events: [anEvent('e1', 'arrived', '09:31')],
    plans: [plan(1, '09:00', '09:30', { timeCritical: true })],
  })
  const source =
    'definition Essex-LAH-2025, version 1, from Essex, Live at Home 2025, KPI 3: time-critical visits within 30 minutes inclusive, done by 23:00'
  expect(lateVisitRecord(visit, [], essex, at('10:00'), reasons).rules.map(ruleInWords)).toEqual([
    `Late: more than 15 minutes after the planned start (${source})`,
    `Missed by policy as well: from 30 minutes after the planned start (${source})`,
    `Out of time for the commissioner: more than 30 minutes before or after the planned start (${source})`,
  ])
  expect(record().rules.map(ruleInWords)).toEqual([
    'Late: more than 15 minutes after the planned start (definition QCS-policy, version 1, from the agency’s policy, 5.1 and 5.4)',
  ])
  expect(
    ruleInWords({
      what: 'late',
      definitionKey: 'old',
      definitionVersion: 2,
      source: '',
      minutes: 10,
      bound: undefined,
    }),
  ).toBe('Late: 10 minutes after the planned start (definition old, version 2)')
})
