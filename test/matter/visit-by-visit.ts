import { contactId, officeItemId } from '../../src/cellar/ids.ts'
import type { Change } from '../../src/cellar/change.ts'
import type { ContactFacts } from '../../src/contact/attempt-facts.ts'
import { withChanges } from '../../src/contact/apply.ts'
import { heldBy, withStage } from '../../src/escalation/acceptance.ts'
import type { ClimbFacts } from '../../src/escalation/climb-facts.ts'
import { NO_CLIMB } from '../../src/escalation/climb-facts.ts'
import type { VisitPicture } from '../../src/matter/matter-facts.ts'
import { aContact, aVisit } from '../record/a-late-visit.ts'

/** One visit before anything was said about it. */
export function nothingYet(): VisitPicture {
  return { visit: aVisit({ lateRecord: undefined }), matter: undefined, contacts: [], items: [] }
}

/** The picture as it is once these changes are stored: what `store/save` does, in memory. */
export function stored(picture: VisitPicture, changes: readonly Change[]): VisitPicture {
  return changes.reduce(withChange, picture)
}

function withChange(picture: VisitPicture, change: Change): VisitPicture {
  switch (change.kind) {
    case 'late-record-opened':
      return { ...picture, visit: { ...picture.visit, lateRecord: 1 } }
    case 'missed-record-opened':
      return { ...picture, visit: { ...picture.visit, missedRecord: 1 } }
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
    case 'office-item-added': {
      const { kind, subject } = change.item
      // one item of a kind for a subject, as the table has it
      if (picture.items.some((item) => item.kind === kind && item.subject === subject)) return picture
      return {
        ...picture,
        items: [...picture.items, { id: officeItemId(change.item.id), kind, subject, done: false }],
      }
    }
    case 'office-item-moved':
      return {
        ...picture,
        items: picture.items.map((item) =>
          item.id === change.id && change.to.state === 'done' ? { ...item, done: true } : item,
        ),
      }
    case 'escalation-opened':
    case 'escalation-moved':
    case 'escalation-ended':
    case 'matter-taken':
    case 'acceptance-moved':
    case 'matter-released':
    case 'stage-set': {
      const { matter } = picture
      return matter === undefined
        ? picture
        : { ...picture, matter: { ...matter, climb: climbAfter(matter.climb, change) } }
    }
    default:
      return { ...picture, contacts: picture.contacts.map((contact) => withChanges(contact, [change])) }
  }
}

/** What the tables of the climb hold once a change is stored. */
function climbAfter(climb: ClimbFacts = NO_CLIMB, change: Change): ClimbFacts {
  switch (change.kind) {
    case 'escalation-opened': {
      if (climb.live !== undefined) return climb
      const { id, round, loud, startedAt } = change.escalation
      const live = { id, round, loud, startedAt }
      return { ...climb, climbs: climb.climbs + 1, live }
    }
    case 'escalation-moved':
      return climb.live === undefined
        ? climb
        : { ...climb, live: { ...climb.live, round: change.round, loud: change.loud } }
    case 'escalation-ended':
      return { ...climb, live: undefined }
    case 'matter-taken': {
      if (heldBy(climb) !== undefined) return climb
      const { id, managerId, whom, number, how, acceptedAt, deadline } = change.acceptance
      const held = {
        id,
        managerId,
        whom,
        number,
        how,
        acceptedAt,
        deadline,
        releasedAt: undefined,
        releaseReason: undefined,
      }
      return { ...climb, taken: [...climb.taken, held] }
    }
    case 'acceptance-moved':
      return { ...climb, taken: climb.taken.map((t) => (t.id === change.id ? { ...t, deadline: change.deadline } : t)) }
    case 'matter-released': {
      const released = { releasedAt: change.at, releaseReason: change.reason }
      return { ...climb, taken: climb.taken.map((t) => (t.id === change.id ? { ...t, ...released } : t)) }
    }
    case 'stage-set': {
      const { round, stage, deadline, reachedAt } = change.stage
      return withStage(climb, { round, stage, deadline, reachedAt })
    }
    default:
      return climb
  }
}

function added(contact: Extract<Change, { kind: 'contact-added' }>['contact']): ContactFacts {
  const { id, party, details, subject, createdAt, nextDueAt, validUntil } = contact
  return aContact(contact.message, [], { id: contactId(id), party, details, subject, createdAt, nextDueAt, validUntil })
}
