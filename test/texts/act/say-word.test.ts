import { describe, expect, it } from 'vitest'
import type { Change } from '../../../src/cellar/change.ts'
import type { KnownPerson } from '../../../src/matter/act/store.ts'
import { anEvent, at } from '../../record/a-late-visit.ts'
import { ANNAS, annaAt, anotherVisit, NOW, PETERS, visit, whatFollows, type Situation } from './a-line.ts'

const asAnna: KnownPerson[] = [{ kind: 'care-worker', careWorker: annaAt }]
const peter = {
  ...visit.serviceUser,
  id: 'peter' as typeof visit.serviceUser.id,
  firstName: 'Peter',
  preferredName: 'Peter',
  lastName: 'Ashdown',
  title: 'Mr',
}
const early = anotherVisit('V0', '07:00', '07:30')
const later = anotherVisit('V2', '10:00', '10:30', { serviceUser: peter })
const run = { anna: [early, visit, later] }

describe('a word about a visit is kept as a fact of the visit that it means (P-085, P-086, P-087)', () => {
  it.each<[string, string, string[], string[]]>([
    // what was written, the kind of fact, the visits it is about, what lies on the office list
    ['I cant do my next one', 'cannot-attend', ['V1'], ['cannot-attend']],
    ['cant do ashdown', 'cannot-attend', ['V2'], ['cannot-attend']],
    ['cant do trundle or ashdown', 'cannot-attend', ['V1', 'V2'], ['cannot-attend']],
    ['MISSED trundle', 'missed', ['V0'], ['missed']],
    ['missed one sorry', 'missed', ['V0'], ['missed']],
    ['SICK', 'sick', ['V1', 'V2'], ['sick']],
    ['no reply at ashdown', 'no-reply', ['V2'], ['no-reply']],
    ['found nobody had been to trundle', 'found-missed', ['V1'], ['found-missed']],
    ['Mr Ashdown is in hospital', 'frustrated', ['V2'], ['frustrated']],
    ['need 15 more mins with trundle', 'needs-more-time', ['V1'], ['needs-more-time']],
    ['on my way to ashdown', 'on-my-way', ['V2'], []],
  ])('%s', async (body, kind, refs, items) => {
    const changes = await whatFollows(body, ANNAS, { people: asAnna, visits: run })
    expect(facts(changes)).toEqual(refs.map((ref) => [kind, visitId(ref)]))
    expect(itemsOf(changes)).toEqual(items)
    expect(answersOf(changes)).toHaveLength(1)
  })

  it('facts of one text are told apart by their number', async () => {
    const changes = await whatFollows('SICK', ANNAS, { people: asAnna, visits: run })
    const numbers = changes.flatMap((c) => (c.kind === 'event-added' ? [c.event.n] : []))
    expect(new Set(numbers).size).toBe(numbers.length)
  })

  it('sick until a day: kept with the fact', async () => {
    const changes = await whatFollows('SICK to fri', ANNAS, { people: asAnna, visits: run })
    expect(changes).toContainEqual(
      expect.objectContaining({ event: expect.objectContaining({ kind: 'sick', details: { until: '2026-11-27' } }) }),
    )
  })

  it('nobody to whom it fits: kept without a visit, and a phone rings', async () => {
    const changes = await whatFollows('missed mrs shah', ANNAS, { people: asAnna, visits: run })
    expect(facts(changes)).toEqual([['missed', undefined]])
    expect(changes).toContainEqual(
      expect.objectContaining({ item: expect.objectContaining({ kind: 'missed', ringAt: NOW }) }),
    )
  })

  it('at the visit where they are logged in', async () => {
    const there = { ...early, events: [anEvent('e1', 'arrived', '07:05')] }
    const changes = await whatFollows('need 15 more mins', ANNAS, {
      people: asAnna,
      visits: { anna: [there, visit, later] },
    })
    expect(facts(changes)).toEqual([['needs-more-time', early.id]])
  })

  it('a name that fits nobody, where it can wait: asked which, and the answer is HERE for that visit', async () => {
    const asked = await whatFollows('arrived at mrs shah', ANNAS, { people: asAnna, visits: run })
    const question = asked.flatMap((c) => (c.kind === 'asked' ? [c.question] : []))[0]
    expect(question).toMatchObject({ about: 'which-visit', details: { of: 'arrived' } })
    if (question === undefined) throw new Error('nothing was asked')
    const after = await whatFollows('2', ANNAS, { people: asAnna, visits: run, question })
    expect(facts(after)).toEqual([['arrived', later.id]])
  })
})

describe('why a visit is late', () => {
  const texts = (changes: Change[]) => answersOf(changes).map((a) => a.details['text'])

  it('is asked once', async () => {
    expect(texts(await whatFollows('LATE 20', ANNAS, { people: asAnna }))).toEqual(['late-telling-why'])
    expect(texts(await whatFollows('LATE 40', ANNAS, { people: asAnna, asked: 'reason' }))).toEqual(['late-telling'])
  })

  it('and "T" is still understood after another time was said', async () => {
    const question = { id: 'q', about: 'reason', details: { visit: 'V1' }, askedAt: NOW }
    const changes = await whatFollows('LATE 40', ANNAS, { people: asAnna, asked: 'reason', question })
    expect(changes.filter((c) => c.kind === 'question-closed')).toEqual([])
    expect(texts(await whatFollows('T', ANNAS, { people: asAnna, question }))).toEqual(['reason-noted'])
  })
})

describe('somebody who is visited twice', () => {
  it('a report means the visit to come, not the one that is over', async () => {
    const changes = await whatFollows('LATE 20 trundle traffic', ANNAS, { people: asAnna, visits: run })
    expect(facts(changes)).toEqual([['late', visit.id]])
  })
})

describe('five answers in a row without anything done', () => {
  it.each<[string, Partial<Situation>, number]>([
    ['the fifth', { emptyAnswers: 4 }, 1],
    ['the sixth', { emptyAnswers: 5 }, 0],
  ])('%s', async (_which, given, answers) => {
    const changes = await whatFollows('purple', ANNAS, { people: asAnna, ...given })
    expect(answersOf(changes)).toHaveLength(answers)
    expect(itemsOf(changes)).toEqual(['care-worker-text'])
  })

  it.each(['LATE 20', 'SICK', 'Mrs Trundle has collapsed', 'HERE'])('%s is answered all the same', async (body) => {
    expect(answersOf(await whatFollows(body, ANNAS, { people: asAnna, emptyAnswers: 50 }))).not.toEqual([])
  })
})

describe('the same words again', () => {
  const seconds = (n: number) => NOW - n * 1000
  it.each<[string, string, Partial<Situation>, boolean]>([
    ['within two minutes', 'LATE 20', { sameTextBefore: seconds(90) }, false],
    ['a cry for help', 'she has collapsed', { sameTextBefore: seconds(5) }, true],
    [
      'an answer to what was asked since',
      '20',
      { sameTextBefore: seconds(30), question: minutesAsked(seconds(29)) },
      true,
    ],
    ['sooner than anybody answers', '20', { sameTextBefore: seconds(2), question: minutesAsked(seconds(1)) }, false],
    [
      'a report, whatever was asked since',
      'LATE 20',
      { sameTextBefore: seconds(30), question: minutesAsked(seconds(29)) },
      false,
    ],
  ])('%s: "%s"', async (_when, body, given, heard) => {
    const changes = await whatFollows(body, ANNAS, { people: asAnna, ...given })
    expect(changes.length > 0).toBe(heard)
  })
})

describe('two service users on one number', () => {
  it('whoever is rung back for hears of both, and both visits keep what was said', async () => {
    const people: KnownPerson[] = [
      { kind: 'service-user', serviceUser: visit.serviceUser },
      { kind: 'service-user', serviceUser: peter },
    ]
    const changes = await whatFollows('nobody has come', PETERS, {
      people,
      now: at('09:10'),
      visits: { anna: [visit, { ...later, plans: visit.plans }] },
    })
    expect(changes).toContainEqual(
      expect.objectContaining({
        item: expect.objectContaining({ details: expect.objectContaining({ person: 'Brenda T and Peter A' }) }),
      }),
    )
    expect(facts(changes).map(([kind]) => kind)).toEqual(['no-show-report', 'no-show-report'])
  })
})

function minutesAsked(askedAt: number) {
  return { id: 'q', about: 'minutes', details: { visit: 'V1' }, askedAt }
}

function visitId(ref: string) {
  return [early, visit, later].find((v) => v.ref === ref)?.id
}

function facts(changes: Change[]) {
  return changes.flatMap((c) => (c.kind === 'event-added' ? [[c.event.kind, c.event.visitId] as const] : []))
}

function itemsOf(changes: Change[]) {
  return changes.flatMap((c) => (c.kind === 'office-item-added' ? [c.item.kind] : []))
}

function answersOf(changes: Change[]) {
  return changes.flatMap((c) => (c.kind === 'contact-added' && c.contact.message === 'answer' ? [c.contact] : []))
}
