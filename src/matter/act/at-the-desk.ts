import type { NewEvidence } from '../../cellar/change.ts'
import type { MatterId } from '../../cellar/ids.ts'
import type { NewId } from '../../cellar/ports.ts'
import { heldBy } from '../../escalation/acceptance.ts'
import { closeMatter } from '../close-matter.ts'
import type { VisitPicture } from '../matter-facts.ts'
import { takeMatter } from '../take-matter.ts'
import type { Loading, Store } from './store.ts'

/** Somebody who is signed in. */
export interface AtTheDesk {
  name: string
  managerId: string | undefined
}

/** How a person at the desk knows that the service user is safe (P-007); where a care worker is says their log-in. */
export type DeskEvidence = Pick<NewEvidence, 'who' | 'statement'> & {
  how: Exclude<NewEvidence['how'], 'care-worker-there'>
}

export type Taken = { kind: 'taken' } | { kind: 'held'; by: string } | { kind: 'not-open' }

/**
 * Somebody who is signed in takes a matter: as good as the keys, since the sign-in says who it is. Of two who take it at
 * once exactly one has it, and the other learns who.
 */
export function createTakeAtTheDesk({ store, newId }: { store: Store; newId: NewId }) {
  return async function takeAtTheDesk(id: MatterId, who: AtTheDesk): Promise<Taken> {
    return store.act<Taken>(async (tx) => {
      const picture = await openPicture(tx, id)
      if (picture === undefined) return { changes: [], result: { kind: 'not-open' } }
      const held = heldBy(picture.matter?.climb)
      if (held !== undefined) return { changes: [], result: { kind: 'held', by: held.whom } }
      const { name: whom, managerId } = who
      const taker = { whom, managerId, number: undefined, how: 'page', code: undefined, contact: undefined } as const
      return { changes: takeMatter(picture, taker, tx.now, newId), result: { kind: 'taken' } }
    })
  }
}

/** Closes a matter with what a person knows; it is stored as their statement. False where it is not open any more. */
export function createCloseAtTheDesk({ store, newId }: { store: Store; newId: NewId }) {
  return async function closeAtTheDesk(id: MatterId, evidence: DeskEvidence, who: AtTheDesk): Promise<boolean> {
    return store.act<boolean>(async (tx) => {
      const picture = await openPicture(tx, id)
      if (picture === undefined) return { changes: [], result: false }
      const known = { ...evidence, id: newId(), saidBy: who.name, at: tx.now }
      return { changes: closeMatter(picture, known, tx.now, newId), result: true }
    })
  }
}

async function openPicture(tx: Loading, id: MatterId): Promise<VisitPicture | undefined> {
  const visit = await tx.matterVisit(id)
  if (visit === undefined) return undefined
  const picture = await tx.picture(visit)
  return picture.matter?.id === id ? picture : undefined
}
