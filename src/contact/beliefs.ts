import type { Party } from '../cellar/change.ts'
import type { Instant } from '../cellar/local-time.ts'
import type { PhoneNumber } from '../cellar/phone-number.ts'
import type { Situation } from '../lateness/situation.ts'
import { isOutdated, whatToTell } from '../lateness/who-must-know.ts'
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
 * Everybody who was told a time, by number, each with the time they heard last, the last told first. With cognitive
 * impairment several people of one contact order are told.
 */
export function beliefsOf(contacts: readonly ContactFacts[]): Belief[] {
  const heard = contacts.filter((c) => c.message === 'eta').flatMap(heardIn)
  const latestFirst = heard.toSorted((a, b) => b.at - a.at)
  return latestFirst.filter((belief, n) => latestFirst.findIndex((b) => b.number === belief.number) === n)
}

/** Those who believe a time that does not hold any more, and must be told: each of them is owed the correction. */
export function wrongBeliefs(contacts: readonly ContactFacts[], situation: Situation): Belief[] {
  return beliefsOf(contacts).filter(({ start }) => whatToTell(situation, { start }).kind !== 'nothing')
}

/** Those who believe a time that does not hold any more, whether or not the line can still tell them another. */
export function outdatedBeliefs(contacts: readonly ContactFacts[], situation: Situation): Belief[] {
  return beliefsOf(contacts).filter((belief) => isOutdated(belief, situation))
}

/**
 * Those who wait for a time that does not hold, and no time can be told any more: whoever was expected is not coming, or
 * the time that holds is over already while theirs is still to come. Nobody but a human can put that right.
 */
export function beliefsPastTelling(contacts: readonly ContactFacts[], situation: Situation, now: Instant): Belief[] {
  const { contactAllowed, arrivedAt, timeHasPassed, notComing } = situation
  if (!contactAllowed || arrivedAt !== undefined || !timeHasPassed) return []
  return outdatedBeliefs(contacts, situation).filter(({ start }) => notComing !== undefined || start > now)
}

/** What the household was told last: by the contact that counts as told. */
export function lastToldOf(contacts: readonly ContactFacts[]): { start: Instant } | undefined {
  const told = contacts.filter((c) => c.toldAt !== undefined && typeof c.details['saidStart'] === 'number')
  const start = told.toSorted((a, b) => (a.toldAt ?? 0) - (b.toldAt ?? 0)).at(-1)?.details['saidStart']
  return typeof start === 'number' ? { start } : undefined
}

function heardIn(contact: ContactFacts): Belief[] {
  return contact.attempts.flatMap(({ grade, said, number, party, endedAt, plannedAt }) => {
    const start = said?.['saidStart']
    if (!mayBeBelieved(grade) || typeof start !== 'number') return []
    return [{ number, party, start, at: endedAt ?? plannedAt }]
  })
}
