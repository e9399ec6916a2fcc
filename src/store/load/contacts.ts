import type { AttemptState, ContactDetails, Grade, Party } from '../../cellar/change.ts'
import { agencyId, attemptId, branchId, contactId, matterId, visitId } from '../../cellar/ids.ts'
import type { Instant } from '../../cellar/local-time.ts'
import type { SendOutcome } from '../../cellar/ports.ts'
import type { AttemptFacts, ContactFacts } from '../../contact/attempt-facts.ts'
import type { DoubtfulAttempt } from '../../matter/act/store.ts'
import type { Transaction } from '../database.ts'
import { Prisma } from '../prisma-client/client.ts'
import { branchesById } from './branches.ts'
import { storedNumber } from './numbers.ts'

/** Which contacts are wanted: one, all about a visit, or all about an item of the office list. */
export type WhichContacts = { id: string } | { visit: string } | { officeItem: string }

/** Locks contacts (in the order of their ids) and loads them with every attempt. Lock the visit and the matter before. */
export async function lockContacts(tx: Transaction, which: WhichContacts): Promise<ContactFacts[]> {
  const locked = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM contact WHERE ${conditionOf(which)} ORDER BY id FOR NO KEY UPDATE`
  const ids = locked.map((row) => row.id)
  return ids.length === 0 ? [] : readContacts(tx, { id: { in: ids } })
}

/** Contacts with every attempt, the oldest first, without a lock: for pages and reports. */
export async function readContacts(tx: Transaction, where: Prisma.ContactWhereInput): Promise<ContactFacts[]> {
  const rows = await tx.contact.findMany({
    where,
    include: { attempts: { orderBy: { ord: 'asc' } } },
    orderBy: { ord: 'asc' },
  })
  const branches = await branchesById(
    tx,
    rows.map((row) => row.branchId),
  )
  const proofs = await proofsOf(
    tx,
    rows.flatMap((row) => row.attempts.map((a) => a.id)),
  )
  return rows.map((row): ContactFacts => {
    const branch = branches.get(row.branchId)
    if (branch === undefined) throw new Error(`contact ${row.id}: its branch is not stored`)
    return {
      id: contactId(row.id),
      agencyId: agencyId(row.agencyId),
      branchId: branchId(row.branchId),
      accountId: branch.accountId,
      lineNumber: branch.facts.lineNumber,
      matterId: row.matterId === null ? undefined : matterId(row.matterId),
      visitId: row.visitId === null ? undefined : visitId(row.visitId),
      party: partyOf(row.partyKind, row.partyId),
      number: row.number === null ? undefined : storedNumber(row.number),
      message: row.message,
      details: detailsOf(row.details),
      subject: row.subject,
      class: row.class,
      riskAt: row.riskAt.getTime(),
      createdAt: row.createdAt.getTime(),
      nextDueAt: row.nextDueAt?.getTime(),
      validUntil: row.validUntil?.getTime(),
      toldAt: row.toldAt?.getTime(),
      toldWhom: row.toldWhom ?? undefined,
      droppedAt: row.droppedAt?.getTime(),
      dropReason: row.dropReason ?? undefined,
      exhaustedAt: row.exhaustedAt?.getTime(),
      attempts: row.attempts.map((a) => attemptOf(a, proofs.get(a.id))),
    }
  })
}

/** One attempt as the carrier is asked about it; nothing is locked. */
export async function readDoubtful(tx: Transaction, id: string, asOf: Instant): Promise<DoubtfulAttempt | undefined> {
  const row = await tx.attempt.findUnique({ where: { id } })
  if (row === null) return undefined
  const lookUpAt = row.lookUpAt?.getTime()
  return {
    attempt: attemptOf(row, undefined),
    from: storedNumber(row.fromNumber),
    words: row.words ?? undefined,
    lookUpAt,
    asOf,
  }
}

function conditionOf(which: WhichContacts): Prisma.Sql {
  if ('id' in which) return Prisma.sql`id = ${which.id}::uuid`
  if ('visit' in which) return Prisma.sql`visit_id = ${which.visit}::uuid`
  return Prisma.sql`message = 'office-item' AND subject = ${`item ${which.officeItem}`}`
}

/** What each attempt's call proved, by attempt. */
async function proofsOf(tx: Transaction, attempts: string[]): Promise<Map<string, string>> {
  if (attempts.length === 0) return new Map()
  const calls = await tx.call.findMany({
    where: { attemptId: { in: attempts }, proof: { not: null } },
    select: { attemptId: true, proof: true },
  })
  return new Map(
    calls.flatMap((call) => (call.attemptId === null || call.proof === null ? [] : [[call.attemptId, call.proof]])),
  )
}

function attemptOf(row: Prisma.AttemptGetPayload<object>, proof: string | undefined): AttemptFacts {
  return {
    id: attemptId(row.id),
    contactId: contactId(row.contactId),
    channel: row.channel === 'text' ? 'text' : 'call',
    number: storedNumber(row.number),
    party: partyOf(row.partyKind, row.partyId),
    // the CHECKs of the table hold these three to their unions
    state: row.state as AttemptState,
    outcome: (row.outcome ?? undefined) as SendOutcome | undefined,
    grade: (row.grade ?? undefined) as Grade | undefined,
    plannedAt: row.plannedAt.getTime(),
    dueAt: row.dueAt.getTime(),
    placedAt: row.placedAt?.getTime(),
    endedAt: row.endedAt?.getTime(),
    settledAt: row.settledAt?.getTime(),
    lookUps: row.lookUps,
    providerId: row.providerId ?? undefined,
    code: row.providerCode ?? undefined,
    answeredBy: row.answeredBy ?? undefined,
    proof: proof === 'answered' || proof === 'heard' ? proof : undefined,
    said: row.said === null ? undefined : detailsOf(row.said),
    cancelWanted: row.cancelWantedAt !== null,
  }
}

/** Whoever a row speaks of. */
export function partyOf(kind: string, id: string | null): Party {
  if (id === null) return { kind: 'unknown' }
  switch (kind) {
    case 'service-user':
    case 'service-user-contact':
    case 'care-worker':
    case 'manager':
      return { kind, id }
    default:
      return { kind: 'unknown' }
  }
}

/** Details out of a JSON column: only plain values were ever written there. */
export function detailsOf(json: unknown): ContactDetails {
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as ContactDetails) : {}
}
