import type { Change } from '../../cellar/change.ts'
import { deliveryId } from '../../cellar/ids.ts'
import { minutesBetween } from '../../cellar/local-time.ts'
import { parsePhoneNumber } from '../../cellar/phone-number.ts'
import type { Loading } from '../../matter/act/store.ts'
import { currentPlan } from '../../rota/visit-now.ts'
import { lateReport } from '../../texts/act/late-report.ts'
import type { Incoming } from '../../texts/act/sender.ts'
import type { Understand } from '../../texts/act/context.ts'
import type { Conversation } from './conversation.ts'
import { newStart } from './talk.ts'

/**
 * A confirmed time by voice does what the text does: the same act, the same records, the same calls. What is answered by
 * text is left out where no text arrives; the words themselves are kept with whether they were said or keyed.
 */
export async function reportLate(tx: Loading, c: Conversation, understand: Understand): Promise<Change[]> {
  const { call, place, now, newId, talk } = c
  const number = parsePhoneNumber(call.number)
  const start = talk === undefined ? undefined : newStart(talk)
  if (talk?.careWorker === undefined || talk.visit === undefined || number === undefined || start === undefined)
    return []
  const { careWorker, visit, visits, number: heard } = talk
  const words = `${heard?.source ?? 'said'}: ${heard?.words ?? ''}`
  const id = deliveryId(call.id)
  const delivery = { id, kind: 'text', providerId: '', seq: 0, attemptId: undefined, raw: {}, receivedAt: now } as const
  const question = await tx.openQuestion(number, place.branchId)
  const incoming: Incoming = { tx, delivery, place, from: number, body: words, people: c.people, question, newId }
  const by = { careWorker: careWorker.id, source: 'call', delivery: call.id, words, receivedAt: now } as const
  const reason = understand(heard?.words ?? '', { from: 'care-worker', nextVisits: [], awaiting: 'minutes' }).reason
  const minutes = minutesBetween(currentPlan(visit).plannedStart, start)
  const changes = await lateReport(
    { incoming, careWorker, visits, by, n: 1 },
    { kind: 'late', minutes, visit: visit.ref, ...(reason === undefined ? {} : { reason }) },
  )
  const texted = careWorker.numbers.some((n) => n.number === number && n.lineType === 'mobile' && !n.noTexts)
  return texted ? changes : changes.filter((change) => !isByText(change))
}

/** An answer, and a question that only an answer would put. */
function isByText(change: Change): boolean {
  return change.kind === 'asked' || (change.kind === 'contact-added' && change.contact.message === 'answer')
}
