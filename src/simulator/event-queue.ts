/**
 * The one queue of things to come at the stand-in carrier, ordered by clock time.
 *
 * When the clock jumps, what falls due on the way happens strictly in order, and whatever an event set going
 * (a webhook and its answer) is awaited before a later event. While the clock merely runs, nothing is held up.
 */
export interface SimulatorClock {
  /** Milliseconds since the epoch. */
  now(): number
  advance(ms: number): void
  /** Called after each jump; returns the way to stop listening. */
  onAdvance(listener: () => void): () => void
}

export interface EventQueue {
  /** The time at the carrier: the event's own time while a jump is being caught up, else the clock's. */
  now(): number
  /** Calls `run` when the time comes; a time in the past means at once. Returns the way to cancel. */
  at(time: number, run: () => void | Promise<void>): () => void
  /** Like `at`, counted from now. */
  in(ms: number, run: () => void | Promise<void>): () => void
  /** Counts work (an HTTP delivery) as under way until it ends. */
  track<T>(work: Promise<T>): Promise<T>
  /** Resolves when no work is under way and nothing is due. */
  settled(): Promise<void>
  /** Resolves when no jump of the clock is being caught up. */
  caughtUp(): Promise<void>
  close(): void
}

interface Entry {
  at: number
  order: number
  run: () => void | Promise<void>
}

const longestSleepMs = 3_600_000
const shortestSleepMs = 5

export function createEventQueue(clock: SimulatorClock, onFault: (fault: unknown) => void): EventQueue {
  const entries: Entry[] = []
  let waiting: Array<() => void> = []
  let order = 0
  let underWay = 0
  let jumpTo = -Infinity
  let virtualNow: number | undefined
  let pumping = false
  let closed = false
  let timer: NodeJS.Timeout | undefined

  const now = (): number => virtualNow ?? clock.now()
  const due = (): Entry | undefined => {
    const next = entries[0]
    return next !== undefined && next.at <= clock.now() ? next : undefined
  }
  const wake = (): void => {
    const woken = waiting
    waiting = []
    for (const each of woken) each()
  }
  const change = (): Promise<void> =>
    new Promise((resolve) => {
      waiting.push(resolve)
    })

  function track<T>(work: Promise<T>): Promise<T> {
    underWay += 1
    return work.finally(() => {
      underWay -= 1
      wake()
    })
  }

  function fire(entry: Entry): void {
    const ran = new Promise<void>((resolve) => {
      resolve(entry.run())
    })
    track(ran).catch(onFault)
  }

  async function pump(): Promise<void> {
    if (pumping || closed) return
    pumping = true
    while (!closed) {
      const next = due()
      const catchingUp = virtualNow !== undefined || (next !== undefined && next.at <= jumpTo)
      if (catchingUp && underWay > 0) {
        await change()
        continue
      }
      if (next === undefined) break
      virtualNow = next.at <= jumpTo ? next.at : undefined
      entries.shift()
      fire(next)
    }
    virtualNow = undefined
    jumpTo = -Infinity
    pumping = false
    wake()
    armTimer()
  }

  function armTimer(): void {
    clearTimeout(timer)
    const next = entries[0]
    if (next === undefined || closed) return
    const ms = Math.min(longestSleepMs, Math.max(shortestSleepMs, next.at - clock.now()))
    timer = setTimeout(() => {
      void pump()
    }, ms)
    timer.unref()
  }

  function at(time: number, run: () => void | Promise<void>): () => void {
    const entry: Entry = { at: Math.max(time, now()), order: (order += 1), run }
    let place = entries.length
    while (place > 0 && later(entries[place - 1], entry)) place -= 1
    entries.splice(place, 0, entry)
    if (entry.at <= clock.now())
      queueMicrotask(() => {
        void pump()
      })
    else if (!pumping && place === 0) armTimer()
    return () => {
      const index = entries.indexOf(entry)
      if (index >= 0) entries.splice(index, 1)
      wake()
    }
  }

  const stopListening = clock.onAdvance(() => {
    jumpTo = Math.max(jumpTo, clock.now())
    void pump()
  })

  return {
    now,
    at,
    in: (ms, run) => at(now() + ms, run),
    track,
    settled: async () => {
      while (!closed && (underWay > 0 || pumping || due() !== undefined)) await change()
    },
    caughtUp: async () => {
      while (!closed && (virtualNow !== undefined || (due()?.at ?? Infinity) <= jumpTo)) await change()
    },
    close: () => {
      closed = true
      clearTimeout(timer)
      stopListening()
      entries.length = 0
      wake()
    },
  }
}

function later(a: Entry | undefined, b: Entry): boolean {
  return a !== undefined && (a.at > b.at || (a.at === b.at && a.order > b.order))
}
