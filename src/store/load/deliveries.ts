import type { DeliveryId } from '../../cellar/ids.ts'
import { attemptId, deliveryId } from '../../cellar/ids.ts'
import type { DeliveryKind } from '../../cellar/ports.ts'
import type { DeliveryFacts } from '../../matter/act/store.ts'
import type { Transaction } from '../database.ts'

/**
 * Locks a stored webhook that is still to be processed; undefined when somebody has it or had it, and while an earlier
 * text of the same sender waits: "LATE 20" and "UNDO" that reach us together must not change places. An earlier text
 * that failed is waited for until a human was told of it.
 */
export async function lockDelivery(tx: Transaction, id: DeliveryId): Promise<DeliveryFacts | undefined> {
  const rows = await tx.$queryRaw<DeliveryRow[]>`
    SELECT id, kind, provider_id, seq, attempt_id, raw, received_at FROM inbound_delivery d
     WHERE id = ${id}::uuid AND processed_at IS NULL
       AND (kind <> 'text' OR NOT EXISTS (
         SELECT 1 FROM inbound_delivery e
          WHERE e.kind = 'text' AND e.processed_at IS NULL AND e.failures < 3
            AND e.raw->>'From' = d.raw->>'From' AND e.ord < d.ord))
       FOR UPDATE SKIP LOCKED`
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
