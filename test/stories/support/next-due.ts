import type { Database } from '../../../src/store/database.ts'

export interface Agenda {
  /** the program has something to do now */
  dueNow: boolean
  /** the next moment at which it has something to do by itself */
  nextAt: number | undefined
  /** a call or text is on its way: the carrier may say something at any moment */
  underWay: boolean
}

/** What the program has to do, in one look at the tables that its loop sweeps. */
export async function agendaOf(database: Database, now: number): Promise<Agenda> {
  const rows = await database.$queryRaw<{ at: Date | null; under_way: boolean }[]>`
    SELECT min(at) AS at, EXISTS (
             SELECT 1 FROM attempt WHERE state IN ('placing', 'placed', 'ringing', 'in-progress', 'unknown', 'planned')) AS under_way
      FROM (
        SELECT min(next_try_at) AS at FROM inbound_delivery WHERE processed_at IS NULL
        UNION ALL SELECT min(next_due_at) FROM contact
        UNION ALL SELECT min(next_due_at) FROM matter
        UNION ALL SELECT min(next_due_at) FROM office_item
        UNION ALL SELECT min(next_check_at) FROM visit
        UNION ALL SELECT min(next_due_at) FROM handover
        UNION ALL SELECT min(coalesce(w.next_due_at, to_timestamp(0))) FROM branch b LEFT JOIN visit_watch w ON w.id = b.id WHERE b.watch_mode = 'on'
        UNION ALL SELECT min(coalesce(w.next_due_at, to_timestamp(0))) FROM branch b LEFT JOIN on_call_watch w ON w.id = b.id WHERE b.watch_mode = 'on'
        UNION ALL SELECT min(look_up_at) FROM attempt
        UNION ALL SELECT min(coalesce(settle_after, ended_at)) FROM attempt WHERE state = 'ended' AND settled_at IS NULL
        UNION ALL SELECT min(greatest(a.due_at, CASE a.channel WHEN 'call' THEN c.next_call_at ELSE c.next_text_at END))
                    FROM attempt a JOIN carrier_account c ON c.id = a.account_id WHERE a.state = 'planned'
      ) due`
  const [row] = rows
  const at = row?.at?.getTime()
  return { dueNow: at !== undefined && at <= now, nextAt: at, underWay: row?.under_way ?? false }
}
