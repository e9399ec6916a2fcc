import type pg from 'pg'
import { idOf } from './agency.ts'

export interface VisitSeries {
  /** visits 1 to this one; the n-th is to service user n and by care worker n, both counted round */
  count: number
  serviceUsers: number
  careWorkers: number
  /** SQL over `n`: when the n-th is planned to start */
  startsAt: string
}

/** Visits with their plan and allocation. */
export async function seedVisits(
  db: pg.Client,
  { count, serviceUsers, careWorkers, startsAt }: VisitSeries,
): Promise<void> {
  const serviceUser = idOf('service user', `(1 + (n - 1) % ${serviceUsers})`)
  const careWorker = idOf('care worker', `(1 + (n - 1) % ${careWorkers})`)
  await db.query(`
    INSERT INTO visit (id, agency_id, branch_id, source, ref, service_user_id, visit_type, care_workers_required, funder_ref, package_ref, notes)
    SELECT ${idOf('visit', 'n')}, ${idOf('agency', '1')}, ${idOf('branch', '1')}, 'rota', 'V' || n, ${serviceUser}, 'personal_care', 1, 'HCC', '', ''
      FROM generate_series(1, ${count}) n;
    INSERT INTO visit_plan (visit_id, rev, planned_start, planned_end, local_date, time_critical, time_critical_reason, status, by, reason, recorded_at)
    SELECT ${idOf('visit', 'n')}, 1, ${startsAt}, ${startsAt} + interval '30 minutes', (${startsAt})::date, false, '', 'planned', 'rota', '', 'epoch'
      FROM generate_series(1, ${count}) n;
    INSERT INTO visit_allocation (id, visit_id, slot, care_worker_id, run_ref, run_order, travel_minutes, from_at, by)
    SELECT ${idOf('allocation', 'n')}, ${idOf('visit', 'n')}, 1, ${careWorker}, 'R1', 1, 10, 'epoch', 'rota'
      FROM generate_series(1, ${count}) n`)
}
