import { describe, expect, it } from 'vitest'
import type { Change, Grade } from '../../src/cellar/change.ts'
import { matterId, officeItemId } from '../../src/cellar/ids.ts'
import { parsePhoneNumber } from '../../src/cellar/phone-number.ts'
import { decideAgain } from '../../src/matter/decide-again.ts'
import type { VisitPicture } from '../../src/matter/matter-facts.ts'
import type { VisitEvent, VisitFacts } from '../../src/rota/visit-facts.ts'
import { aContact, anAttempt, anEvent, anna, at, aVisit, late, plan, sam } from '../record/a-late-visit.ts'
import { stored } from './visit-by-visit.ts'

const LATE = late('l', '08:40', 20)
const undo = (time: string) => anEvent('u', 'undo', time, { retracts: LATE.id })
const said = (kind: string, time = '08:45') => anEvent('m', kind, time)
const moved = (start: string, end: string) => [
  plan(1, '09:00', '09:30'),
  plan(2, start, end, { recordedAt: at('08:45') }),
]
const inPlaceOfAnna: VisitFacts['allocations'] = [
  { slot: 1, careWorker: anna, runOrder: 1, fromAt: 0, untilAt: at('08:46') },
  { slot: 1, careWorker: sam, runOrder: 1, fromAt: at('08:46'), untilAt: undefined },
]

describe('whoever was told a time that does not hold any more', () => {
  it.each<[string, Partial<VisitFacts>, string, string[]]>([
    ['LATE 20, and no more', { events: [LATE] }, '08:50', []],
    ['taken back in time: rung again', { events: [LATE, undo('08:45')] }, '08:45', ['eta']],
    ['taken back when the planned time is over', { events: [LATE, undo('09:03')] }, '09:03', ['believes-old-time']],
    [
      'and when the time that they believe is over too: nobody has logged in',
      { events: [LATE, undo('09:03')] },
      '09:21',
      ['escalation'],
    ],
    ['MISSED', { events: [LATE, said('missed')] }, '08:45', ['believes-old-time']],
    ['cannot attend', { events: [LATE, said('cannot-attend')] }, '08:45', ['believes-old-time']],
    ['sick', { events: [LATE, said('sick')] }, '08:45', ['believes-old-time']],
    ['MISSED, and LATE 20 after that: they come', { events: [said('missed', '08:39'), LATE] }, '08:45', []],
    [
      'sick, and somebody else was put in their place',
      { events: [LATE, said('sick')], allocations: inPlaceOfAnna },
      '08:47',
      ['eta'],
    ],
    ['late, and somebody else was put in their place', { events: [LATE], allocations: inPlaceOfAnna }, '08:47', []],
    ['the office moved the visit', { events: [LATE], plans: moved('09:30', '10:00') }, '08:46', ['eta']],
    [
      'the office moved it to the very time that they were told',
      { events: [LATE], plans: moved('09:20', '09:50') },
      '08:46',
      [],
    ],
    [
      'the office moved it to a time that is over',
      { events: [LATE], plans: moved('08:35', '09:05') },
      '08:46',
      ['believes-old-time'],
    ],
    [
      'the office cancelled it',
      { events: [LATE], plans: [plan(1, '09:00', '09:30', { status: 'cancelled' })] },
      '08:46',
      [],
    ],
    ['sick, and there after all', { events: [LATE, said('sick'), said('arrived', '08:50')] }, '08:50', []],
  ])('%s', (_what, changes, now, expected) => {
    const toManagers = (kind: string) => kind === 'late-notice-undone'
    expect(asked(picture(changes, 'B'), now).filter((kind) => !toManagers(kind))).toEqual(expected)
  })

  it.each(['missed', 'cannot-attend', 'sick'])(
    '%s: what waits to tell the old time is stopped (design 1.6)',
    (kind) => {
      const planned = anAttempt('p', { state: 'planned', outcome: undefined, endedAt: undefined })
      const telling = aContact('eta', [planned], { nextDueAt: at('08:41'), validUntil: at('09:20') })
      const notice = aContact('late-notice', [], { nextDueAt: at('08:41') })
      const open = { ...picture({ events: [LATE, said(kind)] }, 'F'), contacts: [telling, notice] }
      const changes = decideAgain(open, at('08:45'), newId)
      expect(changes).toMatchObject([
        { kind: 'attempt-moved', to: { state: 'cancelled' } },
        { kind: 'contact-dropped', id: telling.id, reason: 'the care worker is not coming' },
        { kind: 'contact-dropped', id: notice.id },
        // and the matter stays open, to be looked at again
        { kind: 'matter-moved', nextStep: 'await-arrival' },
      ])
    },
  )

  it('a call that told the old time, and ends only after that, is a human’s task as well', () => {
    const dropped = aContact('eta', [heard('B')], { droppedAt: at('08:45') })
    const after = { ...picture({ events: [LATE, said('missed')] }, 'F'), contacts: [dropped] }
    expect(asked(after, '08:46')).toEqual(['believes-old-time'])
  })

  it('is asked of a human once for each news, with the number to ring and the time that was told', () => {
    const undone = picture({ events: [LATE, undo('09:03')] }, 'B')
    const first = decideAgain(undone, at('09:03'), newId)
    expect(first.flatMap((c) => (c.kind === 'office-item-added' ? [c.item] : []))).toMatchObject([
      { number: '+441632960101', details: { person: 'Brenda T', time: at('09:20') }, dueAt: at('09:03') },
    ])
    const done = { ...stored(undone, first) }
    const taken = { ...done, items: done.items.map((item) => ({ ...item, done: true })) }
    expect(asked(taken, '09:04')).toEqual([])
    const again = late('l2', '09:05', 20)
    const undoneAgain = {
      ...taken.visit,
      events: [...taken.visit.events, again, anEvent('u2', 'undo', '09:06', { retracts: again.id })],
    }
    expect(asked({ ...taken, visit: undoneAgain }, '09:06')).toEqual(['believes-old-time'])
  })

  it('comes off the list when what they were told holds again', () => {
    const open = picture({ events: [LATE, undo('09:03'), late('l2', '09:05', 20)] }, 'B')
    const items = [{ id: officeItemId('i'), kind: 'believes-old-time', subject: 's', done: false }]
    expect(decideAgain({ ...open, items }, at('09:05'), newId)).toContainEqual(
      expect.objectContaining({ kind: 'office-item-moved', id: 'i', to: expect.objectContaining({ state: 'done' }) }),
    )
  })
})

describe('what was exhausted and gets news (design 1.2)', () => {
  const exhausted = aContact('eta', [anAttempt('a', { grade: 'F', outcome: 'no-answer', settledAt: at('08:41') })], {
    nextDueAt: at('08:55'),
    exhaustedAt: at('08:45'),
    validUntil: at('09:20'),
  })
  it('a newer time: tried again at once', () => {
    const open = { ...picture({ events: [LATE, late('l2', '08:50', 40)] }, 'F'), contacts: [exhausted] }
    expect(decideAgain(open, at('08:50'), newId)).toMatchObject([
      { kind: 'contact-valid-until', validUntil: at('09:40') },
      { kind: 'contact-moved', nextDueAt: at('08:50'), details: { freshAt: at('08:50') } },
      { kind: 'contact-added', contact: { message: 'late-notice' } },
      { kind: 'matter-moved' },
    ])
  })

  it('taken back before anybody heard of it: nobody is told, and the office need not ring', () => {
    const items = [{ id: officeItemId('i'), kind: 'could-not-be-told', subject: 's', done: false }]
    const open = { ...picture({ events: [LATE, undo('08:50')] }, 'F'), contacts: [exhausted], items }
    expect(decideAgain(open, at('08:50'), newId)).toMatchObject([
      { kind: 'contact-dropped' },
      { kind: 'office-item-moved', id: 'i', to: { state: 'done' } },
      { kind: 'matter-moved', nextStep: 'await-arrival' },
    ])
  })
})

describe('the responsible person (P-067)', () => {
  it.each<[string, Grade | undefined, string[]]>([
    ['never heard of the first report', 'F', ['late-notice']],
    ['may have read of the first report', 'E', []],
    ['is being texted of the first report', undefined, []],
  ])('late, taken back, late again, and they %s', (_what, grade, expected) => {
    const state = grade === undefined ? { state: 'placed' as const, endedAt: undefined } : { grade }
    const text = anAttempt('n', { channel: 'text', outcome: 'failed', ...state })
    const first = aContact('late-notice', [text], { droppedAt: at('08:45') })
    const events = [LATE, undo('08:45'), late('l2', '08:46', 20)]
    const open = { ...picture({ events }, 'B'), contacts: [...picture({}, 'B').contacts.slice(0, 1), first] }
    expect(asked(open, '08:46')).toEqual(expected)
  })
})

let ids = 0
const newId = () => `new-${(ids += 1)}`

function heard(grade: Grade) {
  return anAttempt('heard', { grade, settledAt: at('08:42'), said: { saidStart: at('09:20') } })
}

/** A late visit with its matter, after Brenda was told 9.20 (or nobody was). */
function picture(changes: Partial<VisitFacts> & { events?: VisitEvent[] }, grade: Grade): VisitPicture {
  const told = grade === 'F' ? {} : { toldAt: at('08:42'), details: { saidStart: at('09:20') } }
  const notice = aContact('late-notice', [], { toldAt: at('08:41') })
  return {
    visit: aVisit({ lateRecord: 1, ...changes, ...withNumber() }),
    matter: { id: matterId('matter'), kind: 'late-visit', nextStep: 'tell-service-user', nextDueAt: at('08:00') },
    contacts: grade === 'F' ? [] : [aContact('eta', [heard(grade)], told), notice],
    items: [],
  }
}

function withNumber(): Partial<VisitFacts> {
  const number = parsePhoneNumber('01632 960101')
  const { serviceUser } = aVisit()
  return number === undefined
    ? {}
    : { serviceUser: { ...serviceUser, numbers: [{ number, lineType: 'landline', noTexts: true }] } }
}

/** Whoever is told something new, and whatever a human is asked. */
function asked(open: VisitPicture, now: string): string[] {
  return decideAgain(open, at(now), newId).flatMap(what)
}

function what(change: Change): string[] {
  if (change.kind === 'contact-added') return [change.contact.message]
  return change.kind === 'office-item-added' ? [change.item.kind] : []
}
