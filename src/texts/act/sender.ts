import type { Change, ContactDetails, NewContact, Party } from '../../cellar/change.ts'
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
  return toSender(incoming, party, {
    message: 'answer',
    details: { text, ...details },
    class: text === 'emergency' ? SLOT_CLASS.help : SLOT_CLASS.answer,
    ...(subject === undefined ? {} : { subject }),
  })
}

/** What is said about one's own text is worth sending or ringing for so long. */
const WORTH_SAYING_MS = 2 * 60 * 60_000

/** Something that the number which wrote is to learn now, by text or by call. */
export function toSender(
  { tx, delivery, place, from, newId }: Incoming,
  party: Party,
  wanted: Pick<NewContact, 'message' | 'details' | 'class'> & { subject?: string },
): Change {
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
      subject: `text ${delivery.id}`,
      ...wanted,
      riskAt: tx.now,
      createdAt: tx.now,
      nextDueAt: tx.now,
      validUntil: tx.now + WORTH_SAYING_MS,
    },
  }
}

export type Household = Extract<KnownPerson, { kind: 'service-user' | 'service-user-contact' }>

export function isHousehold(person: KnownPerson): person is Household {
  return person.kind === 'service-user' || person.kind === 'service-user-contact'
}
