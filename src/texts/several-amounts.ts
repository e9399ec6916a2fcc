/** What several amounts in one text come to: the same one twice, one that corrects another, or a contradiction. */

import type { When } from './late-finding.ts'
import type { Reading } from './reading.ts'
import type { Scene } from './scene.ts'
import { CORRECTING } from './turning-words.ts'

/** Where several amounts are said: equal ones are one, a corrected one counts alone. */
export function settle(scene: Scene, whens: readonly When[]): When[] {
  const kept: When[] = []
  for (const when of whens) {
    const previous = kept.at(-1)
    if (previous && corrected(scene, previous.at, when.at)) kept.pop()
    if (!kept.some((other) => other.minutes === when.minutes && other.eta === when.eta)) kept.push(when)
  }
  return kept
}

/** The amounts of a finding as a reading, when they agree with each other. */
export function asReading(whens: readonly When[]): Omit<Reading, 'kind'> | undefined {
  const minutes = new Set(whens.flatMap((when) => when.minutes ?? []))
  const etas = new Set(whens.flatMap((when) => when.eta ?? []))
  if (minutes.size > 1 || etas.size > 1 || whens.length === 0) return undefined
  const [minute] = minutes
  const [eta] = etas
  return {
    ...(minute === undefined ? {} : { minutes: minute }),
    ...(eta === undefined ? {} : { eta }),
    countedFrom: whens.some((when) => when.countedFrom === 'plan') ? 'plan' : 'now',
  }
}

/** "20 late, no 30": whether a correcting word between two amounts makes the second replace the first. */
export function corrected(scene: Scene, from: number, to: number): boolean {
  const between = scene.tokens.slice(from + 1, to)
  const last = between.findLastIndex((token) => CORRECTING.has(token.w))
  return (
    between.length <= 6 &&
    last >= 0 &&
    !between.some((token) => token.person) &&
    !between.slice(last).some((token) => token.w === 'late')
  )
}
