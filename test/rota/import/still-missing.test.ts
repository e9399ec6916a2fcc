import { describe, expect, it } from 'vitest'
import { importRota } from '../../../src/rota/act/import-rota.ts'
import type { RotaStore } from '../../../src/rota/act/rota-store.ts'
import type { ImportReport } from '../../../src/rota/import/import-report.ts'
import { inWords } from '../../../src/rota/import/import-report.ts'
import type { SourceFile } from '../../../src/rota/import/read-file.ts'
import {
  agencyFile as plainAgencyFile,
  changed,
  everything,
  file,
  onCallFile,
  serviceUsersFile,
} from './small-agency.ts'

const SEVEN = Date.UTC(2026, 10, 23, 7)

/** Nothing is stored yet, and nothing is written. */
const emptyStore: RotaStore = {
  inTransaction: (work) =>
    work({
      branches: async () => [],
      people: async () => ({
        funders: new Map(),
        careWorkers: new Map(),
        serviceUsers: new Map(),
        contacts: new Map(),
        managers: new Map(),
        shifts: new Map(),
        exclusions: [],
      }),
      visits: async () => new Map(),
      lockVisits: async () => [],
      saveBranches: async () => undefined,
      save: async () => undefined,
    }),
}

function dryRun(files: readonly SourceFile[], now = SEVEN): Promise<ImportReport> {
  let ids = 0
  return importRota(
    files,
    { dryRun: true },
    {
      store: emptyStore,
      now: () => now,
      newId: () => `id${(ids += 1)}`,
      carrier: { account: 'AC1', callsPerSecond: 1, textsPerSecond: 1 },
    },
  )
}

const withHours = changed(plainAgencyFile, ',watch\n', ',watch,office_hours\n')
const agencyFile = changed(withHours, ',on\n', ',on,Mon-Fri 09:00-17:00\n')
const whole = changed(agencyFile, '01632 960998,,MG1', '01632 960998,01632 960997,MG1')
const exchanged = (was: SourceFile, now: SourceFile) => [
  ...everything.filter((one) => one !== was && one !== plainAgencyFile),
  ...(was === agencyFile ? [] : [whole]),
  now,
]
const nobody = file('empty.csv', onCallFile.text.split('\n').slice(0, 1).join('\n'))

describe('what a branch still lacks', () => {
  it('nothing, when everybody can be reached and rung', async () => {
    expect((await dryRun(exchanged(agencyFile, whole))).stillMissing).toEqual([])
  })

  it.each([
    [
      'no last-resort number',
      agencyFile,
      agencyFile,
      'No last-resort number: when no manager answers, nobody else is rung. Fill in last_resort_number in the agency file.',
    ],
    [
      'no office number',
      agencyFile,
      changed(whole, '01632 960998', ''),
      'No office number: callers could not be put through. Fill in office_number in the agency file.',
    ],
    [
      'no responsible person',
      agencyFile,
      changed(whole, ',MG1,', ',,'),
      'No responsible person: nobody is told of late visits. Fill in responsible_manager_ref in the agency file.',
    ],
    [
      'somebody with no number',
      serviceUsersFile,
      changed(serviceUsersFile, ',01632 960002,', ',,'),
      '1 service user whom nobody could reach: no number of their own, and no contact who may be told: SU2.',
    ],
  ])('%s', async (_what, was, now, words) => {
    expect((await dryRun(exchanged(was, now))).stillMissing).toEqual([words])
  })

  it('nobody on call: no shifts at all, and none that lies ahead', async () => {
    const words = 'Nobody is on call from now on, so no manager would be rung. Import the on-call file.'
    expect((await dryRun(exchanged(onCallFile, nobody))).stillMissing).toContain(words)
    expect((await dryRun(exchanged(agencyFile, whole), SEVEN + 48 * 3_600_000)).stillMissing).toEqual([words])
  })

  it.each([
    [
      'no office hours',
      changed(whole, 'Mon-Fri 09:00-17:00', ''),
      onCallFile,
      /^No office hours: the managers on call are rung by day too.*Fill in office_hours/,
    ],
    [
      'a gap in the rota',
      whole,
      changed(onCallFile, 'OC2,2026-11-23T17:00', 'OC2,2026-11-23T19:30'),
      /^Nobody is on call from Mon 23 Nov 2026 17:00 to Mon 23 Nov 2026 19:30, and the office is closed then\. Add a shift/,
    ],
    [
      'a tier without people',
      changed(changed(whole, ',watch,office_hours', ',watch,office_hours,on_call_tiers'), '17:00\n', '17:00,2\n'),
      onCallFile,
      /^Tier 2 has nobody from Mon 23 Nov 2026 07:00 to Mon 23 Nov 2026 09:00\. Add a shift of tier 2, or lower on_call_tiers/,
    ],
  ])('%s: a standing warning, with place and remedy', async (_what, agency, onCall, words) => {
    const others = everything.filter((one) => one !== plainAgencyFile && one !== onCallFile)
    const { stillMissing, problems } = await dryRun([...others, agency, onCall])
    expect(stillMissing[0]).toMatch(words)
    expect(problems).toEqual([])
  })

  it('office hours that nobody can read are refused, with place and remedy', async () => {
    const { problems } = await dryRun([changed(whole, 'Mon-Fri 09:00-17:00', 'nine to five')])
    expect(problems).toMatchObject([{ file: 'agency.csv', line: 2, column: 'office_hours', value: 'nine to five' }])
  })

  it('counts many people and names the first', async () => {
    const many = Array.from({ length: 8 }, (_, n) => `SU1${n},,Ida,Norris${n},,,,,,,SELF,,,,,,,,,,,active,`)
    const { stillMissing } = await dryRun(
      exchanged(serviceUsersFile, { ...serviceUsersFile, text: `${serviceUsersFile.text}${many.join('\n')}\n` }),
    )
    expect(stillMissing).toEqual([
      '8 service users whom nobody could reach: no number of their own, and no contact who may be told: SU10, SU11, SU12, SU13, SU14 and 3 more.',
    ])
  })
})

describe('a file of people without a word about funders', () => {
  it('is told so once, not row by row', async () => {
    const lines = serviceUsersFile.text.trimEnd().split('\n')
    const without = lines.map((line) => line.split(',').toSpliced(10, 1).join(',')).join('\n')
    const { warnings } = await dryRun(exchanged(serviceUsersFile, { ...serviceUsersFile, text: without }))
    expect(warnings.filter((one) => one.reason === 'no_funder').map(inWords)).toEqual([
      expect.stringContaining('people.csv, line 1: There is no column funder_ref, so ') as string,
    ])
  })

  it('one of an unknown funder is told once for that funder, with how many rows', async () => {
    const { warnings } = await dryRun(everything.filter((one) => one.name !== 'funders.csv'))
    expect(warnings.filter((one) => one.reason === 'unknown_funder').map(inWords)).toEqual([
      expect.stringMatching(
        /^people.csv, line 2, "funder_ref" says "FCC": No funder .* So it is in 3 more rows\.$/,
      ) as string,
      expect.stringMatching(
        /^people.csv, line 3, "funder_ref" says "SELF": No funder .* So it is in 1 more row\.$/,
      ) as string,
    ])
  })
})
