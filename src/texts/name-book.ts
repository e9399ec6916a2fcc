/** The names of the visits a text can be about, and whom of them a name means, also misspelt. */

import type { NextVisit } from './reading.ts'
import { oneSlipApart } from './spelling.ts'
import { TITLES } from './tokens.ts'
import type { Person } from './tokens.ts'

interface KnownName {
  ref: string
  title: string | undefined
  words: readonly string[]
  whole: string
}

export interface NameBook {
  /** Every name word of the visits. */
  words: ReadonlySet<string>
  known: readonly KnownName[]
}

/** The names of the visits, cut into words. */
export function nameBook(visits: readonly NextVisit[]): NameBook {
  const made = BOOKS.get(visits)
  if (made) return made
  const book = makeBook(visits)
  BOOKS.set(visits, book)
  return book
}

/** Several texts are often read against the same visits. */
const BOOKS = new WeakMap<readonly NextVisit[], NameBook>()

function makeBook(visits: readonly NextVisit[]): NameBook {
  const known = visits.map(({ ref, name }) => {
    const words = plainName(name)
      .split(/[^\p{L}]+/u)
      .filter(Boolean)
    const title = words.find((word) => TITLES.has(word))
    const named = words.filter((word) => !TITLES.has(word) && word.length > 1)
    return { ref, title, words: named, whole: words.join(' ') }
  })
  return { words: new Set(known.flatMap(({ words }) => words)), known }
}

function plainName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
}

/** Exact first; then one slip away. */
export function whoIs(words: readonly string[], title: string | undefined, book: NameBook): Person {
  const base = { words, ...(title ? { title } : {}) }
  const exact = book.known.filter(
    (name) => words.every((word) => name.words.includes(word)) && titlesAgree(title, name.title),
  )
  if (exact.length > 0) return { ...base, refs: samePersonFirst(exact), nearly: false }
  const initial =
    words.length === 1 && words[0]?.length === 1
      ? book.known.filter((name) => startsWith(name, words[0] ?? '') && titlesAgree(title, name.title))
      : []
  if (initial.length > 0) return { ...base, refs: samePersonFirst(initial), nearly: true }
  const near = book.known.filter(
    (name) =>
      words.every((word) => name.words.some((known) => looksLike(word, known))) && titlesAgree(title, name.title),
  )
  return { ...base, refs: samePersonFirst(near), nearly: true }
}

function startsWith(name: KnownName, letter: string): boolean {
  return name.words.at(-1)?.startsWith(letter) ?? false
}

/** The same person twice in a run is the earlier visit of the two. */
function samePersonFirst(names: readonly KnownName[]): string[] {
  const first = new Map<string, string>()
  for (const { whole, ref } of names) if (!first.has(whole)) first.set(whole, ref)
  return [...first.values()]
}

function titlesAgree(said: string | undefined, known: string | undefined): boolean {
  if (said === undefined || known === undefined || said === known) return true
  return FEMALE.has(said) && FEMALE.has(known)
}

const FEMALE: ReadonlySet<string> = new Set(['mrs', 'miss', 'ms', 'lady', 'madame'])

/** Whether a strange word could be somebody of the visits, misspelt. */
export function nearlyNames(word: string, book: NameBook): boolean {
  return word.length >= 3 && book.known.some((name) => name.words.some((known) => looksLike(word, known)))
}

/** One slip apart, or for long names two letters short of it. */
function looksLike(word: string, known: string): boolean {
  if (word === known) return true
  if (Math.min(word.length, known.length) < 3 || word[0] !== known[0]) return false
  return oneSlipApart(word, known)
}
