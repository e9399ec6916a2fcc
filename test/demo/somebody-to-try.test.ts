import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { minutesBetween } from '../../src/cellar/local-time.ts'
import { createDemo } from '../../src/demo/demo.ts'
import { importRota } from '../../src/rota/act/import-rota.ts'
import { openDatabase, type Database } from '../../src/store/database.ts'
import { firstTry, phoneBook } from '../../src/store/phone-book.ts'
import { createRotaStore } from '../../src/store/rota.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

const ZONE = 'Europe/London'
const MONDAY = Date.parse('2026-11-23T00:02:00Z')
const MINUTE = 60_000

describe('the demonstration agency, as it is stored', () => {
  let server: TestDatabase
  let database: Database

  beforeAll(async () => {
    server = await freshDatabase()
    database = openDatabase(server.url, 4)
    const demo = createDemo({ seed: 4 })
    const deps = {
      store: createRotaStore(database),
      now: () => MONDAY,
      newId: randomUUID,
      carrier: { account: `AC${'0'.repeat(32)}`, callsPerSecond: 1, textsPerSecond: 1 },
    }
    expect((await importRota(demo.files(MONDAY), {}, deps)).written).toBe(true)
    return async () => {
      await database.$disconnect()
      await server.drop()
    }
  })

  it('has somebody to try at every hour, mostly neither too soon nor too far away', async () => {
    const ahead: number[] = []
    for (let now = MONDAY; now < MONDAY + 5 * 24 * 60 * MINUTE; now += 47 * MINUTE)
      ahead.push(minutesBetween(now, (await firstTry(database, now))?.serviceUser.at ?? 0))
    expect(ahead.filter((minutes) => minutes <= 0 || minutes > 240)).toEqual([])
    expect(ahead.filter((minutes) => minutes >= 30 && minutes <= 90).length).toBeGreaterThan(ahead.length / 2)
  })

  it('is somebody whose phone rings after LATE 20: 20 minutes are late by their contract', async () => {
    const agreed: number[] = []
    for (let now = MONDAY; now < MONDAY + 5 * 24 * 60 * MINUTE; now += 47 * MINUTE) {
      const tried = await firstTry(database, now)
      const visit = await database.visit.findFirstOrThrow({
        where: { ref: tried?.visitRef ?? '' },
        include: { serviceUser: { include: { contracts: true } } },
      })
      const contract = visit.serviceUser.contracts.findLast(({ validFrom }) => validFrom.getTime() <= now)
      agreed.push(contract?.lateMinutes ?? 15)
    }
    expect(agreed.filter((minutes) => minutes >= 20)).toEqual([])
  })

  it('names a visit that is the care worker’s next, and phones that ring', async () => {
    const now = MONDAY + 9 * 60 * MINUTE
    const found = await firstTry(database, now)
    const book = new Map((await phoneBook(database, now, ZONE)).map((entry) => [entry.number, entry]))
    expect(book.get(found?.careWorker.number ?? '')).toMatchObject({
      role: 'care-worker',
      name: found?.careWorker.name,
    })
    expect(book.get(found?.serviceUser.number ?? '')).toMatchObject({ role: 'service-user', now: true })
    expect(book.get(found?.responsiblePerson?.number ?? '')).toMatchObject({ role: 'manager' })
    const stored = await database.visit.findFirst({ where: { ref: found?.visitRef ?? '' } })
    expect(stored).not.toBeNull()
  })

  it('says that a visit has begun once somebody is there, and goes on to the next when they have left', async () => {
    const now = MONDAY + 9 * 60 * MINUTE
    const tried = await firstTry(database, now)
    const visit = await database.visit.findFirstOrThrow({ where: { ref: tried?.visitRef ?? '' } })
    const noted = async (number = '') =>
      (await phoneBook(database, now + MINUTE, ZONE)).find((entry) => entry.number === number)?.note
    const happens = (kind: string, n: number, more = {}) =>
      database.visitEvent.create({
        data: {
          id: randomUUID(),
          agencyId: visit.agencyId,
          branchId: visit.branchId,
          visitId: visit.id,
          kind,
          source: 'text',
          sourceRef: 'a-text',
          n,
          evidence: '',
          receivedAt: new Date(now),
          ...more,
        },
      })
    const planned = await noted(tried?.careWorker.number)
    expect(planned).toMatch(/^next: /)

    const { id } = await happens('arrived', 1)
    expect(await noted(tried?.careWorker.number)).toBe('visit began 9.02am')
    expect(await noted(tried?.serviceUser.number)).toBe('visit began 9.02am')

    await happens('undo', 2, { retractsId: id })
    expect(await noted(tried?.careWorker.number)).toBe(planned)

    await happens('arrived', 3)
    await happens('left', 4)
    expect(await noted(tried?.careWorker.number)).not.toMatch(/began/)
    expect(await noted(tried?.careWorker.number)).not.toBe(planned)
    await database.visitEvent.deleteMany({ where: { visitId: visit.id, retractsId: { not: null } } })
    await database.visitEvent.deleteMany({ where: { visitId: visit.id } })
  })

  it('says "next" of no time that is over', async () => {
    const now = MONDAY + 10 * 60 * MINUTE
    const notes = (await phoneBook(database, now, ZONE)).map((entry) => entry.note)
    const next = notes.filter((note) => note.startsWith('next: '))
    expect(next.length).toBeGreaterThan(10)
    // it is two minutes past ten
    expect(next.filter((note) => /^next: ([6-9](\.\d\d)?am|10am)$/.test(note))).toEqual([])
    expect(notes.filter((note) => /^now: ([6-9](\.\d\d)?am|10am)$/.test(note)).length).toBeGreaterThan(3)
  })
})
