/** A missing answer that came in the end. */

import type { StatedFact } from './find-facts.ts'
import type { Scene } from './scene.ts'

/** "knocked and no answer but then she came down, I am in now" */
export function letInAfterAll({ tokens }: Scene, stated: readonly StatedFact[]): readonly StatedFact[] {
  const inside = stated.findLast(({ kind }) => kind === 'arrived')
  return stated.filter(
    ({ kind, to }) =>
      kind !== 'no-reply' || !inside || inside.from < to || !tokens.slice(to, inside.from).some(({ w }) => w === 'but'),
  )
}
