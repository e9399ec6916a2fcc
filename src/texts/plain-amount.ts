/** What an amount of a plain form says of one visit. */

import { roleOf } from './amount-roles.ts'
import { apart, meantTime, minutesOf, timeOf } from './clock-time.ts'
import type { Scene } from './scene.ts'
import type { Amount, Token } from './tokens.ts'

/** What an amount says of one visit: a time it can have moved to, or the minutes where lateness is said. */
export function saidOf(
  scene: Scene,
  token: Token,
  visit: string,
  late: boolean,
): { minutes: number } | { eta: string } | undefined {
  const { amount } = token
  if (!amount) return undefined
  const clock = clockOf(amount, scene.tokens[scene.tokens.indexOf(token) - 1]?.w ?? '')
  if (clock) return movedTo(scene, clock, visit)
  const at = scene.tokens.indexOf(token)
  if (!late || roleOf(scene, at) === 'from-now' || FROM_NOW.has(scene.tokens[at - 1]?.w ?? '')) return undefined
  if (amount.is === 'minutes') return amount.minutes <= LONGEST_DELAY ? { minutes: amount.minutes } : undefined
  if (amount.is !== 'number' || amount.digits.length > 2 || amount.value < 5) return undefined
  const before = scene.tokens[scene.tokens.indexOf(token) - 1]?.w ?? ''
  return TIME_LINKS.has(before) && amount.value <= 12 ? undefined : { minutes: amount.value }
}

const FROM_NOW: ReadonlySet<string> = new Set(['in', 'within'])
const LONGEST_DELAY = 180
const TIME_LINKS: ReadonlySet<string> = new Set(['at', 'by', 'till', 'until', 'before', 'eta'])

/** A clock time as said, also as bare digits: "940". */
function clockOf(amount: Amount, before: string): Clock | undefined {
  if (amount.is === 'clock' || amount.is === 'either') return amount
  if (amount.is === 'past') return { minute: amount.minute }
  if (amount.is !== 'number') return undefined
  const { value, digits } = amount
  const hour = Math.floor(value / 100)
  if (digits.length >= 3) return hour > 0 && hour < 24 && value % 100 < 60 ? { hour, minute: value % 100 } : undefined
  return TIME_LINKS.has(before) && before !== 'by' && value >= 1 && value <= 12 ? { hour: value, minute: 0 } : undefined
}

interface Clock {
  /** Unsaid in "twenty past". */
  hour?: number
  minute: number
  half?: 'am' | 'pm'
}

/** The time, when it is later than planned, not too far, and not over already. */
function movedTo(scene: Scene, { hour, minute, half }: Clock, visit: string): { eta: string } | undefined {
  const start = scene.context.nextVisits.find(({ ref }) => ref === visit)?.start
  if (start === undefined) return undefined
  const planned = minutesOf(start)
  const meant =
    hour === undefined
      ? planned + ((((minute - planned) % 60) + 60) % 60)
      : meantTime({ hour, minute, ...(half ? { half } : {}) }, planned)
  const moved = apart(planned, meant)
  const { now } = scene.context
  if (moved <= 0 || moved > LONGEST_DELAY || (now && apart(minutesOf(now.time), meant) < 0)) return undefined
  return { eta: timeOf(meant) }
}
