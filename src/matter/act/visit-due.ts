import type { VisitId } from '../../cellar/ids.ts'
import type { NewId } from '../../cellar/ports.ts'
import { decideAgain } from '../decide-again.ts'
import type { Store } from './store.ts'

/**
 * A visit is to be looked at again, because the rota has changed it: cancelled, moved, or somebody else does it. What
 * follows for those who were told something else is in the same transaction. May run twice.
 */
export function createVisitDue({ store, newId }: { store: Store; newId: NewId }) {
  return async function visitDue(id: VisitId): Promise<void> {
    await store.act(async (tx) => {
      const picture = await tx.picture(id)
      return { changes: [...decideAgain(picture, tx.now, newId), { kind: 'visit-looked-at', id }], result: undefined }
    })
  }
}
