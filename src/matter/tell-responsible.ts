import type { Change, NewContact } from '../cellar/change.ts'
import { contactId } from '../cellar/ids.ts'
import type { Instant } from '../cellar/local-time.ts'
import type { NewId } from '../cellar/ports.ts'
import type { AttemptFacts, ContactFacts } from '../contact/attempt-facts.ts'
import { isOpen, isWaiting } from '../contact/attempt-facts.ts'
import { dropContact } from '../contact/decide-contact.ts'
import { gradeOf, mayBeBelieved } from '../contact/grade.ts'
import { SLOT_CLASS } from '../contact/slot-class.ts'
import type { Situation } from '../lateness/situation.ts'
import type { VisitPicture } from './matter-facts.ts'
import { placeOf } from './matter-facts.ts'
import { riskOf } from './risk.ts'
import { whyNothing } from './tell-household.ts'

type Notice = 'late-notice' | 'late-notice-undone'

/**
 * P-067: the responsible person learns of every late visit, and that a report was taken back once they know of it.
 * What they believe is what they were told last, so a visit reported late, taken back and reported again is three texts.
 */
export function tellResponsible(picture: VisitPicture, situation: Situation, now: Instant, newId: NewId): Change[] {
  if (picture.visit.branch.responsible === undefined) return []
  const notices = picture.contacts.filter((c) => c.message === 'late-notice' || c.message === 'late-notice-undone')
  const known = notices.filter(mayBeKnown).at(-1)?.message
  const wanted = wantedNotice(situation, known)
  const stale = notices.filter(
    (c) => isWaiting(c) && c.message !== (isLate(situation) ? 'late-notice' : 'late-notice-undone'),
  )
  const dropped = stale.flatMap((c) => dropContact(c, whyNothing(situation), now))
  const underWay = notices.some((c) => isWaiting(c) && c.message === wanted)
  if (wanted === undefined || underWay) return dropped
  return [...dropped, notice(picture, wanted, notices.length + 1, now, newId)]
}

/** What they must learn now, given what they know; a time that merely moved is not told again. */
function wantedNotice(situation: Situation, known: string | undefined): Notice | undefined {
  if (isLate(situation)) return known === 'late-notice' ? undefined : 'late-notice'
  return known === 'late-notice' && situation.nothingReported ? 'late-notice-undone' : undefined
}

function isLate({ late, contactAllowed }: Situation): boolean {
  return late && contactAllowed
}

function notice(picture: VisitPicture, message: Notice, n: number, now: Instant, newId: NewId): Change {
  const { visit, matter } = picture
  const contact: NewContact = {
    ...placeOf(visit),
    id: contactId(newId()),
    matterId: matter?.id,
    visitId: visit.id,
    party: { kind: 'manager', id: visit.branch.responsible?.id ?? '' },
    message,
    details: {},
    subject: `visit ${visit.id} notice ${n}`,
    class: SLOT_CLASS.notice,
    riskAt: riskOf(visit).riskAt,
    createdAt: now,
    nextDueAt: now,
    validUntil: undefined,
  }
  return { kind: 'contact-added', contact }
}

/** Told, or on its way where it cannot be called back any more; what came to nothing was not learned. */
function mayBeKnown(contact: ContactFacts): boolean {
  const outThere = (a: AttemptFacts) =>
    a.state === 'ended' ? mayBeBelieved(a.grade ?? gradeOf(a)) : isOpen(a) && a.state !== 'planned'
  return contact.toldAt !== undefined || contact.attempts.some(outThere)
}
