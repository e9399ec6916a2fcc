import type { Instant, LocalDate, Zone } from '../cellar/local-time.ts'
import { addDays, toInstant, toLocal } from '../cellar/local-time.ts'
import { writtenTime } from '../cellar/spoken-time.ts'

/** One place of a planned visit of tomorrow. */
export interface PlannedPlace {
  person: string
  start: Instant
  end: Instant
  /** left out where nobody is allocated */
  careWorker: { id: string; name: string } | undefined
  /** from that care worker's visit before */
  travelMinutes: number
  /** from how many minutes on this visit is late */
  lateMinutes: number
}

const MINUTE_MS = 60_000
/** The wall-clock times of the forecast, and by when a human is to have looked at it. */
const FORECAST_TIMES = [
  { at: '14:00', within: 3 * 60 * MINUTE_MS },
  { at: '20:00', within: 60 * MINUTE_MS },
] as const

/** The last forecast that has fallen due, and when the next one does; on both clock-change nights too. */
export function forecastTimes(now: Instant, zone: Zone): { last: Forecast; next: Instant } {
  const { date } = toLocal(now, zone)
  const all = [addDays(date, -1), date, addDays(date, 1)].flatMap((day) =>
    FORECAST_TIMES.map(({ at, within }) => {
      const when = toInstant({ date: day, time: at }, zone, 'start')
      return { at: when, of: addDays(day, 1), dueAt: when + within }
    }),
  )
  const last = all.findLast((one) => one.at <= now)
  const next = all.find((one) => one.at > now)
  if (last === undefined || next === undefined)
    throw new Error('a day has a forecast at two and at eight, and this one has none')
  return { last, next: next.at }
}

export interface Forecast {
  at: Instant
  /** the day that it looks at */
  of: LocalDate
  dueAt: Instant
}

/** Places that nobody is allocated to, by start; in a few words, or undefined where there are none. */
export function unallocatedInWords(places: readonly PlannedPlace[], zone: Zone): string | undefined {
  const open = places.filter((one) => one.careWorker === undefined).toSorted((a, b) => a.start - b.start)
  const [first] = open
  if (first === undefined) return undefined
  return `${open.length}, first ${first.person} ${writtenTime(first.start, zone)}`
}

/**
 * Runs that cannot be kept even if everything goes well: with the planned travel somebody would be late at a visit (P-035,
 * "prevention"). A delay is carried on to the next visit, as it is on the road. In a few words, or undefined.
 */
export function impossibleInWords(places: readonly PlannedPlace[], zone: Zone): string | undefined {
  const runs = new Map<string, PlannedPlace[]>()
  for (const place of places) {
    if (place.careWorker !== undefined) runs.set(place.careWorker.id, [...(runs.get(place.careWorker.id) ?? []), place])
  }
  const late = [...runs.values()].flatMap((run) => firstLate(run) ?? []).toSorted((a, b) => a.start - b.start)
  const [first] = late
  if (first?.careWorker === undefined) return undefined
  return `${late.length}, first ${first.careWorker.name} at ${first.person} ${writtenTime(first.start, zone)}`
}

function firstLate(run: readonly PlannedPlace[]): PlannedPlace | undefined {
  let free = -Infinity
  for (const place of run.toSorted((a, b) => a.start - b.start)) {
    const there = Math.max(place.start, free + place.travelMinutes * MINUTE_MS)
    if (there > place.start + place.lateMinutes * MINUTE_MS) return place
    free = there + (place.end - place.start)
  }
  return undefined
}
