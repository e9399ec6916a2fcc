import { randomUUID } from 'node:crypto'
import { Redis } from 'ioredis'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { attemptId, carrierAccountId, contactId, deliveryId, matterId, officeItemId } from '../../src/cellar/ids.ts'
import { type Queues, createQueues } from '../../src/queue/backend.ts'
import type { Handlers } from '../../src/queue/catalogue.ts'
import { type Engine, postgresEngine, redisEngine } from '../../src/queue/engine.ts'
import { createLoop } from '../../src/queue/loop.ts'
import { type TestDatabase, freshDatabase } from '../support/database.ts'
import { type TestRedis, hasRedis, startRedis } from '../support/redis.ts'
import { type Wire, wireTo } from '../support/wire.ts'

vi.setConfig({ testTimeout: 60_000 })
const patient = { timeout: 45_000, interval: 20 }

/** What the contract tests need to know about a backend. */
interface Backend {
  /** Address for a queue of its own. */
  address: { url: string; redisUrl?: string }
  engine(schema: string): Promise<Engine>
  wipe(schema: string): Promise<void>
  stop(): Promise<void>
}

/** Without a redis-server its tests are skipped, and said to be; in CI they fail. */
const withRedis = hasRedis || process.env['CI'] === 'true'
const backends = [{ kind: 'postgres', start: postgres }, ...(withRedis ? [{ kind: 'redis', start: redis }] : [])]

describe.each(backends)('the queue on $kind', ({ kind, start }) => {
  let backend: Backend
  let wire: Wire
  let schema: string
  let queues: Queues
  let heard: Array<{ job: string; id: string }>
  let handlers: Handlers
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() }

  beforeAll(async () => {
    backend = await start()
  })
  afterAll(() => backend.stop())

  beforeEach(async () => {
    vi.clearAllMocks()
    schema = `q${randomUUID().slice(0, 8)}`
    heard = []
    handlers = noting(heard)
    wire = await wireTo(backend.address.redisUrl ?? backend.address.url)
    const through =
      backend.address.redisUrl === undefined ? { url: wire.url } : { ...backend.address, redisUrl: wire.url }
    queues = await createQueues({ ...through, schema, log })
    await vi.waitFor(async () => expect(await queues.health()).toMatchObject({ ok: true }), patient)
  })
  afterEach(async () => {
    await queues.close()
    await wire.close()
  })

  it('is the one that was asked for', () => {
    expect(queues.kind).toBe(kind)
  })

  it('brings every kind of wake to its handler', async () => {
    queues.consume(handlers, { concurrency: 2 })
    await queues.wake('inbound', deliveryId('d-1'))
    await queues.wake('contact', contactId('c-1'))
    await queues.wake('attempt-ended', attemptId('a-1'))
    await queues.wake('look-up', attemptId('a-2'))
    await queues.wake('matter', matterId('m-1'))
    await queues.wake('office-item', officeItemId('o-1'))
    await queues.wake('send-calls', carrierAccountId('t-1'))
    await queues.wake('send-texts', carrierAccountId('t-1'))
    await vi.waitFor(() => expect(heard).toHaveLength(8), patient)
    expect(heard.map(({ job, id }) => `${job} ${id}`).toSorted()).toEqual([
      'attempt-ended a-1',
      'contact c-1',
      'inbound d-1',
      'look-up a-2',
      'matter m-1',
      'office-item o-1',
      'send-calls t-1',
      'send-texts t-1',
    ])
  })

  it('keeps wakes for a worker that comes later', async () => {
    await queues.wake('inbound', deliveryId('early'))
    expect(await queues.health()).toEqual({ ok: true, waiting: 1 })
    queues.consume(handlers, { concurrency: 2 })
    await vi.waitFor(() => expect(heard).toEqual([{ job: 'inbound', id: 'early' }]), patient)
    await vi.waitFor(async () => expect(await queues.health()).toEqual({ ok: true, waiting: 0 }), patient)
  })

  it('brings all of many wakes, each to one of two programs', async () => {
    const second = await createQueues({ ...backend.address, schema, log })
    const ids = Array.from({ length: 200 }, (_, index) => `d-${index}`)
    try {
      second.consume(noting(heard), { concurrency: 4 })
      queues.consume(handlers, { concurrency: 4 })
      await Promise.all(ids.map((id) => queues.wake('inbound', deliveryId(id))))
      await vi.waitFor(() => expect(new Set(heard.map(({ id }) => id)).size).toBe(200), patient)
      expect(heard).toHaveLength(200)
    } finally {
      await second.close()
    }
  })

  it('may bring the same wake twice', async () => {
    const engine = await backend.engine(schema)
    const twice = engine.queue('decide')
    for (let time = 1; time <= 2; time += 1) await twice.add('inbound', { ids: ['d-1'] }, {})
    queues.consume(handlers, { concurrency: 1 })
    await vi.waitFor(() => expect(heard).toHaveLength(2), patient)
    await twice.close()
    await engine.close()
  })

  it('joins wakes for an account while its handler runs, and loses none', async () => {
    const gates: Array<() => void> = []
    handlers['send-calls'] = (id) =>
      new Promise((resolve) => {
        heard.push({ job: 'send-calls', id })
        gates.push(resolve)
      })
    queues.consume(handlers, { concurrency: 4 })
    const account = carrierAccountId('t-1')
    await queues.wake('send-calls', account)
    await vi.waitFor(() => expect(gates).toHaveLength(1), patient)
    for (let wakes = 0; wakes < 20; wakes++) await queues.wake('send-calls', account)
    // another account is not held up
    await queues.wake('send-calls', carrierAccountId('t-2'))
    await vi.waitFor(() => expect(heard.map(({ id }) => id)).toEqual(['t-1', 't-2']), patient)
    for (const open of gates) open()
    await vi.waitFor(() => expect(heard.map(({ id }) => id)).toEqual(['t-1', 't-2', 't-1']), patient)
    for (const open of gates) open()
    await vi.waitFor(async () => expect(await queues.health()).toEqual({ ok: true, waiting: 0 }), patient)
    expect(heard).toHaveLength(3)
  })

  it('lets a slow carrier hold up no decision', async () => {
    const gates: Array<() => void> = []
    handlers['look-up'] = () => new Promise((resolve) => gates.push(resolve))
    queues.consume(handlers, { concurrency: 1 })
    await queues.wake('look-up', attemptId('a-1'))
    await vi.waitFor(() => expect(gates).toHaveLength(1), patient)
    await queues.wake('inbound', deliveryId('d-1'))
    await vi.waitFor(() => expect(heard).toEqual([{ job: 'inbound', id: 'd-1' }]), patient)
    for (const open of gates) open()
  })

  it('drops jobs it does not know or cannot read, and goes on', async () => {
    const engine = await backend.engine(schema)
    const stranger = engine.queue('decide')
    await stranger.add('toString', { ids: ['x'] }, {})
    await stranger.add('inbound', { ids: ['07700 900123'] }, {})
    await stranger.add('inbound', JSON.parse('null'), {})
    await queues.wake('inbound', deliveryId('d-1'))
    queues.consume(handlers, { concurrency: 1 })
    await vi.waitFor(() => expect(heard).toEqual([{ job: 'inbound', id: 'd-1' }]), patient)
    expect(log.warn.mock.calls.map(([, message]) => message)).toEqual([
      expect.stringContaining('unknown kind was dropped'),
      'a job without proper ids was dropped',
      'a job without proper ids was dropped',
    ])
    expect(JSON.stringify(log.warn.mock.calls)).not.toContain('900123')
    await stranger.close()
    await engine.close()
  })

  it('notes a handler that throws without its words, and goes on', async () => {
    handlers.matter = () => Promise.reject(new Error('cannot ring 07700 900123'))
    queues.consume(handlers, { concurrency: 1 })
    await queues.wake('matter', matterId('m-1'))
    await queues.wake('inbound', deliveryId('d-1'))
    await vi.waitFor(() => expect(heard).toEqual([{ job: 'inbound', id: 'd-1' }]), patient)
    expect(log.error).toHaveBeenCalledWith(
      expect.objectContaining({ job: 'matter', id: 'm-1', error: 'Error' }),
      expect.any(String),
    )
    expect(JSON.stringify(log.error.mock.calls)).not.toContain('900123')
  })

  it('goes on when everything in it was wiped', async () => {
    queues.consume(handlers, { concurrency: 2 })
    await queues.wake('inbound', deliveryId('before'))
    await vi.waitFor(() => expect(heard).toHaveLength(1), patient)
    await backend.wipe(schema)
    await vi.waitFor(async () => {
      await queues.wake('inbound', deliveryId('after'))
      expect(heard.at(-1)).toEqual({ job: 'inbound', id: 'after' })
    }, patient)
  })

  it('goes on when its connections were cut and came back', async () => {
    queues.consume(handlers, { concurrency: 2 })
    await queues.wake('inbound', deliveryId('before'))
    await vi.waitFor(() => expect(heard).toHaveLength(1), patient)
    await wire.cut()
    await queues.wake('inbound', deliveryId('lost'))
    expect(await queues.health()).toMatchObject({ ok: false })
    await wire.mend()
    await vi.waitFor(async () => {
      await queues.wake('inbound', deliveryId('after'))
      expect(heard.at(-1)).toEqual({ job: 'inbound', id: 'after' })
    }, patient)
    expect(await queues.health()).toMatchObject({ ok: true })
  })

  it('holds nobody up when it does not answer, and can be closed', async () => {
    queues.consume(handlers, { concurrency: 2 })
    wire.jam()
    for (let wakes = 0; wakes < 20; wakes++) await queues.wake('inbound', deliveryId(`d-${wakes}`))
    expect(await queues.health()).toMatchObject({ ok: false })
    await wire.cut()
    await queues.close()
    expect(heard).toEqual([])
  })

  it('loses wakes while it is away, and the loop does what they were for', async () => {
    const due = new Set(['d-1', 'd-2'])
    await wire.cut()
    for (const id of due) await queues.wake('inbound', deliveryId(id))
    const loop = createLoop({
      sweeps: { inbound: () => Promise.resolve([...due]) },
      handle: async (_, id) => void due.delete(id),
      beat: () => Promise.resolve(),
      clock: { now: () => 0 },
      log,
    })
    await loop.round()
    expect(due.size).toBe(0)
  })

  it('is heard once per program', () => {
    queues.consume(handlers, { concurrency: 1 })
    expect(() => queues.consume(handlers, { concurrency: 1 })).toThrow(/call consume once/)
  })
})

describe.skipIf(!withRedis)('a Redis (apt-get install redis-server)', () => {
  let server: TestRedis
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() }
  const nowhere = 'postgresql://nobody@127.0.0.1:1/none'

  beforeEach(async () => {
    server = await startRedis()
    return () => server.stop()
  })

  it('that is killed in the middle loses wakes and nothing else; it comes back empty and is used again', async () => {
    const heard: Array<{ job: string; id: string }> = []
    const queues = await createQueues({ url: nowhere, redisUrl: server.url, log })
    queues.consume(noting(heard), { concurrency: 2 })
    await vi.waitFor(async () => {
      await queues.wake('inbound', deliveryId('before'))
      expect(heard).not.toEqual([])
    }, patient)
    await server.kill()
    for (let wakes = 0; wakes < 100; wakes++) await queues.wake('inbound', deliveryId('lost'))
    expect(await queues.health()).toMatchObject({ ok: false })
    await server.revive()
    await vi.waitFor(async () => {
      await queues.wake('inbound', deliveryId('after'))
      expect(heard.at(-1)).toEqual({ job: 'inbound', id: 'after' })
    }, patient)
    await queues.close()
  })

  it('that is away at the start is waited for', async () => {
    const heard: Array<{ job: string; id: string }> = []
    await server.kill()
    const queues = await createQueues({ url: nowhere, redisUrl: server.url, log })
    queues.consume(noting(heard), { concurrency: 2 })
    await queues.wake('inbound', deliveryId('lost'))
    expect(await queues.health()).toEqual({ ok: false, why: 'redis is not connected' })
    await server.revive()
    await vi.waitFor(async () => {
      await queues.wake('inbound', deliveryId('after'))
      expect(heard.at(-1)).toEqual({ job: 'inbound', id: 'after' })
    }, patient)
    await queues.close()
  })

  it('that stays away does not keep the program from ending', async () => {
    const queues = await createQueues({ url: nowhere, redisUrl: server.url, log })
    queues.consume(noting([]), { concurrency: 2 })
    await server.kill()
    await queues.close()
    expect(await queues.health()).toMatchObject({ ok: false })
  })
})

function noting(heard: Array<{ job: string; id: string }>): Handlers {
  const note =
    (job: string) =>
    async (id: string): Promise<void> =>
      void heard.push({ job, id })
  return {
    inbound: note('inbound'),
    contact: note('contact'),
    'attempt-ended': note('attempt-ended'),
    'look-up': note('look-up'),
    matter: note('matter'),
    'office-item': note('office-item'),
    visit: note('visit'),
    'hand-over': note('hand-over'),
    'on-call': note('on-call'),
    'branch-visits': note('branch-visits'),
    'send-calls': note('send-calls'),
    'send-texts': note('send-texts'),
  }
}

async function postgres(): Promise<Backend> {
  const database: TestDatabase = await freshDatabase()
  return {
    address: { url: database.url },
    engine: (schema) => postgresEngine(database.url, schema),
    async wipe(schema) {
      const client = new pg.Client({ connectionString: database.url })
      await client.connect()
      const { rows } = await client.query<{ name: string }>(
        `SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = $1 AND tablename <> 'migration'`,
        [schema],
      )
      await client.query(`TRUNCATE ${rows.map(({ name }) => name).join(', ')}`)
      await client.end()
    },
    stop: () => database.drop(),
  }
}

async function redis(): Promise<Backend> {
  const server = await startRedis()
  return {
    address: { url: 'postgresql://nobody@127.0.0.1:1/none', redisUrl: server.url },
    engine: (schema) => Promise.resolve(redisEngine(server.url, schema)),
    async wipe() {
      const client = new Redis(server.url)
      await client.flushall()
      client.disconnect()
    },
    stop: () => server.stop(),
  }
}
