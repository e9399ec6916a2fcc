/** What the named persons of a text come to. */

import type { Person } from './tokens.ts'

/** What the named persons come to: one visit, several, or a question. */
export interface Meant {
  refs: string[]
  /** Named, but fits nobody or more than one. */
  unclear?: string
}

export function meantBy(persons: readonly Person[]): Meant {
  const refs = new Set<string>()
  let unclear: string | undefined
  for (const person of persons) {
    const [only] = person.refs
    if (person.refs.length === 1 && only !== undefined) refs.add(only)
    else unclear = person.words.join(' ')
  }
  return { refs: [...refs], ...(unclear === undefined ? {} : { unclear }) }
}
