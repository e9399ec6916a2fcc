import type { Change } from '../cellar/change.ts'
import type { Instant } from '../cellar/local-time.ts'
import type { NewId } from '../cellar/ports.ts'
import type { ContactFacts } from '../contact/attempt-facts.ts'
import { isOpen, isWaiting } from '../contact/attempt-facts.ts'
import { heldBy } from '../escalation/acceptance.ts'
import { passedBy } from '../escalation/ladder.ts'
import { climb } from './climb-step.ts'
import type { VisitPicture } from './matter-facts.ts'

/**
 * A manager passes a matter on by text. Where they have it, it is released and everybody is rung; where it is rung for,
 * they are not rung in this round, a phone of theirs that rings stops, and the next one's rings at once.
 */
export function passMatter(picture: VisitPicture, managerId: string, now: Instant, newId: NewId): Change[] {
  const { matter } = picture
  if (matter === undefined) return []
  const held = heldBy(matter.climb)
  if (held !== undefined && held.managerId === managerId && matter.climb !== undefined) {
    const reason = 'passed it on'
    const taken = matter.climb.taken.map((one) =>
      one.id === held.id ? { ...one, releasedAt: now, releaseReason: reason } : one,
    )
    const released: Change = { kind: 'matter-released', id: held.id, at: now, reason }
    return [released, ...climb({ ...picture, matter: { ...matter, climb: { ...matter.climb, taken } } }, now, newId)]
  }
  const ringing = picture.contacts.filter((one) => one.message === 'escalation' && isWaiting(one))
  return ringing.flatMap((line) => withoutThem(line, managerId, now))
}

function withoutThem(line: ContactFacts, managerId: string, now: Instant): Change[] {
  const passed = [...new Set([...passedBy(line), managerId])]
  const theirs = line.attempts.filter((attempt) => isOpen(attempt) && attempt.party.id === managerId)
  return [
    ...theirs.map(({ id, state }): Change => ({
      kind: 'attempt-moved',
      id,
      to: { state: state === 'planned' ? 'cancelled' : 'cancel-wanted', at: now },
    })),
    { kind: 'contact-moved', id: line.id, nextDueAt: now, details: { ...line.details, passed } },
  ]
}
