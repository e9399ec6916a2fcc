import type { Change } from '../cellar/change.ts'
import type { Instant } from '../cellar/local-time.ts'
import type { NewId } from '../cellar/ports.ts'
import { heldBy, stageRound, waitedFor, withStage } from '../escalation/acceptance.ts'
import type { Acceptance, ClimbFacts, StageName } from '../escalation/climb-facts.ts'
import { NO_CLIMB } from '../escalation/climb-facts.ts'
import type { Situation } from '../lateness/situation.ts'
import { formalName } from '../rota/names.ts'
import { climb } from './climb-step.ts'
import type { MatterFacts, VisitPicture } from './matter-facts.ts'

interface Held extends VisitPicture {
  matter: MatterFacts
  situation: Situation
}

/**
 * Somebody has the matter: what has come about is noted, and the next stage has its deadline, which is the matter's own
 * next due time (design 1.1, 1.4). A deadline that is missed takes the matter from them, with what was missed kept for
 * the sentence that the next ones hear, and everybody is rung.
 */
export function whileHeld(open: Held, now: Instant, newId: NewId): Change[] {
  const climbs = open.matter.climb ?? NO_CLIMB
  const held = heldBy(climbs)
  if (held === undefined) return []
  const { known, changes } = noteWhatCameAbout(open, climbs, held, newId)
  const next = waitedFor(known, held)
  const deadline = Math.max(next.deadline, comesAt(open, held))
  if (now < deadline) {
    const moves: Change[] = [
      ...(held.deadline === deadline ? [] : [{ kind: 'acceptance-moved', id: held.id, deadline } as const]),
      ...(open.matter.nextStep === 'held' && open.matter.nextDueAt === deadline
        ? []
        : [{ kind: 'matter-moved', id: open.matter.id, nextStep: 'held', nextDueAt: deadline } as const]),
    ]
    return [...changes, ...moves]
  }
  const reason = next.notYet.replaceAll('{person}', formalName(open.visit.serviceUser))
  const released = { ...held, releasedAt: now, releaseReason: reason }
  const after: ClimbFacts = { ...known, taken: known.taken.map((one) => (one.id === held.id ? released : one)) }
  return [
    ...changes,
    { kind: 'matter-released', id: held.id, at: now, reason },
    ...climb({ ...open, matter: { ...open.matter, climb: after } }, now, newId),
  ]
}

/** What the facts show by themselves: a care worker has said when they come; the household was told since. */
function noteWhatCameAbout(open: Held, climbs: ClimbFacts, held: Acceptance, newId: NewId) {
  const round = stageRound(climbs)
  let known = climbs
  const changes: Change[] = []
  for (const [stage, reachedAt] of cameAbout(open, held)) {
    if (known.stages.some((one) => one.round === round && one.stage === stage && one.reachedAt !== undefined)) continue
    known = withStage(known, { round, stage, deadline: held.deadline, reachedAt })
    const row = { id: newId(), matterId: open.matter.id, round, stage, deadline: held.deadline, reachedAt }
    changes.push({ kind: 'stage-set', stage: row })
  }
  return { known, changes }
}

function cameAbout({ situation, contacts }: Held, held: Acceptance): [StageName, Instant][] {
  const said = situation.lateReport?.receivedAt
  const told = contacts
    .filter((one) => one.message === 'eta' && (one.toldAt ?? 0) > held.acceptedAt)
    .map((one) => one.toldAt ?? 0)
  return [
    ...(said !== undefined && said > held.acceptedAt ? [['covered', said] as [StageName, Instant]] : []),
    ...(told.length > 0 ? [['told', Math.max(...told)] as [StageName, Instant]] : []),
  ]
}

/** A care worker who said since then when they come is waited for as long as the contract allows. */
function comesAt({ situation, visit }: Held, held: Acceptance): Instant {
  const said = situation.lateReport?.receivedAt ?? 0
  return said > held.acceptedAt ? situation.expectedStart + visit.serviceUser.contract.lateMinutes * 60_000 : 0
}
