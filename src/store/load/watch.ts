import type { Instant } from '../../cellar/local-time.ts'
import type { BranchWatch } from '../../rota/visit-facts.ts'

/** The branch's setting that says other minutes than the table in watch/watch-times, by the table's keys. */
export const WATCH_MINUTES = 'watch-minutes'

export interface WatchRow {
  watch_mode: string
  live_from: Date | null
  watch_minutes: unknown
}

/** How a branch watches. What is set wrongly is left out, so that the table's minutes hold. */
export function watchOf({ watch_mode, live_from, watch_minutes }: WatchRow): BranchWatch {
  return {
    mode: watch_mode === 'on' || watch_mode === 'shadow' ? watch_mode : 'off',
    liveFrom: live_from?.getTime(),
    minutes: minutesIn(watch_minutes),
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
