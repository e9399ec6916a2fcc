import { describe, expect, it } from 'vitest'
import { eventId } from '../../src/cellar/ids.ts'
import { lateVisitRecord } from '../../src/record/late-visit-record.ts'
import { aContact, anAttempt, anEvent, anna, at, aVisit, late, plan, sam, stored } from './a-late-visit.ts'
import { loadWords } from '../../src/compose/words.ts'

const { reasons } = loadWords()

const now = at('08:45')
const reported = [late('e1', '08:40', 20, { reason: 'traffic', words: 'LATE 20 traffic' })]
const record = (
  visit = aVisit({ events: reported }),
  contacts: Parameters<typeof lateVisitRecord>[1] = [],
  atTime = now,
) => lateVisitRecord(visit, contacts, stored, atTime, reasons)

it('holds every field of the form (P-072 to P-079, P-150, P-152, P-154)', () => {
  expect(record()).toMatchObject({
    number: 1,
    agency: { name: 'Quillbrook Home Care', lineNumber: '+441632960999', officeNumber: '+441632960998' },
    serviceUser: 'Mrs Brenda Trundle',
    dateOfVisit: '2026-11-24',
    scheduledStart: at('09:00'),
    scheduledEnd: at('09:30'),
    durationMinutes: 30,
    rosteredCareWorkers: ['Anna Kowal'],
    substituteCareWorkers: [],
    delayedMinutes: 20,
    expectedStart: at('09:20'),
    arrival: undefined,
    reason: { code: 'traffic', words: 'traffic' },
    actionToBeTaken: '',
    actionedBy: '',
  })
  expect(
    lateVisitRecord(
      aVisit(),
      [],
      { ...stored, actionToBeTaken: 'Plan more travel', actionedBy: 'Rosa Achebe' },
      now,
      reasons,
    ),
  ).toMatchObject({
    actionToBeTaken: 'Plan more travel',
    actionedBy: 'Rosa Achebe',
  })
})

describe('time delayed (P-076)', () => {
  it.each([
    ['expected', [late('e1', '08:40', 20)], 20, 'expected-late'],
    ['corrected to later', [late('e1', '08:40', 20), late('e2', '08:50', 35)], 35, 'expected-late'],
    [
      'corrected to a time that is not late',
      [late('e1', '08:40', 20), late('e2', '08:50', 15)],
      15,
      'expected-in-time',
    ],
    ['arrived, later than said', [late('e1', '08:40', 20), anEvent('e2', 'arrived', '09:25')], 25, 'arrived-late'],
    [
      'arrived exactly 15 minutes late: P-061 says more than 15',
      [late('e1', '08:40', 20), anEvent('e2', 'arrived', '09:15')],
      15,
      'arrived-in-time',
    ],
    [
      'left, and nobody saw when they came',
      [late('e1', '08:40', 20), anEvent('e2', 'left', '09:50')],
      20,
      'expected-late',
    ],
    [
      'arrived before the planned time',
      [late('e1', '08:40', 20), anEvent('e2', 'arrived', '08:55')],
      0,
      'arrived-in-time',
    ],
    [
      'taken back',
      [late('e1', '08:40', 20), anEvent('e2', 'undo', '08:43', { retracts: eventId('e1') })],
      0,
      'taken-back',
    ],
    ['MISSED after that', [late('e1', '08:40', 20), anEvent('e2', 'missed', '08:50')], 0, 'not-coming'],
  ])('%s', (_what, events, minutes, standing) => {
    expect(record(aVisit({ events }))).toMatchObject({ delayedMinutes: minutes, standing: { kind: standing } })
  })

  it('one second over the threshold is late, and is not rounded away', () => {
    const arrival = anEvent('e2', 'arrived', '09:15', { receivedAt: at('09:15') + 1000 })
    const late15 = record(aVisit({ events: [...reported, arrival] }))
    expect(late15.standing).toEqual({ kind: 'arrived-late' })
    expect(late15.delayedMinutes).toBeCloseTo(15 + 1 / 60, 6)
  })

  it('is judged by the definition that opened the record, whatever is agreed later', () => {
    const visit = aVisit({ events: [late('e1', '08:40', 20)] })
    const agreedLater = {
      ...visit,
      serviceUser: { ...visit.serviceUser, contract: { ...visit.serviceUser.contract, lateMinutes: 45 } },
    }
    expect(record(agreedLater)).toMatchObject({
      standing: { kind: 'expected-late' },
      rules: [{ what: 'late', minutes: 15, bound: 'more-than' }],
    })
  })

  it('says why a visit does not take place, and does not mind what becomes of the service user afterwards', () => {
    const cancelled = aVisit({
      events: reported,
      plans: [plan(1, '09:00', '09:30'), plan(2, '09:00', '09:30', { status: 'cancelled' })],
    })
    expect(record(cancelled).standing).toEqual({ kind: 'not-to-take-place', why: 'the visit is cancelled' })
    const visit = aVisit({ events: reported })
    const later = {
      ...visit,
      serviceUser: {
        ...visit.serviceUser,
        statuses: [{ status: 'in_hospital', fromAt: at('14:00'), untilAt: undefined, receivedAt: at('14:00') }],
      },
    }
    expect(record(later, [], at('15:00')).standing).toEqual({ kind: 'expected-late' })
  })
})

describe('the plan', () => {
  it('a plan moved afterwards does not hide when the visit was to be', () => {
    const visit = aVisit({
      events: reported,
      plans: [plan(1, '09:00', '09:30'), plan(2, '09:00', '09:30'), plan(3, '09:20', '09:50')],
    })
    expect(record(visit)).toMatchObject({
      scheduledStart: at('09:20'),
      scheduledBefore: [{ start: at('09:00'), end: at('09:30') }],
    })
  })

  it('a visit over midnight belongs to the day it was planned to start', () => {
    const visit = aVisit({ plans: [plan(1, '23:45', '23:59', { plannedEnd: at('00:15', '2026-11-25') })] })
    expect(record(visit)).toMatchObject({ dateOfVisit: '2026-11-24', durationMinutes: 30 })
  })
})

describe('care workers (P-072, P-073, P-083)', () => {
  const given = (slot: number, careWorker: typeof anna | undefined, untilAt?: number) => ({
    slot,
    careWorker,
    runOrder: 1,
    fromAt: 0,
    untilAt,
  })
  it.each([
    ['as rostered', [given(1, anna)], ['Anna Kowal'], []],
    ['reallocated: the first one stays', [given(1, anna, at('08:50')), given(1, sam)], ['Anna Kowal'], ['Sam Osei']],
    ['given back', [given(1, anna, 1), given(1, sam, 2), given(1, anna)], ['Anna Kowal'], []],
    ['nobody at first: whoever got it first', [given(1, undefined, 1), given(1, sam)], ['Sam Osei'], []],
    ['taken from Anna, nobody yet', [given(1, anna, 1), given(1, undefined)], ['Anna Kowal'], []],
    [
      'two are needed, one is replaced',
      [given(1, anna), given(2, anna, 1), given(2, sam)],
      ['Anna Kowal', 'Anna Kowal'],
      ['Sam Osei'],
    ],
    ['nobody at all', [given(1, undefined)], [], []],
  ])('%s', (_what, allocations, rostered, substitutes) => {
    expect(record(aVisit({ allocations }))).toMatchObject({
      rosteredCareWorkers: rostered,
      substituteCareWorkers: substitutes,
    })
  })

  it('names whoever logged in, also when the visit was not theirs', () => {
    const events = [...reported, anEvent('e2', 'arrived', '09:22')]
    expect(record(aVisit({ events })).arrival).toEqual({ at: at('09:22'), who: 'Anna Kowal', source: 'text' })
    const other = [anEvent('e2', 'arrived', '09:22', { careWorkerId: sam.id })]
    expect(record(aVisit({ events: other })).arrival?.who).toBe('a care worker who was not allocated to this visit')
  })
})

describe('who reported it, how and when (P-058, P-060)', () => {
  it('keeps every report: the replaced, the taken back, the one that stands', () => {
    const events = [
      late('e1', '08:30', 20, { reason: 'traffic', words: 'LATE 20 traffic' }),
      anEvent('e2', 'undo', '08:33', { retracts: eventId('e1') }),
      late('e3', '08:40', 20),
      late('e4', '08:44', 30, { source: 'call' }),
      anEvent('e5', 'reason', '08:45', { reason: 'overran' }),
    ]
    const { reports, reason } = record(aVisit({ events }))
    expect(reports).toEqual([
      {
        by: 'Anna Kowal',
        source: 'text',
        at: at('08:30'),
        minutes: 20,
        newStart: at('09:20'),
        reason: { code: 'traffic', words: 'traffic' },
        words: 'LATE 20 traffic',
        state: 'taken-back',
        takenBackAt: at('08:33'),
      },
      {
        by: 'Anna Kowal',
        source: 'text',
        at: at('08:40'),
        minutes: 20,
        newStart: at('09:20'),
        reason: undefined,
        words: undefined,
        state: 'replaced',
        takenBackAt: undefined,
      },
      {
        by: 'Anna Kowal',
        source: 'call',
        at: at('08:44'),
        minutes: 30,
        newStart: at('09:30'),
        reason: undefined,
        words: undefined,
        state: 'stands',
        takenBackAt: undefined,
      },
    ])
    expect(reason).toEqual({ code: 'overran', words: 'earlier visit overran' })
  })

  it('gives no reason that was taken back with its report (P-078)', () => {
    const events = [...reported, anEvent('e2', 'undo', '08:43', { retracts: eventId('e1') })]
    expect(record(aVisit({ events })).reason).toBeUndefined()
  })
})

describe('which rule fired (N1)', () => {
  it.each([
    [
      'no arrival: late alone, missed is never a prediction (design 3.2)',
      'QCS-policy',
      [late('e1', '08:40', 45)],
      {},
      ['late'],
    ],
    ['29 minutes late', 'QCS-policy', [anEvent('e1', 'arrived', '09:29')], {}, ['late']],
    [
      '30 minutes late: late, and missed by the same policy',
      'QCS-policy',
      [anEvent('e1', 'arrived', '09:30')],
      {},
      ['late', 'missed-by-policy'],
    ],
    [
      'Essex, time-critical, 30 minutes: still in time for the commissioner',
      'Essex-LAH-2025',
      [anEvent('e1', 'arrived', '09:30')],
      { timeCritical: true },
      ['late', 'missed-by-policy'],
    ],
    [
      'Essex, time-critical, 31 minutes',
      'Essex-LAH-2025',
      [anEvent('e1', 'arrived', '09:31')],
      { timeCritical: true },
      ['late', 'missed-by-policy', 'out-of-time-for-the-commissioner'],
    ],
  ])('%s', (_what, definitionKey, events, critical, expected) => {
    const visit = aVisit({ events, plans: [plan(1, '09:00', '09:30', critical)] })
    const { rules } = lateVisitRecord(visit, [], { ...stored, definitionKey }, now, reasons)
    expect(rules.map((r) => r.what)).toEqual(expected)
    expect(rules.every((r) => r.definitionKey === definitionKey && r.definitionVersion === 1 && r.source !== '')).toBe(
      true,
    )
  })

  it('still reads where a definition is not known any more', () => {
    const { rules, standing } = lateVisitRecord(
      aVisit({ events: reported }),
      [],
      { ...stored, definitionKey: 'old', lateMinutes: 10 },
      now,
      reasons,
    )
    expect(rules).toEqual([
      { what: 'late', definitionKey: 'old', definitionVersion: 1, source: '', minutes: 10, bound: undefined },
    ])
    expect(standing).toEqual({ kind: 'expected-late' })
  })
})

describe('who was told, and what proves it (P-063, P-064, P-067, design 1.5)', () => {
  const said = { saidStart: at('09:20') }
  const engaged = anAttempt('a1', { outcome: 'engaged', grade: 'F' })
  const gail = anAttempt('a2', {
    party: { kind: 'service-user-contact', id: 'gail' },
    grade: 'B',
    said,
    placedAt: at('08:42'),
    endedAt: at('08:43'),
  })

  it('names everybody who was rung, with the carrier’s id, and marks the call that proves it', () => {
    const contact = aContact('eta', [engaged, gail], {
      toldAt: at('08:43'),
      toldWhom: 'Gail Trundle (daughter)',
      details: said,
    })
    expect(record(undefined, [contact]).household).toEqual([
      {
        about: 'expected time',
        whom: 'Mrs Brenda Trundle',
        told: { whom: 'Gail Trundle (daughter)', at: at('08:43'), expectedStart: at('09:20'), outdated: false },
        exhaustedAt: undefined,
        dropped: undefined,
        attempts: [
          {
            whom: 'Mrs Brenda Trundle',
            channel: 'call',
            carrierId: 'CA-a1',
            at: at('08:40'),
            endedAt: at('08:41'),
            state: 'ended',
            outcome: 'engaged',
            grade: 'F',
            expectedStart: undefined,
            proof: false,
          },
          {
            whom: 'Gail Trundle (daughter)',
            channel: 'call',
            carrierId: 'CA-a2',
            at: at('08:42'),
            endedAt: at('08:43'),
            state: 'ended',
            outcome: 'answered',
            grade: 'B',
            expectedStart: at('09:20'),
            proof: true,
          },
        ],
      },
    ])
  })

  it('proves nothing by an attempt that reached nobody, nor before somebody was told', () => {
    const told = (contact: ReturnType<typeof aContact>) =>
      record(undefined, [contact]).household[0]?.attempts.map((a) => a.proof)
    expect(told(aContact('eta', [engaged]))).toEqual([false])
    expect(told(aContact('eta', [engaged], { toldAt: at('08:43'), toldWhom: 'somebody' }))).toEqual([false])
    expect(told(aContact('eta', [anAttempt('a1', { grade: 'B' })]))).toEqual([false])
  })

  it('a better proof wins, and of equal ones the first', () => {
    const grades = (['C', 'B', 'A', 'A'] as const).map((grade, n) => anAttempt(`a${n}`, { grade }))
    const [telling] = record(undefined, [aContact('eta', grades, { toldAt: now, toldWhom: 'x' })]).household
    expect(telling?.attempts.map((a) => a.proof)).toEqual([false, false, true, false])
  })

  it('an attempt without the carrier’s id is shown without one', () => {
    const lost = anAttempt('a1', {
      providerId: undefined,
      state: 'lost',
      placedAt: undefined,
      endedAt: undefined,
      outcome: undefined,
    })
    const [telling] = record(undefined, [aContact('eta', [lost])]).household
    expect(telling?.attempts).toMatchObject([{ carrierId: undefined, state: 'lost', grade: undefined }])
  })

  it('tells of the responsible person apart, and of nothing else that was sent about the visit', () => {
    const manager = { kind: 'manager' as const, id: 'rosa' }
    const notice = aContact(
      'late-notice',
      [anAttempt('n1', { channel: 'text', party: manager, grade: 'D', outcome: 'delivered' })],
      { party: manager, toldAt: at('08:41'), toldWhom: 'Rosa Achebe' },
    )
    const undone = aContact('late-notice-undone', [], { party: manager, createdAt: at('08:44') })
    const answer = aContact('answer', [anAttempt('x', { channel: 'text' })])
    const { household, responsiblePerson } = record(undefined, [undone, answer, notice])
    expect(household).toEqual([])
    expect(responsiblePerson.name).toBe('Rosa Achebe')
    expect(responsiblePerson.tellings).toMatchObject([
      {
        about: 'late visit',
        whom: 'Rosa Achebe',
        told: { whom: 'Rosa Achebe', at: at('08:41') },
        attempts: [{ carrierId: 'CA-n1', grade: 'D', proof: true }],
      },
      { about: 'report taken back', told: undefined },
    ])
  })
})
