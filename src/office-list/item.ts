import type { ContactDetails } from '../cellar/change.ts'
import type { AgencyId, BranchId, MatterId, OfficeItemId, VisitId } from '../cellar/ids.ts'
import type { Instant } from '../cellar/local-time.ts'

/** One thing on the office list. Every item has a due time, and a number that rings when it has come (design 3.10). */
export interface OfficeItemFacts {
  id: OfficeItemId
  agencyId: AgencyId
  branchId: BranchId
  kind: string
  /** the sentence of its kind, {names} not filled in yet */
  what: string
  details: ContactDetails
  visitId: VisitId | undefined
  matterId: MatterId | undefined
  number: string | undefined
  createdAt: Instant
  dueAt: Instant
  nextDueAt: Instant | undefined
  doneAt: Instant | undefined
}
