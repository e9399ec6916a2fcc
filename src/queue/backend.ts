import type { Logger } from 'pino'
import { type Handlers, type JobId, type JobName, catalogue, lanes } from './catalogue.ts'
import { brief } from './complaints.ts'
import { type Consumer, createConsumer } from './consumer.ts'
import { postgresEngine, redisEngine } from './engine.ts'
import { createProducer } from './producer.ts'
import { within } from './within.ts'

export interface QueueOptions {
  /** The application's own database; used for the queue where no Redis is set. */
  url: string
  redisUrl?: string | undefined
  /** Schema in PostgreSQL, prefix in Redis. */
  schema?: string
  log: Pick<Logger, 'info' | 'warn' | 'error'>
}

export interface Queues {
  kind: 'postgres' | 'redis'
  /**
   * Tells a worker that the row `id` has something due. Call it after the commit. Never throws, and returns within a
   * quarter of a second whatever happens: when the queue is away the wake is lost, and the loop finds the row.
   */
  wake<Name extends JobName>(name: Name, id: JobId<Name>): Promise<void>
  /** Hears the jobs with `concurrency` handlers in each lane at once. Once per program. */
  consume(handlers: Handlers, options: { concurrency: number }): void
  health(): Promise<QueueHealth>
  /** Waits for the handlers that run, up to ten seconds. */
  close(): Promise<void>
}

export type QueueHealth = { ok: true; waiting: number } | { ok: false; why: string }

/**
 * The queue: BullMQ on PostgreSQL by default, on Redis where one machine is outgrown. It only wakes; nothing is lost
 * with it.
 * @throws when the tables of the queue cannot be made in PostgreSQL (a Redis that is away is waited for instead)
 */
export async function createQueues({ url, redisUrl, schema = 'bullmq', log }: QueueOptions): Promise<Queues> {
  const engine = redisUrl === undefined ? await postgresEngine(url, schema) : redisEngine(redisUrl, schema)
  const producers = { decide: createProducer(engine, 'decide', log), carrier: createProducer(engine, 'carrier', log) }
  let consumers: Consumer[] = []
  return {
    kind: engine.kind,
    wake: (name, id) => producers[catalogue[name].lane].wake(name, id),
    consume(handlers, { concurrency }) {
      if (consumers.length > 0) throw new Error('This program hears the queue already: call consume once.')
      consumers = lanes.map((lane) => createConsumer(engine, lane, handlers, concurrency, log))
    },
    async health() {
      if (!engine.isReachable()) return { ok: false, why: `${engine.kind} is not connected` }
      try {
        const counts = await within(Promise.all(lanes.map((lane) => producers[lane].waiting())), 1000)
        if (!counts.ended) return { ok: false, why: `${engine.kind} does not answer` }
        return { ok: true, waiting: counts.value.reduce((sum, count) => sum + count, 0) }
      } catch (error) {
        const { error: name, code } = brief(error)
        return { ok: false, why: `${engine.kind}: ${code ?? name}` }
      }
    },
    async close() {
      await Promise.all(consumers.map((consumer) => consumer.close()))
      await Promise.all(lanes.map((lane) => producers[lane].close()))
      await engine.close()
    },
  }
}
