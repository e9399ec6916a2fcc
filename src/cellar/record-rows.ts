import type { VisitId } from './ids.ts'
import type { Instant } from './local-time.ts'
import type { Place } from './new-rows.ts'

export interface NewLateRecord extends Place {
  id: string
  visitId: VisitId
  openedAt: Instant
  definitionKey: string
  definitionVersion: number
  lateMinutes: number
}

/** A missed visit is an incident, and they are opened together (P-103). */
export interface NewMissedRecord extends Place {
  id: string
  incidentId: string
  visitId: VisitId
  openedAt: Instant
  definitionKey: string
  definitionVersion: number
  missedMinutes: number
}
