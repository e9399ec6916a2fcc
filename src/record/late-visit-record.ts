import type { Change } from '../cellar/change.ts'
import type { Instant } from '../cellar/local-time.ts'
import type { NewId } from '../cellar/ports.ts'
import type { ContactFacts } from '../contact/attempt-facts.ts'
import { GRADE_WORDS } from '../contact/grade.ts'
import type { Situation } from '../lateness/situation.ts'
import { situationOf } from '../lateness/situation.ts'
import type { VisitFacts } from '../rota/visit-facts.ts'
import { careWorkersNow, initiallyAllocated, standingEvents } from '../rota/visit-now.ts'

/** Opens the record when the visit is late by its contract and has none; which definition said so is stored with it. */
export function openLateRecord(visit: VisitFacts, situation: Situation, now: Instant, newId: NewId): Change[] {
  if (!situation.late || !situation.contactAllowed || visit.lateRecord !== undefined) return []
  const { definitionKey, definitionVersion, lateMinutes } = visit.serviceUser.contract
  return [
    {
      kind: 'late-record-opened',
      record: {
        agencyId: visit.agencyId,
        branchId: visit.branchId,
        id: newId(),
        visitId: visit.id,
        openedAt: now,
        definitionKey,
        definitionVersion,
        lateMinutes,
      },
    },
  ]
}

/** Who was told, when, by which call or text, and how well that is proved. */
export interface ToldLine {
  whom: string
  at: Instant | undefined
  channel: 'call' | 'text'
  carrierId: string | undefined
  grade: string
}

/** The Late Visit Record, read from the facts (P-072 to P-079, P-152, P-154; P-083 for the care worker allocated first). */
export interface LateVisitRecord {
  serviceUser: string
  dateAndTime: Instant
  durationMinutes: number
  rosteredCareWorker: string
  substituteCareWorker: string
  minutesDelayed: number
  expectedAt: Instant
  arrivedAt: Instant | undefined
  reason: string
  reportedBy: { source: string; at: Instant; minutes: number | undefined }[]
  told: ToldLine[]
  actionToBeTaken: string
  actionedBy: string
}

export interface HumanPart {
  actionToBeTaken: string
  actionedBy: string
}

/** Puts the record together from what is known now; only the human's two fields are stored with it. */
export function lateVisitRecord(visit: VisitFacts, contacts: ContactFacts[], human: HumanPart, now: Instant): LateVisitRecord {
  const situation = situationOf(visit, now)
  const reports = visit.events.filter((e) => e.kind === 'late')
  const rostered = initiallyAllocated(visit)?.careWorker
  const current = careWorkersNow(visit)[0]
  const arrived = situation.arrivedAt
  const delayedTo = arrived ?? situation.expectedStart
  return {
    serviceUser: `${visit.serviceUser.title} ${visit.serviceUser.firstName} ${visit.serviceUser.lastName}`.trim(),
    dateAndTime: situation.plan.plannedStart,
    durationMinutes: (situation.plan.plannedEnd - situation.plan.plannedStart) / 60_000,
    rosteredCareWorker: nameOf(rostered),
    substituteCareWorker: current?.id === rostered?.id ? '' : nameOf(current),
    minutesDelayed: Math.max(0, Math.round((delayedTo - situation.plan.plannedStart) / 60_000)),
    expectedAt: situation.expectedStart,
    arrivedAt: arrived,
    reason: standingEvents(visit).findLast((e) => e.reason !== undefined)?.reason ?? '',
    reportedBy: reports.map((e) => ({ source: e.source, at: e.receivedAt, minutes: e.minutes })),
    told: contacts.filter((c) => c.message === 'eta').flatMap(toldLines),
    ...human,
  }
}

function toldLines(contact: ContactFacts): ToldLine[] {
  return contact.attempts
    .filter((a) => a.providerId !== undefined)
    .map((a) => ({
      whom: a.party.kind === 'service-user' ? 'service user' : 'contact of the service user',
      at: a.endedAt ?? a.placedAt,
      channel: a.channel,
      carrierId: a.providerId,
      grade: a.grade === undefined ? 'under way' : `${a.grade} ${GRADE_WORDS[a.grade]}`,
    }))
}

function nameOf(worker: { firstName: string; lastName: string } | undefined): string {
  return worker === undefined ? '' : `${worker.firstName} ${worker.lastName}`
}
