import type { AgencyId, BranchId, DeliveryId, ServiceUserId } from '../../cellar/ids.ts'
import type { Instant } from '../../cellar/local-time.ts'
import type { PhoneNumber } from '../../cellar/phone-number.ts'
import type { ReplyCode } from '../../matter/act/store.ts'
import type { CareWorkerFacts } from '../../rota/visit-facts.ts'
import type { Transaction } from '../database.ts'
import { careWorkersById } from './visits.ts'

/** Everybody who works in a branch now, by name. */
export async function careWorkersOf(tx: Transaction, branchId: BranchId): Promise<CareWorkerFacts[]> {
  const rows = await tx.careWorker.findMany({
    where: { branchId, status: 'active' },
    select: { id: true },
    orderBy: [{ firstName: 'asc' }, { lastName: 'asc' }],
  })
  const known = await careWorkersById(
    tx,
    rows.map((row) => row.id),
  )
  return rows.flatMap((row) => known.get(row.id) ?? [])
}

/** The visits to a service user that a text about now can mean, in order of planned start. Nothing is locked. */
export async function visitIdsOfServiceUser(
  tx: Transaction,
  serviceUser: ServiceUserId,
  from: Instant,
  until: Instant,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT v.id FROM visit v
      JOIN LATERAL (SELECT planned_start, planned_end FROM visit_plan p WHERE p.visit_id = v.id ORDER BY rev DESC LIMIT 1) p ON true
     WHERE v.service_user_id = ${serviceUser}::uuid
       AND p.planned_end > ${new Date(from)} AND p.planned_start < ${new Date(until)}
     ORDER BY p.planned_start, v.id`
  return rows.map((row) => row.id)
}

/** Answers to a number since the last one that came with something done, the newest first; counted in the database. */
export async function emptyAnswers(
  tx: Transaction,
  number: PhoneNumber,
  branchId: BranchId,
  since: Instant,
): Promise<number> {
  const rows = await tx.$queryRaw<{ n: bigint }[]>`
    SELECT count(*) AS n FROM contact c
     WHERE c.message = 'answer' AND c.number = ${number} AND c.branch_id = ${branchId}::uuid AND c.created_at > ${new Date(since)}
       AND c.details->>'empty' = 'true'
       AND c.ord > coalesce((SELECT max(d.ord) FROM contact d
                              WHERE d.message = 'answer' AND d.number = ${number} AND d.branch_id = ${branchId}::uuid
                                AND d.created_at > ${new Date(since)} AND d.details->>'empty' IS NULL), 0)`
  return Number(rows[0]?.n ?? 0)
}

/** When the sender's last text before this one came, if it was the very same to the same line, and not long ago. */
export async function sameTextBefore(tx: Transaction, id: DeliveryId, since: Instant): Promise<Instant | undefined> {
  const rows = await tx.$queryRaw<{ received_at: Date; same: boolean }[]>`
    SELECT e.received_at, e.raw->>'Body' = d.raw->>'Body' AND e.raw->>'To' = d.raw->>'To' AS same
      FROM inbound_delivery d JOIN inbound_delivery e
        ON e.kind = 'text' AND e.received_at > ${new Date(since)} AND e.ord < d.ord AND e.raw->>'From' = d.raw->>'From'
     WHERE d.id = ${id}::uuid
     ORDER BY e.ord DESC LIMIT 1`
  const [row] = rows
  return row?.same === true ? row.received_at.getTime() : undefined
}

/** What a code was last given out for, on whatever day. */
export async function replyCode(tx: Transaction, agencyId: AgencyId, code: string): Promise<ReplyCode | undefined> {
  const row = await tx.replyCode.findFirst({ where: { agencyId, code }, orderBy: { localDate: 'desc' } })
  if (row === null) return undefined
  return {
    target: { kind: row.targetKind, id: row.targetId },
    party: { kind: row.partyKind, id: row.partyId },
    expiresAt: row.expiresAt.getTime(),
    usedAt: row.usedAt?.getTime(),
  }
}
