/** What a call remembers between two turns: plain JSON, kept by the caller. */
import type { Language, NoteName, NumberName } from './catalogue.ts'
import type { End, StepName } from './flow.ts'

export interface CallMemory {
  flow: string
  version: string
  step: StepName
  /** How often each step was entered. */
  asked: Record<StepName, number>
  language: Language
  outcome: Outcome
  /** The number said or keyed last, and which of the two it was. */
  number?: HeardNumber
  /** What the caller chose. */
  notes?: readonly NoteName[]
}

export interface HeardNumber {
  is: NumberName
  value: number
  source: 'said' | 'keyed'
  words: string
}

/** What the call has shown so far; the grade is made of it. */
export interface Outcome {
  /** The whole message was said while the line was up (B, or C with `machine`). */
  heard: boolean
  /** A person pressed a key or spoke an understood answer to the message (A). */
  answered: boolean
  /** The carrier, or the words that came back, say that this is an answering machine. */
  machine: boolean
  /** Something was understood that a machine might also have said: it is obeyed, and proves nothing. */
  understood: boolean
  /** A person accepted the call that was put through. */
  connected: boolean
  /** How the call was left; absent while it is up. */
  end?: End
}

export function timesEntered(asked: Readonly<Record<StepName, number>>, step: StepName): number {
  return Object.hasOwn(asked, step) ? (asked[step] ?? 0) : 0
}
