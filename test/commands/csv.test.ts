import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { toCsv } from '../../src/commands/csv.ts'

it('writes a table that spreadsheets open as it is', () => {
  expect(
    toCsv(
      ['name', 'minutes'],
      [
        ['Lefèvre, "Gwil"', 20],
        ['two\nlines', -1.5],
        [' spaced ', 0],
      ],
    ),
  ).toBe('\uFEFFname,minutes\r\n"Lefèvre, ""Gwil""",20\r\n"two\nlines",-1.5\r\n" spaced ",0\r\n')
})

it.each(['=1+1', '+44', '-2', '@SUM(A1)', '  =1', '\t=1', '\rx', '\nx', '＝1', '=HYPERLINK("http://x.test")'])(
  'runs nothing: %j is made plain',
  (evil) => {
    const [[cell] = []] = parse(toCsv(['a'], [[evil]]), { bom: true, from_line: 1, record_delimiter: '\r\n' }).slice(1)
    expect(cell).toBe(`'${evil}`)
  },
)

it('comes back as it went, but for the apostrophe before what looks like a formula', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'é', ',', '"', '\n', ';', ' ', '=', '+', "'", '1'),
    minLength: 1,
  })
  fc.assert(
    fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
      const read: string[][] = parse(toCsv(['x', 'y'], rows), { bom: true, record_delimiter: '\r\n' })
      const unmarked = (cell: string) => (/^'(\s*[=+]|\n)/.test(cell) ? cell.slice(1) : cell)
      expect(read.slice(1).map((row) => row.map(unmarked))).toEqual(rows.map((row) => row.map(unmarked)))
      for (const cell of read.slice(1).flat()) expect(cell).not.toMatch(/^\s*[=+]/)
    }),
  )
})
