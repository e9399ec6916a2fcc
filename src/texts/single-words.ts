/** Words that mean something because they stand alone: the carrier's own, and bare yes and no (design decision 3). */

import type { Reading } from './reading.ts'

/** The carrier treats these as an opt-out, whoever sends them and whatever they meant. */
const STOPS: ReadonlySet<string> = new Set([
  'stop',
  'stopall',
  'unsubscribe',
  'cancel',
  'end',
  'quit',
  'optout',
  'revoke',
])
/** The carrier answers these itself; we ring. */
const HELPS: ReadonlySet<string> = new Set(['help', 'info'])
/** The carrier takes these as an opt-in or as nothing; none of our questions is answered by them. */
const BARE: ReadonlySet<string> = new Set([
  'yes',
  'y',
  'no',
  'n',
  'start',
  'unstop',
  'ye',
  'yep',
  'yeah',
  'nope',
  'nah',
])

/** With all the punctuation and blanks a thumb may add. */
const LONGEST = 60

/** The reading of a text that is one such word, however it is punctuated. */
export function singleWord(own: string): Reading | undefined {
  if (own.length > LONGEST) return undefined
  const word = own
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
    .replace(/^stop all$/, 'stopall')
  if (STOPS.has(word)) return { kind: 'stop' }
  if (HELPS.has(word)) return { kind: 'help', level: 'person' }
  return BARE.has(word) ? { kind: 'ask', about: 'what' } : undefined
}
