import { careWorkerId, visitId } from '../../cellar/ids.ts'
import type { CareWorkerId } from '../../cellar/ids.ts'
import type { Instant } from '../../cellar/local-time.ts'
import type { Allocation, CareWorkerFacts, PlanRevision, VisitEvent, VisitFacts } from '../../rota/visit-facts.ts'
import type { Transaction } from '../database.ts'
import { Prisma } from '../prisma-client/client.ts'
import { THE_ROTA } from '../../matter/closing.ts'
import { branchesById } from './branches.ts'
import { keptBy } from './kept.ts'
import { knownNumbers, type NumberRow } from './numbers.ts'
import { serviceUserOf, serviceUsersSql, type ServiceUserRow } from './service-users.ts'
import { ms, numbersSql } from './sql.ts'

/**
 * Locks visits, always in the order of their ids, and loads everything that is known about them. The two are sent
 * together and answered one after the other: what is read is what stands once the lock is held.
 */
export async function lockVisits(tx: Transaction, ids: string[]): Promise<VisitFacts[]> {
  const kept = keptBy(tx)?.visits
  const known = ids.flatMap((id) => kept?.get(id) ?? [])
  if (known.length === ids.length) return known
  const lock = tx.$queryRaw`SELECT id FROM visit WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`
  const [, visits] = await Promise.all([lock, readVisits(tx, ids)])
  for (const visit of visits) kept?.set(visit.id, visit)
  return visits
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
  const rows = await visitRows(tx, ids)
  const branches = await branchesById(
    tx,
    rows.map((row) => row.branch_id),
  )
  const visits = rows.map((row): VisitFacts => {
    const branch = branches.get(row.branch_id)
    if (branch === undefined) throw new Error(`visit ${row.id}: its branch is not stored`)
    const careWorkers = new Map(row.care_workers.map((one) => [one.id, careWorkerOf(one)]))
    return {
      id: visitId(row.id),
      agencyId: branch.agencyId,
      branchId: branch.branchId,
      branch: branch.facts,
      ref: row.ref,
      visitType: row.visit_type,
      careWorkersRequired: row.care_workers_required,
      serviceUser: serviceUserOf(row.service_user, row.plans.at(-1)?.plannedStart ?? 0),
      plans: row.plans.map(planOf),
      allocations: row.allocations.map((a) => allocationOf(a, careWorkers)),
      events: row.events,
      lateRecord: row.late_record ?? undefined,
      missedRecord: row.missed_record ?? undefined,
      previousAlsoLate: row.previous_also_late,
      knownSafeAt: row.known_safe_at?.getTime(),
      nextCheckAt: row.next_check_at?.getTime(),
    }
  })
  return visits.toSorted((a, b) => startOf(a) - startOf(b))
}

/** What was late or missed in these days before counts as "the previous visit too". */
const PREVIOUS_DAYS = 7

/** One query for visits and all that hangs on them; what is empty in a row is missing in what it becomes. */
function visitRows(tx: Transaction, ids: string[]): Promise<VisitRow[]> {
  return tx.$queryRaw<VisitRow[]>`
    SELECT v.id, v.branch_id, v.ref, v.visit_type, v.care_workers_required,
           (SELECT to_jsonb(t) FROM (${serviceUsersSql(Prisma.sql`= v.service_user_id`)}) t) AS service_user,
           coalesce((SELECT jsonb_agg(to_jsonb(t))
              FROM (${careWorkersSql(Prisma.sql`IN (SELECT a.care_worker_id FROM visit_allocation a WHERE a.visit_id = v.id)`)}) t), '[]') AS care_workers,
           (SELECT jsonb_agg(jsonb_build_object('rev', p.rev, 'plannedStart', ${ms('p.planned_start')}, 'plannedEnd', ${ms('p.planned_end')},
                             'timeCritical', p.time_critical, 'timeCriticalReason', p.time_critical_reason, 'status', p.status, 'recordedAt', ${ms('p.recorded_at')}) ORDER BY p.rev)
              FROM visit_plan p WHERE p.visit_id = v.id) AS plans,
           coalesce((SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('slot', a.slot, 'careWorkerId', a.care_worker_id,
                             'runOrder', a.run_order, 'fromAt', ${ms('a.from_at')}, 'untilAt', ${ms('a.until_at')})) ORDER BY a.slot, a.from_at)
              FROM visit_allocation a WHERE a.visit_id = v.id), '[]') AS allocations,
           coalesce((SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', e.id, 'kind', e.kind, 'minutes', e.minutes,
                             'newStart', ${ms('e.new_start')}, 'reason', e.reason, 'careWorkerId', e.care_worker_id, 'words', e.words, 'source', e.source,
                             'evidence', e.evidence, 'saidAt', ${ms('e.said_at')}, 'receivedAt', ${ms('e.received_at')}, 'retracts', e.retracts_id)) ORDER BY e.received_at, e.ord)
              FROM visit_event e WHERE e.visit_id = v.id), '[]') AS events,
           (SELECT r.number FROM late_visit_record r WHERE r.visit_id = v.id) AS late_record,
           (SELECT r.number FROM missed_visit_record r WHERE r.visit_id = v.id) AS missed_record, v.next_check_at,
           (SELECT max(m.closed_at) FROM matter m JOIN safety_evidence s ON s.id = m.evidence_id
             WHERE m.visit_id = v.id AND (s.how = ANY(${SAID_BY_A_PERSON}) OR (s.how = 'known-elsewhere' AND s.said_by <> ${THE_ROTA}))) AS known_safe_at,
           EXISTS (SELECT 1 FROM visit w
                    WHERE w.service_user_id = v.service_user_id AND w.id <> v.id
                      AND EXISTS (SELECT 1 FROM late_visit_record r WHERE r.visit_id = w.id AND ${openedBefore('r')}
                                  UNION ALL SELECT 1 FROM missed_visit_record r WHERE r.visit_id = w.id AND ${openedBefore('r')})) AS previous_also_late
      FROM visit v
      JOIN LATERAL (SELECT planned_start FROM visit_plan WHERE visit_id = v.id ORDER BY rev DESC LIMIT 1) plan ON true
     WHERE v.id = ANY(${ids}::uuid[])`
}

/**
 * A person saw or spoke to them, and said so (P-007): a log-in that is taken back later proves nothing. Where they are
 * known to be counts by a person's word; by the rota it holds as long as the rota says so.
 */
const SAID_BY_A_PERSON = ['spoken-to', 'seen', 'emergency-services']

/** A record of the days before the visit was planned to start, whatever the database's clock says. */
function openedBefore(record: string): Prisma.Sql {
  const opened = Prisma.raw(`${record}.opened_at`)
  return Prisma.sql`${opened} < plan.planned_start AND ${opened} > plan.planned_start - make_interval(days => ${PREVIOUS_DAYS}::int)`
}

interface VisitRow {
  id: string
  branch_id: string
  ref: string
  visit_type: string
  care_workers_required: number
  service_user: ServiceUserRow
  care_workers: CareWorkerRow[]
  plans: (Omit<PlanRevision, 'status'> & { status: string })[]
  allocations: (Omit<Allocation, 'careWorker'> & { careWorkerId?: string })[]
  events: VisitEvent[]
  late_record: number | null
  missed_record: number | null
  next_check_at: Date | null
  known_safe_at: Date | null
  previous_also_late: boolean
}

function startOf(visit: VisitFacts): Instant {
  return visit.plans.at(-1)?.plannedStart ?? 0
}

function planOf(row: VisitRow['plans'][number]): PlanRevision {
  return { ...row, status: row.status === 'cancelled' || row.status === 'suspended' ? row.status : 'planned' }
}

function allocationOf(
  { careWorkerId: id, ...row }: VisitRow['allocations'][number],
  careWorkers: Map<string, CareWorkerFacts>,
): Allocation {
  return { ...row, careWorker: id === undefined ? undefined : careWorkers.get(id) }
}

/** Care workers with their numbers, by id. */
export async function careWorkersById(tx: Transaction, ids: string[]): Promise<Map<string, CareWorkerFacts>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await tx.$queryRaw<CareWorkerRow[]>(careWorkersSql(Prisma.sql`= ANY(${wanted}::uuid[])`))
  return new Map(rows.map((row) => [row.id, careWorkerOf(row)]))
}

function careWorkersSql(condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT c.id, c.first_name, c.last_name, c.known_as, ${numbersSql('c.id')} AS numbers FROM care_worker c WHERE c.id ${condition}`
}

function careWorkerOf(row: CareWorkerRow): CareWorkerFacts {
  return {
    id: careWorkerId(row.id),
    firstName: row.first_name,
    lastName: row.last_name,
    knownAs: row.known_as || row.first_name,
    numbers: knownNumbers(row.numbers),
  }
}

interface CareWorkerRow {
  id: string
  first_name: string
  last_name: string
  known_as: string
  numbers: NumberRow[]
}
