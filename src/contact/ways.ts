import type { Instant } from '../cellar/local-time.ts'
import type { PhoneNumber } from '../cellar/phone-number.ts'
import type { Party } from '../cellar/change.ts'
import type { PersonFacts, VisitFacts } from '../rota/visit-facts.ts'
import type { ContactFacts } from './attempt-facts.ts'
import { lastToldOf } from './beliefs.ts'
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
  const { contact, visit, manager, duty } = input
  switch (contact.message) {
    case 'eta':
      return visit === undefined ? [] : etaWays(visit, input)
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

/**
 * A changed time goes first to whoever believes the old one. A contact for one number only corrects what was told there,
 * at whatever hour, and is proved as well as the first telling was.
 */
function etaWays(visit: VisitFacts, { contact, siblings, now }: WaysInput): Way[] {
  const ways = householdWays(visit.serviceUser, now, visit.branch.zone)
  if (contact.number !== undefined) {
    return ways
      .filter((way) => way.number === contact.number)
      .map(({ channel, number, party, whom }) => ({
        channel,
        number,
        party,
        whom,
        enough: channel === 'text' ? 'D' : 'B',
      }))
  }
  const first = lastToldOf(siblings.filter((c) => c.message === 'eta'))?.number
  return [...ways.filter((w) => w.number === first), ...ways.filter((w) => w.number !== first)]
}
