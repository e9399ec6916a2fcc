import type { FileKind } from './columns.ts'
import type { CellChange, ReadRow, RowNote, RowOutcome } from './import-report.ts'
import type { ImportContext, Kept, Stored } from './rota-changes.ts'

/** The rows of one kind beside what is stored: what is new, what differs, what is the same. */
export interface Compared<Row> {
  /** new and changed rows, with the columns that differ; a new row has none */
  kept: (Kept<Row> & { read: ReadRow<Row>; ref: string; changed: Set<string> })[]
  outcomes: RowOutcome[]
  problems: RowNote[]
  /** how many rows of each file are as they were */
  unchanged: Map<string, number>
}

/**
 * Compares rows with the rows last imported. A row that says what it said last time is left alone, whatever has become of
 * it here since. Columns the file does not have keep what is stored.
 */
export function compareRows<Row extends object>(
  kind: FileKind,
  rows: readonly ReadRow<Row>[],
  stored: ReadonlyMap<string, Stored>,
  refOf: (row: Row) => string,
  context: ImportContext,
): Compared<Row> {
  const result: Compared<Row> = { kept: [], outcomes: [], problems: [], unchanged: new Map() }
  for (const read of rows) {
    const ref = refOf(read.row)
    const own = ownNumberProblem(read, context)
    const before = stored.get(ref)
    const row = before === undefined ? read.row : withStored(read, before)
    const columns = before === undefined ? [] : cellChanges(before.row, row)
    if (own !== undefined) result.problems.push(own)
    else if (before !== undefined && columns.length === 0) count(result.unchanged, read.file)
    else {
      const changed = new Set(columns.map((one) => one.column))
      result.kept.push({ id: before?.id ?? context.newId(), isNew: before === undefined, row, read, ref, changed })
      const what = before === undefined ? 'new' : 'changed'
      result.outcomes.push({ file: read.file, line: read.line, kind, ref, what, columns })
    }
  }
  return result
}

/** The columns in which two rows differ, in words for people. */
export function cellChanges(was: Readonly<Record<string, unknown>>, now: object): CellChange[] {
  return Object.entries(now).flatMap(([column, value]) => {
    const before = was[column]
    return JSON.stringify(before ?? null) === JSON.stringify(value ?? null)
      ? []
      : [{ column, was: plain(before), now: plain(value) }]
  })
}

function withStored<Row extends object>(read: ReadRow<Row>, stored: Stored): Row {
  const kept = read.absent.filter((column) => column in stored.row && column in read.row)
  return { ...read.row, ...Object.fromEntries(kept.map((column) => [column, stored.row[column]])) }
}

function ownNumberProblem<Row extends object>(read: ReadRow<Row>, context: ImportContext): RowNote | undefined {
  const own = Object.entries(read.row).find(
    ([, value]) => typeof value === 'string' && context.ownNumbers.includes(value),
  )
  if (own === undefined) return undefined
  const message = 'This is the agency’s own line. Write the number on which this person is reached.'
  return { file: read.file, line: read.line, column: own[0], value: String(own[1]), reason: 'own_number', message }
}

function count(counts: Map<string, number>, file: string): void {
  counts.set(file, (counts.get(file) ?? 0) + 1)
}

function plain(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'Y' : 'N'
  if (Array.isArray(value)) return value.map(plain).join(';')
  return value === undefined || value === null ? '' : JSON.stringify(value)
}
