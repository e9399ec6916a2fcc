import { situationOf } from '../../lateness/situation.ts'
import type { Claims, Conversation } from './conversation.ts'

/** What the listener will believe once these words are said: kept, so that a later change knows what to correct. */
export function claimsOf({ contact, picture, now }: Conversation, slots: string[]): Claims {
  const saysATime = slots.includes('eta') || slots.includes('planned-time')
  if (contact?.message !== 'eta' || picture === undefined || !saysATime) return undefined
  return { saidStart: situationOf(picture.visit, now).expectedStart }
}
