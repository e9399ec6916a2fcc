import type { VisitId } from '../../cellar/ids.ts'
import type { NewId } from '../../cellar/ports.ts'
import { decideAgain } from '../decide-again.ts'
import type { Store } from './store.ts'

/**
 * A visit is to be looked at: its check is due, or the rota has changed it (cancelled, moved, somebody else does it).
 * Whatever follows is in the same transaction, and so is the time of the next look. May run twice.
 */
export function createVisitDue({ store, newId }: { store: Store; newId: NewId }) {
  return async function visitDue(id: VisitId): Promise<void> {
    await store.act(async (tx) => {
      const picture = await tx.picture(id)
      return { changes: decideAgain(picture, tx.now, newId), result: undefined }
    })
  }
}
