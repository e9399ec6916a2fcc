import type { Change } from '../../cellar/change.ts'
import type { NewId } from '../../cellar/ports.ts'
import { withChanges } from '../../contact/apply.ts'
import type { ContactFacts } from '../../contact/attempt-facts.ts'
import type { ContactDecision } from '../../contact/decide-contact.ts'
import { decideContact } from '../../contact/decide-contact.ts'
import { persistenceOf, waysOf } from '../../contact/ways.ts'
import { officeItem, promisedTime } from '../../office-list/new-item.ts'
import type { ItemKind } from '../../office-list/new-item.ts'
import { shortName } from '../../rota/names.ts'
import { decideAgain } from '../decide-again.ts'
import type { VisitPicture } from '../matter-facts.ts'
import type { Loading } from './store.ts'

/**
 * Takes a contact's next step and, when that changed what is known about its visit, looks at the visit again; all of it
 * in the transaction that has both locked.
 */
export async function settle(
  tx: Loading,
  contact: ContactFacts,
  picture: VisitPicture | undefined,
  newId: NewId,
): Promise<Change[]> {
  const siblings = picture?.contacts.filter((c) => c.id !== contact.id) ?? []
  const manager = contact.party.kind === 'manager' ? await tx.manager(contact.party.id) : undefined
  const duty = contact.message === 'office-item' ? await tx.dutyLadder(contact.branchId) : []
  const ways = waysOf({ contact, visit: picture?.visit, siblings, manager, duty, now: tx.now })
  const decision = decideContact(contact, ways, persistenceOf(contact.message), tx.now, newId)
  const forHuman = decision.outcome === 'exhausted' ? nobodyReached(contact, picture, tx.now, newId) : []
  const again = picture === undefined ? [] : lookAgain(picture, siblings, contact, decision, tx.now, newId)
  return [...decision.changes, ...forHuman, ...again]
}

function lookAgain(
  picture: VisitPicture,
  siblings: ContactFacts[],
  contact: ContactFacts,
  decision: ContactDecision,
  now: number,
  newId: NewId,
): Change[] {
  const contacts = [...siblings, withChanges(contact, decision.changes)]
  return decideAgain({ ...picture, contacts }, now, newId)
}

/** Every way was tried: from here a human has it too, while the line goes on trying. */
function nobodyReached(contact: ContactFacts, picture: VisitPicture | undefined, now: number, newId: NewId): Change[] {
  const kind = ITEM_FOR[contact.message]
  if (kind === undefined) return []
  const person = picture === undefined ? 'a care worker' : shortName(picture.visit.serviceUser)
  const urgent = kind === 'could-not-be-told'
  return [
    officeItem(
      contact,
      {
        kind,
        details: { person },
        ...(contact.visitId === undefined ? {} : { visitId: contact.visitId }),
        ...(contact.matterId === undefined ? {} : { matterId: contact.matterId }),
        subject: `contact ${contact.id}`,
        dueAt: urgent ? now : promisedTime(now),
      },
      now,
      newId,
    ),
  ]
}

const ITEM_FOR: Record<string, ItemKind> = {
  eta: 'could-not-be-told',
  answer: 'text-not-delivered',
  'late-notice': 'text-not-delivered',
  'late-notice-undone': 'text-not-delivered',
}
