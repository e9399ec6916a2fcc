/**
 * A table as a spreadsheet opens it (RFC 4180): a byte order mark so that names keep their accents, quotes where they
 * are needed, Windows line ends. A text cell that a spreadsheet would run as a formula is made plain by an apostrophe;
 * numbers stay numbers.
 */
export function toCsv(headings: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${[headings, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

function cell(value: string | number): string {
  const text = typeof value === 'number' ? String(value) : harmless(value)
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text
}

/** Spreadsheets look past leading spaces, and some take a tab or a line break for the beginning of a formula. */
function harmless(text: string): string {
  return /^\s*[=+\-@＝＋－＠|%]/.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text
}
