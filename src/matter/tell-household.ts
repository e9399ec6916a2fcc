import type { Change, NewContact, Party } from '../cellar/change.ts'
import { contactId } from '../cellar/ids.ts'
import type { Instant } from '../cellar/local-time.ts'
import type { NewId } from '../cellar/ports.ts'
import type { ContactFacts } from '../contact/attempt-facts.ts'
import { dropContact } from '../contact/decide-contact.ts'
import { SLOT_CLASS } from '../contact/slot-class.ts'
import type { Situation } from '../lateness/situation.ts'
import type { Telling } from '../lateness/who-must-know.ts'
import { whatToTell } from '../lateness/who-must-know.ts'
import type { VisitPicture } from './matter-facts.ts'
import { placeOf } from './matter-facts.ts'
import { riskOf } from './risk.ts'

export interface HouseholdTelling {
  changes: Change[]
  /** somebody is still to be told */
  open: boolean
}

/**
 * Sees to it that the service user's household learns the expected start: one open contact while there is something
 * to learn, none when there is not. Its words are made when they are spoken, so a newer time needs no new contact.
 */
export function tellHousehold(picture: VisitPicture, situation: Situation, now: Instant, newId: NewId): HouseholdTelling {
  const etas = picture.contacts.filter((c) => c.message === 'eta')
  const open = etas.filter((c) => c.toldAt === undefined && c.droppedAt === undefined)
  const telling = whatToTell(situation, lastToldOf(etas))
  if (telling.kind === 'nothing') {
    return { changes: open.flatMap((c) => dropContact(c, whyNothing(situation), now)), open: false }
  }
  if (open.length > 0) return { changes: [], open: true }
  return { changes: [{ kind: 'contact-added', contact: etaContact(picture, situation, telling, now, newId) }], open: true }
}

/** What was told last: the words' own claim, kept with the contact when it was told. */
function lastToldOf(etas: ContactFacts[]): { start: Instant } | undefined {
  const last = etas.filter((c) => c.toldAt !== undefined).toSorted((a, b) => (a.toldAt ?? 0) - (b.toldAt ?? 0)).at(-1)
  const start = last?.details['saidStart']
  return typeof start === 'number' ? { start } : undefined
}

function etaContact(
  { visit, matter, contacts }: VisitPicture,
  situation: Situation,
  telling: Exclude<Telling, { kind: 'nothing' }>,
  now: Instant,
  newId: NewId,
): NewContact {
  const tellings = contacts.filter((c) => c.message === 'eta').length
  const party: Party = { kind: 'service-user', id: visit.serviceUser.id }
  return {
    ...placeOf(visit),
    id: contactId(newId()),
    matterId: matter?.id,
    visitId: visit.id,
    party,
    message: 'eta',
    details: {},
    subject: `visit ${visit.id} telling ${tellings + 1}`,
    class: SLOT_CLASS.telling,
    riskAt: riskOf(visit).riskAt,
    createdAt: now,
    nextDueAt: now,
    // a time of arrival is worth telling until it has come; a correction a little longer
    validUntil: Math.max(telling.start, situation.plan.plannedStart, now + 10 * 60_000),
  }
}

/** Why nobody needs to be told any more, as the record prints it. */
export function whyNothing(situation: Situation): string {
  if (!situation.contactAllowed) return 'the visit is not to take place'
  return situation.arrivedAt === undefined ? 'the time is the planned one again' : 'the care worker is there'
}
