/**
 * `npm run migration -- name`: writes prisma/migrations/<time>_<name>/migration.sql with what schema.prisma has and
 * the migrations so far do not make. The comparison needs a PostgreSQL: DATABASE_URL (a database is created there
 * for a moment), otherwise a throw-away one of its own.
 * Add by hand what Prisma cannot say (CHECKs, partial indexes), before the migration is committed: one that has been
 * applied anywhere is never changed again.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { startEmbedded } from '../src/store/embedded.ts'

const project = resolve(import.meta.dirname, '..')
const migrations = resolve(project, 'prisma/migrations')
/** Every database has it already, and making it would need more rights than the tables do. */
const publicSchema = '-- CreateSchema\nCREATE SCHEMA IF NOT EXISTS "public";\n'
const quiet = { info: () => undefined, warn: console.warn, error: console.error }

const name = process.argv[2] ?? ''
if (/^[a-z][a-z0-9_]*$/.test(name)) await withDatabase(write)
else stop('Give the migration a name in lower case, for example: npm run migration -- matter_deadlines')

function write(url: string): void {
  mkdirSync(migrations, { recursive: true })
  const lockFile = resolve(migrations, 'migration_lock.toml')
  if (!existsSync(lockFile)) {
    writeFileSync(
      lockFile,
      '# Prisma reads here which kind of database the migrations are for.\nprovider = "postgresql"\n',
    )
  }
  const sql = difference(url)
  if (sql === undefined) return
  if (sql.includes('-- This is an empty migration.')) {
    return stop('The migrations already make everything that schema.prisma has: nothing written.')
  }
  const folder = resolve(migrations, `${timeStamp()}_${name}`)
  mkdirSync(folder)
  writeFileSync(resolve(folder, 'migration.sql'), sql)
  console.log(`Wrote ${resolve(folder, 'migration.sql')}`)
}

function difference(url: string): string | undefined {
  const prisma = resolve(project, 'node_modules/prisma/build/index.js')
  const from = readdirSync(migrations).length > 1 ? ['--from-migrations', migrations] : ['--from-empty']
  const run = spawnSync(
    process.execPath,
    [prisma, 'migrate', 'diff', ...from, '--to-schema', 'prisma/schema.prisma', '--script'],
    {
      cwd: project,
      encoding: 'utf8',
      env: { ...process.env, DATABASE_URL: url, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' },
    },
  )
  if (run.status === 0) return `${run.stdout.replace(publicSchema, '').trim()}\n`
  stop(`prisma migrate diff failed:\n${run.stderr}`)
  return undefined
}

async function withDatabase(use: (url: string) => void): Promise<void> {
  const given = process.env['DATABASE_URL']
  if (given) return use(given)
  const dataDir = await mkdtemp(join(tmpdir(), 'lateline-migration-'))
  const database = await startEmbedded({ dataDir, durability: 'tests', log: quiet })
  try {
    use(database.url)
  } finally {
    await database.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** As Prisma names its folders: 20260301093000. */
function timeStamp(): string {
  return new Date().toISOString().replace(/\D/g, '').slice(0, 14)
}

function stop(why: string): void {
  console.error(why)
  process.exitCode = 1
}
