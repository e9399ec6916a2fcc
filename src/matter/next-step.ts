import type { Change } from '../cellar/change.ts'
import type { Instant } from '../cellar/local-time.ts'
import type { NewId } from '../cellar/ports.ts'
import { heldBy } from '../escalation/acceptance.ts'
import type { Situation } from '../lateness/situation.ts'
import { climb, endClimb } from './climb-step.ts'
import { whileHeld } from './held-step.ts'
import { missedFrom } from '../record/missed-visit-record.ts'
import { watchTimes } from '../watch/watch-times.ts'
import type { MatterFacts, VisitPicture } from './matter-facts.ts'

interface OpenMatter extends VisitPicture {
  matter: MatterFacts
  situation: Situation
  /** somebody of the household is still to be told */
  toBeTold: boolean
}

/** While somebody is being told, the matter looks again this often, whatever became of the contact. */
const LOOK_AGAIN_MS = 2 * 60_000
/** Who has said that they do not come: a human was told of that at once, and this much later phones ring until one has it. */
const NOT_COMING_REST_MS = 10 * 60_000

/**
 * The next step of an open matter, with its time: whoever has it does what there is to do, within their deadlines; where
 * nobody has it and somebody must find out, phones ring until somebody takes it; until then the household is told, and
 * the care worker is waited for; the moment at which the visit is missed by its contract is not slept through.
 */
export function nextStep(open: OpenMatter, now: Instant, newId: NewId): Change[] {
  const { matter, toBeTold } = open
  if (heldBy(matter.climb) !== undefined) return whileHeld(open, now, newId)
  const from = mustFindOutFrom(open)
  if (now >= from) return climb(open, now, newId)
  const over = endClimb(open, 'the care worker has said when they come', now)
  if (toBeTold) return [...over, ...moved(matter, 'tell-service-user', Math.min(from, now + LOOK_AGAIN_MS))]
  const missed = missedFrom(open.visit)
  const until = missed !== undefined && missed > now ? Math.min(from, missed) : from
  return [...over, ...moved(matter, 'await-arrival', until)]
}

/**
 * From when on a human must find out: as soon as nobody knows why nobody is there; otherwise when nobody has logged in by
 * the expected start and the contract's late threshold, and the watch, where there is one, has asked the care worker.
 */
function mustFindOutFrom({ situation, visit }: OpenMatter): Instant {
  if (situation.unexplained !== undefined) return situation.unexplained.since
  const patience = visit.branch.watch?.mode === 'on' ? watchTimes(visit).open : visit.serviceUser.contract.lateMinutes
  return Math.max(
    situation.expectedStart + patience * 60_000,
    situation.notComing === undefined ? 0 : situation.notComing.receivedAt + NOT_COMING_REST_MS,
  )
}

function moved(matter: MatterFacts, step: string, nextDueAt: Instant): Change[] {
  if (matter.nextStep === step && matter.nextDueAt === nextDueAt) return []
  return [{ kind: 'matter-moved', id: matter.id, nextStep: step, nextDueAt }]
}
