import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, type Database, type Transaction } from '../../src/store/database.ts'
import { storeDelivery } from '../../src/store/deliveries.ts'
import { plainStatements, transaction } from '../../src/store/plain-statements.ts'
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

  it('of statements sent together the first that failed says why, and the connection is as good as before', async () => {
    const together = transaction(database, async (tx) => {
      await beat(tx, 'once')
      await Promise.all([
        beat(tx, 'twice'),
        beat(tx, 'once'),
        beat(tx, 'thrice'),
        tx.$queryRaw`SELECT count(*) FROM beat`,
      ])
    })
    await expect(together).rejects.toMatchObject({ code: '23505' })
    await Promise.all(Array.from({ length: 4 }, (_, n) => transaction(database, (tx) => beat(tx, `after ${n}`))))
    expect(await beats()).toEqual(['after 0', 'after 1', 'after 2', 'after 3'])
  })

  it('statements sent together are taken in their order, each seeing what the one before it did', async () => {
    const seen = await transaction(database, (tx) =>
      Promise.all([
        beat(tx, 'first'),
        tx.$queryRaw`SELECT name FROM beat ORDER BY name`,
        beat(tx, 'second'),
        tx.$queryRaw`SELECT name FROM beat ORDER BY name`,
      ]),
    )
    expect(seen).toEqual([1, [{ name: 'first' }], 1, [{ name: 'first' }, { name: 'second' }]])
  })

  it('a statement by itself is a transaction', async () => {
    await beat(plainStatements(database), 'alone')
    await expect(beat(plainStatements(database), 'alone')).rejects.toMatchObject({ code: '23505' })
    expect(await beats()).toEqual(['alone'])
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
