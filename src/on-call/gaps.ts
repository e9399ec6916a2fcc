import type { Instant } from '../cellar/local-time.ts'
import { minutesBetween } from '../cellar/local-time.ts'
import type { OnCall, OnCallPerson } from './ladder.ts'
import type { Stretch } from './plan.ts'
import type { Holder } from './shifts.ts'
import { stretchesOf, type DutyStretch } from './stretches.ts'

/** What is wrong with a plan: each is shown before the night, not during it (P-070). */
export type Flaw =
  /** the office is closed, and nobody on call has a number */
  | (Stretch & { kind: 'uncovered' })
  | (Stretch & { kind: 'empty-tier'; tier: number })
  /** they are on the rota and cannot be rung at all */
  | (Stretch & { kind: 'no-number'; tier: number; person: string })
  /** every number they have is one that the carrier does not know */
  | (Stretch & { kind: 'unreachable'; tier: number; person: string })
  /** they never pressed a key on a call of ours: nobody knows whether they answer it */
  | (Stretch & { kind: 'not-verified'; tier: number; person: string })

/** The flaws of a plan within a stretch of time, in order. What lasts, or begins again at once, is one flaw. */
export function flawsWithin(onCall: OnCall, stretch: Stretch): Flaw[] {
  const flaws: Flaw[] = []
  for (const part of stretchesOf(onCall, stretch)) {
    for (const flaw of flawsOf(onCall, part)) {
      const before = flaws.findLast((one) => isSame(one, flaw) && one.until === flaw.from)
      if (before === undefined) flaws.push(flaw)
      else before.until = flaw.until
    }
  }
  return flaws.toSorted((a, b) => a.from - b.from)
}

/** Whole minutes of a stretch, and how many of them nobody covers; a stretch over a clock change has the minutes it has. */
export function minutesCovered(onCall: OnCall, stretch: Stretch): { minutes: number; uncovered: number } {
  const gaps = flawsWithin(onCall, stretch).filter((flaw) => flaw.kind === 'uncovered')
  const sum = gaps.reduce((minutes, gap) => minutes + minutesBetween(gap.from, gap.until), 0)
  return { minutes: minutesBetween(stretch.from, stretch.until), uncovered: sum }
}

/** Whether somebody can be rung at once whose task it is: the office while it is open, or a manager on call. */
export function isCovered(onCall: OnCall, { kind, holders }: Pick<DutyStretch, 'kind' | 'holders'>): boolean {
  if (kind.office === 'open' && onCall.officeNumber !== undefined) return true
  return holders.some((holder) => canBeRung(onCall.people.get(holder.managerId)))
}

function flawsOf(onCall: OnCall, part: DutyStretch): Flaw[] {
  const { from, until, holders } = part
  const uncovered: Flaw[] = isCovered(onCall, part) ? [] : [{ kind: 'uncovered', from, until }]
  return [
    ...uncovered,
    ...emptyTiers(onCall, part),
    ...holders.flatMap((holder) => personFlaw(onCall, holder, from)),
  ].map((flaw) => ({ ...flaw, until }))
}

/** A tier that the plan wants, or that has another behind it, with nobody in it; while the office is open it stands in. */
function emptyTiers(onCall: OnCall, { kind, holders, from, until }: DutyStretch): Flaw[] {
  if (kind.office === 'open') return []
  const last = Math.max(onCall.plan.tiers, ...holders.map((holder) => holder.tier))
  const tiers = Array.from({ length: last }, (_, index) => index + 1)
  return tiers
    .filter((tier) => !holders.some((holder) => holder.tier === tier))
    .map((tier) => ({ kind: 'empty-tier', tier, from, until }))
}

function personFlaw(onCall: OnCall, { managerId: person, tier, until }: Holder, from: Instant): Flaw[] {
  const known = onCall.people.get(person)
  const common = { tier, person, from, until }
  if (known === undefined || known.numbers.length === 0) return [{ kind: 'no-number', ...common }]
  if (!canBeRung(known)) return [{ kind: 'unreachable', ...common }]
  return known.numbers.some(isVerified) ? [] : [{ kind: 'not-verified', ...common }]
}

function canBeRung(person: OnCallPerson | undefined): boolean {
  return person?.numbers.some((one) => one.unreachableAt === undefined || isVerified(one)) ?? false
}

/** A key was pressed on a call to it, and the carrier has not said since that there is no such number. */
function isVerified({ testedAt, unreachableAt }: OnCallPerson['numbers'][number]): boolean {
  return testedAt !== undefined && (unreachableAt === undefined || unreachableAt < testedAt)
}

function isSame(one: Flaw, other: Flaw): boolean {
  if (one.kind !== other.kind) return false
  if ('person' in one && 'person' in other) return one.person === other.person && one.tier === other.tier
  return !('tier' in one && 'tier' in other) || one.tier === other.tier
}
