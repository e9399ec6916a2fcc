import type { Instant } from '../cellar/local-time.ts'
import { mayContactAbout } from '../rota/package-status.ts'
import type { VisitFacts } from '../rota/visit-facts.ts'
import { currentPlan, standingEvents } from '../rota/visit-now.ts'
import { waitedFor, type WaitedFor } from './waited-for.ts'
import { isFlagged, watchTimes } from './watch-times.ts'

const MINUTE_MS = 60_000

/** The facts that the watch leaves behind, one for each thing it does: what is kept is not done again. */
export const WATCH_FACTS = ['watch-texted', 'watch-rung', 'not-logged-in', 'nobody-allocated', 'nobody-coming'] as const
export type WatchFact = (typeof WATCH_FACTS)[number]

/** One thing that the watch does about somebody who is waited for, at its time. */
export interface WatchStep {
  fact: WatchFact
  at: Instant
  who: WaitedFor
}

/** When a visit is to be looked at next, and why. */
export interface NextCheck {
  at: Instant
  why: WatchFact | 'feed-silent' | 'may-be-contacted-again'
}

/** While nobody can tell whether care workers or only their log-ins are missing, a visit is looked at again so soon. */
export const FEED_LOOK_AGAIN_MS = 5 * MINUTE_MS
/** Older than this, what the feed looks like is not known: the branch is looked at first. */
const FEED_IS_FRESH_MS = 3 * MINUTE_MS
const FEED_NOT_LOOKED_AT_MS = 10_000
/** So long after its planned end it is too late to ask a care worker anything. */
const TOO_OLD_MS = 4 * 60 * MINUTE_MS

/**
 * When a visit must be looked at next, worked out from its facts alone (P-017, P-033, P-034): the first thing that is to
 * be done about it and has not been. Undefined where nothing is: it is cancelled or suspended, the service user is in
 * hospital or no longer a customer, everybody is there, or the branch has no watch.
 */
export function nextCheck(visit: VisitFacts, now: Instant): NextCheck | undefined {
  if (!isWatched(visit)) return undefined
  if (!mayContactAbout(visit, now)) return whenAllowedAgain(visit, now)
  const first = stepsToCome(visit).toSorted((a, b) => a.at - b.at)[0]
  if (first === undefined) return undefined
  const held = heldUntil(visit, now)
  return held === undefined || first.at > now ? { at: first.at, why: first.fact } : { at: held, why: 'feed-silent' }
}

/** What is to be done about a visit now, and has not been. */
export function stepsDue(visit: VisitFacts, now: Instant): WatchStep[] {
  if (!isWatched(visit) || !mayContactAbout(visit, now) || heldUntil(visit, now) !== undefined) return []
  return stepsToCome(visit).filter((step) => step.at <= now)
}

/** Whether so much time has gone that nobody is to be asked or told anything that was true once. */
export function isTooOld(visit: VisitFacts, now: Instant): boolean {
  return now >= currentPlan(visit).plannedEnd + TOO_OLD_MS
}

/** The branch watches, and did when the visit was to begin: what went on before is nothing it could have seen. */
function isWatched(visit: VisitFacts): boolean {
  const { watch } = visit.branch
  const plan = currentPlan(visit)
  if (watch === undefined || watch.mode === 'off' || plan.status !== 'planned') return false
  return plan.plannedStart >= (watch.liveFrom ?? -Infinity)
}

/** In hospital now, and perhaps back by then: looked at once more when the visit is to begin. */
function whenAllowedAgain(visit: VisitFacts, now: Instant): NextCheck | undefined {
  const { plannedStart } = currentPlan(visit)
  return plannedStart > now ? { at: plannedStart, why: 'may-be-contacted-again' } : undefined
}

/** A silent feed holds back all but those who cannot wait (design section 2, "Storms"); so does one not looked at yet. */
function heldUntil(visit: VisitFacts, now: Instant): Instant | undefined {
  const feed = visit.branch.watch?.feed
  if (feed === undefined || isFlagged(visit)) return undefined
  if (now - feed.lookedAt > FEED_IS_FRESH_MS) return feed.failing ? undefined : now + FEED_NOT_LOOKED_AT_MS
  return feed.silentSince === undefined ? undefined : now + FEED_LOOK_AGAIN_MS
}

function stepsToCome(visit: VisitFacts): WatchStep[] {
  return waitedFor(visit).flatMap((who) => stepsFor(visit, who).filter((step) => !isDone(visit, step)))
}

function stepsFor(visit: VisitFacts, who: WaitedFor): WatchStep[] {
  if (who.careWorker === undefined) return [{ fact: 'nobody-allocated', at: who.start, who }]
  if (who.notComing) return [{ fact: 'nobody-coming', at: who.start, who }]
  const { text, ring, open } = watchTimes(visit)
  const after = (minutes: number): Instant => who.start + minutes * MINUTE_MS
  const texted = who.careWorker.numbers.some((n) => n.lineType === 'mobile' && !n.noTexts)
  return [
    ...(texted ? [{ fact: 'watch-texted', at: after(text), who } as const] : []),
    { fact: 'watch-rung', at: after(texted ? ring : text), who },
    { fact: 'not-logged-in', at: after(open), who },
  ]
}

/** A later step makes up for the ones before it: nobody is texted after the matter was opened. */
function isDone(visit: VisitFacts, { fact, who }: WatchStep): boolean {
  const rank = WATCH_FACTS.indexOf(fact)
  return standingEvents(visit).some((e) => {
    const done = WATCH_FACTS.findIndex((each) => each === e.kind)
    return done >= rank && e.newStart === who.start && e.careWorkerId === who.careWorker?.id
  })
}
