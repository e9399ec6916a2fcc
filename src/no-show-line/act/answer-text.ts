import type { Change, Party } from '../../cellar/change.ts'
import type { Instant } from '../../cellar/local-time.ts'
import { answer, type Household, type Incoming } from '../../texts/act/sender.ts'
import { askWhereTheyAre } from '../ask-care-worker.ts'
import type { StatusAnswer } from '../status-answer.ts'
import { loadCaller } from './load-caller.ts'
import { noteSaid, type Noting } from './note-call.ts'

export interface TextAnswered {
  /** the facts, and what follows from them */
  noted: Change[]
  /** the true status, as the line would say it; undefined where only a person can answer */
  reply: ((by: Instant) => Change) | undefined
  /** a person has to ring them: all but where a time holds that the care worker has given */
  needsPerson: boolean
}

/**
 * "Nobody has come", by text: the same report and the same true status as by voice (care-practice 3.3), made from the
 * facts as they are when the text goes out.
 */
export async function answerText(
  incoming: Incoming,
  people: readonly Household[],
  party: Party,
): Promise<TextAnswered> {
  const { tx, delivery, place, body, from, newId } = incoming
  const caller = await loadCaller(tx, people)
  const by = { source: 'text', ref: delivery.id, subject: `text ${delivery.id}`, number: from } as const
  const noting: Noting = {
    caller,
    by: { ...by, words: body, receivedAt: delivery.receivedAt },
    place,
    now: tx.now,
    newId,
  }
  const noted = caller.answers.flatMap((one) => {
    const kind = factOf(one)
    return kind === undefined ? [] : [...noteSaid(noting, one, kind), ...askWhereTheyAre(one, tx.now, newId)]
  })
  const [only, another] = caller.answers
  if (only === undefined || another !== undefined || !caller.who.mayBeTold)
    return { noted, reply: undefined, needsPerson: true }
  return { noted, reply: replyTo(incoming, party, only), needsPerson: only.told.kind !== 'running-late' }
}

/** They have written it in so many words; only before its time, or while a given time holds, is it a question. */
function factOf({ told, report, visit }: StatusAnswer): 'no-show-report' | 'asked-early' | undefined {
  if (visit === undefined || (told.kind === 'next' && report === undefined)) return undefined
  return told.kind === 'next' || told.kind === 'running-late' ? 'asked-early' : 'no-show-report'
}

function replyTo(incoming: Incoming, party: Party, { told, visit }: StatusAnswer): TextAnswered['reply'] {
  if (visit === undefined) return undefined
  switch (told.kind) {
    case 'running-late':
      return () => aboutVisit(answer(incoming, party, 'status-late', {}), visit.id, told.by)
    case 'nobody-yet':
      return (by) => aboutVisit(answer(incoming, party, 'status-nobody-yet', { by }), visit.id, undefined)
    default:
      return undefined
  }
}

/** Worded from the visit as it is when the text goes out; a time that has come by then is told to nobody. */
function aboutVisit(
  change: Change,
  visitId: NonNullable<StatusAnswer['visit']>['id'],
  until: Instant | undefined,
): Change {
  if (change.kind !== 'contact-added') return change
  const validUntil = until ?? change.contact.validUntil
  return { kind: 'contact-added', contact: { ...change.contact, visitId, validUntil } }
}
