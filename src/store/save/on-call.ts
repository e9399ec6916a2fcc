import type { Change, HandOverMove, NewHandOver } from '../../cellar/change.ts'
import type { HandOverId } from '../../cellar/ids.ts'
import type { Transaction } from '../database.ts'

/** One hand-over to a manager at a time: found due twice, it is begun once. */
export function addHandOver(tx: Transaction, h: NewHandOver) {
  return tx.handover.createMany({
    skipDuplicates: true,
    data: {
      id: h.id,
      agencyId: h.agencyId,
      branchId: h.branchId,
      tier: h.tier,
      fromManagerId: h.from ?? null,
      toManagerId: h.to,
      dueAt: new Date(h.dueAt),
      nextDueAt: new Date(h.nextDueAt),
    },
  })
}

/** Whoever pressed both keys has it, also where the one before was told already that they keep it. */
export function moveHandOver(tx: Transaction, id: HandOverId, to: HandOverMove) {
  switch (to.state) {
    case 'taken':
      return tx.handover.updateMany({
        where: { id, takenAt: null },
        data: { takenAt: new Date(to.at), nextDueAt: null },
      })
    case 'kept':
      return tx.handover.updateMany({
        where: { id, takenAt: null, keptAt: null },
        data: { keptAt: new Date(to.at), nextDueAt: null },
      })
    case 'look-again':
      return tx.handover.updateMany({
        where: { id, takenAt: null, keptAt: null },
        data: { nextDueAt: new Date(to.nextDueAt), failures: 0 },
      })
  }
}

export function noteOnCallLook(tx: Transaction, look: Extract<Change, { kind: 'on-call-looked-at' }>) {
  return tx.onCallWatch.updateMany({
    where: { id: look.branchId },
    data: { lookedAt: new Date(look.at), nextDueAt: new Date(look.nextDueAt), failures: 0 },
  })
}
