/** What the line does once the words of a turn are said. */
import type { DestinationName, Language } from './catalogue.ts'
import type { ConnectStep, EndStep, ListenStep, SayStep } from './flow.ts'
import { hintsFor } from './understand.ts'

export type Then =
  /** Ask for the next turn at once. */
  | { kind: 'continue' }
  /** `keys`: how many digits to wait for, undefined where none are listened for. No words: keys only. */
  | { kind: 'listen'; keys: number | undefined; words: string[]; waitSeconds: number }
  | { kind: 'connect'; to: DestinationName; ringSeconds: number; whisper: string }
  /** A whisper ends and the two are joined: an empty answer to the carrier, not a hang-up. */
  | { kind: 'put-through' }
  | { kind: 'hang-up' }

export function nextThing(step: SayStep | ListenStep | ConnectStep | EndStep, language: Language): Then {
  switch (step.kind) {
    case 'say':
      return { kind: 'continue' }
    case 'listen':
      return {
        kind: 'listen',
        keys: keysExpected(step),
        words: [...hintsFor(step.answers, language), ...(step.number === undefined ? [] : NUMBER_HINTS)],
        waitSeconds: step.waitSeconds,
      }
    case 'connect':
      return { kind: 'connect', to: step.to, ringSeconds: step.ringSeconds, whisper: step.whisper }
    case 'end':
      return { kind: step.end === 'joined' ? 'put-through' : 'hang-up' }
  }
}

/** What people say for minutes. */
const NUMBER_HINTS = [
  'minutes',
  'ten minutes',
  'twenty minutes',
  'half an hour',
  'quarter of an hour',
  'an hour',
  'late',
]

/** A number ends with # or a pause, so nobody counts its keys. */
function keysExpected(step: ListenStep): number | undefined {
  if (step.number !== undefined) return undefined
  const lengths = Object.values(step.answers).flatMap(({ keys }) =>
    keys === 'any' ? [1] : keys.map((key) => key.length),
  )
  return lengths.length === 0 ? undefined : Math.max(...lengths)
}
