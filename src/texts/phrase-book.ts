/**
 * Phrases as data: a small language a care manager can read, and the finder that looks them up.
 *
 * `not [really] (breathing|moving)`: square brackets may be left out, round brackets are a choice,
 * `~` stands for a few words of any kind, `@` for a person's name, `#d` `#n` `#c` for a duration, a bare number and a
 * clock time, `<who>` for anybody spoken of. Words are written as people write them; short forms are opened
 * (`cant` is `can not`) in the phrases as in the texts.
 */

import { phraseTree, type Node } from './phrase-tree.ts'
import type { Token } from './tokens.ts'

export interface Entry<T> {
  readonly tag: T
  readonly phrases: readonly string[]
}

export interface Match<T> {
  readonly tag: T
  /** First and last token, both included. */
  readonly from: number
  readonly to: number
}

export interface PhraseBook<T> {
  /** The longest match of every starting token. Breaks stronger than `across` are not crossed. */
  find(tokens: readonly Token[], across?: number): Match<T>[]
  /** Every word the phrases use. */
  readonly words: ReadonlySet<string>
}

const NOTHING: ReadonlySet<string> = new Set()

/** Compiles phrases into a word tree. `open` turns a word as written into its canonical words; no `~` skips a word of `bars`, nor more than `gap` words. */
export function phraseBook<T>(
  entries: readonly Entry<T>[],
  open: (word: string) => readonly string[],
  { bars = NOTHING, gap = 2 }: { bars?: ReadonlySet<string>; gap?: number } = {},
): PhraseBook<T> {
  const { root, words } = phraseTree(entries, open)
  return { find: (tokens, across = 1) => findAll(root, tokens, { across, bars, gap }), words }
}

interface Limits {
  across: number
  bars: ReadonlySet<string>
  gap: number
}

function findAll<T>(root: Node<T>, tokens: readonly Token[], limits: Limits): Match<T>[] {
  const matches: Match<T>[] = []
  for (let from = 0; from < tokens.length; from++) {
    if (!startsHere(root, tokens[from])) continue
    const best = { to: -1, tags: NO_TAGS as readonly T[] }
    walk(root, tokens, from, from, limits, best)
    for (const tag of best.tags) matches.push({ tag, from, to: best.to })
  }
  return matches
}

function startsHere<T>(root: Node<T>, token: Token | undefined): boolean {
  return token !== undefined && knowsOneOf(root, token)
}

function knowsOneOf<T>({ next }: Node<T>, { keys }: Token): boolean {
  for (const key of keys) if (next.has(key)) return true
  return false
}

const NO_TAGS: readonly never[] = []

function walk<T>(
  node: Node<T>,
  tokens: readonly Token[],
  start: number,
  at: number,
  limits: Limits,
  best: { to: number; tags: readonly T[] },
): void {
  if (node.tags.length > 0 && at - 1 > best.to) {
    best.to = at - 1
    best.tags = node.tags
  }
  const token = tokens[at]
  if (!token || node.next.size === 0) return
  if (at > start && token.brk > limits.across) return
  for (const key of token.keys) {
    const next = node.next.get(key)
    if (next) walk(next, tokens, start, at + 1, limits, best)
  }
  const gap = node.next.get('~')
  if (!gap) return
  for (let skip = 0; skip <= limits.gap; skip++) {
    const skipped = tokens[at + skip - 1]
    if (skip > 0 && (!skipped || skipped.brk > Math.min(limits.across, NEW_LINE) || limits.bars.has(skipped.w))) return
    if (skip > 0 && (tokens[at + skip]?.brk ?? 0) > NEW_LINE) continue
    if (leadsOn(gap, tokens[at + skip])) walk(gap, tokens, start, at + skip, limits, best)
  }
}

/** Whether a walk behind a gap can find anything at that token. */
function leadsOn<T>(gap: Node<T>, token: Token | undefined): boolean {
  return gap.tags.length > 0 || gap.next.has('~') || (token !== undefined && knowsOneOf(gap, token))
}

/** A gap never reaches over the end of a sentence. */
const NEW_LINE = 2

/** Leaves out what lies wholly inside a longer match: "left my phone" is not "left". */
export function outermost<T>(matches: readonly Match<T>[]): Match<T>[] {
  const kept: Match<T>[] = []
  let widest: Match<T> | undefined
  for (const match of matches) {
    if (widest && match.to <= widest.to && match.to - match.from < widest.to - widest.from) continue
    kept.push(match)
    if (!widest || match.to >= widest.to) widest = match
  }
  return kept
}
