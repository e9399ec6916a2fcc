import type { Change, ContactDetails } from '../../cellar/change.ts'
import { factAbout } from '../../lateness/fact-about.ts'
import { newTime } from '../../lateness/new-time.ts'
import type { NewTime } from '../../lateness/new-time.ts'
import { situationOf } from '../../lateness/situation.ts'
import { decideAgain } from '../../matter/decide-again.ts'
import type { VisitPicture } from '../../matter/matter-facts.ts'
import { mayContactAbout } from '../../rota/package-status.ts'
import { shortName } from '../../rota/names.ts'
import type { VisitFacts } from '../../rota/visit-facts.ts'
import { currentPlan, standingEvents, withEvents } from '../../rota/visit-now.ts'
import type { Reading } from '../reading.ts'
import { visitsThatMayBeMeant, visitToCome } from '../which-visit.ts'
import { saidIn } from './answer-question.ts'
import { replyTo, theOfficeHasIt, visitDetails, type FromCareWorker } from './reply.ts'

/** How long a question waits for its answer. */
const ANSWER_WITHIN_MS = 30 * 60_000

/**
 * "LATE 20": which visit, what new time, the fact, and all that follows from it. Asks at most one thing, and never what
 * the rota already tells.
 */
export async function lateReport(from: FromCareWorker, reading: Reading): Promise<Change[]> {
  const { visits, incoming } = from
  const { now } = incoming.tx
  const answered = closeQuestion(from)
  if (isReasonOnly(reading) && incoming.question?.about === 'reason') return [...answered, ...giveReason(from, reading)]
  if (isUnclearWho(reading)) return [...answered, ...askWhom(from, reading)]
  const pick = visitToCome(visits, reading.visit, now, (visit) => isPossible(visit, reading, now))
  if (pick.kind === 'none') return [...answered, ...theOfficeHasIt(from, 'care-worker-text', 'no-visit')]
  if (pick.kind === 'which') return [...answered, ...askWhich(from, pick.visits, reading)]
  const { visit } = pick
  const time = newTime(reading, currentPlan(visit).plannedStart, now, visit.branch.zone)
  if (time === undefined) return [...answered, ...askMinutes(from, visit, reading)]
  if (time.kind !== 'time') return [...answered, ...askAboutTime(from, visit, time, reading)]
  return [...answered, ...(await report(from, visit, time, reading))]
}

function isReasonOnly({ reason, minutes, eta }: Reading): boolean {
  return reason !== undefined && minutes === undefined && eta === undefined
}

function isUnclearWho(reading: Reading): boolean {
  const unclear = reading.named !== undefined || (reading.kind === 'ask' && reading.about === 'which-visit')
  return unclear && reading.visit === undefined
}

function isPossible(visit: VisitFacts, reading: Reading, now: number): boolean {
  const time = newTime(reading, currentPlan(visit).plannedStart, now, visit.branch.zone)
  return time === undefined || time.kind === 'time'
}

async function report(
  from: FromCareWorker,
  visit: VisitFacts,
  time: Extract<NewTime, { kind: 'time' }>,
  reading: Reading,
): Promise<Change[]> {
  const { tx, newId } = from.incoming
  const picture = await tx.picture(visit.id)
  const said = {
    kind: 'late' as const,
    minutes: time.minutes,
    newStart: time.start,
    ...(reading.reason === undefined ? {} : { reason: reading.reason }),
  }
  const { change, event } = factAbout(visit, said, from.by, from.n, newId)
  const after: VisitPicture = { ...picture, visit: withEvents(picture.visit, [event]) }
  const decided = decideAgain(after, tx.now, newId)
  return [change, ...decided, ...answerTo(from, after, decided)]
}

/** What happens now, said to the care worker; and the reason asked for once, where it is not known. */
function answerTo(from: FromCareWorker, after: VisitPicture, decided: Change[]): Change[] {
  const { tx } = from.incoming
  const { visit } = after
  const details = { ...visitDetails(visit), time: situationOf(visit, tx.now).expectedStart }
  if (!mayContactAbout(visit, tx.now))
    return theOfficeHasIt(from, 'care-worker-text', 'late-paused').map((c) => withDetails(c, details))
  if (!isBeingTold(after, decided)) return [replyTo(from, 'late-noted', details)]
  const reasonKnown = standingEvents(visit).some((e) => e.reason !== undefined)
  if (reasonKnown) return [replyTo(from, 'late-telling', details)]
  return [ask(from, 'reason', { visit: visit.ref }), replyTo(from, 'late-telling-why', details)]
}

function isBeingTold({ contacts }: VisitPicture, decided: Change[]): boolean {
  const added = decided.some((c) => c.kind === 'contact-added' && c.contact.message === 'eta')
  const dropped = new Set(decided.flatMap((c) => (c.kind === 'contact-dropped' ? [c.id] : [])))
  return (
    added ||
    contacts.some(
      (c) => c.message === 'eta' && c.toldAt === undefined && c.droppedAt === undefined && !dropped.has(c.id),
    )
  )
}

function askMinutes(from: FromCareWorker, visit: VisitFacts, reading: Reading): Change[] {
  return [
    ask(from, 'minutes', { ...saidIn(reading), visit: visit.ref }),
    replyTo(from, 'ask-minutes', visitDetails(visit)),
  ]
}

function askAboutTime(
  from: FromCareWorker,
  visit: VisitFacts,
  time: Exclude<NewTime, { kind: 'time' }>,
  { reason }: Reading,
): Change[] {
  const askedAlready = from.incoming.question?.details['countedFrom'] === 'now'
  if (time.kind === 'too-far' || askedAlready) return theOfficeHasIt(from, 'care-worker-text', 'office-has-it')
  const details = { ...visitDetails(visit), time: time.start }
  const kept = { ...(reason === undefined ? {} : { reason }), visit: visit.ref }
  if (time.kind === 'not-later') return [ask(from, 'minutes', kept), replyTo(from, 'ask-not-later', details)]
  return [ask(from, 'minutes', { ...kept, countedFrom: 'now' }), replyTo(from, 'ask-passed', details)]
}

function askWhich(from: FromCareWorker, visits: VisitFacts[], reading: Reading): Change[] {
  const [first, second] = visits
  if (first === undefined || second === undefined) return []
  const details: ContactDetails = {
    first: shortName(first.serviceUser),
    firstTime: currentPlan(first).plannedStart,
    second: shortName(second.serviceUser),
    secondTime: currentPlan(second).plannedStart,
  }
  return [
    ask(from, 'which-visit', { ...saidIn(reading), options: [first.ref, second.ref] }),
    replyTo(from, 'ask-which', details),
  ]
}

/** A name that fits nobody: never somebody else in their place. Whoever wrote it chooses, once; then a person has it. */
function askWhom(from: FromCareWorker, reading: Reading): Change[] {
  const { question, tx } = from.incoming
  if (question?.about === 'which-visit') return theOfficeHasIt(from, 'care-worker-text', 'office-has-it')
  const meant = visitsThatMayBeMeant(from.visits, tx.now)
  const [only] = meant
  if (only === undefined) return theOfficeHasIt(from, 'care-worker-text', 'no-visit')
  if (meant.length > 1) return askWhich(from, meant, reading)
  const details: ContactDetails = { first: shortName(only.serviceUser), firstTime: currentPlan(only).plannedStart }
  return [ask(from, 'which-visit', { ...saidIn(reading), options: [only.ref] }), replyTo(from, 'ask-whether', details)]
}

/** "T" after the question why: kept as a fact beside the report, which stays as it was. */
function giveReason(from: FromCareWorker, { reason }: Reading): Change[] {
  const asked = from.incoming.question?.details['visit']
  const about = from.visits.find((v) => v.ref === asked)
  if (reason === undefined || about === undefined) return theOfficeHasIt(from, 'care-worker-text', 'office-has-it')
  const { change } = factAbout(about, { kind: 'reason', reason }, from.by, from.n, from.incoming.newId)
  return [change, replyTo(from, 'reason-noted', {})]
}

function ask({ incoming }: FromCareWorker, about: string, details: Record<string, unknown>): Change {
  const { tx, place, from, newId } = incoming
  const question = {
    id: newId(),
    branchId: place.branchId,
    number: from,
    about,
    details,
    askedAt: tx.now,
    expiresAt: tx.now + ANSWER_WITHIN_MS,
  }
  return { kind: 'asked', question }
}

function closeQuestion({ incoming }: FromCareWorker): Change[] {
  const { question, tx } = incoming
  return question === undefined ? [] : [{ kind: 'question-closed', id: question.id, at: tx.now }]
}

function withDetails(change: Change, details: ContactDetails): Change {
  if (change.kind !== 'contact-added') return change
  return { kind: 'contact-added', contact: { ...change.contact, details: { ...change.contact.details, ...details } } }
}
