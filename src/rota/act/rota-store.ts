import type { Instant, LocalDate } from '../../cellar/local-time.ts'
import type { BranchChange, RotaChanges, StoredBranch, StoredPeople, StoredVisit } from '../import/rota-changes.ts'

/** What an import needs of the database. */
export interface RotaStore {
  /** One transaction, one import at a time: either everything of a call is written, or nothing. */
  inTransaction<Result>(work: (rota: RotaTransaction) => Promise<Result>): Promise<Result>
}

export interface RotaTransaction {
  branches(): Promise<StoredBranch[]>
  /** everybody of a branch; of its shifts those ahead and those of the references */
  people(branchId: string, shiftRefs: readonly string[], now: Instant): Promise<StoredPeople>
  /** visits of a source by these references, and at least all that are planned on these days, both included */
  visits(query: VisitsQuery): Promise<Map<string, StoredVisit>>
  /** the same visits locked, in the order of their ids, and read again */
  lockVisits(ids: readonly string[]): Promise<StoredVisit[]>
  saveBranches(changes: readonly BranchChange[], carrier: CarrierLimits, now: Instant): Promise<void>
  save(changes: RotaChanges, place: PlaceOfImport, onWritten: (rows: number) => void): Promise<void>
}

export interface VisitsQuery {
  branchId: string
  source: string
  refs: readonly string[]
  from: LocalDate
  until: LocalDate
}

export interface PlaceOfImport {
  agencyId: string
  branchId: string
  /** the rota system the visits come from: its references are its own */
  source: string
  now: Instant
}

/** The account at the carrier that a new branch's line belongs to, and how fast it may be used. */
export interface CarrierLimits {
  account: string
  callsPerSecond: number
  textsPerSecond: number
}
