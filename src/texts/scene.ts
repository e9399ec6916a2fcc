/** One text laid out for reading: its tokens, who it names, and which phrases it holds. */

import { joinAmounts } from './amounts.ts'
import { meantTime, minutesOf } from './clock-time.ts'
import { harmlessWords } from './find-cry.ts'
import { isFirstName } from './first-names.ts'
import type { Fact } from './grammar.ts'
import { factBook, speller } from './lexicon.ts'
import { nameBook } from './name-book.ts'
import type { NameBook } from './name-book.ts'
import { joinNames } from './names.ts'
import { outermost } from './phrase-book.ts'
import type { Match } from './phrase-book.ts'
import type { Context } from './reading.ts'
import { tokenize } from './tokenize.ts'
import type { Token } from './tokens.ts'

export interface Scene {
  tokens: readonly Token[]
  /** The tokens before names were joined and signatures left off. */
  unnamed: readonly Token[]
  matches: readonly Match<Fact>[]
  book: NameBook
  context: Context
  /** Whether a word stands in a phrase that only looks like a cry for help; found out when first asked. */
  isHarmless: (at: number) => boolean
}

/** Lays out a tidied text. */
export function setScene(text: string, context: Context): Scene {
  const book = nameBook(context.nextVisits)
  const words = tokenize(text, speller, book.words)
  const unnamed = joinAmounts(mergeNoOne(openIll(words)))
  const tokens = withoutSignature(spellTwoAndFour(joinNames(unnamed, book)))
  let harmless: readonly boolean[] | undefined
  return {
    tokens,
    unnamed,
    matches: outermost(factBook.find(tokens)),
    book,
    context,
    isHarmless: (at) => (harmless ??= harmlessWords(tokens, context.from))[at] ?? false,
  }
}

/** "ill be there" is "I will be there"; "ill today" is not. */
function openIll(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some((token) => token.w === 'ill')) return tokens
  return tokens.flatMap((token, at) => {
    if (token.w !== 'ill' || !AFTER_I_WILL.has(tokens[at + 1]?.w ?? '') || tokens[at + 1]?.brk !== 0) return [token]
    const i: Token = { ...token, w: 'i', keys: ['i', '<me>'] }
    return [i, { ...i, w: 'will', keys: ['will'], brk: 0 }]
  })
}

/** Last lines that hold only a name, a greeting and a number are a signature. Names of the visits never are. */
function withoutSignature(tokens: readonly Token[]): readonly Token[] {
  let end = tokens.length
  for (let at = tokens.length - 1; at > 0; at--) {
    const token = tokens[at]
    if (!token || !(token.strange || isFirstName(token.w) || SIGNING.has(token.w) || token.amount?.is === 'other'))
      break
    if (token.brk === 2) end = at
  }
  return end === tokens.length ? tokens : tokens.slice(0, end)
}

const SIGNING: ReadonlySet<string> = new Set(
  'regards kind kindest best wishes warm many thanks thank you yours sincerely faithfully love from care assistant worker senior x xx xxx cheers k ok a b c d e f g h i j l m n o p r s t w'.split(
    ' ',
  ),
)

/** "late 2 mrs shah", "late 4 mr patel" */
function spellTwoAndFour(tokens: readonly Token[]): Token[] {
  return tokens.map((token, at) => {
    const word = TO_AND_FOR.get(token.raw)
    const next = tokens[at + 1]
    if (word === undefined || at === 0 || !next?.person || next.brk > 0) return token
    return { w: word, keys: [word], brk: token.brk, asked: token.asked, strange: false, raw: token.raw }
  })
}

const TO_AND_FOR: ReadonlyMap<string, string> = new Map([
  ['2', 'to'],
  ['4', 'for'],
])

const ONE: ReadonlySet<string> = new Set(['one', 'ones', 'body', 'bodies'])

/** "no one" is nobody. */
function mergeNoOne(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some((token) => ONE.has(token.w))) return tokens
  return tokens.flatMap((token, at) => {
    if (ONE.has(token.w) && tokens[at - 1]?.w === 'no' && token.brk === 0) return []
    const next = tokens[at + 1]
    return token.w === 'no' && next && ONE.has(next.w) && next.brk === 0
      ? [{ ...token, w: 'nobody', keys: ['nobody'] }]
      : [token]
  })
}

const AFTER_I_WILL: ReadonlySet<string> = new Set(
  'be get try do come let have need ring call text go see make arrive finish start still probably also not just take cover check pop drive wait phone reach pick head run tell ask'.split(
    ' ',
  ),
)

/** The visit that starts at a time as said, morning or evening. */
export function visitAt(scene: Scene, said: { hour: number; minute: number; half?: 'am' | 'pm' }): string | undefined {
  return scene.context.nextVisits.find(
    ({ start }) => start !== undefined && minutesOf(start) === meantTime(said, minutesOf(start)),
  )?.ref
}
