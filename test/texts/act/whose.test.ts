import { describe, expect, it } from 'vitest'
import type { Change } from '../../../src/cellar/change.ts'
import { eventId } from '../../../src/cellar/ids.ts'
import type { KnownPerson, OpenQuestion } from '../../../src/matter/act/store.ts'
import { ANNAS, annaAt, anotherVisit, NOW, samAt, SAMS, STRANGERS, visit, whatFollows } from './a-line.ts'

const asSam: KnownPerson[] = [{ kind: 'care-worker', careWorker: samAt }]
const asAnna: KnownPerson[] = [{ kind: 'care-worker', careWorker: annaAt }]
const shared: KnownPerson[] = [...asAnna, ...asSam]
const samsVisit = anotherVisit('V2', '09:40', '10:10', {
  allocations: [{ slot: 1, careWorker: samAt, runOrder: 1, fromAt: 0, untilAt: undefined }],
  serviceUser: {
    ...visit.serviceUser,
    id: 'peter' as typeof visit.serviceUser.id,
    firstName: 'Peter',
    preferredName: 'Peter',
    lastName: 'Ashdown',
  },
})
const visits = { anna: [visit], sam: [samsVisit] }

describe('whose visits a text is about', () => {
  it('a borrowed phone: asked by name, nothing moved, and a person has it if nobody answers', async () => {
    const changes = await whatFollows('this is Anna on Sams phone, late 20', SAMS, { people: asSam, visits })
    expect(moved(changes)).toEqual([])
    expect(said(changes)).toEqual([['ask-whose', { names: 'Anna or Sam' }]])
    expect(items(changes)).toEqual(['whose-visit'])
  })

  it('"Anna": her visit is moved, said by her, and she hears of it on her own phone', async () => {
    const question = asked('this is Anna on Sams phone, late 20', 'from', 'sam')
    const changes = await whatFollows('Anna', SAMS, { people: asSam, visits, question })
    expect(moved(changes)).toEqual([{ visit: visit.id, by: 'anna', minutes: 20 }])
    expect(said(changes).map(([name]) => name)).toEqual(['late-telling-why', 'told-in-your-name'])
    expect(changes).toContainEqual(expect.objectContaining({ kind: 'question-closed' }))
    expect(changes.filter((c) => c.kind === 'visit-reallocated')).toEqual([])
  })

  it('"Sam": it was his own after all', async () => {
    const question = asked('this is Anna on Sams phone, late 20', 'from', 'sam')
    const changes = await whatFollows('sam', SAMS, { people: asSam, visits, question })
    expect(moved(changes)).toEqual([{ visit: samsVisit.id, by: 'sam', minutes: 20 }])
  })

  it('anything else moves nothing', async () => {
    const question = asked('this is Anna on Sams phone, late 20', 'from', 'sam')
    for (const body of ['yes', '1', 'anna or sam', 'it is me']) {
      expect(moved(await whatFollows(body, SAMS, { people: asSam, visits, question }))).toEqual([])
    }
  })

  it.each(['Sam', 'its Sam', 'for Sam', 'Sams visit', "Sam's", 'its for Sam O', 'this is Sam', 'Sam Osei please'])(
    'nothing but a name: "%s" answers',
    async (body) => {
      const question = asked('covering for Sam, late 20', 'for', 'anna')
      const changes = await whatFollows(body, ANNAS, { people: asAnna, visits, question })
      expect(moved(changes)).toEqual([{ visit: samsVisit.id, by: 'anna', minutes: 20 }])
      expect(closed(changes)).toEqual(['question-closed', 'office-items-done'])
    },
  )

  it.each<[string, string, string | undefined]>([
    ['Anna help Ive fallen', 'cry-for-help', 'at-once'],
    ['Sam collapsed call 999', 'cry-for-help', 'at-once'],
    ['Sam help fire', 'cry-for-help', 'at-once'],
    ['Anna and Sam crashed help', 'cry-for-help', 'at-once'],
    ['Sam help fire late 20', 'cry-for-help', 'at-once'],
    ['Sam is off sick', 'colleague-away', 'at-once'],
    ['Sam cant come', 'colleague-away', 'at-once'],
    ['Sam late 40 now', 'whose-visit', undefined],
    ['not Sam', 'care-worker-text', undefined],
    ['no its not Sam', 'care-worker-text', undefined],
    ['it isnt Sam', 'care-worker-text', undefined],
  ])('a name and more is read for itself, and the question stays: "%s"', async (body, item, when) => {
    const question = asked('this is Sam, late 20', 'from', 'anna')
    const changes = await whatFollows(body, ANNAS, { people: asAnna, visits, question })
    expect(moved(changes)).toEqual([])
    expect(closed(changes)).toEqual([])
    expect(items(changes)).toEqual([item])
    expect(said(changes)).toHaveLength(1)
    expect(changes.some((c) => c.kind === 'office-item-added' && c.item.ringAt === NOW)).toBe(when === 'at-once')
  })

  it.each<[string, string]>([
    ['Anna MISSED Brenda', 'missed'],
    ['LATE 40', 'late'],
  ])('"%s" from Anna’s own phone is hers, and the question about Sam stays', async (body, kind) => {
    const question = asked('this is Sam, late 20', 'from', 'anna')
    const changes = await whatFollows(body, ANNAS, { people: asAnna, visits, question })
    expect(changes).toContainEqual(
      expect.objectContaining({ event: expect.objectContaining({ kind, visitId: visit.id, careWorkerId: 'anna' }) }),
    )
    expect(closed(changes)).toEqual([])
  })

  it('"Sam, but 40 now" corrects what was asked about: "Sam" alone does not answer it any more, and its item stays', async () => {
    const question = asked('this is Sam, late 20', 'from', 'anna')
    const changes = await whatFollows('Sam, but 40 now', ANNAS, { people: asAnna, visits, question })
    expect(moved(changes)).toEqual([])
    expect(closed(changes)).toEqual(['question-closed'])
    expect(items(changes)).toEqual(['care-worker-text'])
  })

  it.each(['UNDO', 'undo', 'undo that please'])(
    'UNDO while it is asked whose: the question is dropped, an earlier report stands: "%s"',
    async (body) => {
      const question = asked('this is Anna on Sams phone, late 20', 'from', 'sam')
      const earlier = [{ visitId: samsVisit.id, eventId: eventId('earlier') }]
      const given = { people: asSam, visits, question, lastSaid: (since: number) => (since < NOW ? earlier : []) }
      const changes = await whatFollows(body, SAMS, given)
      expect(moved(changes)).toEqual([])
      expect(changes.filter((c) => c.kind === 'event-added')).toEqual([])
      expect(said(changes)).toEqual([['question-dropped', { me: 'Sam' }]])
      expect(closed(changes)).toEqual(['question-closed', 'office-items-done'])
    },
  )

  it('the reason after that is for the visit that was moved, also on the borrowed phone', async () => {
    const onBehalf = { visitsOf: 'anna', saidBy: 'anna' }
    const question: OpenQuestion = { id: 'q', about: 'reason', details: { visit: 'V1', onBehalf }, askedAt: NOW }
    const changes = await whatFollows('T', SAMS, { people: asSam, visits, question })
    expect(changes).toContainEqual(
      expect.objectContaining({
        event: expect.objectContaining({ kind: 'reason', visitId: visit.id, careWorkerId: 'anna' }),
      }),
    )
  })

  it('a new report on the borrowed phone is asked about again', async () => {
    const onBehalf = { visitsOf: 'anna', saidBy: 'anna' }
    const question: OpenQuestion = { id: 'q', about: 'minutes', details: { visit: 'V1', onBehalf }, askedAt: NOW }
    const changes = await whatFollows('LATE 20', SAMS, { people: asSam, visits, question })
    expect(moved(changes)).toEqual([])
    expect(said(changes)).toEqual([['ask-whose', { names: 'Anna or Sam' }]])
  })

  it('standing in: the visit is theirs from then on, the office and whose it was learn of it', async () => {
    const question = asked('standing in for Anna, late 20', 'for', 'sam')
    const changes = await whatFollows('ANNA', SAMS, { people: asSam, visits, question })
    expect(moved(changes)).toEqual([{ visit: visit.id, by: 'sam', minutes: 20 }])
    expect(changes).toContainEqual(
      expect.objectContaining({ kind: 'visit-reallocated', visitId: visit.id, from: 'anna', to: 'sam' }),
    )
    expect(items(changes)).toContain('standing-in')
    expect(said(changes)[0]).toEqual(['late-telling-why', expect.objectContaining({ me: 'Sam', person: 'Brenda T' })])
    expect(said(changes)[1]).toEqual(['told-in-your-name', expect.objectContaining({ me: 'Anna', other: 'Sam O' })])
  })

  it('standing in where the rota says so already: nothing is asked', async () => {
    const changes = await whatFollows('covering for Anna, late 20', SAMS, {
      people: asSam,
      visits: { sam: [samsVisit] },
    })
    expect(moved(changes)).toEqual([{ visit: samsVisit.id, by: 'sam', minutes: 20 }])
  })

  it('somebody nobody knows, on a known phone: a person finds out, nothing is moved', async () => {
    const changes = await whatFollows('this is Zoe on Sams phone, late 20', SAMS, { people: asSam, visits })
    expect(moved(changes)).toEqual([])
    expect(items(changes)).toEqual(['whose-visit'])
  })

  it('an unknown phone in Anna’s name: nothing is moved, she is asked on her own phone, a person rings', async () => {
    const changes = await whatFollows('this is Anna, borrowed phone, late 20', STRANGERS, { visits })
    expect(moved(changes)).toEqual([])
    expect(said(changes).map(([name]) => name)).toEqual(['unknown-number', 'in-your-name'])
    expect(items(changes)).toEqual(['in-somebodys-name'])
  })

  it('a cry for help in another’s name rings at once and moves nothing', async () => {
    const changes = await whatFollows('this is Anna on Sams phone, late 20, Mrs Trundle has collapsed', SAMS, {
      people: asSam,
      visits,
    })
    expect(moved(changes)).toEqual([])
    expect(said(changes).map(([name]) => name)).toEqual(['emergency'])
    expect(items(changes)).toEqual(['cry-for-help'])
  })

  it('sick in another’s name: a phone rings at once, and no visit is given up yet', async () => {
    const changes = await whatFollows('this is Anna on Sams phone, im sick', SAMS, { people: asSam, visits })
    expect(moved(changes)).toEqual([])
    expect(changes).toContainEqual(expect.objectContaining({ item: expect.objectContaining({ ringAt: NOW }) }))
  })
})

describe('two care workers on one number', () => {
  it.each<[string, string]>([
    ['LATE 20', ''],
    ['Anna: LATE 20', 'anna'],
    ['LATE 20 Ashdown', 'sam'],
    ['late 20. sam', 'sam'],
  ])('"%s": the name, or a visit that is one’s only, says who; else it is asked', async (body, who) => {
    const changes = await whatFollows(body, ANNAS, { people: shared, visits })
    expect(moved(changes).map((m) => m.by)).toEqual(who === '' ? [] : [who])
    if (who === '') expect(said(changes)).toEqual([['ask-whose', { names: 'Anna or Sam' }]])
  })

  it('only one of them has visits now: the rota tells', async () => {
    const changes = await whatFollows('LATE 20', ANNAS, { people: shared, visits: { anna: [visit] } })
    expect(moved(changes).map((m) => m.by)).toEqual(['anna'])
  })

  it('what moves nothing needs no name', async () => {
    const changes = await whatFollows('who is on call?', ANNAS, { people: shared, visits })
    expect(said(changes)).toEqual([['on-call', expect.objectContaining({ me: 'Anna or Sam', other: 'Rosa A' })]])
  })
})

describe('two runs in one day', () => {
  const both = { anna: [visit, { ...samsVisit, plans: anotherVisit('V2', '09:10', '09:40').plans }] }
  it('visits that overlap: asked which', async () => {
    const changes = await whatFollows('LATE 20', ANNAS, { people: asAnna, visits: both })
    expect(moved(changes)).toEqual([])
    expect(said(changes)[0]?.[0]).toBe('ask-which')
  })

  it('named: not asked', async () => {
    const changes = await whatFollows('LATE 20 Ashdown', ANNAS, { people: asAnna, visits: both })
    expect(moved(changes).map((m) => m.visit)).toEqual([samsVisit.id])
  })
})

function asked(text: string, how: string, sender: string): OpenQuestion {
  return { id: 'q', about: 'whose', details: { text, how, people: ['anna', 'sam'], sender }, askedAt: NOW }
}

function moved(changes: Change[]) {
  return changes.flatMap((c) =>
    c.kind === 'event-added' && c.event.kind !== 'reason'
      ? [{ visit: c.event.visitId, by: c.event.careWorkerId, minutes: c.event.minutes }]
      : [],
  )
}

function closed(changes: Change[]): string[] {
  return changes.flatMap(({ kind }) => (kind === 'question-closed' || kind === 'office-items-done' ? [kind] : []))
}

function items(changes: Change[]) {
  return changes.flatMap((c) => (c.kind === 'office-item-added' ? [c.item.kind] : []))
}

function said(changes: Change[]): [string, Record<string, unknown>][] {
  return changes.flatMap((c) => {
    if (c.kind !== 'contact-added' || c.contact.message !== 'answer') return []
    const { text, me, empty: _empty, ...details } = c.contact.details
    return [[String(text), text === 'ask-whose' ? details : { me, ...details }] as [string, Record<string, unknown>]]
  })
}
