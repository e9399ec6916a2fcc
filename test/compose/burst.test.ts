import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { deliveryId } from '../../src/cellar/ids.ts'
import { createAdvancingClock } from '../../src/clock.ts'
import type { Acts } from '../../src/compose/acts.ts'
import { createDuties } from '../../src/compose/duties.ts'
import { openDatabase, type Database } from '../../src/store/database.ts'
import { storeDelivery } from '../../src/store/deliveries.ts'
import { lockDelivery } from '../../src/store/load/deliveries.ts'
import { freshDatabase } from '../support/database.ts'

let database: Database
let close: () => Promise<void>
beforeEach(async () => {
  const base = await freshDatabase()
  database = openDatabase(base.url)
  close = async () => {
    await database.$disconnect()
    await base.drop()
  }
})
afterEach(() => close())

const NOW = Date.parse('2026-11-24T08:40:00Z')

function text(from: string, n: number) {
  const raw = { From: from, Body: `text ${n}` }
  const delivery = { account: 'AC', kind: 'text' as const, providerId: `SM${from.slice(1)}${n}`, seq: 0 }
  return storeDelivery(database, randomUUID, { ...delivery, attempt: undefined, raw, receivedAt: NOW })
}

it('the texts of one sender follow each other at once and in their order, without the loop', async () => {
  const [anna, sam] = ['+447700900101', '+447700900102']
  const stored = []
  for (let n = 1; n <= 5; n += 1) stored.push(await text(anna, n))
  await text(sam, 1)
  const read: string[] = []
  const woken: string[] = []
  const acts = {
    receiveDelivery: (id: string) =>
      database.$transaction(async (tx) => {
        const locked = await lockDelivery(tx, deliveryId(id))
        if (locked === undefined) return undefined
        read.push(`${locked.raw['From']} ${locked.raw['Body']}`)
        await tx.inboundDelivery.update({ where: { id }, data: { processedAt: new Date(NOW) } })
        return locked.kind
      }),
  } as Partial<Acts> as Acts
  const duties = createDuties({
    database,
    acts,
    wake: (_name, id) => void woken.push(id),
    clock: createAdvancingClock(() => NOW),
    log: pino({ level: 'silent' }),
  })
  // the wakes of the later ones go by while the first is not read yet
  for (const { id } of stored.toReversed()) await duties.handle('inbound', id)
  expect(read).toEqual([`${anna} text 1`])
  for (let id = woken.shift(); id !== undefined; id = woken.shift()) await duties.handle('inbound', id)
  expect(read).toEqual([1, 2, 3, 4, 5].map((n) => `${anna} text ${n}`))
  expect(await database.inboundDelivery.count({ where: { processedAt: null } })).toBe(1)
})
