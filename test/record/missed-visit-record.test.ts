import { describe, expect, it } from 'vitest'
import { situationOf } from '../../src/lateness/situation.ts'
import { openMissedRecord } from '../../src/record/missed-visit-record.ts'
import type { VisitFacts } from '../../src/rota/visit-facts.ts'
import { anEvent, at, aVisit, late, plan } from './a-late-visit.ts'

/** Planned for nine o'clock; missed at half an hour or more. */
describe('late becomes missed by the contract’s own threshold (P-027, P-028, P-103, note N1)', () => {
  it.each<[string, Partial<VisitFacts>, string, boolean]>([
    [
      'expected at ten, and the clock has not passed half past nine',
      { events: [late('l', '08:40', 60)] },
      '09:29',
      false,
    ],
    ['the clock passes it', { events: [late('l', '08:40', 60)] }, '09:30', true],
    ['somebody came before', { events: [late('l', '08:40', 20), anEvent('h', 'arrived', '09:20')] }, '09:45', false],
    ['somebody came after', { events: [late('l', '08:40', 40), anEvent('h', 'arrived', '09:40')] }, '09:45', true],
    ['DONE without HERE says nothing of the start', { events: [anEvent('d', 'left', '09:50')] }, '09:50', false],
    ['the care worker says so before', { events: [anEvent('m', 'missed', '09:10')] }, '09:10', true],
    ['the care worker says so before its time', { events: [anEvent('m', 'missed', '08:50')] }, '08:50', false],
    ['sick is not yet missed', { events: [anEvent('s', 'sick', '08:10')] }, '08:10', false],
    ['there is a record', { missedRecord: 7 }, '09:45', false],
    ['it is not to take place', { plans: [plan(1, '09:00', '09:30', { status: 'cancelled' })] }, '09:45', false],
  ])('%s', (_what, changes, now, opened) => {
    const visit = aVisit(changes)
    const found = openMissedRecord(visit, situationOf(visit, at(now)), at(now), () => 'new')
    const rule = { definitionKey: 'QCS-policy', definitionVersion: 1, missedMinutes: 30, openedAt: at(now) }
    expect(found).toMatchObject(opened ? [{ kind: 'missed-record-opened', record: rule }] : [])
  })
})
