import type { Change, Party } from '../../cellar/change.ts'
import { toLocal } from '../../cellar/local-time.ts'
import type { KnownPerson } from '../../matter/act/store.ts'
import { officeItem, promisedTime } from '../../office-list/new-item.ts'
import { shortName } from '../../rota/names.ts'
import type { Understand } from './from-care-worker.ts'
import type { Incoming } from './sender.ts'
import { answer } from './sender.ts'

/** How soon a person looks at what a service user or their family writes, and at "nobody has come" from anybody. */
const HOUSEHOLD_MINUTES = 10

/** A service user or family member wrote: a person has it within minutes, at once when it may be a cry for help. */
export function fromHousehold(incoming: Incoming, person: Household, understand: Understand): Change[] {
  const { tx, place, delivery, body, newId, from } = incoming
  const reading = understand(body, { from: 'service-user', now: toLocal(tx.now, place.zone), nextVisits: [] })
  if (reading.kind === 'stop') return [{ kind: 'number-learned', number: from, fact: 'texts-stopped', at: tx.now }]
  if (reading.kind === 'thanks') return []
  const emergency = reading.kind === 'help' && reading.level === 'emergency'
  const dueAt = reading.kind === 'help' ? tx.now : tx.now + HOUSEHOLD_MINUTES * 60_000
  const details = { person: shortName(person.serviceUser), delivery: delivery.id }
  const party: Party =
    person.kind === 'service-user'
      ? { kind: person.kind, id: person.serviceUser.id }
      : { kind: person.kind, id: person.id }
  return [
    officeItem(
      place,
      { kind: 'household-text', details, number: from, subject: `text ${delivery.id}`, dueAt },
      tx.now,
      newId,
    ),
    answer(incoming, party, emergency ? 'emergency' : 'household-has-it', { by: dueAt }),
  ]
}

/**
 * Nobody known, or several people on one number: nothing is moved on anybody's behalf. Answered once a day, so that two
 * machines can never write to each other; on the office list each time.
 */
export function fromUnknown(incoming: Incoming, understand: Understand): Change[] {
  const { tx, place, delivery, body, newId, from } = incoming
  const local = toLocal(tx.now, place.zone)
  const reading = understand(body, { from: 'unknown', now: local, nextVisits: [] })
  if (reading.kind === 'stop') return [{ kind: 'number-learned', number: from, fact: 'texts-stopped', at: tx.now }]
  const emergency = reading.kind === 'help' && reading.level === 'emergency'
  const dueAt = emergency
    ? tx.now
    : reading.kind === 'no-show-report' || reading.kind === 'help'
      ? tx.now + HOUSEHOLD_MINUTES * 60_000
      : promisedTime(tx.now)
  const once = `unknown number ${from} on ${local.date}${emergency ? ' emergency' : ''}`
  return [
    officeItem(
      place,
      { kind: 'unknown-text', details: { delivery: delivery.id }, number: from, subject: `text ${delivery.id}`, dueAt },
      tx.now,
      newId,
    ),
    answer(incoming, { kind: 'unknown' }, emergency ? 'emergency' : 'unknown-number', { by: dueAt }, once),
  ]
}

export type Household = Extract<KnownPerson, { kind: 'service-user' | 'service-user-contact' }>
