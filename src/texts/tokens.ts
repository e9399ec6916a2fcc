/** What a text is cut into: words as the grammar knows them, and amounts with what they are. */

import { keysOf } from './word-classes.ts'

/** What a number (or number words) turned out to be. */
export type Amount =
  | { is: 'minutes'; minutes: number }
  /** A clock time as said; `sure` when it can be nothing else, `half` when morning or evening was said. */
  | { is: 'clock'; hour: number; minute: number; half?: 'am' | 'pm'; sure: boolean }
  /** "twenty past", without its hour. */
  | { is: 'past'; minute: number }
  /** "5 to 10": a clock time or a range of minutes. */
  | { is: 'either'; minutes: number; hour: number; minute: number }
  /** A number with nothing said about it. */
  | { is: 'number'; value: number; digits: string }
  /** "a few minutes". */
  | { is: 'vague' }
  /** A road, a room, a price, a date, a telephone number. */
  | { is: 'other' }

export interface Person {
  title?: string
  words: readonly string[]
  /** The visits of the context the name fits. */
  refs: readonly string[]
  /** Only nearly: misspelt. */
  nearly: boolean
}

export interface Token {
  /** The canonical word, or `#d`, `#n`, `#c` ..., or `@`. */
  w: string
  /** What phrases may call it. */
  keys: readonly string[]
  /** The break before it: 0 none, 1 comma or dash, 2 a new line, 3 the end of a sentence. */
  brk: 0 | 1 | 2 | 3
  /** Its sentence ends with a question mark. */
  asked: boolean
  /** Written as no word we know. */
  strange: boolean
  amount?: Amount
  person?: Person
  /** Its own letters as written. */
  raw: string
}

/** A token before it is known what break stands before it. */
export type Bare = Omit<Token, 'brk'>

export function wordToken(word: string, raw: string): Bare {
  return { w: word, keys: keysOf(word), asked: false, strange: false, raw }
}

export function strangeToken(word: string, raw: string): Bare {
  return { w: word, keys: [word], asked: false, strange: true, raw }
}

export function amountToken(raw: string, amount: Amount): Bare {
  const key = AMOUNT_KEY[amount.is]
  return { w: key, keys: [/^[£$€]|%$/.test(raw) ? '#p' : key], asked: false, strange: false, raw, amount }
}

const AMOUNT_KEY: Readonly<Record<Amount['is'], string>> = {
  minutes: '#d',
  clock: '#c',
  past: '#c',
  either: '#e',
  number: '#n',
  vague: '#v',
  other: '#o',
}

export const TITLES: ReadonlySet<string> = new Set(['mr', 'mrs', 'miss', 'ms', 'dr', 'rev', 'madame', 'lady'])
