import type { Instant } from '../cellar/local-time.ts'
import type { Definition } from '../rota/definition.ts'
import { evaluateLateness, findDefinition } from '../rota/definition.ts'
import { mayContactAbout } from '../rota/package-status.ts'
import type { PlanRevision, VisitEvent, VisitFacts } from '../rota/visit-facts.ts'
import { arrivedAt, currentPlan, lastWord, leftAt, saidNobodyCame } from '../rota/visit-now.ts'
import { unexplainedOf, type Unexplained } from './unexplained.ts'

/** How a visit stands: everything that later decisions ask of it, worked out from facts and never stored. */
export interface Situation {
  plan: PlanRevision
  /** whether anybody may be contacted about it: not cancelled, suspended, in hospital, on respite or ended */
  contactAllowed: boolean
  expectedStart: Instant
  /** no time can be told to anybody any more: the expected start is over, or whoever was expected is not coming */
  timeHasPassed: boolean
  delayMinutes: number
  /** strictly more than the contract's late threshold (P-061, P-062) */
  late: boolean
  /** late, or any delay of a time-critical visit: the service user must be told */
  worthTelling: boolean
  /** the report that the expected start comes from: not taken back, and nothing has overtaken it */
  lateReport: VisitEvent | undefined
  /** a care worker has said that they do not come: no time holds until somebody else does the visit */
  notComing: VisitEvent | undefined
  /** nothing was reported, or all of it was taken back: the planned time holds, and always did */
  nothingReported: boolean
  /**
   * since when a care worker is known to be or to have been there; who texts DONE without HERE was there too. Not known
   * while the household says that nobody has come (design 3.6)
   */
  arrivedAt: Instant | undefined
  /** why somebody must find out what is going on, if anybody must */
  unexplained: Unexplained | undefined
}

/** Works out how a visit stands now. @throws Error when its contract names a definition that is not known */
export function situationOf(visit: VisitFacts, now: Instant): Situation {
  const plan = currentPlan(visit)
  const word = lastWord(visit)
  const lateReport = word.notComing === undefined ? word.late : undefined
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
    timeHasPassed: expectedStart <= now || word.notComing !== undefined,
    delayMinutes,
    late,
    worthTelling: late || (plan.timeCritical && delayMinutes > 0),
    lateReport,
    notComing: word.notComing,
    nothingReported: word.nothingStands,
    arrivedAt: saidNobodyCame(visit) === undefined ? (arrivedAt(visit) ?? leftAt(visit)) : undefined,
    unexplained: unexplainedOf(visit, word, expectedStart),
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
