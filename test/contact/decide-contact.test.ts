import { describe, expect, it } from 'vitest'
import type { Change, Grade } from '../../src/cellar/change.ts'
import { parsePhoneNumber, type PhoneNumber } from '../../src/cellar/phone-number.ts'
import type { AttemptFacts, ContactFacts } from '../../src/contact/attempt-facts.ts'
import { withChanges } from '../../src/contact/apply.ts'
import type { Way } from '../../src/contact/channel-order.ts'
import { decideContact, dropContact } from '../../src/contact/decide-contact.ts'
import { aContact, anAttempt, at } from '../record/a-late-visit.ts'

const NOW = at('08:45')
const BRENDA = number('01632 960101')
const GAIL = number('07700 900201')
const PATIENCE = { rounds: 2, restMinutes: 10 }
const ways: Way[] = [wayTo(BRENDA), wayTo(GAIL)]

describe('the next step of a contact', () => {
  it('nothing tried yet: the first way is planned', () => {
    expect(kinds(decide(open([])))).toEqual(['attempt-planned', 'contact-moved'])
    expect(decide(open([])).changes[0]).toMatchObject({ attempt: { number: BRENDA, channel: 'call' } })
  })

  it('an answer that is enough: graded and told, with what was said', () => {
    const said = { saidStart: at('09:20') }
    const decision = decide(open([ended('a', { proof: 'answered', said })]))
    expect(decision.outcome).toBe('told')
    expect(decision.changes).toMatchObject([
      { kind: 'attempt-moved', to: { state: 'settled', grade: 'A' } },
      { kind: 'contact-told', grade: 'A', whom: 'Mrs Trundle', details: said },
    ])
  })

  it('not enough: the next way at once', () => {
    const decision = decide(open([ended('a', { outcome: 'engaged' })]))
    expect(decision.changes).toMatchObject([
      { to: { grade: 'F' } },
      { attempt: { number: GAIL } },
      { kind: 'contact-moved' },
    ])
  })

  it('run again upon its own result, it does nothing new', () => {
    for (const attempts of [[], [ended('a', { proof: 'answered' })], [ended('a', { outcome: 'engaged' })]]) {
      const first = decide(open(attempts))
      const after = applied(open(attempts), first.changes)
      const second = decide(after)
      expect(kinds(second).filter((kind) => kind !== 'contact-moved')).toEqual([])
    }
  })

  it('its time is over: dropped, what is planned is not made, what rings is taken back', () => {
    const planned = ended('a', { state: 'planned', outcome: undefined })
    const decision = decide({ ...open([planned]), validUntil: NOW })
    expect(decision.outcome).toBe('expired')
    expect(decision.changes).toMatchObject([{ to: { state: 'cancelled' } }, { kind: 'contact-dropped' }])
    const ringing = ended('a', { state: 'ringing', outcome: undefined })
    expect(dropContact(open([ringing]), 'why', NOW)).toMatchObject([
      { to: { state: 'cancel-wanted' } },
      { reason: 'why' },
    ])
  })

  it('told just before its time was over is told', () => {
    expect(decide({ ...open([ended('a', { proof: 'heard' })]), validUntil: NOW }).outcome).toBe('told')
  })

  it('after the last round a human’s task, once', () => {
    const tried = [1, 2, 3, 4].map((n) =>
      ended(`try-${n}`, { number: n % 2 === 1 ? BRENDA : GAIL, outcome: 'no-answer' }),
    )
    const first = decide(open(tried))
    expect(first.outcome).toBe('exhausted')
    const after = applied(open(tried), first.changes)
    expect(decide(after).outcome).toBe('goes-on')
    // with news that cannot be told either, it is a human's task again
    const triedWithNews = tried.map((attempt) => ({ ...attempt, plannedAt: NOW + 1, endedAt: NOW + 1 }))
    const withNews = {
      ...after,
      details: { freshAt: NOW + 1 },
      attempts: [...after.attempts, ...triedWithNews.map((a) => ({ ...a, settledAt: NOW }))],
    }
    const later = NOW + 60_000
    const again = decide(withNews, () => ways, later)
    expect(again.outcome).toBe('exhausted')
    expect(decide(applied(withNews, again.changes), () => ways, later).outcome).toBe('goes-on')
  })

  it.each<[Grade, boolean, Partial<AttemptFacts>]>([
    ['B', true, { proof: 'heard' }],
    ['C', false, { proof: 'heard', answeredBy: 'machine' }],
    ['E', true, { channel: 'text', outcome: 'sent' }],
    ['F', false, { outcome: 'no-answer' }],
  ])('dropped while it was under way, and it came to %s: told %s', (_grade, told, attempt) => {
    const dropped = { ...open([ended('a', attempt)]), droppedAt: NOW, nextDueAt: undefined }
    expect(kinds(decide(dropped)).includes('contact-told')).toBe(told)
  })

  describe('owed to several', () => {
    const owing = (...owed: PhoneNumber[]): Way[] =>
      ways.map((way) => (owed.includes(way.number) ? { ...way, owed: true } : way))

    it('one has answered, another still believes the old time: they are rung too', () => {
      const decision = decide(open([ended('a', { number: GAIL, proof: 'answered' })]), () => owing(BRENDA))
      expect(decision.changes).toMatchObject([
        { to: { grade: 'A' } },
        { attempt: { number: BRENDA } },
        { kind: 'contact-moved' },
      ])
    })

    it('all know it: told, by whoever was told well enough', () => {
      const attempts = [ended('a', { number: GAIL, proof: 'answered' }), ended('b', { proof: 'heard' })]
      expect(decide(open(attempts), () => owing()).outcome).toBe('told')
    })

    it('what was just heard decides who is still owed it', () => {
      const waysFor = (graded: ContactFacts) => (graded.attempts.some((a) => a.grade === 'B') ? ways : owing(BRENDA))
      expect(decide(open([ended('a', { proof: 'heard' })]), waysFor).outcome).toBe('told')
    })
  })

  it('whoever agreed to other hours is not rung, and what they heard within their hours counts', () => {
    const resting: Way[] = [wayTo(BRENDA), { ...wayTo(GAIL), notNow: true }]
    const engaged = ended('a', { outcome: 'engaged', endedAt: NOW })
    expect(decide(open([engaged]), () => resting).changes.at(-1)).toMatchObject({
      kind: 'contact-moved',
      nextDueAt: NOW + 90_000,
    })
    const heard = ended('b', { number: GAIL, proof: 'heard' })
    expect(decide(open([heard]), () => resting).outcome).toBe('told')
  })

  it('a way on which three sends were lost counts as tried, so that the order goes on', () => {
    const lost = (n: number) => ended(`try-${n}`, { state: 'lost', outcome: undefined })
    expect(decide(open([lost(1), lost(2)])).changes[0]).toMatchObject({ attempt: { number: BRENDA } })
    expect(decide(open([lost(1), lost(2), lost(3)])).changes[0]).toMatchObject({ attempt: { number: GAIL } })
  })
})

let ids = 0
function decide(contact: ContactFacts, waysFor: (graded: ContactFacts) => Way[] = () => ways, now = NOW) {
  return decideContact(contact, waysFor, PATIENCE, now, () => `id-${(ids += 1)}`)
}

function kinds({ changes }: { changes: Change[] }): string[] {
  return changes.map((change) => change.kind).filter((kind) => kind !== 'attempt-moved')
}

function open(attempts: AttemptFacts[]): ContactFacts {
  return aContact('eta', attempts, { nextDueAt: NOW })
}

/** The contact as it is stored after a decision, with the attempt that was planned. */
function applied(contact: ContactFacts, changes: Change[]): ContactFacts {
  const planned = changes.flatMap((change) =>
    change.kind === 'attempt-planned'
      ? [anAttempt(change.attempt.id, { ...change.attempt, state: 'planned', outcome: undefined, endedAt: undefined })]
      : [],
  )
  const after = withChanges(contact, changes)
  return { ...after, attempts: [...after.attempts, ...planned] }
}

function ended(id: string, more: Partial<AttemptFacts>): AttemptFacts {
  return anAttempt(id, { endedAt: NOW - 100_000, ...more })
}

function wayTo(to: PhoneNumber): Way {
  return {
    channel: 'call',
    number: to,
    party: { kind: 'service-user', id: 'brenda' },
    whom: to === BRENDA ? 'Mrs Trundle' : 'Gail',
    enough: 'B',
  }
}

function number(text: string): PhoneNumber {
  const parsed = parsePhoneNumber(text)
  if (parsed === undefined) throw new Error(`not a number for a test: ${text}`)
  return parsed
}
