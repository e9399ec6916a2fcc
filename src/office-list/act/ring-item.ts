import type { Change } from '../../cellar/change.ts'
import { contactId } from '../../cellar/ids.ts'
import type { OfficeItemId } from '../../cellar/ids.ts'
import type { NewId } from '../../cellar/ports.ts'
import { SLOT_CLASS } from '../../contact/slot-class.ts'
import type { Store } from '../../matter/act/store.ts'
import type { ItemKind } from '../new-item.ts'

/** While its call goes round the ladder, an item looks again this often. */
const LOOK_AGAIN_MS = 5 * 60_000

/** Their calls go before all others. */
const CRIES: ReadonlySet<string> = new Set(['cry-for-help', 'household-cry', 'unknown-cry'] satisfies ItemKind[])

/**
 * An item of the office list is due: a phone rings, and then the next one's, until somebody has taken it by key and
 * confirmation (design 3.10). The item stays due until then.
 */
export function createRingItem({ store, newId }: { store: Store; newId: NewId }) {
  return async function ringItem(id: OfficeItemId): Promise<void> {
    await store.act(async (tx) => {
      const loaded = await tx.officeItem(id)
      if (loaded === undefined || loaded.item.doneAt !== undefined) return { changes: [], result: undefined }
      const { item, contacts } = loaded
      if (item.nextDueAt !== undefined && item.nextDueAt > tx.now) return { changes: [], result: undefined }
      const later: Change = {
        kind: 'office-item-moved',
        id,
        to: { state: 'ring-again', nextDueAt: tx.now + LOOK_AGAIN_MS },
      }
      if (contacts.some((c) => c.toldAt === undefined && c.droppedAt === undefined))
        return { changes: [later], result: undefined }
      const ring: Change = {
        kind: 'contact-added',
        contact: {
          agencyId: item.agencyId,
          branchId: item.branchId,
          id: contactId(newId()),
          matterId: item.matterId,
          visitId: undefined,
          party: { kind: 'unknown' },
          message: 'office-item',
          details: { item: id },
          subject: `item ${id}`,
          class: CRIES.has(item.kind) ? SLOT_CLASS.help : SLOT_CLASS.atRisk,
          riskAt: item.dueAt,
          createdAt: tx.now,
          nextDueAt: tx.now,
          validUntil: undefined,
        },
      }
      return { changes: [ring, later], result: undefined }
    })
  }
}
