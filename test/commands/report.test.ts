import type { Command } from 'commander'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { BadReport, reportCommand, runReport, type ReportOptions } from '../../src/commands/report.ts'
import type { LateVisitRecord } from '../../src/record/late-visit-record.ts'
import { aMorning, aRecord, CALL_ID, hasBeenTold } from '../pages/recorded-late-visits.ts'

const TODAY = '2026-11-24'

async function printed(options: ReportOptions, records: LateVisitRecord[] = []) {
  const asked: { from: string; to: string }[] = []
  let text = ''
  await runReport(options, {
    today: TODAY,
    records: async (days) => {
      asked.push(days)
      return records
    },
    print: (more) => void (text += more),
  })
  return { asked, text }
}

describe('the days', () => {
  it.each<[ReportOptions, string, string]>([
    [{}, '2026-11-18', TODAY],
    [{ from: '2026-11-01' }, '2026-11-01', TODAY],
    [{ to: '2026-03-03' }, '2026-02-25', '2026-03-03'],
    [{ from: '2026-12-01' }, '2026-12-01', '2026-12-01'],
    [{ from: TODAY, to: TODAY }, TODAY, TODAY],
  ])('%j is %s to %s', async (options, from, to) => {
    expect((await printed(options)).asked).toEqual([{ from, to }])
  })

  it.each<[ReportOptions, RegExp]>([
    [{ from: '24/11/2026' }, /--from "24\/11\/2026" is not a day: write it as YYYY-MM-DD/],
    [{ to: '2026-02-30' }, /--to "2026-02-30" is not a day/],
    [{ from: '2026-11-25', to: TODAY }, /--from 2026-11-25 lies after --to 2026-11-24/],
    [{ json: true, csv: true }, /Choose one/],
  ])('%j is refused, with the remedy', async (options, words) => {
    await expect(printed(options)).rejects.toThrow(words)
    await expect(printed(options)).rejects.toBeInstanceOf(BadReport)
  })
})

describe('for people', () => {
  it('prints each record in order of time, with the call that proves who was told', async () => {
    const { text } = await printed({}, aMorning())
    expect(text).toMatch(/^Wednesday 18 November 2026 to Tuesday 24 November 2026: 4 late visits\n/)
    expect(text.indexOf('No 1 ')).toBeLessThan(text.indexOf('No 2 '))
    expect(text.slice(text.indexOf('No 4 '))).toBe(`No 4  Tue 24 Nov 2026  Mrs Brenda Trundle
  scheduled    9am for 30 minutes
  delayed      20 minutes expected: 9.20am instead of 9am
  reason       traffic
  rostered     Anna Kowal
  reported     Anna Kowal by text at 8.40am: 20 minutes, expected at 9.20am, traffic.
  told         Mrs Brenda Trundle was told at 8.43am to expect 9.20am.
                 8.40am call to Mrs Brenda Trundle: F: not reached (engaged) (CAfedcba9876543210fedcba9876543210)
                 8.42am call to Mrs Brenda Trundle: A: spoke or pressed a key (${CALL_ID}, proof)
  responsible  Rosa Achebe was told at 8.41am.
                 8.40am text to Rosa Achebe: D: text delivered (SM00112233445566778899aabbccddeeff, proof)
  rule         Late: more than 15 minutes after the planned start (definition QCS-policy, version 1, from the agency’s policy, 5.1 and 5.4)
  action       none entered yet
  actioned by  nobody yet
`)
  })

  it('says so when there was none, and for one day names one day', async () => {
    expect((await printed({ from: TODAY, to: TODAY })).text).toBe('Tuesday 24 November 2026: no late visits\n')
  })

  it('moves no cursor, whatever people are called', async () => {
    const record = { ...aRecord(1, [hasBeenTold]), serviceUser: 'Brenda\u001b[2J\nNo 99', actionedBy: 'a\r\nb' }
    const { text } = await printed({}, [record])
    expect(text).not.toContain('\u001b')
    expect(text).toContain('Brenda[2J No 99')
    expect(text).toContain('actioned by  a b')
  })
})

describe('for programs and spreadsheets', () => {
  it('prints JSON with instants that carry their offset, and nothing else', async () => {
    const { text } = await printed({ json: true }, [aRecord(4, [hasBeenTold])])
    expect(JSON.parse(text)).toMatchObject({
      from: '2026-11-18',
      to: TODAY,
      records: [
        {
          number: 4,
          serviceUser: 'Mrs Brenda Trundle',
          scheduledStart: '2026-11-24T09:00:00+00:00',
          expectedStart: '2026-11-24T09:20:00+00:00',
          arrival: null,
          standing: 'expected-late',
          reason: { code: 'traffic', words: 'traffic' },
          reports: [{ by: 'Anna Kowal', words: 'LATE 20 traffic', takenBackAt: null }],
          household: [
            {
              told: { at: '2026-11-24T08:43:00+00:00' },
              attempts: [{ proof: false }, { carrierId: CALL_ID, grade: 'A', proof: true }],
            },
          ],
          rules: [{ what: 'late', minutes: 15, bound: 'more-than' }],
        },
      ],
    })
    expect(JSON.parse((await printed({ json: true })).text)).toEqual({ from: '2026-11-18', to: TODAY, records: [] })
  })

  it('prints one row a record under headings, with the proof beside it', async () => {
    const { text } = await printed({ csv: true }, [aRecord(4, [hasBeenTold])])
    expect(parse(text, { bom: true, columns: true })).toMatchObject([
      {
        'record no': '4',
        "service user's name": 'Mrs Brenda Trundle',
        'date of visit': TODAY,
        'minutes delayed': '20',
        'reason code': 'traffic',
        'rostered care worker': 'Anna Kowal',
        'actual arrival': '',
        told: 'Mrs Brenda Trundle',
        'time given': '2026-11-24T09:20:00+00:00',
        'proof grade': 'A',
        'proof id': CALL_ID,
        attempts: '2',
        'responsible person told': 'Rosa Achebe',
        definition: 'QCS-policy',
        'late threshold minutes': '15',
        'rules that fired': 'late',
      },
    ])
  })

  it('has its headings even when there is nothing under them, and runs no formula', async () => {
    expect((await printed({ csv: true })).text).toMatch(
      /^\uFEFFrecord no,service user's name,date of visit,.*opened at\r\n$/,
    )
    const evil = { ...aRecord(4, []), serviceUser: '=HYPERLINK("http://x.test")' }
    expect((await printed({ csv: true }, [evil])).text).toContain(`"'=HYPERLINK(""http://x.test"")"`)
  })
})

it('is a command with --help that hands over what was typed, and closes what it opened before it complains', async () => {
  const seen: string[] = []
  const command = reportCommand(async (run) => {
    await run({ today: TODAY, records: async ({ from }) => (seen.push(`from ${from}`), []) }).finally(() =>
      seen.push('closed'),
    )
  })
  const quiet = (one: Command): void => {
    one
      .exitOverride()
      .configureOutput({ writeErr: (text) => void seen.push(text.trim()), writeOut: (text) => void seen.push(text) })
    one.commands.forEach(quiet)
  }
  quiet(command)
  await expect(command.parseAsync(['late-visits', '--from', 'yesterday'], { from: 'user' })).rejects.toThrow(
    /is not a day/,
  )
  expect(seen).toEqual(['closed', '--from "yesterday" is not a day: write it as YYYY-MM-DD, such as 2026-11-24.'])
  await expect(command.parseAsync(['late-visits', '--help'], { from: 'user' })).rejects.toThrow('(outputHelp)')
  expect(seen.at(-1)).toMatch(/--from <date>[\s\S]*--csv/)
})
