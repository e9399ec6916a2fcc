import type { Change } from '../../cellar/change.ts'
import { cleanText } from '../../cellar/clean-text.ts'
import { parsePhoneNumber } from '../../cellar/phone-number.ts'
import type { DeliveryReading, NewId } from '../../cellar/ports.ts'
import type { BranchPlace, DeliveryFacts, Loading } from '../../matter/act/store.ts'
import { officeItem, promisedTime } from '../../office-list/new-item.ts'
import { besideTheCarrier, carrierWord } from './carrier-words.ts'
import { withinLimit } from './answer-limit.ts'
import { contextOf, type Understand } from './context.ts'
import { fromCareWorkers } from './from-care-worker.ts'
import { fromManager, isManagersWord } from './from-manager.ts'
import { fromHousehold, fromUnknown } from './from-others.ts'
import { isSaidTwice } from './said-twice.ts'
import { isHousehold, type Incoming } from './sender.ts'

/** Longer texts are cut: what matters stands at the front, and nobody dictates ten pages in danger. */
const LONGEST_TEXT = 2_000

/** A text as it was stored, and the branch whose line it came to. */
export interface ReceivedText {
  tx: Loading
  delivery: DeliveryFacts
  place: BranchPlace
  text: Extract<DeliveryReading, { kind: 'text' }>
}

/**
 * A stored text is understood and acted upon, once, in the transaction that marks it processed. The sender's number says
 * who it is; the rota says which visit.
 */
export async function receiveText(
  { tx, delivery, place, text }: ReceivedText,
  understand: Understand,
  newId: NewId,
): Promise<Change[]> {
  const body = cleanText(text.body).slice(0, LONGEST_TEXT)
  const from = parsePhoneNumber(text.from)
  if (from === undefined || from === place.facts.lineNumber) {
    // a name, a short code or our own number in place of a sender's is not answered; a person looks at it
    const wanted = {
      kind: 'unknown-text',
      details: { delivery: delivery.id },
      subject: `text ${delivery.id}`,
      dueAt: promisedTime(tx.now),
    } as const
    return [officeItem(place, wanted, tx.now, newId)]
  }
  const people = await tx.whoHas(from, place.branchId)
  const question = await tx.openQuestion(from, place.branchId)
  const incoming: Incoming = { tx, delivery, place, from, body, people, question, newId }
  if (await isSaidTwice(incoming, understand)) return []
  const carriers = await carrierWord(incoming)
  if (carriers !== undefined) return carriers
  return besideTheCarrier(incoming, await withinLimit(incoming, await fromWhoever(incoming, understand)))
}

/**
 * Staff first: a care worker's number is a care worker's even where they are somebody's daughter. A manager who does
 * visits too speaks as a manager by a code, and as a care worker otherwise.
 */
async function fromWhoever(incoming: Incoming, understand: Understand): Promise<Change[]> {
  const { people } = incoming
  const careWorkers = people.flatMap((p) => (p.kind === 'care-worker' ? [p.careWorker] : []))
  const manager = people.flatMap((p) => (p.kind === 'manager' ? [p.manager] : []))[0]
  if (manager !== undefined && (careWorkers.length === 0 || asManager(incoming, understand)))
    return fromManager(incoming, manager, understand)
  if (careWorkers.length > 0) return fromCareWorkers(incoming, careWorkers, understand)
  const [first, ...others] = people.filter(isHousehold)
  return first === undefined
    ? fromUnknown(incoming, understand)
    : fromHousehold(incoming, [first, ...others], understand)
}

function asManager(incoming: Incoming, understand: Understand): boolean {
  const reading = understand(incoming.body, contextOf({ ...incoming, question: undefined }, [], 'manager'))
  return isManagersWord(reading, incoming.body)
}
