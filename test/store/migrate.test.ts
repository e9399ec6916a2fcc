import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { MigrationError, migrate } from '../../src/store/migrate.ts'
import { type TestDatabase, emptyDatabase, freshDatabase } from '../support/database.ts'
import { quietLog } from '../support/quiet-log.ts'

const project = resolve(import.meta.dirname, '../..')
const ours = join(project, 'prisma/migrations')

let database: TestDatabase
let folder: string

beforeEach(async () => {
  database = await emptyDatabase()
  folder = await mkdtemp(join(tmpdir(), 'lateline-migrations-'))
  return async () => {
    await database.drop()
    await rm(folder, { recursive: true })
  }
})

const first = ['20260101000000_first', 'CREATE TABLE visit_note (id int PRIMARY KEY, words text);'] as const
const second = [
  '20260102000000_second',
  `INSERT INTO visit_note VALUES (1, 'a;b');\nALTER TABLE visit_note ADD seen boolean;`,
] as const

describe('migrations at start', () => {
  it('are applied in the order of their names, once', async () => {
    await write(second)
    await write(first)
    expect(await run()).toEqual([first[0], second[0]])
    expect(await run()).toEqual([])
    expect(await query('SELECT words, seen FROM visit_note')).toEqual([{ words: 'a;b', seen: null }])
  })

  it('are applied once when several programs start at once', async () => {
    await write(first)
    await write(second)
    const applied = await Promise.all([run(), run(), run(), run()])
    expect(applied.flat()).toEqual([first[0], second[0]])
  })

  it('keep nothing of one that fails, and say where it failed', async () => {
    await write(first)
    await write(['20260103000000_broken', 'CREATE TABLE half (id int);\n\nALTER TABLE nowhere ADD x int;'])
    await expect(run()).rejects.toThrow(
      /20260103000000_broken failed .*: relation "nowhere" does not exist\. Nothing of it was kept/,
    )
    expect(await query(`SELECT to_regclass('half') AS half`)).toEqual([{ half: null }])
    expect(await query('SELECT migration_name FROM _prisma_migrations')).toEqual([{ migration_name: first[0] }])
    await write(['20260103000000_broken', 'CREATE TABLE half (id int);'])
    expect(await run()).toEqual(['20260103000000_broken'])
  })

  it('name the line of a mistake in the SQL', async () => {
    await write(['20260101000000_wrong', 'CREATE TABLE a (id int);\nCREATE TABEL b (id int);'])
    await expect(run()).rejects.toThrow(/migration\.sql, line 2\): syntax error/)
  })

  it('stop at one that was changed after it was applied', async () => {
    await write(first)
    await run()
    await write([first[0], `${first[1]} -- changed`])
    await expect(run()).rejects.toThrow(MigrationError)
    await expect(run()).rejects.toThrow(
      /20260101000000_first was changed after it was applied.*Bring its migration\.sql back/,
    )
  })

  it('stop at one that the Prisma command line left half-applied, until it is resolved', async () => {
    await write(first)
    await run()
    await query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('x', 'y', '20260102000000_second')`,
    )
    await write(second)
    await expect(run()).rejects.toThrow(/20260102000000_second was begun .*migrate resolve --rolled-back/)
    await query(`UPDATE _prisma_migrations SET rolled_back_at = now() WHERE id = 'x'`)
    expect(await run()).toEqual([second[0]])
  })

  it('go on below the migrations of a newer version', async () => {
    await write(first)
    await write(second)
    await run()
    await rm(join(folder, second[0]), { recursive: true })
    expect(await run()).toEqual([])
  })

  it('name a folder without its migration', async () => {
    await mkdir(join(folder, '20260105000000_empty'))
    await expect(run()).rejects.toThrow(/20260105000000_empty\/migration\.sql cannot be read/)
  })
})

describe("the project's own migrations", () => {
  let migrated: TestDatabase
  beforeAll(async () => {
    migrated = await freshDatabase()
  })
  afterAll(() => migrated.drop())

  it('are recorded as Prisma records them: its status agrees', async () => {
    expect(await prisma(['migrate', 'status'], migrated.url)).toContain('Database schema is up to date')
    await expect(prisma(['migrate', 'status'], database.url)).rejects.toThrow(/not yet been applied/)
  })

  it('leave nothing for Prisma to deploy', async () => {
    expect(await prisma(['migrate', 'deploy'], migrated.url)).toContain('No pending migrations to apply')
  })

  it('make what schema.prisma says', async () => {
    const diff = ['migrate', 'diff', '--from-migrations', ours, '--to-schema', 'prisma/schema.prisma', '--exit-code']
    expect(await prisma(diff, migrated.url)).toContain('No difference detected')
  })
})

function run(): Promise<string[]> {
  return migrate({ url: database.url, folder, log: quietLog })
}

async function write([name, sql]: readonly [string, string]): Promise<void> {
  await mkdir(join(folder, name), { recursive: true })
  await writeFile(join(folder, name, 'migration.sql'), sql)
}

async function query(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

async function prisma(args: string[], url: string): Promise<string> {
  const command = join(project, 'node_modules/prisma/build/index.js')
  const env = { ...process.env, DATABASE_URL: url, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' }
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [command, ...args], { cwd: project, env })
    return stdout
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    throw new Error(`${stdout}\n${stderr}`, { cause: error })
  }
}
