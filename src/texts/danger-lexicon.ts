/** Which classes of danger a word belongs to. */

import { DANGER_AROUND } from './danger-words-around.ts'
import { DANGER_OF_BODIES } from './danger-words.ts'

/** The classes of one word; none for most. */
export function classesOf(word: string): readonly string[] {
  return CLASSES.get(word) ?? NONE
}

const NONE: readonly string[] = []

const CLASSES: ReadonlyMap<string, readonly string[]> = byWord({ ...DANGER_OF_BODIES, ...DANGER_AROUND })

function byWord(table: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>()
  for (const [name, words] of Object.entries(table))
    for (const word of new Set(words.split(/\s+/))) map.set(word, [...(map.get(word) ?? []), name])
  return map
}

/** Every word of danger; the speller mends slips into them. */
export const DANGER_VOCABULARY: readonly string[] = [...CLASSES.keys()]
