import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { connected } from './databases.ts'

/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10

/**
 * Processor time that has been spent so far, in milliseconds: it says what something costs even on a machine that is
 * busy with something else, where requests a second say little. Undefined where it cannot be seen (not on Linux, or
 * the database runs elsewhere).
 */
export interface ProcessorTime {
  ofProcess(pid: number): number | undefined
  ofDatabase(): number | undefined
}

export async function seeProcessorTime(databaseUrl: string): Promise<ProcessorTime> {
  const server = await postmasterOf(databaseUrl)
  return {
    ofProcess: (pid) => statOf(pid)?.own,
    ofDatabase() {
      if (server === undefined) return undefined
      const stats = processes().flatMap((pid) => statOf(pid) ?? [])
      const postmaster = stats.find((stat) => stat.pid === server)
      if (postmaster === undefined) return undefined
      return (
        postmaster.own +
        postmaster.ofEnded +
        stats.filter((stat) => stat.parent === server).reduce((sum, stat) => sum + stat.own, 0)
      )
    },
  }
}

/** The server's first process: the parent of the one that serves our connection, if that runs on this machine. */
async function postmasterOf(databaseUrl: string): Promise<number | undefined> {
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(new URL(databaseUrl).hostname)) return undefined
  return connected(databaseUrl, async (db) => {
    const { rows } = await db.query('SELECT pg_backend_pid() AS pid')
    const [{ pid }] = z.tuple([z.object({ pid: z.number() })]).parse(rows)
    const backend = statOf(pid)
    return backend?.name.startsWith('postgres') === true ? backend.parent : undefined
  })
}

interface Stat {
  pid: number
  name: string
  parent: number
  own: number
  /** of its children that have ended */
  ofEnded: number
}

/** `/proc/<pid>/stat`; the name may hold spaces, so fields are counted from the bracket that closes it. */
function statOf(pid: number): Stat | undefined {
  let text: string
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return undefined
  }
  const closing = text.lastIndexOf(')')
  const fields = text
    .slice(closing + 2)
    .split(' ')
    .map(Number)
  const ticks = (one: number, two: number): number => ((fields[one] ?? 0) + (fields[two] ?? 0)) * TICK_MS
  return {
    pid,
    name: text.slice(text.indexOf('(') + 1, closing),
    parent: fields[1] ?? 0,
    own: ticks(11, 12),
    ofEnded: ticks(13, 14),
  }
}

function processes(): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
  } catch {
    return []
  }
}
