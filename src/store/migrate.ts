import { createHash, randomUUID } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import pg from 'pg'
import type { Logger } from 'pino'

/** The migrations cannot be applied. The message says which one, what is wrong, and what to do now. */
export class MigrationError extends Error {
  override name = 'MigrationError'
}

export interface MigrateOptions {
  url: string
  /** Default: prisma/migrations of this project. */
  folder?: string
  log: Pick<Logger, 'info' | 'warn'>
}

const ourMigrations = resolve(import.meta.dirname, '../../prisma/migrations')
/** Prisma's own lock, so that its command line and we exclude each other. */
const prismaLock = 72707369

/**
 * Applies the migrations that the database lacks, in the order of their names, each in a transaction of its own, and
 * records them in `_prisma_migrations` as Prisma does. Needs no Prisma at run time. Two programs may start at once.
 * @returns the names just applied
 * @throws MigrationError when a migration was changed after it was applied, was left half-applied, or fails
 */
export async function migrate({ url, folder = ourMigrations, log }: MigrateOptions): Promise<string[]> {
  const migrations = await readMigrations(folder)
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined) // the query under way reports it
  await client.connect()
  try {
    await lock(client, log)
    await client.query(migrationsTable)
    const missing = compare(migrations, await readRecords(client), log)
    for (const migration of missing) await apply(client, migration)
    if (missing.length > 0) log.info({ migrations: missing.map(({ name }) => name) }, 'migrations applied')
    return missing.map(({ name }) => name)
  } finally {
    await client.end() // and the lock with it
  }
}

interface Migration {
  name: string
  sql: string
  checksum: string
}

interface Applied {
  name: string
  checksum: string
  finished: boolean
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(names.toSorted().map((name) => readMigration(folder, name)))
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  const file = join(folder, name, 'migration.sql')
  try {
    const sql = await readFile(file, 'utf8')
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
  } catch (error) {
    throw new MigrationError(
      `${file} cannot be read. Bring it back from git, or remove the folder if it was never applied.`,
      { cause: error },
    )
  }
}

async function lock(client: pg.Client, log: MigrateOptions['log']): Promise<void> {
  const { rows } = await client.query<{ free: boolean }>('SELECT pg_try_advisory_lock($1) AS free', [prismaLock])
  if (rows[0]?.free === true) return
  log.info('another program is applying migrations: waiting for it')
  await client.query(`SET lock_timeout = '5min'`)
  try {
    await client.query('SELECT pg_advisory_lock($1)', [prismaLock])
  } catch (error) {
    throw new MigrationError(
      'Another program has been applying migrations for five minutes. Find it in pg_stat_activity and end it, then start again.',
      {
        cause: error,
      },
    )
  }
  await client.query('SET lock_timeout = 0')
}

/** Word for word the table that Prisma makes. */
const migrationsTable = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id                  VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum            VARCHAR(64) NOT NULL,
  finished_at         TIMESTAMPTZ,
  migration_name      VARCHAR(255) NOT NULL,
  logs                TEXT,
  rolled_back_at      TIMESTAMPTZ,
  started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`

async function readRecords(client: pg.Client): Promise<Applied[]> {
  const { rows } = await client.query<Applied>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
       FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  )
  return rows
}

/** The migrations still to apply, once what was applied is found to be sound. */
function compare(migrations: Migration[], applied: Applied[], log: MigrateOptions['log']): Migration[] {
  const half = applied.find((record) => !record.finished)
  if (half !== undefined) throw new MigrationError(halfApplied(half.name))
  const known = new Map(applied.map((record) => [record.name, record.checksum]))
  const changed = migrations.find(({ name, checksum }) => known.has(name) && known.get(name) !== checksum)
  if (changed !== undefined) throw new MigrationError(changedSince(changed.name))
  const ours = new Set(migrations.map(({ name }) => name))
  const newer = [...known.keys()].filter((name) => !ours.has(name))
  if (newer.length > 0)
    log.warn({ migrations: newer }, 'the database has migrations of a newer Lateline: update this one soon')
  return migrations.filter(({ name }) => !known.has(name))
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  const startedAt = await now(client)
  await client.query('BEGIN')
  try {
    await client.query(sql)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, $4, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name, startedAt],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw new MigrationError(failed(name, sql, error), { cause: error })
  }
}

async function now(client: pg.Client): Promise<string | undefined> {
  const { rows } = await client.query<{ now: string }>('SELECT clock_timestamp()::text AS now')
  return rows[0]?.now
}

function halfApplied(name: string): string {
  return (
    `Migration ${name} was begun by the Prisma command line and not finished. Look at its part in the database, take back what it made, ` +
    `then run: npx prisma migrate resolve --rolled-back ${name} (or --applied, if all of it is there). Then start again.`
  )
}

function changedSince(name: string): string {
  return (
    `Migration ${name} was changed after it was applied to this database. Bring its migration.sql back as it was (git log -- prisma/migrations/${name}), ` +
    `and put the change into a new migration (npm run migration -- name).`
  )
}

function failed(name: string, sql: string, error: unknown): string {
  const position = error instanceof pg.DatabaseError ? Number(error.position) : NaN
  const line = Number.isInteger(position) ? `, line ${sql.slice(0, position).split('\n').length}` : ''
  const why = error instanceof Error ? error.message : String(error)
  return `Migration ${name} failed (prisma/migrations/${name}/migration.sql${line}): ${why}. Nothing of it was kept. Mend the cause and start again.`
}
