/**
 * `npm run migration -- name`: writes prisma/migrations/<time>_<name>/migration.sql with what schema.prisma has and
 * the migrations so far do not make. Needs a PostgreSQL on which it may create a database for a moment: DATABASE_URL.
 * Add by hand what Prisma cannot say (CHECKs, exclusion constraints), before the migration is committed: one
 * that has been applied anywhere is never changed again.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { spawnSync } from 'node:child_process'

const project = resolve(import.meta.dirname, '..')
const migrations = resolve(project, 'prisma/migrations')

const name = process.argv[2] ?? ''
if (!/^[a-z][a-z0-9_]*$/.test(name)) stop('Give the migration a name in lower case, for example: npm run migration -- matter_deadlines')
if (!process.env.DATABASE_URL) stop('Set DATABASE_URL to a PostgreSQL on which a database may be created for a moment.')

const lockFile = resolve(migrations, 'migration_lock.toml')
mkdirSync(migrations, { recursive: true })
if (!existsSync(lockFile)) writeFileSync(lockFile, '# Prisma reads here which kind of database the migrations are for.\nprovider = "postgresql"\n')

const sql = difference()
if (sql.includes('-- This is an empty migration.')) stop('The migrations already make everything that schema.prisma has: nothing written.')
const folder = resolve(migrations, `${timeStamp()}_${name}`)
mkdirSync(folder)
writeFileSync(resolve(folder, 'migration.sql'), sql)
console.log(`Wrote ${resolve(folder, 'migration.sql')}`)

function difference() {
  const from = readdirSync(migrations).length > 1 ? ['--from-migrations', migrations] : ['--from-empty']
  const run = spawnSync(
    process.execPath,
    [resolve(project, 'node_modules/prisma/build/index.js'), 'migrate', 'diff', ...from, '--to-schema', 'prisma/schema.prisma', '--script'],
    { cwd: project, encoding: 'utf8', env: { ...process.env, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' } },
  )
  if (run.status !== 0) stop(`prisma migrate diff failed:\n${run.stderr}`)
  return `${run.stdout.trim()}\n`
}

/** As Prisma names its folders: 20260301093000. */
function timeStamp() {
  return new Date().toISOString().replace(/\D/g, '').slice(0, 14)
}

function stop(why) {
  console.error(why)
  process.exit(1)
}
