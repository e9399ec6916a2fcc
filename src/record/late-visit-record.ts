import type { Change } from '../cellar/change.ts'
import type { Instant, LocalDate, Zone } from '../cellar/local-time.ts'
import { minutesBetween, toLocal } from '../cellar/local-time.ts'
import type { PhoneNumber } from '../cellar/phone-number.ts'
import type { NewId } from '../cellar/ports.ts'
import type { ContactFacts } from '../contact/attempt-facts.ts'
import type { ReasonWords } from '../lateness/reason-words.ts'
import type { Situation } from '../lateness/situation.ts'
import { situationOf } from '../lateness/situation.ts'
import type { VisitFacts } from '../rota/visit-facts.ts'
import { arrivalOf, departureOf, standingOf, type Arrival, type Standing } from './arrival.ts'
import { rosteredAndSubstitutes, serviceUserName } from './people.ts'
import { reasonOf, reportsOf, type LateReport, type Reason } from './reports.ts'
import { rulesOf, type RuleLine } from './rules.ts'
import { tellingsOf, type Telling } from './tellings.ts'

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

/** What is stored with a record: its number, the definition that called the visit late, and what only a human knows. */
export interface StoredLateRecord {
  /** counts from 1 in each branch */
  number: number
  openedAt: Instant
  definitionKey: string
  definitionVersion: number
  lateMinutes: number
  actionToBeTaken: string
  actionedBy: string
  /** when that was entered */
  actionedAt: Instant | undefined
}

/** The Late Visit Record as it reads now (P-072 to P-079, P-150, P-152, P-154). Instants; minutes may be fractions. */
export interface LateVisitRecord {
  number: number
  openedAt: Instant
  /** the moment as of which everything here is told */
  asAt: Instant
  agency: { name: string; address: string | undefined; lineNumber: PhoneNumber; officeNumber: PhoneNumber | undefined }
  zone: Zone
  visitRef: string
  serviceUser: string
  /** of the planned start, in the branch's zone (P-152) */
  dateOfVisit: LocalDate
  scheduledStart: Instant
  scheduledEnd: Instant
  durationMinutes: number
  /** earlier plans of the same visit at other times: a plan moved afterwards does not hide a delay */
  scheduledBefore: { start: Instant; end: Instant }[]
  /** never below zero; by the actual arrival once there is one, by the expected one until then (P-076) */
  delayedMinutes: number
  expectedStart: Instant
  arrival: Arrival | undefined
  departure: Arrival | undefined
  standing: Standing
  /** the care workers initially allocated, one for each that the visit needs (P-072, P-083) */
  rosteredCareWorkers: string[]
  /** those who do the visit now in place of them (P-073) */
  substituteCareWorkers: string[]
  reason: Reason | undefined
  reports: LateReport[]
  /** the service user's household, in order of time (P-063, P-064) */
  household: Telling[]
  /** the responsible person (P-067) */
  responsiblePerson: { name: string; tellings: Telling[] }
  /** which definition and threshold fired; several can hold at once (N1) */
  rules: RuleLine[]
  actionToBeTaken: string
  actionedBy: string
  actionedAt: Instant | undefined
}

/**
 * Puts the record together from the facts as they are known now: plan revisions, allocations, events, contacts.
 * Nothing of it is stored but `stored`, so a record can never disagree with what happened.
 */
export function lateVisitRecord(
  visit: VisitFacts,
  contacts: readonly ContactFacts[],
  stored: StoredLateRecord,
  now: Instant,
  reasons: ReasonWords,
): LateVisitRecord {
  const situation = situationOf(visit, now)
  const { plannedStart, plannedEnd } = situation.plan
  const arrival = arrivalOf(visit)
  const { branch, serviceUser } = visit
  return {
    number: stored.number,
    openedAt: stored.openedAt,
    asAt: now,
    agency: {
      name: branch.agencyName,
      address: branch.agencyAddress,
      lineNumber: branch.lineNumber,
      officeNumber: branch.officeNumber,
    },
    zone: branch.zone,
    visitRef: visit.ref,
    serviceUser: serviceUserName(serviceUser),
    dateOfVisit: toLocal(plannedStart, branch.zone).date,
    scheduledStart: plannedStart,
    scheduledEnd: plannedEnd,
    durationMinutes: minutesBetween(plannedStart, plannedEnd),
    scheduledBefore: earlierPlans(visit),
    delayedMinutes: Math.max(0, minutesBetween(plannedStart, arrival?.at ?? situation.expectedStart)),
    expectedStart: situation.expectedStart,
    arrival,
    departure: departureOf(visit),
    standing: standingOf(visit, stored, situation),
    ...rosteredAndSubstitutes(visit.allocations),
    reason: reasonOf(visit, reasons),
    reports: reportsOf(visit, reasons),
    household: tellingsOf(visit, contacts, ['eta'], situation),
    responsiblePerson: {
      name: branch.responsible === undefined ? '' : `${branch.responsible.firstName} ${branch.responsible.lastName}`,
      tellings: tellingsOf(visit, contacts, ['late-notice', 'late-notice-undone'], situation),
    },
    rules: rulesOf(visit, stored, arrival?.at),
    actionToBeTaken: stored.actionToBeTaken,
    actionedBy: stored.actionedBy,
    actionedAt: stored.actionedAt,
  }
}

function earlierPlans(visit: VisitFacts): { start: Instant; end: Instant }[] {
  const plans = visit.plans.map((p) => ({ start: p.plannedStart, end: p.plannedEnd }))
  return plans.slice(0, -1).filter((plan, n) => {
    const next = plans[n + 1]
    return plan.start !== next?.start || plan.end !== next.end
  })
}
