import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../src/store/database.ts'
import { dueIds } from '../../src/store/due.ts'
import { recordFailure, type FailingKind } from '../../src/store/record-failure.ts'
import { BRENDA, LINE, seedAgency } from '../support/agency.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

const NOW = Date.parse('2026-11-24T08:40:00Z')
const at = new Date(NOW)

describe('a step that throws (design 1.2)', () => {
  let base: TestDatabase
  let database: Database
  let rows: Record<FailingKind, string>

  beforeAll(async () => {
    base = await freshDatabase()
    database = openDatabase(base.url)
    rows = await oneRowOfEach(database)
  })
  afterAll(async () => {
    await database.$disconnect()
    await base.drop()
  })

  it.each<FailingKind>([
    'inbound',
    'matter',
    'contact',
    'attempt-ended',
    'look-up',
    'visit',
    'office-item',
    'hand-over',
    'on-call',
    'branch-visits',
  ])(
    '%s: backs off to a minute at most, and asks for a human at the third time and again as long as it fails',
    async (kind) => {
      const id = rows[kind]
      const isDue = async (now: number) => (await dueIds(database, kind, now)).includes(id)
      const asked = () =>
        database.officeItem.findMany({
          where: { kind: 'line-needs-a-human', subject: { startsWith: `${kind} ${id}` } },
          orderBy: { createdAt: 'asc' },
        })
      expect(await isDue(NOW)).toBe(true)
      let now = NOW
      for (const [seconds, items] of [
        [2, 0],
        [4, 0],
        [8, 1],
        [16, 1],
        [32, 1],
        [60, 1],
        [60, 1],
      ] as const) {
        await recordFailure(database, kind, id, now)
        expect(await isDue(now + seconds * 1000 - 1)).toBe(false)
        now += seconds * 1000
        expect(await isDue(now)).toBe(true)
        expect(await asked()).toHaveLength(items)
      }
      // while nobody has taken it its phone rings; once somebody has, and it still fails, somebody is asked again
      await database.officeItem.updateMany({
        where: { kind: 'line-needs-a-human', subject: { startsWith: `${kind} ${id}` } },
        data: { doneAt: at, nextDueAt: null },
      })
      for (let more = 0; more < 26; more += 1) await recordFailure(database, kind, id, now)
      expect(await asked()).toMatchObject([{ doneAt: at }, { doneAt: null, details: { step: kind, row: id } }])
    },
  )

  it.each(['on-call', 'branch-visits'] as const)('%s: also when the very first look throws', async (kind) => {
    const table: { deleteMany(): Promise<unknown> } = kind === 'on-call' ? database.onCallWatch : database.visitWatch
    await table.deleteMany()
    await database.officeItem.deleteMany({ where: { subject: { startsWith: kind } } })
    const id = rows[kind]
    for (const failures of [1, 2, 3]) expect(await recordFailure(database, kind, id, NOW)).toBe(failures)
    expect(await dueIds(database, kind, NOW + 7999)).toEqual([])
    expect(await dueIds(database, kind, NOW + 8000)).toEqual([id])
    expect(await database.officeItem.count({ where: { subject: `${kind} ${id}` } })).toBe(1)
  })

  it('a text to no line of ours asks for a human all the same', async () => {
    const id = randomUUID()
    await database.inboundDelivery.create({
      data: {
        id,
        account: 'AC',
        kind: 'text',
        providerId: 'SM2',
        seq: 0,
        raw: { To: '+1' },
        receivedAt: at,
        nextTryAt: at,
      },
    })
    for (let times = 0; times < 3; times += 1) await recordFailure(database, 'inbound', id, NOW)
    expect(await database.officeItem.count({ where: { subject: `inbound ${id}` } })).toBe(1)
  })

  it('an item that says the line needs a human, and whose ringing fails, asks for no further one', async () => {
    const item = await database.officeItem.findFirstOrThrow({ where: { kind: 'line-needs-a-human', doneAt: null } })
    const before = await database.officeItem.count()
    for (let times = 0; times < 4; times += 1) await recordFailure(database, 'office-item', item.id, NOW)
    expect(await database.officeItem.count()).toBe(before)
  })
})

/** Rows that are due now, each of a kind that can fail. */
async function oneRowOfEach(database: Database): Promise<Record<FailingKind, string>> {
  const nine = { serviceUser: 'SU1', careWorker: 'CW1', date: '2026-11-24', start: '09:00', end: '09:30' }
  const { agencyId, branchId, accountId, visits } = await seedAgency(database, { watch: 'on', visits: [nine] })
  const [visit = ''] = visits.values()
  const place = { agencyId, branchId }
  const ids = { inbound: randomUUID(), matter: randomUUID(), contact: randomUUID() }
  const [ended, live, item] = [randomUUID(), randomUUID(), randomUUID()]
  await database.visit.update({ where: { id: visit }, data: { nextCheckAt: at, checkKind: 'look-again' } })
  await database.inboundDelivery.create({
    data: {
      id: ids.inbound,
      account: 'AC',
      kind: 'text',
      providerId: 'SM1',
      seq: 0,
      raw: { To: LINE },
      receivedAt: at,
      nextTryAt: at,
    },
  })
  await database.matter.create({
    data: {
      id: ids.matter,
      ...place,
      kind: 'late-visit',
      subjectId: visit,
      visitId: visit,
      riskAt: at,
      nextStep: 'tell',
      nextDueAt: at,
      openedAt: at,
    },
  })
  const contact = {
    ...place,
    partyKind: 'unknown',
    message: 'answer',
    details: {},
    class: 1,
    riskAt: at,
    createdAt: at,
  }
  await database.contact.create({ data: { ...contact, id: ids.contact, subject: 'a', nextDueAt: at } })
  const number = BRENDA.replaceAll(' ', '').replace(/^0/, '+44')
  const attempt = {
    ...place,
    accountId,
    contactId: ids.contact,
    channel: 'call',
    fromNumber: LINE,
    number,
    partyKind: 'unknown',
    class: 1,
    riskAt: at,
    dueAt: at,
    plannedAt: at,
  }
  await database.attempt.create({ data: { ...attempt, id: ended, state: 'ended', stateRank: 70, endedAt: at } })
  await database.attempt.create({ data: { ...attempt, id: live, state: 'ringing', stateRank: 40, lookUpAt: at } })
  await database.officeItem.create({
    data: {
      id: item,
      ...place,
      kind: 'ring-back',
      details: {},
      subject: 's',
      createdAt: at,
      dueAt: at,
      nextDueAt: at,
    },
  })
  const handOver = randomUUID()
  await database.handover.create({
    data: { id: handOver, ...place, tier: 1, toManagerId: randomUUID(), dueAt: at, nextDueAt: at },
  })
  await database.onCallWatch.create({
    data: { id: place.branchId, ...place, lookedAt: at, nextDueAt: at },
  })
  await database.visitWatch.create({
    data: { id: place.branchId, ...place, lookedAt: at, nextDueAt: at, usualShare: 0.9, usualAt: at, forecastAt: at },
  })
  return {
    ...ids,
    'branch-visits': place.branchId,
    'attempt-ended': ended,
    'look-up': live,
    visit,
    'office-item': item,
    'hand-over': handOver,
    'on-call': place.branchId,
  }
}
