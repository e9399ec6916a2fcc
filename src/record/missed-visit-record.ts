import type { Change } from '../cellar/change.ts'
import type { Instant } from '../cellar/local-time.ts'
import type { NewId } from '../cellar/ports.ts'
import type { Situation } from '../lateness/situation.ts'
import { evaluateLateness, findDefinition, missedAt } from '../rota/definition.ts'
import type { VisitFacts } from '../rota/visit-facts.ts'
import { arrivedAt, currentPlan } from '../rota/visit-now.ts'

/**
 * Opens the Missed Visit Record, and an incident with it (P-103), when the clock has passed the contract's own threshold
 * without anybody there (P-027, P-028; design 3.2: never as a prediction), when somebody came only after it, or when a
 * care worker says after its start that the visit was missed. It stands beside the record of lateness: both can hold (note N1).
 */
export function openMissedRecord(visit: VisitFacts, situation: Situation, now: Instant, newId: NewId): Change[] {
  if (visit.missedRecord !== undefined || !situation.contactAllowed || !isMissed(visit, situation, now)) return []
  const { definitionKey, definitionVersion, missedMinutes } = visit.serviceUser.contract
  return [
    {
      kind: 'missed-record-opened',
      record: {
        agencyId: visit.agencyId,
        branchId: visit.branchId,
        id: newId(),
        incidentId: newId(),
        visitId: visit.id,
        openedAt: now,
        definitionKey,
        definitionVersion,
        missedMinutes,
      },
    },
  ]
}

/** From when on a visit without anybody there is missed by its contract; undefined where its definition is not known. */
export function missedFrom(visit: VisitFacts): Instant | undefined {
  const { contract } = visit.serviceUser
  const definition = findDefinition(contract.definitionKey, contract.definitionVersion)
  return definition && missedAt(definition, contract, currentPlan(visit).plannedStart)
}

function isMissed(visit: VisitFacts, situation: Situation, now: Instant): boolean {
  const { plannedStart } = currentPlan(visit)
  if (situation.notComing?.kind === 'missed' && now >= plannedStart) return true
  const came = arrivedAt(visit)
  // who texts DONE without HERE was there, and nobody knows since when
  if (came === undefined && situation.arrivedAt !== undefined) return false
  const { contract } = visit.serviceUser
  const definition = findDefinition(contract.definitionKey, contract.definitionVersion)
  if (definition === undefined) return false
  return evaluateLateness(definition, contract, plannedStart, came ?? now).missed
}
