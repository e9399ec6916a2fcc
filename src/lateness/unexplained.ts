import type { Instant } from '../cellar/local-time.ts'
import type { VisitEvent, VisitFacts } from '../rota/visit-facts.ts'
import type { LastWord } from '../rota/visit-now.ts'
import { arrivedAt, leftAt, planMovedAt, saidNobodyCame, standingEvents } from '../rota/visit-now.ts'

/** Why somebody must find out what is going on at a visit, and since when that is known. */
export interface Unexplained {
  why: WatchFound | 'no-show-report'
  since: Instant
}

/** What the watch finds: nobody has logged in and nobody says why, nobody was put down for the visit, or nobody comes. */
const FOUND = ['not-logged-in', 'nobody-allocated', 'nobody-coming'] as const
type WatchFound = (typeof FOUND)[number]

/** What a fact of the watch rests on when it counts; in shadow, or found much too late, it leads to nothing. */
export const SEEN_BY_THE_WATCH = 'the line’s own watch'

/**
 * Why a visit is unexplained: the household says that nobody has come when its time has come, or at any time against a
 * log-in (design 3.6): the watch counts whoever logged in as there, so nobody would look again; or the watch has found nobody there and heard nothing, and nothing was said since.
 */
export function unexplainedOf(visit: VisitFacts, word: LastWord, expectedStart: Instant): Unexplained | undefined {
  const said = saidNobodyCame(visit)
  if (said !== undefined && (said.receivedAt >= expectedStart || logInIsDoubted(visit)))
    return { why: 'no-show-report', since: said.receivedAt }
  if (said === undefined && (arrivedAt(visit) ?? leftAt(visit)) !== undefined) return undefined
  const found = standingEvents(visit).findLast((e) => foundBy(e) !== undefined)
  const why = found && foundBy(found)
  if (found === undefined || why === undefined || isOvertaken(visit, found, word)) return undefined
  return { why, since: found.receivedAt }
}

/** A care worker has logged in, and the household says since then that nobody has come. */
export function logInIsDoubted(visit: VisitFacts): boolean {
  return saidNobodyCame(visit) !== undefined && (arrivedAt(visit) ?? leftAt(visit)) !== undefined
}

function foundBy({ kind, evidence }: VisitEvent): WatchFound | undefined {
  return evidence === SEEN_BY_THE_WATCH ? FOUND.find((each) => each === kind) : undefined
}

/** A new time was given, the office has moved the visit, or somebody else was put in: it is waited for again. */
function isOvertaken(visit: VisitFacts, found: VisitEvent, { late }: LastWord): boolean {
  return (
    (late !== undefined && late.receivedAt > found.receivedAt) ||
    planMovedAt(visit) > found.receivedAt ||
    visit.allocations.some((a) => a.untilAt === undefined && a.careWorker !== undefined && a.fromAt > found.receivedAt)
  )
}
