import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { visitId } from '../../src/cellar/ids.ts'
import { statusAnswer, type StatusAnswer } from '../../src/no-show-line/status-answer.ts'
import type { VisitEvent, VisitFacts } from '../../src/rota/visit-facts.ts'
import { anEvent, at, aVisit, anna, late, plan, sam } from '../record/a-late-visit.ts'

const now = at('09:10')

describe('what is told of one visit, planned for nine (P-020, P-021, P-139)', () => {
  it.each<[string, VisitEvent[], string, string, string | undefined]>([
    ['an hour and more before', [], '07:55', 'next Anna 09:00', undefined],
    ['within the hour before it', [], '08:30', 'next Anna 09:00', 'asked-early'],
    ['at the very minute', [], '09:00', 'nobody-yet early', 'asked-early'],
    ['15 minutes after: not late by the contract yet', [], '09:15', 'nobody-yet early', 'asked-early'],
    ['a second more', [], '09:15:01', 'nobody-yet', 'no-show-report'],
    ['three hours after its end', [], '12:29', 'nobody-yet', 'no-show-report'],
    ['LATE 20, before its time', [late('a', '08:40', 20)], '08:41', 'running-late Anna 09:20', 'asked-early'],
    ['LATE 20, while it runs', [late('a', '08:40', 20)], '09:19', 'running-late Anna 09:20', 'asked-early'],
    ['LATE 20, and the time has come', [late('a', '08:40', 20)], '09:20', 'nobody-yet early', 'asked-early'],
    ['LATE 20, long over', [late('a', '08:40', 20)], '09:36', 'nobody-yet', 'no-show-report'],
    [
      'a newer time',
      [late('a', '08:40', 20), late('b', '08:50', 45)],
      '09:21',
      'running-late Anna 09:45',
      'asked-early',
    ],
    ['taken back', [late('a', '08:40', 20), undo('08:45', 'a')], '08:50', 'next Anna 09:00', 'asked-early'],
    ['cannot come', [anEvent('s', 'sick', '08:40')], '09:01', 'not-coming Anna', 'no-show-report'],
    ['cannot come, said before its time', [anEvent('s', 'sick', '08:40')], '08:50', 'not-coming Anna', 'asked-early'],
    ['cannot come, and asked hours before', [anEvent('s', 'sick', '06:40')], '06:50', 'next nobody 09:00', undefined],
    [
      'cannot come, then LATE 20',
      [anEvent('s', 'sick', '08:40'), late('a', '08:50', 20)],
      '09:01',
      'running-late Anna 09:20',
      'asked-early',
    ],
    ['logged in', [anEvent('h', 'arrived', '09:02')], '09:05', 'logged-in Anna 09:02', undefined],
    [
      'logged in twice',
      [anEvent('h', 'arrived', '09:02'), anEvent('i', 'arrived', '09:04')],
      '09:05',
      'logged-in Anna 09:02',
      undefined,
    ],
    [
      'logged in, heard of later: when it was',
      [anEvent('h', 'arrived', '09:20', { saidAt: at('08:58') })],
      '09:21',
      'logged-in Anna 08:58',
      undefined,
    ],
    [
      'the log-in heard of after the log-out',
      [
        anEvent('d', 'left', '09:31', { saidAt: at('09:28') }),
        anEvent('h', 'arrived', '09:35', { saidAt: at('08:58') }),
      ],
      '09:40',
      'logged-out Anna 09:28',
      undefined,
    ],
    [
      'two log-ins, the first heard of last',
      [anEvent('h', 'arrived', '09:04'), anEvent('i', 'arrived', '09:06', { saidAt: at('08:58') })],
      '09:10',
      'logged-in Anna 08:58',
      undefined,
    ],
    ['logged in early', [anEvent('h', 'arrived', '08:45')], '08:50', 'logged-in Anna 08:45', undefined],
    ['logged in, and never out', [anEvent('h', 'arrived', '09:02')], '10:31', 'nothing-to-come', undefined],
    [
      'HERE by mistake',
      [anEvent('h', 'arrived', '09:02'), undo('09:03', 'h')],
      '09:05',
      'nobody-yet early',
      'asked-early',
    ],
    [
      'logged out',
      [anEvent('h', 'arrived', '09:02'), anEvent('d', 'left', '09:25')],
      '09:40',
      'logged-out Anna 09:25',
      undefined,
    ],
    ['out without in', [anEvent('d', 'left', '09:25')], '09:40', 'logged-out Anna 09:25', undefined],
    ['logged out long ago', [anEvent('d', 'left', '09:25')], '10:31', 'nothing-to-come', undefined],
    [
      'back again',
      [anEvent('d', 'left', '09:25'), anEvent('h', 'arrived', '09:30')],
      '09:31',
      'logged-in Anna 09:30',
      undefined,
    ],
  ])('%s', (_what, events, time, told, report) => {
    const answer = ask([aVisit({ events })], instant(time))
    expect([words(answer), answer.report]).toEqual([told, report])
  })

  it.each(['cancelled', 'suspended'] as const)('nothing is said of a visit that is %s', (status) => {
    expect(words(ask([aVisit({ plans: [plan(1, '09:00', '09:30', { status })] })], now))).toBe('nothing-to-come')
  })

  it.each(['in_hospital', 'respite', 'ended', 'paused'])(
    'a household whose service user is %s is told nothing',
    (status) => {
      const serviceUser = {
        ...aVisit().serviceUser,
        statuses: [{ status, fromAt: 0, untilAt: undefined, receivedAt: 0 }],
      }
      expect(statusAnswer(serviceUser, [aVisit({ serviceUser })], now)).toMatchObject({
        told: { kind: 'silence' },
        report: undefined,
      })
    },
  )

  it('somebody else who has the visit now is named, not whoever had it', () => {
    const allocations = [
      { slot: 1, careWorker: anna, runOrder: 1, fromAt: 0, untilAt: at('08:00') },
      { slot: 1, careWorker: sam, runOrder: 1, fromAt: at('08:00'), untilAt: undefined },
    ]
    expect(words(ask([aVisit({ allocations })], at('08:30')))).toBe('next Sam 09:00')
    expect(words(ask([aVisit({ allocations, events: [late('a', '08:10', 20)] })], at('09:05')))).toBe(
      'running-late Sam 09:20',
    )
  })

  it('nobody is named where nobody is down for it', () => {
    expect(words(ask([aVisit({ allocations: [] })], at('08:30')))).toBe('next nobody 09:00')
  })
})

describe('which of several visits is meant', () => {
  const one = aVisit({ id: visitId('one') })
  const two = aVisit({ id: visitId('two'), plans: [plan(1, '12:30', '13:00')] })
  const here = anEvent('h', 'arrived', '09:02')
  const done = anEvent('d', 'left', '09:25')

  it.each<[string, VisitFacts[], string, string]>([
    ['the one that nobody came to, until the next begins', [one, two], '12:29', 'one nobody-yet'],
    ['from then on the next', [one, two], '12:30', 'two nobody-yet early'],
    ['the one that somebody is at', [{ ...one, events: [here] }, two], '09:05', 'one logged-in Anna 09:02'],
    ['the next, once it has been', [{ ...one, events: [here, done] }, two], '12:00', 'two next Anna 12:30'],
    [
      'what has just been, with the next',
      [{ ...one, events: [here, done] }, two],
      '09:40',
      'one logged-out Anna 09:25',
    ],
    [
      'the next that nobody came to, whoever is still logged in at the first',
      [{ ...one, events: [here] }, two],
      '12:40',
      'two nobody-yet early',
    ],
    [
      'the next that somebody is at early',
      [one, { ...two, events: [anEvent('h', 'arrived', '12:10')] }],
      '12:15',
      'two logged-in Anna 12:10',
    ],
  ])('%s', (_what, visits, time, expected) => {
    const answer = ask(visits, at(time))
    expect(`${answer.visit?.id ?? ''} ${words(answer)}`).toBe(expected)
  })

  it('after a visit that has been, the next is told with the time that holds', () => {
    const late20 = late('a', '09:30', 20)
    const moved = { ...two, events: [{ ...late20, newStart: at('12:50') }] }
    expect(ask([{ ...one, events: [here, done] }, moved], at('09:40')).after).toMatchObject({
      at: at('12:50'),
      careWorker: anna,
    })
  })
})

describe('no answer mentions a time that does not hold', () => {
  const report = fc.record({
    minutes: fc.integer({ min: 1, max: 90 }),
    at: fc.integer({ min: -60, max: 60 }),
    taken: fc.boolean(),
  })

  it('whatever was reported, taken back and overtaken, whenever they ask', () => {
    fc.assert(
      fc.property(fc.array(report, { maxLength: 6 }), fc.integer({ min: -70, max: 120 }), (reports, asked) => {
        const when = at('09:00') + asked * 60_000
        const events = reports
          .flatMap(({ minutes, at: said, taken }, n) => {
            const receivedAt = at('09:00') + said * 60_000 + n
            const event = { ...late(`r${n}`, '08:00', minutes), receivedAt }
            const undone = anEvent(`u${n}`, 'undo', '08:00', { retracts: event.id })
            return taken ? [event, { ...undone, receivedAt: receivedAt + 1 }] : [event]
          })
          .filter((event) => event.receivedAt <= when)
          .toSorted((a, b) => a.receivedAt - b.receivedAt)
        const answer = ask([aVisit({ events })], when)
        const taken = new Set(events.flatMap((event) => event.retracts ?? []))
        const holds = events.findLast((event) => event.kind === 'late' && !taken.has(event.id))?.newStart ?? at('09:00')
        for (const time of timesIn(answer)) {
          expect(time).toBe(holds)
          expect(time).toBeGreaterThan(when)
        }
      }),
      { numRuns: 500 },
    )
  })
})

function ask(visits: VisitFacts[], when: number): StatusAnswer {
  return statusAnswer(aVisit().serviceUser, visits, when)
}

/** Times at which somebody will be there. */
function timesIn({ told, after }: StatusAnswer): number[] {
  const next = after === undefined ? [] : [after.at]
  if (told.kind === 'running-late') return [told.by, ...next]
  return told.kind === 'next' ? [told.at] : next
}

function words({ told }: StatusAnswer): string {
  const who = 'careWorker' in told ? (told.careWorker?.knownAs ?? 'nobody') : ''
  switch (told.kind) {
    case 'nobody-yet':
      return told.early ? 'nobody-yet early' : 'nobody-yet'
    case 'not-coming':
      return `not-coming ${who}`
    case 'running-late':
      return `running-late ${who} ${clock(told.by)}`
    case 'logged-in':
    case 'logged-out':
    case 'next':
      return `${told.kind} ${who} ${clock(told.at)}`
    case 'nothing-to-come':
    case 'silence':
      return told.kind
  }
}

function instant(time: string): number {
  const [hours = '', minutes = '', seconds = '0'] = time.split(':')
  return at(`${hours}:${minutes}`) + Number(seconds) * 1000
}

function clock(at: number): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeStyle: 'short' }).format(at)
}

function undo(time: string, retracts: string): VisitEvent {
  return anEvent(`undo-${retracts}`, 'undo', time, { retracts: anEvent(retracts, 'late', time).id })
}
