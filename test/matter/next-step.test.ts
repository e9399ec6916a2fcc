import { describe, expect, it } from 'vitest'
import type { Change } from '../../src/cellar/change.ts'
import { matterId, officeItemId } from '../../src/cellar/ids.ts'
import { situationOf } from '../../src/lateness/situation.ts'
import { evidenceOf } from '../../src/matter/closing.ts'
import { nextStep } from '../../src/matter/next-step.ts'
import { riskOf } from '../../src/matter/risk.ts'
import type { VisitEvent, VisitFacts } from '../../src/rota/visit-facts.ts'
import { anEvent, at, aVisit, late, plan } from '../record/a-late-visit.ts'

const LATE_TWENTY = [late('l', '08:40', 20)]

describe('the next step of an open matter (design 1.1)', () => {
  it.each<[string, string, Partial<Asked>, string]>([
    ['somebody is to be told: looked at again in two minutes', '08:40', { toBeTold: true }, 'tell-service-user 08:42'],
    ['told: until the expected start and the tolerance are over', '08:40', {}, 'await-arrival 09:35'],
    ['a second before that', '09:34', {}, 'await-arrival 09:35'],
    ['then a human, and again every ten minutes', '09:35', {}, 'not-logged-in 09:45, item'],
    ['a human has it, and it is not yet time', '09:40', { step: 'not-logged-in', due: '09:45' }, 'nothing'],
    [
      'the ten minutes are over, and nobody took it',
      '09:45',
      { step: 'not-logged-in', due: '09:45', onTheList: true },
      'not-logged-in 09:55',
    ],
    [
      'the ten minutes are over, and it was taken',
      '09:45',
      { step: 'not-logged-in', due: '09:45' },
      'not-logged-in 09:55, item',
    ],
    ['nothing has changed since', '08:50', { step: 'await-arrival', due: '09:35' }, 'nothing'],
  ])('%s', (_what, now, asked, expected) => {
    expect(step(now, asked)).toBe(expected)
  })
})

describe('what is known by itself about somebody’s safety (P-007, design 3.6)', () => {
  it.each<[string, VisitEvent[], string | undefined]>([
    ['HERE', [anEvent('h', 'arrived', '09:20')], 'care-worker-there: Anna Kowal logged in at the visit by text'],
    [
      'DONE without HERE',
      [anEvent('d', 'left', '09:40')],
      'care-worker-there: Anna Kowal logged out at the visit by text',
    ],
    [
      'HERE that was taken back',
      [
        anEvent('h', 'arrived', '09:20'),
        anEvent('u', 'undo', '09:21', { retracts: anEvent('h', 'arrived', '09:20').id }),
      ],
      undefined,
    ],
    ['a report of lateness', LATE_TWENTY, undefined],
  ])('%s', (_what, events, expected) => {
    expect(inWords(aVisit({ events }))).toBe(expected)
  })

  it('a visit that is not to take place: the office knows where the person is', () => {
    expect(inWords(aVisit({ plans: [plan(1, '09:00', '09:30', { status: 'cancelled' })] }))).toBe(
      'known-elsewhere: the office the visit is cancelled',
    )
  })
})

describe('who comes before whom', () => {
  it('counts in minutes, with the reasons', () => {
    const { serviceUser } = aVisit()
    const alone = { ...serviceUser, livesAlone: true, cognitiveImpairment: true, contacts: [] }
    const visit = aVisit({
      serviceUser: alone,
      previousAlsoLate: true,
      plans: [plan(1, '09:00', '09:30', { timeCritical: true, timeCriticalReason: 'insulin' })],
    })
    expect(riskOf(visit)).toEqual({
      riskAt: at('09:00') - (20 + 25 + 10 + 30 + 45) * 60_000,
      reasons: [
        'lives alone',
        'cognitive impairment',
        'no informal back-up',
        'previous visit also late or missed',
        'insulin',
      ],
    })
  })

  it('nobody special comes in the order of the plans', () => {
    const visit = aVisit({ serviceUser: { ...aVisit().serviceUser, livesAlone: false } })
    expect(riskOf(visit)).toEqual({ riskAt: at('09:00'), reasons: [] })
  })
})

interface Asked {
  toBeTold: boolean
  step: string
  due: string
  onTheList: boolean
}

function step(
  now: string,
  { toBeTold = false, step: before = 'tell-service-user', due = '08:40', onTheList = false }: Partial<Asked>,
): string {
  const visit = aVisit({ events: LATE_TWENTY })
  const open = {
    visit,
    contacts: [],
    items: onTheList ? [{ id: officeItemId('item'), kind: 'not-logged-in', subject: '', done: false }] : [],
    matter: { id: matterId('matter'), kind: 'late-visit', nextStep: before, nextDueAt: at(due) },
    situation: situationOf(visit, at(now)),
    toBeTold,
  }
  return (
    nextStep(open, at(now), () => 'new')
      .map(said)
      .toReversed()
      .join(', ') || 'nothing'
  )
}

function said(change: Change): string {
  if (change.kind !== 'matter-moved') return change.kind === 'office-item-added' ? 'item' : change.kind
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeStyle: 'short' }).format(
    change.nextDueAt,
  )
  return `${change.nextStep} ${time}`
}

function inWords(visit: VisitFacts): string | undefined {
  const evidence = evidenceOf(visit, at('09:50'), () => 'new')
  return evidence && `${evidence.how}: ${evidence.who} ${evidence.statement}`
}
