import type { AttemptState, Grade } from '../../cellar/change.ts'
import { agencyId, attemptId, branchId, contactId, matterId, visitId } from '../../cellar/ids.ts'
import type { Instant } from '../../cellar/local-time.ts'
import type { SendOutcome } from '../../cellar/ports.ts'
import type { AttemptFacts, ContactFacts } from '../../contact/attempt-facts.ts'
import type { Transaction } from '../database.ts'
import { Prisma } from '../prisma-client/client.ts'
import type { LoadedBranch } from './branches.ts'
import { detailsOf, partyOf } from './values.ts'
import { storedNumber } from './numbers.ts'
import { ms } from './sql.ts'

/** An attempt `a` and what its call proved, as one value; what is empty in the row is missing in it, but for what was said. */
export const ATTEMPT = Prisma.sql`jsonb_strip_nulls(jsonb_build_object('id', a.id, 'contactId', a.contact_id, 'channel', a.channel,
  'number', a.number, 'partyKind', a.party_kind, 'partyId', a.party_id, 'state', a.state, 'outcome', a.outcome, 'grade', a.grade,
  'plannedAt', ${ms('a.planned_at')}, 'dueAt', ${ms('a.due_at')}, 'placedAt', ${ms('a.placed_at')}, 'endedAt', ${ms('a.ended_at')},
  'settledAt', ${ms('a.settled_at')}, 'lookUps', a.look_ups, 'providerId', a.provider_id, 'code', a.provider_code,
  'answeredBy', a.answered_by, 'cancelWanted', a.cancel_wanted_at IS NOT NULL,
  'proof', (SELECT k.proof FROM call k WHERE k.attempt_id = a.id AND k.proof IS NOT NULL LIMIT 1))) || jsonb_build_object('said', a.said)`

export interface AttemptRow {
  id: string
  contactId: string
  channel: string
  number: string
  partyKind: string
  partyId?: string
  state: AttemptState
  outcome?: SendOutcome
  grade?: Grade
  plannedAt: Instant
  dueAt: Instant
  placedAt?: Instant
  endedAt?: Instant
  settledAt?: Instant
  lookUps: number
  providerId?: string
  code?: number
  answeredBy?: string
  said: unknown
  cancelWanted: boolean
  proof?: string
}

export interface ContactRow {
  id: string
  agency_id: string
  branch_id: string
  matter_id: string | null
  visit_id: string | null
  party_kind: string
  party_id: string | null
  number: string | null
  message: string
  details: unknown
  subject: string
  class: number
  risk_at: Date
  created_at: Date
  next_due_at: Date | null
  valid_until: Date | null
  told_at: Date | null
  told_whom: string | null
  dropped_at: Date | null
  drop_reason: string | null
  exhausted_at: Date | null
  attempts: AttemptRow[]
}

/** Contacts `c` that fulfil a condition, in the order of storing, with every attempt: one query for all of it. */
export function contactRows(tx: Transaction, condition: Prisma.Sql): Promise<ContactRow[]> {
  return tx.$queryRaw<ContactRow[]>`
    SELECT c.id, c.agency_id, c.branch_id, c.matter_id, c.visit_id, c.party_kind, c.party_id, c.number, c.message, c.details, c.subject,
           c.class, c.risk_at, c.created_at, c.next_due_at, c.valid_until, c.told_at, c.told_whom, c.dropped_at, c.drop_reason, c.exhausted_at,
           coalesce((SELECT jsonb_agg(${ATTEMPT} ORDER BY a.ord) FROM attempt a WHERE a.contact_id = c.id), '[]') AS attempts
      FROM contact c WHERE ${condition} ORDER BY c.ord`
}

export function contactOf(row: ContactRow, branch: LoadedBranch): ContactFacts {
  return {
    id: contactId(row.id),
    agencyId: agencyId(row.agency_id),
    branchId: branchId(row.branch_id),
    accountId: branch.accountId,
    lineNumber: branch.facts.lineNumber,
    matterId: row.matter_id === null ? undefined : matterId(row.matter_id),
    visitId: row.visit_id === null ? undefined : visitId(row.visit_id),
    party: partyOf(row.party_kind, row.party_id),
    number: row.number === null ? undefined : storedNumber(row.number),
    message: row.message,
    details: detailsOf(row.details),
    subject: row.subject,
    class: row.class,
    riskAt: row.risk_at.getTime(),
    createdAt: row.created_at.getTime(),
    nextDueAt: row.next_due_at?.getTime(),
    validUntil: row.valid_until?.getTime(),
    toldAt: row.told_at?.getTime(),
    toldWhom: row.told_whom ?? undefined,
    droppedAt: row.dropped_at?.getTime(),
    dropReason: row.drop_reason ?? undefined,
    exhaustedAt: row.exhausted_at?.getTime(),
    attempts: row.attempts.map(attemptOf),
  }
}

export function attemptOf(row: AttemptRow): AttemptFacts {
  return {
    id: attemptId(row.id),
    contactId: contactId(row.contactId),
    channel: row.channel === 'text' ? 'text' : 'call',
    number: storedNumber(row.number),
    party: partyOf(row.partyKind, row.partyId ?? null),
    // the CHECKs of the table hold state, outcome and grade to their unions
    state: row.state,
    outcome: row.outcome,
    grade: row.grade,
    plannedAt: row.plannedAt,
    dueAt: row.dueAt,
    placedAt: row.placedAt,
    endedAt: row.endedAt,
    settledAt: row.settledAt,
    lookUps: row.lookUps,
    providerId: row.providerId,
    code: row.code,
    answeredBy: row.answeredBy,
    proof: row.proof === 'answered' || row.proof === 'heard' ? row.proof : undefined,
    said: row.said === null ? undefined : detailsOf(row.said),
    cancelWanted: row.cancelWanted,
  }
}
