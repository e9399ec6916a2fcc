/** The number that stands at a place, in digits or words. */

import { NO_MINUTES_AFTER, NO_MINUTES_BEFORE, ONES, TENS } from './number-words.ts'
import type { Token } from './tokens.ts'

export function wordAt(tokens: readonly Token[], at: number): string | undefined {
  return tokens[at]?.w
}

/** The number at a place, in digits or words, and how many tokens it takes. */
export function numberAt(
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

export function isPlainNumber(
  tokens: readonly Token[],
  at: number,
  number: { length: number; digits: boolean },
): boolean {
  if (!number.digits && wordAt(tokens, at) === 'one') return false
  return (
    !(NO_MINUTES_BEFORE.has(wordAt(tokens, at + number.length) ?? '') && tokens[at + number.length]?.brk === 0) &&
    !NO_MINUTES_AFTER.has(wordAt(tokens, at - 1) ?? '')
  )
}
