import { describe, expect, it } from 'vitest'
import { isoWithOffset } from '../../../src/cellar/local-time.ts'
import { inWords } from '../../../src/rota/import/import-report.ts'
import { REFUSALS } from '../../../src/rota/import/import-words.ts'
import { columnsOf } from '../../../src/rota/import/people-rows.ts'
import { readFile } from '../../../src/rota/import/read-file.ts'
import type { Directory } from '../../../src/rota/import/read-visit-row.ts'
import type { ReadVisits } from '../../../src/rota/import/read-visits.ts'
import { readVisits } from '../../../src/rota/import/read-visits.ts'
import { visitsFile, ZONE } from './small-agency.ts'

const person = (
  ref: string,
  firstName: string,
  lastName: string,
  postcode: string,
  status = 'active',
  preferredName = '',
) => ({
  ref,
  firstName,
  lastName,
  preferredName,
  postcode,
  statuses: status === 'active' ? [] : [{ status, fromAt: Date.UTC(2026, 10, 20), untilAt: undefined }],
})
const worker = (ref: string, firstName: string, lastName: string, status = 'active') => ({
  ref,
  firstName,
  lastName,
  preferredName: '',
  postcode: '',
  status,
})
const directory: Directory = {
  serviceUsers: [
    person('SU1', 'Renée', 'Lefèvre', 'QB1 1AA'),
    person('SU2', 'Desmond', "O'Hara", 'QB1 2AA', 'active', 'Des'),
    person('SU3', 'Maud', 'Tetley', 'QB2 1AA'),
    person('SU4', 'Walter', 'Tetley', 'QB2 1AA'),
    person('SU5', 'Ivy', 'Ellis', 'QB3 1AA', 'in_hospital'),
    person('SU6', 'Ivy', 'Ellis', 'QB4 1AA'),
  ],
  careWorkers: [
    worker('CW1', 'Anna', 'Birtwhistle'),
    worker('CW2', 'Brenda', 'Danquah'),
    worker('CW3', 'Carol', 'Eccleston', 'long_term_sick'),
    worker('CW4', 'Grace', 'Unsworth'),
    worker('CW5', 'Grace', 'Unsworth'),
  ],
}

function read(text: string): ReadVisits {
  const file = readFile({ name: 'rota.csv', text }, columnsOf)
  if ('message' in file) throw new Error(file.message)
  return readVisits(file, directory, ZONE)
}

function shown({ visits }: ReadVisits): string[] {
  return visits.map((visit) => {
    const workers = visit.careWorkerRefs.map((ref) => ref ?? 'nobody').join('+')
    const [start, end] = [visit.start, visit.end].map((at) => isoWithOffset(at, ZONE).slice(0, 16))
    return `${visit.ref ?? '-'} ${visit.serviceUserRef} ${workers} ${start} ${end?.slice(11)} ${visit.status}`
  })
}

const reasons = (notes: ReadVisits['warnings']) => notes.map((one) => `${one.line} ${one.reason}`)

describe('layouts of rota systems, each with a right reading', () => {
  it('the canonical columns', () => {
    const result = read(visitsFile.text)
    expect(shown(result)).toEqual([
      'V1 SU1 CW1 2026-11-23T09:00 09:30 planned',
      'V2 SU2 CW1 2026-11-23T09:45 10:15 planned',
      'V3 SU4 CW1+CW2 2026-11-23T11:00 11:45 planned',
      'V4 SU6 nobody 2026-11-23T12:00 12:30 planned',
      'V5 SU5 nobody 2026-11-23T13:00 13:30 suspended',
      'V6 SU1 CW2 2026-11-24T09:00 09:30 planned',
      'V7 SU1 CW4 2026-11-24T22:00 07:00 planned',
    ])
    expect(result.problems).toEqual([])
    expect(reasons(result.warnings)).toEqual(['5 unallocated'])
    expect(result.visits[0]).toMatchObject({
      timeCritical: true,
      timeCriticalReason: 'insulin',
      toleranceMinutes: 30,
      runOrder: 1,
    })
    expect(result.visits[2]).toMatchObject({
      careWorkersRequired: 2,
      runRefs: ['QUI-AM-1', 'QUI-AM-2'],
      travelMinutes: [10, 8],
    })
  })

  it('with a mark, Windows line ends, names beside references, and notes over several lines', () => {
    const result = read(
      '\uFEFFVisit ID,Client,Client Ref,Carer,Carer Ref,Second Carer Ref,Visit Date,Planned Start,Planned End,Duration,Round,Time Critical,Status,Notes\r\n' +
        'B1,Mrs Renée Lefèvre,SU1,Anna Birtwhistle,CW1,,23/11/2026,07:00,08:00,01:00,R1,No,Planned,"Ring first\nThen ""wait"""\r\n' +
        'B2,Mr Desmond O’Hara,SU2,UNALLOCATED,,,23/11/2026,08:15,08:45,00:30,R1,Yes,CANCELLED BY CLIENT,\r\n' +
        'B3,Mr Walter Tetley,SU4,Anna Birtwhistle,CW1,CW2,23/11/2026,09:00,09:30,00:30,R1,No,Planned,\r\n' +
        'B3,Mr Walter Tetley,SU4,Anna Birtwhistle,CW1,CW2,23/11/2026,09:00,09:30,00:30,R1,No,Planned,\r\n' +
        '\r\nTotal,,,,,,,,,02:00,,,,3 visits\r\n',
    )
    expect(shown(result)).toEqual([
      'B1 SU1 CW1 2026-11-23T07:00 08:00 planned',
      'B2 SU2 nobody 2026-11-23T08:15 08:45 cancelled',
      'B3 SU4 CW1+CW2 2026-11-23T09:00 09:30 planned',
    ])
    expect(result.visits[0]?.notes).toBe('Ring first\nThen "wait"')
    expect(result.visits.map((visit) => visit.timeCritical)).toEqual([false, true, false])
    expect(result.passedOver).toEqual([
      { line: 6, why: 'duplicate', of: 5 },
      { line: 7, why: 'blank' },
      { line: 8, why: 'total' },
    ])
  })

  it('with semicolons, surnames first, decimal commas, and a double-up as two rows', () => {
    const result = read(
      'Customer;Post Code;Employee;Date;From;To;Hours;Travel;Cost Centre;State;Remark\n' +
        'Lefevre, Renee;QB1 1AA;Birtwhistle, Anna;1/12/2026;7.00;8.00;1,00;12;FCC;Booked;\n' +
        'Tetley, Walter;QB2 1AA;Danquah, Brenda;1/12/2026;9.00;9.30;0,50;0;FCC;Booked;\n' +
        'Tetley, Walter;QB2 1AA;Birtwhistle, Anna;1/12/2026;9.00;9.30;0,50;0;FCC;Booked;\n' +
        'Ellis, Ivy;QB4 1AA;Nobody-Knows, Her;1/12/2026;10.00;10.15;0,25;0;SELF;Booked;\n',
    )
    expect(shown(result)).toEqual([
      '- SU1 CW1 2026-12-01T07:00 08:00 planned',
      '- SU4 CW2+CW1 2026-12-01T09:00 09:30 planned',
      '- SU6 nobody 2026-12-01T10:00 10:15 planned',
    ])
    expect(result.passedOver).toEqual([{ line: 4, why: 'merged', of: 3 }])
    expect(reasons(result.warnings)).toEqual(['5 unknown_worker'])
    expect(result.visits[0]).toMatchObject({ travelMinutes: [12], funderRef: 'FCC', timeCritical: undefined })
  })

  it('with tabs, name and reference in one cell, and times without a colon', () => {
    const result = read(
      'SU\tStaff\tDay\tStart\tLength\tRun\tCritical?\tState\tComment\r\n' +
        "Mrs Renée Lefèvre (SU1)\tAnna Birtwhistle (CW1)\t25/11/26\t'0700\t1h 30m\tR1\tY\tConfirmed\t@ring first\r\n" +
        'Mr Des O’Hara (SU2)\tBrenda Danquah (CW2)\t25/11/26\t845\t45 mins\tR1\t\tConfirmed\t\r\n',
    )
    expect(shown(result)).toEqual([
      '- SU1 CW1 2026-11-25T07:00 08:30 planned',
      '- SU2 CW2 2026-11-25T08:45 09:30 planned',
    ])
    expect(result.warnings.map(inWords)).toEqual([
      'rota.csv, line 2, "Comment" says "@ring first": A spreadsheet would run this cell. It is kept as plain text; check that it is meant.',
    ])
  })

  it('saved from a spreadsheet, with serial dates and formulas', () => {
    const result = read(
      'Client Name,Post Code,Care Worker,Care Worker 2,Scheduled Start,Scheduled End,Mins,Confirmed,Office Note\r\n' +
        'RENEE LEFEVRE,,Anna Birtwhistle,,46352.291666667,46352.322916667,45,TRUE,\r\n' +
        'Ivy Ellis,QB4 1AA,Anna Birtwhistle,Brenda Danquah,46352.916666667,46353.291666667,540,TRUE,-\r\n' +
        'Ivy Ellis,,Anna Birtwhistle,,46352.5,46352.520833333,30,TRUE,\r\n' +
        '"=HYPERLINK(""http://x.example"",""Maud Tetley"")",,Anna Birtwhistle,,46352.5,46352.520833333,30,TRUE,\r\n' +
        'Maud Tetley,,Grace Unsworth,,46352.666666667,46352.697916667,45,TRUE,\r\n' +
        'TOTAL,,,,,,=SUM(G2:G6),,\r\n',
    )
    expect(shown(result)).toEqual([
      '- SU1 CW1 2026-11-26T07:00 07:45 planned',
      '- SU6 CW1+CW2 2026-11-26T22:00 07:00 planned',
      '- SU3 nobody 2026-11-26T16:00 16:45 planned',
    ])
    expect(reasons(result.problems)).toEqual(['4 ambiguous_service_user', '5 unknown_service_user'])
    expect(reasons(result.warnings)).toEqual(['6 ambiguous_worker'])
  })

  it('two visits of one person in the repeated hour are two', () => {
    const result = read(
      'Ref,Service User ID,Care Worker ID,Date,Start,Finish,Duration\n' +
        'N1,SU1,CW1,25/10/2026,01:30,,30m\nN2,SU1,CW2,25/10/2026,01:30,,30m\nN3,SU2,CW4,25/10/2026,01:30 GMT,,30m\n',
    )
    expect(result.visits.map((visit) => isoWithOffset(visit.start, ZONE))).toEqual([
      '2026-10-25T01:30:00+01:00',
      '2026-10-25T01:30:00+00:00',
      '2026-10-25T01:30:00+00:00',
    ])
    expect(reasons(result.warnings)).toEqual(['2 repeated_local_time', '3 repeated_local_time'])
  })
})

describe('rows that are refused one by one, each with its line, its cell and a remedy', () => {
  const good = 'R1,Renée Lefèvre,SU1,Anna Birtwhistle,CW1,27/11/2026,9:00 AM,9:30 AM,\n'
  it.each([
    ['missing_service_user', 'R2,,,Anna Birtwhistle,CW1,28/11/2026,7:00 AM,7:45 AM,', 'Service User', ''],
    [
      'unknown_service_user',
      'R2,Ebenezer Flint,,Anna Birtwhistle,CW1,28/11/2026,7:00 AM,7:45 AM,',
      'Service User',
      'Ebenezer Flint',
    ],
    [
      'ambiguous_service_user',
      'R2,Ivy Ellis,,Anna Birtwhistle,CW1,28/11/2026,7:00 AM,7:45 AM,',
      'Service User',
      'Ivy Ellis',
    ],
    [
      'ref_name_conflict',
      'R2,Maud Tetley,SU1,Anna Birtwhistle,CW1,28/11/2026,7:00 AM,7:45 AM,',
      'Service User',
      'Maud Tetley',
    ],
    ['missing_date', 'R2,Maud Tetley,SU3,Anna Birtwhistle,CW1,,7:00 AM,7:45 AM,', 'Date', ''],
    ['bad_date', 'R2,Maud Tetley,SU3,Anna Birtwhistle,CW1,29/02/2027,7:00 AM,7:45 AM,', 'Date', '29/02/2027'],
    ['missing_start', 'R2,Maud Tetley,SU3,Anna Birtwhistle,CW1,28/11/2026,,7:45 AM,', 'Start Time', ''],
    ['bad_time', 'R2,Maud Tetley,SU3,Anna Birtwhistle,CW1,28/11/2026,25:10 AM,7:45 AM,', 'Start Time', '25:10 AM'],
    ['missing_end', 'R2,Maud Tetley,SU3,Anna Birtwhistle,CW1,28/11/2026,7:00 AM,,', 'End Time', ''],
    ['zero_duration', 'R2,Maud Tetley,SU3,Anna Birtwhistle,CW1,28/11/2026,7:00 AM,7:00 AM,', 'End Time', '7:00 AM'],
    [
      'negative_duration',
      'R2,Maud Tetley,SU3,Anna Birtwhistle,CW1,28/11/2026,12:00 PM,11:30 AM,',
      'End Time',
      '11:30 AM',
    ],
    [
      'duplicate_ref_conflict',
      'R1,Maud Tetley,SU3,Brenda Danquah,CW2,28/11/2026,7:00 AM,7:45 AM,',
      'Booking Ref',
      'R1',
    ],
  ] as const)('%s', (reason, row, column, value) => {
    const result = read(
      `Booking Ref,Service User,SU ID,Employee,Employee ID,Date,Start Time,End Time,Notes\n${good}${row}\n`,
    )
    expect(result.problems).toEqual([{ file: 'rota.csv', line: 3, column, value, reason, message: REFUSALS[reason] }])
    expect(result.problems.map(inWords)[0]).toContain('rota.csv, line 3')
    expect(result.visits.map((visit) => visit.ref)).toEqual(['R1'])
    expect(result.refusedRefs).toEqual([reason === 'duplicate_ref_conflict' ? 'R1' : 'R2'])
  })

  it.each([
    ['too few cells', 'R2,Maud Tetley,SU3,Anna Birtwhistle,CW1,28/11/2026', '6 cells, 9 wanted'],
    [
      'too many cells',
      'R2,Maud Tetley,SU3,Anna Birtwhistle,CW1,28/11/2026,7:00 AM,7:45 AM,Key, ring, wait',
      '11 cells, 9 wanted',
    ],
  ])('%s', (_what, row, value) => {
    const result = read(`Booking Ref,Service User,SU ID,Employee,Employee ID,Date,Start Time,End Time,Notes\n${row}\n`)
    expect(result.problems).toMatchObject([{ line: 2, reason: 'wrong_column_count', value }])
    expect(result.visits).toEqual([])
  })

  it.each([
    ['nobody known, on no day', 'V1,SU9,,31/02/2026,09:00,09:30', ['unknown_service_user', 'bad_date']],
    ['no time of day, twice', 'V1,SU1,,23/11/2026,nine,half past', ['bad_time', 'bad_time']],
    ['nothing that can be read', 'V1,,,soon,nine,', ['missing_service_user', 'bad_date', 'bad_time', 'missing_end']],
    ['only what two cells say together', 'V1,SU1,,23/11/2026,09:00,09:00', ['zero_duration']],
    ['what follows from a guess is not said', 'V1,SU1,,31/02/2026,23:00,02:00', ['bad_date']],
  ])('%s: every fault at once', (_what, row, reasons) => {
    const { problems, refusedRefs } = read(
      `visit_ref,service_user_ref,worker_ref,date,planned_start,planned_end\n${row}\n`,
    )
    expect(problems.map((one) => one.reason)).toEqual(reasons)
    expect(refusedRefs).toEqual(['V1'])
  })

  it('dates that could be swapped, once another row shows a month first', () => {
    const result = read(
      'Ref,SU ID,Date,Start,End\nA,SU1,11/25/2026,9:00,9:30\nB,SU1,04/12/2026,9:00,9:30\nC,SU1,28/11/2026,9:00,9:30\n',
    )
    expect(reasons(result.problems)).toEqual(['2 bad_date', '3 ambiguous_date'])
    expect(result.visits.map((visit) => visit.ref)).toEqual(['C'])
  })
})

describe('rows that are taken with a warning', () => {
  const row = (cells: string) => read(`Ref,SU ID,Employee,Employee ID,Employee 2,Date,Start,End,Status\n${cells}\n`)
  it.each([
    ['unknown_worker', 'A,SU1,Zebedee Quorn,CW9,,28/11/2026,9:00,9:30,', 'nobody'],
    ['ambiguous_worker', 'A,SU1,Grace Unsworth,,,28/11/2026,9:00,9:30,', 'nobody'],
    ['worker_ref_name_conflict', 'A,SU1,Grace Unsworth,CW1,,28/11/2026,9:00,9:30,', 'nobody'],
    ['unallocated', 'A,SU1,tbc,,,28/11/2026,9:00,9:30,', 'nobody'],
    ['worker_not_available', 'A,SU1,Carol Eccleston,CW3,,28/11/2026,9:00,9:30,', 'CW3'],
    ['service_user_not_active', 'A,SU5,Anna Birtwhistle,CW1,,28/11/2026,9:00,9:30,', 'CW1'],
    ['unknown_worker', 'A,SU1,Anna Birtwhistle,CW1,Who Knows,28/11/2026,9:00,9:30,', 'CW1+nobody'],
    ['unknown_status', 'A,SU1,Anna Birtwhistle,CW1,,28/11/2026,9:00,9:30,Perhaps', 'CW1'],
  ])('%s: %s', (reason, cells, workers) => {
    const result = row(cells)
    expect(reasons(result.warnings)).toEqual([`2 ${reason}`])
    expect(result.visits[0]?.careWorkerRefs.map((ref) => ref ?? 'nobody').join('+')).toBe(workers)
    expect(result.problems).toEqual([])
  })

  it('a care worker in two places at once', () => {
    const result = row(
      'A,SU1,,CW1,,28/11/2026,9:00,9:30,\nB,SU2,,CW1,,28/11/2026,9:15,9:45,\nC,SU3,,CW1,,28/11/2026,9:45,10:00,',
    )
    expect(reasons(result.warnings)).toEqual(['3 worker_overlap'])
  })

  it('says nothing of who would be missing at a cancelled or suspended visit', () => {
    expect(row('A,SU5,,,,28/11/2026,9:00,9:30,Canc - hospital').warnings).toEqual([])
    expect(row('A,SU5,,,,28/11/2026,9:00,9:30,On hold').visits[0]?.status).toBe('suspended')
  })
})
