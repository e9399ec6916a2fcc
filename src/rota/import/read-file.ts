import type { FileKind, VisitColumn } from './columns.ts'
import { MARKS, plainHeading, VISIT_HEADINGS } from './columns.ts'
import type { CsvRow } from './read-csv.ts'
import { isBlank, readCsv } from './read-csv.ts'

/** A file as it was handed over: its name is for messages only. */
export interface SourceFile {
  name: string
  text: string
}

/** A file that was recognised: every row with its cells by column. */
export interface RecognisedFile {
  name: string
  kind: FileKind
  rows: CsvRow[]
  /** where each column stands in a row, and the heading as the file writes it */
  columns: Map<string, { index: number; heading: string }>
  width: number
  /** headings nobody reads: said once, so that a misspelt one is noticed */
  notRead: string[]
}

/** A file that cannot be imported at all; nothing of the whole call is written then. */
export interface FileProblem {
  file: string
  line: number
  message: string
}

/** Reads a file's table and finds out what it is. */
export function readFile(
  file: SourceFile,
  columnsOf: (kind: FileKind) => readonly string[],
): RecognisedFile | FileProblem {
  const table = readCsv(file.text)
  if ('message' in table) return { file: file.name, ...table }
  const plain = table.headings.map(plainHeading)
  const kind = recognise(plain)
  if (kind === undefined) return { file: file.name, line: 1, message: notRecognised(table.headings) }
  const twice = plain.find((one, index) => one !== '' && plain.indexOf(one) !== index)
  if (twice !== undefined) {
    return {
      file: file.name,
      line: 1,
      message: `The heading "${twice}" is there twice. Rename or remove one of the two columns.`,
    }
  }
  const columns = kind === 'visits' ? visitColumns(table.headings) : ownColumns(table.headings, columnsOf(kind))
  const read = new Set([...columns.values()].map((one) => one.index))
  return {
    name: file.name,
    kind,
    rows: table.rows,
    columns,
    width: table.headings.length,
    notRead: table.headings.filter((heading, index) => heading !== '' && !read.has(index)),
  }
}

/** The text of a row's cell; the empty text where the file has no such column. */
export function cellOf(file: RecognisedFile, row: CsvRow, column: string): string {
  const found = file.columns.get(column)
  return found === undefined ? '' : (row.cells[found.index] ?? '')
}

/** The heading as the file writes it, for messages. */
export function headingOf(file: RecognisedFile, column: string): string {
  return file.columns.get(column)?.heading ?? column
}

/** Rows that are plainly none: blank ones, totals, and a remark that stands alone in a wide table (`Printed 23/11/2026`). */
export function isNoRow(file: RecognisedFile, row: CsvRow): 'blank' | 'total' | 'remark' | undefined {
  if (isBlank(row)) return 'blank'
  const filled = row.cells.filter((cell) => cell.trim() !== '')
  if (row.cells.some((cell, index) => index < 3 && /^(?:sub|grand )?totals?\b/i.test(cell.trim()))) return 'total'
  return file.width > 3 && filled.length === 1 && row.cells[0]?.trim() !== '' ? 'remark' : undefined
}

const KINDS_BY_MARKS: readonly Exclude<FileKind, 'visits'>[] = [
  'contacts',
  'on-call',
  'agency',
  'funders',
  'service-users',
  'care-workers',
]

function recognise(plain: readonly string[]): FileKind | undefined {
  const marked = KINDS_BY_MARKS.find((kind) => MARKS[kind].every((mark) => plain.includes(mark)))
  if (marked !== undefined) return marked
  const has = (column: VisitColumn) => VISIT_HEADINGS[column].some((heading) => plain.includes(heading))
  return (has('service_user_ref') || has('service_user_name')) && has('planned_start') ? 'visits' : undefined
}

function visitColumns(headings: readonly string[]): RecognisedFile['columns'] {
  const plain = headings.map(plainHeading)
  return new Map(
    Object.entries(VISIT_HEADINGS).flatMap(([column, names]) => {
      const index = names.map((name) => plain.indexOf(name)).find((found) => found >= 0)
      return index === undefined ? [] : [[column, { index, heading: headings[index] ?? column }] as const]
    }),
  )
}

function ownColumns(headings: readonly string[], names: readonly string[]): RecognisedFile['columns'] {
  const plain = headings.map(plainHeading)
  return new Map(
    names.flatMap((name) => {
      const index = plain.indexOf(name)
      return index < 0 ? [] : [[name, { index, heading: headings[index] ?? name }] as const]
    }),
  )
}

function notRecognised(headings: readonly string[]): string {
  const seen = headings
    .filter((one) => one !== '')
    .slice(0, 8)
    .join(', ')
  return (
    `The headings (${seen}) belong to no file that can be imported. Put the headings into the first row, and name the ` +
    'columns as "lateline import --help" lists them.'
  )
}
