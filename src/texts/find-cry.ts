/** Looks for cries for help before anything else is read, in all that was sent: also in quotes and signatures. */

import { WHOLE_CRIES } from './cries-for-help.ts'
import { cryBook, cryOfHouseholdBook, harmlessBook, harmlessFromStaffBook, speller } from './lexicon.ts'
import { outermost } from './phrase-book.ts'
import type { Reading, Sender } from './reading.ts'
import { tokenize } from './tokens.ts'
import type { Token } from './tokens.ts'

export interface CryFinding {
  level: 'emergency' | 'person'
  about?: 'bereavement'
}

/** The cry in these tokens, the gravest level of all that is found. */
export function findCry(tokens: readonly Token[], from: Sender): CryFinding | undefined {
  const harmless = harmlessWords(tokens, from)
  const own = from === 'service-user' ? cryOfHouseholdBook.find(tokens, ANY_BREAK) : []
  const cries = [...outermost(cryBook.find(tokens, ANY_BREAK)), ...own].filter(({ from: first, to }) => !allHarmless(harmless, first, to))
  if (cries.length === 0) return isWholeCry(tokens) ? { level: 'person' } : undefined
  const bereaved = cries.some(({ tag, from: at }) => tag === 'bereavement' && !ownLoss(tokens, at, from))
  return {
    level: cries.some(({ tag }) => tag === 'emergency') ? 'emergency' : 'person',
    ...(bereaved ? { about: 'bereavement' as const } : {}),
  }
}

/** The cry in what the sender only quotes. */
export function findQuotedCry(quoted: string, from: Sender): CryFinding | undefined {
  return quoted === '' ? undefined : findCry(tokenize(quoted, speller), from)
}

export function cryReading({ level, about }: CryFinding): Reading {
  return { kind: 'help', level, ...(about ? { about } : {}) }
}

const ANY_BREAK = 9
/** Harmless phrases stand unbroken. */
const NO_BREAK = 0

/** Which words stand in a phrase that only looks like a cry. */
export function harmlessWords(tokens: readonly Token[], from: Sender): boolean[] {
  const marks = tokens.map(() => false)
  const ofStaff = from === 'care-worker' || from === 'manager' ? harmlessFromStaffBook.find(tokens, NO_BREAK) : []
  for (const match of [...harmlessBook.find(tokens, NO_BREAK), ...ofStaff]) marks.fill(true, match.from, match.to + 1)
  return marks
}

/** A cry is hidden when a harmless phrase holds its last word and at least half of it. */
function allHarmless(harmless: readonly boolean[], first: number, last: number): boolean {
  let hidden = 0
  for (let at = first; at <= last; at++) if (harmless[at]) hidden++
  return (harmless[last] ?? false) && hidden * 2 >= last - first + 1
}

function isWholeCry(tokens: readonly Token[]): boolean {
  return tokens.length <= 3 && WHOLE_CRIES.has(tokens.map((token) => token.w).join(' '))
}

/** A care worker's own mother: no household of ours. */
function ownLoss(tokens: readonly Token[], at: number, from: Sender): boolean {
  if (from !== 'care-worker' && from !== 'manager') return false
  return tokens.slice(Math.max(0, at - 2), at + 2).some((token) => token.w === 'my')
}
