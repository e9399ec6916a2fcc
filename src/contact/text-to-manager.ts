import type { Change, ContactDetails, Party, Place } from '../cellar/change.ts'
import { contactId } from '../cellar/ids.ts'
import type { MatterId, VisitId } from '../cellar/ids.ts'
import type { Instant } from '../cellar/local-time.ts'
import type { NewId } from '../cellar/ports.ts'
import { SLOT_CLASS } from './slot-class.ts'

/** One text to somebody who has, had or could have the phone. */
export interface ManagerText {
  party: Party
  message: string
  details: ContactDetails
  subject: string
  /** that of a person at risk where it is left out */
  class?: number
  /** now where it is left out */
  riskAt?: Instant
  matterId?: MatterId | undefined
  visitId?: VisitId
}

/** Goes out at once, and stays true for as long as it takes to arrive. */
export function textToManager(place: Place, text: ManagerText, now: Instant, newId: NewId): Change {
  const { party, message, details, subject, matterId, visitId } = text
  return {
    kind: 'contact-added',
    contact: {
      agencyId: place.agencyId,
      branchId: place.branchId,
      id: contactId(newId()),
      matterId,
      visitId,
      party,
      message,
      details,
      subject,
      class: text.class ?? SLOT_CLASS.atRisk,
      riskAt: text.riskAt ?? now,
      createdAt: now,
      nextDueAt: now,
      validUntil: undefined,
    },
  }
}
