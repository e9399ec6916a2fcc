import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { agencyId } from '../../src/cellar/ids.ts'
import { openDatabase, type Database } from '../../src/store/database.ts'
import { codesGiven } from '../../src/store/load/climbing.ts'
import { seedAgency } from '../support/agency.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

const HOUR_MS = 60 * 60_000
/** Ten past midnight, local time. */
const NOW = Date.parse('2026-11-25T00:10:00Z')

let base: TestDatabase
let database: Database
let seeded: Awaited<ReturnType<typeof seedAgency>>

beforeAll(async () => {
  base = await freshDatabase()
  database = openDatabase(base.url)
  const nine = { serviceUser: 'SU1', careWorker: 'CW1', date: '2026-11-24', start: '09:00', end: '09:30' }
  seeded = await seedAgency(database, { visits: [nine] })
})
afterAll(async () => {
  await database.$disconnect()
  await base.drop()
})

it('a code is not given out again while it can close anything (design 1.3)', async () => {
  const [open, closed] = [await aMatter('late-visit', true), await aMatter('other', false)]
  await give('2401', closed, '2026-11-25', -HOUR_MS)
  await give('2402', closed, '2026-11-24', 23 * HOUR_MS)
  await give('2403', open, '2026-11-20', -96 * HOUR_MS)
  await give('2404', closed, '2026-11-20', -96 * HOUR_MS)
  const given = await database.$transaction((tx) => codesGiven(tx, agencyId(seeded.agencyId), '2026-11-25', NOW))
  expect([...given].toSorted()).toEqual(['2401', '2402', '2403'])
})

async function give(code: string, targetId: string, day: string, holdsFor: number) {
  await database.replyCode.create({
    data: {
      id: randomUUID(),
      agencyId: seeded.agencyId,
      localDate: new Date(day),
      code,
      targetKind: 'matter',
      targetId,
      partyKind: 'manager',
      partyId: randomUUID(),
      expiresAt: new Date(NOW + holdsFor),
    },
  })
}

async function aMatter(kind: string, isOpen: boolean): Promise<string> {
  const { agencyId: agency, branchId, visits } = seeded
  const [visit = ''] = visits.values()
  const at = new Date(NOW - 100 * HOUR_MS)
  const id = randomUUID()
  const step = { riskAt: at, nextStep: 'tell', nextDueAt: at, openedAt: at }
  await database.matter.create({
    data: { id, agencyId: agency, branchId, kind, subjectId: visit, visitId: visit, ...step },
  })
  if (isOpen) return id
  const [evidenceId, who] = [randomUUID(), 'Rosa']
  const said = { how: 'seen', who, saidBy: who, statement: '', at }
  await database.safetyEvidence.create({ data: { id: evidenceId, matterId: id, ...said } })
  await database.matter.update({ where: { id }, data: { closedAt: at, evidenceId, nextDueAt: null } })
  return id
}
