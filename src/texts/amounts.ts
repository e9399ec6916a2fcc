/** Joins number tokens and number words into durations and clock times, and sorts out numbers that are neither. */

import { FRACTION_MINUTES, NO_MINUTES_AFTER, NO_MINUTES_BEFORE, ONES, STREETS, TENS } from './number-words.ts'
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

interface Found {
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

function wordAt(tokens: readonly Token[], at: number): string | undefined {
  return tokens[at]?.w
}

/** The number at a place, in digits or words, and how many tokens it takes. */
function numberAt(
  tokens: readonly Token[],
  at: number,
): { value: number; length: number; digits: boolean } | undefined {
  const token = tokens[at]
  if (!token) return undefined
  if (token.amount?.is === 'number') return { value: token.amount.value, length: 1, digits: true }
  const tens = TENS.get(token.w)
  if (tens !== undefined) {
    const ones = ONES.get(wordAt(tokens, at + 1) ?? '')
    const joins =
      ones !== undefined && ones < 10 && tokens[at + 1]?.brk === 0 && !isPastOrTo(wordAt(tokens, at + 2), tokens, at)
    return { value: tens + (joins ? ones : 0), length: joins ? 2 : 1, digits: false }
  }
  const ones = ONES.get(token.w)
  return ones === undefined ? undefined : { value: ones, length: 1, digits: false }
}

function isPastOrTo(word: string | undefined, tokens: readonly Token[], at: number): boolean {
  return (
    (word === 'past' || word === 'to') && ONES.has(wordAt(tokens, at + 3) ?? '') && wordAt(tokens, at + 1) !== 'five'
  )
}

/** "twenty past nine", "quarter to ten", "20 past", "half nine". */
function clockWords(tokens: readonly Token[], at: number): Found | undefined {
  const part = clockPart(tokens, at)
  if (!part) return halfHour(tokens, at)
  const next = skipThe(tokens, at + part.length)
  const side = wordAt(tokens, next)
  if (side !== 'past' && side !== 'to' && side !== 'gone' && side !== 'after') return halfHour(tokens, at)
  const hour = hourAt(tokens, next + 1)
  if (!hour)
    return side === 'past' && part.value < 60
      ? { amount: { is: 'past', minute: part.value }, length: next + 1 - at }
      : undefined
  return pastOrTo(tokens, at, part, side === 'to', hour, next + 1)
}

function skipThe(tokens: readonly Token[], at: number): number {
  return wordAt(tokens, at) === 'minutes' ? at + 1 : at
}

function clockPart(
  tokens: readonly Token[],
  at: number,
): { value: number; length: number; digits: boolean } | undefined {
  const word = wordAt(tokens, at) ?? ''
  const after = wordAt(tokens, at + 1)
  if (word === 'a' && after === 'quarter') return { value: 15, length: 2, digits: false }
  const fraction = FRACTION_MINUTES.get(word)
  if (fraction !== undefined && fraction < 45) return { value: fraction, length: 1, digits: false }
  return numberAt(tokens, at)
}

interface Hour {
  hour: number
  length: number
  half?: 'am' | 'pm'
  digits: boolean
}

/** An hour from 1 to 12 (or 24 in digits), with what follows: o'clock, am, pm, tonight. */
function hourAt(tokens: readonly Token[], at: number): Hour | undefined {
  const number = numberAt(tokens, at)
  if (!number || number.value < 1 || number.value > 12 || tokens[at]?.brk === 3) return undefined
  const half = halfOfDay(tokens, at + number.length)
  return {
    hour: number.value,
    length: number.length + half.length,
    ...(half.half ? { half: half.half } : {}),
    digits: number.digits,
  }
}

function halfOfDay(tokens: readonly Token[], at: number): { half?: 'am' | 'pm'; length: number; said: boolean } {
  let next = at
  if (wordAt(tokens, next) === 'oclock') next++
  else if (wordAt(tokens, next) === 'o' && wordAt(tokens, next + 1) === 'clock') next += 2
  const word = wordAt(tokens, next)
  if (word === 'am' && wordAt(tokens, next - 1) !== 'i') return { half: 'am', length: next + 1 - at, said: true }
  if (word === 'pm') return { half: 'pm', length: next + 1 - at, said: true }
  return { length: next - at, said: next > at }
}

/** A small number "to" a larger one may be a range of minutes: 5 to 10. */
function pastOrTo(
  tokens: readonly Token[],
  at: number,
  part: { value: number; digits: boolean },
  to: boolean,
  hour: Hour,
  hourFrom: number,
): Found | undefined {
  const length = hourFrom + hour.length - at
  if (part.value >= 60 || part.value === 0) return undefined
  const time = to
    ? { hour: hour.hour === 1 ? 12 : hour.hour - 1, minute: 60 - part.value }
    : { hour: hour.hour, minute: part.value }
  const unitFollows = UNITS.has(wordAt(tokens, at + length) ?? '')
  if (to && unitFollows) return undefined
  const fraction = FRACTION_MINUTES.has(wordAt(tokens, at) ?? '')
  if (to && !fraction && part.value < hour.hour && hour.half === undefined) {
    return part.value % 5 === 0 || hour.digits
      ? { amount: { is: 'either', minutes: hour.hour, ...time }, length }
      : undefined
  }
  return { amount: { is: 'clock', ...time, ...(hour.half ? { half: hour.half } : {}), sure: true }, length }
}

/** British "half nine" is 9.30. */
function halfHour(tokens: readonly Token[], at: number): Found | undefined {
  if (wordAt(tokens, at) !== 'half') return undefined
  const hour = hourAt(tokens, at + 1)
  if (!hour || UNITS.has(wordAt(tokens, at + 1 + hour.length) ?? '')) return undefined
  return {
    amount: { is: 'clock', hour: hour.hour, minute: 30, ...(hour.half ? { half: hour.half } : {}), sure: true },
    length: 1 + hour.length,
  }
}

const UNITS: ReadonlySet<string> = new Set(['minutes', 'hours', 'm', 'h'])

/** "9 o'clock", "9am", "9.20 pm", "nine thirty", "noon". */
function namedClock(tokens: readonly Token[], at: number): Found | undefined {
  const token = tokens[at]
  if (token?.w === 'noon' || token?.w === 'midday')
    return { amount: { is: 'clock', hour: 12, minute: 0, half: 'pm', sure: true }, length: 1 }
  if (token?.w === 'midnight') return { amount: { is: 'clock', hour: 0, minute: 0, half: 'am', sure: true }, length: 1 }
  if (token?.amount?.is === 'clock') {
    const half = halfOfDay(tokens, at + 1)
    return { amount: { ...token.amount, ...(half.half ? { half: half.half } : {}) }, length: 1 + half.length }
  }
  return hourAlone(tokens, at) ?? hourAndMinutes(tokens, at)
}

function hourAlone(tokens: readonly Token[], at: number): Found | undefined {
  const number = numberAt(tokens, at)
  if (!number || number.value < 1) return undefined
  const half = halfOfDay(tokens, at + number.length)
  if (!half.said) return undefined
  const time =
    number.value > 99
      ? { hour: Math.floor(number.value / 100), minute: number.value % 100 }
      : { hour: number.value, minute: 0 }
  if (time.hour > 23 || time.minute > 59) return undefined
  return {
    amount: { is: 'clock', ...time, ...(half.half ? { half: half.half } : {}), sure: true },
    length: number.length + half.length,
  }
}

/** "nine thirty", "nine fifteen" in words only: 9 30 in digits may be two numbers. */
function hourAndMinutes(tokens: readonly Token[], at: number): Found | undefined {
  const hour = ONES.get(wordAt(tokens, at) ?? '')
  if (hour === undefined || hour > 12 || tokens[at + 1]?.brk !== 0) return undefined
  const minutes = numberAt(tokens, at + 1)
  if (!minutes || minutes.digits || minutes.value < 10 || minutes.value > 59) return undefined
  const next = at + 1 + minutes.length
  if (UNITS.has(wordAt(tokens, next) ?? '') || wordAt(tokens, next) === 'late') return undefined
  return {
    amount: { is: 'clock', hour, minute: minutes.value, sure: true, ...halfAfter(tokens, next) },
    length: 1 + minutes.length + halfOfDay(tokens, next).length,
  }
}

function halfAfter(tokens: readonly Token[], at: number): { half?: 'am' | 'pm' } {
  const { half } = halfOfDay(tokens, at)
  return half ? { half } : {}
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

function isPlainNumber(tokens: readonly Token[], at: number, number: { length: number; digits: boolean }): boolean {
  if (!number.digits && wordAt(tokens, at) === 'one') return false
  return (
    !NO_MINUTES_BEFORE.has(wordAt(tokens, at + number.length) ?? '') &&
    !NO_MINUTES_AFTER.has(wordAt(tokens, at - 1) ?? '')
  )
}

/** Hours and minutes in all the ways they are said. */
function duration(tokens: readonly Token[], at: number): Found | undefined {
  return fractionOfHour(tokens, at) ?? hours(tokens, at) ?? minutesOnly(tokens, at)
}

/** "half an hour", "quarter of an hour", "three quarters of an hour", "3/4 hour". */
function fractionOfHour(tokens: readonly Token[], at: number): Found | undefined {
  let next = wordAt(tokens, at) === 'a' ? at + 1 : at
  const times = ONES.get(wordAt(tokens, next) ?? '') ?? digitAt(tokens, next)
  if (times !== undefined && wordAt(tokens, next + 1) === 'quarter') next++
  const fraction = FRACTION_MINUTES.get(wordAt(tokens, next) ?? '')
  if (fraction === undefined) return undefined
  const factor =
    times !== undefined && wordAt(tokens, next) === 'quarter' && wordAt(tokens, next - 1) !== 'a' && next > at
      ? times
      : 1
  next++
  while (['of', 'a', 'an'].includes(wordAt(tokens, next) ?? '')) next++
  if (wordAt(tokens, next) !== 'hours' || factor > 3) return undefined
  return { amount: { is: 'minutes', minutes: fraction * factor }, length: next + 1 - at }
}

function digitAt(tokens: readonly Token[], at: number): number | undefined {
  const amount = tokens[at]?.amount
  return amount?.is === 'number' ? amount.value : undefined
}

/** "an hour", "1hr 15", "2 hours", "1.5 hours", "one and a half hours", "hour and a half". */
function hours(tokens: readonly Token[], at: number): Found | undefined {
  const count = hourCount(tokens, at)
  if (!count || !isHourWord(tokens, at + count.length)) return undefined
  const next = at + count.length + 1
  const rest = count.exact ? minutesOnTop(tokens, next) : { minutes: 0, length: 0 }
  return {
    amount: { is: 'minutes', minutes: Math.round(count.hours * 60) + rest.minutes },
    length: count.length + 1 + rest.length,
  }
}

function isHourWord(tokens: readonly Token[], at: number): boolean {
  const word = wordAt(tokens, at)
  return word === 'hours' || (word === 'h' && tokens[at]?.brk === 0)
}

function hourCount(
  tokens: readonly Token[],
  at: number,
): { hours: number; length: number; exact: boolean } | undefined {
  const word = wordAt(tokens, at)
  if (word === 'hours') return { hours: 1, length: 0, exact: true }
  if (word === 'an' || word === 'a') return { hours: 1, length: 1, exact: true }
  if (word === '#h') return { hours: Number(tokens[at]?.raw), length: 1, exact: false }
  const number = numberAt(tokens, at)
  if (!number || number.value > 12) return undefined
  const next = at + number.length
  if (FRACTION_MINUTES.has(wordAt(tokens, next) ?? '') && wordAt(tokens, next) !== 'half')
    return withFraction(number, tokens, next, 1)
  if (wordAt(tokens, next) === 'and' && wordAt(tokens, next + 1) === 'a' && wordAt(tokens, next + 2) === 'half')
    return withFraction(number, tokens, next + 2, 3)
  return { hours: number.value, length: number.length, exact: true }
}

function withFraction(
  number: { value: number; length: number },
  tokens: readonly Token[],
  at: number,
  words: number,
): { hours: number; length: number; exact: boolean } {
  return {
    hours: number.value + (FRACTION_MINUTES.get(wordAt(tokens, at) ?? '') ?? 0) / 60,
    length: number.length + words,
    exact: false,
  }
}

/** What follows "an hour": "and a half", "and a quarter", "15", "and ten minutes". */
function minutesOnTop(tokens: readonly Token[], at: number): { minutes: number; length: number } {
  const and = wordAt(tokens, at) === 'and'
  const next = and ? at + 1 : at
  const half = wordAt(tokens, next) === 'a' ? next + 1 : next
  const fraction = FRACTION_MINUTES.get(wordAt(tokens, half) ?? '')
  if (and && fraction !== undefined) return { minutes: fraction, length: half + 1 - at }
  const number = numberAt(tokens, next)
  if (!number || number.value > 59 || (tokens[next]?.brk ?? 3) > 1) return { minutes: 0, length: 0 }
  const unit = isMinuteWord(tokens, next + number.length)
  if (!unit && (and || !isPlainNumber(tokens, next, number) || number.value < 5)) return { minutes: 0, length: 0 }
  return { minutes: number.value, length: next + number.length + (unit ? 1 : 0) - at }
}

function isMinuteWord(tokens: readonly Token[], at: number): boolean {
  const word = wordAt(tokens, at)
  return word === 'minutes' || (word === 'm' && tokens[at]?.brk === 0)
}

function minutesOnly(tokens: readonly Token[], at: number): Found | undefined {
  const number = numberAt(tokens, at)
  if (!number || tokens[at + number.length]?.brk === 3) return undefined
  const ish = ISH.has(wordAt(tokens, at + number.length) ?? '') ? 1 : 0
  if (!isMinuteWord(tokens, at + number.length + ish)) return undefined
  return { amount: { is: 'minutes', minutes: number.value }, length: number.length + ish + 1 }
}

const ISH: ReadonlySet<string> = new Set(['ish', 'odd', 'or', 'so', 'more', 'extra', 'long', 'whole'])

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
const TRANSPORT: ReadonlySet<string> = new Set([
  'bus',
  'train',
  'car',
  'cars',
  'traffic',
  'call',
  'carer',
  'people',
  'other',
  'lights',
  'visit',
])
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
