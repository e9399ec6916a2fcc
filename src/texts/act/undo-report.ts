import type { Change, ContactDetails } from '../../cellar/change.ts'
import type { EventId, VisitId } from '../../cellar/ids.ts'
import type { TextName } from '../../contact/text-words.ts'
import { factAbout } from '../../lateness/fact-about.ts'
import { situationOf } from '../../lateness/situation.ts'
import { decideAgain } from '../../matter/decide-again.ts'
import type { VisitEvent } from '../../rota/visit-facts.ts'
import { withEvents } from '../../rota/visit-now.ts'
import { closeQuestion } from './question.ts'
import { replyTo, theOfficeHasIt, visitDetails, type FromCareWorker } from './reply.ts'

/** How long a report can be taken back. */
const UNDO_WITHIN_MS = 10 * 60_000
/** More visits than these in one text have one answer. */
const EACH_ANSWERED = 2

/**
 * UNDO within 10 minutes takes back what the last text said of visits' times (late, HERE, DONE, MISSED, sick): what held
 * before holds again, calls still waiting are cancelled, whoever was told is told again, and a matter that HERE closed
 * is opened. Only the last: an earlier LATE 20 may well be true, and believing it does less harm than believing nothing.
 */
export async function undoReport(from: FromCareWorker): Promise<Change[]> {
  const { tx } = from.incoming
  const last = await tx.lastSaid(from.careWorker.id, tx.now - UNDO_WITHIN_MS)
  if (last.length === 0) return theOfficeHasIt(from, 'care-worker-text', 'nothing-to-undo')
  const taken: TakenBack[] = []
  let n = from.n
  for (const visit of new Set(last.map((one) => one.visitId))) {
    const facts = last.flatMap((one) => (one.visitId === visit ? [one.eventId] : []))
    taken.push(await takeBack({ ...from, n }, visit, facts))
    n += facts.length
  }
  const answers =
    taken.length <= EACH_ANSWERED
      ? taken.map(({ text, details }, index) => replyTo({ ...from, n: from.n + index }, text, details))
      : [replyTo(from, 'undone-every-visit', taken[0]?.details ?? {})]
  return [...taken.flatMap(({ changes }) => changes), ...answers]
}

/**
 * UNDO while it is asked whose visit, which or how many minutes: what was asked about has not been stored, so nothing is
 * taken back, least of all an earlier report. The question is dropped. Facts of the very text that was asked about are
 * taken back as always.
 */
export async function dropsQuestion(from: FromCareWorker): Promise<boolean> {
  const { question, tx } = from.incoming
  if (question === undefined || !NOTHING_STORED.has(question.about)) return false
  const [last] = await tx.lastSaid(from.careWorker.id, question.askedAt)
  return last === undefined
}

const NOTHING_STORED: ReadonlySet<string> = new Set(['whose', 'which-visit', 'minutes'])

export function dropQuestion(from: FromCareWorker): Change[] {
  return [...closeQuestion(from), replyTo(from, 'question-dropped', {})]
}

interface TakenBack {
  changes: Change[]
  text: TextName
  details: ContactDetails
}

/** What a text said of one visit, all of it, and then one look at the visit. */
async function takeBack(from: FromCareWorker, id: VisitId, facts: EventId[]): Promise<TakenBack> {
  const { tx, newId } = from.incoming
  const picture = await tx.picture(id)
  const undone = facts.map((retracts, index) =>
    factAbout(picture.visit, { kind: 'undo', retracts }, from.by, from.n + index, newId),
  )
  const events = undone.map(({ event }) => event)
  const visit = withEvents(picture.visit, events)
  const decided = decideAgain({ ...picture, visit }, tx.now, newId)
  const said = picture.visit.events.find((e) => e.id === facts.at(-1))
  return {
    changes: [...undone.map(({ change }) => change), ...decided],
    text: answerTo(said, decided),
    details: { ...visitDetails(visit), said: wordsOf(said), time: situationOf(visit, tx.now).expectedStart },
  }
}

/** Nobody is rung about a time that is over, so nobody must be promised it: a human rings them, and that is said. */
function answerTo(said: VisitEvent | undefined, decided: Change[]): TextName {
  if (decided.some((c) => c.kind === 'office-item-added' && c.item.kind === 'believes-old-time'))
    return 'undone-too-late'
  return said?.kind === 'arrived' || said?.kind === 'left' ? 'undone-log-in' : 'undone'
}

/** What is taken back, as it is texted. */
function wordsOf(said: VisitEvent | undefined): string {
  if (said?.kind === 'late') return `LATE ${Math.round(said.minutes ?? 0)}`
  return (said === undefined ? undefined : WORDS[said.kind]) ?? 'text'
}

const WORDS: Readonly<Record<string, string>> = {
  arrived: 'HERE',
  left: 'DONE',
  missed: 'MISSED',
  'cannot-attend': "CAN'T COME",
  sick: 'SICK',
}
