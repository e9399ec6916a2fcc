/** What one text message means, and what the reader is told about the moment it came in. */

import type { LocalDate, LocalTime } from '../cellar/local-time.ts'

export type ReadingKind =
  | 'late'
  | 'missed'
  | 'cannot-attend'
  | 'sick'
  | 'arrived'
  | 'left'
  | 'found-missed'
  | 'no-reply'
  | 'frustrated'
  | 'on-my-way'
  | 'ok'
  | 'needs-more-time'
  | 'needs-less-time'
  | 'help'
  | 'who-is-on-call'
  | 'accept-offer'
  | 'decline-offer'
  | 'accept-escalation'
  | 'pass-escalation'
  | 'known-safe'
  | 'covering'
  | 'undo'
  | 'next'
  | 'stop'
  | 'no-show-report'
  | 'thanks'
  | 'chatter'
  | 'ask'
  | 'unknown'

export type Reason =
  'traffic' | 'overran' | 'breakdown' | 'transport' | 'weather' | 'sick' | 'emergency' | 'access' | 'other'

/** What a question is about (`ask`), or what a cry for a person is about (`help`). */
export type About = 'minutes' | 'which-visit' | 'what' | 'cancel' | 'bereavement'

/**
 * The weightiest fact of a text; further facts stand in `also`, weightiest first.
 * A `late` without minutes and eta only answers what was asked (the reason, or which visit).
 */
export interface Reading {
  kind: ReadingKind
  /** Whole minutes. Counted from the planned start unless `countedFrom` says now. */
  minutes?: number
  eta?: LocalTime
  countedFrom?: 'plan' | 'now'
  /** A `ref` of the context's visits; only when the sender named it. */
  visit?: string
  reason?: Reason
  /** emergency: ring at once and say 999; person: somebody must act or ring. */
  level?: 'emergency' | 'person'
  code?: string
  /** The last day of the absence, `YYYY-MM-DD`; a weekday's name where the day of sending is not known. */
  until?: string
  about?: About
  /** For `ask`: the fact that cannot be used before the answer. */
  of?: ReadingKind
  /** Name words the sender used that fit nobody, or more than one. */
  named?: string
  also?: Reading[]
}

export type Sender = 'care-worker' | 'service-user' | 'manager' | 'unknown'

export interface NextVisit {
  ref: string
  name: string
  /** Wall clock, `HH:MM`. */
  start?: LocalTime
  minutes?: number
}

/** What was asked last: the answer is understood in its light. Unknown words are ignored. */
export type Awaiting = 'minutes' | 'reason' | 'which-visit' | 'cover' | 'safe' | 'arrived' | (string & {})

export interface Context {
  from: Sender
  /** The wall clock of the branch when the text came in, taken apart; this room owns no clock. */
  now?: { date: LocalDate; time: LocalTime }
  nextVisits: readonly NextVisit[]
  openOffer?: { code: string }
  awaiting?: Awaiting
}
