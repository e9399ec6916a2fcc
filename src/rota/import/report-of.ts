import type { FileCount, ImportReport, PlanPart, RowNote } from './import-report.ts'
import type { FileProblem, RecognisedFile } from './read-file.ts'
import type { FileReading } from './read-import.ts'

/** One report of what was read and what is planned. */
export function reportOf(
  readings: readonly FileReading[],
  parts: readonly PlanPart[],
  written: boolean,
  dryRun: boolean,
): ImportReport {
  const order = readings.map((one) => one.file.name)
  const inOrder = (notes: RowNote[]) =>
    notes.toSorted((one, other) => order.indexOf(one.file) - order.indexOf(other.file) || one.line - other.line)
  const problems = inOrder([...readings, ...parts].flatMap((one) => one.problems))
  const outcomes = parts.flatMap((one) => one.outcomes)
  const count = (reading: FileReading): FileCount => {
    const file = reading.file.name
    const of = (what: string) => outcomes.filter((one) => one.file === file && one.what === what).length
    return {
      file,
      kind: reading.file.kind,
      rows: reading.rows,
      new: of('new'),
      changed: of('changed'),
      unchanged: parts.reduce((sum, part) => sum + (part.unchanged.get(file) ?? 0), 0),
      refused: new Set(problems.filter((one) => one.file === file).map((one) => one.line)).size,
      duplicates: reading.duplicates,
      merged: reading.merged,
      ignored: reading.ignored,
      columnsNotRead: reading.file.notRead,
    }
  }
  return {
    dryRun,
    written,
    fileProblems: [],
    files: readings.map(count),
    problems,
    warnings: inOrder([...readings, ...parts].flatMap((one) => one.warnings)),
    stillMissing: [],
    rows: outcomes,
    vanished: parts.flatMap((one) => one.vanished),
    changedVisits: [],
  }
}

/** The report of a call that stopped before anything was compared or written. */
export function stoppedReport(fileProblems: FileProblem[], dryRun: boolean): ImportReport {
  return {
    dryRun,
    written: false,
    fileProblems,
    files: [],
    problems: [],
    warnings: [],
    stillMissing: [],
    rows: [],
    vanished: [],
    changedVisits: [],
  }
}

/** Two files of the same name would be one in the report: the later ones get their number. */
export function withOwnNames(files: readonly RecognisedFile[]): RecognisedFile[] {
  const seen = new Map<string, number>()
  return files.map((file) => {
    const times = (seen.get(file.name) ?? 0) + 1
    seen.set(file.name, times)
    return times === 1 ? file : { ...file, name: `${file.name} (${times})` }
  })
}
