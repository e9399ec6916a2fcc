import { describe, expect, it } from 'vitest'
import { decodeText, readCsv } from '../../../src/rota/import/read-csv.ts'
import type { CsvTable } from '../../../src/rota/import/read-csv.ts'

function table(text: string): CsvTable {
  const read = readCsv(text)
  if ('message' in read) throw new Error(read.message)
  return read
}

describe('tables as rota systems save them', () => {
  it.each([
    ['commas', 'a,b\n1,2\n'],
    ['semicolons', 'a;b\n1;2\n'],
    ['tabs', 'a\tb\n1\t2\n'],
    ['a byte order mark and Windows line ends', '\uFEFFa,b\r\n1,2\r\n'],
    ['old Macintosh line ends', 'a,b\r1,2\r'],
    ['Excel’s own first line', 'sep=;\r\na;b\r\n1;2\r\n'],
    ['blank lines before the headings', '\n,\na,b\n1,2'],
    ['no line end at the end', 'a,b\n1,2'],
  ])('%s', (_what, text) => {
    const { headings, rows } = table(text)
    expect(headings).toEqual(['a', 'b'])
    expect(rows.map((row) => row.cells)).toEqual([['1', '2']])
  })

  it('counts physical lines, those inside quotation marks too', () => {
    const { rows } = table('ref,notes\r\n1,"one\ntwo\nthree"\r\n\r\n2,"say ""hello"", then wait"\r\n3,\r\n')
    expect(rows.map((row) => [row.line, row.record, row.cells])).toEqual([
      [2, 2, ['1', 'one\ntwo\nthree']],
      [5, 3, ['']],
      [6, 4, ['2', 'say "hello", then wait']],
      [7, 5, ['3', '']],
    ])
  })

  it('counts the line in which Excel names its separator', () => {
    expect(table('sep=;\na;b\n1;2\n').rows[0]?.line).toBe(3)
  })

  it('keeps semicolons inside a comma table, and commas in a quoted heading', () => {
    expect(table('"a, of x",skills\n1,medication;hoist\n').rows[0]?.cells).toEqual(['1', 'medication;hoist'])
  })

  it('keeps what looks like a formula as text', () => {
    expect(table('a,b\n"=1+1",@x\n').rows[0]?.cells).toEqual(['=1+1', '@x'])
  })
})

describe('files that cannot be read', () => {
  it.each([
    ['an empty file', '', 'empty'],
    ['only blank lines', '\n\n', 'empty'],
    ['a quotation mark that never closes', 'a,b\n1,"x\n2,3\n', 'never closes'],
  ])('%s says what to do', (_what, text, words) => {
    const read = readCsv(text)
    expect(read).toMatchObject({ message: expect.stringContaining(words) as string })
    expect(read).toMatchObject({ message: expect.stringMatching(/[Ee]xport/) as string })
  })
})

describe('bytes', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode('Renée – Siân'), 'Renée – Siân'],
    ['UTF-8 with its mark', Uint8Array.of(0xef, 0xbb, 0xbf, 0x61), 'a'],
    ['UTF-16 as spreadsheets save it', Uint8Array.of(0xff, 0xfe, 0x61, 0x00, 0xe9, 0x00), 'aé'],
    ['the British Windows code page', Uint8Array.of(0x52, 0x65, 0x6e, 0xe9, 0x65, 0x20, 0x96), 'Renée –'],
  ])('%s', (_what, bytes, text) => {
    expect(decodeText(bytes).replace(/^\uFEFF/, '')).toBe(text)
  })
})
