import type { Instant } from '../cellar/local-time.ts'
import { addDays, toLocal } from '../cellar/local-time.ts'
import type { Clock } from '../cellar/ports.ts'
import { dailyLife } from './daily-life.ts'
import type { LifeEvent } from './daily-life.ts'
import { LINE } from './dealer.ts'
import type { Demo } from './demo.ts'
import { numberOf } from './number-of.ts'

/** What the simulated people need: the program's clock, and a way to use the handsets. */
export interface LiveDeps {
  demo: Demo
  seed: number
  clock: Clock
  phones: Phones
  /** told when a text could not be sent; numbers and words are left out */
  onFault: (error: unknown) => void
}

/** The handsets, as one uses them from outside. */
export interface Phones {
  /** whether a person has taken this phone: then it does nothing by itself */
  isTaken(number: string): Promise<boolean>
  text(from: string, to: string, body: string): Promise<void>
}

/** The simulated care workers: on each tick they send what has become due since the last one. */
export interface Live {
  tick(): Promise<void>
  start(everyMs?: number): void
  stop(): Promise<void>
}

/** Nothing is caught up over a longer stretch than this: the day is simply further on. */
const LONGEST_CATCH_UP_MS = 3 * 3_600_000
const EVERY_MS = 5_000

/**
 * Lets the day look lived in. It begins with the present: what was due before the program started was never sent, and
 * nobody pretends otherwise. A phone that a person has taken is left to that person.
 */
export function createLive({ demo, seed, clock, phones, onFault }: LiveDeps): Live {
  let upTo = clock.now()
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  const days = new Map<string, LifeEvent[]>()

  /** A day with the day before it: nights run over midnight, and a late visit makes the next one late. */
  function eventsOn(date: string): LifeEvent[] {
    const known = days.get(date)
    if (known !== undefined) return known
    const events = dailyLife([...demo.visitsOn(addDays(date, -1)), ...demo.visitsOn(date)], seed)
    days.set(date, events)
    return events
  }

  function due(from: Instant, until: Instant): LifeEvent[] {
    return eventsOn(toLocal(until, demo.zone).date).filter((event) => event.at > from && event.at <= until)
  }

  async function tick(): Promise<void> {
    const now = clock.now()
    const from = Math.max(upTo, now - LONGEST_CATCH_UP_MS)
    upTo = now
    for (const event of due(from, now)) {
      try {
        if (!(await phones.isTaken(event.from))) await phones.text(event.from, numberOf(LINE), event.text)
      } catch (error) {
        onFault(error)
      }
    }
  }

  /** One tick at a time, however long the texts take. */
  function tickInTurn(): Promise<void> {
    running = running.then(tick)
    return running
  }

  return {
    tick: tickInTurn,
    start(everyMs = EVERY_MS) {
      timer ??= setInterval(() => void tickInTurn(), everyMs)
    },
    async stop() {
      clearInterval(timer)
      timer = undefined
      await running
    },
  }
}
