import type { Instant } from '../cellar/local-time.ts'
import type { Listed } from './look-up.ts'
import { callReport, textReport } from './reports.ts'

/** A call on the carrier's list, or one that was fetched. */
export function listedCall(call: { sid: string; from: string; to: string; status: string; dateCreated: Date }): Listed {
  return {
    send: callReport({ providerId: call.sid, status: call.status }),
    from: call.from,
    to: call.to,
    at: instantOf(call.dateCreated),
  }
}

/** A text on the carrier's list, or one that was fetched. */
export function listedText(text: {
  sid: string
  from: string
  to: string
  body: string
  status: string
  errorCode: number | null
  dateCreated: Date
}): Listed {
  const send = textReport({ providerId: text.sid, status: text.status, code: text.errorCode ?? undefined })
  return { send, from: text.from, to: text.to, body: text.body, at: instantOf(text.dateCreated) }
}

/** The SDK hands an unreadable time through as it came. */
function instantOf(date: unknown): Instant | undefined {
  const at = date instanceof Date ? date.getTime() : Number.NaN
  return Number.isNaN(at) ? undefined : at
}
