import type { Change, ContactDetails } from '../../cellar/change.ts'
import type { Instant } from '../../cellar/local-time.ts'
import type { TextName } from '../../contact/text-words.ts'
import type { SaidBy } from '../../lateness/fact-about.ts'
import { officeItem, promisedTime } from '../../office-list/new-item.ts'
import type { ItemKind } from '../../office-list/new-item.ts'
import { shortName } from '../../rota/names.ts'
import type { CareWorkerFacts, VisitFacts } from '../../rota/visit-facts.ts'
import { currentPlan } from '../../rota/visit-now.ts'
import type { Incoming } from './sender.ts'
import { answer } from './sender.ts'

/** A text of a known care worker, understood and ready to be acted upon. */
export interface FromCareWorker {
  incoming: Incoming
  /** who says it, and is answered */
  careWorker: CareWorkerFacts
  /** the visits it may be about: their own, or of whom they stand in for */
  visits: VisitFacts[]
  by: SaidBy
  /** which of the text's facts it is, from 1: facts and answers are stored once by text and number */
  n: number
  /** not the number's only owner about their own visits: whose visits, and who says it, go with what is asked now */
  onBehalf?: { visitsOf: string; saidBy: string } | undefined
  /** visits that were looked at already for an earlier fact of the same text */
  decided?: ReadonlySet<VisitFacts['id']>
}

/** How soon a human acts: a phone rings now, half-way to ten minutes, or in time for the promise. */
export type Urgency = 'at-once' | 'soon' | 'promised'

const WITHIN_MS = 10 * 60_000

/** By when a human acts, which is what the sender is promised, and when a phone rings so that it can be kept. */
export function dueTimes(urgency: Urgency, now: Instant): { dueAt: Instant; ringAt?: Instant } {
  if (urgency === 'promised') return { dueAt: promisedTime(now) }
  return { dueAt: now + WITHIN_MS, ...(urgency === 'at-once' ? { ringAt: now } : {}) }
}

/**
 * Kept as it was written, answered with the truth, and on the office list. The time that is promised is the item's own
 * due time: it is kept because a phone rings for the item.
 */
export function theOfficeHasIt(
  from: FromCareWorker,
  kind: ItemKind,
  text: TextName,
  urgency: Urgency = 'promised',
  details: ContactDetails = {},
): Change[] {
  const due = dueTimes(urgency, from.incoming.tx.now)
  return [itemFor(from, kind, due, details), replyTo(from, text, { ...details, by: due.dueAt })]
}

/** One item of the office list about this text. */
export function itemFor(
  { incoming, careWorker, n }: FromCareWorker,
  kind: ItemKind,
  due: { dueAt: Instant; ringAt?: Instant },
  details: ContactDetails = {},
): Change {
  const { place, delivery, tx, newId } = incoming
  const about = { careWorker: careWorker.knownAs, delivery: delivery.id, ...details }
  const subject = n === 1 ? `text ${delivery.id}` : `text ${delivery.id} fact ${n}`
  return officeItem(place, { kind, details: about, number: incoming.from, subject, ...due }, tx.now, newId)
}

/** The one answer to a care worker's text. */
export function replyTo({ incoming, careWorker, n }: FromCareWorker, text: TextName, details: ContactDetails): Change {
  const subject = n === 1 ? undefined : `text ${incoming.delivery.id} fact ${n}`
  const party = { kind: 'care-worker', id: careWorker.id } as const
  return answer(incoming, party, text, { me: careWorker.knownAs, ...details }, subject)
}

/** The details that name a visit in an answer. */
export function visitDetails(visit: VisitFacts): ContactDetails {
  return { person: shortName(visit.serviceUser), planned: currentPlan(visit).plannedStart }
}
