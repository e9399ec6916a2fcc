import type { Change, NewContact } from '../cellar/change.ts'
import { contactId } from '../cellar/ids.ts'
import type { Instant } from '../cellar/local-time.ts'
import type { PhoneNumber } from '../cellar/phone-number.ts'
import type { NewId } from '../cellar/ports.ts'
import type { ContactFacts } from '../contact/attempt-facts.ts'
import { SLOT_CLASS } from '../contact/slot-class.ts'
import type { CareWorkerFacts } from '../rota/visit-facts.ts'
import type { StatusAnswer } from './status-answer.ts'

/** So long the answer to "where are you?" is worth having from them; then others find out. */
const WORTH_ASKING_MS = 20 * 60_000
/** What the line has asked a care worker already, this way or as the watch does. */
const ASKED_BY: readonly string[] = ['log-in-reminder', 'care-worker-check']
const WHERE = 'where-are-you'

interface Asked {
  careWorker: CareWorkerFacts
  number: PhoneNumber
}

/** The care worker who is asked by text where they are, where the visit has begun and nothing is known of them. */
export function whoIsAsked({ told }: StatusAnswer): Asked | undefined {
  if (told.kind !== 'nobody-yet' || told.careWorker === undefined) return undefined
  const { careWorker } = told
  const mobile = careWorker.numbers.find((n) => n.lineType === 'mobile' && !n.noTexts)
  return mobile && { careWorker, number: mobile.number }
}

/** Whether they were asked before this moment: nobody is asked over and over. */
export function wasAskedBefore(contacts: readonly ContactFacts[], now: Instant): boolean {
  return contacts.some(
    (c) =>
      c.createdAt < now && (c.details['text'] === WHERE || (ASKED_BY.includes(c.message) && c.droppedAt === undefined)),
  )
}

/** "Where are you?", once for a visit. */
export function askWhereTheyAre(answer: StatusAnswer, now: Instant, newId: NewId): Change[] {
  const asked = whoIsAsked(answer)
  if (asked === undefined || answer.visit === undefined) return []
  const { visit } = answer
  const contact: NewContact = {
    agencyId: visit.agencyId,
    branchId: visit.branchId,
    id: contactId(newId()),
    matterId: undefined,
    visitId: visit.id,
    party: { kind: 'care-worker', id: asked.careWorker.id },
    number: asked.number,
    message: 'answer',
    details: { text: WHERE, me: asked.careWorker.knownAs },
    subject: `where at visit ${visit.id}`,
    class: SLOT_CLASS.atRisk,
    riskAt: now,
    createdAt: now,
    nextDueAt: now,
    validUntil: now + WORTH_ASKING_MS,
  }
  return [{ kind: 'contact-added', contact }]
}
