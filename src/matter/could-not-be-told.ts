import type { Change } from '../cellar/change.ts'
import type { Instant } from '../cellar/local-time.ts'
import type { PhoneNumber } from '../cellar/phone-number.ts'
import type { NewId } from '../cellar/ports.ts'
import type { ContactFacts } from '../contact/attempt-facts.ts'
import type { ItemKind } from '../office-list/new-item.ts'
import { officeItem, promisedTime } from '../office-list/new-item.ts'
import { shortName } from '../rota/names.ts'
import type { VisitPicture } from './matter-facts.ts'

/** What a human is told when nobody could be reached with a message; what is not listed needs no human. */
const ITEM_FOR: Record<string, ItemKind> = {
  eta: 'could-not-be-told',
  answer: 'text-not-delivered',
  'late-notice': 'notice-not-delivered',
  'late-notice-undone': 'notice-not-delivered',
}

/**
 * Somebody could not be told: from here a human has it too, while the line goes on trying. At once where a service user
 * waits in ignorance; by the promised time where a text to staff did not arrive. Made once for a contact.
 */
export function couldNotBeTold(
  contact: ContactFacts,
  picture: VisitPicture | undefined,
  now: Instant,
  newId: NewId,
): Change[] {
  const kind = ITEM_FOR[contact.message]
  if (kind === undefined) return []
  const number = numberToRing(contact, picture)
  const wanted = {
    kind,
    details: { person: picture === undefined ? whoWrote(contact) : shortName(picture.visit.serviceUser) },
    ...(contact.visitId === undefined ? {} : { visitId: contact.visitId }),
    ...(contact.matterId === undefined ? {} : { matterId: contact.matterId }),
    ...(number === undefined ? {} : { number }),
    subject: `contact ${contact.id}`,
    dueAt: kind === 'could-not-be-told' ? now : promisedTime(now),
  }
  return [officeItem(contact, wanted, now, newId)]
}

/** Whoever takes it rings this number: the one that could not be reached, or the service user's own. */
function numberToRing(contact: ContactFacts, picture: VisitPicture | undefined): PhoneNumber | undefined {
  return contact.number ?? (contact.message === 'eta' ? picture?.visit.serviceUser.numbers[0]?.number : undefined)
}

/** An answer goes back to whoever wrote; their name stands in it where we know it. */
function whoWrote(contact: ContactFacts): string {
  const { me } = contact.details
  return typeof me === 'string' ? me : 'somebody who wrote to the line'
}
