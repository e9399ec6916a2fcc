import type { Logger } from 'pino'
import type { Clock } from '../cellar/ports.ts'
import type { Instant } from '../cellar/local-time.ts'
import { brief } from './complaints.ts'
import { createSweeper, defaultPatienceMs } from './sweeper.ts'
import { within } from './within.ts'

export interface LoopOptions<Name extends string> {
  /** Milliseconds from the beginning of one round to the next. Default 500. */
  everyMs?: number
  /** Name → the ids of rows that are due, most urgent first. Selected without locks: the handler locks and looks again. */
  sweeps: { readonly [N in Name]: () => Promise<readonly string[]> }
  /** Does what is due for one row. May be called twice for the same row, and while a job for it runs. */
  handle(name: Name, id: string): Promise<void>
  /** Called after every round, so that everybody can see that the loop lives, and how well. */
  beat(round: Round<Name>): Promise<void>
  log: Pick<Logger, 'info' | 'warn' | 'error'>
  clock: Clock
  /** Handlers of one sweep that run at once. Default 4. */
  concurrency?: number
  /** A sweep or handler that takes longer is no longer waited for, and not started again until it ends. Default 30 s. */
  patienceMs?: number
}

export interface Round<Name extends string = string> {
  startedAt: Instant
  endedAt: Instant
  /** rows handled since the last beat */
  handled: number
  /** sweeps that threw, or of which a handler threw, since the last beat */
  failed: Name[]
  /** sweeps that have been waiting longer than `patienceMs` for a select or a handler */
  stuck: Name[]
}

export interface Loop<Name extends string> {
  start(): void
  /** Begins the next round now instead of at its time. */
  nudge(): void
  /** One round by hand, to the end of every sweep: for tests and simulated nights. */
  round(): Promise<Round<Name>>
  /** Lets the sweeps that run come to their end. */
  stop(): Promise<void>
}

/**
 * The plain loop over due rows, which finds what no job told of. It leans on nothing of the queue's. Each sweep goes at
 * its own pace and never overlaps itself: one that fails or hangs holds up no other. The loop never ends by itself.
 */
export function createLoop<Name extends string>(options: LoopOptions<Name>): Loop<Name> {
  const { everyMs = 500, patienceMs = defaultPatienceMs, beat, log, clock } = options
  const names = Object.keys(options.sweeps).filter((name): name is Name => Object.hasOwn(options.sweeps, name))
  const sweepers = names.map((name) => createSweeper(name, options))
  let stopping = false
  let running: Promise<void> | undefined
  let nudged = false
  let wakeUp = (): void => undefined

  async function round(waitMs?: number): Promise<Round<Name>> {
    const startedAt = clock.now()
    const sweeps = Promise.all(sweepers.map((sweeper) => sweeper.sweep()))
    await (waitMs === undefined ? sweeps : within(sweeps, waitMs))
    const reports = sweepers.map((sweeper) => sweeper.report())
    const done: Round<Name> = {
      startedAt,
      endedAt: clock.now(),
      handled: reports.reduce((sum, { handled }) => sum + handled, 0),
      failed: reports.filter(({ failed }) => failed).map(({ name }) => name),
      stuck: reports.filter(({ stuck }) => stuck).map(({ name }) => name),
    }
    try {
      await within(beat(done), patienceMs)
    } catch (error) {
      log.error(brief(error), 'the loop over due rows cannot note that it lives')
    }
    return done
  }

  async function run(): Promise<void> {
    while (!stopping) {
      const begun = performance.now()
      nudged = false
      await round(everyMs)
      if (!stopping && !nudged) await pause(begun + everyMs - performance.now())
    }
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.max(ms, 0))
      wakeUp = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  function nudge(): void {
    nudged = true
    wakeUp()
  }

  return {
    start() {
      running ??= run()
    },
    nudge,
    round: () => round(),
    async stop() {
      stopping = true
      nudge()
      await running
      await within(Promise.all(sweepers.map((sweeper) => sweeper.ended())), patienceMs)
    },
  }
}
