import type { NewEvidence } from '../cellar/change.ts'

const SPOKEN = /\b(spoke|spoken|speaking|talked|answered)\b/i
const SEEN = /\b(saw|seen|visited|with (her|him|them)|in person)\b|\b(am|is|are|m|s) there\b/i
/** It did not come about, or not yet, or nobody knows: then nothing of it is known. */
const IN_DOUBT =
  /\b(not|no|nobody|none|never|cannot|cant|without|will|ll|shall|should|would|could|may|might|must|if|when|once|until|till|later|soon|tomorrow|tonight|going to|gonna|trying|try|tried|hope|hoping|think|maybe|unless|before|office|home)\b|n['’]?t\b|\?/i

/**
 * How a manager knows that somebody is safe, in their own words (P-007). Undefined where they say nothing of it, and where a
 * word in it denies or defers it, or leaves it open: they are asked then, which costs a text; a matter closed on "nobody
 * answered" could cost a person.
 */
export function howKnown(body: string): NewEvidence['how'] | undefined {
  if (IN_DOUBT.test(body)) return undefined
  if (SPOKEN.test(body)) return 'spoken-to'
  return SEEN.test(body) ? 'seen' : undefined
}

/** What a text says beside these words and what is merely polite. */
export function wordsBeside(body: string, words: readonly string[]): string {
  const left = body.split(/[^\p{L}\p{N}'-]+/u).filter((word) => !POLITE.has(word.toLowerCase()))
  return left.filter((word) => word !== '' && !words.includes(word.toLowerCase())).join(' ')
}

const POLITE: ReadonlySet<string> = new Set('please thanks thank you ok is it the a i will and now'.split(' '))
