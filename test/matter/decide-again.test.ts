import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Grade } from '../../src/cellar/change.ts'
import { attemptId } from '../../src/cellar/ids.ts'
import { parsePhoneNumber, type PhoneNumber } from '../../src/cellar/phone-number.ts'
import type { AttemptFacts } from '../../src/contact/attempt-facts.ts'
import { isWaiting } from '../../src/contact/attempt-facts.ts'
import { beliefsPastTelling, lastToldOf, wrongBeliefs } from '../../src/contact/beliefs.ts'
import { situationOf } from '../../src/lateness/situation.ts'
import { decideAgain } from '../../src/matter/decide-again.ts'
import type { VisitPicture } from '../../src/matter/matter-facts.ts'
import { standingEvents } from '../../src/rota/visit-now.ts'
import { anAttempt, anEvent, at, late, plan } from '../record/a-late-visit.ts'
import { nothingYet, stored } from './visit-by-visit.ts'

/** What can happen to a visit, in any order: people say things, calls end, time passes, the office cancels. */
type Happening =
  | { kind: 'late'; minutes: number }
  | { kind: 'undo' | 'here' | 'done' | 'cancelled' | 'told-the-responsible' | 'missed' | 'moved' }
  | { kind: 'heard'; by: number; grade: Grade }
  | { kind: 'time-passes'; minutes: number }

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('late' as const), minutes: fc.integer({ min: 1, max: 90 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'told-the-responsible' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'here' as const,
        'done' as const,
        'cancelled' as const,
        'missed' as const,
        'moved' as const,
      ),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('heard' as const),
      by: fc.nat({ max: 2 }),
      grade: fc.constantFrom<Grade>('A', 'B', 'C', 'D', 'F'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('time-passes' as const), minutes: fc.integer({ min: 0, max: 75 }) }),
  },
)

const NUMBERS = ['01632 960101', '07700 900201', '07700 900202'].map((text) => parsePhoneNumber(text) as PhoneNumber)

describe('looking at a visit again', () => {
  it('changes nothing when nothing has happened since (idempotent)', () => {
    forEveryDay(({ picture, now, newId }) => {
      expect(decideAgain(picture, now, newId)).toEqual([])
    })
  })

  it('keeps a next step for every open matter, with a time to come (design 1.1)', () => {
    forEveryDay(({ picture, now }) => {
      if (picture.matter !== undefined) expect(picture.matter.nextDueAt).toBeGreaterThan(now)
      const { late: isLate, contactAllowed, arrivedAt, timeHasPassed } = situationOf(picture.visit, now)
      const mustBeOpen = isLate && contactAllowed && arrivedAt === undefined && !timeHasPassed
      expect(picture.matter !== undefined || !mustBeOpen).toBe(true)
    })
  })

  it('has one open contact with the household while they do not know, and none when they need not (design 1.6)', () => {
    forEveryDay(({ picture, now }) => {
      const situation = situationOf(picture.visit, now)
      const etas = picture.contacts.filter((c) => c.message === 'eta')
      const open = etas.filter(isWaiting)
      expect(open.length).toBeLessThanOrEqual(1)
      const over = !situation.contactAllowed || situation.arrivedAt !== undefined || situation.timeHasPassed
      if (over) expect(open).toEqual([])
      else if (lastToldOf(etas) === undefined && situation.worthTelling) expect(open).toHaveLength(1)
    })
  })

  it('never has two notices on their way to the responsible person, and what they know last is what holds (P-067)', () => {
    forEveryDay(({ picture, now }) => {
      const notices = picture.contacts.filter((c) => c.message.startsWith('late-notice'))
      expect(notices.filter(isWaiting).length).toBeLessThanOrEqual(1)
      const situation = situationOf(picture.visit, now)
      const last = notices.filter((c) => c.droppedAt === undefined).at(-1)?.message
      if (situation.late && situation.contactAllowed) expect(last).toBe('late-notice')
      // what a miss or a moved plan has overtaken was not taken back: that news comes another way
      else if (situation.nothingReported) expect([undefined, 'late-notice-undone']).toContain(last)
    })
  })

  it('leaves nobody with a time that does not hold: being told another, or in a human’s hands (design 1.2)', () => {
    forEveryDay(({ picture, now }) => {
      const situation = situationOf(picture.visit, now)
      const etas = picture.contacts.filter((c) => c.message === 'eta')
      const told = etas.some(isWaiting)
      for (const { number } of beliefsPastTelling(etas, situation, now)) {
        const asked = picture.items.some((i) => i.kind === 'believes-old-time' && i.subject.includes(number))
        expect(told || asked).toBe(true)
      }
      if (wrongBeliefs(etas, situation).length > 0) expect(told).toBe(true)
    })
  })

  it('never opens a matter about a visit that is not to take place', () => {
    const cancelled = { ...nothingYet().visit, plans: [plan(1, '09:00', '09:30', { status: 'cancelled' })] }
    const picture = { ...nothingYet(), visit: { ...cancelled, events: [late('l', '08:40', 20)] } }
    expect(decideAgain(picture, at('08:40'), () => 'id-1')).toEqual([])
  })
})

interface Moment {
  picture: VisitPicture
  now: number
  newId: () => string
}

/** Lives through a day of random happenings; after each of them the visit is looked at, stored, and checked. */
function forEveryDay(check: (moment: Moment) => void): void {
  fc.assert(
    fc.property(fc.array(happening, { minLength: 1, maxLength: 14 }), (day) => {
      let ids = 0
      const newId = () => `id-${(ids += 1)}`
      let moment: Moment = { picture: nothingYet(), now: at('08:20'), newId }
      for (const each of day) {
        const after = happens(moment, each)
        const changes = decideAgain(after.picture, after.now, newId)
        moment = { ...after, picture: stored(after.picture, changes) }
        check(moment)
      }
    }),
  )
}

function happens(moment: Moment, what: Happening): Moment {
  const { picture, now, newId } = moment
  const { visit } = picture
  const event = (kind: string, more = {}) =>
    withEvent(moment, anEvent(newId(), kind, '08:00', { receivedAt: now, ...more }))
  switch (what.kind) {
    case 'late':
      return withEvent(moment, late(newId(), '08:00', what.minutes, { receivedAt: now }))
    case 'here':
      return event('arrived')
    case 'done':
      return event('left')
    case 'missed':
      return event('missed')
    case 'moved': {
      const rev = visit.plans.length + 1
      const recorded = plan(rev, rev % 2 === 0 ? '09:40' : '09:05', '10:10', { recordedAt: now })
      return { ...moment, picture: { ...picture, visit: { ...visit, plans: [...visit.plans, recorded] } } }
    }
    case 'undo': {
      const last = standingEvents(visit).at(-1)
      return last === undefined ? moment : event('undo', { retracts: last.id })
    }
    case 'cancelled':
      return {
        ...moment,
        picture: {
          ...picture,
          visit: { ...visit, plans: [...visit.plans, plan(2, '09:00', '09:30', { status: 'cancelled' })] },
        },
      }
    case 'time-passes':
      return { ...moment, now: now + what.minutes * 60_000 }
    case 'heard':
      return heard(moment, 'eta', what.grade, NUMBERS[what.by] ?? NUMBERS[0])
    case 'told-the-responsible':
      return heard(moment, 'late-notice', 'D', NUMBERS[2])
  }
}

function withEvent(moment: Moment, event: ReturnType<typeof anEvent>): Moment {
  const { visit } = moment.picture
  return { ...moment, picture: { ...moment.picture, visit: { ...visit, events: [...visit.events, event] } } }
}

/** The open contact of a kind had one more call or text, which came to this grade; A, B and D are enough. */
function heard(moment: Moment, kind: string, grade: Grade, number: PhoneNumber | undefined): Moment {
  const { picture, now, newId } = moment
  const start = situationOf(picture.visit, now).expectedStart
  const attempt: AttemptFacts = anAttempt('x', {
    id: attemptId(newId()),
    ...(number === undefined ? {} : { number }),
    grade,
    endedAt: now,
    said: { saidStart: start },
  })
  const enough = grade === 'A' || grade === 'B' || grade === 'D'
  const contacts = picture.contacts.map((contact) => {
    if (!contact.message.startsWith(kind) || !isWaiting(contact)) return contact
    const tried = { ...contact, attempts: [...contact.attempts, attempt] }
    return enough ? { ...tried, toldAt: now, nextDueAt: undefined, details: { saidStart: start } } : tried
  })
  return { ...moment, picture: { ...picture, contacts } }
}
