import {
  agencyId,
  attemptId,
  branchId,
  careWorkerId,
  carrierAccountId,
  contactId,
  eventId,
  serviceUserId,
  visitId,
} from '../../src/cellar/ids.ts'
import { toInstant } from '../../src/cellar/local-time.ts'
import { parsePhoneNumber, type PhoneNumber } from '../../src/cellar/phone-number.ts'
import type { AttemptFacts, ContactFacts } from '../../src/contact/attempt-facts.ts'
import type { StoredLateRecord } from '../../src/record/late-visit-record.ts'
import type { CareWorkerFacts, VisitEvent, VisitFacts } from '../../src/rota/visit-facts.ts'

/** Facts of one visit to Mrs Brenda Trundle, planned 9am to 9.30am, as tests of the record need them. */
export const ZONE = 'Europe/London'
export const DAY = '2026-11-24'

/** A wall-clock time of the day of the visit. */
export function at(time: string, date = DAY): number {
  return toInstant({ date, time }, ZONE, 'start')
}

export const anna: CareWorkerFacts = {
  id: careWorkerId('anna'),
  firstName: 'Anna',
  lastName: 'Kowal',
  knownAs: 'Anna',
  numbers: [],
}
export const sam: CareWorkerFacts = {
  id: careWorkerId('sam'),
  firstName: 'Sam',
  lastName: 'Osei',
  knownAs: 'Sam',
  numbers: [],
}

export const stored: StoredLateRecord = {
  number: 1,
  openedAt: at('08:40'),
  definitionKey: 'QCS-policy',
  definitionVersion: 1,
  lateMinutes: 15,
  actionToBeTaken: '',
  actionedBy: '',
  actionedAt: undefined,
}

export function aVisit(changes: Partial<VisitFacts> = {}): VisitFacts {
  return {
    id: visitId('visit'),
    agencyId: agencyId('quillbrook'),
    branchId: branchId('hertford'),
    branch: {
      agencyName: 'Quillbrook Home Care',
      zone: ZONE,
      lineNumber: number('01632 960999'),
      officeNumber: number('01632 960998'),
      responsible: { id: 'rosa', firstName: 'Rosa', lastName: 'Achebe', role: 'registered_manager', numbers: [] },
    },
    ref: 'V1',
    visitType: 'personal_care',
    careWorkersRequired: 1,
    serviceUser: {
      id: serviceUserId('brenda'),
      ref: 'SU1',
      title: 'Mrs',
      firstName: 'Brenda',
      lastName: 'Trundle',
      preferredName: 'Brenda',
      livesAlone: true,
      cognitiveImpairment: false,
      riskGrade: 'moderate',
      relayUk: false,
      noMobileSignal: false,
      preferredChannel: 'voice_landline',
      language: 'en',
      numbers: [],
      contacts: [
        {
          id: 'gail',
          order: 1,
          firstName: 'Gail',
          lastName: 'Trundle',
          relationship: 'daughter',
          mayBeTold: true,
          canVisit: true,
          ringFrom: '',
          ringTo: '',
          language: 'en',
          numbers: [],
        },
      ],
      statuses: [],
      contract: { definitionKey: 'QCS-policy', definitionVersion: 1, lateMinutes: 15, missedMinutes: 30 },
    },
    plans: [plan(1, '09:00', '09:30')],
    allocations: [{ slot: 1, careWorker: anna, runOrder: 1, fromAt: 0, untilAt: undefined }],
    events: [],
    lateRecord: 1,
    previousAlsoLate: false,
    ...changes,
  }
}

export function plan(
  rev: number,
  start: string,
  end: string,
  more: Partial<VisitFacts['plans'][number]> = {},
): VisitFacts['plans'][number] {
  return {
    rev,
    plannedStart: at(start),
    plannedEnd: at(end),
    timeCritical: false,
    timeCriticalReason: '',
    status: 'planned',
    ...more,
  }
}

export function anEvent(id: string, kind: string, time: string, more: Partial<VisitEvent> = {}): VisitEvent {
  return {
    id: eventId(id),
    kind,
    minutes: undefined,
    newStart: undefined,
    reason: undefined,
    careWorkerId: anna.id,
    source: 'text',
    evidence: 'own statement',
    receivedAt: at(time),
    retracts: undefined,
    ...more,
  }
}

export function late(id: string, time: string, minutes: number, more: Partial<VisitEvent> = {}): VisitEvent {
  return anEvent(id, 'late', time, { minutes, newStart: at('09:00') + minutes * 60_000, ...more })
}

export function aContact(message: string, attempts: AttemptFacts[], more: Partial<ContactFacts> = {}): ContactFacts {
  return {
    id: contactId(`contact-${message}`),
    agencyId: agencyId('quillbrook'),
    branchId: branchId('hertford'),
    accountId: carrierAccountId('account'),
    lineNumber: number('01632 960999'),
    matterId: undefined,
    visitId: visitId('visit'),
    party: { kind: 'service-user', id: 'brenda' },
    number: undefined,
    message,
    details: {},
    subject: `visit telling ${message}`,
    class: 2,
    riskAt: 0,
    createdAt: at('08:40'),
    nextDueAt: undefined,
    validUntil: undefined,
    toldAt: undefined,
    toldWhom: undefined,
    droppedAt: undefined,
    exhaustedAt: undefined,
    attempts,
    ...more,
  }
}

export function anAttempt(id: string, more: Partial<AttemptFacts> = {}): AttemptFacts {
  return {
    id: attemptId(id),
    contactId: contactId('contact'),
    channel: 'call',
    number: number('01632 960101'),
    party: { kind: 'service-user', id: 'brenda' },
    state: 'ended',
    plannedAt: at('08:40'),
    dueAt: at('08:40'),
    placedAt: at('08:40'),
    endedAt: at('08:41'),
    settledAt: undefined,
    lookUps: 0,
    providerId: `CA-${id}`,
    outcome: 'answered',
    code: undefined,
    answeredBy: undefined,
    grade: undefined,
    proof: undefined,
    said: undefined,
    cancelWanted: false,
    ...more,
  }
}

function number(text: string): PhoneNumber {
  const parsed = parsePhoneNumber(text)
  if (parsed === undefined) throw new Error(`not a number for a test: ${text}`)
  return parsed
}
