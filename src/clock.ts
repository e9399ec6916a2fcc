import type { Instant } from './cellar/local-time.ts'
import type { Clock } from './cellar/ports.ts'

/** A clock that can be set forward: with the simulator as carrier, one clock feeds the program and the simulator. */
export interface AdvancingClock extends Clock {
  advance(ms: number): void
  onAdvance(listener: () => void): () => void
}

/** The machine's own clock. The only place in the program that reads it. */
export const machineClock: Clock = { now: () => Date.now() }

/** The machine's clock plus whatever it has been advanced by. It never goes back. */
export function createAdvancingClock(read: () => Instant = machineClock.now): AdvancingClock {
  let ahead = 0
  const listeners = new Set<() => void>()
  return {
    now: () => read() + ahead,
    advance(ms) {
      if (!(ms >= 0)) throw new RangeError(`a clock is advanced by 0 or more milliseconds, not by ${ms}`)
      ahead += ms
      for (const listener of listeners) listener()
    },
    onAdvance(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
