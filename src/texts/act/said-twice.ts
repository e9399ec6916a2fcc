import type { Understand } from './context.ts'
import { momentOf } from './context.ts'
import type { Incoming } from './sender.ts'

/** The same words again within this time are one text: a thumb that pressed twice, or a carrier that sent twice. */
const TWICE_WITHIN_MS = 2 * 60_000
/** Nobody reads our question and answers it sooner. */
const BEFORE_ANYBODY_ANSWERS_MS = 10_000

/**
 * Whether a text only repeats the sender's last one. "20" again is no repetition when it answers a question that the
 * first "20" led to; and a cry for help is heard every time.
 */
export async function isSaidTwice(incoming: Incoming, understand: Understand): Promise<boolean> {
  const { tx, delivery, body, question, place } = incoming
  const before = await tx.sameTextBefore(delivery.id, delivery.receivedAt - TWICE_WITHIN_MS)
  if (before === undefined) return false
  const plain = { from: 'care-worker', now: momentOf(tx.now, place.zone), nextVisits: [] } as const
  if (understand(body, plain).kind === 'help') return false
  if (question === undefined || question.askedAt < before) return true
  if (delivery.receivedAt - before < BEFORE_ANYBODY_ANSWERS_MS) return true
  return understand(body, { ...plain, awaiting: question.about }).kind === understand(body, plain).kind
}
