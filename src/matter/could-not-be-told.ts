import type { Change } from '../cellar/change.ts'
import type { Instant } from '../cellar/local-time.ts'
import type { PhoneNumber } from '../cellar/phone-number.ts'
import type { NewId } from '../cellar/ports.ts'
import type { ContactFacts } from '../contact/attempt-facts.ts'
import { outdatedBeliefs } from '../contact/beliefs.ts'
import type { Situation } from '../lateness/situation.ts'
import type { ItemKind } from '../office-list/new-item.ts'
import { officeItem, promisedTime } from '../office-list/new-item.ts'
import { shortName } from '../rota/names.ts'
import type { VisitPicture } from './matter-facts.ts'
import { oldTimeBelieved } from './old-time-believed.ts'
import { newsAbout } from './news-about.ts'

/** What a human is told when nobody could be reached with a message; what is not listed needs no human. */
const ITEM_FOR: Record<string, ItemKind> = {
  eta: 'could-not-be-told',
  answer: 'text-not-delivered',
  'late-notice': 'notice-not-delivered',
  'late-notice-undone': 'notice-not-delivered',
}

/**
 * Somebody could not be told: from here a human has it too, while the line goes on trying. At once where a service user
 * waits in ignorance, or for a time that does not hold; by the promised time where a text to staff did not arrive. Made
 * once for what there was to tell: a newer time that could not be told either is a human's task again.
 */
export function couldNotBeTold(
  contact: ContactFacts,
  about: { picture: VisitPicture; situation: Situation } | undefined,
  now: Instant,
  newId: NewId,
): Change[] {
  const kind = ITEM_FOR[contact.message]
  if (kind === undefined || hasTheirTextAnyway(contact)) return []
  if (contact.message === 'eta' && about !== undefined) {
    const outdated = outdatedBeliefs(about.picture.contacts, about.situation)
    if (outdated.length > 0) return oldTimeBelieved(about.picture, outdated, now, newId)
    // taken back before anybody heard of it: there is nothing that they would have to be told
    if (about.situation.nothingReported) return []
  }
  if (isOnTheList(contact, kind, about?.picture)) return []
  const visit = about?.picture.visit
  const number = numberToRing(contact, about?.picture)
  const wanted = {
    kind,
    details: { person: visit === undefined ? whoWrote(contact) : shortName(visit.serviceUser) },
    ...(contact.visitId === undefined ? {} : { visitId: contact.visitId }),
    ...(contact.matterId === undefined ? {} : { matterId: contact.matterId }),
    ...(number === undefined ? {} : { number }),
    subject: `contact ${contact.id}${visit === undefined ? '' : ` ${newsAbout(visit)}`}`,
    dueAt: kind === 'could-not-be-told' ? now : promisedTime(now),
  }
  return [officeItem(contact, wanted, now, newId)]
}

/** While nobody has taken the item about this person, its phone rings: a second one would only ring beside it. */
function isOnTheList({ message }: ContactFacts, kind: ItemKind, picture: VisitPicture | undefined): boolean {
  return message === 'eta' && (picture?.items.some((item) => item.kind === kind && !item.done) ?? false)
}

/** An answer to somebody we do not know: their text itself lies on the office list, with their number. */
function hasTheirTextAnyway({ message, party }: ContactFacts): boolean {
  return message === 'answer' && party.kind === 'unknown'
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
