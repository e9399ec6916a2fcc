import type { Place } from '../cellar/change.ts'
import type { MatterId, OfficeItemId } from '../cellar/ids.ts'
import type { Instant } from '../cellar/local-time.ts'
import type { ContactFacts } from '../contact/attempt-facts.ts'
import type { VisitFacts } from '../rota/visit-facts.ts'

export interface MatterFacts {
  id: MatterId
  kind: string
  nextStep: string
  nextDueAt: Instant
}

/** What is decided over: one visit, its open matter, every contact made about it and its open office items, all locked. */
export interface VisitPicture {
  visit: VisitFacts
  matter: MatterFacts | undefined
  contacts: ContactFacts[]
  openItems: { id: OfficeItemId; kind: string }[]
}

/** The agency and branch that everything about a visit belongs to. */
export function placeOf(visit: VisitFacts): Place {
  return { agencyId: visit.agencyId, branchId: visit.branchId }
}
