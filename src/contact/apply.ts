import type { AttemptMove, Change } from '../cellar/change.ts'
import type { AttemptFacts, ContactFacts } from './attempt-facts.ts'

/** A contact as it is once these changes are stored: what is decided next in the same transaction looks at this. */
export function withChanges(contact: ContactFacts, changes: readonly Change[]): ContactFacts {
  return changes.reduce(withChange, contact)
}

function withChange(contact: ContactFacts, change: Change): ContactFacts {
  switch (change.kind) {
    case 'contact-told':
      if (change.id !== contact.id) return contact
      return {
        ...contact,
        toldAt: change.at,
        toldWhom: change.whom,
        nextDueAt: undefined,
        details: change.details ?? contact.details,
      }
    case 'contact-dropped':
      return change.id === contact.id ? { ...contact, droppedAt: change.at, nextDueAt: undefined } : contact
    case 'contact-moved':
      if (change.id !== contact.id) return contact
      return {
        ...contact,
        nextDueAt: change.nextDueAt,
        exhaustedAt: change.exhaustedAt ?? contact.exhaustedAt,
        details: change.details ?? contact.details,
      }
    case 'contact-valid-until':
      return change.id === contact.id ? { ...contact, validUntil: change.validUntil } : contact
    case 'attempt-moved':
      return { ...contact, attempts: contact.attempts.map((a) => (a.id === change.id ? moved(a, change.to) : a)) }
    default:
      return contact
  }
}

/** What a decision can do to an attempt; what the carrier says comes in before it decides. */
function moved(attempt: AttemptFacts, to: AttemptMove): AttemptFacts {
  switch (to.state) {
    case 'settled':
      return { ...attempt, grade: to.grade, settledAt: to.at }
    case 'cancelled':
      return { ...attempt, state: 'cancelled', endedAt: to.at }
    case 'cancel-wanted':
      return { ...attempt, cancelWanted: true }
    default:
      return attempt
  }
}
