import type { DeliveryId } from '../../cellar/ids.ts'
import { attemptId, deliveryId } from '../../cellar/ids.ts'
import type { DeliveryKind } from '../../cellar/ports.ts'
import type { DeliveryFacts } from '../../matter/act/store.ts'
import type { Transaction } from '../database.ts'

/** Locks a stored webhook that is still to be processed; undefined when somebody has it or had it. */
export async function lockDelivery(tx: Transaction, id: DeliveryId): Promise<DeliveryFacts | undefined> {
  const rows = await tx.$queryRaw<DeliveryRow[]>`
    SELECT id, kind, provider_id, seq, attempt_id, raw, received_at FROM inbound_delivery
     WHERE id = ${id}::uuid AND processed_at IS NULL FOR UPDATE SKIP LOCKED`
  const [row] = rows
  return (
    row && {
      id: deliveryId(row.id),
      kind: row.kind,
      providerId: row.provider_id,
      seq: row.seq,
      attemptId: row.attempt_id === null ? undefined : attemptId(row.attempt_id),
      raw: row.raw,
      receivedAt: row.received_at.getTime(),
    }
  )
}

interface DeliveryRow {
  id: string
  kind: DeliveryKind
  provider_id: string
  seq: number
  attempt_id: string | null
  raw: Record<string, string>
  received_at: Date
}
