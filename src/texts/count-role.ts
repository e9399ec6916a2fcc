/** What so many minutes, or a number with nothing said about it, is doing in its sentence. */

import type { Role } from './amount-roles.ts'
import { covers, linkedToLate, matchesOf, nearArrive, notBefore, onTheWay } from './said-nearby.ts'
import type { Scene } from './scene.ts'
import type { Token } from './tokens.ts'

export function countRole(scene: Scene, at: number, anchor: number, before: string): Role {
  const { tokens } = scene
  if (covers(scene, 'not-before', at) || notBefore(scene, at))
    return isMinutes(tokens[at]) || tokens[at - 1]?.w === 'another' ? 'from-now' : 'at-time'
  if (LATE_AFTER.has(before))
    return covers(scene, 'noise', anchor) && !covers(scene, 'late', anchor) ? 'no-news' : 'behind-plan'
  if (
    before === 'by' &&
    (LATE_AFTER.has(tokens[anchor - 1]?.w ?? '') ||
      isMinutes(tokens[at]) ||
      (isOverAnHourHand(tokens[at]) && matchesOf(scene, 'late').length > 0))
  )
    return 'behind-plan'
  if (linkedToLate(scene, at)) return 'behind-plan'
  if (before === 'in' || before === 'within' || nearArrive(scene, at))
    return nearArrive(scene, at) || onTheWay(scene, at) ? arrivalRole(tokens, at) : 'no-news'
  if ((before === 'till' || before === 'until') && !isMinutes(tokens[at])) return 'at-time'
  if (before === 'for') return 'no-news'
  if (onTheWay(scene, at) && isMinutes(tokens[at])) return 'from-now'
  return 'free'
}

/** Right before or behind an amount, these make it a delay: "late 20", "20 behind". */
export const LATE_AFTER: ReadonlySet<string> = new Set(['late', 'behind', 'delayed', 'delay', 'overdue'])

/** "late to Mr Patel by 20": no hour of the clock. */
function isOverAnHourHand(token: Token | undefined): boolean {
  return token?.amount?.is === 'number' && token.amount.value > 12 && token.amount.digits.length === 2
}

function isMinutes(token: Token | undefined): boolean {
  return token?.amount?.is === 'minutes' || token?.amount?.is === 'vague'
}

function deniedNear(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - 6), at).some((token) => token.w === 'not')
}

/** "be there in 20" is minutes; "be there at 9", "by 930" and "be there 930" are times. */
function arrivalRole(tokens: readonly Token[], at: number): Role {
  const amount = tokens[at]?.amount
  if (amount?.is !== 'number') return 'from-now'
  const link = tokens[at - 1]?.w === 'about' || tokens[at - 1]?.w === 'like' ? tokens[at - 2]?.w : tokens[at - 1]?.w
  if (link === 'in' || link === 'within' || tokens[at + 1]?.w === 'away') return 'from-now'
  if (link === 'for' && amount.value <= 12 && !deniedNear(tokens, at)) return 'at-time'
  if (link === 'at' || link === 'by' || link === 'till' || link === 'until' || amount.digits.length > 2)
    return 'at-time'
  if (tokens[at + 1]?.w === 'instead' && amount.value <= 12) return 'at-time'
  if (amount.value > 12) return 'from-now'
  return tokens[at - 1]?.w !== 'about' && (amount.value === 5 || amount.value === 10) ? 'from-now' : 'free'
}
