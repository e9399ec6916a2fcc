import type { Change } from '../../cellar/change.ts'
import { contactId } from '../../cellar/ids.ts'
import { parsePhoneNumber } from '../../cellar/phone-number.ts'
import { writtenDayAndTime } from '../../cellar/spoken-time.ts'
import { readableNumber } from '../../cellar/phone-number.ts'
import { SLOT_CLASS } from '../../contact/slot-class.ts'
import { textToManager } from '../../contact/text-to-manager.ts'
import { shortName } from '../../rota/names.ts'
import { officeItem, promisedTime } from '../../office-list/new-item.ts'
import { minutesOfCall, settledBy, subjectOfCall } from '../../office-list/subjects-of-call.ts'
import { itemInWords } from '../../office-list/words.ts'
import type { ActionHandlers } from '../catalogue.ts'
import type { Conversation } from './conversation.ts'
import { phoneRefused, phoneTaken } from './hand-over.ts'
import { promiseWord } from './watch-talk.ts'
import { takeByKey } from './matter-talk.ts'

/** How soon a caller who asked for a person is rung back; half-way, when the phones tried now have all rung, one rings again. */
const HELP_MINUTES = 4

/** What each action of a flow changes; in the same transaction as the turn that asked for it. */
export const EFFECTS: ActionHandlers<Conversation, Change[]> = {
  'note-call': (_given, c) => [ringBack(c, promisedTime(c.now), 'noted')],
  'needs-help': (_given, c) => [ringBack(c, c.now + HELP_MINUTES * 60_000, 'help')],
  'promise-ring-back': (_given, c) => promised(c),
  'ring-back': (given, c) => [ringBack(c, promisedTime(c.now), given.why)],
  'note-unconfirmed': (_given, c) => [unconfirmed(c)],
  'care-worker-said': (given, c) => [said(c, given.why)],
  // in report-late.ts, since it loads more; what stood on the list as not confirmed is confirmed
  'report-late': (_given, c) => confirmed(c),
  'promise-word': (_given, c) => promiseWord(c),
  // there too, for the same reason
  'report-arrived': () => [],
  'report-cannot-come': () => [],
  'stop-was-explained': (_given, c) => stopExplained(c),
  // in loading-effects.ts, since they need what was said, or whom the number is about
  'note-asked': () => [],
  'said-there': () => [],
  'said-nobody-came': () => [],
  'chose-to-wait': () => [],
  'chose-someone-else': () => [],
  // kept with the call: the next turn is about somebody else
  'next-person': () => [],
  'take-item': (_given, c) => takeItem(c),
  'take-matter': (_given, c) => takeByKey(c),
  // the ladder's next number is rung because this attempt ends without an answer
  'pass-item': () => [],
  'accept-call': (_given, c) => putThrough(c),
  'take-phone': (_given, c) => phoneTaken(c),
  'refuse-phone': (_given, c) => phoneRefused(c),
}

/** A promise is kept by the office list: when nobody has rung by then, the on-call manager's phone rings. */
function ringBack(c: Conversation, dueAt: number, why: string): Change {
  const { call, place, picture, now, newId } = c
  const known = parsePhoneNumber(call.number)
  return officeItem(
    place,
    {
      kind: known === undefined ? 'withheld-call' : 'ring-back',
      details: { person: c.callerName, why },
      ...(picture === undefined ? {} : { visitId: picture.visit.id }),
      ...(picture?.matter === undefined ? {} : { matterId: picture.matter.id }),
      ...(known === undefined ? {} : { number: known }),
      subject: subjectOfCall(call),
      dueAt,
    },
    now,
    newId,
  )
}

/** While the line itself would ring late, it is worth ringing so long. */
const WORTH_RINGING_MS = 2 * 60 * 60_000

/**
 * A promise is a contact (design section 2): the office list has a phone rung in time, and if nobody has taken it by then
 * the line rings itself. A promise that is made again while it does so is of the same item.
 */
function promised(c: Conversation): Change[] {
  const { call, place, contact, now, newId } = c
  const dueAt = promisedTime(now)
  const before = contact?.message === 'ring-back' ? contact.details['about'] : undefined
  const about = typeof before === 'string' ? before : subjectOfCall(call)
  const item = before === undefined ? [ringBack(c, dueAt, 'promised')] : []
  const number = parsePhoneNumber(call.number)
  if (number === undefined) return item
  const byTheLine: Change = {
    kind: 'contact-added',
    contact: {
      agencyId: place.agencyId,
      branchId: place.branchId,
      id: contactId(newId()),
      matterId: undefined,
      visitId: undefined,
      party: call.party,
      number,
      message: 'ring-back',
      details: { about },
      subject: `${about} promised ${dueAt}`,
      class: SLOT_CLASS.atRisk,
      riskAt: now,
      createdAt: now,
      nextDueAt: dueAt,
      validUntil: dueAt + WORTH_RINGING_MS,
    },
  }
  return [...item, byTheLine]
}

/** What a care worker says by voice is a person's to act upon within minutes, unless one takes this very call. */
function said(c: Conversation, why: string): Change {
  const { call, place, now, newId } = c
  const details = { person: c.callerName, why }
  const dueAt = now + HELP_MINUTES * 60_000
  const wanted = {
    kind: 'care-worker-call',
    details,
    number: call.number,
    subject: subjectOfCall(call),
    dueAt,
  } as const
  return officeItem(place, wanted, now, newId)
}

/** They may hang up before "yes": nothing has moved then, and somebody must know that something was said. */
function unconfirmed(c: Conversation): Change {
  const { call, place, now, newId, talk } = c
  const visit = talk?.visit === undefined ? '' : ` for ${shortName(talk.visit.serviceUser)}`
  const why = `gave ${talk?.number?.value ?? 'some'} minutes${visit}, and did not confirm it`
  const wanted = {
    kind: 'care-worker-call',
    details: { person: c.callerName, why },
    number: call.number,
    subject: minutesOfCall(call),
    dueAt: promisedTime(now),
  } as const
  return officeItem(place, wanted, now, newId)
}

function confirmed({ call, now }: Conversation): Change[] {
  const how = 'the care worker confirmed it in the same call'
  return [{ kind: 'office-items-done', branchId: call.branchId, subject: minutesOfCall(call), at: now, how }]
}

/** Whoever waits is spoken to now, so nobody needs to ring them back. */
function putThrough({ call, parent, parentContact, now }: Conversation): Change[] {
  if (parent === undefined) return []
  const how = 'put through to a person, who took the call by key'
  const done = { kind: 'office-items-done', branchId: call.branchId, at: now, how } as const
  return settledBy(parent, parentContact).map((subject) => ({ ...done, subject }))
}

/** They have heard it, so no manager need be rung about it. */
function stopExplained({ call, contact, now }: Conversation): Change[] {
  if (contact === undefined) return []
  const how = 'rung by the line and told that texts are stopped'
  return [{ kind: 'office-items-done', branchId: call.branchId, subject: contact.subject, at: now, how }]
}

/** The item is this manager's now: it is off the list, and its details go out by text. */
function takeItem(c: Conversation): Change[] {
  const { item, attempt, now } = c
  if (item === undefined || attempt === undefined || item.doneAt !== undefined) return []
  const how = `taken by ${attempt.party.kind === 'manager' ? 'the manager on call' : 'the office'} with key and confirmation`
  return [{ kind: 'office-item-moved', id: item.id, to: { state: 'done', at: now, how } }, ...detailsByText(c)]
}

function detailsByText(c: Conversation): Change[] {
  const { item, attempt, place, now, newId } = c
  if (item === undefined || attempt === undefined || attempt.party.kind !== 'manager') return []
  const number = item.number === undefined ? undefined : parsePhoneNumber(item.number)
  const text = {
    party: attempt.party,
    message: 'item-details',
    details: {
      text: number === undefined ? 'office-item-no-number' : 'office-item-details',
      what: itemInWords(item, (at) => writtenDayAndTime(at, now, place.zone)),
      ...(number === undefined ? {} : { number: readableNumber(number) }),
    },
    subject: `item ${item.id}`,
  }
  return [textToManager(place, text, now, newId)]
}
