/** "Shah 9.40 now", "Dorothy 5 to 11": a name and a time, and nothing else in the sentence, is a time of arrival. */

import { apart, meantTime, minutesOf } from './clock-time.ts'
import { asksFromStart } from './how-meant.ts'
import type { Scene } from './scene.ts'

/** Whether the clock time at `at` stands alone with one name that is expected at another time. */
export function isBareTime(scene: Scene, at: number): boolean {
  const { tokens } = scene
  const amount = tokens[at]?.amount
  if (!amount || (amount.is !== 'clock' && amount.is !== 'either') || tokens[at]?.asked || asksFromStart(scene))
    return false
  let first = at
  while (first > 0 && (tokens[first]?.brk ?? 0) < 1) first--
  let last = at
  while (last + 1 < tokens.length && (tokens[last + 1]?.brk ?? 0) < 1) last++
  const sentence = tokens.slice(first, last + 1)
  const named = sentence.flatMap((token) => token.person ?? [])
  const [ref] = named[0]?.refs ?? []
  if (named.length !== 1 || ref === undefined || named[0]?.refs.length !== 1) return false
  return (
    sentence.every((token) => token.amount === amount || token.person !== undefined || BESIDE_TIME.has(token.w)) &&
    movesVisit(scene, ref, amount)
  )
}

const BESIDE_TIME: ReadonlySet<string> = new Set(
  'the i go come start reach arrive see me her him gets get can you tell let know ta thanks hen pet love boss mate there yes your text at by for till until about now ish sorry x xx please ok will be is nearer like instead today so then to probably more looking with and'.split(
    ' ',
  ),
)

/** A time that is the planned one is no news. */
function movesVisit(scene: Scene, ref: string, said: { hour: number; minute: number }): boolean {
  const start = scene.context.nextVisits.find((visit) => visit.ref === ref)?.start
  if (start === undefined) return false
  const planned = minutesOf(start)
  const moved = apart(planned, meantTime(said, planned))
  return moved > 0 && moved <= FARTHEST_MOVED
}

const FARTHEST_MOVED = 180
