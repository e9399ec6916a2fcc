import type { Change, ContactDetails } from '../../cellar/change.ts'
import type { Instant } from '../../cellar/local-time.ts'
import { addDays, toInstant } from '../../cellar/local-time.ts'
import type { TextName } from '../../contact/text-words.ts'
import { factAbout, ownStatement } from '../../lateness/fact-about.ts'
import { decideAgain } from '../../matter/decide-again.ts'
import type { ItemKind } from '../../office-list/new-item.ts'
import { shortName } from '../../rota/names.ts'
import type { VisitFacts } from '../../rota/visit-facts.ts'
import { arrivedAt, currentPlan, leftAt, withEvents } from '../../rota/visit-now.ts'
import type { Reading } from '../reading.ts'
import { visitAtHand, visitToCome, type WhichVisit } from '../which-visit.ts'
import { replyTo, theOfficeHasIt, visitDetails, type FromCareWorker, type Urgency } from './reply.ts'

/** Which visit a word is about when it names none. */
type About = 'to-come' | 'past' | 'at-hand' | 'every-one-to-come'

interface WordRule {
  about: About
  answer: TextName
  /** what a person must see to, and how soon; left out where nobody must */
  list?: { kind: ItemKind; urgency: Urgency }
}

/**
 * What a care worker's word about a visit leads to, beside being kept as a fact of that visit. Where somebody may be
 * waiting in vain a phone rings at once (P-086, P-087).
 */
export const WORDS = {
  missed: { about: 'past', answer: 'office-has-it', list: { kind: 'missed', urgency: 'at-once' } },
  'cannot-attend': { about: 'to-come', answer: 'cover-noted', list: { kind: 'cannot-attend', urgency: 'at-once' } },
  sick: { about: 'every-one-to-come', answer: 'sick', list: { kind: 'sick', urgency: 'at-once' } },
  'found-missed': { about: 'at-hand', answer: 'found-missed', list: { kind: 'found-missed', urgency: 'at-once' } },
  'no-reply': { about: 'at-hand', answer: 'no-reply', list: { kind: 'no-reply', urgency: 'at-once' } },
  frustrated: { about: 'at-hand', answer: 'office-has-it', list: { kind: 'frustrated', urgency: 'soon' } },
  'needs-more-time': {
    about: 'at-hand',
    answer: 'office-has-it',
    list: { kind: 'needs-more-time', urgency: 'promised' },
  },
  'needs-less-time': {
    about: 'at-hand',
    answer: 'office-has-it',
    list: { kind: 'needs-less-time', urgency: 'promised' },
  },
  'on-my-way': { about: 'to-come', answer: 'on-my-way' },
} as const satisfies Record<string, WordRule>

export type WordKind = keyof typeof WORDS
export type WordReading = Reading & { kind: WordKind }

export function isWord(reading: Reading): reading is WordReading {
  return Object.hasOwn(WORDS, reading.kind)
}

/**
 * The same word about one visit or several: each is a fact of its visit, which is looked at again; a person has all of
 * them as one item, and there is one answer.
 */
export async function sayWord(from: FromCareWorker, readings: WordReading[]): Promise<Change[]> {
  const [first] = readings
  if (first === undefined) return []
  const visits = await visitsMeant(from, readings)
  const facts = visits.length === 0 ? [withoutVisit(from, first)] : await storeFacts(from, first, visits)
  return [...facts, ...answerTo(from, first, visits)]
}

function answerTo(from: FromCareWorker, { kind, named }: WordReading, visits: VisitFacts[]): Change[] {
  const rule: WordRule = WORDS[kind]
  const [only] = visits
  const about =
    only === undefined ? { person: named ?? 'somebody' } : { ...visitDetails(only), person: everyName(visits) }
  if (from.incoming.question?.about === 'cover' && kind === 'on-my-way' && only !== undefined)
    return [replyTo(from, 'coming-noted', { ...about, time: expectedStart(only) })]
  if (rule.list === undefined) return [replyTo(from, rule.answer, about)]
  const time: ContactDetails = only === undefined ? {} : { time: currentPlan(only).plannedStart }
  const known = rule.answer !== 'cover-noted' || only !== undefined
  const answer = known ? rule.answer : 'office-has-it'
  return theOfficeHasIt(from, rule.list.kind, answer, rule.list.urgency, { ...about, ...time })
}

function everyName(visits: VisitFacts[]): string {
  const names = [...new Set(visits.map((v) => shortName(v.serviceUser)))]
  return names.length > 2 ? `${names.slice(0, 2).join(', ')} and others` : names.join(' and ')
}

function expectedStart(visit: VisitFacts): Instant {
  return visit.events.findLast((e) => e.kind === 'late')?.newStart ?? currentPlan(visit).plannedStart
}

async function storeFacts(from: FromCareWorker, reading: WordReading, visits: VisitFacts[]): Promise<Change[]> {
  const { tx, newId } = from.incoming
  const { kind, minutes, reason } = reading
  const said = { kind, ...(minutes === undefined ? {} : { minutes }), ...(reason === undefined ? {} : { reason }) }
  const changes: Change[] = []
  for (const [index, { id }] of visits.entries()) {
    const picture = await tx.picture(id)
    // one text is one source: its facts are told apart by their number
    const { change, event } = factAbout(picture.visit, said, from.by, from.n + FACTS_OF_ONE_WORD * index, newId)
    const visit = withEvents(picture.visit, [event])
    changes.push(withUntil(change, reading))
    // what an earlier fact of this text decided is not stored yet; the visit's next look sees both
    if (from.decided?.has(id) !== true) changes.push(...decideAgain({ ...picture, visit }, tx.now, newId))
  }
  return changes
}

const FACTS_OF_ONE_WORD = 1000

function withUntil(change: Change, { until }: Reading): Change {
  if (until === undefined || change.kind !== 'event-added') return change
  return { kind: 'event-added', event: { ...change.event, details: { until } } }
}

/** Said of no visit that we can tell: kept all the same. */
function withoutVisit({ incoming, by, n }: FromCareWorker, { kind, until, named }: WordReading): Change {
  const said = ownStatement(incoming.place, undefined, kind, by, n, incoming.newId)
  const details = { ...(until === undefined ? {} : { until }), ...(named === undefined ? {} : { named }) }
  return { kind: 'event-added', event: { ...said, details } }
}

async function visitsMeant(from: FromCareWorker, readings: WordReading[]): Promise<VisitFacts[]> {
  const named = readings.flatMap((r) => from.visits.filter((v) => v.ref === r.visit).map((v) => inTime(v, r, from)))
  if (named.length > 0) return [...new Set(named)]
  const [first] = readings
  if (first === undefined || first.named !== undefined) return []
  const { about } = WORDS[first.kind]
  if (about === 'every-one-to-come') return everyOneToCome(from, first.until)
  const pick = unnamed(about, from)
  return pick.kind === 'one' ? [pick.visit] : []
}

/** Who is visited twice a day was missed the first time, when the second is still to come. */
function inTime(visit: VisitFacts, { kind }: WordReading, { visits, incoming }: FromCareWorker): VisitFacts {
  const { now } = incoming.tx
  if (WORDS[kind].about !== 'past' || currentPlan(visit).plannedStart <= now) return visit
  const before = visits.filter((v) => v.serviceUser.id === visit.serviceUser.id && isOpenPast(v, now))
  return before.at(-1) ?? visit
}

function isOpenPast(visit: VisitFacts, now: Instant): boolean {
  return isPlanned(visit) && arrivedAt(visit) === undefined && currentPlan(visit).plannedStart <= now
}

function unnamed(about: Exclude<About, 'every-one-to-come'>, { visits, incoming }: FromCareWorker): WhichVisit {
  const { now } = incoming.tx
  if (about === 'to-come') return visitToCome(visits, undefined, now, () => true)
  if (about === 'past') {
    return one(visits.findLast((v) => isOpenPast(v, now)))
  }
  const there = visits.filter((v) => arrivedAt(v) !== undefined && leftAt(v) === undefined)
  return there.length > 0 ? one(there.at(-1)) : visitAtHand(visits, undefined, now)
}

function one(visit: VisitFacts | undefined): WhichVisit {
  return visit === undefined ? { kind: 'none' } : { kind: 'one', visit }
}

/** All that has not been begun, to the end of the last day of the absence; without one, of what is near. */
async function everyOneToCome({ incoming, careWorker, visits }: FromCareWorker, until?: string): Promise<VisitFacts[]> {
  const { tx, place } = incoming
  const end = until !== undefined && /^\d{4}-/.test(until) ? endOf(until, place.zone) : undefined
  const all = end === undefined ? visits : await tx.visitsOf(careWorker.id, tx.now, end)
  return all.filter((v) => isPlanned(v) && arrivedAt(v) === undefined && currentPlan(v).plannedEnd > tx.now)
}

function endOf(date: string, zone: string): Instant {
  return toInstant({ date: addDays(date, 1), time: '00:00' }, zone, 'start')
}

function isPlanned(visit: VisitFacts): boolean {
  return currentPlan(visit).status === 'planned'
}
