import type { NewEvidence } from '../cellar/change.ts'

const SEEN = /\b(saw|seen|see|visited|there|here|with (her|him|them)|in person)\b/i
const SPOKEN = /\b(spoke|spoken|speaking|talked|rang|rung|called|phoned|answered|said|says|told me)\b/i

/** How a manager knows that somebody is safe, in their own words; undefined where they say nothing of it (P-007). */
export function howKnown(body: string): NewEvidence['how'] | undefined {
  if (SPOKEN.test(body)) return 'spoken-to'
  return SEEN.test(body) ? 'seen' : undefined
}

/** What a text says beside these words and what is merely polite. */
export function wordsBeside(body: string, words: readonly string[]): string {
  const left = body.split(/[^\p{L}\p{N}'-]+/u).filter((word) => !POLITE.has(word.toLowerCase()))
  return left.filter((word) => word !== '' && !words.includes(word.toLowerCase())).join(' ')
}

const POLITE: ReadonlySet<string> = new Set('please thanks thank you ok is it the a i will and now'.split(' '))
