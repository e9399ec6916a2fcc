import type { Place } from '../../cellar/change.ts'
import type { HandOverId, OfficeItemId } from '../../cellar/ids.ts'
import type { Instant } from '../../cellar/local-time.ts'
import type { ContactFacts } from '../../contact/attempt-facts.ts'
import type { HandOver } from '../shifts.ts'

/** A hand-over as it was loaded and locked, with the contact that rings the incoming manager. */
export interface HandOverFacts extends Place, HandOver {
  id: HandOverId
  keptAt: Instant | undefined
  nextDueAt: Instant | undefined
  contact: ContactFacts | undefined
}

/** When the plan of a branch was looked at last, and when it is to be next. */
export interface OnCallWatch {
  /** this is the first look: what was before it is nobody's task */
  isNew: boolean
  lookedAt: Instant
  nextDueAt: Instant
}

/** Something on the office list about the plan itself. */
export interface OnCallItem {
  id: OfficeItemId
  kind: string
  subject: string
}
