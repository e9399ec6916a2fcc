import type { ContactDetails } from '../cellar/change.ts'
import type { Instant } from '../cellar/local-time.ts'
import { cleanForText } from '../cellar/clean-text.ts'
import { readableNumber } from '../cellar/phone-number.ts'
import { writtenDayAndTime, writtenTime } from '../cellar/spoken-time.ts'
import { reasonInWords } from '../lateness/reason-words.ts'
import { situationOf } from '../lateness/situation.ts'
import { shortName } from '../rota/names.ts'
import type { BranchFacts, VisitFacts } from '../rota/visit-facts.ts'
import { careWorkersNow } from '../rota/visit-now.ts'
import type { ContactFacts } from './attempt-facts.ts'
import type { TextName, TextValues, TextWords } from './text-words.ts'
import { fillText, isTextName } from './text-words.ts'

/** The words of a text, made at the last moment, and what they claim. */
export interface WordedText {
  body: string
  said: ContactDetails | undefined
}

/**
 * Makes the words of a contact's text when it has been claimed, from the facts as they are now: a superseded time is
 * never written. What an answer says was decided with the text it answers; times in it are instants until here.
 */
export function textFor(
  contact: ContactFacts,
  visit: VisitFacts | undefined,
  siblings: ContactFacts[],
  branch: BranchFacts,
  words: TextWords,
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
    reason: reasonWords(situation.lateReport?.reason),
    ...given,
  }
  const name =
    contact.message === 'eta' ? etaName(contact, siblings, situation.lateReport === undefined) : nameOf(contact)
  const said = contact.message === 'eta' ? { saidStart: situation.expectedStart } : undefined
  return worded(name, values, said)

  function worded(text: TextName, filled: TextValues, claims: ContactDetails | undefined): WordedText {
    return { body: cleanForText(fillText(words, text, filled)), said: claims }
  }
}

/** The first telling, a changed time, or back to the plan: told apart by what the household believes. */
export function etaName(
  contact: ContactFacts,
  siblings: ContactFacts[],
  backToPlan: boolean,
): 'eta' | 'eta-changed' | 'eta-planned-again' {
  if (backToPlan) return 'eta-planned-again'
  const toldBefore = siblings.some((c) => c.id !== contact.id && c.message === 'eta' && c.toldAt !== undefined)
  return toldBefore || contact.number !== undefined ? 'eta-changed' : 'eta'
}

function nameOf(contact: ContactFacts): TextName {
  const name = contact.details['text'] ?? contact.message
  if (typeof name === 'string' && isTextName(name)) return name
  throw new Error(`contact ${contact.id}: there is no text for the message "${contact.message}"`)
}

const TIMES = ['planned', 'time', 'by', 'firstTime', 'secondTime'] as const
const NAMES = ['me', 'person', 'first', 'second', 'careWorker', 'what', 'number', 'reason'] as const

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

function reasonWords(reason: string | undefined): string {
  return reason === undefined ? 'No reason given yet.' : `Reason: ${reasonInWords(reason)}.`
}
