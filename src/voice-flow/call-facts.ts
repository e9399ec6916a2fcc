import type { Party } from '../cellar/change.ts'
import type { AgencyId, AttemptId, BranchId, CallId, ContactId } from '../cellar/ids.ts'
import type { Instant } from '../cellar/local-time.ts'
import type { PhoneNumber } from '../cellar/phone-number.ts'
import type { SpokenTurn } from '../cellar/ports.ts'

/** A call as it was loaded and locked, with the turns that were already answered. */
export interface CallFacts {
  id: CallId
  agencyId: AgencyId
  branchId: BranchId
  providerId: string | undefined
  direction: 'in' | 'out' | 'whisper'
  attemptId: AttemptId | undefined
  contactId: ContactId | undefined
  parentId: CallId | undefined
  party: Party
  /** the other side, as the carrier gave it: may be withheld */
  number: string
  lineNumber: PhoneNumber
  flow: string
  memory: Record<string, unknown>
  /** the last turn that was answered; 0 before the first */
  turn: number
  answeredBy: string | undefined
  proof: 'heard' | 'answered' | undefined
  startedAt: Instant
  endedAt: Instant | undefined
  /** replies by turn number, for deliveries that come twice */
  replies: Map<number, SpokenTurn>
}
