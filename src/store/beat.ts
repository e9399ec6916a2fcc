import type { Instant } from '../cellar/local-time.ts'
import type { Database } from './database.ts'

/** Notes that something that goes round (the loop, the look at the carrier's list) has got so far. */
export async function beat(database: Database, name: string, at: Instant, by: string): Promise<void> {
  await database.$executeRaw`
    INSERT INTO beat (name, at, by) VALUES (${name}, ${new Date(at)}, ${by})
    ON CONFLICT (name) DO UPDATE SET at = greatest(beat.at, excluded.at), by = excluded.by`
}

/** How far it had got last, on any machine; undefined when it never has. */
export async function lastBeat(database: Database, name: string): Promise<Instant | undefined> {
  const row = await database.beat.findUnique({ where: { name } })
  return row?.at.getTime()
}

/** How far this machine's clock is from the database's, in milliseconds; above a second it may not decide (design section 2). */
export async function clockDifference(database: Database, machineNow: () => Instant): Promise<number> {
  const before = machineNow()
  const rows = await database.$queryRaw<{ at: Date }[]>`SELECT clock_timestamp() AS at`
  const between = (before + machineNow()) / 2
  return rows[0] === undefined ? 0 : rows[0].at.getTime() - between
}
