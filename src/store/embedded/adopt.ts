import { setTimeout as wait } from 'node:timers/promises'
import type { Cluster } from './cluster.ts'
import { type Answer, type Connection, ask, ourDatabase, ourUser } from './connection.ts'
import { others } from './in-use.ts'
import { forgetPostmaster, isPostgresOf, runningPostmaster, stopPostmaster } from './postmaster.ts'
import { EmbeddedDatabaseError } from './trouble.ts'

export interface Server {
  connection: Connection
  stop(): Promise<void>
}

/**
 * A server that runs on our data already, when it answers with our password. One that does not is stopped, unless
 * another program of ours works on it. Afterwards the data is either served or free.
 */
export async function adoptOrStop(cluster: Cluster, password: string): Promise<Server | undefined> {
  const { place, log } = cluster
  const running = await runningPostmaster(place.data)
  if (running === undefined) {
    await forgetPostmaster(place.data)
    return undefined
  }
  const { pid, port } = running
  const connection = { host: '127.0.0.1', port, user: ourUser, password, database: ourDatabase }
  const answer = await settledAnswer(connection, place.data, pid)
  if (answer === 'gone') return adoptOrStop(cluster, password)
  const good = answer.kind === 'ours' && (answer.fsync || cluster.durability === 'tests')
  if (good) return { connection, stop: () => stopPostmaster(pid, place.data) }
  const users = await others(place.inUse)
  if (users.length > 0)
    throw new EmbeddedDatabaseError(
      inUse(
        pid,
        users.map((user) => user.pid),
        answer,
      ),
    )
  log.warn(
    { pid, why: answer.kind },
    'a database server left behind by an earlier run cannot be used: stopping it and starting afresh',
  )
  await stopPostmaster(pid, place.data)
  await forgetPostmaster(place.data)
  return undefined
}

/** Waits while the server starts up (it may have a crash to recover from) or shuts down. */
async function settledAnswer(connection: Connection, data: string, pid: number): Promise<Answer | 'gone'> {
  const until = performance.now() + 300_000
  for (;;) {
    const answer = await ask(connection, data)
    if (!isPostgresOf(pid, data)) return 'gone'
    if (answer.kind !== 'not-yet' || performance.now() > until) return answer
    await wait(100)
  }
}

function inUse(pid: number, users: number[], answer: Answer): string {
  return (
    `The embedded database (process ${pid}) is used by another Lateline (process ${users.join(', ')}) but does not answer here (${answer.kind}). ` +
    `End that Lateline and start again.`
  )
}
