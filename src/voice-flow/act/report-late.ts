import type { Change } from '../../cellar/change.ts'
import { deliveryId } from '../../cellar/ids.ts'
import { minutesBetween } from '../../cellar/local-time.ts'
import { parsePhoneNumber } from '../../cellar/phone-number.ts'
import type { HeardInput } from '../../cellar/ports.ts'
import type { Loading } from '../../matter/act/store.ts'
import { currentPlan } from '../../rota/visit-now.ts'
import { actOn } from '../../texts/act/act-on.ts'
import { lateReport } from '../../texts/act/late-report.ts'
import type { FromCareWorker } from '../../texts/act/reply.ts'
import { isWord } from '../../texts/act/say-word.ts'
import type { Incoming } from '../../texts/act/sender.ts'
import { contextOf, type Understand } from '../../texts/act/context.ts'
import type { Conversation } from './conversation.ts'
import { newStart } from './talk.ts'

/**
 * A confirmed time by voice does what the text does: the same act, the same records, the same calls. What is answered by
 * text is left out where no text arrives; the words themselves are kept with whether they were said or keyed.
 */
export async function reportLate(tx: Loading, c: Conversation, understand: Understand): Promise<Change[]> {
  const { talk } = c
  const start = talk === undefined ? undefined : newStart(talk)
  if (talk?.visit === undefined || start === undefined) return []
  const { visit, number: heard } = talk
  const from = await fromCall(tx, c, `${heard?.source ?? 'said'}: ${heard?.words ?? ''}`)
  if (from === undefined) return []
  const reason = understand(heard?.words ?? '', { from: 'care-worker', nextVisits: [], awaiting: 'minutes' }).reason
  const minutes = minutesBetween(currentPlan(visit).plannedStart, start)
  const said = { kind: 'late', minutes, visit: visit.ref, ...(reason === undefined ? {} : { reason }) } as const
  return asTexted(c, await lateReport(from, said))
}

/** "I am there" and "I cannot come", asked for by the line and confirmed: what the texts HERE and CANT do. */
export async function reportWord(tx: Loading, c: Conversation, kind: 'arrived' | 'cannot-attend'): Promise<Change[]> {
  const visit = c.talk?.visit
  const from = visit === undefined ? undefined : await fromCall(tx, c, `said: ${kind}`)
  if (visit === undefined || from === undefined) return []
  const said = { kind, visit: visit.ref } as const
  return asTexted(c, await actOn(from, said))
}

/**
 * "I have missed Mr Ashdown", "I'm off sick", in their own words on the line: the facts that the same text leaves, with
 * all that follows. The item with their call stands beside it, so that no second one is made.
 */
export async function reportSaid(
  tx: Loading,
  c: Conversation,
  { speech }: HeardInput,
  understand: Understand,
): Promise<Change[]> {
  if (c.talk === undefined || speech === undefined) return []
  const { visits, visit } = c.talk
  const about = contextOf({ tx, place: c.place, question: undefined }, visits)
  const reading = understand(speech.replaceAll('-', ' '), about)
  const from = isWord(reading) ? await fromCall(tx, c, `said: ${speech}`) : undefined
  if (from === undefined || !isWord(reading)) return []
  // the line has just named the visit that it asks about
  const meant = reading.kind === 'cannot-attend' && reading.named === undefined ? visit?.ref : undefined
  // a time that was said beside it moves nothing before it is read back; the same word about another visit is kept
  const also = reading.also?.filter(({ kind }) => kind === reading.kind) ?? []
  const changes = await actOn(from, { ...(meant === undefined ? {} : { visit: meant }), ...reading, also })
  const own = `text ${c.call.id}`
  return changes.filter((each) => !isByText(each) && !(each.kind === 'office-item-added' && each.item.subject === own))
}

/** A care worker's call as the text it stands for. */
async function fromCall(tx: Loading, c: Conversation, words: string): Promise<FromCareWorker | undefined> {
  const { call, place, now, newId, talk } = c
  const number = parsePhoneNumber(call.number)
  if (talk?.careWorker === undefined || number === undefined) return undefined
  const { careWorker, visits } = talk
  const id = deliveryId(call.id)
  const delivery = { id, kind: 'text', providerId: '', seq: 0, attemptId: undefined, raw: {}, receivedAt: now } as const
  const question = await tx.openQuestion(number, place.branchId)
  const incoming: Incoming = { tx, delivery, place, from: number, body: words, people: c.people, question, newId }
  const by = { careWorker: careWorker.id, source: 'call', delivery: call.id, words, receivedAt: now } as const
  return { incoming, careWorker, visits, by, n: 1 }
}

function asTexted({ call, talk }: Conversation, changes: Change[]): Change[] {
  const number = parsePhoneNumber(call.number)
  const own = talk?.careWorker?.numbers.some((n) => n.number === number && n.lineType === 'mobile' && !n.noTexts)
  return own === true ? changes : changes.filter((change) => !isByText(change))
}

/** An answer, and a question that only an answer would put. */
function isByText(change: Change): boolean {
  return change.kind === 'asked' || (change.kind === 'contact-added' && change.contact.message === 'answer')
}
