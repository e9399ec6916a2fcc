import type { Instant } from '../cellar/local-time.ts'

/** A log-in or log-out as an outside system saw it (P-019, P-031): care workers' phones, tags, an electronic monitoring system. */
export interface LogInEvent {
  /** the system it comes from, and its own reference there: together they name it once and for all */
  source: string
  ref: string
  kind: 'in' | 'out'
  /** when it happened, by that system's clock */
  saidAt: Instant
  /** the branch, where there are several */
  branch?: string | undefined
  /** the visit; or else who logged in, and at whom */
  visit?: string | undefined
  careWorker?: string | undefined
  serviceUser?: string | undefined
  /** what shows where they were: a tag, the landline, a place; kept as it was given */
  location?: string | undefined
}

/** What became of it. */
export type LogInAnswer =
  | { outcome: 'stored'; visit: string }
  /** the same event again: nothing has changed */
  | { outcome: 'known' }
  | { outcome: 'refused'; why: string }
