import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { agencyId, branchId, visitId } from '../../src/cellar/ids.ts'
import { openDatabase, type Database } from '../../src/store/database.ts'
import { loadWords } from '../../src/compose/words.ts'
import { createStore } from '../../src/store/store.ts'
import { seedAgency } from '../support/agency.ts'
import { freshDatabase } from '../support/database.ts'

let close: () => Promise<void>
afterEach(() => close())

async function opened(): Promise<Database> {
  const base = await freshDatabase()
  const database = openDatabase(base.url)
  close = async () => {
    await database.$disconnect()
    await base.drop()
  }
  return database
}

describe('the number of a Late Visit Record', () => {
  it('is the next of the branch, also when ten visits are reported late in the same moment', async () => {
    const database = await opened()
    const visits = Array.from({ length: 10 }, () => ({
      serviceUser: 'SU1',
      careWorker: 'CW1',
      date: '2026-11-24',
      start: '09:00',
      end: '09:30',
    }))
    const agency = await seedAgency(database, { visits })
    const store = createStore(database, { now: () => 0 }, loadWords().items, () => undefined)
    await Promise.all(
      [...agency.visits.values()].map((visit) =>
        store.act(async () => ({
          changes: [
            {
              kind: 'late-record-opened',
              record: {
                agencyId: agencyId(agency.agencyId),
                branchId: branchId(agency.branchId),
                id: randomUUID(),
                visitId: visitId(visit),
                openedAt: 0,
                definitionKey: 'QCS-policy',
                definitionVersion: 1,
                lateMinutes: 15,
              },
            },
          ],
          result: undefined,
        })),
      ),
    )
    const records = await database.lateVisitRecord.findMany({ orderBy: { number: 'asc' } })
    expect(records.map((record) => record.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  })
})
