import type { AgencyId, MatterId } from './ids.ts'
import type { Instant, LocalDate } from './local-time.ts'
import type { Party } from './new-rows.ts'
import type { PhoneNumber } from './phone-number.ts'

/** A climb up the out-of-hours plan for one matter. */
export interface NewEscalation {
  id: string
  matterId: MatterId
  /** 1 for the first round of a climb */
  round: number
  /** everybody is rung, several at once */
  loud: boolean
  startedAt: Instant
}

/** Somebody has a matter, until the deadline by which they must have done something. */
export interface NewAcceptance {
  id: string
  matterId: MatterId
  /** left out where the phone is nobody's own: the office, the last-resort number */
  managerId?: string
  whom: string
  number?: PhoneNumber
  how: 'key' | 'text' | 'own-call' | 'page'
  acceptedAt: Instant
  deadline: Instant
}

/** What must have come about, by when, and whether it has; one row for each stage and round of a matter. */
export interface NewStage {
  id: string
  matterId: MatterId
  round: number
  stage: 'taken' | 'covered' | 'told' | 'seen'
  deadline: Instant
  reachedAt?: Instant
}

/** A code that one person can answer with, about one thing; no other of the agency has the same on that day. */
export interface NewReplyCode {
  id: string
  agencyId: AgencyId
  localDate: LocalDate
  code: string
  target: { kind: 'matter'; id: string }
  party: Party
  expiresAt: Instant
}
