type Cell = string | number | boolean | readonly string[]

/** Rows as comma-separated text: Y and N for flags, lists with semicolons, quotation marks only where needed. */
export function csv(rows: readonly Readonly<Record<string, Cell>>[]): string {
  const [first] = rows
  if (first === undefined) return ''
  const lines = [Object.keys(first), ...rows.map((row) => Object.values(row).map(cellOf))]
  return lines.map((cells) => `${cells.map(quoted).join(',')}\n`).join('')
}

function cellOf(value: Cell): string {
  if (typeof value === 'boolean') return value ? 'Y' : 'N'
  return typeof value === 'object' ? value.join(';') : String(value)
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
