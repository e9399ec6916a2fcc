import { describe, expect, it } from 'vitest'
import { situationOf } from '../../src/lateness/situation.ts'
import { whatToTell } from '../../src/lateness/who-must-know.ts'
import type { VisitEvent, VisitFacts } from '../../src/rota/visit-facts.ts'
import { anEvent, at, aVisit, late, plan } from '../record/a-late-visit.ts'

describe('what the household must learn (P-061 to P-064, design 3.2)', () => {
  it.each<[string, VisitEvent[], string | undefined, string]>([
    ['nothing was said', [], undefined, 'nothing'],
    ['exactly 15 minutes late', [late('a', '08:40', 15)], undefined, 'nothing'],
    ['a second more than 15 minutes', [late('a', '08:40', 15 + 1 / 60)], undefined, 'late'],
    ['16 minutes late', [late('a', '08:40', 16)], undefined, 'late'],
    ['told 9.20, and it is 9.20', [late('a', '08:40', 20)], '09:20', 'nothing'],
    ['told 9.20, now 9.29', [late('a', '08:40', 20), late('b', '08:45', 29)], '09:20', 'nothing'],
    ['told 9.20, now 9.30', [late('a', '08:40', 20), late('b', '08:45', 30)], '09:20', 'changed'],
    ['told 9.20, now 9.10 after all', [late('a', '08:40', 20), late('b', '08:45', 10)], '09:20', 'changed'],
    ['told 9.20, taken back', [late('a', '08:40', 20), undo('08:45', 'a')], '09:20', 'planned-again'],
    ['told 9.02, taken back', [late('a', '08:40', 2), undo('08:45', 'a')], '09:02', 'planned-again'],
    ['taken back, and nobody was told', [late('a', '08:40', 20), undo('08:45', 'a')], undefined, 'nothing'],
    ['the care worker is there', [late('a', '08:40', 20), anEvent('h', 'arrived', '08:50')], undefined, 'nothing'],
    ['the care worker was there', [late('a', '08:40', 20), anEvent('d', 'left', '08:50')], '09:40', 'nothing'],
    [
      'it was HERE by mistake',
      [late('a', '08:40', 20), anEvent('h', 'arrived', '08:50'), undo('08:51', 'h')],
      undefined,
      'late',
    ],
  ])('%s', (_what, events, told, expected) => {
    expect(tell({ events }, told)).toBe(expected)
  })

  it('a time-critical visit: any delay is told', () => {
    const events = [late('a', '08:40', 1)]
    expect(tell({ events, plans: [plan(1, '09:00', '09:30', { timeCritical: true })] })).toBe('late')
  })

  it('a threshold of the contract wins (P-062)', () => {
    const serviceUser = {
      ...aVisit().serviceUser,
      contract: { definitionKey: 'QCS-policy', definitionVersion: 1, lateMinutes: 30, missedMinutes: 60 },
    }
    expect(tell({ serviceUser, events: [late('a', '08:40', 30)] })).toBe('nothing')
    expect(tell({ serviceUser, events: [late('a', '08:40', 31)] })).toBe('late')
  })

  it.each(['cancelled', 'suspended'] as const)('a visit that is %s is told to nobody', (status) => {
    expect(tell({ events: [late('a', '08:40', 20)], plans: [plan(1, '09:00', '09:30', { status })] })).toBe('nothing')
  })

  it('a time that is over is told to nobody', () => {
    const visit = aVisit({ events: [late('a', '08:40', 20)] })
    expect(whatToTell(situationOf(visit, at('09:19')), undefined).kind).toBe('late')
    expect(whatToTell(situationOf(visit, at('09:20')), undefined).kind).toBe('nothing')
  })

  it('a definition that nobody knows is a fault with a remedy', () => {
    const serviceUser = {
      ...aVisit().serviceUser,
      contract: { definitionKey: 'no-such', definitionVersion: 9, lateMinutes: 15, missedMinutes: 30 },
    }
    expect(() => situationOf(aVisit({ serviceUser }), at('08:40'))).toThrow(/no definition no-such version 9; add it/)
  })
})

function tell(changes: Partial<VisitFacts>, told?: string): string {
  const lastTold = told === undefined ? undefined : { start: at(told) }
  return whatToTell(situationOf(aVisit(changes), at('08:55')), lastTold).kind
}

function undo(time: string, retracts: string): VisitEvent {
  return anEvent(`undo-${retracts}`, 'undo', time, { retracts: anEvent(retracts, 'late', time).id })
}
