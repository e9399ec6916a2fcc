import type { Party } from '../cellar/change.ts'
import type { Instant } from '../cellar/local-time.ts'
import type { PhoneNumber } from '../cellar/phone-number.ts'
import type { AttemptFacts, ContactFacts } from '../contact/attempt-facts.ts'
import type { Way } from '../contact/channel-order.ts'
import { SAME_NUMBER_REST_MS } from '../contact/next-try.ts'

/** One number of the out-of-hours plan as it is now. */
export interface Rung {
  number: PhoneNumber
  party: Party
  whom: string
  role: 'office' | 'on-call' | 'responsible-person' | 'last-resort'
  /** lower is rung first */
  tier: number
}

/** In a loud round so many phones ring at the same time. */
export const AT_ONCE_WHEN_LOUD = 2

/**
 * Who is rung in which order in one round of a climb: first the tiers and the office, one after the other; from the
 * second round on everybody, with the responsible person and the last-resort number (design 1.2). Where the plan has
 * nobody else, they are rung at once: a round is never empty while any number is known.
 */
export function rungsOf(plan: readonly Rung[], loud: boolean): Rung[] {
  const inOrder = plan.toSorted((a, b) => a.tier - b.tier)
  const quiet = inOrder.filter(({ role }) => role === 'on-call' || role === 'office')
  return loud || quiet.length === 0 ? inOrder : quiet
}

/** What is known of a number's calls, whatever they were about. */
export interface NumberRest {
  number: string
  /** when the last call to it ended */
  lastEndedAt: Instant
  /** how many calls about matters it had in the last hour */
  callsThisHour: number
}

/** How often a person is rung in an hour about matters of low risk. A care manager reads and changes this. */
export const CALLS_PER_HOUR = 6
/** So long a matter of low risk lets people sleep; then it is no longer one. */
const LOW_RISK_WAITS_MS = 15 * 60_000

export interface Climbing {
  contact: ContactFacts
  /** every contact about the same visit */
  siblings: readonly ContactFacts[]
  plan: readonly Rung[]
  rests: readonly NumberRest[]
  /** nothing makes this person more at risk than another */
  lowRisk: boolean
  now: Instant
}

/**
 * The ways of one of the lines of a round. A number that another line of the same round has rung is not rung again; one
 * that was rung within the last 90 seconds, about whatever, comes after those that were not, and not before it is free.
 */
export function climbWays({ contact, siblings, plan, rests, lowRisk, now }: Climbing): Way[] {
  const loud = contact.details['loud'] === true
  const others = siblings.filter((one) => one.id !== contact.id && isOfRound(one, roundOf(contact)))
  const rung = others.flatMap((one) => one.attempts.filter(wasRung).map((attempt) => attempt.number))
  const passed = siblings.filter((one) => isOfRound(one, roundOf(contact))).flatMap(passedBy)
  const sleeping = lowRisk && !loud && now < contact.createdAt + LOW_RISK_WAITS_MS
  const ways = rungsOf(plan, loud)
    .filter(({ number, party }) => !rung.includes(number) && !passed.includes(party.id ?? ''))
    .map(({ number, party, whom }): Way & { restsUntil: Instant } => {
      const rest = rests.find((one) => one.number === number)
      const free = rest === undefined ? 0 : rest.lastEndedAt + SAME_NUMBER_REST_MS
      const limited = sleeping && (rest?.callsThisHour ?? 0) >= CALLS_PER_HOUR
      const restsUntil = limited ? Math.max(free, contact.createdAt + LOW_RISK_WAITS_MS) : free
      return { channel: 'call', number, party, whom, enough: 'A', restsUntil }
    })
  const triedHere = (way: Way) => contact.attempts.some((attempt) => attempt.number === way.number)
  const isFree = (way: (typeof ways)[number]) => way.restsUntil <= now || triedHere(way)
  return [...ways.filter(isFree), ...ways.filter((way) => !isFree(way)).toSorted((a, b) => a.restsUntil - b.restsUntil)]
}

/** Names one round of one climb; with the line it makes a contact unique. */
export function roundOf({ subject }: { subject: string }): string {
  return subject.replace(/ line \d+$/, '')
}

export function isOfRound(contact: ContactFacts, round: string): boolean {
  return contact.message === 'escalation' && roundOf(contact) === round
}

/** Who passed it on by text: not rung any more in this round. */
export function passedBy({ details }: ContactFacts): string[] {
  const { passed } = details
  return Array.isArray(passed) ? passed : []
}

function wasRung({ state, outcome }: AttemptFacts): boolean {
  return state !== 'lost' && state !== 'cancelled' && outcome !== 'cancelled' && outcome !== 'expired'
}
