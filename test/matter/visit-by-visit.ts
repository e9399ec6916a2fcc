import { contactId, officeItemId } from '../../src/cellar/ids.ts'
import type { Change } from '../../src/cellar/change.ts'
import type { ContactFacts } from '../../src/contact/attempt-facts.ts'
import { withChanges } from '../../src/contact/apply.ts'
import type { VisitPicture } from '../../src/matter/matter-facts.ts'
import { aContact, aVisit } from '../record/a-late-visit.ts'

/** One visit before anything was said about it. */
export function nothingYet(): VisitPicture {
  return { visit: aVisit({ lateRecord: undefined }), matter: undefined, contacts: [], openItems: [] }
}

/** The picture as it is once these changes are stored: what `store/save` does, in memory. */
export function stored(picture: VisitPicture, changes: readonly Change[]): VisitPicture {
  return changes.reduce(withChange, picture)
}

function withChange(picture: VisitPicture, change: Change): VisitPicture {
  switch (change.kind) {
    case 'late-record-opened':
      return { ...picture, visit: { ...picture.visit, lateRecord: 1 } }
    case 'matter-opened': {
      const { id, kind, nextStep, nextDueAt } = change.matter
      return { ...picture, matter: { id, kind, nextStep, nextDueAt } }
    }
    case 'matter-moved':
      return picture.matter === undefined
        ? picture
        : { ...picture, matter: { ...picture.matter, nextStep: change.nextStep, nextDueAt: change.nextDueAt } }
    case 'matter-closed':
      return { ...picture, matter: undefined }
    case 'contact-added':
      return { ...picture, contacts: [...picture.contacts, added(change.contact)] }
    case 'office-item-added':
      return {
        ...picture,
        openItems: [...picture.openItems, { id: officeItemId(change.item.id), kind: change.item.kind }],
      }
    case 'office-item-moved':
      return { ...picture, openItems: picture.openItems.filter((item) => item.id !== change.id) }
    default:
      return { ...picture, contacts: picture.contacts.map((contact) => withChanges(contact, [change])) }
  }
}

function added(contact: Extract<Change, { kind: 'contact-added' }>['contact']): ContactFacts {
  const { id, party, details, subject, createdAt, nextDueAt, validUntil } = contact
  return aContact(contact.message, [], { id: contactId(id), party, details, subject, createdAt, nextDueAt, validUntil })
}
