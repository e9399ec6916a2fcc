import type {
  AgencyId,
  AttemptId,
  BranchId,
  CallId,
  CareWorkerId,
  CarrierAccountId,
  ContactId,
  EventId,
  MatterId,
  OfficeItemId,
  VisitId,
} from './ids.ts'
import type { Instant } from './local-time.ts'
import type { PhoneNumber } from './phone-number.ts'
import type { SendOutcome } from './ports.ts'

/** How well it is proved that somebody was told (design 1.5). */
export type Grade = 'A' | 'B' | 'C' | 'D' | 'E' | 'F'

/** Whoever can be told something or can tell us something. */
export type Party =
  | { kind: 'service-user'; id: string }
  | { kind: 'service-user-contact'; id: string }
  | { kind: 'care-worker'; id: string }
  | { kind: 'manager'; id: string }
  | { kind: 'unknown'; id?: undefined }

/** Everything an operational row belongs to. */
export interface Place {
  agencyId: AgencyId
  branchId: BranchId
}

export interface NewVisitEvent extends Place {
  id: EventId
  visitId: VisitId | undefined
  kind: string
  minutes?: number
  newStart?: Instant
  reason?: string
  careWorkerId?: CareWorkerId
  source: string
  sourceRef: string
  n: number
  evidence: string
  words?: string
  details?: Record<string, unknown>
  saidAt?: Instant
  receivedAt: Instant
  retracts?: EventId
}

export interface NewQuestion {
  id: string
  branchId: BranchId
  number: PhoneNumber
  about: string
  details: Record<string, unknown>
  askedAt: Instant
  expiresAt: Instant
}

export interface NewMatter extends Place {
  id: MatterId
  kind: string
  subjectId: string
  visitId: VisitId | undefined
  serviceUserId: string | undefined
  riskAt: Instant
  reasons: string[]
  nextStep: string
  nextDueAt: Instant
  openedAt: Instant
}

/** P-007: how, by whom and when a service user was known to be safe. */
export interface NewEvidence {
  id: string
  how: 'care-worker-there' | 'spoken-to' | 'seen' | 'known-elsewhere' | 'emergency-services'
  who: string
  saidBy: string
  statement: string
  eventId?: EventId
  callId?: CallId
  at: Instant
}

/** What a contact is about beyond its message: names of templates and instants, never finished sentences. */
export type ContactDetails = Record<string, string | number | boolean | string[] | undefined>

export interface NewContact extends Place {
  id: ContactId
  matterId: MatterId | undefined
  visitId: VisitId | undefined
  party: Party
  /** for a party that is nothing but a number */
  number?: PhoneNumber
  message: string
  details: ContactDetails
  /** with message and party it makes the contact unique: the event or item it springs from */
  subject: string
  /** the slot class: 0 help, 1 a person at risk, 2 telling, 3 answers, 4 notices */
  class: number
  riskAt: Instant
  createdAt: Instant
  nextDueAt: Instant
  validUntil: Instant | undefined
}

export interface NewAttempt extends Place {
  id: AttemptId
  accountId: CarrierAccountId
  contactId: ContactId
  channel: 'call' | 'text'
  fromNumber: PhoneNumber
  number: PhoneNumber
  party: Party
  class: number
  riskAt: Instant
  plannedAt: Instant
  dueAt: Instant
  validUntil: Instant | undefined
}

export type AttemptState =
  'planned' | 'placing' | 'unknown' | 'placed' | 'ringing' | 'in-progress' | 'lost' | 'cancelled' | 'ended'

/** A move of an attempt. The store applies it only when it moves the state's rank up. */
export type AttemptMove =
  /** the carrier is busy: back into the queue, nothing was sent */
  | { state: 'planned'; dueAt: Instant }
  | { state: 'unknown'; lookUpAt: Instant }
  | { state: 'placed' | 'ringing' | 'in-progress'; providerId: string; at: Instant; lookUpAt: Instant }
  | { state: 'lost'; at: Instant }
  | { state: 'cancelled'; at: Instant }
  | { state: 'ended'; providerId?: string; at: Instant; outcome: SendOutcome; code?: number }
  /** graded and acted upon; nothing more will come of it */
  | { state: 'settled'; at: Instant; grade: Grade }
  /** to be taken back at the carrier as soon as its id is known */
  | { state: 'cancel-wanted'; at: Instant }
  /** the words of a text, made when it was claimed, and what they claim */
  | { state: 'worded'; words: string; said: ContactDetails | undefined }
  | { state: 'look-up-again'; at: Instant }
  /** nothing is left to ask the carrier about it */
  | { state: 'looked-up' }

export interface NewCall extends Place {
  id: CallId
  providerId: string | undefined
  direction: 'in' | 'out' | 'whisper'
  attemptId: AttemptId | undefined
  contactId: ContactId | undefined
  parentId: CallId | undefined
  party: Party
  number: string
  lineNumber: PhoneNumber
  flow: string
  flowVersion: string
  memory: Record<string, unknown>
  startedAt: Instant
}

export interface NewCallTurn {
  callId: CallId
  n: number
  input: Record<string, unknown>
  heardAs: string
  reply: unknown
  memory: Record<string, unknown>
  /** what the call has proved so far: that the whole message was heard, or that somebody answered it */
  proof: 'heard' | 'answered' | undefined
  /** what the words of this turn claimed, kept with the attempt for a later correction */
  said: { attempt: AttemptId; claims: ContactDetails } | undefined
  at: Instant
}

export interface NewOfficeItem extends Place {
  id: OfficeItemId
  kind: string
  details: ContactDetails
  visitId: VisitId | undefined
  matterId: MatterId | undefined
  number: string | undefined
  subject: string
  createdAt: Instant
  /** by when it is to be done, as it was promised */
  dueAt: Instant
  /** when a phone rings for it, early enough that the promise can be kept */
  ringAt: Instant
}

export type OfficeItemMove =
  | { state: 'ring-again'; nextDueAt: Instant }
  | { state: 'taken'; at: Instant; by: string; nextDueAt: Instant }
  | { state: 'done'; at: Instant; how: string }

/** A statement about a service user's package; it holds until another takes effect later. */
export interface NewPackageStatus {
  id: string
  serviceUserId: string
  status: 'paused'
  fromAt: Instant
  source: string
  reportedBy: string
  receivedAt: Instant
}
