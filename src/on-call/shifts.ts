import type { Instant } from '../cellar/local-time.ts'
import type { Stretch } from './plan.ts'

/** A manager's hours as the rota has them. Lower tiers are rung first. */
export interface OnCallShift {
  id: string
  tier: number
  managerId: string
  startsAt: Instant
  /** not included */
  endsAt: Instant
}

/** Somebody holds a tier in place of whoever the rota names; a swap is two of these. The one recorded last holds. */
export interface ShiftOverride {
  id: string
  tier: number
  managerId: string
  /** whose hours these are; where it is left out, everybody's of the tier, and hours that nobody had */
  insteadOf: string | undefined
  startsAt: Instant
  endsAt: Instant
  recordedAt: Instant
}

/** The phone went, or is to go, from one manager to the next. */
export interface HandOver {
  tier: number
  from: string | undefined
  to: string
  dueAt: Instant
  takenAt: Instant | undefined
}

/** Everything that says who holds which tier when. */
export interface DutyRota {
  shifts: readonly OnCallShift[]
  overrides: readonly ShiftOverride[]
  handOvers: readonly HandOver[]
}

/** Who holds a tier at a moment, and why. */
export interface Holder {
  tier: number
  managerId: string
  /** by the rota, in somebody's place, or because the one who came after has not taken the phone */
  why: 'rota' | 'override' | 'not handed over'
  since: Instant
  until: Instant
}

/**
 * Who holds the tiers at an instant: by tier, within a tier whoever has held it longest first. Overrides hold in the order
 * of recording, the last over all before it. A phone that was not handed over stays, first in its tier, with whoever has it.
 */
export function holdersAt(rota: DutyRota, at: Instant): Holder[] {
  const byRota = joined(rota.shifts).filter((shift) => covers(shift, at))
  let holders = byRota.map(({ tier, managerId, startsAt, endsAt }): Holder => {
    return { tier, managerId, why: 'rota', since: startsAt, until: endsAt }
  })
  for (const override of inOrderOfRecording(rota.overrides)) {
    if (covers(override, at)) holders = overridden(holders, override)
  }
  const kept = rota.handOvers.flatMap((handOver) => keptAt(handOver, rota.handOvers, holders, at))
  return [...kept, ...holders.toSorted(byTierThenTime)].toSorted((a, b) => a.tier - b.tier)
}

/** The instants within a stretch at which holders can change, in order; its beginning is not one of them. */
export function changesWithin(rota: DutyRota, { from, until }: Stretch): Instant[] {
  const times = [...rota.shifts, ...rota.overrides].flatMap((one) => [one.startsAt, one.endsAt])
  const taken = rota.handOvers.flatMap((one) => [one.dueAt, ...(one.takenAt === undefined ? [] : [one.takenAt])])
  return [...new Set([...times, ...taken])].filter((at) => at > from && at < until).toSorted((a, b) => a - b)
}

function covers(one: { startsAt: Instant; endsAt: Instant }, at: Instant): boolean {
  return one.startsAt <= at && at < one.endsAt
}

function byTierThenTime(a: Holder, b: Holder): number {
  return a.tier - b.tier || a.since - b.since || (a.managerId < b.managerId ? -1 : 1)
}

function inOrderOfRecording(overrides: readonly ShiftOverride[]): ShiftOverride[] {
  return overrides.toSorted((a, b) => a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1))
}

function overridden(holders: readonly Holder[], override: ShiftOverride): Holder[] {
  const { tier, managerId, insteadOf, startsAt, endsAt } = override
  const isReplaced = (one: Holder) => one.tier === tier && (insteadOf === undefined || one.managerId === insteadOf)
  // who was to be replaced is not on the rota any more: then nobody is needed in their place
  if (insteadOf !== undefined && !holders.some(isReplaced)) return [...holders]
  const others = holders.filter((one) => !isReplaced(one) && !(one.tier === tier && one.managerId === managerId))
  return [...others, { tier, managerId, why: 'override', since: startsAt, until: endsAt }]
}

/** Shifts of one manager that follow each other without a break are one: in between nobody hands anything over. */
function joined(shifts: readonly OnCallShift[]): OnCallShift[] {
  const result: OnCallShift[] = []
  for (const shift of shifts.toSorted((a, b) => a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1))) {
    const at = result.findIndex(
      (one) => one.tier === shift.tier && one.managerId === shift.managerId && one.endsAt >= shift.startsAt,
    )
    const before = result[at]
    if (before === undefined) result.push(shift)
    else result[at] = { ...before, endsAt: Math.max(before.endsAt, shift.endsAt) }
  }
  return result
}

/** Whoever still has the phone, as long as the one who was to take it is on duty and has not. */
function keptAt(handOver: HandOver, all: readonly HandOver[], holders: readonly Holder[], at: Instant): Holder[] {
  const { tier, from, to, dueAt, takenAt } = handOver
  if (from === undefined || dueAt > at || (takenAt !== undefined && takenAt <= at)) return []
  if (all.some((other) => other.tier === tier && other.dueAt > dueAt && other.dueAt <= at)) return []
  const incoming = holders.find((one) => one.tier === tier && one.managerId === to && one.since <= dueAt)
  const alreadyOn = holders.some((one) => one.tier === tier && one.managerId === from)
  if (incoming === undefined || alreadyOn) return []
  return [{ tier, managerId: from, why: 'not handed over', since: dueAt, until: incoming.until }]
}
