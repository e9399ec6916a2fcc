import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, type Database, type Transaction } from '../../src/store/database.ts'
import { storeDelivery } from '../../src/store/deliveries.ts'
import { transaction } from '../../src/store/plain-statements.ts'
import { freshDatabase } from '../support/database.ts'

let database: Database
let close: () => Promise<void>

beforeEach(async () => {
  const base = await freshDatabase()
  database = openDatabase(base.url, 2)
  close = async () => {
    await database.$disconnect()
    await base.drop()
  }
})
afterEach(() => close())

const beat = (tx: Transaction, name: string) =>
  tx.$executeRaw`INSERT INTO beat (name, at, by) VALUES (${name}, now(), 'a test')`
const beats = async () => (await database.beat.findMany({ orderBy: { name: 'asc' } })).map((one) => one.name)

describe('plain statements and Prisma in one transaction', () => {
  it('are committed together', async () => {
    await transaction(database, async (tx) => {
      await beat(tx, 'plain')
      await tx.beat.create({ data: { name: 'by Prisma', at: new Date(0), by: 'a test' } })
    })
    expect(await beats()).toEqual(['by Prisma', 'plain'])
  })

  it('are undone together', async () => {
    const undone = transaction(database, async (tx) => {
      await beat(tx, 'plain')
      await tx.beat.create({ data: { name: 'by Prisma', at: new Date(0), by: 'a test' } })
      throw new Error('the act changed its mind')
    })
    await expect(undone).rejects.toThrow('the act changed its mind')
    expect(await beats()).toEqual([])
  })

  it('nobody takes it for done when a statement failed and whoever asked kept quiet about it', async () => {
    const hushed = transaction(database, async (tx) => {
      await beat(tx, 'once')
      await beat(tx, 'once').catch(() => undefined)
    })
    await expect(hushed).rejects.toMatchObject({ code: '23505' })
    expect(await beats()).toEqual([])
  })

  it('nothing is sent any more on a connection that may be another’s in a moment', async () => {
    const slow = transaction(
      database,
      async (tx) => {
        await beat(tx, 'in time')
        await tx.$queryRaw`SELECT 1 FROM (SELECT pg_sleep(0.5)) s`
        await beat(tx, 'too late')
      },
      600,
    )
    await expect(slow).rejects.toThrow('the transaction took too long')
    expect(await beats()).toEqual([])
  })
})

describe('a text that PostgreSQL cannot keep as it is', () => {
  it.each([
    ['the six characters of an escaped NUL', String.raw`LATE 20 \u0000`, String.raw`LATE 20 \u0000`],
    ['a NUL', 'LATE 20 \0', 'LATE 20 '],
    ['half of a character', 'LATE 20 \uD83D', 'LATE 20 \uFFFD'],
  ])('%s is kept', async (_what, body, kept) => {
    const delivery = { account: 'AC1', kind: 'text' as const, providerId: 'SM1', seq: 0, attempt: undefined }
    await storeDelivery(database, randomUUID, { ...delivery, raw: { Body: body }, receivedAt: 0 })
    expect((await database.inboundDelivery.findFirstOrThrow()).raw).toEqual({ Body: kept })
  })
})
