import type { Instant, Zone } from '../cellar/local-time.ts'
import { addDays, minutesBetween, toInstant, toLocal } from '../cellar/local-time.ts'

/**
 * A named, versioned way of saying what is late and what is missed. Bound and value belong together: "more than 15" and
 * "15 or more" are different promises. A definition in use is never edited; a new one gets the next version.
 */
export interface Definition {
  key: string
  version: number
  /** where it comes from, for people */
  source: string
  /** used where a contract says nothing (P-061) */
  late: { minutes: number; bound: Bound }
  /** used where a contract says nothing (P-027, P-028) */
  missed: { minutes: number; bound: Bound }
  /** what a commissioner counts for itself, beside the policy's own rule (note N1) */
  commissioner?: {
    /** earlier or later than this is out of time; exactly this is still in time */
    timeCriticalWithinMinutes: number
    /** a visit not done by then, or before the next planned visit, counts as missed */
    missedUnlessDoneBy: string
  }
}

export type Bound = 'more-than' | 'at-least'

/** What a contract overrides (P-027, P-062). */
export interface AgreedThresholds {
  lateMinutes: number
  missedMinutes: number
}

/** What an expected or actual start comes to, and the rule that says so. */
export interface Lateness {
  late: boolean
  /** minutes after the planned start; may be a fraction, below zero when early */
  delayMinutes: number
  /** a start so late that the visit counts as missed by policy as well: both can hold, and both are shown (N1) */
  missed: boolean
  rules: { late: FiredRule; missed: FiredRule }
}

export interface FiredRule {
  definitionKey: string
  definitionVersion: number
  minutes: number
  bound: Bound
  /** the contract's own value, or the definition's where nothing was agreed */
  from: 'contract' | 'definition'
}

/** Every definition the line knows, as a care manager should be able to read it. */
export const DEFINITIONS: readonly Definition[] = [
  {
    key: 'QCS-policy',
    version: 1,
    source: 'the agency’s policy, 5.1 and 5.4 (P-028, P-061)',
    late: { minutes: 15, bound: 'more-than' },
    missed: { minutes: 30, bound: 'at-least' },
  },
  {
    key: 'generic-15',
    version: 1,
    source: 'a usual council term: more than a quarter of an hour',
    late: { minutes: 15, bound: 'more-than' },
    missed: { minutes: 30, bound: 'at-least' },
  },
  {
    key: 'generic-30',
    version: 1,
    source: 'a usual council term: more than half an hour',
    late: { minutes: 30, bound: 'more-than' },
    missed: { minutes: 60, bound: 'at-least' },
  },
  {
    key: 'Essex-LAH-2025',
    version: 1,
    source: 'Essex, Live at Home 2025, KPI 3: time-critical visits within 30 minutes inclusive, done by 23:00',
    late: { minutes: 15, bound: 'more-than' },
    missed: { minutes: 30, bound: 'at-least' },
    commissioner: { timeCriticalWithinMinutes: 30, missedUnlessDoneBy: '23:00' },
  },
]

/** The newest version of a definition, or one version of it; undefined when there is none of that name. */
export function findDefinition(key: string, version?: number): Definition | undefined {
  return DEFINITIONS.filter((one) => one.key === key && (version === undefined || one.version === version)).at(-1)
}

/**
 * Whether a start is late (P-061: strictly more than 15:00 minutes; P-062: or what the contract says), by how much, and
 * by which rule. An expected start is judged like an actual one: likelihood is enough.
 */
export function evaluateLateness(
  definition: Definition,
  contract: AgreedThresholds | undefined,
  plannedStart: Instant,
  expectedOrActualStart: Instant,
): Lateness {
  const delayMinutes = minutesBetween(plannedStart, expectedOrActualStart)
  const rules = rulesOf(definition, contract)
  return { late: fires(rules.late, delayMinutes), delayMinutes, missed: fires(rules.missed, delayMinutes), rules }
}

/**
 * The moment from which a visit that has not started is missed (P-027, P-028; design 3.2: when the clock passes it, never
 * as a prediction). With an `at-least` bound it is missed at this very instant, with `more-than` just after it.
 */
export function missedAt(
  definition: Definition,
  contract: AgreedThresholds | undefined,
  plannedStart: Instant,
): Instant {
  return plannedStart + rulesOf(definition, contract).missed.minutes * 60_000
}

/**
 * The moment from which the commissioner counts a visit as missed by its own rule: 23:00 of the planned day, or the start
 * of the next planned visit when that comes first. undefined where the commissioner has no rule of its own.
 */
export function missedForCommissionerAt(
  definition: Definition,
  plannedStart: Instant,
  nextPlannedStart: Instant | undefined,
  zone: Zone,
): Instant | undefined {
  if (definition.commissioner === undefined) return undefined
  const { date } = toLocal(plannedStart, zone)
  const time = definition.commissioner.missedUnlessDoneBy
  const sameDay = toInstant({ date, time }, zone, 'end')
  const closing = sameDay > plannedStart ? sameDay : toInstant({ date: addDays(date, 1), time }, zone, 'end')
  return Math.min(closing, nextPlannedStart ?? Infinity)
}

/** Whether the commissioner counts a time-critical start as out of time: outside the tolerance, early or late. */
export function unpunctualForCommissioner(
  definition: Definition,
  timeCritical: boolean,
  delayMinutes: number,
): boolean {
  if (definition.commissioner === undefined || !timeCritical) return false
  return Math.abs(delayMinutes) > definition.commissioner.timeCriticalWithinMinutes
}

function rulesOf(definition: Definition, contract: AgreedThresholds | undefined): Lateness['rules'] {
  const rule = (bound: Bound, agreed: number | undefined, usual: number): FiredRule => ({
    definitionKey: definition.key,
    definitionVersion: definition.version,
    minutes: agreed ?? usual,
    bound,
    from: agreed === undefined ? 'definition' : 'contract',
  })
  return {
    late: rule(definition.late.bound, contract?.lateMinutes, definition.late.minutes),
    missed: rule(definition.missed.bound, contract?.missedMinutes, definition.missed.minutes),
  }
}

function fires(rule: FiredRule, delayMinutes: number): boolean {
  return rule.bound === 'more-than' ? delayMinutes > rule.minutes : delayMinutes >= rule.minutes
}
