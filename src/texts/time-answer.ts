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
  if (amounts.length === 0 && VAGUE.some((word) => words.has(word))) return AGAIN
  if (words.has('not') && amounts.length === 0) return undefined
  if (deniesAmount(scene) || scene.tokens.some((token) => token.asked)) return AGAIN
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

const VAGUE = [
  'know',
  'sure',
  'quick',
  'soon',
  'fast',
  'long',
  'idea',
  'clue',
  'few',
  'bit',
  'while',
  'dunno',
  'much',
  'asap',
  'shortly',
]

/** "not a clue, the sat nav says half nine": a "not" of another sentence denies nothing here. */
function deniesAmount({ tokens }: Scene): boolean {
  let denied = false
  for (const token of tokens) {
    if (token.brk === 3) denied = false
    if (token.w === 'not') denied = true
    if (denied && token.amount && token.amount.is !== 'other') return true
  }
  return false
}

function near(scene: Scene): number | undefined {
  const { now, nextVisits } = scene.context
  const time = now?.time ?? nextVisits[0]?.start
  return time === undefined ? undefined : minutesOf(time)
}
