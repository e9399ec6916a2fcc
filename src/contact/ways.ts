import type { Instant } from '../cellar/local-time.ts'
import type { PhoneNumber } from '../cellar/phone-number.ts'
import type { Party } from '../cellar/change.ts'
import { fullName } from '../rota/names.ts'
import type { PersonFacts, VisitFacts } from '../rota/visit-facts.ts'
import type { ContactFacts } from './attempt-facts.ts'
import { situationOf } from '../lateness/situation.ts'
import { wrongBeliefs } from './beliefs.ts'
import type { Way } from './channel-order.ts'
import { householdWays } from './channel-order.ts'
import type { Persistence } from './next-try.ts'

/** Everything that the ways of a contact can depend on. */
export interface WaysInput {
  contact: ContactFacts
  visit: VisitFacts | undefined
  /** the other contacts about the same visit: who was told what */
  siblings: ContactFacts[]
  manager: PersonFacts | undefined
  duty: { number: PhoneNumber; party: Party; whom: string }[]
  now: Instant
}

/** How hard each kind of message tries. A care manager reads and changes this table. */
export const PERSISTENCE: Record<string, Persistence> = {
  eta: { rounds: 2, restMinutes: 10 },
  answer: { rounds: 1, restMinutes: 60 },
  'not-logged-in': { rounds: 2, restMinutes: 10 },
  'log-in-reminder': { rounds: 1, restMinutes: 60 },
  'care-worker-check': { rounds: 1, restMinutes: 2 },
  'late-notice': { rounds: 2, restMinutes: 10 },
  'late-notice-undone': { rounds: 2, restMinutes: 10 },
  'office-item': { rounds: 1, restMinutes: 1.5 },
  escalation: { rounds: 1, restMinutes: 1.5 },
  'escalation-code': { rounds: 2, restMinutes: 10 },
  'escalation-news': { rounds: 2, restMinutes: 10 },
  'item-details': { rounds: 2, restMinutes: 10 },
  'texts-stopped': { rounds: 2, restMinutes: 10 },
  'help-asked': { rounds: 2, restMinutes: 1.5 },
  'hand-over': { rounds: 2, restMinutes: 60 },
  'phone-kept': { rounds: 2, restMinutes: 10 },
  'ring-back': { rounds: 2, restMinutes: 10 },
}

/** The ways to the party of a contact, in order, as they are now. */
export function waysOf(input: WaysInput): Way[] {
  const { contact, visit, manager, duty, now } = input
  switch (contact.message) {
    case 'eta':
      return visit === undefined ? [] : etaWays(visit, input)
    case 'not-logged-in':
      return visit === undefined ? [] : householdWays(visit.serviceUser, now, visit.branch.zone)
    case 'log-in-reminder':
    case 'care-worker-check':
      return careWorkerWays(visit, contact)
    case 'office-item':
      return duty.map((d) => ({ channel: 'call', ...d, enough: 'A' }))
    case 'hand-over':
      return callsTo(manager, contact.party)
    case 'answer':
      return contact.number === undefined
        ? []
        : [{ channel: 'text', number: contact.number, party: contact.party, whom: 'the sender', enough: 'E' }]
    case 'texts-stopped':
    case 'help-asked':
    case 'ring-back':
      return contact.number === undefined
        ? []
        : [{ channel: 'call', number: contact.number, party: contact.party, whom: 'the sender', enough: 'B' }]
    default:
      return textsTo(manager, contact.party)
  }
}

export function persistenceOf(message: string): Persistence {
  return PERSISTENCE[message] ?? { rounds: 2, restMinutes: 10 }
}

type Reachable = Pick<PersonFacts, 'firstName' | 'lastName' | 'numbers'>

/** By key alone: whoever merely picks up has taken nothing. */
function callsTo(person: Reachable | undefined, party: Party): Way[] {
  if (person === undefined) return []
  const whom = fullName(person)
  return person.numbers.map(({ number }) => ({ channel: 'call', number, party, whom, enough: 'A' }))
}

/** A care worker is texted once; rung until they speak or press a key, for only they know where they are. */
function careWorkerWays(visit: VisitFacts | undefined, { message, party }: ContactFacts): Way[] {
  const theirs = visit?.allocations.find((a) => a.careWorker !== undefined && a.careWorker.id === party.id)
  return message === 'care-worker-check'
    ? callsTo(theirs?.careWorker, party)
    : textsTo(theirs?.careWorker, party).slice(0, 1)
}

function textsTo(person: Reachable | undefined, party: Party): Way[] {
  if (person === undefined) return []
  const whom = fullName(person)
  const mobiles = person.numbers.filter((n) => n.lineType === 'mobile' && !n.noTexts)
  return mobiles.map(({ number }) => ({ channel: 'text', number, party, whom, enough: 'E' }))
}

/**
 * A changed time goes first to those who believe another, the last told first, at whatever hour: each of them is owed it.
 */
function etaWays(visit: VisitFacts, { contact, siblings, now }: WaysInput): Way[] {
  const ways = householdWays(visit.serviceUser, now, visit.branch.zone)
  const wrong = wrongBeliefs([...siblings, contact], situationOf(visit, now)).map((belief) => belief.number)
  const owed = wrong.flatMap((number) => ways.filter((way) => way.number === number).map(asOwed))
  return [...owed, ...ways.filter((way) => !wrong.includes(way.number))]
}

function asOwed({ channel, number, party, whom, enough }: Way): Way {
  return { channel, number, party, whom, enough, owed: true }
}
