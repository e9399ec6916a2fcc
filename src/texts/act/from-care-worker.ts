import type { Change } from '../../cellar/change.ts'
import { toLocal } from '../../cellar/local-time.ts'
import type { SaidBy } from '../../lateness/fact-about.ts'
import type { CareWorkerFacts, VisitFacts } from '../../rota/visit-facts.ts'
import { arrivedAt, currentPlan } from '../../rota/visit-now.ts'
import type { Context, NextVisit, Reading, ReadingKind } from '../reading.ts'
import { answerQuestion } from './answer-question.ts'
import { lateReport } from './late-report.ts'
import { logInByText } from './log-in-by-text.ts'
import type { Incoming } from './sender.ts'
import { itemFor, theOfficeHasIt, type FromCareWorker } from './reply.ts'
import { undoReport } from './undo-report.ts'

const BEFORE_MS = 4 * 60 * 60_000
const AHEAD_MS = 14 * 60 * 60_000

export type Understand = (text: string, context: Context) => Reading

/** What a care worker's text does: facts, who is told of them, and one answer that says what happens now. */
export async function fromCareWorker(
  incoming: Incoming,
  careWorker: CareWorkerFacts,
  understand: Understand,
): Promise<Change[]> {
  const { tx, delivery, body, question } = incoming
  const visits = await tx.visitsOf(careWorker.id, tx.now - BEFORE_MS, tx.now + AHEAD_MS)
  const by: SaidBy = {
    careWorker: careWorker.id,
    source: 'text',
    delivery: delivery.id,
    words: body,
    receivedAt: delivery.receivedAt,
  }
  const from: FromCareWorker = { incoming, careWorker, visits, by, n: 1 }
  const reading = answerQuestion(understand(body, contextOf(from)), question, visits)
  return act(from, reading)
}

/** Everything a text says, weightiest first. Each fact about a visit has its own answer, unless something weightier has one. */
async function act(from: FromCareWorker, reading: Reading): Promise<Change[]> {
  const main = await actOn(from, reading)
  const further = (reading.also ?? []).filter(isFact)
  const changes = [...main]
  for (const [index, fact] of further.entries()) changes.push(...(await actOn({ ...from, n: index + 2 }, fact)))
  return isFact(reading) ? changes : changes.filter((change) => main.includes(change) || !isSaid(change))
}

/** What is stored as a fact of its own, however much else a text says: "20 for Shah and 30 for Patel". */
function isFact({ kind }: Reading): boolean {
  return kind === 'late' || kind === 'arrived' || kind === 'left'
}

function isSaid(change: Change): boolean {
  return change.kind === 'asked' || (change.kind === 'contact-added' && change.contact.message === 'answer')
}

async function actOn(from: FromCareWorker, reading: Reading): Promise<Change[]> {
  switch (reading.kind) {
    case 'late':
      return lateReport(from, reading)
    case 'ask':
      return reading.about === 'what' || (reading.of ?? 'late') !== 'late'
        ? notUnderstood(from)
        : lateReport(from, reading)
    case 'undo':
      return undoReport(from)
    case 'arrived':
    case 'left':
      return logInByText(from, reading)
    case 'help':
      return cryForHelp(from, reading)
    case 'stop':
      return optedOut(from)
    case 'thanks':
    case 'ok':
    case 'chatter':
      return []
    case 'unknown':
      return notUnderstood(from)
    default:
      return theOfficeHasIt(from, 'care-worker-text', 'office-has-it', CANNOT_WAIT.has(reading.kind))
  }
}

/** Somebody may be waiting in vain: a phone rings at once (P-086, P-087). */
const CANNOT_WAIT: ReadonlySet<ReadingKind> = new Set(['missed', 'found-missed', 'no-reply', 'cannot-attend', 'sick'])

function cryForHelp(from: FromCareWorker, reading: Reading): Change[] {
  return theOfficeHasIt(from, 'cry-for-help', reading.level === 'emergency' ? 'emergency' : 'office-has-it', true)
}

/** The carrier sends nothing more to this number: a person rings them, now (design 3.3). */
function optedOut(from: FromCareWorker): Change[] {
  const { tx, from: number } = from.incoming
  const learned: Change = { kind: 'number-learned', number, fact: 'texts-stopped', at: tx.now }
  return [learned, itemFor(from, 'opted-out', tx.now)]
}

function notUnderstood(from: FromCareWorker): Change[] {
  return theOfficeHasIt(from, 'care-worker-text', 'not-understood')
}

function contextOf({ incoming, visits }: FromCareWorker): Context {
  const { tx, place, question } = incoming
  const { date, time } = toLocal(tx.now, place.zone)
  const asked = optionsOf(question?.details['options'])
  const waiting = visits.filter(isWaiting)
  // what was asked about stands first, as "1" and "2" mean it; then what is to come; what is cancelled can still be named
  const rank = (v: VisitFacts) => (asked.includes(v.ref) ? 0 : currentPlan(v).status === 'planned' ? 1 : 2)
  const coming = waiting.toSorted((a, b) => rank(a) - rank(b))
  return {
    from: 'care-worker',
    now: { date, time },
    nextVisits: coming.map((v) => nextVisit(v, place.zone)),
    ...(question === undefined ? {} : { awaiting: question.about }),
  }
}

function isWaiting(visit: VisitFacts): boolean {
  return arrivedAt(visit) === undefined
}

function optionsOf(options: unknown): string[] {
  return Array.isArray(options) ? options.filter((o): o is string => typeof o === 'string') : []
}

function nextVisit(visit: VisitFacts, zone: string): NextVisit {
  const { plannedStart, plannedEnd } = currentPlan(visit)
  const { firstName, preferredName, lastName, title } = visit.serviceUser
  const names = [title, preferredName === firstName ? '' : preferredName, firstName, lastName]
  return {
    ref: visit.ref,
    name: names.filter((n) => n !== '').join(' '),
    start: toLocal(plannedStart, zone).time,
    minutes: Math.round((plannedEnd - plannedStart) / 60_000),
  }
}
