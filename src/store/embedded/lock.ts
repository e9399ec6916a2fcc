import { randomUUID } from 'node:crypto'
import { link, rename, rm, writeFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { readMark } from './in-use.ts'
import { isSameAndAlive, ourMark } from './processes.ts'
import { EmbeddedDatabaseError } from './trouble.ts'

/**
 * Runs `work` while no other program starts or stops this database. The lock of a program that has ended is broken.
 * It keeps starts in order; should it ever fail, PostgreSQL's own lock still forbids two servers on the same data.
 */
export async function withLock<T>(file: string, work: () => Promise<T>, patienceMs = 180_000): Promise<T> {
  await take(file, patienceMs)
  try {
    return await work()
  } finally {
    await rm(file, { force: true })
  }
}

async function take(file: string, patienceMs: number): Promise<void> {
  const until = performance.now() + patienceMs
  while (!(await tryOnce(file))) {
    const holder = await readMark(file)
    if (holder === undefined || !isSameAndAlive(holder)) await breakLock(file)
    else if (performance.now() > until) {
      throw new EmbeddedDatabaseError(
        `Another Lateline (process ${holder.pid}) has been starting or stopping the embedded database for ${patienceMs / 1000} seconds. ` +
          `Wait for it, or end that process and start again.`,
      )
    } else await wait(50)
  }
}

/** The file appears whole, or not at all: it is written under another name first. */
async function tryOnce(file: string): Promise<boolean> {
  const draft = `${file}.${randomUUID()}`
  await writeFile(draft, JSON.stringify(ourMark()), { mode: 0o600 })
  try {
    await link(draft, file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

async function breakLock(file: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`
  try {
    await rename(file, aside)
  } catch {
    return // somebody else was quicker
  }
  const taken = await readMark(aside)
  // Somebody broke it before us and took it already: give it back.
  if (taken !== undefined && isSameAndAlive(taken)) await link(aside, file).catch(() => undefined)
  await rm(aside, { force: true })
}
