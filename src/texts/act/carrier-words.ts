import type { Change, Party } from '../../cellar/change.ts'
import { addDays, toInstant, toLocal } from '../../cellar/local-time.ts'
import type { Instant, Zone } from '../../cellar/local-time.ts'
import { SLOT_CLASS } from '../../contact/slot-class.ts'
import { officeItem, promisedTime } from '../../office-list/new-item.ts'
import { shortName } from '../../rota/names.ts'
import { isHousehold, toSender, type Incoming } from './sender.ts'

/** What the carrier acts upon and answers itself; a text is one of these words alone, or it is not one (design 3.3). */
const STOPS: ReadonlySet<string> = new Set(['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT'])
/** Words that end the carrier's block of texts to a number. YES may also be meant for somebody, so a person reads it. */
const OPT_INS: ReadonlySet<string> = new Set(['START', 'UNSTOP', 'YES'])
const ANSWERED: ReadonlySet<string> = new Set([...STOPS, ...OPT_INS, 'HELP', 'INFO'])

/** In the morning the office sees to what cannot wait for ever and need not wake anybody. */
const MORNING = '10:00'
const EARLY_ENOUGH = '09:30'

/**
 * A text that is one of the carrier's own words and needs nothing of ours but this: an opt-out is kept, staff who opted
 * out are rung; bare HELP from staff rings the sender and the manager on call; an opt-in takes it back. No text of ours
 * goes out beside the carrier's. Undefined for every other text.
 */
export async function carrierWord(incoming: Incoming): Promise<Change[] | undefined> {
  const word = wordOf(incoming)
  if (STOPS.has(word)) return optedOut(incoming)
  if (word === 'START' || word === 'UNSTOP') return optedIn(incoming)
  if (word === 'HELP' && staffOf(incoming).length > 0) return helpAsked(incoming)
  return undefined
}

/** What else a text leads to, when the carrier has answered it: our answer is left out, all else is done. */
export async function besideTheCarrier(incoming: Incoming, changes: Change[]): Promise<Change[]> {
  const word = wordOf(incoming)
  if (!ANSWERED.has(word)) return changes
  const unsaid = changes.filter((change) => change.kind !== 'contact-added' || change.contact.message !== 'answer')
  return word === 'YES' ? [...(await optedIn(incoming)), ...unsaid] : unsaid
}

function wordOf({ body }: Incoming): string {
  return body.trim().toUpperCase()
}

/**
 * Their choice is kept, whoever they are. Staff must not silently vanish: they are rung in the same minute, and a
 * manager learns of it where that call does not reach them. A service user is rung instead of texted from now on, which
 * the office sees in the morning.
 */
function optedOut(incoming: Incoming): Change[] {
  const { tx, from } = incoming
  const staff = staffOf(incoming)
  const known = staff.some(({ stopped }) => stopped)
  const ringing = staff.length === 0 || known ? [] : [ringSender(incoming, 'texts-stopped'), itemAboutStaff(incoming)]
  return [
    { kind: 'number-learned', number: from, fact: 'texts-stopped', at: tx.now },
    ...ringing,
    ...household(incoming),
  ]
}

/** Texts reach the number again: nobody need be told any more that they do not. */
async function optedIn({ tx, place, from }: Incoming): Promise<Change[]> {
  const open = await tx.openItems(from, place.branchId, 'opted-out')
  const how = 'texted START: texts reach them again'
  return [
    { kind: 'number-learned', number: from, fact: 'texts-again', at: tx.now },
    ...open.map((id): Change => ({ kind: 'office-item-moved', id, to: { state: 'done', at: tx.now, how } })),
  ]
}

/** The carrier has answered it with a line about STOP: whoever asked hears a voice, and so does the manager on call. */
function helpAsked(incoming: Incoming): Change[] {
  const { tx, place, delivery, from, newId } = incoming
  const details = { careWorker: namesOf(incoming), delivery: delivery.id }
  const wanted = { kind: 'cry-for-help', details, number: from, subject: aboutText(incoming), dueAt: tx.now } as const
  return [officeItem(place, wanted, tx.now, newId), ringSender(incoming, 'help-asked')]
}

function itemAboutStaff(incoming: Incoming): Change {
  const { tx, place, delivery, from, newId } = incoming
  const details = { careWorker: namesOf(incoming), delivery: delivery.id }
  const dueAt = promisedTime(tx.now)
  return officeItem(
    place,
    { kind: 'opted-out', details, number: from, subject: aboutText(incoming), dueAt },
    tx.now,
    newId,
  )
}

function household(incoming: Incoming): Change[] {
  const { tx, place, delivery, people, from, newId } = incoming
  const person = people.find(isHousehold)
  if (person === undefined) return []
  const name =
    person.kind === 'service-user'
      ? shortName(person.serviceUser)
      : `${person.name}, for ${shortName(person.serviceUser)},`
  const details = { person: name, delivery: delivery.id }
  const dueAt = inTheMorning(tx.now, place.zone)
  const wanted = { kind: 'household-opted-out', details, number: from, subject: aboutText(incoming), dueAt } as const
  return [officeItem(place, wanted, tx.now, newId)]
}

/** One call to the number, whosoever it is. */
function ringSender(incoming: Incoming, message: 'texts-stopped' | 'help-asked'): Change {
  const party = staffOf(incoming)[0]?.party ?? { kind: 'unknown' }
  const details = { me: namesOf(incoming) }
  return toSender(incoming, party, {
    message,
    details,
    class: message === 'help-asked' ? SLOT_CLASS.help : SLOT_CLASS.telling,
  })
}

function aboutText({ delivery }: Incoming): string {
  return `text ${delivery.id}`
}

function namesOf(incoming: Incoming): string {
  return staffOf(incoming)
    .map(({ name }) => name)
    .join(' or ')
}

interface Staff {
  name: string
  party: Party
  stopped: boolean
}

function staffOf({ people, from }: Incoming): Staff[] {
  const stopped = (numbers: { number: string; noTexts: boolean }[]) =>
    numbers.some((n) => n.number === from && n.noTexts)
  return people.flatMap((person): Staff[] => {
    switch (person.kind) {
      case 'care-worker': {
        const { id, knownAs, numbers } = person.careWorker
        return [{ name: knownAs, party: { kind: 'care-worker', id }, stopped: stopped(numbers) }]
      }
      case 'manager': {
        const { id, firstName, numbers } = person.manager
        return [{ name: firstName, party: { kind: 'manager', id }, stopped: stopped(numbers) }]
      }
      case 'service-user':
      case 'service-user-contact':
        return []
    }
  })
}

/** The next morning that the office can see to something before its time. */
function inTheMorning(now: Instant, zone: Zone): Instant {
  const { date, time } = toLocal(now, zone)
  return toInstant({ date: time < EARLY_ENOUGH ? date : addDays(date, 1), time: MORNING }, zone, 'start')
}
