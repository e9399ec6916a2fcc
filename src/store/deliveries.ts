import { storableText } from '../cellar/clean-text.ts'
import type { DeliveryKind } from '../cellar/ports.ts'
import type { Instant } from '../cellar/local-time.ts'
import type { Database } from './database.ts'
import { plainPool } from './connections.ts'

export interface DeliveryToKeep {
  account: string
  kind: DeliveryKind
  providerId: string
  seq: number
  attempt: string | undefined
  raw: Record<string, string>
  receivedAt: Instant
}

/**
 * Keeps a webhook: one INSERT. The same webhook again (by the carrier's id and its sequence) is not stored twice and
 * says so. An attempt id that is no UUID cannot be one of ours and is left out.
 */
export async function storeDelivery(database: Database, newId: () => string, delivery: DeliveryToKeep) {
  const id = newId()
  const at = new Date(delivery.receivedAt)
  const attempt = delivery.attempt !== undefined && UUID.test(delivery.attempt) ? delivery.attempt : null
  const raw = JSON.stringify(Object.fromEntries(Object.entries(delivery.raw).map((pair) => pair.map(storableText))))
  const { account, kind, providerId, seq } = delivery
  const values = [id, account, kind, providerId, seq, attempt, raw, at]
  const { rowCount } = await plainPool(database).query({ name: 'store-delivery', text: STORE, values })
  return { fresh: rowCount === 1, id }
}

const STORE = `
  INSERT INTO inbound_delivery (id, account, kind, provider_id, seq, attempt_id, raw, received_at, next_try_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)
  ON CONFLICT (account, kind, provider_id, seq) DO NOTHING`

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** When the last text was received that we know of; undefined when none ever was. */
export async function lastReceipt(database: Database): Promise<Instant | undefined> {
  const row = await database.inboundDelivery.findFirst({
    where: { kind: 'text' },
    orderBy: { receivedAt: 'desc' },
    select: { receivedAt: true },
  })
  return row?.receivedAt.getTime()
}
