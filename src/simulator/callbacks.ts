import type { Carrier } from './carrier.ts'
import type { Delivery } from './deliver.ts'

/** The status callbacks of one call or message: sent one after the other, unless a fault wants otherwise. */
export interface CallbackRow {
  last: Promise<unknown>
  /** Kept back by an out-of-order fault until the next one has gone. */
  kept: Delivery | undefined
}

export function createCallbackRow(): CallbackRow {
  return { last: Promise.resolve(), kept: undefined }
}

/** Sends one status callback. Twilio gives no guarantee about these, and the faults make use of that. */
export function sendCallback(
  carrier: Carrier,
  row: CallbackRow,
  callback: { url: string; method: 'GET' | 'POST'; form: Record<string, string> },
  subject: { to: string; from: string; status: string },
): void {
  const delivery: Delivery = { kind: 'callback', ...callback }
  const fault = carrier.faults.callback(subject)
  if (fault?.kind === 'lost') {
    carrier.log.add('warning', { message: 'A callback was lost on the way', url: callback.url, status: subject.status })
    return
  }
  if (fault?.kind === 'late') {
    carrier.queue.in(fault.seconds * 1000, () => send(carrier, row, delivery))
    return
  }
  if (fault?.kind === 'out-of-order') {
    row.kept = delivery
    carrier.queue.in(fault.seconds * 1000, () => {
      sendKept(carrier, row)
    })
    return
  }
  send(carrier, row, fault?.kind === 'doubled' ? { ...delivery, doubled: true } : delivery)
  sendKept(carrier, row)
}

function sendKept(carrier: Carrier, row: CallbackRow): void {
  const kept = row.kept
  row.kept = undefined
  if (kept !== undefined) send(carrier, row, kept)
}

function send(carrier: Carrier, row: CallbackRow, delivery: Delivery): void {
  row.last = carrier.queue.track(row.last.then(() => carrier.deliver(delivery)))
}
