import { readFile, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { commandOf, gone, isAlive } from './processes.ts'
import { EmbeddedDatabaseError } from './trouble.ts'

export interface Postmaster {
  pid: number
  port: number
}

/** What the server noted in postmaster.pid (line 1 its process, line 4 its port), when that process really is it. */
export async function runningPostmaster(data: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  const lines = text?.split('\n') ?? []
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  return Number.isInteger(pid) && pid > 1 && isPostgresOf(pid, data) ? { pid, port } : undefined
}

/** Takes away the note of a server that is gone; its process number may belong to somebody else by now. */
export async function forgetPostmaster(data: string): Promise<void> {
  await rm(join(data, 'postmaster.pid'), { force: true })
}

/** Shuts the server down and waits until it is gone: politely first (fast shutdown), then by force. */
export async function stopPostmaster(pid: number, data: string): Promise<void> {
  const steps: { signal: NodeJS.Signals; patienceMs: number }[] = [
    { signal: 'SIGINT', patienceMs: 30_000 },
    { signal: 'SIGQUIT', patienceMs: 10_000 },
    { signal: 'SIGKILL', patienceMs: 5000 },
  ]
  for (const { signal, patienceMs } of steps) {
    if (!isPostgresOf(pid, data)) return
    send(pid, signal)
    // A server that was suspended hears nothing until it is woken.
    send(pid, 'SIGCONT')
    if (await gone(pid, patienceMs)) return
  }
  throw new EmbeddedDatabaseError(
    `The database server (process ${pid}, data in ${data}) does not end. End it by hand: kill -9 ${pid}`,
  )
}

export function isPostgresOf(pid: number, data: string): boolean {
  const words = commandOf(pid)
  return isAlive(pid) && basename(words[0] ?? '') === 'postgres' && words.includes(data)
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    // ESRCH: it went by itself meanwhile
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
