import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importCommand, runImport } from '../../src/commands/import.ts'
import type { ImportCommandOptions } from '../../src/commands/import.ts'
import type { RotaStore } from '../../src/rota/act/rota-store.ts'
import { openDatabase } from '../../src/store/database.ts'
import { createRotaStore } from '../../src/store/rota.ts'
import type { SourceFile } from '../../src/rota/import/read-file.ts'
import { changed, everything, file, visitsFile } from '../rota/import/small-agency.ts'
import { freshDatabase } from '../support/database.ts'

let folder: string
let store: RotaStore
let close: () => Promise<void>

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lateline-import-'))
  const server = await freshDatabase()
  const database = openDatabase(server.url, 2)
  store = createRotaStore(database)
  close = async () => {
    await database.$disconnect()
    await server.drop()
  }
})

afterEach(async () => {
  await close()
  await rm(folder, { recursive: true })
})

async function run(files: readonly SourceFile[], options: ImportCommandOptions = {}) {
  const paths = files.map((one) => join(folder, one.name))
  await Promise.all(files.map((one, index) => writeFile(paths[index] ?? '', one.text)))
  let printed = ''
  const code = await runImport(paths, options, {
    store,
    now: () => Date.UTC(2026, 10, 23, 6),
    newId: randomUUID,
    carrier: { account: 'AC1', callsPerSecond: 1, textsPerSecond: 10 },
    print: (text) => {
      printed += text
    },
  })
  return { code, printed }
}

describe('lateline import', () => {
  it('says for every file how many rows were new, and what to look at', async () => {
    const { code, printed } = await run(everything)
    expect(code).toBe(0)
    expect(printed).toContain('visits.csv, visits: 7 new\n')
    expect(printed).toContain('people.csv, service users: 6 new\n')
    expect(printed).toContain(
      'Imported, but look at these (1):\n  visits.csv, line 5, "worker_ref" is empty: Nobody is on this visit. Allocate a care worker.',
    )
    const needs = (printed.split('The line still needs (3):\n')[1] ?? '').trimEnd().split('\n')
    expect(needs.map((line) => line.split(':')[0])).toEqual([
      '  No last-resort number',
      '  No office hours',
      expect.stringMatching(/^ {2}Nobody is on call from Mon 23 Nov 2026 06$/),
    ])
    expect(printed).toMatch(/^Written\.\n/)
    expect(printed.trimEnd().endsWith(needs.at(-1) ?? 'a last line')).toBe(true)
  })

  it('names refused rows by file, line and remedy, and its exit code tells programs', async () => {
    const { code, printed } = await run([...everything.slice(1), changed(visitsFile, 'V2,SU2', 'V2,SU99')])
    expect(code).toBe(2)
    expect(printed).toContain('visits.csv, visits: 6 new, 1 refused')
    expect(printed).toMatch(
      /Refused, and not imported \(1\):\n {2}visits\.csv, line 3, "service_user_ref" says "SU99": No service user .* import the person first\./,
    )
  })

  it('shows in a dry run what every row would become, and writes nothing', async () => {
    await run(everything)
    const { printed } = await run([changed(visitsFile, '09:45,10:15', '10:00,10:30')], { dryRun: true })
    expect(printed).toContain('visits.csv, visits: 1 changed, 6 unchanged')
    expect(printed).toContain(
      'visits.csv, line 3: V2: planned_start "2026-11-23T09:45:00+00:00" becomes "2026-11-23T10:00:00+00:00"',
    )
    expect(printed).toMatch(/^A dry run: nothing was written\.\n/)
    expect((await run([visitsFile])).printed).toContain('visits.csv, visits: 7 unchanged')
  })

  it('says the result first, and what is no longer in the file in one line with two examples', async () => {
    await run(everything)
    const [headings = '', first = ''] = visitsFile.text.split('\n')
    const only = { ...visitsFile, text: `${headings}\n${first}\n` }
    const all = await run([only], { json: true })
    const { vanished } = JSON.parse(all.printed) as { vanished: { ref: string }[] }
    expect(vanished.length).toBeGreaterThan(2)
    const { printed } = await run([only])
    const lines = printed.trimEnd().split('\n')
    expect(lines.slice(0, 2)).toEqual(['Written.', 'visits.csv, visits: 1 unchanged'])
    expect(lines.filter((line) => line.includes('No longer in the file'))).toEqual([lines.at(-1)])
    expect(lines.at(-1)).toMatch(
      new RegExp(
        `^${vanished.length} visits: \\w+ \\([^)]+\\), \\w+ \\([^)]+\\), and ${vanished.length - 2} more \\(--json has all\\)\\. No longer in the file`,
      ),
    )
  })

  it('prints the whole result as JSON for programs', async () => {
    const { code, printed } = await run(everything, { json: true })
    const report: unknown = JSON.parse(printed)
    expect(code).toBe(0)
    expect(report).toMatchObject({
      written: true,
      dryRun: false,
      files: expect.arrayContaining([expect.objectContaining({ kind: 'visits', new: 7 })]) as unknown,
    })
  })

  it('stops at a file it cannot read, and writes nothing', async () => {
    const { code, printed } = await run([...everything, file('holiday.csv', 'Name,Beach\nAnna,Skegness\n')])
    expect(code).toBe(1)
    expect(printed).toBe(
      'holiday.csv, line 1: The headings (Name, Beach) belong to no file that can be imported. Put the headings into the first row, ' +
        'and name the columns as "lateline import --help" lists them.\nNothing was written.\n',
    )
    expect((await run(everything)).printed).toContain('visits.csv, visits: 7 new')
  })

  it('says which file is not there', async () => {
    const deps = {
      store,
      now: () => 0,
      newId: randomUUID,
      carrier: { account: 'AC1', callsPerSecond: 1, textsPerSecond: 1 },
      print: () => undefined,
    }
    await expect(runImport([join(folder, 'nowhere.csv')], {}, deps)).rejects.toThrow(
      /nowhere\.csv is not there\. Nothing was written/,
    )
    await expect(runImport([folder], {}, deps)).rejects.toThrow(/is a folder/)
  })

  it('shows what stood in a cell without letting it move the cursor', async () => {
    const { printed } = await run([...everything.slice(1), changed(visitsFile, 'V2,SU2', 'V2,\u001b[2JSU99')])
    expect(printed).not.toContain('\u001b')
    expect(printed).toContain('[2JSU99')
  })

  it('lists the columns of every file in its help', () => {
    let help = ''
    importCommand(async () => undefined)
      .configureOutput({ writeOut: (text) => (help += text) })
      .outputHelp()
    for (const heading of [
      'shift_ref',
      'line_number',
      'kpi_profile',
      'contact_order',
      'second_worker_ref',
      'skills_expiry',
    ]) {
      expect(help).toContain(heading)
    }
  })
})
