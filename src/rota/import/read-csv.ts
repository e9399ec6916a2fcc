import { parse } from 'csv-parse/sync'
import { z } from 'zod'

/** A table as it stands in a file: nothing is interpreted yet, and a cell that looks like a formula is plain text. */
export interface CsvTable {
  headings: string[]
  rows: CsvRow[]
  delimiter: Delimiter
}

export interface CsvRow {
  /** the first physical line of the row in the file, from 1; line breaks inside quotes count */
  line: number
  /** the row's number, from 1 with the header; blank rows count */
  record: number
  cells: string[]
}

export type Delimiter = ',' | ';' | '\t'

/** Why a file as a whole cannot be read, in plain words with what to do. */
export interface CsvProblem {
  line: number
  message: string
}

/**
 * Reads comma-, semicolon- or tab-separated text with a heading row first. A byte order mark, Windows line ends, line
 * breaks inside quotes and Excel's own `sep=;` line are all ordinary.
 */
export function readCsv(text: string): CsvTable | CsvProblem {
  const { body, delimiter, linesBefore } = withoutSeparatorLine(text.replace(/^\uFEFF/, ''))
  const records = parseRecords(body, delimiter)
  if ('message' in records) return records
  const rows = records.map((row) => ({ ...row, line: row.line + linesBefore }))
  const header = rows.findIndex((row) => !isBlank(row))
  const headings = rows[header]?.cells
  if (headings === undefined)
    return { line: 1, message: 'The file is empty. Export it again, with the headings in the first row.' }
  return { headings: headings.map((one) => one.trim()), rows: rows.slice(header + 1), delimiter }
}

/** Whether every cell of a row is empty. */
export function isBlank(row: CsvRow): boolean {
  return row.cells.every((cell) => cell.trim() === '')
}

/**
 * Text from a file's bytes: UTF-8 with or without its mark, UTF-16 as spreadsheets save "Unicode text", and otherwise
 * the Windows code page that British spreadsheets save.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return Array.from(bytes, (byte) => WINDOWS_1252[byte - 0x80] ?? String.fromCharCode(byte)).join('')
  }
}

/** What Windows has from 0x80 to 0x9F; Node 20 decodes these as the control characters of Latin-1. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t']

function withoutSeparatorLine(text: string): { body: string; delimiter: Delimiter; linesBefore: number } {
  const named = /^"?sep=([,;\t])"?\r?\n/i.exec(text)
  const delimiter = DELIMITERS.find((one) => one === named?.[1])
  if (named === null || delimiter === undefined) return { body: text, delimiter: guessDelimiter(text), linesBefore: 0 }
  return { body: text.slice(named[0].length), delimiter, linesBefore: 1 }
}

/** The heading row holds the delimiter most often; commas win where none is seen at all. */
function guessDelimiter(text: string): Delimiter {
  const heading = (/^\s*(.*)/.exec(text)?.[1] ?? '').replace(/"[^"]*"/g, '')
  const count = (one: Delimiter) => heading.split(one).length
  return DELIMITERS.reduce((best, one) => (count(one) > count(best) ? one : best))
}

/** What csv-parse gives with `info: true`: the cells, and the line its parser has reached after the row. */
const parsed = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }))

function parseRecords(text: string, delimiter: Delimiter): CsvRow[] | CsvProblem {
  try {
    const records = parsed.parse(
      parse(text, {
        delimiter,
        info: true,
        relax_column_count: true,
        relax_quotes: true,
        record_delimiter: ['\r\n', '\n', '\r'],
      }),
    )
    return records.map(({ record }, index) => ({
      line: (records[index - 1]?.info.lines ?? 0) + 1,
      record: index + 1,
      cells: record,
    }))
  } catch (error) {
    return unreadable(error)
  }
}

function unreadable(error: unknown): CsvProblem {
  const line = error instanceof Error && 'lines' in error && typeof error.lines === 'number' ? error.lines : 1
  return {
    line,
    message: `A quotation mark opens before line ${line} and never closes. Close it, or export the file again.`,
  }
}
