import type {
  AttemptId,
  BranchId,
  CallId,
  CareWorkerId,
  ContactId,
  DeliveryId,
  HandOverId,
  MatterId,
  OfficeItemId,
  VisitId,
} from './ids.ts'
import type { HandOverMove, NewHandOver } from './hand-over-rows.ts'
import type { Instant } from './local-time.ts'
import type { NewAcceptance, NewEscalation, NewReplyCode, NewStage } from './climb-rows.ts'
import type { PhoneNumber } from './phone-number.ts'
import type {
  Grade,
  NewVisitEvent,
  NewQuestion,
  NewMatter,
  NewEvidence,
  ContactDetails,
  NewContact,
  NewAttempt,
  AttemptMove,
  NewCall,
  NewCallTurn,
  NewOfficeItem,
  OfficeItemMove,
  NewPackageStatus,
} from './new-rows.ts'
import type { NewLateRecord, NewMissedRecord } from './record-rows.ts'
import type { BranchLook } from './watch-rows.ts'

export type * from './climb-rows.ts'
export type * from './record-rows.ts'
export type * from './new-rows.ts'
export type * from './hand-over-rows.ts'

/**
 * What a decision changes, as data. Deciders return these, one file (`store/save`) writes them in one transaction,
 * and nothing else in the program writes operational rows.
 */
export type Change =
  | { kind: 'delivery-processed'; id: DeliveryId }
  | { kind: 'event-added'; event: NewVisitEvent }
  | { kind: 'late-record-opened'; record: NewLateRecord }
  | { kind: 'missed-record-opened'; record: NewMissedRecord }
  /** a branch's visits were looked over as a whole, and when that is due again */
  | { kind: 'branch-looked-over'; branchId: BranchId; look: BranchLook }
  /** when the watch looks at a visit next, and why; not at all where `check` is left out */
  | { kind: 'visit-check-set'; id: VisitId; check: { at: Instant; why: string } | undefined }
  | { kind: 'asked'; question: NewQuestion }
  | { kind: 'question-closed'; id: string; at: Instant }
  | { kind: 'matter-opened'; matter: NewMatter }
  | { kind: 'matter-moved'; id: MatterId; nextStep: string; nextDueAt: Instant; riskAt?: Instant; reasons?: string[] }
  | { kind: 'matter-closed'; id: MatterId; at: Instant; evidence: NewEvidence }
  | { kind: 'escalation-opened'; escalation: NewEscalation }
  | { kind: 'escalation-moved'; id: string; round: number; loud: boolean }
  /** who is rung in which order in this round, as it was decided when its first phone rang */
  | { kind: 'escalation-ladder'; matterId: MatterId; rungs: { number: string; whom: string; role: string }[] }
  | { kind: 'escalation-ended'; id: string; at: Instant; why: string }
  /** one of several who take it at once has it: whoever is stored first */
  | { kind: 'matter-taken'; acceptance: NewAcceptance }
  | { kind: 'acceptance-moved'; id: string; deadline: Instant }
  | { kind: 'matter-released'; id: string; at: Instant; reason: string }
  | { kind: 'stage-set'; stage: NewStage }
  | { kind: 'code-given'; code: NewReplyCode }
  | { kind: 'contact-added'; contact: NewContact }
  | { kind: 'contact-moved'; id: ContactId; nextDueAt: Instant; exhaustedAt?: Instant; details?: ContactDetails }
  /** what it tells is true for longer, or not so long, as its time has moved */
  | { kind: 'contact-valid-until'; id: ContactId; validUntil: Instant }
  | { kind: 'contact-told'; id: ContactId; at: Instant; whom: string; grade: Grade; details?: ContactDetails }
  | { kind: 'contact-dropped'; id: ContactId; at: Instant; reason: string }
  | { kind: 'attempt-planned'; attempt: NewAttempt }
  | { kind: 'attempt-moved'; id: AttemptId; to: AttemptMove }
  | { kind: 'call-opened'; call: NewCall }
  | { kind: 'call-turned'; turn: NewCallTurn }
  | { kind: 'call-machine'; attempt: AttemptId; answeredBy: string }
  | { kind: 'call-ended'; id: CallId; at: Instant }
  | { kind: 'office-item-added'; item: NewOfficeItem }
  | { kind: 'office-item-moved'; id: OfficeItemId; to: OfficeItemMove }
  | { kind: 'hand-over-added'; handOver: NewHandOver }
  | { kind: 'hand-over-moved'; id: HandOverId; to: HandOverMove }
  /** the on-call plan of a branch was looked at, and when it is to be looked at again */
  | { kind: 'on-call-looked-at'; branchId: BranchId; at: Instant; nextDueAt: Instant }
  /** what was to be done about a subject is done, whatever the item's id */
  | { kind: 'office-items-done'; branchId: BranchId; subject: string; at: Instant; how: string }
  /** what is known of a service user's package from now on: a statement beside those that were made before */
  | { kind: 'package-status-added'; status: NewPackageStatus }
  /** somebody does a visit in place of who had it: one allocation ends, another begins, and both stay on record */
  | {
      kind: 'visit-reallocated'
      visitId: VisitId
      from: CareWorkerId
      to: CareWorkerId
      allocationId: string
      at: Instant
      by: string
    }
  | {
      kind: 'number-learned'
      number: PhoneNumber
      fact: 'texts-stopped' | 'texts-again' | 'landline' | 'unreachable' | 'answered-by-key'
      at: Instant
    }
