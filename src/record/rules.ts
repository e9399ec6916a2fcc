import type { Instant } from '../cellar/local-time.ts'
import { evaluateLateness, findDefinition, unpunctualForCommissioner, type Bound } from '../rota/definition.ts'
import type { VisitFacts } from '../rota/visit-facts.ts'
import { currentPlan } from '../rota/visit-now.ts'
import type { StoredLateRecord } from './late-visit-record.ts'

/** A definition and the threshold of it that this visit crossed (N1: a visit can be late and missed, and both are shown). */
export interface RuleLine {
  what: 'late' | 'missed-by-policy' | 'out-of-time-for-the-commissioner'
  definitionKey: string
  definitionVersion: number
  /** where the definition comes from, for people */
  source: string
  minutes: number
  /** undefined where this version of the program does not know the definition any more */
  bound: Bound | undefined
}

/**
 * The rules that fired: "late" as it was judged when the record was opened; what an actual arrival adds to it. A visit
 * is never called missed by prediction (design 3.2), so without an arrival nothing is added here.
 */
export function rulesOf(visit: VisitFacts, stored: StoredLateRecord, arrivedAt: Instant | undefined): RuleLine[] {
  const { definitionKey, definitionVersion, lateMinutes } = stored
  const definition = findDefinition(definitionKey, definitionVersion)
  const named = { definitionKey, definitionVersion, source: definition?.source ?? '' }
  const lines: RuleLine[] = [{ what: 'late', ...named, minutes: lateMinutes, bound: definition?.late.bound }]
  if (definition === undefined || arrivedAt === undefined) return lines
  const { plannedStart, timeCritical } = currentPlan(visit)
  const { missedMinutes } = visit.serviceUser.contract
  const { missed, delayMinutes } = evaluateLateness(definition, { lateMinutes, missedMinutes }, plannedStart, arrivedAt)
  if (missed) lines.push({ what: 'missed-by-policy', ...named, minutes: missedMinutes, bound: definition.missed.bound })
  if (definition.commissioner !== undefined && unpunctualForCommissioner(definition, timeCritical, delayMinutes)) {
    const minutes = definition.commissioner.timeCriticalWithinMinutes
    lines.push({ what: 'out-of-time-for-the-commissioner', ...named, minutes, bound: 'more-than' })
  }
  return lines
}

/** Whether a start is late by the definition that opened the record; a definition nobody knows any more does not unsay it. */
export function isLateBy(stored: StoredLateRecord, plannedStart: Instant, start: Instant): boolean {
  const definition = findDefinition(stored.definitionKey, stored.definitionVersion)
  if (definition === undefined) return true
  const agreed = { lateMinutes: stored.lateMinutes, missedMinutes: definition.missed.minutes }
  return evaluateLateness(definition, agreed, plannedStart, start).late
}
