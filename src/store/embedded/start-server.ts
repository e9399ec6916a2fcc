import { spawn, type ChildProcess } from 'node:child_process'
import { open, readFile, stat, truncate } from 'node:fs/promises'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { Server } from './adopt.ts'
import { type Cluster, plainEnvironment, resetPassword } from './cluster.ts'
import { type Connection, ask, ourDatabase, ourUser } from './connection.ts'
import { stopPostmaster } from './postmaster.ts'
import { EmbeddedDatabaseError } from './trouble.ts'

const attempts = 10

/** Starts a server on data that nobody serves, and waits until it answers. */
export async function startServer(cluster: Cluster, password: string): Promise<Server> {
  let mayReset = true
  let complaint = ''
  for (let attempt = 0; attempt < attempts; attempt++) {
    const outcome = await tryToStart(cluster, password)
    if (outcome.kind === 'runs') return outcome.server
    if (outcome.kind === 'failed') {
      complaint = outcome.complaint
      if (!mayPass.test(complaint)) break
      await wait(500)
    } else if (mayReset) {
      cluster.log.warn(
        { dataDir: cluster.place.dataDir },
        'the password file does not fit the database: setting the password anew',
      )
      mayReset = false
      await resetPassword(cluster, password)
    } else {
      complaint = 'the server refuses the password it was just given'
      break
    }
  }
  throw new Error(complaint)
}

/** Somebody took the port first; or processes of a server that was killed have not all gone yet. */
const mayPass = /Address already in use|could not create any TCP\/IP sockets|pre-existing shared memory/

type Outcome = { kind: 'runs'; server: Server } | { kind: 'wrong-password' } | { kind: 'failed'; complaint: string }

async function tryToStart(cluster: Cluster, password: string): Promise<Outcome> {
  const { place } = cluster
  const port = await freePort()
  const connection = { host: '127.0.0.1', port, user: ourUser, password, database: ourDatabase }
  const logStart = await prepareLog(place.log)
  const child = await spawnServer(cluster, port)
  const { pid } = child
  if (pid === undefined) return { kind: 'failed', complaint: 'the server process could not be made' }
  const stop = (): Promise<void> => stopPostmaster(pid, place.data)
  const answer = await firstAnswer(connection, place.data, child)
  if (answer === 'runs') {
    watch(child, cluster)
    return { kind: 'runs', server: { connection, stop } }
  }
  await stop()
  if (answer === 'wrong-password') return { kind: answer }
  return { kind: 'failed', complaint: (await readFile(place.log, 'utf8')).slice(logStart) || answer }
}

/**
 * Loopback only, no socket files. The log file may name no row's content, so errors of statements stay out of it:
 * the program that sent the statement reports them.
 */
function settings(durability: Cluster['durability']): string[] {
  const common = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    jit: 'off',
    max_parallel_workers_per_gather: '0',
    // A program that was killed or forgot a transaction must not hold locks for long.
    idle_in_transaction_session_timeout: '60s',
    client_connection_check_interval: '5s',
  }
  const careless = {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    wal_level: 'minimal',
    max_wal_senders: '0',
    wal_init_zero: 'off',
    max_wal_size: '256MB',
    max_connections: '300',
    // beside the data, so that a killed run leaves nothing in /dev/shm
    dynamic_shared_memory_type: 'mmap',
    autovacuum: 'off',
  }
  const chosen = durability === 'full' ? { ...common, fsync: 'on' } : { ...common, ...careless }
  return Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** In a process group of its own: Ctrl-C at the terminal reaches the program only, which then ends in order. */
async function spawnServer({ place, user, binaries, durability }: Cluster, port: number): Promise<ChildProcess> {
  const log = await open(place.log, 'a')
  try {
    const child = spawn(binaries.postgres, ['-D', place.data, '-p', String(port), ...settings(durability)], {
      ...user.as,
      cwd: '/',
      env: plainEnvironment,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    })
    child.on('error', () => undefined)
    child.unref()
    return child
  } finally {
    await log.close()
  }
}

async function firstAnswer(
  connection: Connection,
  data: string,
  child: ChildProcess,
): Promise<'runs' | 'wrong-password' | 'ended' | 'too slow'> {
  const until = performance.now() + 300_000
  while (performance.now() < until) {
    if (child.exitCode !== null || child.signalCode !== null) return 'ended'
    const answer = await ask(connection, data)
    if (answer.kind === 'ours') return 'runs'
    if (answer.kind === 'wrong-password') return answer.kind
    await wait(25)
  }
  return 'too slow'
}

function watch(child: ChildProcess, { log, place }: Cluster): void {
  child.once('exit', (code, signal) => {
    if (code !== 0)
      log.error(
        { code, signal, log: place.log },
        'the embedded database server has ended by itself: start Lateline again',
      )
  })
}

/** The log begins afresh when it has grown; returns where this start's part begins. */
async function prepareLog(file: string): Promise<number> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  )
  if (size < 1_000_000) return size
  await truncate(file)
  return 0
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port)
        else reject(new EmbeddedDatabaseError('No free port on 127.0.0.1 for the embedded database.'))
      })
    })
  })
}
