import type { Change, NewMatter } from '../cellar/change.ts'
import { matterId } from '../cellar/ids.ts'
import type { Instant } from '../cellar/local-time.ts'
import type { NewId } from '../cellar/ports.ts'
import type { Situation } from '../lateness/situation.ts'
import { situationOf } from '../lateness/situation.ts'
import { openLateRecord } from '../record/late-visit-record.ts'
import { evidenceOf } from './closing.ts'
import type { MatterFacts, VisitPicture } from './matter-facts.ts'
import { placeOf } from './matter-facts.ts'
import { nextStep } from './next-step.ts'
import { mindBeliefs } from './old-time-believed.ts'
import { riskOf } from './risk.ts'
import { tellHousehold } from './tell-household.ts'
import { tellResponsible } from './tell-responsible.ts'

/**
 * Looks at a visit as it stands now and returns whatever is missing: the record, the matter, who must still be told,
 * what need not be told any more, and the matter's next step. It is run after every fact and at every due time, and
 * changes nothing when nothing is missing; so a step that was lost is made good by the next look.
 */
export function decideAgain(picture: VisitPicture, now: Instant, newId: NewId): Change[] {
  const situation = situationOf(picture.visit, now)
  const matter = openMatter(picture, situation, now, newId)
  const known = { ...picture, matter: picture.matter ?? matter?.facts }
  const telling = tellHousehold(known, situation, now, newId)
  return [
    ...openLateRecord(picture.visit, situation, now, newId),
    ...(matter?.changes ?? []),
    ...telling.changes,
    ...mindBeliefs(known, situation, now, newId),
    ...tellResponsible(known, situation, now, newId),
    ...moveMatter(known, situation, telling.open, now, newId),
  ]
}

function openMatter(picture: VisitPicture, situation: Situation, now: Instant, newId: NewId) {
  const needed = situation.worthTelling && situation.contactAllowed && situation.arrivedAt === undefined
  if (!needed || picture.matter !== undefined) return undefined
  const { visit } = picture
  const matter: NewMatter = {
    ...placeOf(visit),
    ...riskOf(visit),
    id: matterId(newId()),
    kind: 'late-visit',
    subjectId: visit.id,
    visitId: visit.id,
    serviceUserId: visit.serviceUser.id,
    nextStep: 'tell-service-user',
    nextDueAt: now,
    openedAt: now,
  }
  const facts: MatterFacts = { id: matter.id, kind: matter.kind, nextStep: matter.nextStep, nextDueAt: now }
  return { facts, changes: [{ kind: 'matter-opened', matter } satisfies Change] }
}

function moveMatter(
  picture: VisitPicture,
  situation: Situation,
  toBeTold: boolean,
  now: Instant,
  newId: NewId,
): Change[] {
  const { visit, matter } = picture
  if (matter === undefined) return []
  const evidence = evidenceOf(visit, now, newId)
  if (evidence !== undefined) {
    const how = `${evidence.who}: ${evidence.statement}`
    return [{ kind: 'matter-closed', id: matter.id, evidence }, ...answeredItems(picture, how, now)]
  }
  return nextStep({ ...picture, matter, situation, toBeTold }, now, newId)
}

/** What the office was to find out is known: its items are done, and no phone rings for them any more. */
function answeredItems({ items }: VisitPicture, how: string, at: Instant): Change[] {
  return items
    .filter((item) => !item.done && ANSWERED.includes(item.kind))
    .map((item) => ({ kind: 'office-item-moved', id: item.id, to: { state: 'done', at, how } }))
}

const ANSWERED = ['not-logged-in', 'could-not-be-told', 'believes-old-time']
