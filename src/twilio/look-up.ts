import type { Instant } from '../cellar/local-time.ts'
import type { FoundSend } from '../cellar/ports.ts'

/** A call or text as the carrier lists it; `at` is missing where the carrier gave no time. */
export interface Listed {
  send: Omit<FoundSend, 'at'>
  from: string
  to: string
  body?: string
  at: Instant | undefined
}

/** What was sent without an answer, and is now looked for on the carrier's list. */
export interface Sought {
  from: string
  to: string
  /** for a text */
  body?: string
  since: Instant
}

/**
 * The entries that can be the one sought: same two numbers, same words, not older than the send. The carrier gives whole
 * seconds by its own clock, so 5 s of an earlier time are allowed. An entry without a time counts as sent just then.
 */
export function matching(listed: readonly Listed[], sought: Sought): FoundSend[] {
  return listed.flatMap(({ send, from, to, body, at = sought.since }) => {
    const same = from === sought.from && to === sought.to && sameWords(body, sought.body)
    return same && at >= sought.since - CLOCKS_APART_MS ? [{ ...send, at }] : []
  })
}

/**
 * Which of the found entries is ours: never one that another attempt has adopted, and of the rest the nearest in time,
 * so that two doubtful sends to one number each find their own. An entry that nobody adopted came from our line to this
 * number all the same: whoever rang, the person was rung.
 *
 * @param adopted ids already known to belong to other attempts
 * @returns undefined when it is not on the list (yet)
 */
export function whichIsOurs(
  found: readonly FoundSend[],
  { since, adopted }: { since: Instant; adopted: ReadonlySet<string> },
): FoundSend | undefined {
  return found
    .filter((each) => !adopted.has(each.providerId) && each.at >= since - CLOCKS_APART_MS)
    .toSorted((one, other) => distance(one, since) - distance(other, since) || order(one.providerId, other.providerId))
    .at(0)
}

const CLOCKS_APART_MS = 5_000

/** A trial account puts its own words before ours. */
const TRIAL_WORDS = /^Sent from your Twilio trial account - /

function sameWords(found: string | undefined, ours: string | undefined): boolean {
  if (ours === undefined) return true
  if (found === undefined) return false
  return plain(found) === plain(ours) || plain(found.replace(TRIAL_WORDS, '')) === plain(ours)
}

function plain(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}

function distance(found: FoundSend, since: Instant): number {
  return Math.abs(found.at - since)
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
