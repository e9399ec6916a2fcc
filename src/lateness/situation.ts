import type { Instant } from '../cellar/local-time.ts'
import type { Definition } from '../rota/definition.ts'
import { evaluateLateness, findDefinition } from '../rota/definition.ts'
import { mayContactAbout } from '../rota/package-status.ts'
import type { PlanRevision, VisitEvent, VisitFacts } from '../rota/visit-facts.ts'
import { arrivedAt, currentPlan, leftAt, standingEvents } from '../rota/visit-now.ts'

/** How a visit stands: everything that later decisions ask of it, worked out from facts and never stored. */
export interface Situation {
  plan: PlanRevision
  /** whether anybody may be contacted about it: not cancelled, suspended, in hospital, on respite or ended */
  contactAllowed: boolean
  expectedStart: Instant
  /** the expected start is over: it can be told to nobody any more, and nobody has logged in */
  timeHasPassed: boolean
  delayMinutes: number
  /** strictly more than the contract's late threshold (P-061, P-062) */
  late: boolean
  /** late, or any delay of a time-critical visit: the service user must be told */
  worthTelling: boolean
  lateReport: VisitEvent | undefined
  /** since when a care worker is known to be or to have been there; who texts DONE without HERE was there too */
  arrivedAt: Instant | undefined
}

/** Works out how a visit stands now. @throws Error when its contract names a definition that is not known */
export function situationOf(visit: VisitFacts, now: Instant): Situation {
  const plan = currentPlan(visit)
  const lateReport = standingEvents(visit).findLast((e) => e.kind === 'late' && e.newStart !== undefined)
  const expectedStart = lateReport?.newStart ?? plan.plannedStart
  const { late, delayMinutes } = evaluateLateness(
    definitionOf(visit),
    visit.serviceUser.contract,
    plan.plannedStart,
    expectedStart,
  )
  return {
    plan,
    contactAllowed: mayContactAbout(visit, now),
    expectedStart,
    timeHasPassed: expectedStart <= now,
    delayMinutes,
    late,
    worthTelling: late || (plan.timeCritical && delayMinutes > 0),
    lateReport,
    arrivedAt: arrivedAt(visit) ?? leftAt(visit),
  }
}

function definitionOf(visit: VisitFacts): Definition {
  const { definitionKey, definitionVersion } = visit.serviceUser.contract
  const definition = findDefinition(definitionKey, definitionVersion)
  if (definition === undefined) {
    throw new Error(
      `contract of service user ${visit.serviceUser.ref}: no definition ${definitionKey} version ${definitionVersion}; add it to rota/definition or agree another`,
    )
  }
  return definition
}
