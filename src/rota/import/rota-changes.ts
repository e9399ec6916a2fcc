import type { Instant, LocalDate, Zone } from '../../cellar/local-time.ts'
import type { PhoneNumber } from '../../cellar/phone-number.ts'
import type { StatusStatement } from '../package-status.ts'
import type { ReadRow } from './import-report.ts'
import type { CareWorkerRow, ContactRow, FunderRow, OnCallRow, ServiceUserRow } from './people-rows.ts'
import type { ManagerRow } from './read-on-call.ts'
import type { ReadVisit } from './read-visit-row.ts'

/** The rows of people that a call of `import` brought, all files of a kind together. */
export interface PeopleRows {
  funders: ReadRow<FunderRow>[]
  careWorkers: ReadRow<CareWorkerRow>[]
  serviceUsers: ReadRow<ServiceUserRow>[]
  contacts: ReadRow<ContactRow>[]
  onCall: ReadRow<OnCallRow>[]
}

/** What an import writes, as data: one list for each kind of row, so that they can be written in bulk. */
export interface RotaChanges {
  funders: Kept<FunderRow>[]
  careWorkers: Kept<CareWorkerRow>[]
  serviceUsers: Kept<ServiceUserRow>[]
  contacts: (Kept<ContactRow> & { serviceUserId: string })[]
  managers: Kept<ManagerRow>[]
  shifts: (Kept<OnCallRow> & { managerId: string; startsAt: Instant; endsAt: Instant })[]
  /** these replace all numbers that are stored for the party */
  numbers: {
    partyKind: PartyWithNumbers
    partyId: string
    numbers: { id: string; number: PhoneNumber; role: string }[]
  }[]
  /** these replace all skills that are stored for the care worker */
  skills: { careWorkerId: string; skills: { skill: string; expiresOn: LocalDate }[] }[]
  exclusions: { add: Exclusion[]; remove: Exclusion[] }
  statuses: { id: string; serviceUserId: string; status: string; fromAt: Instant }[]
  responsePlans: {
    id: string
    serviceUserId: string
    version: number
    preferredChannel: string
    choiceIfLate: string
  }[]
  contracts: NewContract[]
  visits: KeptVisit[]
  visitPlans: {
    visitId: string
    rev: number
    visit: ReadVisit
    timeCritical: boolean
    timeCriticalReason: string
    reason: string
  }[]
  /** the open allocation of a slot ends now */
  closedAllocations: { visitId: string; slot: number }[]
  allocations: NewAllocation[]
}

/** Set-up of a branch: who we are and the line people ring. */
export interface BranchChange {
  isNew: boolean
  isNewAgency: boolean
  branch: StoredBranch
}

/** A branch as it is stored, so far as an import looks at it. */
export interface StoredBranch {
  agencyId: string
  agency: string
  /** empty where none was given */
  agencyAddress: string
  branchId: string
  branch: string
  zone: Zone
  nation: string
  watch: string
  lineNumber: string
  officeNumber: string
  lastResortNumber: string
  /** as a care manager writes them; empty or left out where none were given */
  officeHours?: string
  onCallTiers?: string
  responsibleManagerId: string | undefined
}

/** A row that is stored as new or over the one of the same reference. */
export interface Kept<Row> {
  id: string
  isNew: boolean
  row: Row
}

export type PartyWithNumbers = 'service-user' | 'service-user-contact' | 'care-worker' | 'manager'

export interface Exclusion {
  careWorkerId: string
  serviceUserId: string
}

export interface NewContract {
  id: string
  serviceUserId: string
  commissionerRef: string
  definitionKey: string
  definitionVersion: number
  lateMinutes: number
  missedMinutes: number
  agreedOn: LocalDate
  agreedWith: string
  validFrom: Instant
}

export interface KeptVisit extends Kept<VisitRow> {
  ref: string
  serviceUserId: string
  visit: ReadVisit
}

export interface NewAllocation {
  id: string
  visitId: string
  slot: number
  careWorkerId: string
  localDate: LocalDate
  runRef: string
  runOrder: number | undefined
  travelMinutes: number | undefined
}

/** What is kept of an imported visit to compare the next file with: plain values, times on the wall clock with offset. */
export type VisitRow = Record<string, string | number | boolean | null>

/** The agency as it is stored, so far as an import looks at it. */
export interface StoredPeople {
  funders: Map<string, Stored>
  careWorkers: Map<string, Stored>
  serviceUsers: Map<string, StoredServiceUser>
  contacts: Map<string, Stored>
  managers: Map<string, Stored>
  shifts: Map<string, Stored & { startsAt: Instant }>
  exclusions: Exclusion[]
}

export interface Stored {
  id: string
  /** the row as it was last imported; empty when the row came from elsewhere */
  row: Record<string, unknown>
}

/** A text column of a stored row; empty when there is none. */
export function storedText(row: Stored['row'], column: string): string {
  const value = row[column]
  return typeof value === 'string' ? value : ''
}

export interface StoredServiceUser extends Stored {
  statuses: StatusStatement[]
  planVersion: number
  /** since when the newest contract holds */
  contractFrom: Instant | undefined
}

export interface StoredVisit {
  id: string
  ref: string
  serviceUserId: string
  row: Record<string, unknown>
  rev: number
  status: string
  start: Instant
  localDate: LocalDate
  /** the allocations that hold now */
  open: { slot: number; careWorkerId: string | undefined; by: string }[]
}

/** Where the rows go, and what only the act can give: the present and new ids. */
export interface ImportContext {
  zone: Zone
  now: Instant
  newId: () => string
  /** the agency's own numbers: nobody in a file can have them */
  ownNumbers: readonly string[]
}

export function noChanges(): RotaChanges {
  return {
    funders: [],
    careWorkers: [],
    serviceUsers: [],
    contacts: [],
    managers: [],
    shifts: [],
    numbers: [],
    skills: [],
    exclusions: { add: [], remove: [] },
    statuses: [],
    responsePlans: [],
    contracts: [],
    visits: [],
    visitPlans: [],
    closedAllocations: [],
    allocations: [],
  }
}
