import type { ContactDetails, Grade } from '../cellar/change.ts'
import type { Instant } from '../cellar/local-time.ts'
import type { AttemptFacts, ContactFacts } from './attempt-facts.ts'
import { isOpen } from './attempt-facts.ts'
import type { Way } from './channel-order.ts'
import { atLeast } from './grade.ts'

/** What a contact does next. */
export type NextTry =
  | { kind: 'told'; whom: string; grade: Grade; said: ContactDetails | undefined }
  /** an attempt is planned or under way: look again then, should nothing be heard of it */
  | { kind: 'under-way'; until: Instant }
  | { kind: 'try'; way: Way }
  | { kind: 'wait'; until: Instant }
  /** every way was tried in every round, or there is none: a human's task; tried again at `until` all the same */
  | { kind: 'exhausted'; until: Instant }

/** How long a number rests before it is tried again. */
export const SAME_NUMBER_REST_MS = 90_000
/** A send that is lost is made again at once; a way on which so many were lost counts as tried, so that the order goes on. */
const LOST_FOR_A_TRY = 3
/** How long to leave an attempt that nothing is heard of before asking again what became of it. */
const UNDER_WAY_CHECK_MS = 60_000

export interface Persistence {
  rounds: number
  /** after the last round: how long until the whole order is tried again */
  restMinutes: number
}

/**
 * The next step of a contact: told, or the next way of the round at once (engaged, no answer, a machine and a hang-up
 * each lead on without a wait), the same number again only after 90 s, and after the last round a human's task. With
 * news the rounds begin again. Once somebody was told well enough, only those are still tried who are owed a correction.
 *
 * @param ways in the order of the plan, as it is now
 */
export function nextTry(contact: ContactFacts, ways: Way[], persistence: Persistence, now: Instant): NextTry {
  const told = enough(contact, ways)
  const owed = ways.filter((way) => way.owed === true)
  if (told !== undefined && owed.length === 0) return told
  if (contact.attempts.some(isOpen)) return { kind: 'under-way', until: now + UNDER_WAY_CHECK_MS }
  const sinceNews = contact.attempts.filter((attempt) => attempt.plannedAt >= newsAt(contact))
  const next = leastTried(sinceNews, told === undefined ? ways : owed)
  if (next === undefined) return { kind: 'exhausted', until: now + persistence.restMinutes * 60_000 }
  const roundsOver = next.isFirstOfRound && next.tries > 0 && next.tries % persistence.rounds === 0
  const restedAt = roundsOver ? lastEnd(contact.attempts) + persistence.restMinutes * 60_000 : 0
  if (restedAt > now) return { kind: 'exhausted', until: restedAt }
  const numberFreeAt = Math.max(freeAt(next.way, contact.attempts), next.way.restsUntil ?? 0)
  return numberFreeAt > now ? { kind: 'wait', until: numberFreeAt } : { kind: 'try', way: next.way }
}

function enough(contact: ContactFacts, ways: Way[]): NextTry | undefined {
  // the last that was enough: with a correction the same person was told twice
  for (const attempt of contact.attempts.toReversed()) {
    if (attempt.grade === undefined) continue
    const way = ways.find((w) => w.channel === attempt.channel && w.number === attempt.number)
    if (atLeast(attempt.grade, way?.enough ?? 'A')) {
      return { kind: 'told', whom: way?.whom ?? 'somebody at the number', grade: attempt.grade, said: attempt.said }
    }
  }
  return undefined
}

/** The first way among those tried least often, and whether nobody has been tried in this round yet. */
function leastTried(attempts: AttemptFacts[], ways: Way[]) {
  const counted = ways.filter((way) => way.notNow !== true).map((way) => ({ way, tries: triesOf(way, attempts) }))
  const fewest = Math.min(...counted.map((c) => c.tries))
  const next = counted.find((c) => c.tries === fewest)
  return next && { ...next, isFirstOfRound: counted.every((c) => c.tries === fewest) }
}

function triesOf(way: Way, attempts: AttemptFacts[]): number {
  const own = attempts.filter((a) => a.channel === way.channel && a.number === way.number)
  const lost = own.filter((a) => a.state === 'lost').length
  return own.filter(wasMade).length + Math.floor(lost / LOST_FOR_A_TRY)
}

/** An attempt that was lost or taken back before it reached the carrier was no try. */
function wasMade(attempt: AttemptFacts): boolean {
  return attempt.state === 'ended' && attempt.outcome !== 'cancelled' && attempt.outcome !== 'expired'
}

function freeAt(way: Way, attempts: AttemptFacts[]): Instant {
  const calls = attempts.filter(
    (a) => way.channel === 'call' && a.channel === 'call' && a.number === way.number && wasMade(a),
  )
  const last = Math.max(0, ...calls.map((a) => a.endedAt ?? a.plannedAt))
  return last === 0 ? 0 : last + SAME_NUMBER_REST_MS
}

/** When there was last something new to tell, after the whole order had been tried: then it begins again at once. */
export function newsAt(contact: ContactFacts): Instant {
  const at = contact.details['freshAt']
  return typeof at === 'number' ? at : 0
}

function lastEnd(attempts: AttemptFacts[]): Instant {
  return Math.max(0, ...attempts.map((a) => a.endedAt ?? a.plannedAt))
}
