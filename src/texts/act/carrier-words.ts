import type { Change } from '../../cellar/change.ts'
import type { Instant } from '../../cellar/local-time.ts'
import type { PhoneNumber } from '../../cellar/phone-number.ts'

/** Words that end the carrier's block of texts to a number. YES may also be meant for somebody, so a person reads it. */
const OPT_INS: ReadonlySet<string> = new Set(['START', 'UNSTOP', 'YES'])
/** What the carrier answers itself, with the words it acts upon; a text is one of these or it is not (design 3.3). */
const ANSWERED: ReadonlySet<string> = new Set([
  ...OPT_INS,
  'STOP',
  'STOPALL',
  'UNSUBSCRIBE',
  'CANCEL',
  'END',
  'QUIT',
  'HELP',
  'INFO',
])

/**
 * A text that is one of the carrier's own words has had the carrier's answer: ours is left out, all else is done. An
 * opt-in lets us text the number again.
 */
export function besideTheCarrier(body: string, from: PhoneNumber, now: Instant, changes: Change[]): Change[] {
  const word = body.trim().toUpperCase()
  if (!ANSWERED.has(word)) return changes
  const again: Change[] = OPT_INS.has(word)
    ? [{ kind: 'number-learned', number: from, fact: 'texts-again', at: now }]
    : []
  if (OPT_INS.has(word) && word !== 'YES') return again
  return [
    ...again,
    ...changes.filter((change) => change.kind !== 'contact-added' || change.contact.message !== 'answer'),
  ]
}
