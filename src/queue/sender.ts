import type { Logger } from 'pino'
import type { Instant } from '../cellar/local-time.ts'
import type { Clock } from '../cellar/ports.ts'
import { brief } from './complaints.ts'

export type Channel = 'call' | 'text'

export type ClaimAnswer<Attempt> =
  { kind: 'claimed'; attempt: Attempt } | { kind: 'wait'; until: Instant } | { kind: 'nothing' }

export interface SenderOptions<Attempt> {
  /** Claims an account's next slot and the attempt it is for. */
  claim(account: string, channel: Channel, now: Instant): Promise<ClaimAnswer<Attempt>>
  /** Makes the call or sends the text of a claimed attempt. What it throws is logged; the attempt is looked up later. */
  send(attempt: Attempt): Promise<void>
  clock: Clock
  log: Pick<Logger, 'error'>
  /** Waits for a slot; false: do not wait, whoever asked will wake again. By default it naps until the slot is due. */
  pause?(ms: number): Promise<boolean>
  /** How many sends may wait for the carrier's answer at once. */
  most?: number
}

/**
 * Sends what is planned for an account, slot by slot: claims, sends without waiting for the answer, claims again, and
 * sleeps until the next slot where one is not due yet. One run at a time for each account and channel.
 */
export function createSender<Attempt>({ claim, send, clock, log, pause = nap, most = 60 }: SenderOptions<Attempt>) {
  const running = new Map<string, Promise<void>>()
  const again = new Set<string>()
  const underWay = new Set<Promise<void>>()
  let stopping = false
  let started = 0

  async function run(account: string, channel: Channel, key: string): Promise<void> {
    do {
      again.delete(key)
      await drain(account, channel, key)
    } while (again.has(key) && !stopping)
  }

  async function drain(account: string, channel: Channel, key: string): Promise<void> {
    while (!stopping) {
      const answer = await claim(account, channel, clock.now())
      if (answer.kind === 'nothing') return
      if (answer.kind === 'claimed') start(answer.attempt)
      else if (!(await until(answer.until, key))) return
      if (underWay.size >= most) await Promise.race(underWay)
    }
  }

  function start(attempt: Attempt): void {
    const sending = send(attempt)
      .catch((error: unknown) =>
        log.error(brief(error), 'a send stumbled; the carrier will be asked what became of it'),
      )
      .finally(() => underWay.delete(sending))
    underWay.add(sending)
    started += 1
  }

  /** Sleeps to the slot, in steps, so that a clock set forward is noticed. */
  async function until(at: Instant, key: string): Promise<boolean> {
    const goesOn = await pause(Math.min(Math.max(1, at - clock.now()), LONGEST_NAP_MS))
    again.delete(key)
    return goesOn
  }

  return {
    /** Something may be planned for this account. Returns when the account has nothing more to send now. */
    wake(account: string, channel: Channel): Promise<void> {
      const key = `${channel} ${account}`
      const current = running.get(key)
      if (current !== undefined) {
        again.add(key)
        return current
      }
      const begun = run(account, channel, key).finally(() => running.delete(key))
      running.set(key, begun)
      return begun
    },
    /** No more claims; waits for the sends that are under way. */
    async stop(): Promise<void> {
      stopping = true
      await Promise.allSettled([...running.values(), ...underWay])
    },
    /** How many sends were started. */
    started: () => started,
    /** Resolves when no send is under way. */
    async idle(): Promise<void> {
      while (underWay.size > 0) await Promise.allSettled(underWay)
    },
  }
}

const LONGEST_NAP_MS = 250

async function nap(ms: number): Promise<true> {
  await new Promise((resolve) => setTimeout(resolve, ms))
  return true
}
