import type { Change, ContactDetails, Place } from '../cellar/change.ts'
import { officeItemId } from '../cellar/ids.ts'
import type { MatterId, VisitId } from '../cellar/ids.ts'
import type { Instant } from '../cellar/local-time.ts'
import type { NewId } from '../cellar/ports.ts'

export interface Wanted {
  kind: ItemKind
  details?: ContactDetails
  visitId?: VisitId
  matterId?: MatterId
  number?: string
  /** an item of a kind is made once for a subject */
  subject: string
  dueAt: Instant
  /** a phone rings then; where it is left out, early enough that the promise can be kept */
  ringAt?: Instant
}

/** What can lie on the office list, and how it is said: to the manager who is rung, in one sentence without a stop. */
export const ITEM_KINDS = {
  'not-logged-in': 'Nobody has logged in at {person}, expected at {time}',
  'could-not-be-told': '{person} could not be told that the visit is late',
  'believes-old-time': '{person} was told to expect somebody at {time}, and that does not hold any more',
  'text-not-delivered': 'A text to {person} could not be delivered',
  'notice-not-delivered': 'The responsible person could not be told that the visit to {person} is late',
  'unknown-text': 'A text came from a number we do not know',
  'care-worker-text': 'A text from {careWorker} needs a person',
  'household-text': 'A text about {person} needs a person',
  'late-without-minutes': '{careWorker} is late for {person}, planned {time}, and has not said how late',
  'late-without-visit': '{careWorker} wrote about a visit and has not said which',
  'whose-visit': '{careWorker} wrote about a visit and has not said whose it is',
  'needs-cover': '{careWorker} will be very late for {person}, planned {time}, and somebody else may have to go',
  missed: '{careWorker} says that a visit to {person} was missed',
  'cannot-attend': '{careWorker} cannot do the visit to {person}, planned {time}',
  sick: '{careWorker} is sick, and their visits need somebody else',
  'found-missed': '{careWorker} found that an earlier visit to {person} did not take place',
  'no-reply': '{careWorker} is at the door of {person}, and nobody answers',
  frustrated: '{careWorker} says that the visit to {person} could not be done',
  'needs-more-time': '{careWorker} needs more time with {person} than is planned',
  'needs-less-time': '{careWorker} needs less time with {person} than is planned',
  bereavement: '{careWorker} says that {person} has died, and the line does not contact the household',
  'household-bereavement':
    'A text about {person} says that somebody has died, and the line does not contact the household',
  'nobody-has-come': 'A text says that nobody has come to {person}',
  'in-somebodys-name': 'A text from another phone says that it is from {careWorker}',
  'standing-in': '{careWorker} does the visit to {person} in place of {other}, and the rota is to say so',
  'household-cry': 'A text about {person} asks for help now',
  'unknown-cry': 'A text from a number we do not know asks for help now',
  'cry-for-help': 'A text from {careWorker} asks for help now',
  'ring-back': '{person} rang and is to be rung back',
  'withheld-call': 'Somebody who hides their number rang, and nobody took the call',
  'opted-out': '{careWorker} cannot be texted any more',
  'household-opted-out': '{person} wants no more texts, and is rung from now on',
  'care-worker-call': '{person} rang and {why}',
  'line-needs-a-human': 'The line could not go on by itself and needs a person',
} as const

export type ItemKind = keyof typeof ITEM_KINDS

/** How soon the office promises to act when nothing is urgent. */
const PROMISE_MINUTES = 20
/** A phone that rings when the promised time has come is too late to keep the promise: it rings so long before, or half-way. */
const RING_BEFORE_MS = 10 * 60_000

/** The next time on a whole five minutes, at least 20 minutes from now: easy to say, and easy to keep. */
export function promisedTime(now: Instant): Instant {
  const five = 5 * 60_000
  return Math.ceil((now + PROMISE_MINUTES * 60_000) / five) * five
}

export function officeItem(place: Place, wanted: Wanted, now: Instant, newId: NewId): Change {
  const { kind, details, visitId, matterId, number, subject, dueAt, ringAt } = wanted
  return {
    kind: 'office-item-added',
    item: {
      agencyId: place.agencyId,
      branchId: place.branchId,
      id: officeItemId(newId()),
      kind,
      what: ITEM_KINDS[kind],
      details: details ?? {},
      visitId,
      matterId,
      number,
      subject,
      createdAt: now,
      dueAt,
      ringAt: ringAt ?? dueAt - Math.min(RING_BEFORE_MS, Math.max(0, dueAt - now) / 2),
    },
  }
}
