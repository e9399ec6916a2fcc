import type { Change, ContactDetails } from '../../cellar/change.ts'
import { officeItem, type ItemKind } from '../../office-list/new-item.ts'
import type { OpenQuestion } from '../../matter/act/store.ts'
import type { FromCareWorker } from './reply.ts'

/** How long an answer of a word or two is understood in the light of the question. */
const ANSWER_WITHIN_MS = 30 * 60_000
/** Somebody may be waiting for what was asked: after this time a human finds out. A phone rings half-way. */
const OFFICE_BY_MS = 10 * 60_000

/** What lies on the office list until the question is answered. */
export interface Unanswered {
  kind: ItemKind
  details?: ContactDetails
}

/**
 * Asks one thing and remembers it for this number. Nobody is lost when it stays unanswered: unless it is only the reason
 * that is missing, an item of the office list rings in time, and is done by the answer.
 */
export function ask(
  { incoming, careWorker, onBehalf }: FromCareWorker,
  about: string,
  details: Record<string, unknown>,
  unanswered?: Unanswered,
): Change[] {
  const { tx, place, from, newId, delivery } = incoming
  const id = newId()
  const asked: Change = {
    kind: 'asked',
    question: {
      id,
      branchId: place.branchId,
      number: from,
      about,
      details: onBehalf === undefined ? details : { ...details, onBehalf },
      askedAt: tx.now,
      expiresAt: tx.now + ANSWER_WITHIN_MS,
    },
  }
  if (unanswered === undefined) return [asked]
  const item = officeItem(
    place,
    {
      kind: unanswered.kind,
      details: { careWorker: careWorker.knownAs, delivery: delivery.id, ...unanswered.details },
      number: from,
      subject: subjectOf(id),
      dueAt: tx.now + OFFICE_BY_MS,
    },
    tx.now,
    newId,
  )
  return [asked, item]
}

/**
 * The question is over. Its item is done only where what was asked is known now: somebody who was asked how late they
 * are for one visit and reports another has not answered.
 *
 * @param known the visit that is known about now; left out where the text was an answer, whatever it said
 */
export function closeQuestion({ incoming }: Pick<FromCareWorker, 'incoming'>, known?: string): Change[] {
  const { question, tx, place } = incoming
  if (question === undefined) return []
  const closed: Change = { kind: 'question-closed', id: question.id, at: tx.now }
  if (known !== undefined && !asksAbout(question, known)) return [closed]
  const subject = subjectOf(question.id)
  return [closed, { kind: 'office-items-done', branchId: place.branchId, subject, at: tx.now, how: 'answered' }]
}

/** Whether a question is about this visit, or may be. */
export function asksAbout({ details }: OpenQuestion, visit: string): boolean {
  const { visit: asked, options } = details
  if (typeof asked === 'string') return asked === visit
  return Array.isArray(options) ? options.includes(visit) : true
}

function subjectOf(question: string): string {
  return `question ${question}`
}
