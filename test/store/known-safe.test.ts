import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../src/store/database.ts'
import { readVisits } from '../../src/store/load/visits.ts'
import { seedAgency } from '../support/agency.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

const CLOSED = Date.parse('2026-11-24T09:40:00Z')

let base: TestDatabase
let database: Database
beforeEach(async () => {
  base = await freshDatabase()
  database = openDatabase(base.url)
})
afterEach(async () => {
  await database.$disconnect()
  await base.drop()
})

it.each([
  ['spoken-to', 'Rosa', true],
  ['known-elsewhere', 'Rosa', true],
  ['known-elsewhere', 'the rota', false],
  ['care-worker-there', 'Anna Kowal', false],
])('closed as %s by %s: what was known before opens it again or not (P-007)', async (how, saidBy, holds) => {
  const nine = { serviceUser: 'SU1', careWorker: 'CW1', date: '2026-11-24', start: '09:00', end: '09:30' }
  const { agencyId, branchId, visits } = await seedAgency(database, { visits: [nine] })
  const [visitId = ''] = visits.values()
  const [id, evidenceId, at] = [randomUUID(), randomUUID(), new Date(CLOSED)]
  const step = { riskAt: at, nextStep: 'tell', nextDueAt: at, openedAt: at }
  await database.matter.create({
    data: { id, agencyId, branchId, kind: 'late-visit', subjectId: visitId, visitId, ...step },
  })
  await database.safetyEvidence.create({
    data: { id: evidenceId, matterId: id, how, who: 'her daughter', saidBy, statement: '', at },
  })
  await database.matter.update({ where: { id }, data: { closedAt: at, evidenceId, nextDueAt: null } })
  const [visit] = await database.$transaction((tx) => readVisits(tx, [visitId]))
  expect(visit?.knownSafeAt).toBe(holds ? CLOSED : undefined)
})
