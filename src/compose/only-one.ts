import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

/** Another program serves this database already: a message for whoever started the second one. */
export class AnotherRuns extends Error {
  override readonly name = 'AnotherRuns'
}

/** Any number will do, if it is always the same and nobody else's (migrations lock 72707369). */
const LOCK = 72_707_370

/**
 * Holds a database for one program until it ends, however it ends. Two programs with the simulator inside would each be a
 * carrier of their own and answer each other's calls; with a real carrier any number may share a database.
 *
 * @param where the database in words @returns how to let go
 * @throws AnotherRuns
 */
export async function holdAlone(url: string, where: string, port: number): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: url, application_name: `${NAME}${process.pid}, port ${port}` })
  // A database that goes away takes the lock with it; the program's own connections report that.
  client.on('error', () => undefined)
  await client.connect()
  // A program that was killed a moment ago may still be let go by the server.
  for (let tries = 0; tries < 5; tries += 1) {
    const { rows } = await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1) AS held', [LOCK])
    if (rows[0]?.held === true) return () => client.end().catch(() => undefined)
    await wait(200)
  }
  const holder = await holderOf(client)
  await client.end()
  throw new AnotherRuns(
    `Another Lateline${holder} runs with the simulator on ${where}. Nothing was begun here. Open its page, or stop it first; ` +
      'or set LATELINE_DATA_DIR to another folder for a second one.',
  )
}

const NAME = 'lateline, process '

async function holderOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT a.application_name AS name FROM pg_locks l JOIN pg_stat_activity a USING (pid)
      WHERE l.locktype = 'advisory' AND l.granted AND l.classid = 0 AND l.objid = $1`,
    [LOCK],
  )
  const name = rows[0]?.name ?? ''
  return name.startsWith(NAME) ? ` (process ${name.slice(NAME.length)})` : ''
}
