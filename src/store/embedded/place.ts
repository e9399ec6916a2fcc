import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, mkdir, realpath, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { EmbeddedDatabaseError } from './trouble.ts'
import type { ServerUser } from './server-user.ts'

/** Where the parts of one embedded database lie. */
export interface Place {
  dataDir: string
  /** PostgreSQL's own data folder */
  data: string
  password: string
  log: string
  lock: string
  inUse: string
  /** where a copy of the server's binaries may lie, the best first */
  binaries: string[]
}

const rootsFolder = '/var/lib/lateline'
const project = resolve(import.meta.dirname, '../../..')

/** A folder of the project when an ordinary user runs it; root's server runs as another user, who may not reach that. */
export function defaultDataDir(folder: string = project, isRoot: boolean = process.getuid?.() === 0): string {
  if (!isRoot) return join(folder, '.lateline')
  return join(rootsFolder, createHash('sha256').update(folder).digest('hex').slice(0, 12))
}

/** Makes the folder where it is missing, and makes sure that the server's user can get into it. */
export async function preparePlace(dataDir: string, user: ServerUser): Promise<Place> {
  await mkdir(dataDir, { recursive: true, mode: user.isOther ? 0o711 : 0o700 })
  const folder = await realpath(dataDir)
  if (user.isOther) await letIn(folder, user)
  const inUse = join(folder, 'in-use')
  await mkdir(inUse, { recursive: true, mode: 0o700 })
  return {
    dataDir: folder,
    data: join(folder, 'postgres'),
    password: join(folder, 'password'),
    log: join(folder, 'postgres.log'),
    lock: join(folder, 'start.lock'),
    inUse,
    binaries: [...(user.isOther ? [join(rootsFolder, 'binaries')] : []), join(folder, 'binaries')],
  }
}

async function letIn(folder: string, user: ServerUser): Promise<void> {
  const { mode } = await stat(folder)
  if ((mode & 0o011) !== 0o011) await chmod(folder, mode | 0o011)
  if (spawnSync('test', ['-x', folder], user.as).status === 0) return
  throw new EmbeddedDatabaseError(
    `The embedded database cannot run in ${folder}: as root it runs as the user "${user.name}", who may not enter a folder above it. ` +
      `Set LATELINE_DATA_DIR to a folder that every user may reach (such as /var/lib/lateline), start Lateline as an ordinary user, ` +
      `or set DATABASE_URL to a PostgreSQL of your own.`,
  )
}
