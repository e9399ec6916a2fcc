/** Finds where a text names a person. */

import { isFirstName } from './first-names.ts'
import { nearlyNames, whoIs } from './name-book.ts'
import type { NameBook } from './name-book.ts'
import { isEveryday } from './spelling.ts'
import { TITLES } from './tokens.ts'
import type { Person, Token } from './tokens.ts'

/** The tokens with every name of a person in one token. */
export function joinNames(tokens: readonly Token[], book: NameBook): Token[] {
  const joined: Token[] = []
  for (let at = 0; at < tokens.length;) {
    const found = personAt(tokens, at, book)
    const first = tokens[at]
    if (!first) break
    if (!found) {
      joined.push(first)
      at++
      continue
    }
    const span = tokens.slice(at, at + found.length)
    joined.push({
      w: '@',
      keys: PERSON_KEYS,
      brk: first.brk,
      asked: span.some((token) => token.asked),
      strange: false,
      person: found.person,
      raw: span.map((token) => token.raw).join(' '),
    })
    at += found.length
  }
  return joined
}

const PERSON_KEYS: readonly string[] = ['@', '<who>']

function personAt(
  tokens: readonly Token[],
  at: number,
  book: NameBook,
): { person: Person; length: number } | undefined {
  const first = tokens[at]
  if (!first || first.amount) return undefined
  if (first.w === 'miss' && isVerb(tokens, at, book)) return undefined
  const title = TITLES.has(first.w) ? first.w : undefined
  const words = nameWords(tokens, title ? at + 1 : at, book, title !== undefined)
  if (words.length === 0) return title ? titleAlone(title, tokens, at) : misspelt(first, book)
  if (!title && !COURTESY.has(tokens[at - 1]?.w ?? '') && !standsAsName(tokens, at, words)) return undefined
  return { person: whoIs(words, title, book), length: words.length + (title ? 1 : 0) }
}

/** "Sir Tidy": no title of ours, but a name follows. */
const COURTESY: ReadonlySet<string> = new Set(['sir', 'madam', 'mama', 'papa', 'auntie', 'uncle'])

/** "have to miss Shah", "MISS SHAH": a word for not going, unless somebody of the visits is a Miss. */
function isVerb(tokens: readonly Token[], at: number, book: NameBook): boolean {
  const before = tokens[at - 1]?.w
  if (before === undefined || (tokens[at]?.brk ?? 0) > 1) return !book.known.some(({ title }) => title === 'miss')
  return BEFORE_VERBS.has(before)
}

const BEFORE_VERBS: ReadonlySet<string> = new Set([
  'to',
  'will',
  'might',
  'would',
  'may',
  'gonna',
  'must',
  'could',
  'not',
  'i',
  'going',
])

/** A strange word that is nearly one of the names. */
function misspelt(token: Token, book: NameBook): { person: Person; length: number } | undefined {
  if (!token.strange || token.w.length < 4 || !nearlyNames(token.w, book)) return undefined
  return { person: whoIs([token.w], undefined, book), length: 1 }
}

/** "Mr P", "Mrs D": a title with a letter. */
function titleAlone(
  title: string,
  tokens: readonly Token[],
  at: number,
): { person: Person; length: number } | undefined {
  const next = tokens[at + 1]
  if (!next || next.brk > 1 || next.amount || title === 'lady' || title === 'miss') return undefined
  if (/^[a-z]$/.test(next.raw)) return { person: { title, words: [next.raw], refs: [], nearly: false }, length: 2 }
  return undefined
}

function nameWords(tokens: readonly Token[], from: number, book: NameBook, titled: boolean): string[] {
  const words: string[] = []
  for (let at = from; at < tokens.length && words.length < 4; at++) {
    const token = tokens[at]
    if (!token || (at > from && token.brk > 0 && token.raw !== '-') || (at === from && titled && token.brk > 1)) break
    if (book.words.has(token.w)) words.push(token.w)
    else if (titled && words.length === 0 && token.strange) words.push(token.w)
    else break
  }
  return words
}

/** A name that is also a word (May, Young, Hope) counts only where a name would stand. */
function standsAsName(tokens: readonly Token[], at: number, words: readonly string[]): boolean {
  const [only = ''] = words
  if (words.length > 1 || !isEveryday(only) || (isFirstName(only) && !ALSO_WORDS.has(only))) return true
  const next = tokens[at + 1]
  if (
    (at === 0 || (tokens[at]?.brk ?? 0) > 0) &&
    next?.brk === 0 &&
    (next.amount !== undefined || AFTER_NAMES.has(next.w))
  )
    return true
  const before = tokens[at - 1]
  return before !== undefined && (before.amount !== undefined || BEFORE_NAMES.has(before.w))
}

/** At the beginning of a sentence they make the word before them somebody. */
const AFTER_NAMES: ReadonlySet<string> = new Set(
  'is has was had got says said did done will going gets needs finish face leg hand gone wants wont refused looks seems by at in out'.split(
    ' ',
  ),
)

/** First names that are words of every day too. */
const ALSO_WORDS: ReadonlySet<string> = new Set(
  'will mark bill sue pat dot joy grace rose may dawn hope summer june april faith eve robin guy max rich penny'.split(
    ' ',
  ),
)

const BEFORE_NAMES: ReadonlySet<string> = new Set([
  'for',
  'to',
  'at',
  'with',
  'missed',
  'late',
  'done',
  'left',
  'here',
  'cover',
  'tell',
  'let',
  'inform',
  'see',
  'ring',
  'call',
  'and',
  'or',
  'from',
  'do',
  'cant',
  'not',
])
