import type { Change, NewOfficeItem, OfficeItemMove } from '../../cellar/change.ts'
import type { OfficeItemId } from '../../cellar/ids.ts'
import { attemptId } from '../../cellar/ids.ts'
import { STATE_RANK } from '../../contact/attempt-state.ts'
import type { Transaction } from '../database.ts'
import { moveAttempt } from './attempts.ts'
import { json } from './values.ts'

/**
 * One item of a kind for a subject: adding it twice changes nothing. An item that gathers whatever else is said
 * (`details.gathers`) takes more only while it is open: what comes after it was done is gathered in a new one.
 */
export async function addOfficeItem(tx: Transaction, item: NewOfficeItem): Promise<void> {
  if (item.details['gathers'] !== true) {
    await addOnce(tx, item)
    return
  }
  const { branchId, kind } = item
  let { subject } = item
  for (let done = 0; (await addOnce(tx, { ...item, subject })).count === 0; subject = `${item.subject} after ${done}`) {
    // locked by this, so that it is not done in the same moment
    const joined = await tx.officeItem.updateMany({ where: { branchId, kind, subject, doneAt: null }, data: { kind } })
    if (joined.count > 0) return
    done += 1
  }
}

function addOnce(tx: Transaction, item: NewOfficeItem) {
  const { ringAt, ...rest } = item
  return tx.officeItem.createMany({
    skipDuplicates: true,
    data: {
      ...rest,
      details: json(item.details),
      visitId: item.visitId ?? null,
      matterId: item.matterId ?? null,
      number: item.number ?? null,
      createdAt: new Date(item.createdAt),
      dueAt: new Date(item.dueAt),
      nextDueAt: new Date(ringAt),
    },
  })
}

export function moveOfficeItem(tx: Transaction, id: OfficeItemId, to: OfficeItemMove) {
  const open = { id, doneAt: null }
  switch (to.state) {
    case 'ring-again':
      return tx.officeItem.updateMany({ where: open, data: { nextDueAt: new Date(to.nextDueAt), failures: 0 } })
    case 'taken':
      return tx.officeItem.updateMany({
        where: open,
        data: { takenAt: new Date(to.at), takenBy: to.by, nextDueAt: new Date(to.nextDueAt) },
      })
    case 'done':
      return finish(tx, id, to.at, to.how)
  }
}

/** Everything about a subject is done: a caller who was put through need not be rung back. */
export async function finishItemsAbout(tx: Transaction, done: Extract<Change, { kind: 'office-items-done' }>) {
  const { branchId, subject, at, how } = done
  const open = await tx.officeItem.findMany({
    where: { branchId, subject, doneAt: null },
    select: { id: true },
  })
  for (const item of open) await finish(tx, item.id, at, how)
}

/** Done: nobody is rung for it any more. A call that waits for its slot is not made, one that rings is taken back. */
async function finish(tx: Transaction, id: string, at: number, how: string) {
  const when = new Date(at)
  await tx.officeItem.updateMany({
    where: { id, doneAt: null },
    data: { doneAt: when, doneHow: how, nextDueAt: null },
  })
  const { branchId, subject } = await tx.officeItem.findUniqueOrThrow({ where: { id } })
  const ringing = {
    branchId,
    toldAt: null,
    droppedAt: null,
    // whoever was promised to be rung back about it is not rung by the line as well
    OR: [
      { message: 'office-item', subject: `item ${id}` },
      { message: 'ring-back', subject: { startsWith: `${subject} promised ` } },
    ],
  }
  const open = await tx.attempt.findMany({
    where: { contact: ringing, stateRank: { lt: STATE_RANK['in-progress'] } },
    select: { id: true, state: true },
  })
  for (const attempt of open) {
    const state = attempt.state === 'planned' ? 'cancelled' : 'cancel-wanted'
    await moveAttempt(tx, attemptId(attempt.id), { state, at })
  }
  return tx.contact.updateMany({
    where: ringing,
    data: { droppedAt: when, dropReason: 'the item is done', nextDueAt: null },
  })
}
