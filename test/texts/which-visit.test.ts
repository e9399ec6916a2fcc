import { describe, expect, it } from 'vitest'
import type { VisitFacts } from '../../src/rota/visit-facts.ts'
import { visitAtHand, visitsThatMayBeMeant, visitToCome, visitToLeave } from '../../src/texts/which-visit.ts'
import { anEvent, at, aVisit, plan } from '../record/a-late-visit.ts'

const always = () => true
const never = () => false

describe('the visit that a report of lateness means (P-058)', () => {
  it.each<[string, string, VisitFacts[], string]>([
    ['the next one', '08:40', [visit('nine', '09:00', '09:30'), visit('ten', '10:00', '10:30')], 'one nine'],
    [
      'one under way without a log-in',
      '09:10',
      [visit('nine', '09:00', '09:30'), visit('ten', '10:30', '11:00')],
      'one nine',
    ],
    [
      'under way, and another soon: asked',
      '09:10',
      [visit('nine', '09:00', '09:30'), visit('ten', '09:40', '10:10')],
      'which nine ten',
    ],
    [
      'the one under way is logged in to',
      '09:10',
      [there(visit('nine', '09:00', '09:30')), visit('ten', '09:40', '10:10')],
      'one ten',
    ],
    ['tomorrow is not meant', '12:00', [visit('evening', '19:00', '19:30')], 'none'],
    ['a text that came late: the last without a log-in', '09:40', [visit('nine', '09:00', '09:30')], 'one nine'],
    ['everything was logged in to', '09:40', [there(visit('nine', '09:00', '09:30'))], 'none'],
    [
      'the cancelled one is passed over',
      '08:40',
      [visit('nine', '09:00', '09:30', 'cancelled'), visit('ten', '10:00', '10:30')],
      'one ten',
    ],
    ['nothing but a cancelled one', '08:40', [visit('nine', '09:00', '09:30', 'cancelled')], 'one nine'],
    ['no visit at all', '08:40', [], 'none'],
  ])('%s', (_what, now, visits, expected) => {
    expect(inWords(visitToCome(visits, undefined, at(now), always))).toBe(expected)
  })

  it('what cannot be true of the one under way is about the next', () => {
    const visits = [visit('nine', '09:00', '09:30'), visit('ten', '09:40', '10:10')]
    expect(inWords(visitToCome(visits, undefined, at('09:25'), never))).toBe('one ten')
  })

  it('the one that was named, whatever its status and whatever is next', () => {
    const visits = [visit('nine', '09:00', '09:30'), visit('ten', '10:00', '10:30', 'cancelled')]
    expect(inWords(visitToCome(visits, 'ten', at('08:40'), always))).toBe('one ten')
    expect(inWords(visitToCome(visits, 'not theirs', at('08:40'), always))).toBe('one nine')
  })

  it('a name that fits nobody may mean what is under way or to come, and nothing that is over', () => {
    const visits = [visit('eight', '08:00', '08:30'), visit('nine', '09:00', '09:30'), visit('ten', '10:00', '10:30')]
    expect(visitsThatMayBeMeant(visits, at('09:10')).map((v) => v.ref)).toEqual(['nine', 'ten'])
  })
})

describe('the visit that HERE and DONE mean (P-019, P-031)', () => {
  it.each<[string, string, VisitFacts[], string | undefined, string]>([
    [
      'the nearest without a log-in',
      '09:05',
      [visit('nine', '09:00', '09:30'), visit('ten', '10:00', '10:30')],
      undefined,
      'one nine',
    ],
    [
      'the second is not taken while the first is nearer',
      '09:25',
      [visit('nine', '09:00', '09:30'), visit('ten', '10:00', '10:30')],
      undefined,
      'one nine',
    ],
    ['the one named', '09:05', [visit('nine', '09:00', '09:30'), visit('ten', '10:00', '10:30')], 'ten', 'one ten'],
    ['more than three hours away is none', '05:30', [visit('nine', '09:00', '09:30')], undefined, 'none'],
    ['a cancelled one is none', '09:05', [visit('nine', '09:00', '09:30', 'cancelled')], undefined, 'none'],
  ])('HERE: %s', (_what, now, visits, named, expected) => {
    expect(inWords(visitAtHand(visits, named, at(now)))).toBe(expected)
  })

  it.each<[string, string, VisitFacts[], string]>([
    [
      'the last that was logged in to',
      '10:20',
      [there(visit('nine', '09:00', '09:30')), there(visit('ten', '10:00', '10:30'))],
      'one ten',
    ],
    [
      'never texted HERE: the last that was to have begun',
      '10:20',
      [visit('nine', '09:00', '09:30'), visit('ten', '10:00', '10:30'), visit('noon', '12:00', '12:30')],
      'one ten',
    ],
    ['nothing has begun', '08:00', [visit('nine', '09:00', '09:30')], 'none'],
    ['left already', '10:20', [left(there(visit('nine', '09:00', '09:30')))], 'none'],
  ])('DONE: %s', (_what, now, visits, expected) => {
    expect(inWords(visitToLeave(visits, undefined, at(now)))).toBe(expected)
  })
})

function visit(ref: string, start: string, end: string, status: 'planned' | 'cancelled' = 'planned'): VisitFacts {
  return aVisit({ ref, plans: [plan(1, start, end, { status })] })
}

function there(it: VisitFacts): VisitFacts {
  return { ...it, events: [...it.events, anEvent(`here-${it.ref}`, 'arrived', '09:01')] }
}

function left(it: VisitFacts): VisitFacts {
  return { ...it, events: [...it.events, anEvent(`done-${it.ref}`, 'left', '09:31')] }
}

function inWords(which: ReturnType<typeof visitToCome>): string {
  switch (which.kind) {
    case 'one':
      return `one ${which.visit.ref}`
    case 'which':
      return ['which', ...which.visits.map((v) => v.ref)].join(' ')
    case 'none':
      return 'none'
  }
}
