import type { Instant } from '../cellar/local-time.ts'
import { changesWithin, holdersAt, type DutyRota, type HandOver } from './shifts.ts'

/** A hand-over that is due and not begun: the incoming manager is to be rung. */
export type DueHandOver = Pick<HandOver, 'tier' | 'from' | 'to' | 'dueAt'> & {
  /** until when the incoming manager is on call */
  until: Instant
}

/** Only the first tier has "the phone"; those behind it are rung when it does not answer. */
const HANDED_OVER_TIERS: readonly number[] = [1]
/** After an outage: a hand-over that was due longer ago is not made up for. The rota alone holds then. */
const LATEST_MS = 60 * 60_000

/**
 * The hand-overs that fell due after one instant and up to another: wherever somebody comes on call in a tier who was not
 * before. Whoever had the phone hands it over, though it was not theirs by the rota any more. Only who is still on call
 * now takes it, so a change that the next has overtaken is none.
 */
export function handOversDue(rota: DutyRota, after: Instant, now: Instant): DueHandOver[] {
  const on = holdersAt(rota, now).filter(isHeld)
  return changesWithin(rota, { from: Math.max(after, now - LATEST_MS), until: now + 1 }).flatMap((dueAt) => {
    const before = holdersAt(rota, dueAt - 1).filter(isHeld)
    const begun = rota.handOvers.filter((one) => one.dueAt === dueAt)
    const come = holdersAt(rota, dueAt).filter((one) => isHeld(one) && one.why !== 'not handed over')
    return (
      come
        .filter(({ tier, managerId, since }) => since === dueAt && !before.some(is(tier, managerId)))
        .filter(({ tier, managerId }) => on.some(is(tier, managerId)))
        // begun already: a look that comes twice begins nothing a second time
        .filter(({ tier, managerId }) => !begun.some((one) => one.tier === tier && one.to === managerId))
        .map(({ tier, managerId: to, until }) => {
          const from = before.find((one) => one.tier === tier)?.managerId
          return { tier, from, to, dueAt, until }
        })
    )
  })
}

function isHeld({ tier }: { tier: number }): boolean {
  return HANDED_OVER_TIERS.includes(tier)
}

function is(tier: number, managerId: string) {
  return (one: { tier: number; managerId: string }) => one.tier === tier && one.managerId === managerId
}
