import type { HandOverId } from './ids.ts'
import type { Instant } from './local-time.ts'
import type { Place } from './new-rows.ts'

/** The phone is to go from one manager to the next at the start of a shift. */
export interface NewHandOver extends Place {
  id: HandOverId
  tier: number
  /** absent where nobody had it */
  from: string | undefined
  to: string
  dueAt: Instant
  nextDueAt: Instant
}

export type HandOverMove =
  | { state: 'taken'; at: Instant }
  /** nobody took it: whoever has it keeps it, and knows it from now on */
  | { state: 'kept'; at: Instant }
  | { state: 'look-again'; nextDueAt: Instant }
