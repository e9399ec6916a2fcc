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

/**
 * What can lie on the office list, each with what its sentence may name. The sentences, said to the manager who is rung,
 * stand in `voice-flows/words/office-list.en.yaml`, where a care manager may change them. A new kind needs a line here and
 * a sentence there; `lateline flows check` finds what is missing.
 */
export const ITEM_KINDS = {
  'not-logged-in': ['person', 'time'],
  'one-of-two-missing': ['careWorker', 'person', 'time'],
  'waits-for-word': ['person'],
  'log-in-unmatched': ['why'],
  'feed-silent': ['why'],
  'tomorrow-unallocated': ['why'],
  'tomorrow-impossible': ['why'],
  'no-log-in-found': ['person', 'time'],
  'could-not-be-told': ['person'],
  'believes-old-time': ['person', 'time'],
  'text-not-delivered': ['person'],
  'notice-not-delivered': ['person'],
  'unknown-text': [],
  'care-worker-text': ['careWorker'],
  'household-text': ['person'],
  'late-without-minutes': ['careWorker', 'person', 'time'],
  'late-without-visit': ['careWorker'],
  'whose-visit': ['careWorker'],
  'needs-cover': ['careWorker', 'person', 'time'],
  missed: ['careWorker', 'person'],
  'cannot-attend': ['careWorker', 'person', 'time'],
  sick: ['careWorker'],
  'colleague-away': ['careWorker', 'other'],
  'found-missed': ['careWorker', 'person'],
  'no-reply': ['careWorker', 'person'],
  frustrated: ['careWorker', 'person'],
  'needs-more-time': ['careWorker', 'person'],
  'needs-less-time': ['careWorker', 'person'],
  bereavement: ['careWorker', 'person'],
  'household-bereavement': ['person'],
  'nobody-has-come': ['person'],
  'wants-someone-else': ['person', 'careWorker'],
  'whose-call': ['person'],
  'in-somebodys-name': ['careWorker'],
  'standing-in': ['careWorker', 'person', 'other'],
  'household-cry': ['person'],
  'unknown-cry': [],
  'cry-for-help': ['careWorker'],
  'ring-back': ['person'],
  'withheld-call': [],
  'opted-out': ['careWorker'],
  'household-opted-out': ['person'],
  'care-worker-call': ['person', 'why'],
  'line-needs-a-human': [],
  'on-call-gap': ['time', 'until'],
  'on-call-tier-empty': ['tier', 'time'],
  'on-call-no-number': ['person', 'time'],
  'on-call-not-verified': ['person', 'time'],
  'phone-not-taken': ['person', 'time'],
} as const satisfies Record<string, readonly ItemValue[]>

export type ItemKind = keyof typeof ITEM_KINDS
/** What a sentence may name: details of an item. */
export type ItemValue = 'person' | 'careWorker' | 'other' | 'time' | 'until' | 'tier' | 'why'

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
