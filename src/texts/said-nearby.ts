/** What is said round a place: phrases that hold it, arrivals, "not until". */

import type { Fact } from './grammar.ts'
import type { Match } from './phrase-book.ts'
import type { Scene } from './scene.ts'
import type { Token } from './tokens.ts'
import { HEDGES } from './turning-words.ts'

/** A number right behind "late": "late 20", "late by about 20", "late: 20", also over a full stop. */
export function anchorBefore(tokens: readonly Token[], at: number): number {
  let back = at - 1
  while (back >= 0 && at - back < 6 && HEDGES.has(tokens[back]?.w ?? '') && tokens[back]?.w !== 'late') back--
  return back
}

/** A phrase of this kind holds the token, or reaches up to the one before it. */
export function covers(scene: Scene, tag: Fact, at: number): boolean {
  return scene.matches.some((match) => match.tag === tag && match.from <= at && match.to >= at)
}

export function matchesOf(scene: Scene, tag: Fact): Match<Fact>[] {
  return scene.matches.filter((match) => match.tag === tag)
}

/** "not ... until 9.20", "won't be there for another 20 minutes": the denial is of being there sooner. */
export function notBefore(scene: Scene, at: number): boolean {
  const { tokens } = scene
  const link = anchorBefore(tokens, at)
  if (!SOONEST.has(tokens[link]?.w ?? '') && tokens[at - 1]?.w !== 'another') return false
  for (let back = link; back >= 0 && link - back < 12; back--) {
    if (tokens[back]?.w === 'not') return true
    if ((tokens[back]?.brk ?? 0) > 1) return false
  }
  return false
}

const SOONEST: ReadonlySet<string> = new Set(['till', 'until', 'before'])

/** Within three words of "be there", "arrive", "with her" and the like. */
export function nearArrive(scene: Scene, at: number): boolean {
  const { tokens } = scene
  return scene.matches.some(
    (match) =>
      match.tag === 'arrive' &&
      ((match.from <= at && match.to >= at) ||
        (match.to < at && at - match.to <= 6 && fillersOnly(tokens, match.to + 1, at)) ||
        (match.from > at && match.from - at <= 2)),
  )
}

function fillersOnly(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const token = tokens[i]
    if (!token || token.brk === 3) return false
    if (!HEDGES.has(token.w) && !ARRIVAL_FILLERS.has(token.w) && !token.person) return false
  }
  return (tokens[to]?.brk ?? 3) < 2
}

const ARRIVAL_FILLERS: ReadonlySet<string> = new Set([
  'in',
  'by',
  'at',
  'for',
  'till',
  'until',
  'to',
  'with',
  'her',
  'him',
  'them',
  'house',
  'place',
  'there',
  'here',
  'minutes',
  'time',
  'hopefully',
  'no',
  'later',
  'than',
  'before',
  'after',
  'the',
  'my',
  'next',
  'call',
  'and',
  'minute',
  'within',
  'on',
  'of',
  'going',
  'i',
  'will',
  'should',
])

/** "late for Mrs Shah, about 20": only names, times and small words stand between the "late" and the amount. */
export function linkedToLate(scene: Scene, at: number): boolean {
  const { tokens } = scene
  const late = matchesOf(scene, 'late').findLast((match) => match.to < at)
  if (!late || at - late.to > 9 || OWN_LINKS.has(tokens[at - 1]?.w ?? '')) return false
  for (let i = late.to + 1; i < at; i++) {
    const token = tokens[i]
    if (
      !token ||
      !(token.person || token.amount?.is === 'clock' || HEDGES.has(token.w) || ON_THE_WAY_TO_AMOUNT.has(token.w))
    )
      return false
  }
  return !covers(scene, 'noise', late.to)
}

const OWN_LINKS: ReadonlySet<string> = new Set(['at', 'till', 'until', 'in', 'within', 'by', 'for', 'before'])

const ON_THE_WAY_TO_AMOUNT: ReadonlySet<string> = new Set(
  'for to at with my the getting next call visit one by again today this morning house first her his and going it will i should'.split(
    ' ',
  ),
)

export function onTheWay(scene: Scene, at: number): boolean {
  return scene.matches.some(
    (match) => match.tag === 'on-my-way' && match.to < at && at - match.to <= 2 && (scene.tokens[at]?.brk ?? 0) < 2,
  )
}
