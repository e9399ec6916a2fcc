import type { Change, NewContact } from '../cellar/change.ts'
import { contactId } from '../cellar/ids.ts'
import type { Instant } from '../cellar/local-time.ts'
import type { NewId } from '../cellar/ports.ts'
import { isWaiting } from '../contact/attempt-facts.ts'
import { dropContact } from '../contact/decide-contact.ts'
import { SLOT_CLASS } from '../contact/slot-class.ts'
import type { Situation } from '../lateness/situation.ts'
import type { VisitPicture } from './matter-facts.ts'
import { placeOf } from './matter-facts.ts'
import { riskOf } from './risk.ts'

/** What the household is told when nobody is there and nobody knows why. */
export const NOT_LOGGED_IN = 'not-logged-in'

/** It is the truth for so long; whoever could not be reached by then is with a human. */
const TRUE_FOR_MS = 60 * 60_000

/**
 * Whoever waits is told what is known and no more: that nobody has logged in yet, and that the office is finding out
 * (P-033, care-practice 3.3). Once for each time it is found; taken back as soon as it is not true any more. A household
 * that has said itself that nobody came need not be told.
 */
export function tellNotLoggedIn(picture: VisitPicture, situation: Situation, now: Instant, newId: NewId): Change[] {
  const { visit, matter } = picture
  const { unexplained, contactAllowed } = situation
  const told = picture.contacts.filter((c) => c.message === NOT_LOGGED_IN)
  const since = unexplained?.why === 'no-show-report' || !contactAllowed ? undefined : unexplained?.since
  const subject = `visit ${visit.id} since ${since ?? ''}`
  const stale = told.filter((c) => isWaiting(c) && c.subject !== subject)
  const dropped = stale.flatMap((c) => dropContact(c, 'it is known how the visit stands', now))
  if (since === undefined || matter === undefined || told.some((c) => c.subject === subject)) return dropped
  const contact: NewContact = {
    ...placeOf(visit),
    id: contactId(newId()),
    matterId: matter.id,
    visitId: visit.id,
    party: { kind: 'service-user', id: visit.serviceUser.id },
    message: NOT_LOGGED_IN,
    details: {},
    subject,
    class: SLOT_CLASS.telling,
    riskAt: riskOf(visit).riskAt,
    createdAt: now,
    nextDueAt: now,
    validUntil: now + TRUE_FOR_MS,
  }
  return [...dropped, { kind: 'contact-added', contact }]
}
