import type { Instant, LocalDate } from '../../cellar/local-time.ts'
import type { StatusStatement } from '../package-status.ts'
import { packageStatusAt } from '../package-status.ts'
import { isFractionOfDay, readDate, readFlag, readText } from './cells.ts'
import type { VisitColumn } from './columns.ts'
import { NOBODY, VISIT_STATUSES } from './columns.ts'
import type { RowNote } from './import-report.ts'
import type { Refusal, Warning } from './import-words.ts'
import { REFUSALS, WARNINGS } from './import-words.ts'
import type { KnownPerson, Match } from './match-people.ts'
import { matcherOf } from './match-people.ts'
import type { CsvRow } from './read-csv.ts'
import type { RecognisedFile } from './read-file.ts'
import { cellOf, headingOf } from './read-file.ts'
import { columnCountProblem, formulaWarnings, noteOn } from './read-people.ts'
import type { TimesOfFile, TimeWarning } from './visit-times.ts'
import { readTimes } from './visit-times.ts'
import { faultsOfTimes } from './visit-time-faults.ts'
import type { WallClock } from './wall-clock.ts'

/** A visit as a file gives it, with its people found and its times turned into instants. */
export interface ReadVisit {
  file: string
  line: number
  /** the rota system's own reference, where it has one */
  ref: string | undefined
  serviceUserRef: string
  /** by slot; undefined where nobody is allocated */
  careWorkerRefs: (string | undefined)[]
  careWorkersRequired: number
  start: Instant
  end: Instant
  /** the branch's date on which it starts */
  localDate: LocalDate
  visitType: string
  /** undefined where the file does not say */
  timeCritical: boolean | undefined
  timeCriticalReason: string
  toleranceMinutes: number | undefined
  funderRef: string
  packageRef: string
  /** by slot, like the travel */
  runRefs: string[]
  runOrder: number | undefined
  travelMinutes: (number | undefined)[]
  status: 'planned' | 'cancelled' | 'suspended'
  notes: string
}

/** Whom the agency knows when a visit file is read. */
export interface Directory {
  serviceUsers: (KnownPerson & { statuses: StatusStatement[] })[]
  careWorkers: (KnownPerson & { status: string })[]
}

export type VisitRowReading = { visit: ReadVisit; warnings: RowNote[] } | { problems: RowNote[] }

/** Whether the first of two equal local times is taken by another visit of the same person. */
export type FirstTaken = (visit: { serviceUserRef: string; ref: string | undefined; start: Instant }) => boolean

/** A reader of the rows of one file, one at a time; what two rows mean together is for `read-visits`. */
export function createVisitRowReader(
  file: RecognisedFile,
  directory: Directory,
  clock: WallClock,
  firstTaken: FirstTaken,
): (row: CsvRow) => VisitRowReading {
  const times = timesOfFile(file, clock)
  const find = { serviceUser: matcherOf(directory.serviceUsers), careWorker: matcherOf(directory.careWorkers) }
  const statusesOf = new Map(directory.serviceUsers.map((one) => [one.ref, one.statuses]))
  const workerStatus = new Map(directory.careWorkers.map((one) => [one.ref, one.status]))
  const personColumn: VisitColumn = file.columns.has('service_user_name') ? 'service_user_name' : 'service_user_ref'

  return (row) => {
    const cell = (column: VisitColumn) => readText(cellOf(file, row, column))
    const fault = (reason: Refusal, column: VisitColumn) => noteOn(file, row, column, reason, REFUSALS[reason])
    const miscounted = columnCountProblem(file, row)
    if (miscounted !== undefined) return { problems: miscounted }
    const names = { ref: cell('service_user_ref'), name: cell('service_user_name'), postcode: cell('postcode') }
    const person = find.serviceUser(names)
    const written = timeCells(file, row)
    const faultsOfWhen = () => faultsOfTimes(written, times).map(({ reason, column }) => fault(reason, column))
    if (person.kind !== 'found')
      return { problems: [fault(REFUSED_MATCH[person.kind], personColumn), ...faultsOfWhen()] }
    const ref = cell('visit_ref') === '' ? undefined : cell('visit_ref')
    const isTaken = (start: Instant) => firstTaken({ serviceUserRef: person.ref, ref, start })
    const when = readTimes(written, times, isTaken)
    if ('reason' in when) return { problems: faultsOfWhen() }
    const status = statusOf(cell('status'))
    const workers = [careWorkerOf(row, 'worker'), careWorkerOf(row, 'second_worker')] as const
    const required = Math.max(whole(cell('workers_required')) ?? 1, workers[1].meant ? 2 : 1)
    const visit: ReadVisit = {
      file: file.name,
      line: row.line,
      ref,
      serviceUserRef: person.ref,
      careWorkerRefs: workers.slice(0, required).map((one) => one.ref),
      careWorkersRequired: required,
      start: when.start,
      end: when.end,
      localDate: when.localDate,
      visitType: cell('visit_type'),
      timeCritical: file.columns.has('time_critical') ? (readFlag(cell('time_critical')) ?? false) : undefined,
      timeCriticalReason: cell('time_critical_reason'),
      toleranceMinutes: whole(cell('tolerance_min')),
      funderRef: cell('funder_ref'),
      packageRef: cell('package_ref'),
      runRefs: [cell('run_ref'), cell('second_run_ref')].slice(0, required),
      runOrder: whole(cell('run_order')),
      travelMinutes: [whole(cell('travel_min')), whole(cell('second_travel_min'))].slice(0, required),
      status: status ?? 'planned',
      notes: cell('notes'),
    }
    const remarks: [Warning, VisitColumn][] = [
      ...when.warnings.map((one): [Warning, VisitColumn] => [one, TIME_COLUMNS[one]]),
      ...(status === undefined ? ([['unknown_status', 'status']] as [Warning, VisitColumn][]) : []),
      ...(visit.status === 'planned' ? peopleRemarks(visit, workers.slice(0, required)) : []),
    ]
    const warnings = remarks.map(([reason, column]) => noteOn(file, row, column, reason, WARNINGS[reason]))
    return { visit, warnings: [...warnings, ...formulaWarnings(file, row)] }
  }

  function careWorkerOf(row: CsvRow, which: 'worker' | 'second_worker'): FoundWorker {
    const column: VisitColumn = file.columns.has(`${which}_name`) ? `${which}_name` : `${which}_ref`
    const [ref, name] = [readText(cellOf(file, row, `${which}_ref`)), readText(cellOf(file, row, `${which}_name`))]
    const found = find.careWorker({ ref: isNobody(ref) ? '' : ref, name: isNobody(name) ? '' : name })
    if (found.kind === 'found') return { ref: found.ref, meant: true, warning: undefined, column }
    if (found.kind !== 'missing') return { ref: undefined, meant: true, warning: UNFOUND_WORKER[found.kind], column }
    return {
      ref: undefined,
      meant: false,
      warning: which === 'worker' ? 'unallocated' : 'second_worker_missing',
      column,
    }
  }

  function peopleRemarks(visit: ReadVisit, workers: readonly FoundWorker[]): [Warning, VisitColumn][] {
    const status = packageStatusAt(statusesOf.get(visit.serviceUserRef) ?? [], visit.start)
    const person: [Warning, VisitColumn][] = status === 'active' ? [] : [['service_user_not_active', personColumn]]
    return workers.reduce((all, { ref, warning, column }) => {
      if (warning !== undefined) all.push([warning, column])
      if (ref !== undefined && workerStatus.get(ref) !== 'active') all.push(['worker_not_available', column])
      return all
    }, person)
  }
}

interface FoundWorker {
  ref: string | undefined
  /** the row names somebody, known or not */
  meant: boolean
  warning: Warning | undefined
  column: VisitColumn
}

const REFUSED_MATCH: Record<Exclude<Match['kind'], 'found'>, Refusal> = {
  missing: 'missing_service_user',
  unknown: 'unknown_service_user',
  ambiguous: 'ambiguous_service_user',
  conflict: 'ref_name_conflict',
}

const UNFOUND_WORKER: Record<Exclude<Match['kind'], 'found' | 'missing'>, Warning> = {
  unknown: 'unknown_worker',
  ambiguous: 'ambiguous_worker',
  conflict: 'worker_ref_name_conflict',
}

const TIME_COLUMNS: Record<TimeWarning, VisitColumn> = {
  nonexistent_local_time: 'planned_start',
  repeated_local_time: 'planned_start',
  duration_mismatch: 'duration',
}

/** What one row cannot say: whether some date is month first, whether some time is a fraction of a day. */
function timesOfFile(file: RecognisedFile, clock: WallClock): TimesOfFile {
  const cells = (column: VisitColumn) => file.rows.map((row) => cellOf(file, row, column))
  return {
    clock,
    monthFirst: cells('date').some((cell) => readDate(cell).kind === 'month-first'),
    fractions: [...cells('planned_start'), ...cells('planned_end')].some(isFractionOfDay),
  }
}

function timeCells(file: RecognisedFile, row: CsvRow) {
  const cell = (column: VisitColumn) => cellOf(file, row, column)
  return {
    date: cell('date'),
    start: cell('planned_start'),
    end: cell('planned_end'),
    length: cell('duration'),
    lengthHeading: headingOf(file, 'duration'),
  }
}

function statusOf(cell: string): ReadVisit['status'] | undefined {
  const plain = cell.toLowerCase()
  return plain.startsWith('canc') ? 'cancelled' : VISIT_STATUSES[plain]
}

function isNobody(cell: string): boolean {
  return NOBODY.includes(cell.toLowerCase())
}

function whole(cell: string): number | undefined {
  return /^\d{1,5}$/.test(cell) ? Number(cell) : undefined
}
