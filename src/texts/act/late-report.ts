import type { Change } from '../../cellar/change.ts'
import type { Instant } from '../../cellar/local-time.ts'
import { factAbout } from '../../lateness/fact-about.ts'
import { newTime } from '../../lateness/new-time.ts'
import type { NewTime } from '../../lateness/new-time.ts'
import { situationOf } from '../../lateness/situation.ts'
import { decideAgain } from '../../matter/decide-again.ts'
import type { VisitPicture } from '../../matter/matter-facts.ts'
import { isPaused, mayContactAbout } from '../../rota/package-status.ts'
import { shortName } from '../../rota/names.ts'
import type { VisitFacts } from '../../rota/visit-facts.ts'
import { currentPlan, standingEvents, withEvents } from '../../rota/visit-now.ts'
import type { Reading } from '../reading.ts'
import type { WhichVisit } from '../which-visit.ts'
import { visitsThatMayBeMeant, visitToCome } from '../which-visit.ts'
import { saidIn } from './answer-question.ts'
import { ask, closeQuestion } from './question.ts'
import { askWhich, askWhom, isUnclearWho } from './ask-which.ts'
import { replyTo, theOfficeHasIt, visitDetails, type FromCareWorker } from './reply.ts'

/** A visit is over long before. */
const ASKED_ONCE_MS = 24 * 60 * 60_000
/** From this delay on, and never below the contract's missed threshold, whoever is late is asked whether to find cover. */
const COVER_FROM_MINUTES = 60

/**
 * "LATE 20": which visit, what new time, the fact, and all that follows from it. Asks at most one thing, and never what
 * the rota already tells.
 */
export async function lateReport(from: FromCareWorker, reading: Reading): Promise<Change[]> {
  const { visits, incoming } = from
  const { now } = incoming.tx
  if (isReasonOnly(reading) && incoming.question?.about === 'reason')
    return [...closeQuestion(from), ...giveReason(from, reading)]
  if (isUnclearWho(reading)) return [...closeQuestion(from), ...askWhom(from, reading)]
  const pick = orBothRuns(
    visitToCome(visits, reading.visit, now, (visit) => isPossible(visit, reading, now)),
    from,
    reading,
  )
  // why is still open: it is not asked again, and "T" is understood as long as it waits
  const open = incoming.question?.about === 'reason' && reading.reason === undefined
  if (pick.kind === 'none') return [...closeQuestion(from), ...theOfficeHasIt(from, 'care-worker-text', 'no-visit')]
  if (pick.kind === 'which') return [...closeQuestion(from), ...askWhich(from, pick.visits, reading)]
  const { visit } = pick
  const answered = open ? [] : closeQuestion(from, visit.ref)
  const time = newTime(reading, currentPlan(visit).plannedStart, now, visit.branch.zone)
  if (time === undefined) return [...answered, ...askMinutes(from, visit, reading)]
  if (time.kind !== 'time') return [...answered, ...askAboutTime(from, visit, time, reading)]
  return [...answered, ...(await report(from, visit, time, reading))]
}

/**
 * Nobody can be in two places: visits of one care worker that overlap belong to two runs of the same day, and a report
 * that names neither may mean either.
 */
function orBothRuns(pick: WhichVisit, { visits, incoming }: FromCareWorker, reading: Reading): WhichVisit {
  if (pick.kind !== 'one' || reading.visit !== undefined) return pick
  const { plannedStart, plannedEnd } = currentPlan(pick.visit)
  const other = visitsThatMayBeMeant(visits, incoming.tx.now).find(
    (v) => v !== pick.visit && currentPlan(v).plannedStart < plannedEnd && currentPlan(v).plannedEnd > plannedStart,
  )
  const both = other === undefined ? [] : [pick.visit, other]
  return both.length > 0 && both.every((v) => isPossible(v, reading, incoming.tx.now))
    ? { kind: 'which', visits: both.toSorted((a, b) => currentPlan(a).plannedStart - currentPlan(b).plannedStart) }
    : pick
}

function isReasonOnly({ reason, minutes, eta }: Reading): boolean {
  return reason !== undefined && minutes === undefined && eta === undefined
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
  return [change, ...decided, ...(await answerTo(from, after, decided))]
}

/** What happens now, said to the care worker; and the reason asked for once, where it is not known. */
async function answerTo(from: FromCareWorker, after: VisitPicture, decided: Change[]): Promise<Change[]> {
  const { tx } = from.incoming
  const { visit } = after
  const details = { ...visitDetails(visit), time: situationOf(visit, tx.now).expectedStart }
  if (!mayContactAbout(visit, tx.now)) {
    const paused = isPaused(visit.serviceUser.statuses, tx.now)
    return theOfficeHasIt(from, 'care-worker-text', paused ? 'late-contact-paused' : 'late-paused', 'promised', details)
  }
  if (!isBeingTold(after, decided)) return [replyTo(from, 'late-noted', details)]
  if (isVeryLate(visit, tx.now))
    return [...askCover(from, visit, details.time), replyTo(from, 'late-telling-cover', details)]
  if (await reasonAskedOrKnown(from, visit)) return [replyTo(from, 'late-telling', details)]
  return [...ask(from, 'reason', { visit: visit.ref }), replyTo(from, 'late-telling-why', details)]
}

/** The reason is chased once: answered or not, it is not asked for again. */
async function reasonAskedOrKnown({ incoming }: FromCareWorker, visit: VisitFacts): Promise<boolean> {
  if (standingEvents(visit).some((e) => e.reason !== undefined)) return true
  const { tx, from } = incoming
  return tx.wasAsked({ number: from, about: 'reason', visit: visit.ref, since: tx.now - ASKED_ONCE_MS })
}

function isVeryLate(visit: VisitFacts, now: Instant): boolean {
  return situationOf(visit, now).delayMinutes >= Math.max(COVER_FROM_MINUTES, visit.serviceUser.contract.missedMinutes)
}

function askCover(from: FromCareWorker, visit: VisitFacts, time: Instant): Change[] {
  const about = { ...aboutVisit(visit), time }
  return ask(from, 'cover', { visit: visit.ref }, { kind: 'needs-cover', details: about })
}

/** What an item of the office list says about a visit. */
function aboutVisit(visit: VisitFacts): { person: string; time: Instant } {
  return { person: shortName(visit.serviceUser), time: currentPlan(visit).plannedStart }
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
    ...askHowLate(from, visit, { ...saidIn(reading), visit: visit.ref }),
    replyTo(from, 'ask-minutes', visitDetails(visit)),
  ]
}

function askHowLate(from: FromCareWorker, visit: VisitFacts, details: Record<string, unknown>): Change[] {
  return ask(from, 'minutes', details, { kind: 'late-without-minutes', details: aboutVisit(visit) })
}

function askAboutTime(
  from: FromCareWorker,
  visit: VisitFacts,
  time: Exclude<NewTime, { kind: 'time' }>,
  { reason }: Reading,
): Change[] {
  const askedAlready = from.incoming.question?.details['countedFrom'] === 'now'
  if (time.kind === 'too-far' || askedAlready) return theOfficeHasIt(from, 'care-worker-text', 'office-has-it', 'soon')
  const details = { ...visitDetails(visit), time: time.start }
  const kept = { ...(reason === undefined ? {} : { reason }), visit: visit.ref }
  if (time.kind === 'not-later') return [...askHowLate(from, visit, kept), replyTo(from, 'ask-not-later', details)]
  return [...askHowLate(from, visit, { ...kept, countedFrom: 'now' }), replyTo(from, 'ask-passed', details)]
}

/** "T" after the question why: kept as a fact beside the report, which stays as it was. */
function giveReason(from: FromCareWorker, { reason }: Reading): Change[] {
  const asked = from.incoming.question?.details['visit']
  const about = from.visits.find((v) => v.ref === asked)
  if (reason === undefined || about === undefined) return theOfficeHasIt(from, 'care-worker-text', 'office-has-it')
  const { change } = factAbout(about, { kind: 'reason', reason }, from.by, from.n, from.incoming.newId)
  return [change, replyTo(from, 'reason-noted', {})]
}
