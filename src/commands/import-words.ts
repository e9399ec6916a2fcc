import { cleanText } from '../cellar/clean-text.ts'
import type { FileKind } from '../rota/import/columns.ts'
import type { FileCount, ImportReport, RowOutcome, Vanished } from '../rota/import/import-report.ts'
import { inWords } from '../rota/import/import-report.ts'

/** What an import found and did, for whoever typed the command. */
export function importInWords(report: ImportReport): string {
  if (report.fileProblems.length > 0) {
    const lines = report.fileProblems.map((one) => `${one.file}, line ${one.line}: ${one.message}`)
    return text([...lines, 'Nothing was written.'])
  }
  return text([
    report.dryRun ? 'A dry run: nothing was written.' : 'Written.',
    ...report.files.map(countInWords),
    ...section('Refused, and not imported', report.problems.map(inWords)),
    ...section('Imported, but look at these', report.warnings.map(inWords)),
    ...section('The line still needs', report.stillMissing),
    ...(report.dryRun ? section('Would change', report.rows.map(outcomeInWords)) : []),
    ...vanishedInWords(report.vanished),
  ])
}

/** As many lines of a kind as a person reads; `--json` has them all. */
const MOST_LINES = 40

/** So many examples show which they are. */
const MOST_NAMED = 2

const NAMES: Record<FileKind, string> = {
  agency: 'branches',
  funders: 'funders',
  'care-workers': 'care workers',
  'service-users': 'service users',
  contacts: 'contacts',
  'on-call': 'on-call shifts',
  visits: 'visits',
}

function countInWords(count: FileCount): string {
  const parts = [
    [count.new, 'new'],
    [count.changed, 'changed'],
    [count.unchanged, 'unchanged'],
    [count.refused, 'refused'],
    [count.duplicates, 'written twice'],
    [count.merged, 'joined to a double-up'],
    [count.ignored, 'no rows of data'],
  ] as const
  const said = parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`)
  const unread = count.columnsNotRead.length === 0 ? '' : ` (columns not read: ${count.columnsNotRead.join(', ')})`
  return `${count.file}, ${NAMES[count.kind]}: ${said.length === 0 ? 'no rows' : said.join(', ')}${unread}`
}

function section(heading: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return []
  const more = lines.length > MOST_LINES ? [`  … and ${lines.length - MOST_LINES} more; --json shows all of them`] : []
  return ['', `${heading} (${lines.length}):`, ...lines.slice(0, MOST_LINES).map((line) => `  ${line}`), ...more, '']
}

/** One line for each kind, with what becomes of them: an old rota can leave hundreds. */
function vanishedInWords(vanished: readonly Vanished[]): string[] {
  const kinds = [...new Set(vanished.map((one) => one.kind))]
  return kinds.map((kind) => {
    const gone = vanished.filter((one) => one.kind === kind)
    const named = gone.slice(0, MOST_NAMED).map(({ ref, what }) => (what === '' ? ref : `${ref} (${what})`))
    const more = gone.length > named.length ? `, and ${gone.length - named.length} more (--json has all)` : ''
    return `${gone.length} ${NAMES[kind]}: ${named.join(', ')}${more}. ${gone[0]?.message ?? ''}`
  })
}

function outcomeInWords(row: RowOutcome): string {
  const where = `${row.file}, line ${row.line}: ${row.ref}`
  if (row.what === 'new') return `${where} is new`
  const changes = row.columns.map(({ column, was, now }) => `${column} "${was}" becomes "${now}"`)
  return `${where}: ${changes.join('; ')}`
}

/** What stood in a cell is shown as plain text: it must not move the cursor or colour the screen. */
function text(lines: readonly string[]): string {
  return `${lines.map((line) => cleanText(line).replaceAll('\n', ' ')).join('\n')}\n`
}
