import type { Change, NewMatter } from '../cellar/change.ts'
import { matterId } from '../cellar/ids.ts'
import type { Instant } from '../cellar/local-time.ts'
import type { NewId } from '../cellar/ports.ts'
import type { Situation } from '../lateness/situation.ts'
import { situationOf } from '../lateness/situation.ts'
import type { VisitFacts } from '../rota/visit-facts.ts'
import { saidNobodyCame, withEvents } from '../rota/visit-now.ts'
import { checkVisit } from '../watch/check-visit.ts'
import { nextCheck } from '../watch/next-check.ts'
import { waitedFor } from '../watch/waited-for.ts'
import { openLateRecord } from '../record/late-visit-record.ts'
import { openMissedRecord } from '../record/missed-visit-record.ts'
import { closeMatter } from './close-matter.ts'
import { evidenceOf } from './closing.ts'
import type { MatterFacts, VisitPicture } from './matter-facts.ts'
import { placeOf } from './matter-facts.ts'
import { nextStep } from './next-step.ts'
import { mindBeliefs } from './old-time-believed.ts'
import { riskOf } from './risk.ts'
import { tellHousehold } from './tell-household.ts'
import { tellNotLoggedIn } from './tell-not-logged-in.ts'
import { tellResponsible } from './tell-responsible.ts'

/**
 * Looks at a visit as it stands now and returns whatever is missing: what the watch does about it, the record, the
 * matter, who must still be told, what need not be told any more, the matter's next step, and when the watch looks
 * again. It is run after every fact and at every due time, and changes nothing when nothing is missing; so a step that
 * was lost is made good by the next look.
 */
export function decideAgain(before: VisitPicture, now: Instant, newId: NewId): Change[] {
  const checked = checkVisit(before.visit, before.contacts, riskOf(before.visit).riskAt, now, newId)
  const picture = { ...before, visit: withEvents(before.visit, checked.events) }
  const situation = situationOf(picture.visit, now)
  const matter = openMatter(picture, situation, now, newId)
  const known = { ...picture, matter: picture.matter ?? matter?.facts }
  const telling = tellHousehold(known, situation, now, newId)
  return [
    ...checked.changes,
    ...openLateRecord(picture.visit, situation, now, newId),
    ...(matter?.changes ?? []),
    ...(known.matter === undefined ? [] : openMissedRecord(picture.visit, situation, now, newId)),
    ...telling.changes,
    ...mindBeliefs(known, situation, now, newId),
    ...tellResponsible(known, situation, now, newId),
    ...tellNotLoggedIn(known, situation, now, newId),
    ...moveMatter(known, situation, telling.open, now, newId),
    ...foundItems(picture.visit, picture, now),
    ...setCheck(picture.visit, now),
  ]
}

/**
 * When the watch looks next. A look that is stored for an earlier time does no harm and is left: whoever is told of
 * lateness need not wait for one more row to be written.
 */
function setCheck(visit: VisitFacts, now: Instant): Change[] {
  const stored = visit.nextCheckAt
  const check = nextCheck(visit, now)
  const isLeft = check === undefined ? stored === undefined : stored !== undefined && stored > now && stored <= check.at
  return isLeft ? [] : [{ kind: 'visit-check-set', id: visit.id, check }]
}

function openMatter(picture: VisitPicture, situation: Situation, now: Instant, newId: NewId) {
  const { visit } = picture
  if (picture.matter !== undefined || !situation.contactAllowed) return undefined
  const waits = situation.worthTelling && situation.arrivedAt === undefined
  const since = situation.unexplained?.since ?? (waits ? situation.lateReport?.receivedAt : undefined)
  // somebody has seen or spoken to them since: what was known before opens nothing again
  if (since === undefined || since < (visit.knownSafeAt ?? -Infinity)) return undefined
  const matter: NewMatter = {
    ...placeOf(visit),
    ...riskOf(visit),
    id: matterId(newId()),
    kind: 'late-visit',
    subjectId: visit.id,
    visitId: visit.id,
    serviceUserId: visit.serviceUser.id,
    nextStep: situation.unexplained === undefined ? 'tell-service-user' : 'find-out',
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
  const evidence = saidNobodyCame(visit) === undefined ? evidenceOf(visit, now, newId) : undefined
  if (evidence !== undefined) return closeMatter(picture, evidence, now, newId)
  return nextStep({ ...picture, matter, situation, toBeTold }, now, newId)
}

/** Everybody who was waited for is there: nobody need look for them any more. */
function foundItems(visit: VisitFacts, { items }: VisitPicture, at: Instant): Change[] {
  const open = items.filter((item) => !item.done && MISSING.includes(item.kind))
  if (open.length === 0 || waitedFor(visit).length > 0) return []
  const to = { state: 'done', at, how: 'everybody has logged in' } as const
  return open.map((item) => ({ kind: 'office-item-moved', id: item.id, to }))
}

const MISSING = ['one-of-two-missing', 'no-log-in-found']
