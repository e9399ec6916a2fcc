import { spawnSync } from 'node:child_process'
import type { Logger } from 'pino'
import { EmbeddedDatabaseError } from './trouble.ts'

/** The user the server runs as: ourselves, or "postgres" when we are root (PostgreSQL refuses to run as root). */
export interface ServerUser {
  name: string
  isOther: boolean
  /** For spawn: empty when it is ourselves. */
  as: { uid?: number; gid?: number }
}

const name = 'postgres'

/** Finds the user, and makes it where root has none. */
export async function serverUser(log: Pick<Logger, 'info'>): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return { name: 'ourselves', isOther: false, as: {} }
  const as = idsOf(name) ?? makeUser(log)
  if (as !== undefined) return { name, isOther: true, as }
  throw new EmbeddedDatabaseError(
    `The embedded database cannot run as root, and the user "${name}" it would run as could not be made (no useradd or adduser here). ` +
      `Make that user, start Lateline as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.`,
  )
}

function makeUser(log: Pick<Logger, 'info'>): ServerUser['as'] | undefined {
  run('groupadd', ['--system', name])
  run('useradd', [
    '--system',
    '--gid',
    name,
    '--no-create-home',
    '--home-dir',
    '/nonexistent',
    '--shell',
    '/usr/sbin/nologin',
    name,
  ])
  // The smaller tools of Alpine and BusyBox.
  if (idsOf(name) === undefined) {
    run('addgroup', ['-S', name])
    run('adduser', ['-S', '-D', '-H', '-G', name, name])
  }
  const made = idsOf(name)
  if (made !== undefined) log.info({ user: name }, 'made the user that the embedded database runs as')
  return made
}

function idsOf(user: string): { uid: number; gid: number } | undefined {
  const uid = run('id', ['-u', user])
  const gid = run('id', ['-g', user])
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) }
}

function run(command: string, args: string[]): string | undefined {
  const done = spawnSync(command, args, { encoding: 'utf8' })
  return done.status === 0 ? done.stdout.trim() : undefined
}
