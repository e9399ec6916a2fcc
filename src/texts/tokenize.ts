/** Cuts a tidied text into tokens: words, numbers, and the breaks between. */

import { numberTokens } from './number-tokens.ts'
import { oneSlipApart } from './spelling.ts'
import { amountToken, strangeToken, TITLES, wordToken } from './tokens.ts'
import type { Bare, Token } from './tokens.ts'

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
  /[£$€]\s?\d[\d.,]*|\d[\d.,]*\s?%|d\s?(?:&|\+)\s?v\b|a\s?(?:&|\+)\s?e\b|[\p{L}\d]+(?:(?:'(?=\p{L})|(?<=\d)[.:,/-](?=\d))[\p{L}\d]+)*|\n|[.!?;:,()"-]+|[+#=&@]/gu

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

function tokensOf(piece: string, lexicon: Lexicon, names: ReadonlySet<string>, before: Token | undefined): Bare[] {
  if (PLAIN_WORD.test(piece)) return wordTokens(piece, lexicon, names, before)
  if (/^[£$€]|%$/.test(piece)) return [amountToken(piece, { is: 'other' })]
  if (/^d\s?[&+]\s?v$/.test(piece)) return [wordToken('d&v', piece)]
  if (/^a\s?[&+]\s?e$/.test(piece)) return [wordToken('a&e', piece)]
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

/** A name of the visits, also with its genitive s. */
function nameIn(written: string, names: ReadonlySet<string>): string | undefined {
  if (names.size === 0) return undefined
  const plain = written.includes("'") ? written.replaceAll("'", '') : written
  if (names.has(plain)) return plain
  if (!plain.endsWith('s')) return undefined
  const without = written.replace(/'?s$/, '').replaceAll("'", '')
  return without.length >= 3 && names.has(without) ? without : undefined
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
