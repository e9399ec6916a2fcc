import { rfc2822 } from './carrier-time.ts'
import { createCallbackRow, sendCallback, type CallbackRow } from './callbacks.ts'
import { forgetOldest, type Carrier } from './carrier.ts'
import type { Handset, HandsetCall } from './handset.ts'
import type { Session } from './session.ts'
import { newSid } from './sid.ts'
import type { HttpMethod } from './voice-steps.ts'

export type CallStatus =
  'queued' | 'initiated' | 'ringing' | 'in-progress' | 'completed' | 'busy' | 'no-answer' | 'failed' | 'canceled'
export type Ending = Extract<CallStatus, 'completed' | 'busy' | 'no-answer' | 'failed' | 'canceled'>
export type CallEvent = 'initiated' | 'ringing' | 'answered' | 'completed'

export interface CallbackWish {
  url: string
  method: HttpMethod
  events: ReadonlySet<string>
}

export interface MachineDetection {
  mode: 'Enable' | 'DetectMessageEnd'
  asynchronous: boolean
  callback: { url: string; method: HttpMethod } | undefined
}

export interface Call {
  sid: string
  direction: 'outbound-api' | 'inbound' | 'outbound-dial'
  /** As the API shows them; a withheld caller's `from` is "anonymous". */
  to: string
  from: string
  status: CallStatus
  createdAt: number
  updatedAt: number
  startedAt: number | undefined
  answeredAt: number | undefined
  endedAt: number | undefined
  parent: Call | undefined
  timeoutSeconds: number
  wish: CallbackWish | undefined
  detection: MachineDetection | undefined
  answeredBy: string | undefined
  callbacks: CallbackRow
  sequence: number
  handset: Handset | undefined
  handsetCall: HandsetCall | undefined
  /** When the voicemail's tone sounds; undefined while no machine has answered. */
  toneAt: number | undefined
  session: Session | undefined
  /** The connected other leg of a Dial. */
  bridge: Call | undefined
  /** Ways to cancel what is scheduled for this call. */
  timers: Set<() => void>
  whenAnswered: () => void | Promise<void>
  whenEnded: (() => void | Promise<void>) | undefined
}

export type NewCall = Pick<
  Call,
  'direction' | 'to' | 'from' | 'timeoutSeconds' | 'wish' | 'detection' | 'parent' | 'handset' | 'whenAnswered'
>

/** Puts a new call on the carrier's record, as of `at`. */
export function recordCall(carrier: Carrier, fields: NewCall, at: number): Call {
  const call: Call = {
    ...fields,
    sid: newSid('CA'),
    status: fields.direction === 'inbound' ? 'ringing' : 'queued',
    createdAt: at,
    updatedAt: at,
    startedAt: fields.direction === 'inbound' ? at : undefined,
    answeredAt: undefined,
    endedAt: undefined,
    answeredBy: undefined,
    callbacks: createCallbackRow(),
    sequence: 0,
    handsetCall: undefined,
    toneAt: undefined,
    session: undefined,
    bridge: undefined,
    timers: new Set(),
    whenEnded: undefined,
  }
  carrier.calls.set(call.sid, call)
  forgetOldest(carrier.calls)
  return call
}

const endings: ReadonlySet<CallStatus> = new Set<Ending>(['completed', 'busy', 'no-answer', 'failed', 'canceled'])

export function hasEnded(call: Call): boolean {
  return endings.has(call.status)
}

/** Whole seconds from answer to end, as Twilio counts them. */
export function durationSeconds(call: Call): number {
  if (call.answeredAt === undefined || call.endedAt === undefined) return 0
  return Math.ceil((call.endedAt - call.answeredAt) / 1000)
}

/** Moves the call to a status and tells whoever asked to be told. */
export function enter(carrier: Carrier, call: Call, status: CallStatus, event: CallEvent): void {
  call.status = status
  call.updatedAt = carrier.queue.now()
  const wish = call.wish
  if (wish === undefined || !wish.events.has(event)) return
  const form = {
    ...callForm(carrier, call),
    CallbackSource: 'call-progress-events',
    SequenceNumber: String(call.sequence),
    Timestamp: rfc2822(call.updatedAt),
    ...(event === 'completed' ? endForm(call) : {}),
  }
  call.sequence += 1
  sendCallback(
    carrier,
    call.callbacks,
    { url: wish.url, method: wish.method, form },
    { to: call.to, from: call.from, status },
  )
}

/** Schedules something for this call; it is dropped when the call ends. Returns the way to cancel. */
export function later(carrier: Carrier, call: Call, seconds: number, run: () => void | Promise<void>): () => void {
  const cancel = carrier.queue.in(seconds * 1000, () => {
    call.timers.delete(cancel)
    return run()
  })
  call.timers.add(cancel)
  return () => {
    call.timers.delete(cancel)
    cancel()
  }
}

/** What every webhook and callback about a call carries. */
export function callForm(carrier: Carrier, call: Call): Record<string, string> {
  return {
    AccountSid: carrier.accountSid,
    ApiVersion: '2010-04-01',
    CallSid: call.sid,
    CallStatus: call.status,
    Direction: call.direction,
    From: call.from,
    Caller: call.from,
    FromCountry: countryOf(call.from),
    CallerCountry: countryOf(call.from),
    To: call.to,
    Called: call.to,
    ToCountry: countryOf(call.to),
    CalledCountry: countryOf(call.to),
    ...(call.parent === undefined ? {} : { ParentCallSid: call.parent.sid }),
    ...(call.answeredBy === undefined ? {} : { AnsweredBy: call.answeredBy }),
  }
}

const sipCodes: Record<string, string> = {
  completed: '200',
  busy: '486',
  'no-answer': '480',
  failed: '404',
  canceled: '487',
}

function endForm(call: Call): Record<string, string> {
  const seconds = durationSeconds(call)
  return {
    CallDuration: String(seconds),
    Duration: String(Math.ceil(seconds / 60)),
    SipResponseCode: sipCodes[call.status] ?? '200',
  }
}

function countryOf(number: string): string {
  return number.startsWith('+44') ? 'GB' : ''
}
