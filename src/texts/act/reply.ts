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
}

/** Kept as it was written, answered with the truth, and on the office list with a time that rings. */
export function theOfficeHasIt(from: FromCareWorker, kind: ItemKind, text: TextName, dueAt?: Instant): Change[] {
  const due = dueAt ?? promisedTime(from.incoming.tx.now)
  return [itemFor(from, kind, due), replyTo(from, text, { by: due })]
}

/** One item of the office list about this text. */
export function itemFor({ incoming, careWorker }: FromCareWorker, kind: ItemKind, dueAt: Instant): Change {
  const { place, delivery, tx, newId } = incoming
  const details = { careWorker: careWorker.knownAs, delivery: delivery.id }
  const wanted = { kind, details, number: incoming.from, subject: `text ${delivery.id}`, dueAt }
  return officeItem(place, wanted, tx.now, newId)
}

/** The one answer to a care worker's text. */
export function replyTo({ incoming, careWorker }: FromCareWorker, text: TextName, details: ContactDetails): Change {
  return answer(incoming, { kind: 'care-worker', id: careWorker.id }, text, { me: careWorker.knownAs, ...details })
}

/** The details that name a visit in an answer. */
export function visitDetails(visit: VisitFacts): ContactDetails {
  return { person: shortName(visit.serviceUser), planned: currentPlan(visit).plannedStart }
}
