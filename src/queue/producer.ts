import type { Logger } from 'pino'
import { catalogue, type JobName, type Lane, MOST_IDS } from './catalogue.ts'
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
  let gathered = new Map<string, { name: JobName; id: string }>()
  let writing: Promise<void> | undefined
  let closed = false

  async function write(): Promise<void> {
    while (gathered.size > 0) {
      const batch = [...gathered.values()]
      gathered = new Map()
      try {
        // not addBulk: on PostgreSQL it makes and drops two tables each time, which costs ten times what this does
        for (const { name, data, opts } of packed(batch)) await queue.add(name, data, opts)
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
      gathered.set(`${name} ${id}`, { name, id })
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

/** Rows to be woken for the same thing share a job; only those whose wakes are to wait as one have a job each. */
function packed(batch: { name: JobName; id: string }[]): Wake[] {
  const names = [...new Set(batch.map(({ name }) => name))]
  return names.flatMap((name) => {
    const ids = batch.filter((wake) => wake.name === name).map(({ id }) => id)
    const oneAtATime = catalogue[name].oneAtATime === true
    return inGroups(ids, oneAtATime ? 1 : MOST_IDS).map((group) => ({
      name,
      data: { ids: group },
      opts: oneAtATime ? { deduplication: { id: `${name}-${group.join()}`, keepLastIfActive: true as const } } : {},
    }))
  })
}

function inGroups(ids: string[], most: number): string[][] {
  return Array.from({ length: Math.ceil(ids.length / most) }, (_, n) => ids.slice(n * most, (n + 1) * most))
}
