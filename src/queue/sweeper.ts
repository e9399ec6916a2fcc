import { brief } from './complaints.ts'
import type { LoopOptions } from './loop.ts'
import { within } from './within.ts'

export const defaultPatienceMs = 30_000

export interface Sweeper<Name> {
  /** Begins, unless it still runs; resolves at the end, hangs or not. Never rejects. */
  sweep(): Promise<void>
  /** Resolves when nothing runs. */
  ended(): Promise<void>
  /** What happened since the last report. */
  report(): { name: Name; handled: number; failed: boolean; stuck: boolean }
}

type Needs<Name extends string> = Pick<LoopOptions<Name>, 'sweeps' | 'handle' | 'log' | 'concurrency' | 'patienceMs'>

/**
 * One kind of due rows and their handlers. What hangs is left behind and remembered, so that it does not pile up; after
 * ten times the patience it is tried again all the same: done twice is better than never.
 */
export function createSweeper<Name extends string>(name: Name, needs: Needs<Name>): Sweeper<Name> {
  const { log, concurrency = 4, patienceMs = defaultPatienceMs } = needs
  const leftBehind = new Set<string>()
  let current: Promise<void> | undefined
  /** Outlives its sweep only when it hangs. */
  let selecting: Promise<readonly string[]> | undefined
  let handled = 0
  let failed = false

  async function run(): Promise<void> {
    const ids = (await due()).filter((id) => !leftBehind.has(id))
    const hands = Array.from({ length: Math.max(1, concurrency - leftBehind.size) }, async () => {
      for (let id = ids.shift(); id !== undefined; id = ids.shift()) await handleOne(id)
    })
    await Promise.all(hands)
  }

  async function due(): Promise<string[]> {
    if (selecting !== undefined) return []
    const select = (async () => needs.sweeps[name]())()
    selecting = select
    try {
      const outcome = await within(select, patienceMs)
      if (outcome.ended) {
        selecting = undefined
        return [...outcome.value]
      }
      log.error({ sweep: name, patienceMs }, 'due rows are not selected in time')
      whenOver(select, () => (selecting = undefined))
    } catch (error) {
      selecting = undefined
      log.error({ sweep: name, ...brief(error) }, 'due rows could not be selected')
    }
    failed = true
    return []
  }

  async function handleOne(id: string): Promise<void> {
    try {
      const work = (async () => needs.handle(name, id))()
      const outcome = await within(work, patienceMs)
      if (outcome.ended) handled += 1
      else leaveBehind(id, work)
    } catch (error) {
      failed = true
      log.error({ sweep: name, id, ...brief(error) }, 'a due row failed; it comes again')
    }
  }

  function leaveBehind(id: string, work: Promise<void>): void {
    failed = true
    leftBehind.add(id)
    whenOver(work, () => leftBehind.delete(id))
    log.error({ sweep: name, id, patienceMs }, 'a due row takes too long and is no longer waited for')
  }

  function whenOver(work: Promise<unknown>, forget: () => unknown): void {
    const timer = setTimeout(forget, 10 * patienceMs).unref()
    const over = (): void => {
      clearTimeout(timer)
      forget()
    }
    work.then(over, over)
  }

  return {
    sweep: () => (current ??= run().finally(() => (current = undefined))),
    ended: async () => current,
    report() {
      const since = {
        name,
        handled,
        failed,
        stuck: leftBehind.size > 0 || (selecting !== undefined && current === undefined),
      }
      handled = 0
      failed = false
      return since
    },
  }
}
