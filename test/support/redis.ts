import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface TestRedis {
  url: string
  kill(): Promise<void>
  /** After a kill, on the same port. */
  revive(): Promise<void>
  stop(): Promise<void>
}

const programs = ['redis-server', 'valkey-server']

/** Where there is none the tests that need it are skipped, in CI they fail. */
export const hasRedis = programs.some((program) => spawnSync(program, ['--version']).status === 0)

/** A Redis of our own on a free port, with nothing kept on disk. */
export async function startRedis(): Promise<TestRedis> {
  const program = programs.find((name) => spawnSync(name, ['--version']).status === 0)
  if (program === undefined) throw new Error('There is no redis-server here: apt-get install redis-server')
  const folder = await mkdtemp(join(tmpdir(), 'lateline-redis-'))
  const port = await freePort()
  let child = await launch(program, folder, port)
  return {
    url: `redis://127.0.0.1:${port}`,
    kill: () => end(child),
    async revive() {
      child = await launch(program, folder, port)
    },
    async stop() {
      await end(child)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function launch(program: string, folder: string, port: number): Promise<ChildProcess> {
  const flags = {
    port: String(port),
    bind: '127.0.0.1',
    dir: folder,
    save: '',
    appendonly: 'no',
    'maxmemory-policy': 'noeviction',
  }
  const child = spawn(
    program,
    Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value]),
    { stdio: ['ignore', 'pipe', 'ignore'] },
  )
  for await (const line of createInterface({ input: child.stdout }))
    if (line.includes('Ready to accept connections')) break
  child.stdout.resume()
  return child
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return address.port
}
