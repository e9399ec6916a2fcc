import type { Change } from '../../cellar/change.ts'
import { handOverId, type HandOverId } from '../../cellar/ids.ts'
import { dropContact } from '../../contact/decide-contact.ts'
import type { Conversation } from './conversation.ts'

/** The phone is theirs, and the number is proved: somebody has pressed both keys on it. */
export function phoneTaken(c: Conversation): Change[] {
  const id = handOverOf(c)
  if (id === undefined || c.attempt === undefined) return []
  return [
    { kind: 'hand-over-moved', id, to: { state: 'taken', at: c.now } },
    { kind: 'number-learned', number: c.attempt.number, fact: 'answered-by-key', at: c.now },
  ]
}

/** They need not be rung again about it, and whoever has the phone learns at once that they keep it. */
export function phoneRefused(c: Conversation): Change[] {
  const id = handOverOf(c)
  const { contact, now } = c
  if (id === undefined || contact === undefined) return []
  const others = { ...contact, attempts: contact.attempts.filter((attempt) => attempt.id !== c.attempt?.id) }
  return [
    ...dropContact(others, 'they cannot take the phone', now),
    { kind: 'hand-over-moved', id, to: { state: 'look-again', nextDueAt: now } },
  ]
}

function handOverOf({ contact }: Conversation): HandOverId | undefined {
  const id = contact?.details['handOver']
  return typeof id === 'string' ? handOverId(id) : undefined
}
