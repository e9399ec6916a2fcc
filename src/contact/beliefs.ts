import type { Party } from '../cellar/change.ts'
import type { Instant } from '../cellar/local-time.ts'
import type { PhoneNumber } from '../cellar/phone-number.ts'
import type { ContactFacts } from './attempt-facts.ts'
import { mayBeBelieved } from './grade.ts'

/** What whoever answers a number believes about the start of a visit: what they were told last. */
export interface Belief {
  number: PhoneNumber
  party: Party
  start: Instant
  at: Instant
}

/**
 * Everybody who was told a time, by number, each with the time they heard last. With cognitive impairment several
 * people of one contact order are told, and each of them is owed the correction.
 */
export function beliefsOf(contacts: readonly ContactFacts[]): Belief[] {
  const latest = new Map<PhoneNumber, Belief>()
  for (const { number, party, start, at } of contacts.flatMap(toldIn)) {
    const known = latest.get(number)
    if (known === undefined || known.at <= at) latest.set(number, { number, party, start, at })
  }
  return [...latest.values()].toSorted((a, b) => a.at - b.at)
}

function toldIn(contact: ContactFacts): Belief[] {
  return contact.attempts.flatMap(({ grade, said, number, party, endedAt, plannedAt }) => {
    const start = said?.['saidStart']
    return mayBeBelieved(grade) && typeof start === 'number' ? [{ number, party, start, at: endedAt ?? plannedAt }] : []
  })
}

/** What the household was told last, and at which number: by the contact that counts as told. */
export function lastToldOf(
  contacts: readonly ContactFacts[],
): { start: Instant; number: PhoneNumber | undefined } | undefined {
  const told = contacts.filter((c) => c.toldAt !== undefined && typeof c.details['saidStart'] === 'number')
  const last = told.toSorted((a, b) => (a.toldAt ?? 0) - (b.toldAt ?? 0)).at(-1)
  const start = last?.details['saidStart']
  if (last === undefined || typeof start !== 'number') return undefined
  return { start, number: last.attempts.findLast((a) => mayBeBelieved(a.grade))?.number }
}
