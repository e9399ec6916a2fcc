import type { Instant } from '../cellar/local-time.ts'
import type { PhoneNumber } from '../cellar/phone-number.ts'
import type { Party } from '../cellar/change.ts'
import type { PersonFacts, VisitFacts } from '../rota/visit-facts.ts'
import type { ContactFacts } from './attempt-facts.ts'
import type { Way } from './channel-order.ts'
import { householdWays } from './channel-order.ts'
import type { Persistence } from './next-try.ts'

/** Everything that the ways of a contact can depend on. */
export interface WaysInput {
  contact: ContactFacts
  visit: VisitFacts | undefined
  /** the contacts about the same visit: whoever was told last is told of a change first */
  siblings: ContactFacts[]
  manager: PersonFacts | undefined
  duty: { number: PhoneNumber; party: Party; whom: string }[]
  now: Instant
}

/** How hard each kind of message tries. A care manager reads and changes this table. */
export const PERSISTENCE: Record<string, Persistence> = {
  eta: { rounds: 2, restMinutes: 10 },
  answer: { rounds: 1, restMinutes: 60 },
  'late-notice': { rounds: 2, restMinutes: 10 },
  'late-notice-undone': { rounds: 2, restMinutes: 10 },
  'office-item': { rounds: 1, restMinutes: 1.5 },
  'item-details': { rounds: 2, restMinutes: 10 },
}

/** The ways to the party of a contact, in order, as they are now. */
export function waysOf(input: WaysInput): Way[] {
  const { contact, visit, manager, duty, now } = input
  switch (contact.message) {
    case 'eta':
      return visit === undefined ? [] : firstToldFirst(householdWays(visit.serviceUser, now, visit.branch.zone), input)
    case 'office-item':
      return duty.map((d) => ({ channel: 'call', ...d, enough: 'A' }))
    case 'answer':
      return contact.number === undefined
        ? []
        : [{ channel: 'text', number: contact.number, party: contact.party, whom: 'the sender', enough: 'E' }]
    default:
      return textsTo(manager, contact.party)
  }
}

export function persistenceOf(message: string): Persistence {
  return PERSISTENCE[message] ?? { rounds: 2, restMinutes: 10 }
}

function textsTo(person: PersonFacts | undefined, party: Party): Way[] {
  if (person === undefined) return []
  const whom = `${person.firstName} ${person.lastName}`
  const mobiles = person.numbers.filter((n) => n.lineType === 'mobile' && !n.noTexts)
  return mobiles.map(({ number }) => ({ channel: 'text', number, party, whom, enough: 'E' }))
}

/** A changed time goes first to whoever believes the old one. */
function firstToldFirst(ways: Way[], { siblings }: WaysInput): Way[] {
  const told = siblings.filter((c) => c.message === 'eta' && c.toldAt !== undefined)
  const last = told.toSorted((a, b) => (b.toldAt ?? 0) - (a.toldAt ?? 0))[0]
  const number = last?.attempts.findLast((a) => a.grade !== undefined && a.grade !== 'F')?.number
  return number === undefined ? ways : [...ways.filter((w) => w.number === number), ...ways.filter((w) => w.number !== number)]
}
