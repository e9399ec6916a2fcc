/** What a text was found to say about being late, and how an amount is put down in it. */

import { apart, meantTime, minutesOf, timeOf } from './clock-time.ts'
import type { Lateness } from './lateness.ts'
import type { Scene } from './scene.ts'

/** One amount that says when the sender will be there. */
export interface When {
  at: number
  minutes?: number
  eta?: string
  countedFrom: 'plan' | 'now'
  /** A time that nothing says is the time of arrival, but for the lateness beside it. */
  loose?: true
  /** Said without its half of the day: of a far visit it is the other half's. */
  eitherHalf?: true
}

export interface LateFinding {
  lateness: Lateness
  whens: When[]
  /** A visit picked by its time ("my 9.45") or by its number in the list. */
  picked: readonly string[]
  /** A visit was picked that is not there. */
  pickedNobody: boolean
  /** A number that could be minutes or a time, or is too large, or too vague. */
  unclearAmount: boolean
}

/** Puts down so many minutes from the plan or from now; none, or more than could be meant, are unclear. */
export function addMinutes(
  scene: Scene,
  at: number,
  minutes: number,
  countedFrom: 'plan' | 'now',
  finding: LateFinding,
): void {
  if (minutes <= 0 || minutes > LONGEST_MINUTES) return unclear(finding)
  const now = scene.context.now
  if (countedFrom === 'now' && now) finding.whens.push({ at, eta: timeOf(minutesOf(now.time) + minutes), countedFrom })
  else finding.whens.push({ at, minutes, countedFrom })
}

const LONGEST_MINUTES = 360

/** Puts down a time of arrival; one too far from when the sender is expected is unclear. */
export function addEta(
  scene: Scene,
  at: number,
  said: { hour: number; minute: number; half?: 'am' | 'pm' },
  finding: LateFinding,
): void {
  const near = expectedAt(scene)
  const meant = meantTime(said, near)
  if (near !== undefined && Math.abs(apart(near, meant)) > FAR) return unclear(finding)
  const eitherHalf = said.half === undefined && said.hour >= 1 && said.hour <= 12
  finding.whens.push({
    at,
    eta: timeOf(meant),
    countedFrom: 'plan',
    ...(eitherHalf ? { eitherHalf: true as const } : {}),
  })
}

/** No visit is moved by more than this on the strength of a clock time. */
const FAR = 6 * 60

function expectedAt(scene: Scene): number | undefined {
  const { now, nextVisits } = scene.context
  const start = nextVisits[0]?.start
  if (now) return minutesOf(now.time)
  return start === undefined ? undefined : minutesOf(start)
}

export function unclear(finding: LateFinding): void {
  finding.unclearAmount = true
}
