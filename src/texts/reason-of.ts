/** The reason a text gives, the first in the order of the list. */

import { reasonBook } from './lexicon.ts'
import { outermost } from './phrase-book.ts'
import type { Reason } from './reading.ts'
import { REASONS } from './reasons.ts'
import type { Scene } from './scene.ts'

export function reasonOf(scene: Scene): Reason | undefined {
  const found = new Set(outermost(reasonBook.find(scene.tokens)).map((match) => match.tag))
  return REASONS.find(({ tag }) => found.has(tag))?.tag
}
