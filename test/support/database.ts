import { createHash, randomUUID } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { startEmbedded } from '../../src/store/embedded.ts'
import { migrate } from '../../src/store/migrate.ts'
import { quietLog } from './quiet-log.ts'

export interface TestDatabase {
  url: string
  /** Ends whatever is still connected. */
  drop(): Promise<void>
}

const migrations = resolve(import.meta.dirname, '../../prisma/migrations')

/**
 * A database of its own with all migrations applied: a copy of a template that is made once a run. The server is an
 * embedded one, shared by the whole run and started by the first who asks, or LATELINE_TEST_DATABASE_URL (a role that
 * may create databases).
 */
export async function freshDatabase(): Promise<TestDatabase> {
  const server = await serverUrl()
  const template = await templateOf(server)
  return databaseFrom(server, template)
}

/** A database with nothing in it, for tests of the migrations themselves. */
export async function emptyDatabase(): Promise<TestDatabase> {
  return databaseFrom(await serverUrl(), 'template0')
}

async function databaseFrom(server: string, template: string): Promise<TestDatabase> {
  const name = `lateline_test_${randomUUID().replaceAll('-', '')}`
  await onServer(server, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`))
  return {
    url: urlFor(server, name),
    drop: async () => {
      await onServer(server, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))
    },
  }
}

let started: Promise<string> | undefined

/** URL of the server's own database "postgres". The server stays up for the other test files; the run's end stops it. */
function serverUrl(): Promise<string> {
  started ??= startServer()
  return started
}

async function startServer(): Promise<string> {
  const given = process.env['LATELINE_TEST_DATABASE_URL']
  if (given !== undefined && given !== '') return given
  const { url } = await startEmbedded({ dataDir: inject('testDataDir'), durability: 'tests', log: quietLog })
  return urlFor(url, 'postgres')
}

/** Named after what the migrations say, so that a server used by several runs never serves an old one. */
async function templateOf(server: string): Promise<string> {
  const name = `lateline_template_${await digestOfMigrations()}`
  await onServer(server, async (client) => {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [name])
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (rowCount === 0) await makeTemplate(server, client, name)
  })
  return name
}

async function makeTemplate(server: string, client: pg.Client, name: string): Promise<void> {
  const half = `${name}_half`
  await client.query(`DROP DATABASE IF EXISTS ${half} WITH (FORCE)`)
  await client.query(`CREATE DATABASE ${half} TEMPLATE template0`)
  await migrate({ url: urlFor(server, half), folder: migrations, log: quietLog })
  await client.query(`ALTER DATABASE ${half} RENAME TO ${name}`)
}

async function digestOfMigrations(): Promise<string> {
  const hash = createHash('sha256')
  for (const entry of (await readdir(migrations, { withFileTypes: true })).toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    if (entry.isDirectory())
      hash.update(entry.name).update(await readFile(join(migrations, entry.name, 'migration.sql')))
  }
  return hash.digest('hex').slice(0, 12)
}

async function onServer(server: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

function urlFor(server: string, database: string): string {
  const url = new URL(server)
  url.pathname = `/${database}`
  return url.href
}
