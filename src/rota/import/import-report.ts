import type { FileKind } from './columns.ts'
import type { FileProblem } from './read-file.ts'

/** What an import found and did, for people and programs alike. */
export interface ImportReport {
  dryRun: boolean
  /** false for a dry run, and when a file as a whole could not be read: then nothing of the call is written */
  written: boolean
  fileProblems: FileProblem[]
  files: FileCount[]
  /** rows that were turned away, each with what to do */
  problems: RowNote[]
  /** rows that were taken, with something a person should look at */
  warnings: RowNote[]
  /** what the branch still lacks once all of it is in, each with what to do */
  stillMissing: string[]
  /** every row that is new or changed */
  rows: RowOutcome[]
  /** what is stored, lies ahead, and is no longer in the file: kept, never deleted */
  vanished: Vanished[]
  /** ids of stored visits whose plan or care workers changed: what was told about them is to be decided again */
  changedVisits: string[]
}

export interface FileCount {
  file: string
  kind: FileKind
  rows: number
  new: number
  changed: number
  unchanged: number
  refused: number
  duplicates: number
  merged: number
  ignored: number
  /** headings of columns that are not read */
  columnsNotRead: string[]
}

/** One remark about one row: where, what, and what to do now. */
export interface RowNote {
  file: string
  line: number
  /** the heading as the file writes it; empty when the row as a whole is meant */
  column: string
  value: string
  reason: string
  message: string
}

export interface RowOutcome {
  file: string
  line: number
  kind: FileKind
  ref: string
  what: 'new' | 'changed'
  /** for a changed row, what differs from the row that was last imported */
  columns: CellChange[]
}

export interface CellChange {
  column: string
  was: string
  now: string
}

export interface Vanished {
  kind: FileKind
  ref: string
  what: string
  message: string
}

/** What one part of a plan adds to the report. */
export interface PlanPart {
  outcomes: RowOutcome[]
  problems: RowNote[]
  warnings: RowNote[]
  /** how many rows of each file are as they were */
  unchanged: Map<string, number>
  vanished: Vanished[]
}

export function emptyPart(): PlanPart {
  return { outcomes: [], problems: [], warnings: [], unchanged: new Map(), vanished: [] }
}

/** One row read from one line. */
export interface ReadRow<Row> {
  file: string
  line: number
  row: Row
  /** columns the file does not have: what is stored of them stays */
  absent: readonly string[]
}

/** `people.csv, line 12, "Mobile" says "0770": This is no phone number …` */
export function inWords(note: RowNote): string {
  const where = `${note.file}, line ${note.line}`
  if (note.column === '') return `${where}: ${note.message}`
  const says =
    note.value === '' ? 'is empty' : `says "${note.value.length > 60 ? `${note.value.slice(0, 60)}…` : note.value}"`
  return `${where}, "${note.column}" ${says}: ${note.message}`
}
