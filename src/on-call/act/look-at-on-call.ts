import type { Change } from '../../cellar/change.ts'
import { contactId, handOverId, type BranchId } from '../../cellar/ids.ts'
import type { Instant } from '../../cellar/local-time.ts'
import type { NewId } from '../../cellar/ports.ts'
import { SLOT_CLASS } from '../../contact/slot-class.ts'
import type { BranchPlace, Loading, Store } from '../../matter/act/store.ts'
import { officeItem } from '../../office-list/new-item.ts'
import { flawsWithin } from '../gaps.ts'
import { handOversDue, type DueHandOver } from '../hand-over.ts'
import type { OnCall } from '../ladder.ts'
import { horizonOf, looksAround } from '../readiness.ts'
import { itemsFor } from '../readiness-items.ts'
import { changesWithin } from '../shifts.ts'
import type { OnCallWatch } from './on-call-facts.ts'
import { LOOK_AT_HAND_OVER_MS } from './hand-over-due.ts'

/** Looked at no less often, whatever the rota said before: somebody may have changed it. */
const AT_LEAST_EVERY_MS = 60 * 60_000
const FURTHEST_MS = 9 * 24 * 60 * 60_000

/**
 * Looks at a branch's plan: begins the hand-overs that have fallen due, and at 14:00 puts on the office list what is wrong
 * with the nights to come; what was put right since comes off it. It goes by how things stand, so it may run twice.
 */
export function createLookAtOnCall({ store, newId }: { store: Store; newId: NewId }) {
  return async function lookAtOnCall(id: BranchId): Promise<void> {
    await store.act(async (tx) => {
      const watch = await tx.onCallWatch(id)
      if (watch === undefined || watch.nextDueAt > tx.now) return { changes: [], result: undefined }
      const place = await tx.branch(id)
      const onCall = await tx.onCall(id, { from: watch.lookedAt, until: tx.now + FURTHEST_MS })
      const due = handOversDue(onCall.rota, watch.lookedAt, tx.now)
      const looked: Change = {
        kind: 'on-call-looked-at',
        branchId: id,
        at: tx.now,
        nextDueAt: nextLook(onCall, tx.now),
      }
      return {
        changes: [
          ...due.flatMap((one) => begin(one, place, tx.now, newId)),
          ...(await readiness(tx, place, onCall, watch, newId)),
          looked,
        ],
        result: undefined,
      }
    })
  }
}

function nextLook({ plan, rota }: OnCall, now: Instant): Instant {
  const [change] = changesWithin(rota, { from: now, until: now + AT_LEAST_EVERY_MS })
  return Math.min(change ?? now + AT_LEAST_EVERY_MS, looksAround(now, plan.zone).next)
}

/** The incoming manager is rung; until they have taken it the phone is where it was. */
function begin(due: DueHandOver, { agencyId, branchId }: BranchPlace, now: Instant, newId: NewId): Change[] {
  const { tier, from, to, dueAt, until } = due
  const id = handOverId(newId())
  const place = { agencyId, branchId }
  return [
    {
      kind: 'hand-over-added',
      handOver: { ...place, id, tier, from, to, dueAt, nextDueAt: now + LOOK_AT_HAND_OVER_MS },
    },
    {
      kind: 'contact-added',
      contact: {
        ...place,
        id: contactId(newId()),
        matterId: undefined,
        visitId: undefined,
        party: { kind: 'manager', id: to },
        message: 'hand-over',
        details: { handOver: id, until },
        subject: `hand-over ${id}`,
        class: SLOT_CLASS.telling,
        riskAt: dueAt,
        createdAt: now,
        nextDueAt: now,
        validUntil: undefined,
      },
    },
  ]
}

async function readiness(
  tx: Loading,
  place: BranchPlace,
  onCall: OnCall,
  watch: OnCallWatch,
  newId: NewId,
): Promise<Change[]> {
  const { last } = looksAround(tx.now, onCall.plan.zone)
  const isTime = !watch.isNew && last > watch.lookedAt
  const standing = await tx.onCallItems(place.branchId)
  if (!isTime && standing.length === 0) return []
  // from the look itself on, so that a flaw that lasts already is the same one all day
  const { until } = horizonOf(onCall.plan, last)
  const wanted = itemsFor(flawsWithin(onCall, { from: last, until }), onCall, tx.now)
  const isWanted = (item: { kind: string; subject: string }) =>
    wanted.some((one) => one.kind === item.kind && one.subject === item.subject)
  const over = standing
    .filter((item) => !isWanted(item))
    .map((item): Change => {
      return {
        kind: 'office-item-moved',
        id: item.id,
        to: { state: 'done', at: tx.now, how: 'the plan was put right' },
      }
    })
  return [...over, ...wanted.map((one) => officeItem(place, one, tx.now, newId))]
}
