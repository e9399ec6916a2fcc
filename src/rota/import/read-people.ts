import type { z } from 'zod'
import type { ReadRow, RowNote } from './import-report.ts'
import type { RecognisedFile } from './read-file.ts'
import { cellOf, headingOf, isNoRow } from './read-file.ts'
import type { CsvRow } from './read-csv.ts'
import { isFormulaLike } from './cells.ts'

/** The rows of one file of people: those that can be taken, and why the others cannot. */
export interface ReadRows<Row> {
  rows: ReadRow<Row>[]
  problems: RowNote[]
  warnings: RowNote[]
  duplicates: number
  ignored: number
}

/**
 * Reads the rows of a file against the columns of its kind. A row with one unreadable cell is turned away whole: half a
 * person is worse than a message. The same row twice counts once; the same reference on two different rows is refused
 * the second time.
 */
export function readRows<Row extends object>(
  file: RecognisedFile,
  schema: z.ZodType<Row>,
  columns: readonly string[],
  refOf: (row: Row) => string,
): ReadRows<Row> {
  const seen = new Map<string, { line: number; cells: string }>()
  const absent = columns.filter((column) => !file.columns.has(column))
  const result: ReadRows<Row> = { rows: [], problems: [], warnings: [], duplicates: 0, ignored: 0 }
  for (const row of file.rows) {
    if (isNoRow(file, row) !== undefined) {
      result.ignored += 1
      continue
    }
    const problems = columnCountProblem(file, row) ?? []
    const read = problems.length > 0 ? undefined : schema.safeParse(cellsByColumn(file, row, columns))
    if (read?.success === false) problems.push(...read.error.issues.map((issue) => cellProblem(file, row, issue)))
    if (read?.success !== true) {
      result.problems.push(...problems)
      continue
    }
    const ref = refOf(read.data)
    const cells = JSON.stringify(row.cells)
    const earlier = seen.get(ref)
    if (earlier === undefined) {
      seen.set(ref, { line: row.line, cells })
      result.rows.push({ file: file.name, line: row.line, row: read.data, absent })
      result.warnings.push(...formulaWarnings(file, row))
    } else if (earlier.cells === cells) result.duplicates += 1
    else result.problems.push(sameRefProblem(file, row, ref, earlier.line))
  }
  return result
}

/** A remark about one row, with the file's own heading. */
export function noteOn(file: RecognisedFile, row: CsvRow, column: string, reason: string, message: string): RowNote {
  const value = column === '' ? '' : cellOf(file, row, column)
  return {
    file: file.name,
    line: row.line,
    column: column === '' ? '' : headingOf(file, column),
    value,
    reason,
    message,
  }
}

/** More or fewer cells than headings: a comma in a note without quotes, as a rule. */
export function columnCountProblem(file: RecognisedFile, row: CsvRow): RowNote[] | undefined {
  if (row.cells.length === file.width) return undefined
  const message =
    `The row has ${row.cells.length} cells, the headings are ${file.width}. ` +
    'Put text that holds commas or line breaks between quotation marks, and leave no cell out.'
  return [
    {
      ...noteOn(file, row, '', 'wrong_column_count', message),
      value: `${row.cells.length} cells, ${file.width} wanted`,
    },
  ]
}

/** Cells that a spreadsheet would run. They are kept as the text they are. */
export function formulaWarnings(file: RecognisedFile, row: CsvRow): RowNote[] {
  return [...file.columns.values()].flatMap(({ index, heading }) => {
    const cell = row.cells[index] ?? ''
    if (!isFormulaLike(cell) || /^\+\d[\d ]+$/.test(cell.trim())) return []
    const message = 'A spreadsheet would run this cell. It is kept as plain text; check that it is meant.'
    return [{ file: file.name, line: row.line, column: heading, value: cell, reason: 'formula_like_text', message }]
  })
}

function cellsByColumn(file: RecognisedFile, row: CsvRow, columns: readonly string[]): Record<string, string> {
  return Object.fromEntries(columns.map((column) => [column, cellOf(file, row, column)]))
}

function cellProblem(file: RecognisedFile, row: CsvRow, issue: z.core.$ZodIssue): RowNote {
  return noteOn(file, row, String(issue.path[0] ?? ''), 'bad_cell', issue.message)
}

function sameRefProblem(file: RecognisedFile, row: CsvRow, ref: string, line: number): RowNote {
  const message = `${ref} stands in line ${line} already, with other words. Keep one of the two rows.`
  return noteOn(file, row, '', 'duplicate_ref_conflict', message)
}
