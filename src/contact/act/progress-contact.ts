import type { ContactId, AttemptId } from '../../cellar/ids.ts'
import type { NewId } from '../../cellar/ports.ts'
import { settle } from '../../matter/act/settle.ts'
import type { Store } from '../../matter/act/store.ts'

/** A contact is due: its next attempt is planned, or it is seen to be told, dropped or waiting. May run twice. */
export function createProgressContact({ store, newId }: { store: Store; newId: NewId }) {
  return async function progressContact(id: ContactId): Promise<void> {
    await store.act(async (tx) => {
      const loaded = await tx.contact(id)
      if (loaded === undefined) return { changes: [], result: undefined }
      return { changes: await settle(tx, loaded.contact, loaded.picture, newId), result: undefined }
    })
  }
}

/** An attempt has ended and nobody has decided upon it yet: its contact goes on. */
export function createAttemptEnded({ store, newId }: { store: Store; newId: NewId }) {
  const progressContact = createProgressContact({ store, newId })
  return async function attemptEnded(id: AttemptId): Promise<void> {
    const contact = await store.act(async (tx) => ({ changes: [], result: await tx.contactOfAttempt(id) }))
    if (contact !== undefined) await progressContact(contact)
  }
}
