/** The answer to "How many minutes?". A bare number is minutes only here. */

import { meantTime, minutesOf, timeOf } from './clock-time.ts'
import { reasonOf } from './reason-of.ts'
import type { Reading } from './reading.ts'
import type { Scene } from './scene.ts'

const AGAIN: Reading = { kind: 'ask', about: 'minutes', of: 'late' }

/** Reads a duration, a number of at most two digits, or a clock time; asks again when it is none or more than one. */
export function addedTime(scene: Scene): Reading | undefined {
  const amounts = scene.tokens.flatMap(({ amount }) => (amount && amount.is !== 'other' ? [amount] : []))
  const words = new Set(scene.tokens.map((token) => token.w))
  if (words.has('not') && amounts.length === 0) return words.has('know') || words.has('sure') ? AGAIN : undefined
  if (words.has('not') || scene.tokens.some((token) => token.asked)) return AGAIN
  const [amount] = amounts
  if (amounts.length !== 1 || !amount) return amounts.length > 1 || scene.tokens.length === 1 ? AGAIN : undefined
  const reason = reasonOf(scene)
  const rest = reason ? { reason } : {}
  if (amount.is === 'minutes' && amount.minutes > 0)
    return { kind: 'late', minutes: amount.minutes, countedFrom: 'plan', ...rest }
  if (amount.is === 'clock')
    return { kind: 'late', eta: timeOf(meantTime(amount, near(scene))), countedFrom: 'plan', ...rest }
  if (amount.is === 'number' && amount.digits.length <= 2 && amount.value > 0)
    return { kind: 'late', minutes: amount.value, countedFrom: 'plan', ...rest }
  return AGAIN
}

function near(scene: Scene): number | undefined {
  const { now, nextVisits } = scene.context
  const time = now?.time ?? nextVisits[0]?.start
  return time === undefined ? undefined : minutesOf(time)
}
