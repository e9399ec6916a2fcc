import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { createDemo } from '../../src/demo/demo.ts'
import type { ImportOptions } from '../../src/rota/act/import-rota.ts'
import { importRota } from '../../src/rota/act/import-rota.ts'
import type { ImportReport } from '../../src/rota/import/import-report.ts'
import { inWords } from '../../src/rota/import/import-report.ts'
import type { SourceFile } from '../../src/rota/import/read-file.ts'
import type { Database } from '../../src/store/database.ts'
import { openDatabase } from '../../src/store/database.ts'
import { createRotaStore } from '../../src/store/rota.ts'
import { freshDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'
import {
  agencyFile,
  careWorkersFile,
  changed,
  contactsFile,
  everything,
  file,
  fundersFile,
  onCallFile,
  serviceUsersFile,
  visitsFile,
} from './import/small-agency.ts'

const SIX = Date.UTC(2026, 10, 23, 6)
const HOUR = 3_600_000

let server: TestDatabase
let database: Database
let now = SIX

beforeEach(async () => {
  server = await freshDatabase()
  database = openDatabase(server.url, 4)
  now = SIX
  return async () => {
    await database.$disconnect()
    await server.drop()
  }
})

function bringIn(files: readonly SourceFile[], options: ImportOptions = {}): Promise<ImportReport> {
  const carrier = { account: 'AC1', callsPerSecond: 2, textsPerSecond: 10 }
  return importRota(files, options, { store: createRotaStore(database), now: () => now, newId: randomUUID, carrier })
}

function counts(report: ImportReport): Record<string, string> {
  return Object.fromEntries(
    report.files.map((one) => [
      one.kind,
      `${one.new} new, ${one.changed} changed, ${one.unchanged} unchanged, ${one.refused} refused`,
    ]),
  )
}

/** Every row of every table an import writes, as text: two of these are equal only when nothing changed. */
async function wholeStore(): Promise<unknown> {
  const tables = [
    'agency',
    'branch',
    'phone_line',
    'carrier_account',
    'commissioner',
    'care_worker',
    'skill',
    'service_user',
  ]
  tables.push(
    'service_user_contact',
    'service_user_status',
    'response_plan',
    'contract',
    'manager',
    'shift',
    'exclusion',
  )
  tables.push('phone_number', 'person_number', 'visit', 'visit_plan', 'visit_allocation', 'run', 'definition')
  const rows = []
  for (const table of tables) rows.push(await database.$queryRawUnsafe(`SELECT t::text FROM "${table}" t ORDER BY 1`))
  return rows
}

async function visit(ref: string) {
  const found = await database.visit.findFirstOrThrow({
    where: { ref },
    include: {
      plans: { orderBy: { rev: 'asc' } },
      allocations: { orderBy: [{ slot: 'asc' }, { fromAt: 'asc' }, { untilAt: 'asc' }] },
      serviceUser: true,
    },
  })
  const workers = new Map((await database.careWorker.findMany()).map((one) => [one.id, one.ref]))
  return {
    id: found.id,
    found,
    plans: found.plans.map((plan) => `${plan.rev} ${plan.plannedStart.toISOString().slice(11, 16)} ${plan.status}`),
    allocations: found.allocations.map(
      (one) =>
        `${one.slot} ${workers.get(one.careWorkerId ?? '') ?? 'nobody'} ${one.untilAt === null ? 'now' : 'ended'} ${one.by}`,
    ),
  }
}

describe('a first import', () => {
  it('sets up the agency, its people and its visits, in whatever order the files are named', async () => {
    const report = await bringIn(everything)
    expect(report.problems).toEqual([])
    expect(report.written).toBe(true)
    expect(counts(report)).toEqual({
      agency: '1 new, 0 changed, 0 unchanged, 0 refused',
      funders: '2 new, 0 changed, 0 unchanged, 0 refused',
      'care-workers': '5 new, 0 changed, 0 unchanged, 0 refused',
      'service-users': '6 new, 0 changed, 0 unchanged, 0 refused',
      contacts: '2 new, 0 changed, 0 unchanged, 0 refused',
      'on-call': '2 new, 0 changed, 0 unchanged, 0 refused',
      visits: '7 new, 0 changed, 0 unchanged, 0 refused',
    })
    const branch = await database.branch.findFirstOrThrow({ include: { agency: true } })
    const line = await database.phoneLine.findFirstOrThrow()
    const account = await database.carrierAccount.findFirstOrThrow()
    const responsible = await database.manager.findFirstOrThrow({ where: { ref: 'MG1' } })
    expect(branch).toMatchObject({
      zone: 'Europe/London',
      watchMode: 'on',
      liveFrom: new Date(SIX),
      officeNumber: '+441632960998',
      responsibleManagerId: responsible.id,
      agency: { name: 'Quillbrook Home Care' },
    })
    expect(line).toMatchObject({ e164: '+441632960999', branchId: branch.id, accountId: account.id, use: 'main' })
    expect(account).toMatchObject({ name: 'AC1', callSlotMs: 500, textSlotMs: 100 })
  })

  it('stores the numbers of everybody, and what kind of line each is', async () => {
    await bringIn(everything)
    const numbers = await database.personNumber.findMany({
      orderBy: [{ partyKind: 'asc' }, { number: 'asc' }, { ord: 'asc' }],
    })
    const of = (kind: string) =>
      numbers.filter((one) => one.partyKind === kind).map((one) => `${one.number} ${one.role} ${one.ord}`)
    expect(of('service-user')).toEqual([
      '+441632960001 landline 1',
      '+441632960002 landline 1',
      '+441632960003 landline 1',
      '+441632960003 landline 1',
      '+447700900001 mobile 2',
      '+447700900005 mobile 1',
    ])
    expect(of('service-user-contact')).toEqual([
      '+441632960301 phone-2 2',
      '+447700900301 phone-1 1',
      '+447700900302 phone-1 1',
    ])
    expect(of('care-worker')).toHaveLength(5)
    expect(of('manager')).toEqual(['+441632960201 phone-2 2', '+447700900201 phone-1 1', '+447700900202 phone-1 1'])
    const types = new Map((await database.phoneNumber.findMany()).map((one) => [one.e164, one.lineType]))
    expect(types.get('+441632960001')).toBe('landline')
    expect(types.get('+447700900001')).toBe('mobile')
  })

  it('stores what was agreed with each service user (P-027, P-062), else what the funder’s definition says', async () => {
    await bringIn(everything)
    const contracts = await database.contract.findMany({ include: { serviceUser: true } })
    const of = (ref: string) => contracts.find((one) => one.serviceUser.ref === ref)
    expect(of('SU1')).toMatchObject({
      definitionKey: 'generic-15',
      definitionVersion: 1,
      lateMinutes: 15,
      missedMinutes: 30,
      agreedWith: 'person',
    })
    expect(of('SU1')?.validFrom).toEqual(new Date('2026-01-05T00:00:00Z'))
    expect(of('SU2')).toMatchObject({ definitionKey: 'QCS-policy', lateMinutes: 15, missedMinutes: 30 })
    expect(of('SU3')).toMatchObject({ lateMinutes: 10, missedMinutes: 20 })
    expect(await database.definition.count()).toBeGreaterThanOrEqual(4)
    const statuses = await database.serviceUserStatus.findMany({ include: { serviceUser: true } })
    const hospital = statuses.find((one) => one.serviceUser.ref === 'SU5')
    expect(hospital).toMatchObject({
      status: 'in_hospital',
      fromAt: new Date('2026-11-20T00:00:00Z'),
      source: 'import',
    })
    const plans = await database.responsePlan.findMany({ include: { serviceUser: true } })
    expect(plans.find((one) => one.serviceUser.ref === 'SU1')).toMatchObject({
      version: 1,
      preferredChannel: 'voice_landline',
      choiceIfLate: 'ask',
    })
  })

  it('stores skills, and exclusions whichever file names them', async () => {
    await bringIn(everything)
    const workers = new Map((await database.careWorker.findMany()).map((one) => [one.id, one.ref]))
    const people = new Map((await database.serviceUser.findMany()).map((one) => [one.id, one.ref]))
    const pairs = (await database.exclusion.findMany()).map(
      (one) => `${workers.get(one.careWorkerId)} ${people.get(one.serviceUserId)}`,
    )
    expect(pairs.toSorted()).toEqual(['CW1 SU3', 'CW2 SU3'])
    const skills = (await database.skill.findMany()).map(
      (one) => `${workers.get(one.careWorkerId)} ${one.skill} ${one.expiresOn?.toISOString().slice(0, 10) ?? '-'}`,
    )
    expect(skills.toSorted()).toEqual(['CW1 hoist -', 'CW1 medication 2027-05-02', 'CW2 medication -'])
  })

  it('stores visits with their plan, the care workers initially allocated (P-083) and their runs', async () => {
    await bringIn(everything)
    const double = await visit('V3')
    expect(double.plans).toEqual(['1 11:00 planned'])
    expect(double.allocations).toEqual(['1 CW1 now import', '2 CW2 now import'])
    expect(double.found.plans[0]).toMatchObject({ timeCritical: false, toleranceMinutes: 15, by: 'import' })
    expect(double.found.allocations[0]).toMatchObject({ runRef: 'QUI-AM-1', runOrder: 3, travelMinutes: 10 })
    expect((await visit('V4')).allocations).toEqual([])
    expect((await visit('V5')).plans).toEqual(['1 13:00 suspended'])
    expect((await visit('V1')).found.plans[0]).toMatchObject({ timeCritical: true, timeCriticalReason: 'insulin' })
    const first = await visit('V1')
    const second = await visit('V2')
    expect(first.found.allocations[0]?.runId).toBe(second.found.allocations[0]?.runId)
    expect(await database.run.count()).toBe(4)
  })
})

describe('the same files again', () => {
  it('change nothing at all', async () => {
    await bringIn(everything)
    const before = await wholeStore()
    now += HOUR
    const report = await bringIn(everything)
    expect(report.rows).toEqual([])
    expect(Object.values(counts(report)).every((one) => one.startsWith('0 new, 0 changed'))).toBe(true)
    expect(await wholeStore()).toEqual(before)
  })

  it('change nothing when a spreadsheet saved them its own way', async () => {
    await bringIn(everything)
    const before = await wholeStore()
    const lines = visitsFile.text
      .trim()
      .split('\n')
      .map((line) => line.replaceAll(',', ';').replace(/2026-11-(\d\d)/, '$1/11/2026'))
    const report = await bringIn([file('rota export.csv', `\uFEFFsep=;\r\n${lines.join('\r\n')}\r\n`)])
    expect(report.problems).toEqual([])
    expect(counts(report)).toEqual({ visits: '0 new, 0 changed, 7 unchanged, 0 refused' })
    expect(await wholeStore()).toEqual(before)
  })
})

describe('a dry run', () => {
  it('shows what would change, row by row, and writes nothing', async () => {
    const empty = await wholeStore()
    const first = await bringIn(everything, { dryRun: true })
    expect(first).toMatchObject({ dryRun: true, written: false })
    expect(first.rows).toHaveLength(25)
    expect(await wholeStore()).toEqual(empty)
    await bringIn(everything)
    const before = await wholeStore()
    const report = await bringIn(
      [changed(visitsFile, '09:45,10:15', '10:00,10:30'), changed(serviceUsersFile, '07700 900001', '07700 900009')],
      { dryRun: true },
    )
    expect(report.rows).toMatchObject([
      {
        kind: 'service-users',
        ref: 'SU1',
        what: 'changed',
        columns: [{ column: 'mobile', was: '+447700900001', now: '+447700900009' }],
      },
      {
        kind: 'visits',
        ref: 'V2',
        line: 3,
        what: 'changed',
        columns: [
          { column: 'planned_start', was: '2026-11-23T09:45:00+00:00', now: '2026-11-23T10:00:00+00:00' },
          { column: 'planned_end', was: '2026-11-23T10:15:00+00:00', now: '2026-11-23T10:30:00+00:00' },
        ],
      },
    ])
    expect(await wholeStore()).toEqual(before)
  })
})

describe('a changed visit', () => {
  it('gets a new plan; the one before stays', async () => {
    await bringIn(everything)
    now += HOUR
    await bringIn([changed(visitsFile, '09:45,10:15', '10:00,10:30')])
    expect((await visit('V2')).plans).toEqual(['1 09:45 planned', '2 10:00 planned'])
    expect((await visit('V2')).allocations).toEqual(['1 CW1 now import'])
    now += HOUR
    await bringIn([
      changed(changed(visitsFile, '09:45,10:15', '10:00,10:30'), 'planned,Side gate', 'cancelled,Side gate'),
    ])
    expect((await visit('V2')).plans).toEqual(['1 09:45 planned', '2 10:00 planned', '3 10:00 cancelled'])
  })

  it('ends one allocation and opens another; the care worker initially allocated stays on record (P-083)', async () => {
    await bringIn(everything)
    now += HOUR
    const report = await bringIn([
      changed(changed(visitsFile, 'V2,SU2,CW1', 'V2,SU2,CW2'), 'planned,\nV2', 'planned,Knock\nV2'),
    ])
    const moved = await visit('V2')
    expect(report.changedVisits).toEqual([moved.id])
    expect(moved.plans).toEqual(['1 09:45 planned'])
    expect(moved.allocations).toEqual(['1 CW1 ended import', '1 CW2 now import'])
    expect(moved.found.allocations[0]?.untilAt).toEqual(new Date(now))
    await bringIn([changed(visitsFile, 'V2,SU2,CW1', 'V2,SU2,')])
    expect((await visit('V2')).allocations).toEqual(['1 CW1 ended import', '1 CW2 ended import'])
  })

  it('keeps the cover that was found here, unless the file itself names another care worker', async () => {
    await bringIn(everything)
    const { id } = await visit('V2')
    const cover = await database.careWorker.findFirstOrThrow({ where: { ref: 'CW4' } })
    await database.visitAllocation.updateMany({
      where: { visitId: id, untilAt: null },
      data: { untilAt: new Date(now + HOUR) },
    })
    await database.visitAllocation.create({
      data: {
        id: randomUUID(),
        visitId: id,
        slot: 1,
        careWorkerId: cover.id,
        runRef: '',
        fromAt: new Date(now + HOUR),
        by: 'cover',
      },
    })
    now += 2 * HOUR
    await bringIn([changed(visitsFile, 'Side gate', 'Front door')])
    expect((await visit('V2')).allocations).toEqual(['1 CW1 ended import', '1 CW4 now cover'])
    expect((await visit('V2')).found.notes).toBe('Front door')
    await bringIn([changed(visitsFile, 'V2,SU2,CW1', 'V2,SU2,CW2')])
    expect((await visit('V2')).allocations).toEqual(['1 CW1 ended import', '1 CW4 ended cover', '1 CW2 now import'])
  })

  it('keeps an allocation that was made here, when only the round changes; its own it moves to the new place', async () => {
    await bringIn(everything)
    const { id } = await visit('V2')
    await database.visitAllocation.updateMany({ where: { visitId: id }, data: { by: 'manager' } })
    await bringIn([changed(changed(visitsFile, 'QUI-AM-1,2,12', 'QUI-AM-1,2,15'), 'QUI-AM-1,1,0', 'QUI-AM-1,1,5')])
    expect((await visit('V2')).allocations).toEqual(['1 CW1 now manager'])
    expect((await visit('V1')).allocations).toEqual(['1 CW1 ended import', '1 CW1 now import'])
  })

  it('keeps a plan that was changed here, unless the file itself changes it', async () => {
    await bringIn(everything)
    const { id } = await visit('V2')
    const [plan] = (await visit('V2')).found.plans
    if (plan !== undefined)
      await database.visitPlan.create({ data: { ...plan, rev: 2, status: 'cancelled', by: 'manager' } })
    await bringIn([changed(visitsFile, 'Side gate', 'Front door')])
    expect((await visit('V2')).plans).toEqual(['1 09:45 planned', '2 09:45 cancelled'])
    await bringIn([changed(visitsFile, '09:45,10:15', '10:00,10:30')])
    expect((await visit('V2')).plans).toEqual(['1 09:45 planned', '2 09:45 cancelled', '3 10:00 planned'])
    expect(await database.visit.count({ where: { id } })).toBe(1)
  })

  it('becomes a single visit when the file asks for one care worker only', async () => {
    await bringIn(everything)
    await bringIn([changed(visitsFile, 'V3,SU4,CW1,CW2,2', 'V3,SU4,CW1,,1')])
    expect((await visit('V3')).allocations).toEqual(['1 CW1 now import', '2 CW2 ended import'])
    expect((await visit('V3')).found.careWorkersRequired).toBe(1)
  })

  it('is refused when its reference was another service user’s before', async () => {
    await bringIn(everything)
    const report = await bringIn([changed(visitsFile, 'V2,SU2', 'V2,SU4')])
    expect(report.problems).toMatchObject([{ line: 3, reason: 'duplicate_ref_conflict', value: 'V2' }])
    expect((await visit('V2')).found.serviceUser.ref).toBe('SU2')
  })

  it('is told apart from one of another rota system with the same reference', async () => {
    await bringIn(everything)
    await bringIn([changed(visitsFile, 'V2,SU2', 'V2,SU4')], { source: 'night team' })
    expect(await database.visit.count({ where: { ref: 'V2' } })).toBe(2)
  })
})

describe('visits that are no longer in the file', () => {
  it('are reported when they lie ahead, and never deleted', async () => {
    await bringIn(everything)
    const without = (...refs: string[]) => ({
      ...visitsFile,
      text: visitsFile.text
        .split('\n')
        .filter((line) => !refs.some((ref) => line.startsWith(`${ref},`)))
        .join('\n'),
    })
    now = Date.UTC(2026, 10, 23, 10)
    const report = await bringIn([without('V1', 'V3', 'V5', 'V6')])
    expect(report.vanished.map((one) => `${one.ref} ${one.what}`)).toEqual([
      'V3 2026-11-23 11:00',
      'V6 2026-11-24 09:00',
    ])
    expect(report.vanished[0]?.message).toContain('status Cancelled')
    expect(await database.visit.count()).toBe(7)
  })

  it('have not vanished when their row was refused, or when the file is about other days', async () => {
    await bringIn(everything)
    expect((await bringIn([changed(visitsFile, '11:00,11:45', '11:00,11:00')])).vanished).toEqual([])
    const monday = {
      ...visitsFile,
      text: visitsFile.text
        .split('\n')
        .filter((line) => !line.includes('2026-11-24'))
        .join('\n'),
    }
    expect((await bringIn([monday])).vanished).toEqual([])
  })

  it('people and shifts ahead are reported as well', async () => {
    await bringIn(everything)
    const withoutLast = (source: SourceFile) => ({
      ...source,
      text: source.text.trim().split('\n').slice(0, -1).join('\n'),
    })
    const report = await bringIn([
      withoutLast(serviceUsersFile),
      withoutLast(contactsFile),
      withoutLast(careWorkersFile),
    ])
    expect(report.vanished.map((one) => one.ref)).toEqual(['CW5', 'SU6', 'CT2'])
    const onlyNight = changed(onCallFile, onCallFile.text.split('\n')[1] ?? '', '').text
    expect((await bringIn([file('on-call.csv', onlyNight)])).vanished.map((one) => one.ref)).toEqual(['OC1'])
    expect(await database.shift.count()).toBe(2)
  })
})

describe('people who change', () => {
  it('a new number takes the place of the old one', async () => {
    await bringIn(everything)
    await bringIn([changed(serviceUsersFile, '01632 960001,07700 900001', ',07700 900009')])
    const person = await database.serviceUser.findFirstOrThrow({ where: { ref: 'SU1' } })
    const numbers = await database.personNumber.findMany({ where: { partyId: person.id } })
    expect(numbers.map((one) => `${one.number} ${one.role}`)).toEqual(['+447700900009 mobile'])
  })

  it('new thresholds are a new contract from now on; the old one stays', async () => {
    await bringIn(everything)
    now += HOUR
    await bringIn([changed(serviceUsersFile, ',15,30,2026-01-05', ',20,30,2026-01-05')])
    const person = await database.serviceUser.findFirstOrThrow({
      where: { ref: 'SU1' },
      include: { contracts: { orderBy: { validFrom: 'asc' } } },
    })
    expect(person.contracts.map((one) => [one.lateMinutes, one.validFrom.toISOString()])).toEqual([
      [15, '2026-01-05T00:00:00.000Z'],
      [20, new Date(now).toISOString()],
    ])
  })

  it('another definition of the funder is a new contract for everybody it pays for', async () => {
    await bringIn(everything)
    now += HOUR
    await bringIn([changed(fundersFile, 'generic-15', 'Essex-LAH-2025')])
    const contracts = await database.contract.findMany({
      where: { definitionKey: 'Essex-LAH-2025' },
      include: { serviceUser: true },
    })
    expect(contracts.map((one) => `${one.serviceUser.ref} ${one.lateMinutes}`).toSorted()).toEqual([
      'SU1 15',
      'SU3 10',
      'SU4 15',
      'SU5 15',
    ])
  })

  it('back from hospital is a new status; the old one stays', async () => {
    await bringIn(everything)
    now += HOUR
    await bringIn([changed(serviceUsersFile, 'in_hospital,2026-11-20', 'active,2026-11-23')])
    const person = await database.serviceUser.findFirstOrThrow({
      where: { ref: 'SU5' },
      include: { statuses: { orderBy: { receivedAt: 'asc' } } },
    })
    expect(person.statuses.map((one) => one.status)).toEqual(['in_hospital', 'active'])
  })

  it('a pair that no file names any more may meet again', async () => {
    await bringIn(everything)
    await bringIn([changed(serviceUsersFile, ',N,N,,CW1,', ',N,N,,,')])
    expect(await database.exclusion.count()).toBe(1)
    await bringIn([changed(careWorkersFile, 'SU3', '')])
    expect(await database.exclusion.count()).toBe(0)
  })

  it('a file with fewer columns leaves what the others said', async () => {
    await bringIn(everything)
    const short = file(
      'short.csv',
      'service_user_ref,first_name,last_name,landline,mobile\nSU1,Renée,Lefèvre,01632 960001,07700 900007\n',
    )
    const report = await bringIn([short])
    expect(report.rows).toMatchObject([{ ref: 'SU1', columns: [{ column: 'mobile' }] }])
    const person = await database.serviceUser.findFirstOrThrow({ where: { ref: 'SU1' } })
    expect(person).toMatchObject({ livesAlone: true, timeCriticalReason: 'insulin', postcode: 'QB1 1AA' })
  })
})

describe('what is refused', () => {
  it('nobody is created by a file that only points at them', async () => {
    const report = await bringIn([
      agencyFile,
      fundersFile,
      careWorkersFile,
      serviceUsersFile,
      file('contacts.csv', contactsFile.text.replace('CT2,SU6', 'CT2,SU99')),
      file('visits.csv', visitsFile.text.replace('V2,SU2', 'V2,SU99').replace('V1,SU1,CW1', 'V1,SU1,CW99')),
    ])
    expect(report.problems.map(inWords)).toEqual([
      expect.stringContaining('contacts.csv, line 3, "service_user_ref" says "SU99"') as string,
      expect.stringContaining('visits.csv, line 3, "service_user_ref" says "SU99"') as string,
    ])
    expect(report.warnings.map((one) => `${one.line} ${one.reason}`)).toContain('2 unknown_worker')
    expect(report.written).toBe(true)
    expect(await database.serviceUser.count()).toBe(6)
    expect(await database.careWorker.count()).toBe(5)
    expect(await database.serviceUserContact.count()).toBe(1)
    expect((await visit('V1')).allocations).toEqual([])
    expect(await database.visit.count()).toBe(6)
  })

  it('the agency’s own line is nobody’s number', async () => {
    const report = await bringIn([
      ...everything.slice(1, 3),
      changed(serviceUsersFile, '07700 900001', '01632 960999'),
      careWorkersFile,
      fundersFile,
      agencyFile,
    ])
    expect(report.problems).toMatchObject([
      { line: 2, column: 'mobile', reason: 'own_number' },
      { file: 'contacts.csv', reason: 'unknown_service_user' },
    ])
  })

  it('a file that cannot be read stops the call before anything is written', async () => {
    const before = await wholeStore()
    const report = await bringIn([...everything, file('holiday.csv', 'Name,Beach\nAnna,Skegness\n')])
    expect(report).toMatchObject({ written: false, fileProblems: [{ file: 'holiday.csv', line: 1 }] })
    expect(await wholeStore()).toEqual(before)
  })

  it('people cannot come before the agency, and of two branches one must be named', async () => {
    const alone = await bringIn([careWorkersFile])
    expect(alone.fileProblems).toMatchObject([
      { file: 'workers.csv', message: expect.stringContaining('line_number') as string },
    ])
    const two = file('agency.csv', `${agencyFile.text}Quillbrook Home Care,Marlpit,,england,01632 960996,,,,\n`)
    expect((await bringIn([two])).written).toBe(true)
    const which = await bringIn([careWorkersFile])
    expect(which.fileProblems[0]?.message).toContain('--branch and one of: "Marlpit", "Quillbrook"')
    expect((await bringIn([careWorkersFile], { branch: 'Marlpit' })).written).toBe(true)
    expect(await database.agency.count()).toBe(1)
    const marlpit = await database.branch.findFirstOrThrow({ where: { name: 'Marlpit' } })
    expect(marlpit.watchMode).toBe('shadow')
    expect(await database.careWorker.count({ where: { branchId: marlpit.id } })).toBe(5)
  })

  it('a line belongs to one branch', async () => {
    const twice = file('agency.csv', `${agencyFile.text}Quillbrook Home Care,Marlpit,,england,01632 960999,,,,\n`)
    const report = await bringIn([twice])
    expect(report.problems).toMatchObject([{ line: 3, column: 'line_number', reason: 'line_taken' }])
    expect(await database.branch.count()).toBe(1)
  })

  it('the responsible manager must be known, and may come later', async () => {
    const first = await bringIn([agencyFile])
    expect(first.warnings).toMatchObject([{ column: 'responsible_manager_ref', reason: 'unknown_manager' }])
    await bringIn([onCallFile])
    const report = await bringIn([agencyFile])
    expect(report.rows).toMatchObject([{ kind: 'agency', what: 'changed' }])
    expect((await database.branch.findFirstOrThrow()).responsibleManagerId).not.toBeNull()
  })
})

describe('nothing is half-written', () => {
  it('when the database refuses a row in the middle, nothing of the call is there', async () => {
    await database.$executeRawUnsafe(
      `ALTER TABLE visit_plan ADD CONSTRAINT no_nights CHECK (planned_end - planned_start < interval '8 hours')`,
    )
    await expect(bringIn(everything)).rejects.toThrow(/no_nights/)
    expect(await database.agency.count()).toBe(0)
    expect(await database.serviceUser.count()).toBe(0)
    expect(await database.visit.count()).toBe(0)
  })

  it('two imports at once are one after the other', async () => {
    const reports = await Promise.all([bringIn(everything), bringIn(everything)])
    const added = reports.map((report) => report.rows.length).toSorted((one, other) => one - other)
    expect(added).toEqual([0, 25])
    expect(await database.visit.count()).toBe(7)
    expect(await database.serviceUser.count()).toBe(6)
  })

  it('a visit that somebody moves meanwhile is read again under its lock', async () => {
    await bringIn(everything)
    const { id } = await visit('V2')
    const store = createRotaStore(database)
    const cover = await database.careWorker.findFirstOrThrow({ where: { ref: 'CW4' } })
    const meanwhile: typeof store = {
      inTransaction: (work) =>
        store.inTransaction((rota) =>
          work({
            ...rota,
            async visits(query) {
              const found = await rota.visits(query)
              const other = openDatabase(server.url, 1)
              await other.visitAllocation.updateMany({
                where: { visitId: id, untilAt: null },
                data: { untilAt: new Date(now) },
              })
              await other.visitAllocation.create({
                data: {
                  id: randomUUID(),
                  visitId: id,
                  slot: 1,
                  careWorkerId: cover.id,
                  runRef: '',
                  fromAt: new Date(now),
                  by: 'cover',
                },
              })
              await other.$disconnect()
              return found
            },
          }),
        ),
    }
    const carrier = { account: 'AC1', callsPerSecond: 1, textsPerSecond: 10 }
    const deps = { store: meanwhile, now: () => now + HOUR, newId: randomUUID, carrier }
    await importRota([changed(visitsFile, 'QUI-AM-1,2,12', 'QUI-AM-1,2,15')], {}, deps)
    expect((await visit('V2')).allocations).toEqual(['1 CW1 ended import', '1 CW4 now cover'])
  })
})

describe('files without references of their own', () => {
  it('person and start name the visit, and the same file again changes nothing', async () => {
    await bringIn([agencyFile, fundersFile, careWorkersFile, serviceUsersFile])
    const rota = file(
      'rota.csv',
      'Client;Post Code;Employee;Date;From;To\nEllis, Ivy;QB4 1AA;Birtwhistle, Anna;23/11/2026;9.00;9.30\nLefevre, Renee;;Danquah, Brenda;23/11/2026;9.00;9.30\n',
    )
    expect(counts(await bringIn([rota]))).toEqual({ visits: '2 new, 0 changed, 0 unchanged, 0 refused' })
    expect(counts(await bringIn([rota]))).toEqual({ visits: '0 new, 0 changed, 2 unchanged, 0 refused' })
    expect((await visit('SU1@2026-11-23T09:00')).found.plans[0]).toMatchObject({
      timeCritical: true,
      timeCriticalReason: 'insulin',
    })
    expect((await visit('SU6@2026-11-23T09:00')).found.plans[0]).toMatchObject({ timeCritical: false })
  })
})

describe('the demonstration', () => {
  it('goes through the very same import, without a single refusal, and tomorrow adds a day', async () => {
    const demo = createDemo()
    const seen: [number, number][] = []
    const deps = {
      store: createRotaStore(database),
      now: () => now,
      newId: randomUUID,
      carrier: { account: 'AC1', callsPerSecond: 1, textsPerSecond: 10 },
      onProgress: (done: number, total: number) => void seen.push([done, total]),
    }
    const first = await importRota(demo.files(now), {}, deps)
    expect(first.problems).toEqual([])
    expect(first.fileProblems).toEqual([])
    expect(new Set(first.warnings.map((one) => one.reason))).not.toContain('worker_overlap')
    expect(await database.visit.count()).toBe(first.files.find((one) => one.kind === 'visits')?.new)
    expect(seen.length).toBeGreaterThan(5)
    expect(seen.every(([done, total], index) => done <= total && done >= (seen[index - 1]?.[0] ?? 0))).toBe(true)
    now += 24 * HOUR
    const second = await importRota(demo.files(now), {}, deps)
    const visits = second.files.find((one) => one.kind === 'visits')
    expect(visits?.changed).toBe(0)
    expect(visits?.new).toBeGreaterThan(150)
    expect(visits?.unchanged).toBeGreaterThan(1_000)
    expect(second.vanished).toEqual([])
  })
})
