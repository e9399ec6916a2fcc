import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePhoneNumber } from '../../src/cellar/phone-number.ts'
import type { Change } from '../../src/cellar/change.ts'
import { heldBy } from '../../src/escalation/acceptance.ts'
import { closeMatter } from '../../src/matter/close-matter.ts'
import { decideAgain } from '../../src/matter/decide-again.ts'
import type { VisitPicture } from '../../src/matter/matter-facts.ts'
import { passMatter } from '../../src/matter/pass-matter.ts'
import { takeMatter } from '../../src/matter/take-matter.ts'
import { anEvent, at, late, plan } from '../record/a-late-visit.ts'
import { nothingYet, stored } from './visit-by-visit.ts'

const happening = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('time' as const), minutes: fc.integer({ min: 1, max: 25 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('dev-takes' as const, 'mei-takes' as const, 'dev-passes' as const) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('round-over' as const, 'look-again' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('late' as const, 'here' as const, 'safe' as const, 'cancelled' as const),
    }),
  },
)
type Happening = typeof happening extends fc.Arbitrary<infer H> ? H : never

describe('nobody is forgotten, whatever happens in whatever order, also twice (design 1.1)', () => {
  it('an open matter has a step to come, is rung for or held within a deadline, and closes only with evidence', () => {
    fc.assert(
      fc.property(fc.array(happening, { minLength: 3, maxLength: 25 }), (day) => {
        let ids = 0
        const newId = () => `id-${(ids += 1)}`
        let now = at('08:40')
        let picture: VisitPicture = { ...nothingYet() }
        picture = { ...picture, visit: { ...picture.visit, events: [late('l0', '08:40', 20)] } }
        picture = stored(picture, decideAgain(picture, now, newId))
        for (const [n, each] of day.entries()) {
          if (each.kind === 'time') now += each.minutes * 60_000
          const done = changesOf(picture, each, now, newId)
          for (const change of done) if (change.kind === 'matter-closed') expect(change.evidence.statement).not.toBe('')
          picture = stored(withFacts(picture, each, n, now), done)
          const decided = decideAgain(picture, now, newId)
          for (const change of decided)
            if (change.kind === 'matter-closed') expect(change.evidence.statement).not.toBe('')
          picture = stored(picture, decided)
          holds(picture, now)
        }
      }),
      { numRuns: 400 },
    )
  })
})

function holds(picture: VisitPicture, now: number): void {
  const { matter, contacts } = picture
  const ringing = contacts.filter(
    (c) => c.message === 'escalation' && c.toldAt === undefined && c.droppedAt === undefined,
  )
  if (matter === undefined) return expect(ringing).toEqual([])
  expect(matter.nextDueAt).toBeGreaterThan(now)
  const held = heldBy(matter.climb)
  if (held !== undefined) {
    expect([matter.nextStep, matter.nextDueAt]).toEqual(['held', held.deadline])
    expect(ringing).toEqual([])
  } else if (matter.nextStep === 'climb') expect(ringing.length).toBeGreaterThan(0)
  else expect(ringing).toEqual([])
  expect((matter.climb?.taken ?? []).filter((one) => one.releasedAt === undefined).length).toBeLessThanOrEqual(1)
}

function changesOf(picture: VisitPicture, { kind }: Happening, now: number, newId: () => string): Change[] {
  switch (kind) {
    case 'dev-takes':
    case 'mei-takes': {
      const number = parsePhoneNumber('07700 900402')
      const by = { managerId: kind, whom: kind, number, how: 'text', code: '4821', contact: undefined } as const
      return takeMatter(picture, by, now, newId)
    }
    case 'dev-passes':
      return passMatter(picture, 'dev-takes', now, newId)
    case 'safe':
      return closeMatter(
        picture,
        { id: newId(), how: 'seen', who: 'Dev', saidBy: 'Dev', statement: 'saw her', at: now },
        now,
        newId,
      )
    case 'round-over':
      return picture.contacts
        .filter((c) => c.message === 'escalation' && c.toldAt === undefined && c.droppedAt === undefined)
        .map(({ id }) => ({ kind: 'contact-moved', id, nextDueAt: now + 90_000, exhaustedAt: now }))
    default:
      return []
  }
}

function withFacts(picture: VisitPicture, { kind }: Happening, n: number, now: number): VisitPicture {
  const { visit } = picture
  switch (kind) {
    case 'late':
      return {
        ...picture,
        visit: { ...visit, events: [...visit.events, { ...late(`l${n + 1}`, '08:40', 60), receivedAt: now }] },
      }
    case 'here':
      return {
        ...picture,
        visit: { ...visit, events: [...visit.events, { ...anEvent(`h${n}`, 'arrived', '09:00'), receivedAt: now }] },
      }
    case 'cancelled':
      return {
        ...picture,
        visit: { ...visit, plans: [...visit.plans, plan(n + 2, '09:00', '09:30', { status: 'cancelled' })] },
      }
    case 'safe':
      return { ...picture, visit: { ...visit, knownSafeAt: now } }
    default:
      return picture
  }
}
