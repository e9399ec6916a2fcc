/** The reason a text gives, the first in the order of the list. */

import { reasonBook } from './lexicon.ts'
import { outermost } from './phrase-book.ts'
import type { Reason } from './reading.ts'
import { REASONS } from './reasons.ts'
import type { Scene } from './scene.ts'

export function reasonOf(scene: Scene): Reason | undefined {
  const found = new Set(outermost(reasonBook.find(scene.tokens)).map((match) => match.tag))
  return REASONS.find(({ tag }) => found.has(tag))?.tag
}

/** Where lateness is certain, a word of the road or the sky is reason enough. */
export function reasonOfLateness(scene: Scene): Reason | undefined {
  const whole = reasonOf(scene)
  if (whole) return whole
  for (const { w } of scene.tokens) {
    const reason = REASON_WORDS.get(w)
    if (reason) return reason
  }
  return undefined
}

export const REASON_WORDS: ReadonlyMap<string, Reason> = new Map(
  Object.entries({
    emergency: 'paramedics paramedic ambulance',
    traffic: `accident crash collision pileup smash lights cones tractor tractors lorry lorries truck trucks wagon roadwork roadworks road roads
      bridge crossing sheep cows cattle horse horses ducks geese swans herd police diversion junction roundabout lane lanes bypass motorway
      dual carriageway congestion rush cyclists caravan caravans digger diggers combine harvester parade protest procession tailback`,
    weather:
      'frost frosty drifts drift puddles mud slush sleet hail ice icy snow snowing fog mist wind windy storm rain raining rainy wet slippy slippery blizzard windscreen thunder',
    breakdown: 'wheel tyre engine petrol diesel puncture',
    transport: 'bus buses train trains tram taxi',
  } satisfies Partial<Record<Reason, string>>).flatMap(([reason, words]) =>
    words
      .trim()
      .split(/\s+/)
      .map((word) => [word, reason as Reason] as const),
  ),
)
