import { spawn } from 'node:child_process'
import { chown, mkdir, readFile, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Binaries } from './binaries.ts'
import { type Connection, ourDatabase, ourUser, withClient } from './connection.ts'
import type { Place } from './place.ts'
import type { ServerUser } from './server-user.ts'
import { EmbeddedDatabaseError } from './trouble.ts'

export interface Cluster {
  place: Place
  user: ServerUser
  binaries: Binaries
  durability: 'full' | 'tests'
  log: Pick<Logger, 'info' | 'warn' | 'error'>
}

/** Makes the data folder on first use; one made by another major version of PostgreSQL is refused. */
export async function createCluster(cluster: Cluster): Promise<void> {
  const { place, binaries } = cluster
  const found = await versionOf(place.data)
  if (found === binaries.major) return
  if (found !== undefined) throw new EmbeddedDatabaseError(otherVersion(place, found, binaries.major))
  const half = `${place.data}.half`
  await rm(half, { recursive: true, force: true })
  await mkdir(half, { mode: 0o700 })
  if (cluster.user.as.uid !== undefined && cluster.user.as.gid !== undefined) {
    await chown(half, cluster.user.as.uid, cluster.user.as.gid)
  }
  await initdb(cluster, half)
  await rename(half, place.data)
}

/** Makes our database on first use. */
export async function ensureDatabase(connection: Connection): Promise<void> {
  await withClient({ ...connection, database: 'postgres' }, 60_000, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [ourDatabase])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(ourDatabase)}`)
  })
}

/** Sets our password while no server runs: the way back in when the password file was lost. */
export async function resetPassword({ place, user, binaries }: Cluster, password: string): Promise<void> {
  const child = spawn(binaries.postgres, ['--single', '-D', place.data, 'postgres'], {
    ...user.as,
    cwd: '/',
    env: plainEnvironment,
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  child.stdin.end(`ALTER ROLE ${ourUser} PASSWORD '${password.replaceAll("'", "''")}'\n`)
  await success(child)
}

/** No PG… variable of the caller's may lead the server elsewhere. */
export const plainEnvironment = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' }

async function versionOf(data: string): Promise<string | undefined> {
  const entries = await readdir(data).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (entries === undefined) return undefined
  if (entries.includes('PG_VERSION')) return (await readFile(join(data, 'PG_VERSION'), 'utf8')).trim()
  throw new EmbeddedDatabaseError(
    `The folder ${data} is there but holds no PostgreSQL data. Move it away, or set LATELINE_DATA_DIR to another folder.`,
  )
}

function otherVersion(place: Place, found: string, ours: string): string {
  return (
    `The data in ${place.data} was made by PostgreSQL ${found}; this Lateline brings PostgreSQL ${ours}. ` +
    `Start it with the Lateline version that made it and carry the data over with pg_dump, ` +
    `or set LATELINE_DATA_DIR to an empty folder to begin afresh. Nothing was changed.`
  )
}

async function initdb({ place, user, binaries, durability }: Cluster, folder: string): Promise<void> {
  const flags = [
    `--pgdata=${folder}`,
    `--username=${ourUser}`,
    `--pwfile=${place.password}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--no-locale',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(durability === 'tests' ? ['--no-sync'] : []),
  ]
  const child = spawn(binaries.initdb, flags, {
    ...user.as,
    cwd: '/',
    env: plainEnvironment,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  try {
    await success(child)
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

async function success(child: ReturnType<typeof spawn>): Promise<void> {
  let complaint = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (complaint += text))
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
  if (code !== 0) throw new Error(complaint.trim() || `${child.spawnfile} ended with ${code ?? child.signalCode}`)
}
