import type { BranchId } from '../../cellar/ids.ts'
import type { Instant } from '../../cellar/local-time.ts'
import type { LogInShare } from '../../watch/feed-health.ts'
import type { PlannedPlace } from '../../watch/forecast.ts'
import type { VisitWatch } from '../../watch/act/visit-watch.ts'
import { shortName } from '../../rota/names.ts'
import type { Transaction } from '../database.ts'

/** How a branch was looked over last; its row is made by the first look. Undefined where the watch is not on. */
export async function lockVisitWatch(tx: Transaction, id: BranchId, now: Instant): Promise<VisitWatch | undefined> {
  const at = new Date(now)
  await tx.$executeRaw`
    INSERT INTO visit_watch (id, agency_id, branch_id, looked_at, next_due_at, usual_share, usual_at, forecast_at)
    SELECT id, agency_id, id, ${at}, ${at}, 0, to_timestamp(0), ${at} FROM branch
     WHERE id = ${id}::uuid AND watch_mode = 'on' ON CONFLICT DO NOTHING`
  const [row] = await tx.$queryRaw<
    { next_due_at: Date; silent_since: Date | null; usual_share: number; usual_at: Date; forecast_at: Date }[]
  >`
    SELECT w.next_due_at, w.silent_since, w.usual_share, w.usual_at, w.forecast_at FROM visit_watch w JOIN branch b ON b.id = w.id
     WHERE w.id = ${id}::uuid AND b.watch_mode = 'on' FOR NO KEY UPDATE OF w`
  return (
    row && {
      nextDueAt: row.next_due_at.getTime(),
      silentSince: row.silent_since?.getTime(),
      usualShare: row.usual_share,
      usualAt: row.usual_at.getTime(),
      forecastAt: row.forecast_at.getTime(),
    }
  )
}

/** Planned visits that began in a stretch of time and have somebody allocated, and those that anybody was heard of at. */
export async function logInShare(tx: Transaction, id: BranchId, from: Instant, until: Instant): Promise<LogInShare> {
  const [row] = await tx.$queryRaw<{ due: bigint; heard: bigint }[]>`
    SELECT count(*) AS due, count(*) FILTER (WHERE EXISTS (
             SELECT 1 FROM visit_event e WHERE e.visit_id = v.id AND e.source <> 'watch' AND e.care_worker_id IS NOT NULL)) AS heard
      FROM visit_plan p JOIN visit v ON v.id = p.visit_id
     WHERE p.planned_start > ${new Date(from)} AND p.planned_start <= ${new Date(until)} AND p.status = 'planned'
       AND v.branch_id = ${id}::uuid
       AND NOT EXISTS (SELECT 1 FROM visit_plan later WHERE later.visit_id = v.id AND later.rev > p.rev)
       AND NOT EXISTS (SELECT 1 FROM service_user_status s WHERE s.service_user_id = v.service_user_id AND s.status <> 'active'
                          AND s.from_at <= p.planned_start AND coalesce(s.until_at, 'infinity') > p.planned_start)
       AND EXISTS (SELECT 1 FROM visit_allocation a WHERE a.visit_id = v.id AND a.until_at IS NULL AND a.care_worker_id IS NOT NULL)`
  return { due: Number(row?.due ?? 0), heard: Number(row?.heard ?? 0) }
}

/** Every place of every visit that is planned in a stretch of time; one that nobody was found for has no care worker. */
export async function plannedPlaces(
  tx: Transaction,
  id: BranchId,
  from: Instant,
  until: Instant,
): Promise<PlannedPlace[]> {
  const rows = await tx.$queryRaw<PlaceRow[]>`
    SELECT s.preferred_name, s.first_name, s.last_name, p.planned_start, p.planned_end, c.id AS care_worker_id,
           coalesce(nullif(c.known_as, ''), c.first_name) AS care_worker, coalesce(a.travel_minutes, 0) AS travel_minutes,
           coalesce((SELECT k.late_minutes FROM contract k WHERE k.service_user_id = s.id AND k.valid_from <= p.planned_start
                      ORDER BY k.valid_from DESC LIMIT 1), 15) AS late_minutes
      FROM visit_plan p JOIN visit v ON v.id = p.visit_id JOIN service_user s ON s.id = v.service_user_id
      CROSS JOIN LATERAL generate_series(1, v.care_workers_required) AS place(n)
      LEFT JOIN visit_allocation a ON a.visit_id = v.id AND a.slot = place.n AND a.until_at IS NULL
      LEFT JOIN care_worker c ON c.id = a.care_worker_id
     WHERE p.planned_start >= ${new Date(from)} AND p.planned_start < ${new Date(until)} AND p.status = 'planned'
       AND v.branch_id = ${id}::uuid
       AND NOT EXISTS (SELECT 1 FROM visit_plan later WHERE later.visit_id = v.id AND later.rev > p.rev)
       AND NOT EXISTS (SELECT 1 FROM service_user_status t WHERE t.service_user_id = s.id AND t.status <> 'active'
                          AND t.from_at <= p.planned_start AND coalesce(t.until_at, 'infinity') > p.planned_start)`
  return rows.map((row) => ({
    person: shortName({ preferredName: row.preferred_name || row.first_name, lastName: row.last_name }),
    start: row.planned_start.getTime(),
    end: row.planned_end.getTime(),
    careWorker:
      row.care_worker_id === null ? undefined : { id: row.care_worker_id, name: row.care_worker ?? 'a care worker' },
    travelMinutes: row.travel_minutes,
    lateMinutes: row.late_minutes,
  }))
}

interface PlaceRow {
  preferred_name: string
  first_name: string
  last_name: string
  planned_start: Date
  planned_end: Date
  care_worker_id: string | null
  care_worker: string | null
  travel_minutes: number
  late_minutes: number
}
