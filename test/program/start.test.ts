import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startFromEnvironment } from '../../src/commands/start.ts'
import { isForPeople } from '../../src/compose/for-people.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { until } from './program.ts'

const PROJECT = resolve(import.meta.dirname, '../..')
const LONG = 180_000
const SECRET = 'hunter2-never-shown'

/** Only what a program needs to be found and run: nothing of whoever runs the tests. */
const plain = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', LATELINE_DEMO: 'false' }

/** Runs the real program until it ends by itself. */
function run(environment: Record<string, string>, { args = ['src/main.ts'], cwd = PROJECT } = {}) {
  const done = spawnSync(process.execPath, ['--import', 'tsx', ...args], {
    cwd,
    env: { ...plain, ...environment },
    encoding: 'utf8',
    timeout: LONG,
  })
  return { code: done.status, said: done.stdout, complained: done.stderr }
}

describe('a start that cannot be', { timeout: LONG }, () => {
  let server: TestDatabase
  let port = 0
  const closed = createServer()

  beforeAll(async () => {
    server = await freshDatabase()
    port = await freePort()
    closed.listen(0, '127.0.0.1')
    await once(closed, 'listening')
    return () => server.drop()
  }, LONG)
  afterAll(() => void closed.close())

  const changed = (change: (url: URL) => void): string => {
    const url = new URL(server.url)
    change(url)
    return url.href
  }

  it.each([
    [
      'a database that is not there',
      async () => ({ DATABASE_URL: `postgres://me:${SECRET}@127.0.0.1:${await freePort()}/lateline` }),
      /^DATABASE_URL: the database lateline at 127\.0\.0\.1:\d+, as user me does not answer \(ECONNREFUSED\)\. Start that PostgreSQL/,
    ],
    [
      'a wrong password',
      () => ({ DATABASE_URL: changed((url) => (url.password = SECRET)) }),
      /^DATABASE_URL: the database \S+ at \S+, as user \S+ refuses this user or password\. Correct them/,
    ],
    [
      'a database of another name',
      () => ({ DATABASE_URL: changed((url) => (url.pathname = '/nowhere')) }),
      /^DATABASE_URL: the database nowhere at \S+, as user \S+ does not exist\. Create it/,
    ],
    [
      'a folder that cannot be written',
      () => ({ LATELINE_DATA_DIR: '/sys/lateline' }),
      /^The embedded database in \/sys\/lateline cannot run: this user may not write there .*LATELINE_DATA_DIR.*DATABASE_URL/,
    ],
    [
      'a port in use',
      () => ({ PORT: String((closed.address() as AddressInfo).port) }),
      /^PORT: \d+ is in use by another program\. Stop that one, or set PORT to a free number\./,
    ],
  ])('%s is said in one sentence with the remedy, and without a secret', async (_what, environment, words) => {
    const fault: unknown = await startFromEnvironment({ ...plain, PORT: String(port), ...(await environment()) }).catch(
      (error: unknown) => error,
    )
    const { message } = isForPeople(fault) ? fault : { message: `no word for people: ${String(fault)}` }
    expect(message).toMatch(words)
    expect(message.split('\n')).toHaveLength(1)
    expect(message).not.toContain(SECRET)
  })

  it('ends the program with 1, with nothing but the sentence', () => {
    const { code, said, complained } = run({
      PORT: String(port),
      DATABASE_URL: changed((url) => (url.password = SECRET)),
    })
    expect(complained).toMatch(/^DATABASE_URL: .* refuses this user or password\. .*\n$/)
    expect(said).toBe('')
    expect(code).toBe(1)
  })

  it('a conversation that is broken is named by file and step, before a database is begun', () => {
    const copy = mkdtempSync(join(tmpdir(), 'lateline-copy-'))
    for (const name of ['src', 'prisma', 'voice-flows', 'package.json', 'tsconfig.json'])
      cpSync(join(PROJECT, name), join(copy, name), { recursive: true })
    symlinkSync(join(PROJECT, 'node_modules'), join(copy, 'node_modules'))
    const flow = join(copy, 'voice-flows/eta-call.yaml')
    writeFileSync(flow, readFileSync(flow, 'utf8').replace('next: which-news', 'next: nowhere-at-all'))
    const { code, said, complained } = run({ PORT: String(port), LATELINE_DATA_DIR: join(copy, 'data') }, { cwd: copy })
    expect(complained).toMatch(/^voice-flows\/eta-call\.yaml, step /)
    expect(complained).not.toContain('    at ')
    expect(said).toBe('')
    expect(existsSync(join(copy, 'data'))).toBe(false)
    expect(code).toBe(1)
    rmSync(copy, { recursive: true })
  })
})

describe('the program on a database of its own', { timeout: LONG }, () => {
  let dataDir: string
  let port: number
  let child: ChildProcess
  let output = ''

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'lateline-start-'))
    chmodSync(dataDir, 0o755)
    port = await freePort()
    child = spawn('npm', ['start'], {
      cwd: PROJECT,
      env: {
        ...plain,
        PORT: String(port),
        LATELINE_DATA_DIR: dataDir,
        REDIS_URL: `redis://:${SECRET}@127.0.0.1:${await freePort()}`,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()))
    await until('npm start is ready', async () => output.includes('Lateline is ready'), 150)
    return () => {
      if (child.exitCode === null) child.kill('SIGKILL')
      rmSync(dataDir, { recursive: true, force: true })
    }
  }, LONG)

  const alive = async (): Promise<boolean> =>
    fetch(`http://127.0.0.1:${port}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    )

  it('says where its data is, and what to open', () => {
    expect(output).toContain(`Starting our own PostgreSQL in ${dataDir} …`)
    expect(output).toContain(`Open http://127.0.0.1:${port}/phones`)
  })

  it('starts although its Redis is away, and says so without the secret', () => {
    expect(output).toMatch(
      /^REDIS_URL: 127\.0\.0\.1:\d+ does not answer \(ECONNREFUSED\)\. Start that Redis, .*Until then the loop/m,
    )
    expect(output).not.toContain(SECRET)
  })

  it('a second one on the same data stops with a clear sentence and leaves the first unharmed', async () => {
    const { code, complained } = run({ PORT: String(await freePort()), LATELINE_DATA_DIR: dataDir })
    expect(complained).toMatch(
      new RegExp(
        `^Another Lateline \\(process \\d+, port ${port}\\) runs with the simulator on our own PostgreSQL in ${dataDir}\\.`,
      ),
    )
    expect(complained).not.toContain('    at ')
    expect(code).toBe(1)
    expect(await alive()).toBe(true)
  })

  it('a command beside it uses the same database, and says which that is', async () => {
    const report = run({ LATELINE_DATA_DIR: dataDir }, { args: ['src/cli.ts', 'report', 'late-visits', '--json'] })
    expect(report.complained).toContain(
      `Database: our own PostgreSQL in ${dataDir}. It holds no agency yet. If the running line has another, `,
    )
    expect(() => void JSON.parse(report.said)).not.toThrow()
    const doctor = run({ LATELINE_DATA_DIR: dataDir }, { args: ['src/cli.ts', 'doctor'] })
    expect(doctor.said).toContain(`database: our own PostgreSQL in ${dataDir}, migrations applied. If the running line`)
    expect(await alive()).toBe(true)
  })

  it('ends in good order when npm is told to end', async () => {
    // a page that is open meanwhile holds nothing up
    const page = await fetch(`http://127.0.0.1:${port}/simulator/events`)
    expect(page.headers.get('content-type')).toContain('text/event-stream')
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    await gone
    await until('the line has gone', async () => !(await alive()), 30)
    await until('the database has gone', async () => !existsSync(join(dataDir, 'postgres/postmaster.pid')), 30)
    expect(output).toContain('Coming to an end …')
    expect(readdirSync(join(dataDir, 'in-use'))).toEqual([])
  })
})

describe('a program that is told to end while it is still starting', { timeout: LONG }, () => {
  it.each([
    ['its own PostgreSQL is being made', 'Starting our own PostgreSQL'],
    ['the agency is being brought in', 'up to today …'],
  ])('takes its own PostgreSQL with it: %s', async (moment, said) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'lateline-early-'))
    chmodSync(dataDir, 0o755)
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
      cwd: PROJECT,
      env: { ...plain, LATELINE_DEMO: 'true', PORT: String(await freePort()), LATELINE_DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
    await until(moment, async () => output.includes(said), 150)
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    await gone
    expect(output).toMatch(/Coming to an end …\n$/)
    expect(child.exitCode).toBe(0)
    expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false)
    rmSync(dataDir, { recursive: true, force: true })
  })
})

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  await new Promise((done) => probe.close(done))
  return port
}
