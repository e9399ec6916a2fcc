import type { Instant } from '../../cellar/local-time.ts'
import type { BranchWatch } from '../../rota/visit-facts.ts'

/** The branch's setting that says other minutes than the table in watch/watch-times, by the table's keys. */
export const WATCH_MINUTES = 'watch-minutes'

export interface WatchRow {
  watch_mode: string
  live_from: Date | null
  watch_minutes: unknown
  feed_looked_at: Date | null
  feed_silent_since: Date | null
  feed_failures: number | null
}

/** How a branch watches. What is set wrongly is left out, so that the table's minutes hold. */
export function watchOf(row: WatchRow): BranchWatch {
  const { watch_mode, live_from, watch_minutes, feed_looked_at } = row
  return {
    mode: watch_mode === 'on' || watch_mode === 'shadow' ? watch_mode : 'off',
    liveFrom: live_from?.getTime(),
    minutes: minutesIn(watch_minutes),
    feed:
      feed_looked_at === null
        ? undefined
        : {
            lookedAt: feed_looked_at.getTime(),
            silentSince: row.feed_silent_since?.getTime(),
            failing: (row.feed_failures ?? 0) > 0,
          },
  }
}

function minutesIn(set: unknown): BranchWatch['minutes'] {
  if (typeof set !== 'object' || set === null) return undefined
  return Object.fromEntries(Object.entries(set).flatMap(([key, value]) => (isMinutes(value) ? [[key, value]] : [])))
}

function isMinutes(value: unknown): value is { text: Instant; ring: Instant; open: Instant } {
  if (typeof value !== 'object' || value === null) return false
  return ['text', 'ring', 'open'].every((key) => typeof (value as Record<string, unknown>)[key] === 'number')
}
