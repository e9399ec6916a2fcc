import { describe, expect, it } from 'vitest'
import { inWords } from '../../../src/rota/import/import-report.ts'
import type { FileKind } from '../../../src/rota/import/columns.ts'
import {
  agencyRow,
  careWorkerRow,
  columnsOf,
  contactRow,
  funderRow,
  onCallRow,
  serviceUserRow,
} from '../../../src/rota/import/people-rows.ts'
import type { RecognisedFile, SourceFile } from '../../../src/rota/import/read-file.ts'
import { readFile } from '../../../src/rota/import/read-file.ts'
import { readOnCall } from '../../../src/rota/import/read-on-call.ts'
import { readRows } from '../../../src/rota/import/read-people.ts'
import {
  agencyFile,
  careWorkersFile,
  changed,
  contactsFile,
  file,
  fundersFile,
  onCallFile,
  serviceUsersFile,
  visitsFile,
  ZONE,
} from './small-agency.ts'

function recognised(source: SourceFile): RecognisedFile {
  const read = readFile(source, columnsOf)
  if ('message' in read) throw new Error(read.message)
  return read
}

const people = (source: SourceFile) =>
  readRows(recognised(source), serviceUserRow, columnsOf('service-users'), (row) => row.service_user_ref)
const contacts = (source: SourceFile) =>
  readRows(recognised(source), contactRow, columnsOf('contacts'), (row) => row.contact_ref)
const onCall = (source: SourceFile) =>
  readRows(recognised(source), onCallRow, columnsOf('on-call'), (row) => row.shift_ref)
const workers = (source: SourceFile) =>
  readRows(recognised(source), careWorkerRow, columnsOf('care-workers'), (row) => row.worker_ref)

describe('a file is recognised by its headings, not by its name', () => {
  it.each<[FileKind, SourceFile]>([
    ['agency', agencyFile],
    ['funders', fundersFile],
    ['care-workers', careWorkersFile],
    ['service-users', serviceUsersFile],
    ['contacts', contactsFile],
    ['on-call', onCallFile],
    ['visits', visitsFile],
    ['visits', file('x', 'Client;Employee;Date;From;To\n')],
  ])('%s', (kind, source) => {
    expect(recognised({ ...source, name: 'export (3).csv' }).kind).toBe(kind)
  })

  it('turns away what it does not know, with its first headings and the remedy', () => {
    const read = readFile(file('x.csv', 'Name,Shoe size\nAnna,39\n'), columnsOf)
    expect(read).toMatchObject({
      file: 'x.csv',
      line: 1,
      message: expect.stringContaining('Name, Shoe size') as string,
    })
    expect(read).toMatchObject({ message: expect.stringContaining('--help') as string })
  })

  it('turns away a heading that is there twice, and names those it does not read', () => {
    expect(readFile(file('x.csv', 'Ref,Client,Start,Start\n'), columnsOf)).toMatchObject({
      message: expect.stringContaining('"start" is there twice') as string,
    })
    expect(recognised(file('x.csv', 'Ref,Client,Start,Shoe size\n')).notRead).toEqual(['Shoe size'])
  })
})

describe('rows of people', () => {
  it('reads the small agency without a word', () => {
    for (const read of [
      people(serviceUsersFile),
      contacts(contactsFile),
      onCall(onCallFile),
      workers(careWorkersFile),
      readRows(recognised(agencyFile), agencyRow, columnsOf('agency'), (row) => row.branch),
      readRows(recognised(fundersFile), funderRow, columnsOf('funders'), (row) => row.funder_ref),
    ]) {
      expect(read.problems).toEqual([])
      expect(read.warnings).toEqual([])
      expect(read.rows.length).toBeGreaterThan(0)
    }
    expect(people(serviceUsersFile).rows[0]?.row).toMatchObject({
      first_name: 'Renée',
      landline: '+441632960001',
      lives_alone: true,
      late_threshold_min: 15,
    })
  })

  it.each([
    ['a flag', ',Y,N,insulin', ',maybe,N,insulin', '"lives_alone" says "maybe": Write Y or N.'],
    [
      'a number',
      '07700 900001',
      '0770090',
      '"mobile" says "0770090": This is no phone number that can be rung. Write it in full, like 07700 900123, as text.',
    ],
    [
      'a date',
      '2026-01-05',
      '2026-13-05',
      '"threshold_agreed_on" says "2026-13-05": Write a date that exists, as YYYY-MM-DD or DD/MM/YYYY.',
    ],
    [
      'a threshold',
      ',15,30,2026-01-05',
      ',30,15,2026-01-05',
      '"missed_threshold_min" says "15": A visit cannot be missed before it is late. Write as many minutes as in late_threshold_min, or more.',
    ],
    [
      'a code',
      'voice_landline',
      'pigeon',
      '"preferred_channel" says "pigeon": Write one of: voice_landline, voice_mobile, sms, via_contact.',
    ],
    ['a name', 'Mrs,Renée,Lefèvre', 'Mrs,,Lefèvre', '"first_name" is empty: This must not be empty.'],
    [
      'a reference',
      'SU1,Mrs',
      ',Mrs',
      '"service_user_ref" is empty: Every row needs its own reference here, of at most 64 characters.',
    ],
    [
      'a missing quotation mark',
      'Mrs,Renée',
      'Mrs,Renée, or Reni',
      'The row has 24 cells, the headings are 23. Put text that holds commas or line breaks between quotation marks, and leave no cell out.',
    ],
  ])('refuses a row for %s, and takes the others', (_what, was, now, words) => {
    const read = people(changed(serviceUsersFile, was, now))
    expect(read.problems.map(inWords)).toEqual([expect.stringContaining(`people.csv, line 2`) as string])
    expect(read.problems.map(inWords).join()).toContain(words)
    expect(read.rows.map((one) => one.row.service_user_ref)).toEqual(['SU2', 'SU3', 'SU4', 'SU5', 'SU6'])
  })

  it('tells every fault of a row at once', () => {
    const read = people(
      changed(changed(serviceUsersFile, '01632 960001', '0163'), '15,30,2026-01-05', '30,15,2026-02-31'),
    )
    expect(read.problems.map((one) => one.column)).toEqual(['landline', 'threshold_agreed_on', 'missed_threshold_min'])
  })

  it('takes the same row twice as one, and refuses another with its reference', () => {
    const line = contactsFile.text.split('\n')[1] ?? ''
    const read = contacts({ ...contactsFile, text: `${contactsFile.text}${line}\n${line.replace('Paul', 'Peter')}\n` })
    expect(read.rows).toHaveLength(2)
    expect(read.duplicates).toBe(1)
    expect(read.problems.map(inWords)).toEqual([
      'contacts.csv, line 5: CT1 stands in line 2 already, with other words. Keep one of the two rows.',
    ])
  })

  it('keeps a formula as text and says so', () => {
    const read = people(changed(serviceUsersFile, "O'Hara", '"=HYPERLINK(""http://x.example"")"'))
    expect(read.rows[1]?.row.last_name).toBe('=HYPERLINK("http://x.example")')
    expect(read.warnings).toMatchObject([{ line: 3, column: 'last_name', reason: 'formula_like_text' }])
  })

  it('knows which columns a file does not have', () => {
    expect(people(serviceUsersFile).rows[0]?.absent).toContain('notes')
    expect(people(serviceUsersFile).rows[0]?.absent).not.toContain('landline')
  })

  it('passes over blank rows, totals and remarks', () => {
    const read = contacts({ ...contactsFile, text: `${contactsFile.text}\n,,,\nTotal,2\nPrinted 23/11/2026\n` })
    expect(read.problems).toEqual([])
    expect(read.ignored).toBe(4)
  })
})

describe('the on-call file', () => {
  it('gives the managers and the shifts as instants', () => {
    const read = readOnCall(onCall(onCallFile).rows, ZONE)
    expect(read.managers.map((one) => one.row.manager_ref)).toEqual(['MG1', 'MG2'])
    expect(read.shifts.map((one) => [one.startsAt, one.endsAt])).toEqual([
      [Date.UTC(2026, 10, 23, 7), Date.UTC(2026, 10, 23, 17)],
      [Date.UTC(2026, 10, 23, 17), Date.UTC(2026, 10, 24, 7)],
    ])
  })

  it('leaves no gap on the nights the clocks change', () => {
    const night = (startsAt: string, endsAt: string) =>
      readOnCall(onCall(changed(onCallFile, '2026-11-23T17:00,2026-11-24T07:00', `${startsAt},${endsAt}`)).rows, ZONE)
        .shifts[1]
    const autumn = night('2026-10-24T19:00', '2026-10-25T07:00')
    expect(((autumn?.endsAt ?? 0) - (autumn?.startsAt ?? 0)) / 3_600_000).toBe(13)
    const spring = night('2027-03-27T19:00', '2027-03-28T07:00')
    expect(((spring?.endsAt ?? 0) - (spring?.startsAt ?? 0)) / 3_600_000).toBe(11)
  })

  it.each([
    [
      'a shift that ends before it starts',
      '2026-11-24T07:00',
      '2026-11-23T07:00',
      '"ends_at" says "2026-11-23T07:00": The shift ends before it starts. Correct one of the two.',
    ],
    [
      'one manager with two numbers',
      'MG2,Gordon,Tolworthy,senior_on_call,07700 900202',
      'MG1,Rosa,Achterberg,registered_manager,07700 900209',
      'MG1 has another phone_1 in line 2. Make every row of this manager say the same.',
    ],
  ])('refuses %s', (_what, was, now, words) => {
    const read = readOnCall(onCall(changed(onCallFile, was, now)).rows, ZONE)
    expect(read.problems.map(inWords)).toEqual([expect.stringContaining(words) as string])
    expect(read.shifts).toHaveLength(1)
  })
})
