import type { Change } from '../../cellar/change.ts'
import type { DeliveryId } from '../../cellar/ids.ts'
import type { DeliveryKind, DeliveryReading, NewId } from '../../cellar/ports.ts'
import { carrierSaid, machineSaid } from '../../contact/act/carrier-said.ts'
import { receiveText } from '../../texts/act/receive-text.ts'
import { officeItem, promisedTime } from '../../office-list/new-item.ts'
import type { Understand } from '../../texts/act/context.ts'
import type { DeliveryFacts, Loading, Store } from './store.ts'

export interface ReceiveDeps {
  store: Store
  /** reads a stored webhook in the line's own words */
  read: (kind: DeliveryKind, raw: Record<string, string>) => DeliveryReading
  understand: Understand
  newId: NewId
}

/**
 * Processes one stored webhook, once: its effects and the mark that it is done are one transaction.
 *
 * @returns which kind was processed; undefined when it was not there, is done, or waits for one before it
 */
export function createReceiveDelivery({ store, read, understand, newId }: ReceiveDeps) {
  return async function receiveDelivery(id: DeliveryId): Promise<DeliveryKind | undefined> {
    return store.act<DeliveryKind | undefined>(async (tx) => {
      const delivery = await tx.delivery(id)
      if (delivery === undefined) return { changes: [], result: undefined }
      const effects = await effectsOf(tx, delivery)
      return { changes: [...effects, { kind: 'delivery-processed', id }], result: delivery.kind }
    })
  }

  async function effectsOf(tx: Loading, delivery: DeliveryFacts): Promise<Change[]> {
    const reading = read(delivery.kind, delivery.raw)
    switch (reading.kind) {
      case 'text': {
        const place = await tx.branchOfLine(reading.to)
        return place === undefined
          ? textToNoLine(tx, delivery, newId)
          : receiveText({ tx, delivery, place, text: reading }, understand, newId)
      }
      case 'report': {
        const attempt = delivery.attemptId ?? (await tx.attemptOfProvider(reading.report.providerId))
        return attempt === undefined ? callOver(tx, reading.report) : carrierSaid(tx, attempt, reading.report, newId)
      }
      case 'machine': {
        const attempt = delivery.attemptId ?? (await tx.attemptOfProvider(reading.providerId))
        return attempt === undefined ? [] : machineSaid(tx, attempt, reading.answeredBy)
      }
      case 'unreadable':
        return []
    }
  }

  /** Signed, and yet to no number of ours: set up wrongly, perhaps, but somebody wrote it and a person looks at it. */
  async function textToNoLine(tx: Loading, { id }: DeliveryFacts, make: NewId): Promise<Change[]> {
    const place = await tx.anyBranch()
    if (place === undefined) return []
    const wanted = { details: { delivery: id }, subject: `text ${id}`, dueAt: promisedTime(tx.now) }
    return [officeItem(place, { kind: 'unknown-text', ...wanted }, tx.now, make)]
  }

  async function callOver(tx: Loading, report: { providerId: string; state: string }): Promise<Change[]> {
    const call = report.state === 'ended' ? await tx.callOfProvider(report.providerId) : undefined
    return call === undefined ? [] : [{ kind: 'call-ended', id: call.id, at: tx.now }]
  }
}
