import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { parsePhoneNumber } from '../../src/cellar/phone-number.ts'
import type { Carrier, ReceivedText } from '../../src/cellar/ports.ts'
import { createCatchUp } from '../../src/compose/catch-up.ts'
import { openDatabase, type Database } from '../../src/store/database.ts'
import { LINE } from '../support/agency.ts'
import { freshDatabase } from '../support/database.ts'

const MINUTE = 60_000
const START = 1_000 * MINUTE
/** No database keeps this id, whatever is tried. */
const POISON = 'SM\0'

let database: Database
let close: () => Promise<void>
let now: number
let onTheList: ReceivedText[]
let asked: number[]

beforeEach(async () => {
  const base = await freshDatabase()
  database = openDatabase(base.url, 2)
  close = async () => {
    await database.$disconnect()
    await base.drop()
  }
  now = START
  onTheList = []
  asked = []
})
afterEach(() => close())

function look(): Promise<number> {
  const line = parsePhoneNumber(LINE)
  const carrier: Pick<Carrier, 'receivedTexts'> = {
    receivedTexts({ since }) {
      asked.push(since)
      return Promise.resolve(onTheList.filter((text) => text.at >= since))
    },
  }
  return createCatchUp({
    carrier: carrier as Carrier,
    accountSid: 'AC1',
    lines: line === undefined ? [] : [line],
    database,
    clock: { now: () => now },
    newId: randomUUID,
    wake: () => undefined,
    log: pino({ level: 'silent' }),
  }).once()
}

const text = (providerId: string, at: number): ReceivedText => ({ providerId, at, raw: { Body: 'LATE 20' } })
const kept = async () => (await database.inboundDelivery.findMany({ orderBy: { ord: 'asc' } })).map((d) => d.providerId)

it('one text that cannot be kept stands in no other’s way', async () => {
  onTheList = [text('SM3', START), text(POISON, START), text('SM1', START)]
  expect(await look()).toBe(2)
  expect((await kept()).toSorted()).toEqual(['SM1', 'SM3'])
})

it('is read again from where all of it was kept, however much came in since', async () => {
  expect(await look()).toBe(0)
  const [first] = asked
  now = START + 30 * MINUTE
  onTheList = [text('SM2', now), text(POISON, now)]
  await look()
  // hours of texts later what could not be kept is still asked for
  now = START + 5 * 60 * MINUTE
  await look()
  expect(asked[2]).toBe(first)
  onTheList = [text('SM2', START + 30 * MINUTE)]
  await look()
  expect(await kept()).toEqual(['SM2'])
  await look()
  expect(asked.at(-1)).toBe(now - 10 * MINUTE)
})

it('finds a text whose webhook never came, though a later one’s did, and finds it once', async () => {
  await look()
  now = START + MINUTE
  onTheList = [text('SM1', START + 1000)]
  expect(await look()).toBe(1)
  expect(await look()).toBe(0)
})
