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
  careWorker: CareWorkerFacts
  visits: VisitFacts[]
  by: SaidBy
  /** which of the text's facts it is, from 1: facts and answers are stored once by text and number */
  n: number
}

/** Where a phone rings at once, the sender is rung within this time. */
const AT_ONCE_MS = 10 * 60_000

/** Kept as it was written, answered with the truth, and on the office list with a time that rings; or ringing at once. */
export function theOfficeHasIt(from: FromCareWorker, kind: ItemKind, text: TextName, atOnce = false): Change[] {
  const { now } = from.incoming.tx
  const dueAt = atOnce ? now : promisedTime(now)
  return [itemFor(from, kind, dueAt), replyTo(from, text, { by: atOnce ? now + AT_ONCE_MS : dueAt })]
}

/** One item of the office list about this text. */
export function itemFor({ incoming, careWorker }: FromCareWorker, kind: ItemKind, dueAt: Instant): Change {
  const { place, delivery, tx, newId } = incoming
  const details = { careWorker: careWorker.knownAs, delivery: delivery.id }
  const wanted = { kind, details, number: incoming.from, subject: `text ${delivery.id}`, dueAt }
  return officeItem(place, wanted, tx.now, newId)
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
