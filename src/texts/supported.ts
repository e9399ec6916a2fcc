/** Whether the sentence round a fact is about it, or a story in which it happens to be said. */

import type { Fact } from './grammar.ts'
import type { Match } from './phrase-book.ts'
import type { Scene } from './scene.ts'

/** Facts that a few words say, and that a story may say of somebody else. */
export const LIGHT: ReadonlySet<Fact> = new Set([
  'arrived',
  'left',
  'on-my-way',
  'undo',
  'next',
  'who',
  'stop',
  'less-time',
])

/** A fact counts when most of its sentence is about it: many words that nothing explains make it a story. */
export function isSupported(scene: Scene, match: Match<Fact>): boolean {
  const { tokens } = scene
  let start = match.from
  while (start > 0 && (tokens[start]?.brk ?? 0) < 1 && !JOINS.has(tokens[start]?.w ?? '')) start--
  let strange = 0
  for (
    let at = start;
    at < tokens.length && (at <= match.to || ((tokens[at]?.brk ?? 0) < 1 && !JOINS.has(tokens[at]?.w ?? '')));
    at++
  ) {
    const token = tokens[at]
    if (!token || token.person || token.amount || LITTLE_WORDS.has(token.w) || BESIDE_COMMANDS.has(token.w)) continue
    if (!scene.matches.some(({ from, to }) => from <= at && to >= at)) strange++
  }
  return strange <= UNEXPLAINED_AT_MOST + (match.to - match.from)
}

const JOINS: ReadonlySet<string> = new Set(['but', 'and', 'so', 'because', 'then', 'as'])
const UNEXPLAINED_AT_MOST = 4
const LITTLE_WORDS: ReadonlySet<string> = new Set(
  'he they it you your their that these those there then when as by into up down out over back had has did do will would can could not if or who which what too only even after before been were are'.split(
    ' ',
  ),
)

/** What may stand beside a single command word. */
export const BESIDE_COMMANDS: ReadonlySet<string> = new Set(
  'please sorry thanks now just all ok hi hello morning good i am is at with for to the a of my and so but also x xx xxx today tonight tomorrow yesterday this she he her him they still call visit house door no one yet be have has late because from off calls in time go going soon until till monday tuesday wednesday thursday friday saturday sunday next week got getting really very again yes hun love mate everyone team office m pm had being work home still about'.split(
    ' ',
  ),
)
