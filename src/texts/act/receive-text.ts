import type { Change } from '../../cellar/change.ts'
import { cleanText } from '../../cellar/clean-text.ts'
import { parsePhoneNumber } from '../../cellar/phone-number.ts'
import type { DeliveryReading, NewId } from '../../cellar/ports.ts'
import type { DeliveryFacts, KnownPerson, Loading } from '../../matter/act/store.ts'
import { officeItem, promisedTime } from '../../office-list/new-item.ts'
import { besideTheCarrier, carrierWord } from './carrier-words.ts'
import { fromCareWorker, type Understand } from './from-care-worker.ts'
import { fromHousehold, fromUnknown, type Household } from './from-others.ts'
import type { Incoming } from './sender.ts'

/** Longer texts are cut: what matters stands at the front, and nobody dictates ten pages in danger. */
const LONGEST_TEXT = 2_000

/**
 * A stored text is understood and acted upon, once, in the transaction that marks it processed. The sender's number says
 * who it is; the rota says which visit.
 */
export async function receiveText(
  tx: Loading,
  delivery: DeliveryFacts,
  text: Extract<DeliveryReading, { kind: 'text' }>,
  understand: Understand,
  newId: NewId,
): Promise<Change[]> {
  const place = await tx.branchOfLine(text.to)
  if (place === undefined) return []
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
  const carriers = await carrierWord(incoming)
  return carriers ?? besideTheCarrier(incoming, await fromWhoever(incoming, understand))
}

async function fromWhoever(incoming: Incoming, understand: Understand): Promise<Change[]> {
  const careWorker = onlyCareWorker(incoming.people)
  if (careWorker !== undefined) return fromCareWorker(incoming, careWorker, understand)
  const household = incoming.people.find(isHousehold)
  return household === undefined ? fromUnknown(incoming, understand) : fromHousehold(incoming, household, understand)
}

/** Two care workers on one number: nobody's time is moved before it is known whose it is (design 3.9). */
function onlyCareWorker(people: KnownPerson[]) {
  const careWorkers = people.flatMap((p) => (p.kind === 'care-worker' ? [p.careWorker] : []))
  return careWorkers.length === 1 ? careWorkers[0] : undefined
}

function isHousehold(person: KnownPerson): person is Household {
  return person.kind === 'service-user' || person.kind === 'service-user-contact'
}
