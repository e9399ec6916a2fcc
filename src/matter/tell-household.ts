import type { Change, NewContact } from '../cellar/change.ts'
import { contactId } from '../cellar/ids.ts'
import type { Instant } from '../cellar/local-time.ts'
import type { NewId } from '../cellar/ports.ts'
import type { ContactFacts } from '../contact/attempt-facts.ts'
import { isWaiting } from '../contact/attempt-facts.ts'
import { lastToldOf, wrongBeliefs } from '../contact/beliefs.ts'
import { dropContact } from '../contact/decide-contact.ts'
import { SLOT_CLASS } from '../contact/slot-class.ts'
import type { Situation } from '../lateness/situation.ts'
import { whatToTell } from '../lateness/who-must-know.ts'
import { couldNotBeTold } from './could-not-be-told.ts'
import type { VisitPicture } from './matter-facts.ts'
import { placeOf } from './matter-facts.ts'
import { riskOf } from './risk.ts'

export interface HouseholdTelling {
  changes: Change[]
  /** somebody is still to be told */
  open: boolean
}

/**
 * Sees to it that the service user's household learns the expected start: one open contact while there is something to
 * learn, or while anybody believes a time that does not hold any more, and none otherwise. Its words are made when they
 * are spoken, so a newer time needs no new contact.
 */
export function tellHousehold(
  picture: VisitPicture,
  situation: Situation,
  now: Instant,
  newId: NewId,
): HouseholdTelling {
  const etas = picture.contacts.filter((c) => c.message === 'eta')
  const open = etas.filter(isWaiting)
  const news = whatToTell(situation, lastToldOf(etas)).kind !== 'nothing'
  if (!news && wrongBeliefs(etas, situation).length === 0) {
    return { changes: open.flatMap((c) => endTelling(c, picture, situation, now, newId)), open: false }
  }
  const { expectedStart } = situation
  if (open.length > 0) return { changes: open.flatMap((c) => newTimeFor(c, expectedStart, now)), open: true }
  const contact: NewContact = {
    ...placeOf(picture.visit),
    id: contactId(newId()),
    matterId: picture.matter?.id,
    visitId: picture.visit.id,
    party: { kind: 'service-user', id: picture.visit.serviceUser.id },
    message: 'eta',
    details: {},
    subject: `visit ${picture.visit.id} telling ${etas.length + 1}`,
    class: SLOT_CLASS.telling,
    riskAt: riskOf(picture.visit).riskAt,
    createdAt: now,
    nextDueAt: now,
    // a time of arrival is worth telling until it has come
    validUntil: expectedStart,
  }
  return { changes: [{ kind: 'contact-added', contact }], open: true }
}

/** Nobody needs to be told any more; but where the time ran out before anybody was, a human has to. */
function endTelling(
  contact: ContactFacts,
  picture: VisitPicture,
  situation: Situation,
  now: Instant,
  newId: NewId,
): Change[] {
  const { contactAllowed, arrivedAt, timeHasPassed, notComing } = situation
  const ranOut = contactAllowed && arrivedAt === undefined && notComing === undefined && timeHasPassed
  const forHuman = ranOut ? couldNotBeTold(contact, { picture, situation }, now, newId) : []
  return [...dropContact(contact, whyNothing(situation), now), ...forHuman]
}

/** An open contact tells the newer time; one that had run through its order begins it again at once, for new words. */
function newTimeFor(contact: ContactFacts, start: Instant, now: Instant): Change[] {
  if (contact.validUntil === start) return []
  const valid: Change = { kind: 'contact-valid-until', id: contact.id, validUntil: start }
  if (contact.exhaustedAt === undefined) return [valid]
  const details = { ...contact.details, freshAt: now }
  return [valid, { kind: 'contact-moved', id: contact.id, nextDueAt: now, details }]
}

/** Why nobody needs to be told any more, as the record prints it. */
export function whyNothing(situation: Situation): string {
  if (!situation.contactAllowed) return 'the visit is not to take place'
  if (situation.arrivedAt !== undefined) return 'the care worker is there'
  if (situation.notComing !== undefined) return 'the care worker is not coming'
  return situation.timeHasPassed ? 'its time had passed' : 'they know the time'
}
