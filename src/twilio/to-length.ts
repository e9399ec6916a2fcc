import type { Spoken } from '../cellar/ports.ts'

/**
 * Draws a document of at most `most` characters. When it is longer the longest sentence is halved until it fits; when
 * all are short already, the last one goes. The drawing with nothing spoken is taken as it is.
 */
export function toLength(spoken: readonly Spoken[], most: number, draw: (fitting: Spoken[]) => string): string {
  let fitting = [...spoken]
  let drawn = draw(fitting)
  while (drawn.length > most && fitting.length > 0) {
    fitting = shorter(fitting)
    drawn = draw(fitting)
  }
  return drawn
}

/** The first `most` units, and never half of a character, which no document may hold. */
export function cut(words: string, most: number): string {
  return words.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')
}

/** Under this a sentence is not cut in two any more. */
const SHORT = 60

function shorter(spoken: readonly Spoken[]): Spoken[] {
  const longest = Math.max(...spoken.map(lengthOf))
  if (longest <= SHORT) return spoken.slice(0, Math.floor(spoken.length * 0.9))
  const at = spoken.findIndex((each) => lengthOf(each) === longest)
  return spoken.map((each, index) => (index === at && 'say' in each ? { ...each, say: halved(each.say) } : each))
}

function lengthOf(spoken: Spoken): number {
  return 'say' in spoken ? spoken.say.length : 0
}

/** At a space if there is one. */
function halved(words: string): string {
  const half = cut(words, Math.ceil(words.length / 2))
  const end = half.lastIndexOf(' ')
  return end > 0 ? half.slice(0, end) : half
}
