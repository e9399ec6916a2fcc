import type { Instant } from '../cellar/local-time.ts'
import type { VisitFacts } from '../rota/visit-facts.ts'
import { currentPlan } from '../rota/visit-now.ts'

/** Why one person comes before another, and how many minutes it counts. A care manager reads and changes this table. */
export const HANDICAPS: { reason: string; minutes: number; holds: (visit: VisitFacts) => boolean }[] = [
  { reason: 'lives alone', minutes: 20, holds: (v) => v.serviceUser.livesAlone },
  { reason: 'cognitive impairment', minutes: 25, holds: (v) => v.serviceUser.cognitiveImpairment },
  { reason: 'no informal back-up', minutes: 10, holds: (v) => !v.serviceUser.contacts.some((c) => c.canVisit) },
  { reason: 'previous visit also late or missed', minutes: 30, holds: (v) => v.previousAlsoLate },
]

const TIME_CRITICAL_MINUTES = 45

/**
 * The moment by which matters are ranked: planned start less the minutes by which this person counts as waiting longer.
 * Everyone ages alike, so the order never has to be worked out again (design section 2).
 */
export function riskOf(visit: VisitFacts): { riskAt: Instant; reasons: string[] } {
  const plan = currentPlan(visit)
  const held = HANDICAPS.filter((h) => h.holds(visit)).map(({ reason, minutes }) => ({ reason, minutes }))
  if (plan.timeCritical) {
    held.push({
      reason: plan.timeCriticalReason.replaceAll('_', ' ') || 'time-critical',
      minutes: TIME_CRITICAL_MINUTES,
    })
  }
  const minutes = held.reduce((sum, h) => sum + h.minutes, 0)
  return { riskAt: plan.plannedStart - minutes * 60_000, reasons: held.map((h) => h.reason) }
}
