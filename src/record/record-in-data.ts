import type { Instant } from '../cellar/local-time.ts'
import { isoWithOffset } from '../cellar/local-time.ts'
import type { Arrival } from './arrival.ts'
import type { LateVisitRecord } from './late-visit-record.ts'
import type { LateReport } from './reports.ts'
import type { AttemptLine, Telling } from './tellings.ts'

/** Anything that JSON can say. */
export type Data = string | number | boolean | null | Data[] | { [name: string]: Data }

/**
 * A record for programs: instants as local time with its offset ("2026-11-24T09:20:00+00:00"), null where something is
 * not known, minutes as numbers that may be fractions.
 */
export function recordInData(record: LateVisitRecord): { [name: string]: Data } {
  const at = (instant: Instant | undefined) => moment(record, instant)
  const { agency, arrival, departure, standing, reason } = record
  return {
    number: record.number,
    visitRef: record.visitRef,
    agency: {
      name: agency.name,
      address: agency.address ?? null,
      lineNumber: agency.lineNumber,
      officeNumber: agency.officeNumber ?? null,
    },
    serviceUser: record.serviceUser,
    dateOfVisit: record.dateOfVisit,
    scheduledStart: at(record.scheduledStart),
    scheduledEnd: at(record.scheduledEnd),
    scheduledBefore: record.scheduledBefore.map(({ start, end }) => ({ start: at(start), end: at(end) })),
    durationMinutes: record.durationMinutes,
    delayedMinutes: record.delayedMinutes,
    standing: standing.kind,
    expectedStart: at(record.expectedStart),
    arrival: logInInData(record, arrival),
    departure: logInInData(record, departure),
    rosteredCareWorkers: record.rosteredCareWorkers,
    substituteCareWorkers: record.substituteCareWorkers,
    reason: reason === undefined ? null : { code: reason.code, words: reason.words },
    reports: record.reports.map((report) => ({
      by: report.by,
      source: report.source,
      at: at(report.at),
      minutes: report.minutes ?? null,
      expectedStart: at(report.newStart),
      reason: report.reason?.code ?? null,
      words: report.words ?? null,
      state: report.state,
      takenBackAt: at(report.takenBackAt),
    })),
    household: record.household.map((telling) => tellingInData(record, telling)),
    responsiblePerson: {
      name: record.responsiblePerson.name,
      tellings: record.responsiblePerson.tellings.map((telling) => tellingInData(record, telling)),
    },
    rules: record.rules.map((rule) => ({ ...rule, bound: rule.bound ?? null })),
    actionToBeTaken: record.actionToBeTaken,
    actionedBy: record.actionedBy,
    actionedAt: at(record.actionedAt),
    openedAt: at(record.openedAt),
    asAt: at(record.asAt),
  }
}

/** A record as one row of a table: the form's fields in its order, then what proves them. */
export const RECORD_COLUMNS: readonly { heading: string; cell(record: LateVisitRecord): string | number }[] = [
  { heading: 'record no', cell: (record) => record.number },
  { heading: "service user's name", cell: (record) => record.serviceUser },
  { heading: 'date of visit', cell: (record) => record.dateOfVisit },
  { heading: 'scheduled start', cell: (record) => written(record, record.scheduledStart) },
  { heading: 'scheduled end', cell: (record) => written(record, record.scheduledEnd) },
  { heading: 'minutes delayed', cell: (record) => hundredths(record.delayedMinutes) },
  { heading: 'visit duration minutes', cell: (record) => hundredths(record.durationMinutes) },
  { heading: 'reason code', cell: (record) => record.reason?.code ?? '' },
  { heading: 'reason for the delay', cell: (record) => record.reason?.words ?? '' },
  { heading: 'rostered care worker', cell: (record) => record.rosteredCareWorkers.join('; ') },
  { heading: 'substitute care worker', cell: (record) => record.substituteCareWorkers.join('; ') },
  { heading: 'action to be taken', cell: (record) => record.actionToBeTaken },
  { heading: 'actioned by', cell: (record) => record.actionedBy },
  { heading: 'outcome', cell: (record) => record.standing.kind },
  { heading: 'expected arrival', cell: (record) => written(record, record.expectedStart) },
  { heading: 'actual arrival', cell: (record) => written(record, record.arrival?.at) },
  { heading: 'reported by', cell: (record) => lastReport(record)?.by ?? '' },
  { heading: 'reported how', cell: (record) => lastReport(record)?.source ?? '' },
  { heading: 'reported at', cell: (record) => written(record, lastReport(record)?.at) },
  { heading: 'reports', cell: (record) => record.reports.length },
  {
    heading: 'reports taken back',
    cell: (record) => record.reports.filter((one) => one.state === 'taken-back').length,
  },
  { heading: 'told', cell: (record) => lastTold(record.household)?.told?.whom ?? '' },
  { heading: 'told at', cell: (record) => written(record, lastTold(record.household)?.told?.at) },
  { heading: 'time given', cell: (record) => written(record, lastTold(record.household)?.told?.expectedStart) },
  { heading: 'told by', cell: (record) => proofOf(record.household)?.channel ?? '' },
  { heading: 'proof grade', cell: (record) => proofOf(record.household)?.grade ?? '' },
  { heading: 'proof id', cell: (record) => proofOf(record.household)?.carrierId ?? '' },
  { heading: 'attempts', cell: (record) => record.household.flatMap((telling) => telling.attempts).length },
  { heading: 'responsible person told', cell: ({ responsiblePerson: r }) => lastTold(r.tellings)?.told?.whom ?? '' },
  {
    heading: 'responsible person told at',
    cell: (record) => written(record, lastTold(record.responsiblePerson.tellings)?.told?.at),
  },
  { heading: 'responsible person proof id', cell: ({ responsiblePerson: r }) => proofOf(r.tellings)?.carrierId ?? '' },
  { heading: 'definition', cell: ({ rules: [late] }) => late?.definitionKey ?? '' },
  { heading: 'definition version', cell: ({ rules: [late] }) => late?.definitionVersion ?? '' },
  { heading: 'late threshold minutes', cell: ({ rules: [late] }) => late?.minutes ?? '' },
  { heading: 'rules that fired', cell: (record) => record.rules.map((rule) => rule.what).join('; ') },
  { heading: 'visit ref', cell: (record) => record.visitRef },
  { heading: 'opened at', cell: (record) => written(record, record.openedAt) },
]

function tellingInData(record: LateVisitRecord, { told, dropped, ...telling }: Telling): Data {
  const at = (instant: Instant | undefined) => moment(record, instant)
  return {
    about: telling.about,
    whom: telling.whom,
    told:
      told === undefined
        ? null
        : { whom: told.whom, at: at(told.at), expectedStart: at(told.expectedStart), outdated: told.outdated },
    exhaustedAt: at(telling.exhaustedAt),
    dropped: dropped === undefined ? null : { ...dropped, at: at(dropped.at) },
    attempts: telling.attempts.map((attempt) => ({
      whom: attempt.whom,
      channel: attempt.channel,
      carrierId: attempt.carrierId ?? null,
      at: at(attempt.at),
      endedAt: at(attempt.endedAt),
      state: attempt.state,
      outcome: attempt.outcome ?? null,
      grade: attempt.grade ?? null,
      expectedStart: at(attempt.expectedStart),
      proof: attempt.proof,
    })),
  }
}

function logInInData(record: LateVisitRecord, one: Arrival | undefined): Data {
  return one === undefined ? null : { at: moment(record, one.at), who: one.who, source: one.source }
}

function moment({ zone }: LateVisitRecord, instant: Instant | undefined): string | null {
  return instant === undefined ? null : isoWithOffset(instant, zone)
}

function written(record: LateVisitRecord, instant: Instant | undefined): string {
  return moment(record, instant) ?? ''
}

/** The report that stands; where none does, the last that was made. */
function lastReport({ reports }: LateVisitRecord): LateReport | undefined {
  return reports.findLast((one) => one.state === 'stands') ?? reports.at(-1)
}

function lastTold(tellings: readonly Telling[]): Telling | undefined {
  return tellings.findLast((telling) => telling.told !== undefined)
}

function proofOf(tellings: readonly Telling[]): AttemptLine | undefined {
  return lastTold(tellings)?.attempts.find((attempt) => attempt.proof)
}

function hundredths(minutes: number): number {
  return Math.round(minutes * 100) / 100
}
