import type { Instant } from '../cellar/local-time.ts'
import type { DemoCareWorker } from './care-workers.ts'
import type { Chance } from './chance.ts'
import { chanceOf } from './chance.ts'
import { numberOf } from './number-of.ts'
import type { DemoVisit } from './visits.ts'

/** One text of a care worker's day. */
export interface LifeEvent {
  at: Instant
  /** E.164 */
  from: string
  careWorkerRef: string
  visitRef: string
  text: 'HERE' | 'DONE'
}

/** How a care worker's day usually goes; all of it by chance from the seed, so that a day repeats itself. */
const HABITS = {
  /** minutes around the planned start, most often a little after it */
  earliest: -4,
  latest: 9,
  /** they came in time and think of the text only later */
  lateTextShare: 0.03,
  lateText: [16, 28],
  /** they never text at all */
  forgetsShare: 0.02,
  /** minutes by which a visit is shorter or longer than planned */
  shorter: 4,
  longer: 5,
} as const

/**
 * Who texts what and when on a day: HERE on arriving, DONE on leaving. Most are in time; nobody arrives before the visit
 * before has ended and the road is driven, so a late one makes the next one late. Pure: the same visits and seed give
 * the same day.
 *
 * @param visits of one day or several, in any order
 */
export function dailyLife(visits: readonly DemoVisit[], seed: number): LifeEvent[] {
  const byWorker = new Map<DemoCareWorker, DemoVisit[]>()
  for (const visit of visits.filter((one) => one.status === 'planned')) {
    for (const worker of visit.careWorkers.filter((one) => one !== undefined)) {
      byWorker.set(worker, [...(byWorker.get(worker) ?? []), visit])
    }
  }
  return [...byWorker]
    .flatMap(([worker, theirs]) => dayOf(worker, theirs, seed))
    .toSorted((one, other) => one.at - other.at || (one.from < other.from ? -1 : 1))
}

function dayOf(worker: DemoCareWorker, visits: readonly DemoVisit[], seed: number): LifeEvent[] {
  let free = -Infinity
  return visits
    .toSorted((one, other) => one.start - other.start)
    .flatMap((visit): LifeEvent[] => {
      const chance = chanceOf(seed, `life ${visit.ref} ${worker.ref}`)
      const arrives = Math.max(minutes(visit.start, arrival(chance)), minutes(free, visit.travel))
      const leaves = Math.max(
        minutes(arrives, visit.minutes + chance.whole(-HABITS.shorter, HABITS.longer)),
        minutes(arrives, 5),
      )
      free = leaves
      if (chance.happens(HABITS.forgetsShare)) return []
      const later = chance.happens(HABITS.lateTextShare) ? chance.whole(...HABITS.lateText) : 0
      const here = Math.min(minutes(arrives, later), leaves)
      const one = { from: numberOf(worker.mobile), careWorkerRef: worker.ref, visitRef: visit.ref }
      return [
        { ...one, at: here, text: 'HERE' },
        { ...one, at: Math.max(leaves, minutes(here, 1)), text: 'DONE' },
      ]
    })
}

/** Minutes after the planned start: two throws of the die, so that a little late is the usual thing. */
function arrival(chance: Chance): number {
  const { earliest, latest } = HABITS
  return Math.round((chance.whole(earliest, latest) + chance.whole(earliest, latest)) / 2)
}

function minutes(from: Instant, more: number): Instant {
  return from + more * 60_000
}
