import { SegmentedMessage } from 'sms-segments-calculator'
import { createCallbackRow, sendCallback, type CallbackRow } from './callbacks.ts'
import { deliveryReportTime } from './carrier-time.ts'
import { forgetOldest, type Carrier } from './carrier.ts'
import type { Handset, HandsetMessage } from './handset.ts'
import { newSid } from './sid.ts'

export type MessageStatus = 'queued' | 'sent' | 'delivered' | 'undelivered' | 'failed' | 'received'

export interface Message {
  sid: string
  direction: 'inbound' | 'outbound-api' | 'outbound-reply'
  to: string
  from: string
  body: string
  segments: number
  status: MessageStatus
  createdAt: number
  updatedAt: number
  sentAt: number | undefined
  errorCode: number | undefined
  errorMessage: string | undefined
  wish: { url: string; method: 'GET' | 'POST' } | undefined
  callbacks: CallbackRow
  validitySeconds: number
  handset: Handset | undefined
}

export type NewMessage = Pick<Message, 'direction' | 'to' | 'from' | 'body' | 'wish' | 'handset'> & {
  validitySeconds?: number
}

const longestValiditySeconds = 36_000

/** What went wrong with a text, in Twilio's codes. */
const reasons: Record<number, string> = {
  30003: 'Unreachable destination handset',
  30005: 'Unknown destination handset',
  30006: 'Landline or unreachable carrier',
  30007: 'Message filtered',
  30008: 'Unknown error',
  30036: 'Validity Period Expired',
}

/** Puts a text on the carrier's record, as of `at`. */
export function recordMessage(carrier: Carrier, fields: NewMessage, at: number): Message {
  const message: Message = {
    ...fields,
    sid: newSid('SM'),
    segments: countSegments(fields.body),
    status: fields.direction === 'inbound' ? 'received' : 'queued',
    createdAt: at,
    updatedAt: at,
    sentAt: fields.direction === 'inbound' ? at : undefined,
    errorCode: undefined,
    errorMessage: undefined,
    callbacks: createCallbackRow(),
    validitySeconds: fields.validitySeconds ?? longestValiditySeconds,
  }
  carrier.messages.set(message.sid, message)
  forgetOldest(carrier.messages)
  return message
}

/** Sends a recorded text when its turn comes, and reports how it went. */
export function sendText(carrier: Carrier, message: Message): void {
  enter(carrier, message, 'queued')
  const at = carrier.textSlots.take(message.createdAt, carrier.settings.textsPerSecond)
  carrier.queue.at(at, () => {
    if (at - message.createdAt > message.validitySeconds * 1000) return fail(carrier, message, 'failed', 30036)
    message.sentAt = carrier.queue.now()
    enter(carrier, message, 'sent')
    arrive(carrier, message)
  })
}

/** A text that a handset shows; also how it leaves one. */
export function showOnHandset(carrier: Carrier, message: Message, direction: 'in' | 'out'): void {
  const { handset } = message
  if (handset === undefined) return
  const shown: HandsetMessage = {
    id: message.sid,
    direction,
    with: direction === 'in' ? message.from : message.to,
    body: message.body,
    at: carrier.queue.now(),
    status: message.status,
  }
  handset.messages.push(shown)
  carrier.handsets.changed(handset)
}

function arrive(carrier: Carrier, message: Message): void {
  const { handset } = message
  const fault = carrier.faults.delivery({ to: message.to, from: message.from })
  if (fault !== undefined) return fail(carrier, message, fault.kind, fault.errorCode)
  if (handset === undefined) return fail(carrier, message, 'undelivered', 30005)
  if (handset.kind === 'landline') return fail(carrier, message, 'undelivered', 30006)
  if (handset.behaviour === 'switched-off') {
    const seconds = Math.min(carrier.settings.unreachableAfterSeconds, message.validitySeconds)
    carrier.queue.in(seconds * 1000, () => {
      fail(carrier, message, 'undelivered', 30003)
    })
    return
  }
  carrier.queue.in(carrier.settings.deliverAfterSeconds * 1000, () => {
    carrier.log.add('text-in', { sid: message.sid, to: message.to, from: message.from, body: message.body })
    enter(carrier, message, 'delivered')
    showOnHandset(carrier, message, 'in')
  })
}

function fail(carrier: Carrier, message: Message, status: 'undelivered' | 'failed', code: number): void {
  message.errorCode = code
  message.errorMessage = reasons[code] ?? 'Unknown error'
  enter(carrier, message, status)
}

function enter(carrier: Carrier, message: Message, status: MessageStatus): void {
  message.status = status
  message.updatedAt = carrier.queue.now()
  if (message.wish === undefined) return
  const form = {
    AccountSid: carrier.accountSid,
    ApiVersion: '2010-04-01',
    From: message.from,
    To: message.to,
    MessageSid: message.sid,
    SmsSid: message.sid,
    MessageStatus: status,
    SmsStatus: status,
    ...(message.errorCode === undefined
      ? {}
      : { ErrorCode: String(message.errorCode), ErrorMessage: message.errorMessage ?? '' }),
    ...(status === 'delivered' ? { RawDlrDoneDate: deliveryReportTime(message.updatedAt) } : {}),
  }
  sendCallback(carrier, message.callbacks, { ...message.wish, form }, { to: message.to, from: message.from, status })
}

function countSegments(body: string): number {
  return Math.max(1, new SegmentedMessage(body).segmentsCount)
}
