import { durationSeconds, recordCall, type Call, type Ending } from './call.ts'
import { readNumber } from './phone-numbers.ts'
import type { Session } from './session.ts'
import type { DialledNumber } from './voice-steps.ts'

/** Puts the call to one dialled number on the carrier's record; it is not dialled yet. */
export function recordLeg(session: Session, noun: DialledNumber, callerId: string, timeoutSeconds: number): Call {
  const { carrier, call } = session
  const to = readNumber(noun.number) ?? noun.number
  const handset = carrier.handsets.reach(to)
  const message = 'Dial: this number is not supported; the stand-in carrier reaches Ofcom drama numbers only'
  if (handset === undefined) carrier.log.add('error', { code: 13224, message, sid: call.sid })
  const leg = {
    direction: 'outbound-dial' as const,
    to,
    from: callerId,
    timeoutSeconds,
    parent: call,
    handset,
    detection: undefined,
    wish: wishOf(session, noun),
    whenAnswered: () => undefined,
  }
  return recordCall(carrier, leg, carrier.queue.now())
}

/** A caller's own number may be shown on, one of ours too; any other is refused (13214). */
export function mayShow(session: Session, callerId: string): boolean {
  const { carrier, call } = session
  return carrier.lines.has(readNumber(callerId) ?? callerId) || callerId === call.from || callerId === call.to
}

/** What the Dial's action is told about how it went. */
export function resultForm(leg: Call | undefined, status: Ending, bridged: boolean): Record<string, string> {
  return {
    DialCallStatus: status,
    DialBridged: String(bridged),
    ...(leg === undefined ? {} : { DialCallSid: leg.sid }),
    ...(leg !== undefined && bridged ? { DialCallDuration: String(durationSeconds(leg)) } : {}),
  }
}

/** One status for several legs of which none was connected: the most hopeful. */
export function together(legs: readonly Call[]): Ending {
  const statuses = legs.map((each) => each.status)
  for (const status of ['completed', 'no-answer', 'busy'] as const) if (statuses.includes(status)) return status
  return 'failed'
}

function wishOf(session: Session, noun: DialledNumber): Call['wish'] {
  if (noun.statusCallback === undefined) return undefined
  const url = new URL(noun.statusCallback, session.documentUrl).href
  return { url, method: noun.statusCallbackMethod, events: noun.events }
}
