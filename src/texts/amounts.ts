/** Joins number tokens and number words into durations and clock times, and sorts out numbers that are neither. */

import { wordAt, numberAt, isPlainNumber } from './number-at.ts'
import { FRACTION_MINUTES, NO_MINUTES_AFTER, NO_MINUTES_BEFORE, ONES, STREETS, TENS } from './number-words.ts'
import { clockWords, namedClock } from './spoken-clock.ts'
import { duration } from './spoken-duration.ts'
import { amountToken } from './tokens.ts'
import type { Amount, Token } from './tokens.ts'

/** The tokens with every amount in one token of its own. */
export function joinAmounts(tokens: readonly Token[]): Token[] {
  const joined: Token[] = []
  for (let at = 0; at < tokens.length;) {
    const found = amountAt(tokens, at)
    const first = tokens[at]
    if (!first) break
    if (!found) {
      joined.push(first)
      at++
      continue
    }
    const span = tokens.slice(at, at + found.length)
    joined.push({
      ...amountToken(span.map((token) => token.raw).join(' '), found.amount),
      brk: first.brk,
      asked: span.some((token) => token.asked),
    })
    at += found.length
  }
  return joined
}

export interface Found {
  amount: Amount
  /** In tokens. */
  length: number
}

type Finder = (tokens: readonly Token[], at: number) => Found | undefined

/** Longest and surest first. */
function amountAt(tokens: readonly Token[], at: number): Found | undefined {
  const token = tokens[at]
  if (!token || !(token.amount || BEGINS_AMOUNT.has(token.w))) return undefined
  for (const finder of FINDERS) {
    const found = finder(tokens, at)
    if (found) return found
  }
  return undefined
}

/** Words an amount can begin with; all others are passed over at once. */
const BEGINS_AMOUNT: ReadonlySet<string> = new Set([
  ...ONES.keys(),
  ...TENS.keys(),
  ...FRACTION_MINUTES.keys(),
  'a',
  'an',
  'hours',
  '#h',
  'between',
  'few',
  'couple',
  'several',
  'noon',
  'midday',
  'midnight',
])

const FINDERS: readonly Finder[] = [
  halfDone,
  clockWords,
  namedClock,
  rangeOf,
  duration,
  vagueAmount,
  countOfSomething,
  bareNumber,
]

/** "half day", "half of it", "one" alone are no amounts. */
function halfDone(tokens: readonly Token[], at: number): Found | undefined {
  return wordAt(tokens, at) === 'half' && wordAt(tokens, at + 1) === 'term'
    ? { amount: { is: 'other' }, length: 2 }
    : undefined
}

/** "20 to 30 minutes", "15 maybe 20", "half an hour or 40 minutes": the larger counts. */
function rangeOf(tokens: readonly Token[], at: number): Found | undefined {
  const start = wordAt(tokens, at) === 'between' ? at + 1 : at
  const low = minutesAt(tokens, start)
  if (!low) return undefined
  let next = start + low.length
  const joiners = next
  while (RANGE_WORDS.has(wordAt(tokens, next) ?? '') && next - joiners < 3) next++
  if (next === joiners || (tokens[joiners]?.brk ?? 0) > 1) return undefined
  const high = minutesAt(tokens, next)
  if (!high || high.minutes <= low.minutes || high.minutes > 180) return undefined
  const united = low.unit || high.unit
  return {
    amount: united
      ? { is: 'minutes', minutes: high.minutes }
      : { is: 'number', value: high.minutes, digits: String(high.minutes) },
    length: next + high.length - at,
  }
}

const RANGE_WORDS: ReadonlySet<string> = new Set([
  'to',
  'or',
  'maybe',
  'possibly',
  'even',
  'probably',
  'and',
  'perhaps',
  'more',
  'like',
  'could',
  'be',
])

function minutesAt(
  tokens: readonly Token[],
  at: number,
): { minutes: number; length: number; unit: boolean } | undefined {
  const found = duration(tokens, at)
  if (found?.amount.is === 'minutes') return { minutes: found.amount.minutes, length: found.length, unit: true }
  const number = numberAt(tokens, at)
  return number && number.value < 200 && isPlainNumber(tokens, at, number)
    ? { minutes: number.value, length: number.length, unit: false }
    : undefined
}

/** "a few minutes", "a couple of minutes", "a bit". */
function vagueAmount(tokens: readonly Token[], at: number): Found | undefined {
  const a = wordAt(tokens, at) === 'a' ? 1 : 0
  if (!['few', 'couple', 'several'].includes(wordAt(tokens, at + a) ?? '')) return undefined
  const of = wordAt(tokens, at + a + 1) === 'of' ? 1 : 0
  const unit = wordAt(tokens, at + a + 1 + of)
  return unit === 'minutes' || unit === 'hours' ? { amount: { is: 'vague' }, length: a + 2 + of } : undefined
}

/** Room 12, 73 bus, 15 Station Road, 3 of us. */
function countOfSomething(tokens: readonly Token[], at: number): Found | undefined {
  const number = numberAt(tokens, at)
  const before = wordAt(tokens, at - 1) ?? ''
  if (!number || (!number.digits && wordAt(tokens, at) === 'one')) return undefined
  const after = wordAt(tokens, at + number.length) ?? ''
  const joined = tokens[at + number.length]?.brk !== 3
  if (
    (LATE_WORDS.has(after) && !STREETS.has(wordAt(tokens, at + number.length + 1) ?? '')) ||
    (TRANSPORT.has(after) && !ROUTE_BEFORE.has(before))
  )
    return undefined
  const counts = joined && (NO_MINUTES_BEFORE.has(after) || STREETS.has(wordAt(tokens, at + number.length + 1) ?? ''))
  const numbered = NO_MINUTES_AFTER.has(before) && (tokens[at]?.brk ?? 0) < 2
  const unit = counts && TAKEN_WITH_NUMBER.has(after) ? 1 : 0
  return counts || numbered ? { amount: { is: 'other' }, length: number.length + unit } : undefined
}

const LATE_WORDS: ReadonlySet<string> = new Set(['late', 'behind'])

const TRANSPORT: ReadonlySet<string> = new Set(['bus', 'train', 'car', 'traffic', 'call', 'carer', 'visit'])

const ROUTE_BEFORE: ReadonlySet<string> = new Set([
  'the',
  'a',
  'my',
  'no',
  'number',
  'for',
  'on',
  'catch',
  'get',
  'took',
  'missed',
  'wait',
  'last',
  'next',
  'this',
])

const TAKEN_WITH_NUMBER: ReadonlySet<string> = new Set(
  'miles mile metres days day weeks week months month years year yrs pounds quid degrees kg stone percent'.split(' '),
)

/** Any other number; "one" is mostly a word. */
function bareNumber(tokens: readonly Token[], at: number): Found | undefined {
  const number = numberAt(tokens, at)
  if (!number || (!number.digits && number.value === 1)) return undefined
  const ish = wordAt(tokens, at + number.length) === 'ish' ? 1 : 0
  const digits = tokens[at]?.amount?.is === 'number' ? tokens[at].amount.digits : String(number.value)
  return { amount: { is: 'number', value: number.value, digits }, length: number.length + ish }
}
