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
