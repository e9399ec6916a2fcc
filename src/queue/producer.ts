import type { Logger } from 'pino'
import { catalogue, type JobName, type Lane } from './catalogue.ts'
import { seldom } from './complaints.ts'
import type { Engine, LaneQueue, Wake } from './engine.ts'
import { within } from './within.ts'

/** The most a caller waits for its wake to be written. */
const momentMs = 250
/** More than these waiting: the rest is left to the loop. */
const most = 5000

export interface Producer {
  wake(name: JobName, id: string): Promise<void>
  waiting(): Promise<number>
  close(): Promise<void>
}

/**
 * Writes the wakes of one lane. While one batch is being written, further wakes gather and go together as the next,
 * so that a busy web process costs the database a few statements and an idle one waits for nothing.
 */
export function createProducer(engine: Engine, lane: Lane, log: Pick<Logger, 'warn'>): Producer {
  const complain = seldom(
    log,
    `the queue cannot be written (${lane}): the loop over due rows does its work, a little later`,
  )
  let queue: LaneQueue = engine.queue(lane)
  let gathered = new Map<string, Wake>()
  let writing: Promise<void> | undefined
  let closed = false

  async function write(): Promise<void> {
    while (gathered.size > 0) {
      const batch = [...gathered.values()]
      gathered = new Map()
      try {
        await queue.addBulk(batch)
      } catch (error) {
        complain(error)
        await renewIfBroken()
      }
    }
  }

  /** A queue whose very first connection failed never recovers by itself. */
  async function renewIfBroken(): Promise<void> {
    const state = await within(
      queue.waitUntilReady().then(
        () => 'fine' as const,
        () => 'broken' as const,
      ),
      momentMs,
    )
    if (closed || !state.ended || state.value === 'fine') return
    const old = queue
    queue = engine.queue(lane)
    await within(old.close(), momentMs).catch(() => undefined)
  }

  return {
    async wake(name, id) {
      if (closed) return
      if (!engine.isReachable()) return complain(new Error('not connected'))
      if (gathered.size >= most) return complain(new Error('too many wakes at once'))
      gathered.set(`${name} ${id}`, wakeOf(name, id))
      writing ??= write().finally(() => (writing = undefined))
      await within(writing, momentMs)
    },
    waiting: () => queue.getWaitingCount(),
    async close() {
      closed = true
      if (writing !== undefined) await within(writing, momentMs)
      await within(queue.close(), 2000).catch(() => undefined)
    },
  }
}

function wakeOf(name: JobName, id: string): Wake {
  const deduplication = { id: `${name}-${id}`, keepLastIfActive: true as const }
  return { name, data: { id }, opts: catalogue[name].oneAtATime === true ? { deduplication } : {} }
}
