import type { Instant, Zone } from '../../cellar/local-time.ts'
import { readText } from './cells.ts'
import type { RowNote } from './import-report.ts'
import { REFUSALS, WARNINGS } from './import-words.ts'
import type { CsvRow } from './read-csv.ts'
import type { RecognisedFile } from './read-file.ts'
import { cellOf, headingOf, isNoRow } from './read-file.ts'
import { noteOn } from './read-people.ts'
import type { Directory, ReadVisit, VisitRowReading } from './read-visit-row.ts'
import { createVisitRowReader } from './read-visit-row.ts'
import { createWallClock } from './wall-clock.ts'

export interface ReadVisits {
  visits: ReadVisit[]
  problems: RowNote[]
  warnings: RowNote[]
  /** rows that make no visit of their own */
  passedOver: { line: number; why: 'blank' | 'total' | 'remark' | 'duplicate' | 'merged'; of?: number }[]
  /** references of rows that were refused: those visits have not vanished */
  refusedRefs: string[]
}

/**
 * Reads the visits of one file. Nobody is created: a row about an unknown service user is refused, an unknown care worker
 * leaves the visit in with nobody on it. Two rows alike in every cell are one; two rows with the same person, start and
 * end but different care workers are one double-up; the same reference on another visit is refused.
 */
export function readVisits(file: RecognisedFile, directory: Directory, zone: Zone): ReadVisits {
  const result: ReadVisits = { visits: [], problems: [], warnings: [], passedOver: [], refusedRefs: [] }
  const placed = createPlaces()
  const readRow = createVisitRowReader(file, directory, createWallClock(zone), placed.isFirstTaken)
  const seen = new Map<string, number>()
  for (const row of file.rows) {
    const noRow = isNoRow(file, row)
    const cells = JSON.stringify(row.cells.map((cell) => cell.trim()))
    const earlier = seen.get(cells)
    if (noRow !== undefined) result.passedOver.push({ line: row.line, why: noRow })
    else if (earlier !== undefined) result.passedOver.push({ line: row.line, why: 'duplicate', of: earlier })
    else take(file, row, readRow(row), placed, result)
    if (earlier === undefined) seen.set(cells, row.line)
  }
  result.warnings.push(...overlapWarnings(file, result.visits))
  result.warnings.sort((one, other) => one.line - other.line)
  return result
}

type Places = ReturnType<typeof createPlaces>

/** Where visits stand already: by reference, and by person and start. */
function createPlaces() {
  const byRef = new Map<string, ReadVisit>()
  const byStart = new Map<string, ReadVisit>()
  const startOf = (visit: { serviceUserRef: string; start: Instant }) => `${visit.serviceUserRef} ${visit.start}`
  return {
    sameStart: (visit: ReadVisit) => byStart.get(startOf(visit)),
    isRefTaken: (visit: ReadVisit) => visit.ref !== undefined && byRef.has(visit.ref),
    isFirstTaken(visit: { serviceUserRef: string; ref: string | undefined; start: Instant }): boolean {
      const there = byStart.get(startOf(visit))?.ref
      return there !== undefined && visit.ref !== undefined && there !== visit.ref
    },
    put(visit: ReadVisit): void {
      if (visit.ref !== undefined) byRef.set(visit.ref, visit)
      if (!byStart.has(startOf(visit))) byStart.set(startOf(visit), visit)
    },
  }
}

function take(file: RecognisedFile, row: CsvRow, reading: VisitRowReading, placed: Places, result: ReadVisits): void {
  if ('problems' in reading) return refuse(file, row, reading.problems, result)
  const { visit, warnings } = reading
  const same = placed.sameStart(visit)
  if (same !== undefined && isOtherHalf(same, visit)) {
    join(same, visit)
    result.passedOver.push({ line: row.line, why: 'merged', of: same.line })
  } else if (placed.isRefTaken(visit)) {
    const problem = noteOn(file, row, 'visit_ref', 'duplicate_ref_conflict', REFUSALS.duplicate_ref_conflict)
    return refuse(file, row, [problem], result)
  } else {
    placed.put(visit)
    result.visits.push(visit)
  }
  result.warnings.push(...warnings)
}

function refuse(file: RecognisedFile, row: CsvRow, problems: RowNote[], result: ReadVisits): void {
  result.problems.push(...problems)
  const ref = readText(cellOf(file, row, 'visit_ref'))
  if (ref !== '') result.refusedRefs.push(ref)
}

/** The other row of a double-up that was written as two rows. */
function isOtherHalf(one: ReadVisit, other: ReadVisit): boolean {
  const workers = new Set(one.careWorkerRefs)
  return one.end === other.end && one.status === other.status && other.careWorkerRefs.every((ref) => !workers.has(ref))
}

function join(into: ReadVisit, other: ReadVisit): void {
  into.careWorkerRefs.push(...other.careWorkerRefs)
  into.runRefs.push(...other.runRefs)
  into.travelMinutes.push(...other.travelMinutes)
  into.careWorkersRequired = into.careWorkerRefs.length
}

/** A care worker in two places at once; said of the visit that starts later. */
function overlapWarnings(file: RecognisedFile, visits: readonly ReadVisit[]): RowNote[] {
  const planned = visits.filter((one) => one.status === 'planned').toSorted((one, other) => one.start - other.start)
  const busyUntil = new Map<string, Instant>()
  return planned.flatMap((visit) => {
    const refs = visit.careWorkerRefs.filter((ref) => ref !== undefined)
    const overlaps = refs.filter((ref) => (busyUntil.get(ref) ?? -Infinity) > visit.start)
    for (const ref of refs) busyUntil.set(ref, Math.max(visit.end, busyUntil.get(ref) ?? -Infinity))
    return overlaps.map((ref) => ({
      file: file.name,
      line: visit.line,
      column: headingOf(file, 'worker_ref'),
      value: ref,
      reason: 'worker_overlap',
      message: WARNINGS.worker_overlap,
    }))
  })
}
