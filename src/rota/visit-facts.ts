import type { AgencyId, BranchId, CareWorkerId, EventId, ServiceUserId, VisitId } from '../cellar/ids.ts'
import type { Instant, LocalTime, Zone } from '../cellar/local-time.ts'
import type { PhoneNumber } from '../cellar/phone-number.ts'

/** Everything that is known about one visit, as it was loaded and locked for a decision. Append-only facts stay lists. */
export interface VisitFacts {
  id: VisitId
  agencyId: AgencyId
  branchId: BranchId
  branch: BranchFacts
  ref: string
  visitType: string
  careWorkersRequired: number
  serviceUser: ServiceUserFacts
  /** by revision, the newest last */
  plans: PlanRevision[]
  /** by slot and time, the newest last */
  allocations: Allocation[]
  /** by time received */
  events: VisitEvent[]
  /** the Late Visit Record's number, once there is one */
  lateRecord: number | undefined
  /** the Missed Visit Record's number, once there is one */
  missedRecord?: number | undefined
  /** whether the visit before this one to the same person was also late or missed */
  previousAlsoLate: boolean
  /** when a person last saw or spoke to the service user on account of this visit, so that its matter was closed */
  knownSafeAt?: Instant | undefined
  /** when the watch looks at it next, as it is stored */
  nextCheckAt?: Instant | undefined
}

export interface BranchFacts {
  agencyName: string
  /** as it stands on the records; left out where none was given */
  agencyAddress?: string | undefined
  zone: Zone
  lineNumber: PhoneNumber
  officeNumber: PhoneNumber | undefined
  responsible: PersonFacts | undefined
  /** left out where nobody watches: a visit is looked at only when somebody says something of it */
  watch?: BranchWatch | undefined
}

/** How a branch watches over its visits (P-017, P-033). */
export interface BranchWatch {
  /** shadow: it is decided and recorded what would be done, and nobody is contacted */
  mode: 'off' | 'shadow' | 'on'
  /** visits planned before are not watched */
  liveFrom: Instant | undefined
  /** minutes that were set in place of the table's, by its keys (watch/watch-times) */
  minutes?: Readonly<Record<string, { text: number; ring: number; open: number }>> | undefined
  /** whether log-ins come in at all; left out while nobody has looked */
  feed?: { lookedAt: Instant; silentSince: Instant | undefined; failing: boolean } | undefined
}

/** A manager, or anybody else who is told by text or call. */
export interface PersonFacts {
  id: string
  firstName: string
  lastName: string
  role: string
  numbers: KnownNumber[]
}

export interface KnownNumber {
  number: PhoneNumber
  lineType: 'mobile' | 'landline'
  /** no text to this number: the person said stop, or the carrier says texts do not arrive */
  noTexts: boolean
}

export interface ServiceUserFacts {
  id: ServiceUserId
  ref: string
  title: string
  firstName: string
  lastName: string
  preferredName: string
  livesAlone: boolean
  cognitiveImpairment: boolean
  riskGrade: string
  relayUk: boolean
  noMobileSignal: boolean
  preferredChannel: PreferredChannel
  language: string
  numbers: KnownNumber[]
  contacts: HouseholdContact[]
  statuses: StatusRow[]
  contract: ContractFacts
}

export type PreferredChannel = 'voice_landline' | 'voice_mobile' | 'sms' | 'via_contact'

/** Somebody of the service user's contact order (P-043, P-044, P-045). */
export interface HouseholdContact {
  id: string
  order: number
  firstName: string
  lastName: string
  relationship: string
  mayBeTold: boolean
  canVisit: boolean
  ringFrom: LocalTime
  ringTo: LocalTime
  language: string
  numbers: KnownNumber[]
}

export interface StatusRow {
  status: string
  fromAt: Instant
  untilAt: Instant | undefined
  /** when we learned it */
  receivedAt: Instant
}

/** What was agreed with this service user (P-027, P-062). */
export interface ContractFacts {
  definitionKey: string
  definitionVersion: number
  lateMinutes: number
  missedMinutes: number
}

export interface PlanRevision {
  rev: number
  plannedStart: Instant
  plannedEnd: Instant
  timeCritical: boolean
  timeCriticalReason: string
  status: 'planned' | 'cancelled' | 'suspended'
  /** when we learned of it; left out where a plan never was another */
  recordedAt?: Instant
}

export interface Allocation {
  slot: number
  careWorker: CareWorkerFacts | undefined
  runOrder: number | undefined
  fromAt: Instant
  untilAt: Instant | undefined
}

export interface CareWorkerFacts {
  id: CareWorkerId
  firstName: string
  lastName: string
  knownAs: string
  numbers: KnownNumber[]
}

export interface VisitEvent {
  id: EventId
  kind: string
  minutes: number | undefined
  newStart: Instant | undefined
  reason: string | undefined
  careWorkerId: CareWorkerId | undefined
  /** as it was written or said; left out where a fact came without words */
  words?: string | undefined
  source: string
  evidence: string
  /** when it happened, where whoever told us said so: texts do not */
  saidAt?: Instant | undefined
  receivedAt: Instant
  retracts: EventId | undefined
}
