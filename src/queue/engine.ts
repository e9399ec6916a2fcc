import { createPostgresBackend, createRedisBackend, type Job, runMigrations, withBackend } from 'bullmq'
import { Redis } from 'ioredis'
import pg from 'pg'
import type { Lane } from './catalogue.ts'

/** What both backends of BullMQ offer us, and no more. */
export interface Engine {
  kind: 'postgres' | 'redis'
  /** False when it is known that nothing can be added now. */
  isReachable(): boolean
  queue(lane: Lane): LaneQueue
  worker(lane: Lane, options: WorkerNeeds): LaneWorker
  close(): Promise<void>
}

export interface Wake {
  name: string
  data: { ids: string[] }
  opts: { deduplication?: { id: string; keepLastIfActive: true } }
}

export interface LaneQueue {
  add(name: string, data: Wake['data'], opts: Wake['opts']): Promise<unknown>
  /** Rejects for good when the first connection went wrong: then a new queue is needed. */
  waitUntilReady(): Promise<unknown>
  getWaitingCount(): Promise<number>
  close(): Promise<void>
}

export interface LaneWorker {
  /** Resolves when closed, rejects when it cannot go on. */
  run(): Promise<void>
  waitUntilReady(): Promise<unknown>
  close(force?: boolean): Promise<void>
}

export interface WorkerNeeds {
  concurrency: number
  process(job: Pick<Job<unknown>, 'name' | 'data'>): Promise<void>
  onError(error: Error): void
}

/** A wake is worth nothing once it has been heard, so none is kept; the due rows are what is tried again. */
const forgetful = { removeOnComplete: true, removeOnFail: true, attempts: 1 }
const producing = { defaultJobOptions: forgetful, streams: { events: { maxLen: 100 } } }
/** A job of a worker that was killed is handed out again after about 15 s; until then the loop sees to its row. */
const consuming = { autorun: false, lockDuration: 10_000, stalledInterval: 5000, runRetryDelay: 1000 }

/** BullMQ on the application's own database, in a schema of its own. Makes its tables when they are missing. */
export async function postgresEngine(url: string, schema: string): Promise<Engine> {
  await makeTables(url, schema)
  const { Queue, Worker } = withBackend(createPostgresBackend)
  const connection = { connectionString: url, schema, connectionTimeoutMillis: 5000, keepAlive: true }
  return {
    kind: 'postgres',
    isReachable: () => true,
    queue: (lane) => silenced(new Queue(lane, { connection: { ...connection, max: 1 }, ...producing })),
    worker: (lane, { concurrency, process, onError }) =>
      new Worker(lane, process, { connection: { ...connection, max: 3 }, ...consuming, concurrency }).on(
        'error',
        onError,
      ),
    close: async () => undefined,
  }
}

async function makeTables(url: string, schema: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await runMigrations(client, schema)
  } finally {
    await client.end()
  }
}

/**
 * BullMQ on Redis (6.2 or newer, or Valkey). Commands to a Redis that is away fail at once instead of waiting in
 * memory. The braces in the prefix keep all keys in one slot of a cluster.
 */
export function redisEngine(url: string, schema: string): Engine {
  const { Queue, Worker } = withBackend(createRedisBackend)
  const prefix = `{${schema}}`
  const retryStrategy = (times: number): number => Math.min(times * 100, 1000)
  const producer = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: 2000,
    retryStrategy,
  })
  producer.on('error', () => undefined)
  return {
    kind: 'redis',
    isReachable: () => producer.status === 'ready',
    queue: (lane) => silenced(new Queue(lane, { connection: producer, prefix, ...producing })),
    worker: (lane, { concurrency, process, onError }) =>
      new Worker(lane, process, { connection: { url, retryStrategy }, prefix, ...consuming, concurrency }).on(
        'error',
        onError,
      ),
    close: async () => producer.disconnect(),
  }
}

/** Without a listener an error event would end the program. What was being added reports the failure itself. */
function silenced<Q extends { on(event: 'error', listener: () => void): unknown }>(queue: Q): Q {
  queue.on('error', () => undefined)
  return queue
}
