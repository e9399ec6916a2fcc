import type { Instant } from '../cellar/local-time.ts'
import type { PlanRevision, VisitFacts } from './visit-facts.ts'

/** One statement about a package: from when it holds, until when if that is known, and when we learned it. */
export interface StatusStatement {
  status: string
  fromAt: Instant
  untilAt: Instant | undefined
  receivedAt?: Instant
}

/**
 * Whether anybody may be contacted about this visit now (design 1.6): never about a cancelled or suspended visit, nor
 * when the service user is in hospital, on respite or no longer a customer, be it now or when the visit is planned.
 */
export function mayContactAbout(visit: VisitFacts, now: Instant): boolean {
  return contactRefusal(visit.plans.at(-1), visit.serviceUser.statuses, now) === undefined
}

/** Why nobody may be contacted, in words for a record; undefined when contact is allowed. */
export function contactRefusal(
  plan: PlanRevision | undefined,
  statuses: readonly StatusStatement[],
  now: Instant,
): string | undefined {
  if (plan === undefined) return 'the visit has no plan'
  if (plan.status !== 'planned') return `the visit is ${plan.status}`
  const elsewhere = [now, plan.plannedStart]
    .map((at) => packageStatusAt(statuses, at))
    .find((status) => status !== 'active')
  return elsewhere === undefined ? undefined : `the service user is ${IN_WORDS[elsewhere] ?? 'not active'}`
}

/** Whether all contact with the household waits for a person, as after a death: it says nothing of the visit itself. */
export function isPaused(statuses: readonly StatusStatement[], now: Instant): boolean {
  return packageStatusAt(statuses, now) === 'paused'
}

/**
 * The status that holds at a moment. Of the statements that cover it, the one that took effect last: a statement about
 * the past ("in hospital since 02:00", heard at 07:40) takes effect when it was heard, so it beats what was believed
 * before; one about the future takes effect when it begins. Nobody ever told us anything: active.
 */
export function packageStatusAt(statuses: readonly StatusStatement[], at: Instant): string {
  return statuses.filter((one) => covers(one, at)).reduce(later, ALWAYS_ACTIVE).status
}

const IN_WORDS: Record<string, string> = {
  in_hospital: 'in hospital',
  respite: 'on respite',
  ended: 'no longer a customer',
  paused: 'not to be contacted before a person has spoken to the household',
}

const ALWAYS_ACTIVE: StatusStatement = { status: 'active', fromAt: -Infinity, untilAt: undefined }

function covers(one: StatusStatement, at: Instant): boolean {
  return one.fromAt <= at && (one.untilAt === undefined || at < one.untilAt)
}

function later(best: StatusStatement, one: StatusStatement): StatusStatement {
  return effectiveAt(one) >= effectiveAt(best) ? one : best
}

function effectiveAt(one: StatusStatement): Instant {
  return Math.max(one.fromAt, one.receivedAt ?? one.fromAt)
}
