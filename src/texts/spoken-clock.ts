/** Clock times as they are said: "twenty past nine", "half nine", "9 o'clock", "nine thirty". */

import type { Found } from './amounts.ts'
import { wordAt, numberAt } from './number-at.ts'
import { FRACTION_MINUTES, ONES } from './number-words.ts'
import type { Token } from './tokens.ts'

/** "twenty past nine", "quarter to ten", "20 past", "half nine". */
export function clockWords(tokens: readonly Token[], at: number): Found | undefined {
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
export function namedClock(tokens: readonly Token[], at: number): Found | undefined {
  const spelt = hourAndItsMinutes(tokens, at)
  if (spelt) return spelt
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

/** "I reach Mrs Shah 9 and 20": the hour and its minutes. */
function hourAndItsMinutes(tokens: readonly Token[], at: number): Found | undefined {
  const before = tokens[at - 1]
  if (!before || !(before.strange || BEFORE_HOURS.has(before.w))) return undefined
  const hour = numberAt(tokens, at)
  if (!hour || hour.value < 1 || hour.value > 12 || wordAt(tokens, at + hour.length) !== 'and') return undefined
  const minute = numberAt(tokens, at + hour.length + 1)
  const next = at + hour.length + 1 + (minute?.length ?? 0)
  if (!minute || minute.value < 10 || minute.value > 55 || minute.value % 5 !== 0) return undefined
  if (wordAt(tokens, next) === 'minutes' || wordAt(tokens, next) === 'late') return undefined
  return { amount: { is: 'clock', hour: hour.value, minute: minute.value, sure: true }, length: next - at }
}

const BEFORE_HOURS: ReadonlySet<string> = new Set(['reach', 'at', 'by', 'arrive', 'there', 'come'])
