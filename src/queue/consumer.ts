import { setTimeout as wait } from 'node:timers/promises'
import type { Logger } from 'pino'
import { type Handlers, type JobId, type JobName, type Lane, catalogue, isJobName } from './catalogue.ts'
import { brief, seldom } from './complaints.ts'
import type { Engine, LaneWorker } from './engine.ts'
import { within } from './within.ts'

type Log = Pick<Logger, 'info' | 'warn' | 'error'>

export interface Consumer {
  /** Waits for the handlers that run, up to ten seconds. */
  close(): Promise<void>
}

/** Hears the jobs of one lane. Should the worker end or stay unable, another takes its place a second later. */
export function createConsumer(
  engine: Engine,
  lane: Lane,
  handlers: Handlers,
  concurrency: number,
  log: Log,
): Consumer {
  const complain = seldom(
    log,
    `the queue cannot be heard (${lane}): the loop over due rows does its work, a little later`,
  )
  const pause = new AbortController()
  let worker: LaneWorker | undefined

  const running = keepRunning()

  async function keepRunning(): Promise<void> {
    while (!pause.signal.aborted) {
      const spinning = spinGuard(() => void worker?.close(true))
      const onError = (error: Error): void => {
        complain(error)
        spinning()
      }
      worker = engine.worker(lane, { concurrency, process: (job) => hear(handlers, job, log), onError })
      try {
        // Run on a connection that never came up, BullMQ would try again and again without a pause.
        await worker.waitUntilReady()
        await worker.run()
      } catch (error) {
        complain(error)
      }
      if (pause.signal.aborted) return
      await closeWorker(worker)
      await wait(1000, undefined, { signal: pause.signal }).catch(() => undefined)
    }
  }

  return {
    async close() {
      pause.abort()
      if (worker !== undefined) await closeWorker(worker)
      await within(running, 1000)
    },
  }
}

/**
 * Calls `stop` when it is called a hundred times before the event loop comes round once: an error that BullMQ answers
 * with another try in the same breath would freeze the whole program, and the loop over due rows with it.
 */
function spinGuard(stop: () => void): () => void {
  let times = 0
  return () => {
    if (times === 0) setImmediate(() => (times = 0))
    times += 1
    if (times === 100) stop()
  }
}

async function closeWorker(worker: LaneWorker): Promise<void> {
  const orderly = await within(
    worker.close().then(() => true),
    10_000,
  ).catch(() => ({ ended: false }))
  if (!orderly.ended) await within(worker.close(true), 1000).catch(() => undefined)
}

/** One job. Never throws: what went wrong is logged, and the row that is still due comes again. */
async function hear(handlers: Handlers, job: { name: string; data: unknown }, log: Log): Promise<void> {
  if (!isJobName(job.name))
    return log.warn(
      { job: job.name.slice(0, 64) },
      'a job of an unknown kind was dropped: is an older or newer Lateline running beside this one?',
    )
  await run(job.name, job.data, handlers, log)
}

async function run<Name extends JobName>(name: Name, data: unknown, handlers: Handlers, log: Log): Promise<void> {
  const { schema, maxSeconds } = catalogue[name]
  const parsed = schema.safeParse(data)
  if (!parsed.success) return log.warn({ job: name }, 'a job without proper ids was dropped')
  await Promise.all(parsed.data.ids.map((id) => wake(name, id, maxSeconds, handlers, log)))
}

async function wake<Name extends JobName>(
  name: Name,
  id: JobId<Name>,
  maxSeconds: number,
  handlers: Handlers,
  log: Log,
): Promise<void> {
  try {
    const outcome = await within(handlers[name](id), maxSeconds * 1000)
    if (!outcome.ended)
      log.error(
        { job: name, id, maxSeconds },
        'a job takes too long and is no longer waited for; its row will come again',
      )
  } catch (error) {
    log.error({ job: name, id, ...brief(error) }, 'a job failed; its row will come again')
  }
}
