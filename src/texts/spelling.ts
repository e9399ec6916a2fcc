/** Opens short forms and mends spelling, so that the grammar needs every word only once. */

import { EVERYDAY_WORDS } from './everyday-words.ts'
import { ORDINARY_WORDS } from './ordinary-words.ts'
import { SHORT_FORMS } from './short-forms.ts'

const EVERYDAY = new Set([...EVERYDAY_WORDS, ...ORDINARY_WORDS])

/** A word as written, without apostrophes, in the words the grammar knows. Unknown words come back as they are. */
export function openShortForm(word: string): readonly string[] {
  return SHORT_FORMS.get(word) ?? [word]
}

export function isEveryday(word: string): boolean {
  return EVERYDAY.has(word)
}

/** "closes", "moved", "tasks": an everyday word with a customary ending. */
function isInflected(word: string): boolean {
  if (word.length < 5) return false
  return ENDINGS.some(
    (end) =>
      word.endsWith(end) &&
      (EVERYDAY.has(word.slice(0, -end.length)) ||
        (VOWELLED.has(end) && EVERYDAY.has(`${word.slice(0, -end.length)}e`))),
  )
}

const ENDINGS = ['s', 'es', 'ed', 'd', 'ing', 'er', 'ers', 'ly', 'y', 'less', 'ness', 'ment']
const VOWELLED: ReadonlySet<string> = new Set(['ed', 'ing', 'er', 'ers'])

export interface Speller {
  /** The words meant by one written word (lower case, letters and digits). */
  meant(written: string): readonly string[]
  knows(word: string): boolean
}

/** A speller for the given grammar words. Its tables are built once; `meant` costs a handful of look-ups. */
export function createSpeller(grammarWords: Iterable<string>): Speller {
  const grammar = new Set(grammarWords)
  const mending = mendingTable(grammar)
  const knows = (word: string): boolean => grammar.has(word) || EVERYDAY.has(word) || SHORT_FORMS.has(word)

  const remembered = new Map<string, readonly string[]>()

  function meant(written: string): readonly string[] {
    const known = remembered.get(written)
    if (known) return known
    const words = workedOut(written)
    if (remembered.size >= REMEMBERED_AT_MOST) remembered.clear()
    remembered.set(written, words)
    return words
  }
  function workedOut(written: string): readonly string[] {
    return (
      opened(written) ??
      opened(squeezed(written, '$1$1')) ??
      opened(squeezed(written, '$1')) ??
      (isInflected(written) ? [written] : undefined) ??
      mended(written) ??
      cut(written) ?? [written]
    )
  }
  function opened(word: string): readonly string[] | undefined {
    return SHORT_FORMS.get(word) ?? (grammar.has(word) || EVERYDAY.has(word) ? [word] : undefined)
  }
  function mended(word: string): readonly string[] | undefined {
    const found = mend(word, mending)
    return found === undefined ? undefined : [found]
  }
  function cut(word: string): readonly string[] | undefined {
    return cutApart(word, (part) => (part.length >= SHORTEST_PART || TINY_WORDS.has(part) ? opened(part) : undefined))
  }
  return { meant, knows }
}

/** People use few words; strange ones must not fill the memory. */
const REMEMBERED_AT_MOST = 5000

/** `soooo` as `soo` or `so`. */
function squeezed(word: string, by: string): string {
  return word.replace(/(.)\1{2,}/g, by)
}

/** Every way to leave one letter out of a grammar word, with the words it may have come from. */
function mendingTable(grammar: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, string[]>()
  for (const word of grammar) {
    if (word.length < SHORTEST_MENDED || !/^[a-z]+$/.test(word)) continue
    for (const form of [word, ...withOneLeftOut(word)]) {
      const words = table.get(form)
      if (words) words.push(word)
      else table.set(form, [word])
    }
  }
  return table
}

const SHORTEST_MENDED = 5

function withOneLeftOut(word: string): string[] {
  return Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1))
}

/** The one grammar word that is a single slip away (a letter more, less, other, or two swapped) and starts alike. */
function mend(word: string, table: ReadonlyMap<string, readonly string[]>): string | undefined {
  if (word.length < SHORTEST_MENDED - 1 || word.length > 20) return undefined
  const near = new Set<string>()
  for (const form of [word, ...withOneLeftOut(word)]) {
    for (const candidate of table.get(form) ?? []) {
      if (startsAlike(word, candidate) && oneSlipApart(word, candidate)) near.add(candidate)
    }
  }
  return near.size === 1 ? near.values().next().value : undefined
}

function startsAlike(a: string, b: string): boolean {
  return a[0] === b[0] || (a[0] === b[1] && a[1] === b[0])
}

/** Equal but for one letter more, less or other, or two neighbours swapped. */
export function oneSlipApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const restA = a.slice(start, a.length - end)
  const restB = b.slice(start, b.length - end)
  if (restA.length <= 1 && restB.length <= 1) return true
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0]
}

const SHORTEST_PART = 3
const SHORTEST_CUT = 6
const LONGEST_CUT = 40
const TINY_WORDS: ReadonlySet<string> = new Set(
  'i am a in on at to be is he my me so no by up it of we us go im or hr an as do'.split(' '),
)

/** `shesfallen` as its words, when the whole of it is words. Fewest words win. */
function cutApart(
  word: string,
  opened: (part: string) => readonly string[] | undefined,
): readonly string[] | undefined {
  if (word.length < SHORTEST_CUT || word.length > LONGEST_CUT) return undefined
  const best: (readonly string[][] | undefined)[] = [[]]
  for (let end = 1; end <= word.length; end++) {
    for (let start = Math.max(0, end - 15); start < end; start++) {
      const before = best[start]
      const known = best[end]
      if (!before || (known && known.length <= before.length + 1)) continue
      const part = opened(word.slice(start, end))
      if (part) best[end] = [...before, [...part]]
    }
  }
  const parts = best[word.length]
  return parts && parts.length <= word.length / 3 ? parts.flat() : undefined
}
