import type { Change } from '../../cellar/change.ts'
import type { VisitFacts } from '../../rota/visit-facts.ts'
import { arrivedAt, leftAt } from '../../rota/visit-now.ts'
import type { Reading } from '../reading.ts'
import { visitAtHand } from '../which-visit.ts'
import { ASKED_OF } from './answer-question.ts'
import { askWhom } from './ask-which.ts'
import { pauseContact } from './bereavement.ts'
import { lateReport } from './late-report.ts'
import { logInByText } from './log-in-by-text.ts'
import { closeQuestion } from './question.ts'
import { dueTimes, itemFor, replyTo, theOfficeHasIt, type FromCareWorker } from './reply.ts'
import { isWord, sayWord, type WordKind } from './say-word.ts'
import { nextVisits, standingOfCode, whoIsOnCall } from './tell-staff.ts'
import { undoReport } from './undo-report.ts'

/**
 * Everything a text says, weightiest first. Each fact about a visit has its own answer, unless something weightier, such
 * as a cry for help, has the only one.
 */
export async function actOn(from: FromCareWorker, reading: Reading): Promise<Change[]> {
  const steps = stepsOf(reading)
  const main: Change[] = await actOnOne(from, steps[0] ?? [reading])
  const changes = [...main]
  for (const [index, step] of steps.slice(1).entries()) {
    const decided = new Set(
      changes.flatMap((c) => (c.kind === 'event-added' && c.event.visitId !== undefined ? [c.event.visitId] : [])),
    )
    changes.push(...(await actOnOne({ ...from, n: index + 2, decided }, step)))
  }
  const said = isFact(reading) ? changes : changes.filter((change) => main.includes(change) || !isSaid(change))
  return [...said, ...answeredBy(from, reading, said)]
}

/** What a text says, with the same word about several visits taken together: "can't do Shah or Patel". */
function stepsOf(reading: Reading): Reading[][] {
  const steps: Reading[][] = []
  for (const fact of [reading, ...(reading.also ?? []).filter(isFact)]) {
    const same = isWord(fact) ? steps.find(([first]) => first?.kind === fact.kind) : undefined
    if (same === undefined) steps.push([fact])
    else same.push(fact)
  }
  return steps
}

/** What is acted upon however much else a text says: "20 for Shah and 30 for Patel". */
function isFact(reading: Reading): boolean {
  const { kind, about } = reading
  return (
    kind === 'late' || kind === 'arrived' || kind === 'left' || isWord(reading) || (kind === 'ask' && about !== 'what')
  )
}

function isSaid(change: Change): boolean {
  return change.kind === 'asked' || (change.kind === 'contact-added' && change.contact.message === 'answer')
}

/** HERE or "can't do Shah" after "how many minutes for Shah?": what was asked needs no answer any more. */
function answeredBy(from: FromCareWorker, { kind }: Reading, changes: Change[]): Change[] {
  const { question } = from.incoming
  // lateness closes its question itself; why a visit is late may still be said when somebody is there
  if (question === undefined || question.about === 'reason' || kind === 'late' || kind === 'ask') return []
  const told = changes.flatMap((c) => (c.kind === 'event-added' ? [c.event.visitId] : []))
  const about = from.visits.find((v) => told.includes(v.id) && isAskedAbout(question.details, v))
  return about === undefined ? [] : closeQuestion(from, about.ref)
}

function isAskedAbout({ visit, options }: Record<string, unknown>, { ref }: VisitFacts): boolean {
  return visit === ref || (Array.isArray(options) && options.includes(ref))
}

async function actOnOne(from: FromCareWorker, step: Reading[]): Promise<Change[]> {
  const [reading] = step
  if (reading === undefined) return []
  if (isWord(reading)) return sayWord(from, step.filter(isWord))
  switch (reading.kind) {
    case 'late':
      return lateReport(from, reading)
    case 'ask':
      return askedBack(from, reading)
    case 'undo':
      return undoReport(from)
    case 'arrived':
    case 'left':
      return logInByText(from, reading)
    case 'help':
      return reading.about === 'bereavement' ? bereaved(from, reading) : cryForHelp(from, reading)
    case 'stop':
      return optedOut(from)
    case 'who-is-on-call': {
      const { text, details } = await whoIsOnCall(from.incoming)
      return [replyTo(from, text, details)]
    }
    case 'next': {
      const { text, details } = nextVisits(from.visits, from.incoming)
      return [replyTo(from, text, details)]
    }
    case 'accept-offer':
    case 'decline-offer':
    case 'accept-escalation':
    case 'pass-escalation':
    case 'known-safe':
    case 'covering':
      return answerCode(from, reading)
    case 'no-show-report':
      return theOfficeHasIt(from, 'care-worker-text', 'office-has-it', 'soon')
    case 'thanks':
    case 'ok':
    case 'chatter':
      return []
    case 'unknown':
      return theOfficeHasIt(from, 'care-worker-text', 'not-understood')
    default:
      return forgotten(reading.kind)
  }
}

/** Does not compile while a kind is left over. A word about a visit was said above. */
function forgotten(kind: WordKind): never {
  throw new Error(`a text was read as "${kind}", and nobody handles that; add it to texts/act/act-on`)
}

/** What cannot be used before it is made plain: asked about once, or with a person where it cannot wait. */
function askedBack(from: FromCareWorker, reading: Reading): Change[] | Promise<Change[]> {
  const of = reading.of ?? 'late'
  if (reading.about === 'what') return theOfficeHasIt(from, 'care-worker-text', 'not-understood')
  if (of === 'late') return lateReport(from, reading)
  const word: Reading = { kind: of, ...(reading.named === undefined ? {} : { named: reading.named }) }
  if (reading.about === 'which-visit' && ASKED_OF.some((each) => each === of)) {
    return [...closeQuestion(from), ...askWhom(from, reading)]
  }
  return isWord(word) ? sayWord(from, [word]) : theOfficeHasIt(from, 'care-worker-text', 'not-understood')
}

function cryForHelp(from: FromCareWorker, reading: Reading): Change[] {
  return theOfficeHasIt(from, 'cry-for-help', reading.level === 'emergency' ? 'emergency' : 'office-has-it', 'at-once')
}

/** Of those named it pauses contact; where nobody is, of whom the care worker is with. A person has it at once. */
async function bereaved(from: FromCareWorker, reading: Reading): Promise<Change[]> {
  const visit = from.visits.find((v) => v.ref === reading.visit) ?? withWhom(from)
  if (visit === undefined) return theOfficeHasIt(from, 'cry-for-help', 'office-has-it', 'at-once')
  const paused = await pauseContact(from.incoming, [visit.serviceUser], from.careWorker.id)
  const person = `${visit.serviceUser.preferredName} ${visit.serviceUser.lastName.charAt(0)}`.trim()
  return [...paused, ...theOfficeHasIt(from, 'bereavement', 'bereavement', 'at-once', { person })]
}

function withWhom({ visits, incoming }: FromCareWorker): VisitFacts | undefined {
  const there = visits.findLast((v) => arrivedAt(v) !== undefined && leftAt(v) === undefined)
  if (there !== undefined) return there
  const pick = visitAtHand(visits, undefined, incoming.tx.now)
  return pick.kind === 'one' ? pick.visit : undefined
}

/** The carrier sends nothing more to this number: a person rings them, now (design 3.3). */
function optedOut(from: FromCareWorker): Change[] {
  const { tx, from: number } = from.incoming
  const learned: Change = { kind: 'number-learned', number, fact: 'texts-stopped', at: tx.now }
  return [learned, itemFor(from, 'opted-out', dueTimes('at-once', tx.now))]
}

/** A code that is not theirs, not today's, or no code at all changes nothing, and whoever sent it hears so. */
async function answerCode(from: FromCareWorker, { code }: Reading): Promise<Change[]> {
  const party = { kind: 'care-worker', id: from.careWorker.id }
  const standing = await standingOfCode(from.incoming, code, party)
  if (standing === 'open') return theOfficeHasIt(from, 'care-worker-text', 'office-has-it', 'at-once')
  const text = code === undefined ? 'office-has-it' : (`code-${standing}` as const)
  return theOfficeHasIt(from, 'care-worker-text', text, 'promised', code === undefined ? {} : { code })
}
