import type { Change, NewAttempt } from '../cellar/change.ts'
import { attemptId } from '../cellar/ids.ts'
import type { Instant } from '../cellar/local-time.ts'
import type { NewId } from '../cellar/ports.ts'
import type { AttemptFacts, ContactFacts } from './attempt-facts.ts'
import { isOpen } from './attempt-facts.ts'
import type { Way } from './channel-order.ts'
import { gradeOf, mayBeBelieved } from './grade.ts'
import type { NextTry, Persistence } from './next-try.ts'
import { newsAt, nextTry } from './next-try.ts'

export interface ContactDecision {
  changes: Change[]
  /** what the contact came to just now, if it came to anything: others decide again upon it */
  outcome: 'told' | 'exhausted' | 'expired' | 'goes-on'
}

/**
 * Grades what has ended and takes the contact's next step: told, the next way, a wait, or a human's task.
 * Safe to run twice: what is settled stays settled, and an open attempt is waited for.
 *
 * @param waysFor the ways of the contact once its attempts are graded, for what was heard decides who is still owed what
 */
export function decideContact(
  contact: ContactFacts,
  waysFor: (graded: ContactFacts) => Way[],
  persistence: Persistence,
  now: Instant,
  newId: NewId,
): ContactDecision {
  const { graded, changes } = settleEnded(contact, now)
  const ways = waysFor(graded)
  const closed = contact.toldAt !== undefined || contact.droppedAt !== undefined
  if (closed) return { changes: [...changes, ...lateProof(contact, graded, ways, now)], outcome: 'goes-on' }
  const next = nextTry(graded, ways, persistence, now)
  if (next.kind !== 'told' && contact.validUntil !== undefined && contact.validUntil <= now) {
    const stop = contact.attempts.filter(isOpen).map((a) => cancelled(a, now))
    return { changes: [...changes, ...stop, drop(contact, now, 'its time had passed')], outcome: 'expired' }
  }
  return { changes: [...changes, ...step(graded, next, now, newId)], outcome: outcomeOf(contact, next) }
}

/** What ends a contact that nobody needs any more: no planned attempt is made, a queued call is taken back. */
export function dropContact(contact: ContactFacts, reason: string, now: Instant): Change[] {
  return [...contact.attempts.filter(isOpen).map((a) => cancelled(a, now)), drop(contact, now, reason)]
}

function settleEnded(contact: ContactFacts, now: Instant): { graded: ContactFacts; changes: Change[] } {
  const changes: Change[] = []
  const attempts = contact.attempts.map((attempt) => {
    if (attempt.state !== 'ended' || attempt.settledAt !== undefined) return attempt
    const grade = gradeOf(attempt)
    changes.push({ kind: 'attempt-moved', id: attempt.id, to: { state: 'settled', at: now, grade } })
    return { ...attempt, grade, settledAt: now }
  })
  return { graded: { ...contact, attempts }, changes }
}

/** A call that was up or a text that was out when its contact was dropped may have been heard; a correction must know. */
function lateProof(contact: ContactFacts, graded: ContactFacts, ways: Way[], now: Instant): Change[] {
  if (contact.toldAt !== undefined) return []
  const heard = graded.attempts.findLast((a) => mayBeBelieved(a.grade))
  if (heard?.grade === undefined) return []
  const whom = ways.find((w) => w.number === heard.number)?.whom ?? 'somebody at the number'
  return [told(contact, now, whom, heard.grade, heard.said)]
}

function step(contact: ContactFacts, next: NextTry, now: Instant, newId: NewId): Change[] {
  switch (next.kind) {
    case 'told':
      return [told(contact, now, next.whom, next.grade, next.said)]
    case 'under-way':
    case 'wait':
      return [{ kind: 'contact-moved', id: contact.id, nextDueAt: next.until }]
    case 'exhausted': {
      const exhaustedAt = wasExhausted(contact) ? contact.exhaustedAt : now
      return [
        {
          kind: 'contact-moved',
          id: contact.id,
          nextDueAt: next.until,
          ...(exhaustedAt === undefined ? {} : { exhaustedAt }),
        },
      ]
    }
    case 'try': {
      const attempt = plan(contact, next.way, now, newId)
      return [
        { kind: 'attempt-planned', attempt },
        { kind: 'contact-moved', id: contact.id, nextDueAt: now + 60_000 },
      ]
    }
  }
}

function plan(contact: ContactFacts, way: Way, now: Instant, newId: NewId): NewAttempt {
  return {
    id: attemptId(newId()),
    agencyId: contact.agencyId,
    branchId: contact.branchId,
    accountId: contact.accountId,
    contactId: contact.id,
    channel: way.channel,
    fromNumber: contact.lineNumber,
    number: way.number,
    party: way.party,
    class: contact.class,
    riskAt: contact.riskAt,
    plannedAt: now,
    dueAt: now,
    validUntil: contact.validUntil,
  }
}

function told(
  contact: ContactFacts,
  now: Instant,
  whom: string,
  grade: AttemptFacts['grade'],
  said: AttemptFacts['said'],
): Change {
  const details = { ...contact.details, ...said }
  return { kind: 'contact-told', id: contact.id, at: now, whom, grade: grade ?? 'F', details }
}

function drop(contact: ContactFacts, now: Instant, reason: string): Change {
  return { kind: 'contact-dropped', id: contact.id, at: now, reason }
}

/** Not yet at the carrier: it is never made. At the carrier: it is to be taken back, if it still can be. */
function cancelled(attempt: AttemptFacts, now: Instant): Change {
  const state = attempt.state === 'planned' ? 'cancelled' : 'cancel-wanted'
  return { kind: 'attempt-moved', id: attempt.id, to: { state, at: now } }
}

function outcomeOf(before: ContactFacts, next: NextTry): ContactDecision['outcome'] {
  if (next.kind === 'told') return 'told'
  return next.kind === 'exhausted' && !wasExhausted(before) ? 'exhausted' : 'goes-on'
}

/** Whether a human was asked already, with what there is to tell now: what is new is a human's task of its own. */
function wasExhausted(contact: ContactFacts): boolean {
  return contact.exhaustedAt !== undefined && contact.exhaustedAt >= newsAt(contact)
}
