import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Change } from '../../src/cellar/change.ts'
import { parsePhoneNumber, type PhoneNumber } from '../../src/cellar/phone-number.ts'
import type { BranchWatch, CareWorkerFacts, VisitEvent, VisitFacts } from '../../src/rota/visit-facts.ts'
import { standingEvents } from '../../src/rota/visit-now.ts'
import { checkVisit } from '../../src/watch/check-visit.ts'
import { nextCheck } from '../../src/watch/next-check.ts'
import { anEvent, anna, at, aVisit, plan, sam } from '../record/a-late-visit.ts'

const ON: BranchWatch = { mode: 'on', liveFrom: undefined }

/** A visit of Anna's, planned at nine for somebody who can wait as long as the contract says, unless told otherwise. */
function watched(changes: Partial<VisitFacts> = {}, more: Partial<VisitFacts['serviceUser']> = {}): VisitFacts {
  const visit = aVisit({ lateRecord: undefined, allocations: byAnna, ...changes })
  return {
    ...visit,
    branch: withWatch(ON),
    ...changes,
    serviceUser: { ...visit.serviceUser, livesAlone: false, ...more },
  }
}

const withWatch = (watch: BranchWatch): VisitFacts['branch'] => ({ ...aVisit().branch, watch })
const withPhone = (who: CareWorkerFacts): CareWorkerFacts => ({
  ...who,
  numbers: [{ number: parsePhoneNumber('07700 900101') as PhoneNumber, lineType: 'mobile', noTexts: false }],
})
const byAnna = [{ slot: 1, careWorker: withPhone(anna), runOrder: 1, fromAt: 0, untilAt: undefined }]
const byTwo = [...byAnna, { slot: 2, careWorker: withPhone(sam), runOrder: 1, fromAt: 0, untilAt: undefined }]
const said = (kind: string, time: string, more: Partial<VisitEvent> = {}): VisitEvent =>
  anEvent(`${kind}-${more.careWorkerId ?? 'anna'}`, kind, time, more)
const late = said('late', '08:40', { newStart: at('09:40') })

describe('when a visit is looked at next (P-017, P-033, P-034)', () => {
  const status = (name: string) => ({
    statuses: [{ status: name, fromAt: at('00:00'), untilAt: undefined, receivedAt: at('00:00') }],
  })
  const critical = { plans: [plan(1, '09:00', '09:30', { timeCritical: true })] }
  const bothThere = [said('arrived', '08:58'), said('arrived', '09:01', { careWorkerId: sam.id })]

  it.each<[string, VisitFacts, string | undefined]>([
    ['by the contract, a quarter of an hour', watched(), '09:15'],
    ['sooner for who lives alone', watched({}, { livesAlone: true }), '09:10'],
    ['sooner with cognitive impairment', watched({}, { cognitiveImpairment: true }), '09:10'],
    ['soonest where the time is critical', watched(critical, { livesAlone: true }), '09:05'],
    [
      'as the branch has set it',
      watched(
        { branch: withWatch({ ...ON, minutes: { livesAlone: { text: 7, ring: 9, open: 11 } } }) },
        { livesAlone: true },
      ),
      '09:07',
    ],
    ['after a late report, from the new time', watched({ events: [late] }), '09:55'],
    [
      'after a report that was taken back, from the plan',
      watched({ events: [late, said('undo', '08:45', { retracts: late.id })] }),
      '09:15',
    ],
    ['with nobody allocated, when it should begin', watched({ allocations: [] }), '09:00'],
    ['when whoever was to come does not', watched({ events: [said('cannot-attend', '08:30')] }), '09:00'],
    ['a care worker who is there is not waited for', watched({ events: [said('arrived', '08:58')] }), undefined],
    ['nor one who has left', watched({ events: [said('left', '09:28')] }), undefined],
    [
      'one who is there is not two',
      watched({ allocations: byTwo, careWorkersRequired: 2, events: [said('arrived', '08:58')] }),
      '09:15',
    ],
    ['both are there', watched({ allocations: byTwo, careWorkersRequired: 2, events: bothThere }), undefined],
    ['cancelled', watched({ plans: [plan(1, '09:00', '09:30', { status: 'cancelled' })] }), undefined],
    ['suspended', watched({ plans: [plan(1, '09:00', '09:30', { status: 'suspended' })] }), undefined],
    ['in hospital: looked at once more when it should begin', watched({}, status('in_hospital')), '09:00'],
    ['ended', watched({}, status('ended')), '09:00'],
    ['paused', watched({}, status('paused')), '09:00'],
    ['no watch in this branch', watched({ branch: withWatch({ ...ON, mode: 'off' }) }), undefined],
    ['the watch began later', watched({ branch: withWatch({ ...ON, liveFrom: at('09:01') }) }), undefined],
  ])('%s', (_what, visit, expected) => {
    expect(nextCheck(visit, at('08:50'))?.at).toBe(expected === undefined ? undefined : at(expected))
  })

  it('in hospital when it should begin: silence from then on', () => {
    expect(nextCheck(watched({}, status('in_hospital')), at('09:00'))).toBeUndefined()
  })

  it('holds back those who can wait while the feed is silent, and nobody else', () => {
    const branch = withWatch({ ...ON, feed: { lookedAt: at('09:14'), silentSince: at('09:05'), failing: false } })
    const now = at('09:16')
    expect(nextCheck(watched({ branch }), now)).toEqual({ at: at('09:21'), why: 'feed-silent' })
    expect(nextCheck(watched({ branch }, { livesAlone: true }), now)?.at).toBe(at('09:10'))
  })

  it('waits a moment for a look at the feed after an outage, but not for one that fails', () => {
    const old = { lookedAt: at('08:00'), silentSince: undefined, failing: false }
    const now = at('09:16')
    const checkWith = (feed: BranchWatch['feed']) => nextCheck(watched({ branch: withWatch({ ...ON, feed }) }), now)?.at
    expect(checkWith(old)).toBe(now + 10_000)
    expect(checkWith({ ...old, failing: true })).toBe(at('09:15'))
  })
})

describe('what is done about it', () => {
  it('texts, rings, and leaves the fact that opens the matter, each once', () => {
    expect(dayOf(watched(), ['09:14', '09:15', '09:15', '09:20', '09:22', '09:25', '09:40'])).toEqual([
      [],
      ['watch-texted', 'log-in-reminder'],
      [],
      ['watch-rung', 'care-worker-check'],
      [],
      ['not-logged-in'],
      [],
    ])
  })

  it('in shadow keeps the same facts and contacts nobody', () => {
    const shadow = watched({ branch: withWatch({ ...ON, mode: 'shadow' }) })
    expect(dayOf(shadow, ['09:15', '09:20', '09:25'])).toEqual([['watch-texted'], ['watch-rung'], ['not-logged-in']])
  })

  it('after an outage rings and opens at once; what is long over goes to a human alone', () => {
    expect(dayOf(watched(), ['10:10'])).toEqual([['watch-rung', 'not-logged-in', 'care-worker-check']])
    expect(dayOf(watched(), ['14:00'])).toEqual([['watch-rung', 'not-logged-in', 'no-log-in-found']])
  })

  it('asks only the one of two who is missing, and tells a human when nothing is heard', () => {
    const visit = watched({ allocations: byTwo, careWorkersRequired: 2, events: [said('arrived', '08:58')] })
    expect(dayOf(visit, ['09:15', '09:20', '09:25'])).toEqual([
      ['watch-texted', 'log-in-reminder'],
      ['watch-rung', 'care-worker-check'],
      ['not-logged-in', 'one-of-two-missing'],
    ])
  })

  function dayOf(visit: VisitFacts, times: string[]): string[][] {
    let now = visit
    let n = 0
    return times.map((time) => {
      const { changes, events } = checkVisit(now, [], at('09:00'), at(time), () => `id-${(n += 1)}`)
      now = { ...now, events: [...now.events, ...events] }
      return changes.flatMap(inWords)
    })
  }

  function inWords(change: Change): string[] {
    if (change.kind === 'event-added') return [change.event.kind]
    if (change.kind === 'contact-added') return [change.contact.message]
    return change.kind === 'office-item-added' ? [change.item.kind] : []
  }
})

describe('nobody is forgotten', () => {
  const happening = fc.record({
    after: fc.integer({ min: 0, max: 40 }),
    kind: fc.constantFrom('late', 'arrived', 'undo', 'cannot-attend', 'nothing'),
    minutes: fc.integer({ min: 1, max: 90 }),
  })

  it('a visit that should take place, has no log-in and is no matter yet has a check to come, whatever was said (design 1.1)', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 12 }), (day) => {
        let visit = watched()
        let now = at('08:00')
        let n = 0
        const newId = (): string => `id-${(n += 1)}`
        for (const { after, kind, minutes } of day) {
          now += after * 60_000
          const before = standingEvents(visit).findLast((e) => e.source !== 'watch')?.id
          const retracts = kind === 'undo' ? before : undefined
          const happened = kind !== 'nothing' && (kind !== 'undo' || retracts !== undefined)
          const newStart = kind === 'late' ? now + minutes * 60_000 : undefined
          const event = anEvent(newId(), kind, '08:00', { receivedAt: now, newStart, retracts })
          visit = happened ? { ...visit, events: [...visit.events, event] } : visit
          const { events } = checkVisit(visit, [], at('09:00'), now, newId)
          visit = { ...visit, events: [...visit.events, ...events] }
          const check = nextCheck(visit, now)
          const isKnown = standingEvents(visit).some((e) => KNOWN.includes(e.kind))
          if (check !== undefined) expect(check.at).toBeGreaterThan(now)
          expect(check !== undefined || isKnown).toBe(true)
        }
      }),
    )
  })

  const KNOWN = ['arrived', 'not-logged-in', 'nobody-coming']
})
