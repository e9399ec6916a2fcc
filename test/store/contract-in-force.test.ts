import { randomUUID } from 'node:crypto'
import { afterEach, expect, it } from 'vitest'
import { openDatabase } from '../../src/store/database.ts'
import { readVisits } from '../../src/store/load/visits.ts'
import { seedAgency, type VisitSeed } from '../support/agency.ts'
import { freshDatabase } from '../support/database.ts'

let close = async () => undefined as void
afterEach(() => close())

it('a visit is judged by the contract that is in force when it begins, not by one agreed for later (P-027, P-062)', async () => {
  const base = await freshDatabase()
  const database = openDatabase(base.url)
  close = async () => {
    await database.$disconnect()
    await base.drop()
  }
  const on = (date: string, ref: string): VisitSeed => ({
    ref,
    serviceUser: 'SU1',
    careWorker: 'CW1',
    date,
    start: '09:00',
    end: '09:30',
  })
  const visits = [on('2026-11-24', 'V1'), on('2026-11-25', 'V2'), on('2026-11-26', 'V3')]
  const agency = await seedAgency(database, { visits })
  const later = (validFrom: string, lateMinutes: number) =>
    database.contract.create({
      data: {
        id: randomUUID(),
        serviceUserId: agency.serviceUsers.get('SU1') ?? '',
        commissionerRef: 'HCC',
        definitionKey: 'QCS-policy',
        definitionVersion: 1,
        lateMinutes,
        missedMinutes: 60,
        agreedWith: 'person',
        validFrom: new Date(validFrom),
      },
    })
  // agreed in any order
  await later('2026-11-26T09:00:00Z', 30)
  await later('2026-11-25T00:00:00Z', 5)
  const read = await database.$transaction((tx) => readVisits(tx, [...agency.visits.values()]))
  expect(read.map(({ ref, serviceUser }) => [ref, serviceUser.contract.lateMinutes])).toEqual([
    ['V1', 15],
    ['V2', 5],
    ['V3', 30],
  ])
  expect(read[0]?.serviceUser.contract).toEqual({
    definitionKey: 'QCS-policy',
    definitionVersion: 1,
    lateMinutes: 15,
    missedMinutes: 30,
  })
})
