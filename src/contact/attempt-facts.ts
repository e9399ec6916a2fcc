import type { ContactDetails, Grade, Party, AttemptState } from '../cellar/change.ts'
import type { AgencyId, AttemptId, BranchId, CarrierAccountId, ContactId, MatterId, VisitId } from '../cellar/ids.ts'
import type { Instant } from '../cellar/local-time.ts'
import type { PhoneNumber } from '../cellar/phone-number.ts'
import type { SendOutcome } from '../cellar/ports.ts'

/** A contact as it was loaded and locked, with every attempt made for it, the oldest first. */
export interface ContactFacts {
  id: ContactId
  agencyId: AgencyId
  branchId: BranchId
  accountId: CarrierAccountId
  lineNumber: PhoneNumber
  matterId: MatterId | undefined
  visitId: VisitId | undefined
  party: Party
  number: PhoneNumber | undefined
  message: string
  details: ContactDetails
  subject: string
  class: number
  riskAt: Instant
  createdAt: Instant
  nextDueAt: Instant | undefined
  validUntil: Instant | undefined
  toldAt: Instant | undefined
  toldWhom: string | undefined
  droppedAt: Instant | undefined
  /** why it was dropped, as the record prints it */
  dropReason?: string | undefined
  exhaustedAt: Instant | undefined
  attempts: AttemptFacts[]
}

export interface AttemptFacts {
  id: AttemptId
  contactId: ContactId
  channel: 'call' | 'text'
  number: PhoneNumber
  party: Party
  state: AttemptState
  plannedAt: Instant
  dueAt: Instant
  placedAt: Instant | undefined
  endedAt: Instant | undefined
  settledAt: Instant | undefined
  lookUps: number
  providerId: string | undefined
  outcome: SendOutcome | undefined
  code: number | undefined
  answeredBy: string | undefined
  grade: Grade | undefined
  /** what the call proved: the whole message was heard, or somebody answered it */
  proof: 'heard' | 'answered' | undefined
  /** what its words claimed, so that a correction knows what was believed */
  said: ContactDetails | undefined
  cancelWanted: boolean
}

/** Whether an attempt may still reach somebody. */
export function isOpen(attempt: AttemptFacts): boolean {
  return attempt.state !== 'ended' && attempt.state !== 'lost' && attempt.state !== 'cancelled'
}

/** Whether a contact still has somebody to tell. */
export function isWaiting(contact: ContactFacts): boolean {
  return contact.toldAt === undefined && contact.droppedAt === undefined
}
