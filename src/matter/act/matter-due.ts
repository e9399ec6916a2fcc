import type { MatterId } from '../../cellar/ids.ts'
import type { NewId } from '../../cellar/ports.ts'
import { decideAgain } from '../decide-again.ts'
import type { Store } from './store.ts'

/** A matter's next step is due: its visit is looked at again, which takes the step or sets the next one. */
export function createMatterDue({ store, newId }: { store: Store; newId: NewId }) {
  return async function matterDue(id: MatterId): Promise<void> {
    await store.act(async (tx) => {
      const visit = await tx.matterVisit(id)
      if (visit === undefined) return { changes: [], result: undefined }
      const picture = await tx.picture(visit)
      if (picture.matter?.id !== id || picture.matter.nextDueAt > tx.now) return { changes: [], result: undefined }
      return { changes: decideAgain(picture, tx.now, newId), result: undefined }
    })
  }
}
