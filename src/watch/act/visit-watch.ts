import type { Instant } from '../../cellar/local-time.ts'

/** How a branch was looked over last, locked. */
export interface VisitWatch {
  nextDueAt: Instant
  silentSince: Instant | undefined
  usualShare: number
  usualAt: Instant
  /** up to which forecast everything is on the office list */
  forecastAt: Instant
}
