import type { Instant } from './local-time.ts'

/** What was found when a branch's visits were looked over as a whole. */
export interface BranchLook {
  lookedAt: Instant
  nextDueAt: Instant
  /** since when log-ins do not come in */
  silentSince: Instant | undefined
  usualShare: number
  usualAt: Instant
  forecastAt: Instant
}
