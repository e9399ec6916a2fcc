import type { Change, NewEvidence } from '../cellar/change.ts'
import type { Instant } from '../cellar/local-time.ts'
import type { NewId } from '../cellar/ports.ts'
import { SLOT_CLASS } from '../contact/slot-class.ts'
import { textToManager } from '../contact/text-to-manager.ts'
import { heldBy, stageRound } from '../escalation/acceptance.ts'
import { shortName } from '../rota/names.ts'
import { currentPlan } from '../rota/visit-now.ts'
import { dropCalls } from './climb-step.ts'
import type { MatterFacts, VisitPicture } from './matter-facts.ts'
import { riskOf } from './risk.ts'

/**
 * The service user is known to be safe, and how we know it is kept (P-007). Nobody is rung about it any more, the office
 * items that asked are done, and whoever had the matter hears that it is settled, unless they have settled it.
 */
export function closeMatter(picture: VisitPicture, evidence: NewEvidence, now: Instant, newId: NewId): Change[] {
  const { matter, items } = picture
  if (matter === undefined) return []
  const how = `${evidence.who}: ${evidence.statement}`
  const done = items
    .filter((item) => !item.done && ANSWERED.includes(item.kind))
    .map((item): Change => ({ kind: 'office-item-moved', id: item.id, to: { state: 'done', at: now, how } }))
  return [
    ...seen(matter, now, newId),
    { kind: 'matter-closed', id: matter.id, at: now, evidence },
    ...dropCalls(picture.contacts, how, now),
    ...done,
    ...tellHolder(picture, evidence, now, newId),
  ]
}

/** The last stage has come about, where somebody had the matter (design 1.4). */
function seen({ id, climb }: MatterFacts, now: Instant, newId: NewId): Change[] {
  const held = heldBy(climb)
  if (climb === undefined || held === undefined) return []
  const stage = { round: stageRound(climb), stage: 'seen', deadline: held.deadline, reachedAt: now } as const
  return [{ kind: 'stage-set', stage: { id: newId(), matterId: id, ...stage } }]
}

/** What the office was to find out is known. */
const ANSWERED = ['not-logged-in', 'could-not-be-told', 'believes-old-time', 'waits-for-word']

function tellHolder(picture: VisitPicture, evidence: NewEvidence, now: Instant, newId: NewId): Change[] {
  const { visit, matter } = picture
  const held = heldBy(matter?.climb)
  if (held?.managerId === undefined || evidence.saidBy === held.whom) return []
  const text = {
    matterId: matter?.id,
    visitId: visit.id,
    party: { kind: 'manager', id: held.managerId },
    message: 'escalation-news',
    details: {
      text: 'matter-over',
      person: shortName(visit.serviceUser),
      planned: currentPlan(visit).plannedStart,
      other: evidence.who,
    },
    subject: `matter ${matter?.id ?? ''} over`,
    class: SLOT_CLASS.answer,
    riskAt: riskOf(visit).riskAt,
  } as const
  return [textToManager(visit, text, now, newId)]
}
