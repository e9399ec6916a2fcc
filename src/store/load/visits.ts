import { careWorkerId, eventId, visitId } from '../../cellar/ids.ts'
import type { CareWorkerId } from '../../cellar/ids.ts'
import type { Instant } from '../../cellar/local-time.ts'
import type { Allocation, CareWorkerFacts, PlanRevision, VisitEvent, VisitFacts } from '../../rota/visit-facts.ts'
import type { Transaction } from '../database.ts'
import { Prisma } from '../prisma-client/client.ts'
import { branchesById } from './branches.ts'
import { numbersOf } from './numbers.ts'
import { serviceUsersById } from './service-users.ts'

/** Locks visits, always in the order of their ids, and loads everything that is known about them. */
export async function lockVisits(tx: Transaction, ids: string[]): Promise<VisitFacts[]> {
  if (ids.length === 0) return []
  await tx.$queryRaw`SELECT id FROM visit WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`
  return readVisits(tx, ids)
}

/** The visits of a care worker that a text or call about now can mean, in order of planned start. Nothing is locked. */
export async function visitIdsOfCareWorker(
  tx: Transaction,
  careWorker: CareWorkerId,
  from: Instant,
  until: Instant,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT v.id FROM visit_allocation a
      JOIN visit v ON v.id = a.visit_id
      JOIN LATERAL (SELECT planned_start, planned_end FROM visit_plan p WHERE p.visit_id = v.id ORDER BY rev DESC LIMIT 1) p ON true
     WHERE a.care_worker_id = ${careWorker}::uuid AND a.until_at IS NULL
       AND p.planned_end > ${new Date(from)} AND p.planned_start < ${new Date(until)}
     ORDER BY p.planned_start, v.id`
  return rows.map((row) => row.id)
}

/** Visits without a lock, in order of planned start: for pages and reports. */
export async function readVisits(tx: Transaction, ids: string[]): Promise<VisitFacts[]> {
  const rows = await tx.visit.findMany({ where: { id: { in: ids } }, include: VISIT_PARTS })
  const branches = await branchesById(tx, rows.map((row) => row.branchId))
  const people = await serviceUsersById(tx, rows.map((row) => row.serviceUserId))
  const careWorkers = await careWorkersById(tx, rows.flatMap((row) => row.allocations.flatMap((a) => a.careWorkerId ?? [])))
  const previous = await previousAlsoLate(tx, ids)
  const visits = rows.map((row): VisitFacts => {
    const branch = branches.get(row.branchId)
    const serviceUser = people.get(row.serviceUserId)
    if (branch === undefined || serviceUser === undefined) throw new Error(`visit ${row.id}: its branch or service user is not stored`)
    return {
      id: visitId(row.id),
      agencyId: branch.agencyId,
      branchId: branch.branchId,
      branch: branch.facts,
      ref: row.ref,
      visitType: row.visitType,
      careWorkersRequired: row.careWorkersRequired,
      serviceUser,
      plans: row.plans.map(planOf),
      allocations: row.allocations.map((a) => allocationOf(a, careWorkers)),
      events: row.events.map(eventOf),
      lateRecord: row.lateRecord?.number,
      previousAlsoLate: previous.has(row.id),
    }
  })
  return visits.toSorted((a, b) => startOf(a) - startOf(b))
}

const VISIT_PARTS = {
  plans: { orderBy: { rev: 'asc' } },
  allocations: { orderBy: [{ slot: 'asc' }, { fromAt: 'asc' }] },
  events: { orderBy: [{ receivedAt: 'asc' }, { n: 'asc' }] },
  lateRecord: { select: { number: true } },
} satisfies Prisma.VisitInclude

type VisitRow = Prisma.VisitGetPayload<{ include: typeof VISIT_PARTS }>

function startOf(visit: VisitFacts): Instant {
  return visit.plans.at(-1)?.plannedStart ?? 0
}

function planOf(row: VisitRow['plans'][number]): PlanRevision {
  const status = row.status === 'cancelled' || row.status === 'suspended' ? row.status : 'planned'
  return {
    rev: row.rev,
    plannedStart: row.plannedStart.getTime(),
    plannedEnd: row.plannedEnd.getTime(),
    timeCritical: row.timeCritical,
    timeCriticalReason: row.timeCriticalReason,
    status,
  }
}

function allocationOf(row: VisitRow['allocations'][number], careWorkers: Map<string, CareWorkerFacts>): Allocation {
  return {
    slot: row.slot,
    careWorker: row.careWorkerId === null ? undefined : careWorkers.get(row.careWorkerId),
    runOrder: row.runOrder ?? undefined,
    fromAt: row.fromAt.getTime(),
    untilAt: row.untilAt?.getTime(),
  }
}

function eventOf(row: VisitRow['events'][number]): VisitEvent {
  return {
    id: eventId(row.id),
    kind: row.kind,
    minutes: row.minutes ?? undefined,
    newStart: row.newStart?.getTime(),
    reason: row.reason ?? undefined,
    careWorkerId: row.careWorkerId === null ? undefined : careWorkerId(row.careWorkerId),
    source: row.source,
    evidence: row.evidence,
    receivedAt: row.receivedAt.getTime(),
    retracts: row.retractsId === null ? undefined : eventId(row.retractsId),
  }
}

/** Care workers with their numbers, by id. */
export async function careWorkersById(tx: Transaction, ids: string[]): Promise<Map<string, CareWorkerFacts>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await tx.careWorker.findMany({ where: { id: { in: wanted } } })
  const numbers = await numbersOf(tx, wanted)
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: careWorkerId(row.id),
        firstName: row.firstName,
        lastName: row.lastName,
        knownAs: row.knownAs || row.firstName,
        numbers: numbers.get(row.id) ?? [],
      },
    ]),
  )
}

/** Those of these visits before which the same person had a late or missed visit in the last 7 days. */
async function previousAlsoLate(tx: Transaction, ids: string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT v.id FROM visit v
     WHERE v.id = ANY(${ids}::uuid[]) AND EXISTS (
       SELECT 1 FROM late_visit_record r JOIN visit w ON w.id = r.visit_id
        WHERE w.service_user_id = v.service_user_id AND w.id <> v.id AND r.opened_at > now() - interval '7 days')`
  return new Set(rows.map((row) => row.id))
}

