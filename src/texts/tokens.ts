/** Cuts a tidied text into tokens: words as the grammar knows them, numbers with what they are, and the breaks between. */

import { oneSlipApart } from './spelling.ts'

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

export interface Lexicon {
  meant(written: string): readonly string[]
  knows(word: string): boolean
}

/** Splits a tidied text. `names` are words that are kept as they stand, whatever the speller thinks. */
export function tokenize(text: string, lexicon: Lexicon, names: ReadonlySet<string> = NO_NAMES): Token[] {
  const tokens: Token[] = []
  let brk: Token['brk'] = 0
  for (const match of apart(text).matchAll(PIECES)) {
    const piece = match[0]
    const broken = breakOf(piece)
    if (broken !== undefined) {
      if (piece.includes('?')) markAsked(tokens)
      brk = Math.max(brk, broken) as Token['brk']
      continue
    }
    for (const token of tokensOf(piece, lexicon, names, tokens.at(-1))) {
      tokens.push({ ...token, brk })
      brk = 0
    }
  }
  return tokens
}

/** Puts room round the signs that people squeeze between words, so that `sorry.late 20` has its break. */
function apart(text: string): string {
  if (!SQUEEZED.test(text)) return text
  return text
    .replace(/\b([ap])\.\s?m\b\.?/g, '$1m')
    .replace(/(\p{L})([.:,/-])(?=[\p{L}\d])/gu, '$1 $2 ')
    .replace(/(\d)([,:/-])(?=\p{L})/gu, '$1 $2 ')
}

const SQUEEZED = /[.:,/-]/

const NO_NAMES: ReadonlySet<string> = new Set()

/** Money, percentages, letters mixed with digits, numbers with their inner signs, then breaks. */
const PIECES =
  /[£$€]\s?\d[\d.,]*|\d[\d.,]*\s?%|d\s?(?:&|\+)\s?v\b|[\p{L}\d]+(?:(?:'(?=\p{L})|(?<=\d)[.:,/-](?=\d))[\p{L}\d]+)*|\n|[.!?;:,()"-]+|[+#=&@]/gu

function breakOf(piece: string): Token['brk'] | undefined {
  if (piece === '\n') return 2
  if (!/^[.!?;:,()"-]+$/.test(piece)) return undefined
  if (/[!?;]/.test(piece) || /^\.$/.test(piece)) return 3
  return 1
}

/** A question mark belongs to what stands since the last break. */
function markAsked(tokens: Token[]): void {
  for (let i = tokens.length - 1; i >= 0; i--) {
    const token = tokens[i]
    if (!token) return
    token.asked = true
    if (token.brk > 0) return
  }
}

type Bare = Omit<Token, 'brk'>

function tokensOf(piece: string, lexicon: Lexicon, names: ReadonlySet<string>, before: Token | undefined): Bare[] {
  if (PLAIN_WORD.test(piece)) return wordTokens(piece, lexicon, names, before)
  if (/^[£$€]|%$/.test(piece)) return [amountToken(piece, { is: 'other' })]
  if (/^d\s?[&+]\s?v$/.test(piece)) return [wordToken('d&v', piece)]
  if (/^[+#=&@]$/.test(piece)) return piece === '&' ? [wordToken('and', piece)] : []
  const part = piece.replace(/['+]+$/, '')
  if (/^\p{L}/u.test(part) && !/\d/.test(part)) return wordTokens(part, lexicon, names, before)
  if (/^\d/.test(part) && !/\p{L}/u.test(part)) return numberTokens(part)
  return mixedTokens(part, lexicon, names)
}

const PLAIN_WORD = /^[a-z]+$/

function wordTokens(written: string, lexicon: Lexicon, names: ReadonlySet<string>, before: Token | undefined): Bare[] {
  const name = nameIn(written, names)
  if (name !== undefined) return [{ ...wordToken(name, written), strange: true }]
  const whole = written.includes("'") ? written.replaceAll("'", '') : written
  if (before && TITLES.has(before.w) && !lexicon.knows(whole))
    return [strangeToken(written.replace(/'s?$/, '').replaceAll("'", ''), written)]
  if (!lexicon.knows(whole) && nearName(whole, names)) return [strangeToken(whole, written)]
  const apostrophe = WITH_APOSTROPHE.get(written)
  const words =
    apostrophe ??
    (written.endsWith("'s") && !lexicon.knows(whole)
      ? lexicon.meant(written.slice(0, -2).replaceAll("'", ''))
      : lexicon.meant(whole))
  return words.map((word) => (lexicon.knows(word) ? wordToken(word, written) : strangeToken(word, written)))
}

/** A misspelt name is not mended into a word of the grammar. */
function nearName(word: string, names: ReadonlySet<string>): boolean {
  if (word.length < 4) return false
  for (const name of names) if (name.length >= 4 && name[0] === word[0] && oneSlipApart(word, name)) return true
  return false
}

/** `ill` is poorly and `I'll` is not; only the apostrophe tells. */
const WITH_APOSTROPHE: ReadonlyMap<string, readonly string[]> = new Map([
  ["i'll", ['i', 'will']],
  ["he'll", ['he', 'will']],
  ["we'll", ['we', 'will']],
  ["we're", ['we', 'are']],
  ["o'clock", ['oclock']],
])

export const TITLES: ReadonlySet<string> = new Set(['mr', 'mrs', 'miss', 'ms', 'dr', 'rev', 'madame', 'lady'])

/** A name of the visits, also with its genitive s. */
function nameIn(written: string, names: ReadonlySet<string>): string | undefined {
  if (names.size === 0) return undefined
  const plain = written.includes("'") ? written.replaceAll("'", '') : written
  if (names.has(plain)) return plain
  if (!plain.endsWith('s')) return undefined
  const without = written.replace(/'?s$/, '').replaceAll("'", '')
  return without.length >= 3 && names.has(without) ? without : undefined
}

function wordToken(word: string, raw: string): Bare {
  return { w: word, keys: keysOf(word), asked: false, strange: false, raw }
}

function strangeToken(word: string, raw: string): Bare {
  return { w: word, keys: [word], asked: false, strange: true, raw }
}

const CLASSES: ReadonlyMap<string, readonly string[]> = classes({
  '<who>':
    'she he they her him lady gentleman gent man woman client mum mother dad father nan nana gran grandad grandma husband wife son daughter brother sister person girl boy pt patient resident',
  '<me>': 'i me we us',
  '<kin>': 'mum mother dad father nan nana gran grandad grandma husband wife aunt auntie uncle',
  '<day>':
    'today tonight tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday morning afternoon evening night lunch teatime dinner breakfast tea',
  '<visit>': 'call calls visit visits appointment client clients run shift round double slot one job',
  '<meds>': 'meds medication medicine tablets tablet pills insulin',
  '<staff>': 'carer helper girl lady nurse staff worker caregiver cleaner',
})

function classes(table: Record<string, string>): ReadonlyMap<string, readonly string[]> {
  const byWord = new Map<string, string[]>()
  for (const [name, words] of Object.entries(table)) {
    for (const word of words.split(' ')) byWord.set(word, [...(byWord.get(word) ?? [word]), name])
  }
  return byWord
}

/** Every word that stands for a class of words. */
export const CLASS_WORDS: readonly string[] = [...CLASSES.keys()]

function keysOf(word: string): readonly string[] {
  return CLASSES.get(word) ?? [word]
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

export function amountToken(raw: string, amount: Amount): Bare {
  const key = AMOUNT_KEY[amount.is]
  return { w: key, keys: [key], asked: false, strange: false, raw, amount }
}

/** Digits with the signs people put between them. */
function numberTokens(digits: string): Bare[] {
  const plain = digits.replace(/[.,:/-]+$/, '')
  if (EMERGENCY_NUMBERS.has(plain)) return [wordToken(plain, plain)]
  if (/^\d+$/.test(plain)) return [amountToken(plain, wholeNumber(plain))]
  const clock = /^(\d{1,2})[.:](\d{2})$/.exec(plain)
  if (clock) return [amountToken(plain, clockOrOther(Number(clock[1]), Number(clock[2])))]
  if (/^\d+\.\d$/.test(plain)) return [decimalToken(plain)]
  if (FRACTIONS.has(plain)) return [wordToken(plain, plain)]
  const range = /^(\d{1,3})[-/](\d{1,3})$/.exec(plain)
  if (range) return rangeTokens(plain, Number(range[1]), Number(range[2]))
  const clocks = /^(\d{1,2})[.:](\d{2})[-/](\d{1,2})[.:](\d{2})$/.exec(plain)
  if (clocks) return [amountToken(plain, clockOrOther(Number(clocks[3]), Number(clocks[4])))]
  return [amountToken(plain, { is: 'other' })]
}

/** Never minutes, never a code. */
const EMERGENCY_NUMBERS: ReadonlySet<string> = new Set(['999', '112', '111', '911'])

const FRACTIONS: ReadonlySet<string> = new Set(['1/2', '1/4', '3/4'])

/** Long digits, and five or more behind a nought, are telephone numbers and the like. */
function wholeNumber(digits: string): Amount {
  if (digits.length > 4) return { is: 'other' }
  if (digits.length === 4 && digits.startsWith('0'))
    return clockOrOther(Number(digits.slice(0, 2)), Number(digits.slice(2)))
  return { is: 'number', value: Number(digits), digits }
}

function clockOrOther(hour: number, minute: number): Amount {
  return hour < 24 && minute < 60 ? { is: 'clock', hour, minute, sure: true } : { is: 'other' }
}

function decimalToken(plain: string): Bare {
  return { ...amountToken(plain, { is: 'other' }), w: '#h', keys: ['#h'] }
}

/** "20-30" and "15/20" are ranges, of which the larger counts; "24/7" and "9/11" are not. */
function rangeTokens(raw: string, low: number, high: number): Bare[] {
  if (low >= high || (raw.includes('/') && high < 13) || high - low > 60) return [amountToken(raw, { is: 'other' })]
  return [amountToken(raw, { is: 'number', value: high, digits: String(high) })]
}

/** Letters and digits together: text-speak, roads, ordinals, or two things without a space. */
function mixedTokens(part: string, lexicon: Lexicon, names: ReadonlySet<string>): Bare[] {
  if (lexicon.knows(part)) return lexicon.meant(part).map((word) => wordToken(word, part))
  if (!/^(in|by|at)\d/.test(part) && NOT_MINUTES.some((pattern) => pattern.test(part)))
    return [amountToken(part, { is: 'other' })]
  if (/^\d[o]$/.test(part)) return numberTokens(part.replace('o', '0'))
  return part
    .split(/(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/u)
    .flatMap((run) => (/^\d/.test(run) ? numberTokens(run) : wordTokens(run, lexicon, names, undefined)))
}

const NOT_MINUTES: readonly RegExp[] = [
  /^[abm]\d{1,4}m?$/,
  /^[jx]\d{1,2}$/,
  /^\d+(st|nd|rd|th|p|k|kg|mg|ml|mph|km|cm|x|s)$/,
  /^[a-z]{1,2}\d{1,2}[a-z]?$/,
  /^\d+[bcefgijknqruvwxyz]$/,
]
