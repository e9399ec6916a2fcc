import type { Database } from '../../../src/store/database.ts'

/** The next moment at which the program has something to do by itself; undefined when there is none. */
export async function nextDueAt(database: Database, after: number): Promise<number | undefined> {
  const rows = await database.$queryRaw<{ at: Date | null }[]>`
    SELECT min(at) AS at FROM (
      SELECT min(next_try_at) AS at FROM inbound_delivery WHERE processed_at IS NULL
      UNION ALL SELECT min(next_due_at) FROM contact
      UNION ALL SELECT min(next_due_at) FROM matter
      UNION ALL SELECT min(next_due_at) FROM office_item
      UNION ALL SELECT min(look_up_at) FROM attempt
      UNION ALL SELECT min(due_at) FROM attempt WHERE state = 'planned'
    ) due`
  const at = rows[0]?.at?.getTime()
  return at === undefined ? undefined : Math.max(at, after + 1)
}
