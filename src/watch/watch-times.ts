import type { VisitFacts } from '../rota/visit-facts.ts'
import { currentPlan } from '../rota/visit-now.ts'

/** How long a visit without a log-in is left alone, in minutes after its expected start. */
export interface WatchMinutes {
  /** the care worker is texted */
  text: number
  /** and rung, if nothing was heard of them */
  ring: number
  /** it is a matter: somebody must find out what is going on, and the service user is told what is known */
  open: number
}

export interface WatchTimes extends WatchMinutes {
  /** whose minutes these are, as a list prints them */
  because: string[]
}

interface WatchRow {
  /** the name that a setting uses for these minutes */
  key: string
  because: string
  minutes: WatchMinutes
  holds: (visit: VisitFacts) => boolean
}

/**
 * Minutes for those who cannot wait as long as their contract says (P-017, P-049, P-050). Of several that hold, the
 * shortest counts. A care manager reads this table and changes it by the branch's setting `watch-minutes`.
 */
export const WATCH_TABLE: readonly WatchRow[] = [
  {
    key: 'livesAlone',
    because: 'lives alone',
    minutes: { text: 10, ring: 13, open: 18 },
    holds: (visit) => visit.serviceUser.livesAlone,
  },
  {
    key: 'cognitiveImpairment',
    because: 'cognitive impairment',
    minutes: { text: 10, ring: 13, open: 18 },
    holds: (visit) => visit.serviceUser.cognitiveImpairment,
  },
  {
    key: 'timeCritical',
    because: 'time-critical',
    minutes: { text: 5, ring: 8, open: 12 },
    holds: (visit) => currentPlan(visit).timeCritical,
  },
]

/** Everybody else: the contract's own minutes until the text, then so many more (P-034). */
export const AFTER_THE_TEXT = { ring: 5, open: 10 } as const

/** The minutes that hold for a visit: its contract's, or shorter ones of the table, as the branch has set them. */
export function watchTimes(visit: VisitFacts): WatchTimes {
  const { lateMinutes } = visit.serviceUser.contract
  const usual: WatchTimes = {
    text: lateMinutes,
    ring: lateMinutes + AFTER_THE_TEXT.ring,
    open: lateMinutes + AFTER_THE_TEXT.open,
    because: [],
  }
  return WATCH_TABLE.filter((row) => row.holds(visit)).reduce((times, row) => {
    const set = visit.branch.watch?.minutes?.[row.key] ?? row.minutes
    return {
      text: Math.min(times.text, set.text),
      ring: Math.min(times.ring, set.ring),
      open: Math.min(times.open, set.open),
      because: [...times.because, row.because],
    }
  }, usual)
}

/** Whether this is somebody who is looked after singly, whatever else goes on (P-050). */
export function isFlagged(visit: VisitFacts): boolean {
  return WATCH_TABLE.some((row) => row.holds(visit))
}
