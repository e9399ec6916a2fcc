/** Whether the sender is late at all: words for it that are their own, meant, and not denied. */

import type { Fact } from './grammar.ts'
import type { Match } from './phrase-book.ts'
import { matchesOf } from './said-nearby.ts'
import type { Scene } from './scene.ts'
import { denied, onAnotherDay, onlySupposed, somebodyElse } from './how-meant.ts'

/** The "late" words that are the sender's own, meant, and not denied. */
export interface Lateness {
  own: Match<Fact>[]
  /** Late words that are denied: "not late any more". */
  denied: boolean
  /** Late words that are asked, supposed, or somebody else's. */
  unclear: boolean
}

export function latenessOf(scene: Scene): Lateness {
  const result: Lateness = {
    own: [],
    denied: matchesOf(scene, 'on-time').some((match) => !onlySupposed(scene, match.from)),
    unclear: has(scene, 'someone-late'),
  }
  for (const match of matchesOf(scene, 'late')) {
    if (onAnotherDay(scene)) result.unclear = true
    else if (saysNot(scene, match)) result.own.push(match)
    else if (denied(scene, match.from)) result.denied = true
    else if (onlySupposed(scene, match.from) || somebodyElse(scene, subjectFrom(scene, match.from)))
      result.unclear = true
    else result.own.push(match)
  }
  return result
}

function has(scene: Scene, tag: Fact): boolean {
  return scene.matches.some((match) => match.tag === tag)
}

/** "not make it on time" is itself a lateness. */
function saysNot(scene: Scene, match: Match<Fact>): boolean {
  return scene.tokens[match.from]?.w === 'not'
}

/** In "the nurse is 20 late" the subject stands before the number. */
function subjectFrom(scene: Scene, from: number): number {
  const before = scene.tokens[from - 1]
  return before?.amount && before.amount.is !== 'other' ? from - 1 : from
}
