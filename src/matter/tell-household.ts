import type { Change, NewContact, Party } from '../cellar/change.ts'
import { contactId } from '../cellar/ids.ts'
import type { Instant } from '../cellar/local-time.ts'
import type { PhoneNumber } from '../cellar/phone-number.ts'
import type { NewId } from '../cellar/ports.ts'
import type { ContactFacts } from '../contact/attempt-facts.ts'
import { isWaiting } from '../contact/attempt-facts.ts'
import { beliefsOf, lastToldOf } from '../contact/beliefs.ts'
import { dropContact } from '../contact/decide-contact.ts'
import { SLOT_CLASS } from '../contact/slot-class.ts'
import type { Situation } from '../lateness/situation.ts'
import type { Telling } from '../lateness/who-must-know.ts'
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

/** Somebody who is to be told: the household in the order of their plan, or one number that believes something else. */
interface Listener {
  party: Party
  number: PhoneNumber | undefined
  telling: Telling
}

/**
 * Sees to it that the service user's household learns the expected start: one open contact while there is something
 * to learn, none when there is not, and one more for each further number that was told another time. The words are made
 * when they are spoken, so a newer time needs no new contact.
 */
export function tellHousehold(
  picture: VisitPicture,
  situation: Situation,
  now: Instant,
  newId: NewId,
): HouseholdTelling {
  const etas = picture.contacts.filter((c) => c.message === 'eta')
  const listeners = listenersOf(picture, etas, situation)
  const results = listeners.map((listener) => tellOne(listener, picture, etas, situation, now, newId))
  // a number that was told by way of the household's order needs no contact of its own any more
  const left = etas.filter((c) => isWaiting(c) && !listeners.some((l) => l.number === c.number))
  const dropped = left.flatMap((c) => dropContact(c, whyNothing(situation), now))
  return { changes: [...results.flatMap((r) => r.changes), ...dropped], open: results.some((r) => r.open) }
}

function listenersOf({ visit }: VisitPicture, etas: ContactFacts[], situation: Situation): Listener[] {
  const lastTold = lastToldOf(etas)
  const household: Listener = {
    party: { kind: 'service-user', id: visit.serviceUser.id },
    number: undefined,
    telling: whatToTell(situation, lastTold),
  }
  const others = beliefsOf(etas)
    .filter((belief) => belief.number !== lastTold?.number)
    .map(({ party, number, start }) => ({ party, number, telling: whatToTell(situation, { start }) }))
  return [household, ...others]
}

function tellOne(
  { party, number, telling }: Listener,
  picture: VisitPicture,
  etas: ContactFacts[],
  situation: Situation,
  now: Instant,
  newId: NewId,
): HouseholdTelling {
  const open = etas.filter((c) => c.number === number && isWaiting(c))
  if (telling.kind === 'nothing') {
    return { changes: open.flatMap((c) => endTelling(c, picture, situation, now, newId)), open: false }
  }
  const { start } = telling
  if (open.length > 0) return { changes: open.flatMap((c) => validUntil(c, start)), open: true }
  const told = etas.filter((c) => c.number === number).length
  const subject = `visit ${picture.visit.id} telling ${told + 1}${number === undefined ? '' : ` at ${number}`}`
  const contact: NewContact = {
    ...placeOf(picture.visit),
    id: contactId(newId()),
    matterId: picture.matter?.id,
    visitId: picture.visit.id,
    party,
    ...(number === undefined ? {} : { number }),
    message: 'eta',
    details: {},
    subject,
    class: SLOT_CLASS.telling,
    riskAt: riskOf(picture.visit).riskAt,
    createdAt: now,
    nextDueAt: now,
    // a time of arrival is worth telling until it has come
    validUntil: start,
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
  const ranOut = situation.contactAllowed && situation.arrivedAt === undefined && situation.timeHasPassed
  const forHuman = ranOut ? couldNotBeTold(contact, picture, now, newId) : []
  return [...dropContact(contact, whyNothing(situation), now), ...forHuman]
}

function validUntil(contact: ContactFacts, start: Instant): Change[] {
  return contact.validUntil === start ? [] : [{ kind: 'contact-valid-until', id: contact.id, validUntil: start }]
}

/** Why nobody needs to be told any more, as the record prints it. */
export function whyNothing(situation: Situation): string {
  if (!situation.contactAllowed) return 'the visit is not to take place'
  if (situation.arrivedAt !== undefined) return 'the care worker is there'
  return situation.timeHasPassed ? 'its time had passed' : 'they know the time'
}
