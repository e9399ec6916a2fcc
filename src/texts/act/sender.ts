import type { Change, ContactDetails, Party } from '../../cellar/change.ts'
import { contactId } from '../../cellar/ids.ts'
import type { PhoneNumber } from '../../cellar/phone-number.ts'
import type { NewId } from '../../cellar/ports.ts'
import { SLOT_CLASS } from '../../contact/slot-class.ts'
import type { TextName } from '../../contact/text-words.ts'
import type { BranchPlace, DeliveryFacts, KnownPerson, Loading, OpenQuestion } from '../../matter/act/store.ts'

/** One text that came in, and everything that is known of whoever sent it. */
export interface Incoming {
  tx: Loading
  delivery: DeliveryFacts
  place: BranchPlace
  from: PhoneNumber
  body: string
  people: KnownPerson[]
  question: OpenQuestion | undefined
  newId: NewId
}

/** An answer to whoever wrote, as a contact: its text goes out as an attempt, like everything that is sent. */
export function answer(
  incoming: Incoming,
  party: Party,
  text: TextName,
  details: ContactDetails,
  subject?: string,
): Change {
  const { tx, delivery, place, from, newId } = incoming
  return {
    kind: 'contact-added',
    contact: {
      agencyId: place.agencyId,
      branchId: place.branchId,
      id: contactId(newId()),
      matterId: undefined,
      visitId: undefined,
      party,
      number: from,
      message: 'answer',
      details: { text, ...details },
      subject: subject ?? `text ${delivery.id}`,
      class: text === 'emergency' ? SLOT_CLASS.help : SLOT_CLASS.answer,
      riskAt: tx.now,
      createdAt: tx.now,
      nextDueAt: tx.now,
      validUntil: tx.now + 2 * 60 * 60_000,
    },
  }
}
