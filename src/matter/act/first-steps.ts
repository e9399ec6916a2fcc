import type { Change, NewContact } from '../../cellar/change.ts'
import type { ContactId, VisitId } from '../../cellar/ids.ts'
import type { NewId } from '../../cellar/ports.ts'
import { withChanges } from '../../contact/apply.ts'
import { settle } from './settle.ts'
import type { Loading, Store } from './store.ts'

/**
 * Whoever is to be told at once has the first call or text planned in the transaction that says so: no second one, no
 * second look at the visit, and nothing to be lost in between. What cannot be planned there is left to its due time.
 */
export function withFirstSteps(store: Store, newId: NewId): Store {
  return {
    ...store,
    act: (work) =>
      store.act(async (tx) => {
        const decision = await work(tx)
        const due = decision.changes.flatMap((change) => (isDueNow(change, tx.now) ? [change.contact] : []))
        return due.length === 0 ? decision : { ...decision, next: () => firstSteps(tx, due, newId) }
      }),
  }
}

function isDueNow(change: Change, now: number): change is Extract<Change, { kind: 'contact-added' }> {
  return change.kind === 'contact-added' && change.contact.nextDueAt <= now
}

async function firstSteps(tx: Loading, due: readonly NewContact[], newId: NewId): Promise<Change[]> {
  const changes: Change[] = []
  for (const visit of new Set(due.map((contact) => contact.visitId))) {
    const ids = due.filter((contact) => contact.visitId === visit).map((contact) => contact.id)
    changes.push(...(await (visit === undefined ? alone(tx, ids, newId) : aboutVisit(tx, visit, ids, newId))))
  }
  return changes
}

async function alone(tx: Loading, ids: readonly ContactId[], newId: NewId): Promise<Change[]> {
  const changes: Change[] = []
  for (const id of ids) {
    const loaded = await tx.contact(id)
    // somebody else had added the same contact before
    if (loaded !== undefined) changes.push(...(await settle(tx, loaded.contact, undefined, newId)))
  }
  return changes
}

async function aboutVisit(tx: Loading, visit: VisitId, ids: readonly ContactId[], newId: NewId): Promise<Change[]> {
  const changes: Change[] = []
  let picture = await tx.picture(visit)
  for (const id of ids) {
    const contact = picture.contacts.find((one) => one.id === id)
    if (contact === undefined) continue
    const decided = await settle(tx, contact, picture, newId)
    // the act opens the record itself; it is written last of all, so that the picture does not show it yet
    const step = decided.filter(({ kind }) => kind !== 'late-record-opened' && kind !== 'missed-record-opened')
    changes.push(...step)
    // more came of it than a plan: the others are decided over when that is stored
    if (!step.every((change) => OF_A_FIRST_STEP.includes(change.kind))) return changes
    picture = { ...picture, contacts: picture.contacts.map((one) => withChanges(one, step)) }
  }
  return changes
}

const OF_A_FIRST_STEP: Change['kind'][] = ['attempt-planned', 'contact-moved', 'matter-moved']
