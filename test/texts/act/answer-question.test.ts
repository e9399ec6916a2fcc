import { describe, expect, it } from 'vitest'
import type { OpenQuestion } from '../../../src/matter/act/store.ts'
import { answerQuestion, saidIn } from '../../../src/texts/act/answer-question.ts'
import type { Reading } from '../../../src/texts/reading.ts'
import { at, aVisit } from '../../record/a-late-visit.ts'
import { ANNAS, annaAt, anotherVisit, NOW, visit, whatFollows } from './a-line.ts'

const visits = [aVisit({ ref: 'V1' }), aVisit({ ref: 'V2' })]

describe('an answer in the light of what was asked', () => {
  it.each<[string, Reading, string, Record<string, unknown>, Reading]>([
    [
      'which visit: the minutes and the reason said before go with it',
      { kind: 'late', visit: 'V2' },
      'which-visit',
      { minutes: 20, countedFrom: 'plan', reason: 'traffic' },
      { kind: 'late', visit: 'V2', minutes: 20, countedFrom: 'plan', reason: 'traffic' },
    ],
    [
      'which visit: new minutes win',
      { kind: 'late', visit: 'V2', minutes: 30 },
      'which-visit',
      { minutes: 20 },
      { kind: 'late', visit: 'V2', minutes: 30 },
    ],
    [
      'how many minutes: the visit and the reason named before',
      { kind: 'late', minutes: 25 },
      'minutes',
      { visit: 'V1', reason: 'overran' },
      { kind: 'late', minutes: 25, visit: 'V1', reason: 'overran' },
    ],
    [
      'how many minutes from now',
      { kind: 'late', minutes: 10, countedFrom: 'plan' },
      'minutes',
      { visit: 'V1', countedFrom: 'now' },
      { kind: 'late', minutes: 10, visit: 'V1', countedFrom: 'now' },
    ],
    [
      'a clock time is never counted from now',
      { kind: 'late', eta: '09:40' },
      'minutes',
      { visit: 'V1', countedFrom: 'now' },
      { kind: 'late', eta: '09:40', visit: 'V1' },
    ],
    [
      'a visit that is no longer theirs is forgotten',
      { kind: 'late', minutes: 25 },
      'minutes',
      { visit: 'V9' },
      { kind: 'late', minutes: 25 },
    ],
    [
      'a report that names its own visit stands by itself',
      { kind: 'late', minutes: 25, visit: 'V2' },
      'minutes',
      { visit: 'V1' },
      { kind: 'late', minutes: 25, visit: 'V2' },
    ],
    ['another fact is left as it is', { kind: 'arrived' }, 'minutes', { visit: 'V1' }, { kind: 'arrived' }],
  ])('%s', (_what, reading, about, details, expected) => {
    const question: OpenQuestion = { id: 'q', about, details, askedAt: at('08:40') }
    expect(answerQuestion(reading, question, visits)).toEqual(expected)
  })

  it('nothing was asked: the reading as it is', () => {
    expect(answerQuestion({ kind: 'late', minutes: 20 }, undefined, visits)).toEqual({ kind: 'late', minutes: 20 })
  })

  it('what is kept with a question is what was said, and nothing else', () => {
    const reading: Reading = { kind: 'late', minutes: 20, visit: 'V1', reason: 'traffic' }
    expect(saidIn(reading)).toEqual({ minutes: 20, reason: 'traffic' })
  })
})

describe('minutes for somebody else than who was asked about', () => {
  const peters = anotherVisit('V2', '09:40', '10:10', {
    serviceUser: { ...visit.serviceUser, firstName: 'Peter', preferredName: 'Peter', lastName: 'Ashdown' },
  })
  const question: OpenQuestion = { id: 'q', about: 'minutes', details: { visit: visit.ref }, askedAt: NOW }

  it.each<[string, string | undefined]>([
    ['35', visit.id],
    ['late 35', visit.id],
    ['35 traffic', visit.id],
    ['35 sorry Anna', visit.id],
    ['Brenda 35', visit.id],
    ['35 for Mrs Trundle', visit.id],
    ['35, still stuck with Peter', visit.id],
    ['Peter 35', peters.id],
    ['35 for Peter', peters.id],
    ['late Ashdown 35', peters.id],
    ['35 for Mrs Jones', undefined],
    ['late 35 for Mrs Jones', undefined],
    ['Late: 35 Mrs Jones', undefined],
  ])('"%s"', async (body, moved) => {
    const changes = await whatFollows(body, ANNAS, {
      people: [{ kind: 'care-worker', careWorker: annaAt }],
      visits: { anna: [visit, peters] },
      question,
    })
    const facts = changes.flatMap((c) => (c.kind === 'event-added' ? [[c.event.visitId, c.event.minutes]] : []))
    expect(facts).toEqual(moved === undefined ? [] : [[moved, 35]])
    const answers = changes.flatMap((c) => (c.kind === 'contact-added' ? [c.contact.details['text']] : []))
    expect(answers.includes('ask-which')).toBe(moved === undefined)
  })
})
