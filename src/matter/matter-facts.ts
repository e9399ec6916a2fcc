import type { Place } from '../cellar/change.ts'
import type { MatterId, OfficeItemId } from '../cellar/ids.ts'
import type { Instant } from '../cellar/local-time.ts'
import type { ClimbFacts } from '../escalation/climb-facts.ts'
import type { ContactFacts } from '../contact/attempt-facts.ts'
import type { VisitFacts } from '../rota/visit-facts.ts'

export interface MatterFacts {
  id: MatterId
  kind: string
  nextStep: string
  nextDueAt: Instant
  /** who was rung for it and who took it; left out while nobody had to be */
  climb?: ClimbFacts
}

/** An item of the office list about a visit, done or not: what a human was asked once is not asked again. */
export interface KnownItem {
  id: OfficeItemId
  kind: string
  subject: string
  done: boolean
}

/** What is decided over: one visit, its open matter, every contact and office item ever made about it; locked but the items. */
export interface VisitPicture {
  visit: VisitFacts
  matter: MatterFacts | undefined
  contacts: ContactFacts[]
  items: KnownItem[]
}

/** The agency and branch that everything about a visit belongs to. */
export function placeOf(visit: VisitFacts): Place {
  return { agencyId: visit.agencyId, branchId: visit.branchId }
}
