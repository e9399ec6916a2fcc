import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Logger } from 'pino'
import { startEmbedded } from '../store/embedded.ts'
import { migrate } from '../store/migrate.ts'

/** Databases to measure on: each new, empty but for the tables, and gone afterwards. */
export interface Databases {
  /** name and version of the server */
  server: string
  create(): Promise<ThrowAway>
  stop(): Promise<void>
}

export interface ThrowAway {
  url: string
  drop(): Promise<void>
}

/**
 * A server for throw-away databases: an embedded one in a folder for temporary files, which forgets nothing in a power
 * cut, just as in real use; or the server of `DATABASE_URL`, whose own database is left alone.
 */
export async function openDatabases(given: string | undefined, log: Logger): Promise<Databases> {
  const server = given === undefined ? await embedded(log) : { url: given, stop: async () => undefined }
  const [version] = await query<{ server_version: string }>(server.url, 'SHOW server_version')
  const kind = given === undefined ? 'embedded, fsync on' : 'the server of DATABASE_URL'
  return {
    server: `PostgreSQL ${version?.server_version ?? '?'} (${kind})`,
    stop: server.stop,
    async create() {
      const name = `lateline_bench_${randomUUID().replaceAll('-', '').slice(0, 12)}`
      await query(server.url, `CREATE DATABASE ${name}`)
      const url = onServer(server.url, name)
      await migrate({ url, log })
      return { url, drop: async () => void (await query(server.url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)) }
    },
  }
}

/** One connection for as long as `work` needs it. */
export async function connected<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined) // the query under way reports it
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  return connected(url, async (client) => (await client.query<Row>(sql)).rows)
}

async function embedded(log: Logger): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'lateline-bench-'))
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true })
  try {
    const server = await startEmbedded({ dataDir: folder, durability: 'full', log })
    return { url: server.url, stop: () => endThenRemove(server, remove) }
  } catch (error) {
    await remove()
    throw error
  }
}

function onServer(server: string, database: string): string {
  const url = new URL(server)
  url.pathname = `/${database}`
  return url.href
}

async function endThenRemove(server: { stop(): Promise<void> }, remove: () => Promise<void>): Promise<void> {
  try {
    await server.stop()
  } finally {
    await remove()
  }
}
