import type { ContactDetails } from '../cellar/change.ts'
import type { Instant } from '../cellar/local-time.ts'
import { cleanForText } from '../cellar/clean-text.ts'
import type { PhoneNumber } from '../cellar/phone-number.ts'
import { readableNumber } from '../cellar/phone-number.ts'
import { writtenDayAndTime, writtenTime } from '../cellar/spoken-time.ts'
import { reasonSentence, type ReasonWords } from '../lateness/reason-words.ts'
import type { Situation } from '../lateness/situation.ts'
import { situationOf } from '../lateness/situation.ts'
import { shortName } from '../rota/names.ts'
import type { BranchFacts, VisitFacts } from '../rota/visit-facts.ts'
import { careWorkersNow, standingEvents } from '../rota/visit-now.ts'
import type { ContactFacts } from './attempt-facts.ts'
import { beliefsOf } from './beliefs.ts'
import type { TextName, TextValues, TextWords } from './text-words.ts'
import { fillText, isTextName } from './text-words.ts'

/** The words of a text, made at the last moment, and what they claim. */
export interface WordedText {
  body: string
  said: ContactDetails | undefined
}

/** What the line writes, as a care manager has worded it. */
export interface WrittenWords {
  texts: TextWords
  reasons: ReasonWords
}

/** All that a text can be made of. */
export interface TextInput {
  contact: ContactFacts
  /** whom it goes to */
  number: PhoneNumber
  visit: VisitFacts | undefined
  /** every contact about the same visit: who was told what */
  contacts: readonly ContactFacts[]
  branch: BranchFacts
}

/**
 * Makes the words of a contact's text when it has been claimed, from the facts as they are now: a superseded time is
 * never written. What an answer says was decided with the text it answers; times in it are instants until here.
 */
export function textFor(
  { contact, number, visit, contacts, branch }: TextInput,
  words: WrittenWords,
  now: Instant,
): WordedText {
  const zone = branch.zone
  const common: TextValues = { agency: branch.agencyName, line: readableNumber(branch.lineNumber) }
  const given = fromDetails(contact.details, now, zone)
  if (visit === undefined) return worded(nameOf(contact), { ...common, ...given }, undefined)
  const situation = situationOf(visit, now)
  const values: TextValues = {
    ...common,
    careWorker: careWorkersNow(visit)[0]?.knownAs ?? 'Your care worker',
    person: shortName(visit.serviceUser),
    planned: writtenTime(situation.plan.plannedStart, zone),
    time: writtenTime(situation.expectedStart, zone),
    record: String(visit.lateRecord ?? ''),
    reason: reasonSentence(standingEvents(visit).findLast((e) => e.reason !== undefined)?.reason, words.reasons),
    ...given,
  }
  const name = contact.message === 'eta' ? etaTextName(number, contacts, situation) : nameOf(contact)
  const said = contact.message === 'eta' ? { saidStart: situation.expectedStart } : undefined
  return worded(name, values, said)

  function worded(text: TextName, filled: TextValues, claims: ContactDetails | undefined): WordedText {
    return { body: cleanForText(fillText(words.texts, text, filled)), said: claims }
  }
}

/** "After all" is said only where the plan never changed: a visit that the office has moved has a new time. */
function etaTextName(number: PhoneNumber, contacts: readonly ContactFacts[], situation: Situation): TextName {
  const { lateReport, nothingReported } = situation
  const moved = lateReport === undefined && !nothingReported
  return moved ? 'eta-changed' : etaName(number, contacts, lateReport === undefined)
}

/** The first telling, a changed time, or back to the plan: told apart by what whoever has this number believes. */
export function etaName(
  number: PhoneNumber | undefined,
  contacts: readonly ContactFacts[],
  backToPlan: boolean,
): 'eta' | 'eta-changed' | 'eta-planned-again' {
  if (backToPlan) return 'eta-planned-again'
  return beliefsOf(contacts).some((belief) => belief.number === number) ? 'eta-changed' : 'eta'
}

function nameOf(contact: ContactFacts): TextName {
  const name = contact.details['text'] ?? contact.message
  if (typeof name === 'string' && isTextName(name)) return name
  throw new Error(`contact ${contact.id}: there is no text for the message "${contact.message}"`)
}

const TIMES = ['planned', 'time', 'by', 'firstTime', 'secondTime'] as const
const NAMES = [
  'me',
  'person',
  'first',
  'second',
  'careWorker',
  'what',
  'number',
  'reason',
  'other',
  'names',
  'visits',
  'code',
  'said',
] as const

function fromDetails(details: ContactDetails, now: Instant, zone: string): TextValues {
  const values: TextValues = {}
  for (const key of TIMES) {
    const at = details[key]
    if (typeof at === 'number') values[key] = writtenDayAndTime(at, now, zone)
  }
  for (const key of NAMES) {
    const name = details[key]
    if (typeof name === 'string') values[key] = name
  }
  return values
}
