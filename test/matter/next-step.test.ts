import { describe, expect, it } from 'vitest'
import type { Change } from '../../src/cellar/change.ts'
import { matterId } from '../../src/cellar/ids.ts'
import { situationOf } from '../../src/lateness/situation.ts'
import { evidenceOf } from '../../src/matter/closing.ts'
import type { MatterFacts } from '../../src/matter/matter-facts.ts'
import { nextStep } from '../../src/matter/next-step.ts'
import { riskOf } from '../../src/matter/risk.ts'
import type { VisitEvent, VisitFacts } from '../../src/rota/visit-facts.ts'
import { aContact, anEvent, at, aVisit, late, plan } from '../record/a-late-visit.ts'

const LATE_TWENTY = [late('l', '08:40', 20)]

describe('the next step of an open matter (design 1.1)', () => {
  it.each<[string, string, Partial<Asked>, string]>([
    ['somebody is to be told: looked at again in two minutes', '08:40', { toBeTold: true }, 'tell-service-user 08:42'],
    ['told: until it is missed by its contract', '08:40', {}, 'await-arrival 09:30'],
    ['missed: until the expected start and the tolerance are over', '09:30', {}, 'await-arrival 09:35'],
    ['a second before that', '09:34', {}, 'await-arrival 09:35'],
    ['then phones ring', '09:35', {}, 'climb 09:36, contact-added, escalation-opened'],
    ['phones ring: looked at again in a minute', '09:40', { ringing: true }, 'nothing'],
    ['the minute is over', '09:41', { ringing: true }, 'climb 09:42'],
    [
      'its call is gone: another round',
      '09:40',
      { ringing: true, lines: false },
      'climb 09:41, contact-added, contact-added, escalation-moved',
    ],
    [
      'somebody has it: until they must have said who is going',
      '09:40',
      { takenAt: '09:36' },
      'held 09:46, acceptance-moved',
    ],
    [
      'somebody has it, and there is time',
      '09:40',
      { takenAt: '09:36', deadline: '09:46', step: 'held', due: '09:46' },
      'nothing',
    ],
    [
      'nobody has said it',
      '09:46',
      { takenAt: '09:36' },
      'climb 09:47, contact-added, contact-added, escalation-opened, matter-released',
    ],
    ['nothing has changed since', '08:50', { step: 'await-arrival', due: '09:30' }, 'nothing'],
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
  ringing: boolean
  lines: boolean
  takenAt: string
  /** of whoever took it; already over where it is left out */
  deadline: string
}

function step(now: string, asked: Partial<Asked>): string {
  const {
    toBeTold = false,
    step: before = 'tell-service-user',
    due = '08:40',
    ringing = false,
    lines = true,
    takenAt,
    deadline,
  } = asked
  const visit = aVisit({ events: LATE_TWENTY })
  const live = { id: 'e', round: 1, loud: false, startedAt: at('09:35') }
  const taken =
    takenAt === undefined
      ? []
      : [{ ...DEV_HAS_IT, acceptedAt: at(takenAt), deadline: deadline === undefined ? 0 : at(deadline) }]
  const climb = { climbs: 1, live: ringing ? live : undefined, taken, stages: [] }
  const matter = { id: matterId('matter'), kind: 'late-visit', nextStep: before, nextDueAt: at(due), climb }
  const open = {
    visit,
    contacts: ringing && lines ? [aContact('escalation', [], { subject: 'matter matter climb 1 round 1 line 1' })] : [],
    items: [],
    matter: ringing
      ? { ...matter, nextStep: 'climb', nextDueAt: at('09:41') }
      : takenAt === undefined
        ? withoutClimb(matter)
        : matter,
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

const DEV_HAS_IT = {
  id: 'a',
  managerId: 'dev',
  whom: 'Dev Patel',
  number: undefined,
  how: 'key',
  releasedAt: undefined,
  releaseReason: undefined,
} as const

function withoutClimb({ climb: _none, ...matter }: MatterFacts): MatterFacts {
  return matter
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
