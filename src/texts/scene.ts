/** One text laid out for reading: its tokens, who it names, which phrases it holds, and how each is meant. */

import { joinAmounts } from './amounts.ts'
import { meantTime, minutesOf } from './clock-time.ts'
import type { Fact } from './grammar.ts'
import { harmlessWords } from './find-cry.ts'
import { factBook, speller } from './lexicon.ts'
import { joinNames, nameBook } from './names.ts'
import type { NameBook } from './names.ts'
import { outermost } from './phrase-book.ts'
import type { Match } from './phrase-book.ts'
import type { Context } from './reading.ts'
import { tokenize } from './tokens.ts'
import type { Token } from './tokens.ts'
import { ASKING, BETWEEN_NOT_AND_FACT, HELPERS, NOTS, ONLY_IF, OTHERS } from './turning-words.ts'

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

const ONE: ReadonlySet<string> = new Set(['one', 'ones'])

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

/** Whether the words right before deny what starts at `at`: only fillers may stand between. */
export function denied(scene: Scene, at: number): boolean {
  const { tokens } = scene
  for (let back = at - 1, steps = 0; back >= 0 && steps < 5; back--, steps++) {
    if ((tokens[back + 1]?.brk ?? 0) > 0) return false
    const word = tokens[back]?.w ?? ''
    if (NOTS.has(word)) return true
    if (!BETWEEN_NOT_AND_FACT.has(word)) return notThinking(scene, back, word)
  }
  return false
}

/** "don't think I will be late", "not sure I can". */
function notThinking(scene: Scene, at: number, word: string): boolean {
  const words = scene.tokens.slice(Math.max(0, at - 4), at + 1).map((token) => token.w)
  return (
    (word === 'i' || word === 'will' || word === 'can') &&
    /\bnot (think|thinking|sure|expect|expecting|reckon|know)( if)? i( will| can)?$/.test(words.join(' '))
  )
}

/** Whether what stands at `at` is asked, wished or supposed. */
export function onlySupposed(scene: Scene, at: number): boolean {
  const { tokens } = scene
  if (tokens[at]?.asked && !/\b(that|this|it) (is )?(ok|alright|fine)|ok$/.test(tailOf(tokens, at))) return true
  let start = at
  while (start > 0 && (tokens[start]?.brk ?? 0) < 1) start--
  for (let back = at - 1; back >= start && at - back < 9; back--)
    if (ONLY_IF.has(tokens[back]?.w ?? '') && !(HOPES.has(tokens[back]?.w ?? '') && tokens[back + 1]?.w === 'to'))
      return true
  return asking(tokens, start, at)
}

/** "hoping to be there by 9.20" is a promise. */
const HOPES: ReadonlySet<string> = new Set(['hope', 'hoping'])

function tailOf(tokens: readonly Token[], at: number): string {
  return tokens
    .slice(at)
    .map((token) => token.w)
    .join(' ')
}

/** Whether the whole text begins as a question. */
export function asksFromStart(scene: Scene): boolean {
  return asking(scene.tokens, 0, scene.tokens.length)
}

function asking(tokens: readonly Token[], start: number, at: number): boolean {
  const first = GREETING_WORDS.has(tokens[start]?.w ?? '') ? start + 1 : start
  const one = tokens[first]?.w ?? ''
  if (at <= first && !ASKING.has(`${one}_*`)) return false
  return ASKING.has(`${one}_*`) || ASKING.has(`${one}_${tokens[first + 1]?.w ?? ''}`)
}

const GREETING_WORDS: ReadonlySet<string> = new Set([
  'hi',
  'hello',
  'hiya',
  'hey',
  'sorry',
  'please',
  'so',
  'and',
  'but',
])

/** Whether somebody else does what stands at `at` ("Anna is running late", "the nurse is here"). */
export function somebodyElse(scene: Scene, at: number): boolean {
  const { tokens } = scene
  let helped = false
  for (let back = at - 1; back >= 0; back--) {
    if ((tokens[back + 1]?.brk ?? 0) > 0) return false
    const token = tokens[back]
    if (!token || token.person) return false
    if (token.amount && token.amount.is !== 'other') continue
    if (HELPERS.has(token.w)) {
      helped ||= FINITE.has(token.w)
      continue
    }
    if (OTHERS.has(token.w)) return helped || token.w === 'she' || token.w === 'he' || token.w === 'they'
    return helped && (token.strange || isFirstName(token.w)) && !introduced(tokens, back)
  }
  return false
}

/** "it's Anna", "this is Anna": the sender says who they are. */
function introduced(tokens: readonly Token[], at: number): boolean {
  const [first, second] = [tokens[at - 2]?.w, tokens[at - 1]?.w]
  return second === 'is' ? INTRODUCING.has(first ?? '') : second === 'am' || second === 'hi' || second === 'hello'
}

const INTRODUCING: ReadonlySet<string> = new Set(['it', 'this', 'name', 'that'])

const FINITE: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were', 'has', 'have', 'will', 'running'])

const NAME_WORDS: ReadonlySet<string> = new Set(
  'alex alan amy andy angela anita ann anna anne annie barbara ben beth bob brenda carol cath chloe chris claire dan dave debbie denise donna elaine eileen ella emma fiona frank gary gemma george hannah harry hazel heather helen jack jackie jade james jan jane janet jean jenny jess jim jo joan joanne joe john joyce judy julie karen kate kath keith kelly ken kerry kim laura leanne lena lesley lily linda lisa liz lorna louise lucy maria marie mary mel michelle mike molly nat nick nicola nina pam paul paula pauline pete peter phil rachel rita rob ron rosa ruth sally sam sandra sara sarah sean shaz sheila sian simon stella steve sue susan tara tess tina tom toni tony tracey tracy vera vicky zoe'.split(
    ' ',
  ),
)

export function isFirstName(word: string): boolean {
  return NAME_WORDS.has(word)
}

/** Yesterday's lateness is past and tomorrow's is not yet: neither moves a visit of now. */
export function onAnotherDay({ tokens }: Scene): boolean {
  return tokens.some(
    (token, at) =>
      OTHER_DAYS.has(token.w) ||
      (token.w === 'last' && OTHER_SPANS.has(tokens[at + 1]?.w ?? '')) ||
      (token.w === 'next' && OTHER_SPANS.has(tokens[at + 1]?.w ?? '')),
  )
}

const OTHER_DAYS: ReadonlySet<string> = new Set(['yesterday', 'tomorrow'])
const OTHER_SPANS: ReadonlySet<string> = new Set([
  'week',
  'month',
  'year',
  'time',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
])

/** The visit that starts at a time as said, morning or evening. */
export function visitAt(scene: Scene, said: { hour: number; minute: number; half?: 'am' | 'pm' }): string | undefined {
  return scene.context.nextVisits.find(
    ({ start }) => start !== undefined && minutesOf(start) === meantTime(said, minutesOf(start)),
  )?.ref
}
