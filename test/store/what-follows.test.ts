import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { agencyId, branchId, eventId, visitId } from '../../src/cellar/ids.ts'
import type { VisitId } from '../../src/cellar/ids.ts'
import type { Change } from '../../src/cellar/change.ts'
import { openDatabase, type Database } from '../../src/store/database.ts'
import { loadWords } from '../../src/compose/words.ts'
import { createStore } from '../../src/store/store.ts'
import { seedAgency } from '../support/agency.ts'
import { freshDatabase } from '../support/database.ts'

let database: Database
let close: () => Promise<void>
let woken: Change[]
let visit: VisitId
let late: (minutes: number) => Change

beforeEach(async () => {
  const base = await freshDatabase()
  database = openDatabase(base.url)
  close = async () => {
    await database.$disconnect()
    await base.drop()
  }
  const nine = { serviceUser: 'SU1', careWorker: 'CW1', date: '2026-11-24', start: '09:00', end: '09:30' }
  const agency = await seedAgency(database, { visits: [nine] })
  const [stored = ''] = agency.visits.values()
  visit = visitId(stored)
  woken = []
  late = (minutes) => ({
    kind: 'event-added',
    event: {
      agencyId: agencyId(agency.agencyId),
      branchId: branchId(agency.branchId),
      id: eventId(randomUUID()),
      visitId: visit,
      kind: 'late',
      minutes,
      source: 'office',
      sourceRef: randomUUID(),
      n: 0,
      evidence: 'own-statement',
      details: {},
      receivedAt: 0,
    },
  })
})
afterEach(() => close())

describe('what follows an act', () => {
  it('sees what the act wrote, and is written with it', async () => {
    const store = createStore(database, { now: () => 0 }, loadWords().items, (changes) => woken.push(...changes))
    const seen: number[] = []
    const first = late(20)
    const second = late(30)
    await store.act((tx) =>
      Promise.resolve({
        changes: [first],
        result: undefined,
        next: async () => {
          seen.push((await tx.picture(visit)).visit.events.length)
          return [second]
        },
      }),
    )
    expect(seen).toEqual([1])
    expect(await minutesStored()).toEqual([20, 30])
    expect(woken).toEqual([first, second])
  })

  it('cannot undo the act when it stumbles', async () => {
    const store = createStore(database, { now: () => 0 }, loadWords().items, (changes) => woken.push(...changes))
    const first = late(20)
    const answer = await store.act(() =>
      Promise.resolve({
        changes: [first],
        result: 'answered',
        next: () => Promise.reject(new Error('a plan that nobody can read')),
      }),
    )
    expect(answer).toBe('answered')
    expect(await minutesStored()).toEqual([20])
    expect(woken).toEqual([first])
  })
})

async function minutesStored(): Promise<(number | null)[]> {
  const events = await database.visitEvent.findMany({ orderBy: { minutes: 'asc' } })
  return events.map((event) => event.minutes)
}
