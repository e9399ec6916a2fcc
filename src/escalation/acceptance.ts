import type { Instant } from '../cellar/local-time.ts'
import type { Acceptance, ClimbFacts, StageFacts, StageName } from './climb-facts.ts'

/**
 * Taken is not done (design 1.4). What must come about once somebody has a matter, by when, and what is said of it when
 * it has not. Minutes count from the stage before. A care manager reads and changes this table.
 */
export const STAGES: readonly { stage: Exclude<StageName, 'taken'>; withinMinutes: number; notYet: string }[] = [
  { stage: 'covered', withinMinutes: 10, notYet: 'nobody has said who is going' },
  { stage: 'told', withinMinutes: 10, notYet: 'nobody has said that {person} knows' },
  { stage: 'seen', withinMinutes: 30, notYet: 'nobody has confirmed that {person} is safe' },
]

/** Whoever has the matter now; undefined when nobody has. */
export function heldBy(climb: ClimbFacts | undefined): Acceptance | undefined {
  return climb?.taken.findLast((one) => one.releasedAt === undefined)
}

/** Stages are counted anew each time somebody takes the matter. */
export function stageRound(climb: ClimbFacts): number {
  return climb.taken.length
}

export interface WaitedFor {
  stage: Exclude<StageName, 'taken'>
  deadline: Instant
  notYet: string
}

/** The first stage that has not come about since the matter was taken, with its deadline. */
export function waitedFor(climb: ClimbFacts, held: Acceptance): WaitedFor {
  const round = stageRound(climb)
  let since = held.acceptedAt
  for (const { stage, withinMinutes, notYet } of STAGES) {
    const known = climb.stages.find((one) => one.round === round && one.stage === stage)
    if (known?.reachedAt === undefined) return { stage, deadline: since + withinMinutes * 60_000, notYet }
    since = Math.max(since, known.reachedAt)
  }
  // everything has come about but the evidence that closes the matter: it is asked for again and again
  const last = STAGES[STAGES.length - 1]
  return { stage: 'seen', deadline: since + 10 * 60_000, notYet: last?.notYet ?? '' }
}

/** The climb as it is once a stage has been reached. */
export function withStage(climb: ClimbFacts, reached: StageFacts): ClimbFacts {
  const others = climb.stages.filter((one) => one.round !== reached.round || one.stage !== reached.stage)
  return { ...climb, stages: [...others, reached] }
}

/** What happened before, in one sentence without a stop; undefined when nobody had it before. */
export function historyOf(climb: ClimbFacts | undefined, time: (at: Instant) => string): string | undefined {
  const last = climb?.taken.findLast((one) => one.releasedAt !== undefined)
  return last && `${last.whom} took it at ${time(last.acceptedAt)} and ${last.releaseReason ?? 'did not keep it'}`
}
