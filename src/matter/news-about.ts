import type { VisitFacts } from '../rota/visit-facts.ts'
import { currentPlan, NOT_COMING } from '../rota/visit-now.ts'

/**
 * Names what is known now of a visit's start: another name once a report, a report that somebody does not come, an UNDO
 * or a new plan has changed it, the same until then. What a human was asked of one state of things is asked of the next.
 */
export function newsAbout(visit: VisitFacts): string {
  const last = visit.events.findLast((e) => e.retracts !== undefined || KINDS.includes(e.kind))
  return `upon ${last?.id ?? 'nothing'}, plan ${currentPlan(visit).rev}`
}

const KINDS: readonly string[] = ['late', ...NOT_COMING]
