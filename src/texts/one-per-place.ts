/** Keeps one fact of a kind and a place. */

import type { StatedFact } from './find-facts.ts'
import type { ReadingKind } from './reading.ts'

/** Each fact once; where two phrases overlap, the graver one. */
export function onePerKindAndPlace(stated: readonly StatedFact[]): StatedFact[] {
  return stated.filter(
    (fact, at) =>
      !stated.slice(0, at).some((other) => other.kind === fact.kind && fact.from <= other.to + 1) &&
      !stated.some(
        (other) =>
          other !== fact && fact.from <= other.to && other.from <= fact.to && rank(other.kind) < rank(fact.kind),
      ),
  )
}

/** Where two phrases overlap, the graver one was meant. */
const RANKS: readonly ReadingKind[] = [
  'missed',
  'found-missed',
  'no-reply',
  'sick',
  'cannot-attend',
  'frustrated',
  'needs-more-time',
  'needs-less-time',
  'left',
  'arrived',
  'on-my-way',
]

function rank(kind: ReadingKind): number {
  const at = RANKS.indexOf(kind)
  return at < 0 ? RANKS.length : at
}
