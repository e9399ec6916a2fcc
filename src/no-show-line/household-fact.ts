import type { Change, NewVisitEvent } from '../cellar/change.ts'
import { eventId } from '../cellar/ids.ts'
import type { Instant } from '../cellar/local-time.ts'
import type { NewId } from '../cellar/ports.ts'
import type { VisitEvent, VisitFacts } from '../rota/visit-facts.ts'

/** What a household says of a visit. It moves no time, and a care worker's own log-in is still waited for. */
export type HouseholdFactKind =
  | 'no-show-report'
  /** asked before the visit is late by its contract (P-020, P-139) */
  | 'asked-early'
  | 'said-there'
  /** P-141 */
  | 'chose-to-wait'
  | 'chose-someone-else'

export interface HouseholdSaid {
  kind: HouseholdFactKind
  source: 'voice' | 'text'
  /** the call or text it was said in; with `n` it is stored once */
  sourceRef: string
  n: number
  evidence: string
  words?: string
  /** the number leaves open whose visit is meant (care-practice 3.3, rule 3) */
  ambiguous: boolean
  /** when the call was answered or the text received, not when it was understood */
  receivedAt: Instant
}

/** What a household said, as a row to be added and as the visit will show it. */
export function householdFact(
  visit: VisitFacts,
  said: HouseholdSaid,
  newId: NewId,
): { change: Change; event: VisitEvent } {
  const { ambiguous, ...row } = said
  const added: NewVisitEvent = {
    ...row,
    agencyId: visit.agencyId,
    branchId: visit.branchId,
    id: eventId(newId()),
    visitId: visit.id,
    ...(ambiguous ? { details: { ambiguous } } : {}),
  }
  const { id, kind, source, evidence, receivedAt } = added
  const nothing = {
    minutes: undefined,
    newStart: undefined,
    reason: undefined,
    careWorkerId: undefined,
    retracts: undefined,
  }
  return {
    change: { kind: 'event-added', event: added },
    event: { id, kind, source, evidence, receivedAt, ...nothing },
  }
}
