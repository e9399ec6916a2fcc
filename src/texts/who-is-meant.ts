/** Gives every named person to the fact they belong to. */

import { nearArrive } from './amount-roles.ts'
import type { Scene } from './scene.ts'
import type { Person, Token } from './tokens.ts'

/** A stretch of the text that is about something. */
export interface Stretch {
  from: number
  to: number
  /** Lateness: a person the sender is still with is not the one they are late for. */
  late: boolean
}

/** For every stretch, the persons named with it, in order. */
export function shareOut(scene: Scene, stretches: readonly Stretch[]): Person[][] {
  const shares: Person[][] = stretches.map(() => [])
  scene.tokens.forEach((token, at) => {
    if (!token.person) return
    const owner = ownerOf(scene, at, stretches)
    if (owner >= 0) shares[owner]?.push(token.person)
  })
  return shares
}

function ownerOf(scene: Scene, at: number, stretches: readonly Stretch[]): number {
  let best = -1
  let nearest = Infinity
  const onlyPlace = isPlace(scene, at)
  stretches.forEach((stretch, index) => {
    if (stretch.late && onlyPlace) return
    const distance = distanceTo(scene.tokens, at, stretch)
    if (distance < nearest) {
      nearest = distance
      best = index
    }
  })
  return best
}

/** In words; a comma counts three, a sentence twelve. A name behind is nearer than a name before. */
function distanceTo(tokens: readonly Token[], at: number, { from, to }: Stretch): number {
  if (at >= from && at <= to) return 0
  const [first, last] = at > to ? [to + 1, at] : [at + 1, from]
  let distance = at > to ? 0 : 0.5
  for (let i = first; i <= last; i++) distance += 1 + (BREAK_COST[tokens[i]?.brk ?? 0] ?? 0) + (tokens[i]?.w === 'and' || tokens[i]?.w === 'but' ? 2 : 0)
  return distance
}

const BREAK_COST: readonly number[] = [0, 3, 3, 12]

/** "still with Mrs Shah", "stuck at Mr Patel's", "running late from Mrs Shah": where they are, not where they are late. */
function isPlace(scene: Scene, at: number): boolean {
  const before = scene.tokens[at - 1]?.w ?? ''
  const earlier = scene.tokens[at - 2]?.w ?? ''
  if (AWAY_FROM.has(before)) return true
  if (before !== 'at' && before !== 'with' && before !== 'in') return before === 'because' || NEEDED.has(scene.tokens[at + 1]?.w ?? '')
  if (STILL_THERE.has(earlier)) return true
  return !ARRIVING.has(earlier) && !nearArrive(scene, at)
}

const AWAY_FROM: ReadonlySet<string> = new Set(['from', 'left', 'leaving', 'of', 'finished', 'finish', 'because', 'after', 'as', 'since', 'ring', 'call', 'phone', 'tell', 'see'].filter((word) => word !== 'tell' && word !== 'see'))
const STILL_THERE: ReadonlySet<string> = new Set(['still', 'been', 'stuck', 'held', 'up', 'overran', 'am', 'i', 'finished', 'done', 'waiting', 'here', 'left'])
const ARRIVING: ReadonlySet<string> = new Set(['be', 'get', 'there', 'arrive', 'arriving', 'late', 'behind', 'minutes', '#d', '#n'])
const NEEDED: ReadonlySet<string> = new Set(['needed', 'took', 'wanted', 'overran', 'kept', 'needs', 'had', 'passed', 'fell', 'died'])

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
