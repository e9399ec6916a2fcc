import type { Change, NewContact } from '../cellar/change.ts'
import { contactId } from '../cellar/ids.ts'
import type { Instant } from '../cellar/local-time.ts'
import type { NewId } from '../cellar/ports.ts'
import type { ContactFacts } from '../contact/attempt-facts.ts'
import { dropContact } from '../contact/decide-contact.ts'
import { SLOT_CLASS } from '../contact/slot-class.ts'
import type { Situation } from '../lateness/situation.ts'
import type { PersonFacts } from '../rota/visit-facts.ts'
import type { VisitPicture } from './matter-facts.ts'
import { placeOf } from './matter-facts.ts'
import { riskOf } from './risk.ts'
import { whyNothing } from './tell-household.ts'

/** P-067: the responsible person learns of every late visit, and that a report was taken back once they know of it. */
export function tellResponsible(picture: VisitPicture, situation: Situation, now: Instant, newId: NewId): Change[] {
  const { responsible } = picture.visit.branch
  if (responsible === undefined) return []
  const notices = picture.contacts.filter((c) => c.message === 'late-notice')
  if (situation.late && situation.contactAllowed) {
    return notices.length > 0 ? [] : [notice(picture, responsible, 'late-notice', now, newId)]
  }
  if (!notices.some(reached)) return notices.filter(isWaiting).flatMap((c) => dropContact(c, whyNothing(situation), now))
  const corrected = picture.contacts.some((c) => c.message === 'late-notice-undone')
  const undone = situation.lateReport === undefined && !corrected
  return undone ? [notice(picture, responsible, 'late-notice-undone', now, newId)] : []
}

function notice(picture: VisitPicture, to: PersonFacts, message: string, now: Instant, newId: NewId): Change {
  const contact: NewContact = {
    ...placeOf(picture.visit),
    id: contactId(newId()),
    matterId: picture.matter?.id,
    visitId: picture.visit.id,
    party: { kind: 'manager', id: to.id },
    message,
    details: {},
    subject: `visit ${picture.visit.id}`,
    class: SLOT_CLASS.notice,
    riskAt: riskOf(picture.visit).riskAt,
    createdAt: now,
    nextDueAt: now,
    validUntil: undefined,
  }
  return { kind: 'contact-added', contact }
}

function isWaiting(contact: ContactFacts): boolean {
  return contact.toldAt === undefined && contact.droppedAt === undefined
}

/** Told, or on its way where it cannot be called back any more. */
function reached(contact: ContactFacts): boolean {
  return contact.toldAt !== undefined || contact.attempts.some((a) => a.state !== 'planned' && a.state !== 'cancelled')
}
