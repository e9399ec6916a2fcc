/** By how much a visit's length no longer fits. */

import type { ReadingKind } from './reading.ts'
import type { Scene } from './scene.ts'

/** "need longer, another 15 please": the only amount, and more of it. */
export function anotherAmount({ tokens }: Scene, kind: ReadingKind): { minutes?: number } {
  const amounts = tokens.flatMap((token, at) => (token.amount && token.amount.is !== 'other' ? [at] : []))
  const [at] = amounts
  const amount = at === undefined ? undefined : tokens[at]?.amount
  if (kind !== 'needs-more-time' || at === undefined || amounts.length > 1) return {}
  if (!['another', 'extra', 'further'].includes(tokens[at - 1]?.w ?? '')) return {}
  if (amount?.is === 'minutes') return { minutes: amount.minutes }
  return amount?.is === 'number' && amount.digits.length <= 2 && amount.value > 0 ? { minutes: amount.value } : {}
}

/** The amount inside the phrase, unless it is the length that no longer fits. */
export function minutesWithin(scene: Scene, from: number, to: number): { minutes?: number } {
  const words = scene.tokens.slice(from, to + 1)
  if (words.some((token) => token.w === 'not' || token.w === 'enough' || token.w === 'only')) return {}
  for (const { amount } of words) {
    if (amount?.is === 'minutes') return { minutes: amount.minutes }
    if (amount?.is === 'number' && amount.digits.length < 3 && amount.value > 0) return { minutes: amount.value }
  }
  return {}
}
