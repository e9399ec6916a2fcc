import type { Change } from '../../cellar/change.ts'
import type { NewId } from '../../cellar/ports.ts'
import { withChanges } from '../../contact/apply.ts'
import type { ContactFacts } from '../../contact/attempt-facts.ts'
import type { ContactDecision } from '../../contact/decide-contact.ts'
import { decideContact } from '../../contact/decide-contact.ts'
import { persistenceOf, waysOf } from '../../contact/ways.ts'
import { climbOf } from '../../escalation/act/climb.ts'
import { situationOf } from '../../lateness/situation.ts'
import { couldNotBeTold } from '../could-not-be-told.ts'
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
  const climb = contact.message === 'escalation' ? await climbOf(tx, contact, picture, newId) : undefined
  const waysFor = (graded: ContactFacts) =>
    climb?.ways(graded) ?? waysOf({ contact: graded, visit: picture?.visit, siblings, manager, duty, now: tx.now })
  const decision = decideContact(contact, waysFor, persistenceOf(contact.message), tx.now, newId)
  const after = picture && afterDecision(picture, contact, decision)
  const needsHuman = decision.outcome === 'exhausted' || decision.outcome === 'expired'
  const about = after && { picture: after, situation: situationOf(after.visit, tx.now) }
  const forHuman = needsHuman ? couldNotBeTold(contact, about, tx.now, newId) : []
  const beside = (await climb?.beside(decision.changes)) ?? []
  const again = after === undefined ? [] : decideAgain(after, tx.now, newId)
  return [...decision.changes, ...beside, ...forHuman, ...again]
}

function afterDecision(picture: VisitPicture, contact: ContactFacts, decision: ContactDecision): VisitPicture {
  const contacts = picture.contacts.map((c) => (c.id === contact.id ? withChanges(contact, decision.changes) : c))
  return { ...picture, contacts }
}
