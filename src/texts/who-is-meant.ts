/** Gives every named person to the fact they belong to. */

import { nearArrive } from './said-nearby.ts'
import type { Scene } from './scene.ts'
import type { Person, Token } from './tokens.ts'

/** A stretch of the text that is about something. */
export interface Stretch {
  from: number
  to: number
  /** Lateness: a person the sender is still with is not the one they are late for. */
  late: boolean
  /** Takes only those who stand this near. */
  within?: number
}

/** For every stretch, the persons named with it, in order. */
export function shareOut(scene: Scene, stretches: readonly Stretch[]): Person[][] {
  const shares: Person[][] = stretches.map(() => [])
  scene.tokens.forEach((token, at) => {
    if (!token.person) return
    const owner = ownerOf(scene, at, stretches)
    const stretch = stretches[owner]
    if (stretch)
      shares[owner]?.push(
        stretch.late && !clearlyMeant(scene, at, stretches) ? { ...token.person, refs: [] } : token.person,
      )
  })
  return shares
}

/** A name far from any lateness, with nothing to tie it there, may have nothing to do with it. */
function clearlyMeant(scene: Scene, at: number, stretches: readonly Stretch[]): boolean {
  const title = COURTESY.has(scene.tokens[at - 1]?.w ?? '') ? 1 : 0
  if (TIES.has(scene.tokens[at - 1 - title]?.w ?? '')) return true
  return stretches.some((stretch) => stretch.late && distanceTo(scene.tokens, at, stretch) <= NEAR)
}

const COURTESY: ReadonlySet<string> = new Set(['sir', 'madam', 'mama', 'papa', 'auntie', 'uncle', 'mum', 'old', 'dear'])
const TIES: ReadonlySet<string> = new Set([
  'near',
  'outside',
  'for',
  'to',
  'at',
  'with',
  'both',
  'and',
  'or',
  'tell',
  'let',
  'inform',
  'ring',
  'call',
  'phone',
  'see',
  'do',
])
const NEAR = 8

function ownerOf(scene: Scene, at: number, stretches: readonly Stretch[]): number {
  let best = -1
  let nearest = Infinity
  const onlyPlace = isPlace(scene, at)
  stretches.forEach((stretch, index) => {
    if (stretch.late && onlyPlace) return
    const distance = distanceTo(scene.tokens, at, stretch)
    if (distance < nearest && distance <= (stretch.within ?? Infinity)) {
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
  for (let i = first; i <= last; i++)
    distance += 1 + (BREAK_COST[tokens[i]?.brk ?? 0] ?? 0) + (tokens[i]?.w === 'and' || tokens[i]?.w === 'but' ? 2 : 0)
  return distance
}

const BREAK_COST: readonly number[] = [0, 3, 3, 12]

/** "still with Mrs Shah", "stuck at Mr Patel's", "running late from Mrs Shah": where they are, not where they are late. */
function isPlace(scene: Scene, at: number): boolean {
  const before = scene.tokens[at - 1]?.w ?? ''
  const earlier = scene.tokens[at - 2]?.w ?? ''
  if (AWAY_FROM.has(before) || doesSomething(scene, at + 1) || (before !== 'at' && ownsSomething(scene, at)))
    return true
  if (before === 'for' && NOT_LATE_FOR.has(earlier)) return true
  if (before !== 'at' && before !== 'with' && before !== 'in') return false
  if (STILL_THERE.has(earlier)) return true
  if (before === 'at' && earlier !== '') return false
  return !ARRIVING.has(earlier) && !nearArrive(scene, at)
}

/** "Mr Patel's prescription", "Mrs Shah's daughter": not the person, a thing of theirs. */
function ownsSomething(scene: Scene, at: number): boolean {
  const token = scene.tokens[at]
  const next = scene.tokens[at + 1]
  const genitive = token?.person && token.raw.endsWith('s') && !(token.person.words.at(-1) ?? 's').endsWith('s')
  return Boolean(genitive && next && next.brk === 0 && !next.amount && !OF_THE_VISIT.has(next.w))
}

const OF_THE_VISIT: ReadonlySet<string> = new Set(
  'call visit house place flat home by at about will be is late now and so because going running for as due on in today this tonight morning lunch tea bed breakfast evening dinner one because sorry please thanks traffic but or then x xx maybe probably gonna or they he she there we i you it not'.split(
    ' ',
  ),
)
const NOT_LATE_FOR: ReadonlySet<string> = new Set([
  'waiting',
  'wait',
  'looking',
  'shopping',
  'prescription',
  'meds',
  'caring',
  'milk',
  'bread',
  'test',
  'up',
  'key',
  'things',
])

const AWAY_FROM: ReadonlySet<string> = new Set([
  'from',
  'found',
  'helping',
  'saw',
  'waiting',
  'left',
  'leaving',
  'of',
  'finished',
  'finish',
  'because',
  'after',
  'as',
  'since',
])
const STILL_THERE: ReadonlySet<string> = new Set([
  'still',
  'been',
  'stuck',
  'held',
  'up',
  'overran',
  'am',
  'i',
  'finished',
  'done',
  'waiting',
  'here',
  'left',
  'was',
  'in',
  'sat',
  'overrunning',
  'over',
  'ran',
  'call',
  'time',
  'is',
  'trouble',
  'busy',
  'working',
  'ages',
  'long',
  'longer',
])
const ARRIVING: ReadonlySet<string> = new Set([
  'be',
  'get',
  'there',
  'arrive',
  'arriving',
  'late',
  'behind',
  'minutes',
  '#d',
  '#n',
  '#c',
])

/** "Mrs Shah has fallen", "Mr Patel needed changing": they do something of their own; "Mrs Shah is 20 late" they do not. */
function doesSomething(scene: Scene, at: number): boolean {
  const verb = scene.tokens[at]
  const next = scene.tokens[at + 1]
  if (!verb || verb.brk > 0 || !THEIR_VERBS.has(verb.w)) return false
  if (verb.w === 'had' && next?.w === 'to') return false
  if (verb.w === 'will' && next?.w === 'not' && BE_OR_SEE.has(scene.tokens[at + 2]?.w ?? '')) return false
  return !next || !(next.amount || TO_BE_LATE.has(next.w))
}

const BE_OR_SEE: ReadonlySet<string> = new Set(['be', 'see', 'get', 'have'])

const THEIR_VERBS: ReadonlySet<string> = new Set(
  'is has was had did does fell needed needs took wanted wants overran kept passed died ran went said says refused will not wont on'.split(
    ' ',
  ),
)
const TO_BE_LATE: ReadonlySet<string> = new Set(['late', 'be', 'going', 'about', 'running', 'gonna', 'now', 'at', 'by'])
