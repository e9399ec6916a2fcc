/** Durations as they are said: "half an hour", "1hr 15", "three quarters of an hour". */

import type { Found } from './amounts.ts'
import { wordAt, numberAt, isPlainNumber } from './number-at.ts'
import { FRACTION_MINUTES, ONES } from './number-words.ts'
import type { Token } from './tokens.ts'

/** Hours and minutes in all the ways they are said. */
export function duration(tokens: readonly Token[], at: number): Found | undefined {
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
  const bare = next - 1 === at
  while ([...(bare ? ['and'] : []), 'of', 'a', 'an'].includes(wordAt(tokens, next) ?? '')) next++
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
