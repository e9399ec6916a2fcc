import type { ContactDetails } from '../../cellar/change.ts'
import type { Instant } from '../../cellar/local-time.ts'
import type { NewId } from '../../cellar/ports.ts'
import type { AttemptFacts, ContactFacts } from '../../contact/attempt-facts.ts'
import type { BranchPlace, DutyNumber, KnownPerson } from '../../matter/act/store.ts'
import type { VisitPicture } from '../../matter/matter-facts.ts'
import type { OfficeItemFacts } from '../../office-list/item.ts'
import type { CallFacts } from '../call-facts.ts'
import type { CallerTalk } from '../../no-show-line/act/load-caller.ts'
import type { Talk } from './talk.ts'

/** Everything that a call's facts, words and actions are made of, as it is at this turn. */
export interface Conversation {
  call: CallFacts
  place: BranchPlace
  now: Instant
  newId: NewId
  /** what the call was made for; absent for one that came in */
  contact: ContactFacts | undefined
  attempt: AttemptFacts | undefined
  picture: VisitPicture | undefined
  item: OfficeItemFacts | undefined
  /** the codes that were given out for the matter that this call is about */
  codes: { code: string; partyId: string }[]
  /** everybody known by the number on the other end */
  people: KnownPerson[]
  /** who is on the other end, for whoever takes the call over */
  callerName: string
  /** of the call that whispers: who waits */
  parent: CallFacts | undefined
  /** of a care worker's own call */
  talk: Talk | undefined
  /** of a household's call to the line, and of the call that rings them back */
  caller: CallerTalk | undefined
  /** whom to ring when a person is needed, first first; loaded for a care worker's call */
  duty: DutyNumber[]
  /** what the waiting call was made for: items about that are done once the two speak */
  parentContact: ContactFacts | undefined
}

/** What the words of a turn claim, to be kept with the attempt. */
export type Claims = ContactDetails | undefined
