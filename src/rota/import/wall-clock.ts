import type { Instant, LocalDate, LocalTime, Side, Zone } from '../../cellar/local-time.ts'
import { isoWithOffset, resolveLocal } from '../../cellar/local-time.ts'

/** The wall clock of a zone, remembering what it has worked out: a week of visits asks for the same times again and again. */
export interface WallClock {
  resolve(local: { date: LocalDate; time: LocalTime }, side: Side): ReturnType<typeof resolveLocal>
  iso(at: Instant): string
}

export function createWallClock(zone: Zone): WallClock {
  return {
    resolve: remembering(
      (local: { date: LocalDate; time: LocalTime }, side: Side) => resolveLocal(local, zone, side),
      (local, side) => `${local.date} ${local.time} ${side}`,
    ),
    iso: remembering((at: Instant) => isoWithOffset(at, zone), String),
  }
}

function remembering<Args extends unknown[], Result>(
  work: (...args: Args) => Result,
  keyOf: (...args: Args) => string,
) {
  const known = new Map<string, Result>()
  return (...args: Args): Result => {
    const key = keyOf(...args)
    const before = known.get(key)
    if (before !== undefined) return before
    const result = work(...args)
    known.set(key, result)
    return result
  }
}
