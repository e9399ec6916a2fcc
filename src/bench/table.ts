import { goalInWords, reaches, type Row, type Section } from './measure.ts'

const HEADINGS = ['', 'Lateline', 'beside it', 'ratio', 'goal', '']

/** The table as it is read in a terminal. */
export function asText(sections: readonly Section[]): string {
  return sections
    .map((section) => {
      const lines = [HEADINGS, ...section.rows.map(cellsOf)]
      const widths = HEADINGS.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)))
      const table = lines.map((line) =>
        line
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd(),
      )
      return [section.title, ...table.map((line) => `  ${line}`), ...section.notes.map((note) => `  · ${note}`)].join(
        '\n',
      )
    })
    .join('\n\n')
}

/** The table as it is kept in the docs. */
export function asMarkdown(sections: readonly Section[]): string {
  return sections
    .map((section) => {
      const lines = [HEADINGS, HEADINGS.map(() => '---'), ...section.rows.map(cellsOf)]
      return [
        `## ${section.title}`,
        '',
        ...lines.map((cells) => `| ${cells.join(' | ')} |`),
        '',
        ...section.notes.map((note) => `- ${note}`),
      ].join('\n')
    })
    .join('\n\n')
}

function cellsOf(row: Row): string[] {
  const reached = reaches(row)
  return [
    row.what,
    row.figure,
    row.beside ?? '',
    row.ratio === undefined ? '' : row.ratio.toFixed(2),
    row.goal === undefined ? '' : goalInWords(row.goal),
    reached === undefined ? '' : reached ? 'met' : 'MISSED',
  ]
}
