import type { Instant } from '../cellar/local-time.ts'
import { addDays, toInstant, toLocal } from '../cellar/local-time.ts'
import type { OnCall } from './ladder.ts'
import { kindOfTime, officeTimes, type KindOfTime, type Stretch } from './plan.ts'
import { changesWithin, holdersAt, type Holder } from './shifts.ts'

/** A stretch of time within which nothing of the plan changes: who holds the tiers, and what kind of time it is. */
export interface DutyStretch extends Stretch {
  kind: KindOfTime
  holders: Holder[]
}

/** A stretch of time cut wherever the plan changes: at shifts, overrides and hand-overs, at the office's hours, at midnight. */
export function stretchesOf(onCall: OnCall, { from, until }: Stretch): DutyStretch[] {
  const { plan, rota } = onCall
  const office = officeTimes(plan, from, until).flatMap((open) => [open.from, open.until])
  const cuts = [from, ...changesWithin(rota, { from, until }), ...office, ...midnights(onCall, { from, until }), until]
  const within = [...new Set(cuts)].filter((at) => at >= from && at <= until).toSorted((a, b) => a - b)
  return within.slice(0, -1).map((at, index) => ({
    from: at,
    until: within[index + 1] ?? until,
    kind: kindOfTime(plan, at),
    holders: holdersAt(rota, at),
  }))
}

function midnights({ plan }: OnCall, { from, until }: Stretch): Instant[] {
  const midnight = (days: number) => {
    const date = addDays(toLocal(from, plan.zone).date, days)
    return toInstant({ date, time: '00:00' }, plan.zone, 'start')
  }
  const result: Instant[] = []
  for (let days = 1, at = midnight(1); at < until; days += 1, at = midnight(days)) result.push(at)
  return result
}
