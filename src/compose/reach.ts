import { Redis } from 'ioredis'
import pg from 'pg'
import { BadSetting } from '../settings.ts'

/** Long enough for a server that has just been woken, short enough for whoever waits at the terminal. */
const PATIENCE_MS = 10_000
const OLDEST_POSTGRES = 15

/**
 * Asks the database of DATABASE_URL whether it can be used, before anything is begun.
 *
 * @throws BadSetting with what is wrong and the remedy; the password stands in none of it
 */
export async function reachDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE_MS })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ version: number }>(
      "SELECT current_setting('server_version_num')::int / 10000 AS version",
    )
    const version = rows[0]?.version ?? 0
    if (version < OLDEST_POSTGRES)
      throw new BadSetting(
        `DATABASE_URL: ${databaseName(url)} is PostgreSQL ${version}. Use PostgreSQL ${OLDEST_POSTGRES} or newer.`,
      )
  } catch (error) {
    if (error instanceof BadSetting) throw error
    throw new BadSetting(`DATABASE_URL: ${databaseName(url)} ${databaseTrouble(codeOf(error))}`)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/**
 * Asks the Redis of REDIS_URL likewise. It only wakes, so one that does not answer today is no reason to stay down.
 *
 * @returns what is wrong and the remedy, for whoever starts the program; undefined when all is well
 * @throws BadSetting when it refuses us: that is not over by itself
 */
export async function redisTrouble(url: string): Promise<string | undefined> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: PATIENCE_MS,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
  })
  let fault: unknown
  redis.on('error', (error) => (fault ??= error))
  try {
    await redis.connect()
    await redis.ping()
    return undefined
  } catch (error) {
    const first = fault ?? error
    if (isRefusal(first)) throw new BadSetting(`REDIS_URL: ${place(url)} refuses this user or password. Correct them.`)
    return `REDIS_URL: ${place(url)} does not answer (${codeOf(first)}). Start that Redis, correct the address, or leave REDIS_URL out: PostgreSQL then carries the queue.`
  } finally {
    redis.disconnect()
  }
}

/** "the database lateline at 127.0.0.1:5432, as user lateline": all but the password. */
export function databaseName(url: string): string {
  const { pathname, username } = new URL(url)
  const name = decodeURIComponent(pathname.slice(1))
  const as = username === '' ? '' : `, as user ${decodeURIComponent(username)}`
  return `the database ${name === '' ? 'without a name' : name} at ${place(url)}${as}`
}

function place(url: string): string {
  const { hostname, port } = new URL(url)
  return port === '' ? hostname : `${hostname}:${port}`
}

function databaseTrouble(code: string): string {
  switch (code) {
    case '28P01':
    case '28000':
      return 'refuses this user or password. Correct them; signs such as @ or / are written as %40 and %2F.'
    case '3D000':
      return 'does not exist. Create it (createdb), or correct the name at the end of the address.'
    case '53300':
      return 'has no connection left. Raise its max_connections, or end what holds them.'
    case '57P03':
      return 'is starting up or shutting down. Start Lateline again in a moment.'
    default:
      return `does not answer (${code}). Start that PostgreSQL, correct the address, or leave DATABASE_URL out for a database of our own.`
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof Error && /WRONGPASS|NOAUTH|NOPERM/.test(error.message)
}

/** The system's or the server's own short word for it; of a host with several addresses, the first's. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0])
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return 'no answer'
}
