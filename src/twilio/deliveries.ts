import { createHash } from 'node:crypto'
import type { CarrierReport } from '../cellar/ports.ts'
import { callReport, textReport } from './reports.ts'
import { answeredBy, callStatus, textStatus } from './status-table.ts'

export type DeliveryKind = 'text' | 'text-status' | 'call-status' | 'machine'

/** A stored webhook in our words. */
export type Reading =
  | { kind: 'text'; providerId: string; from: string; to: string; body: string; pictures: number }
  | { kind: 'report'; report: CarrierReport; from: string; to: string; seconds?: number }
  | { kind: 'machine'; providerId: string; answeredBy: 'human' | 'machine' | 'unknown' }
  | { kind: 'unreadable'; why: string }

/** Reads what was stored of a webhook. Pure, and never throws: what cannot be read says so. */
export function readDelivery(kind: DeliveryKind, raw: Readonly<Record<string, string>>): Reading {
  const providerId = providerIdOf(kind, raw)
  if (providerId === undefined && kind !== 'text') return { kind: 'unreadable', why: 'the id is missing' }
  return readAs(kind, raw, providerId ?? '')
}

function readAs(kind: DeliveryKind, raw: Readonly<Record<string, string>>, providerId: string): Reading {
  const parties = { from: raw['From'] ?? '', to: raw['To'] ?? '' }
  switch (kind) {
    case 'text':
      return { kind, providerId, ...parties, body: raw['Body'] ?? '', pictures: whole(raw['NumMedia']) ?? 0 }
    case 'machine':
      return { kind, providerId, answeredBy: answeredBy(raw['AnsweredBy']) ?? 'unknown' }
    case 'text-status': {
      const status = textStatusOf(raw)
      if (status === undefined) return { kind: 'unreadable', why: 'the status is missing' }
      return { kind: 'report', report: textReport({ providerId, status, code: codeOf(raw) }), ...parties }
    }
    case 'call-status': {
      const status = raw['CallStatus']
      if (status === undefined) return { kind: 'unreadable', why: 'the status is missing' }
      const said = { providerId, status, code: codeOf(raw), networkAnswer: whole(raw['SipResponseCode']) }
      const seconds = whole(raw['CallDuration'])
      return { kind: 'report', report: callReport(said), ...parties, ...(seconds === undefined ? {} : { seconds }) }
    }
  }
}

/** The carrier's id of the call or text that a webhook is about. */
function providerIdOf(kind: DeliveryKind, raw: Readonly<Record<string, string>>): string | undefined {
  const id = kind === 'text' || kind === 'text-status' ? (raw['MessageSid'] ?? raw['SmsSid']) : raw['CallSid']
  return id !== undefined && /^[A-Za-z0-9]{1,64}$/.test(id) ? id : undefined
}

/**
 * What a webhook is kept under, so that the same one again is known: the carrier's id. Somebody wrote a text, so one
 * without a proper id is kept as well, under what it holds; a callback without one says nothing of any call or text.
 */
export function keptUnder(kind: DeliveryKind, raw: Readonly<Record<string, string>>): string | undefined {
  return providerIdOf(kind, raw) ?? (kind === 'text' ? `odd-${fingerprint(raw)}` : undefined)
}

function fingerprint(raw: Readonly<Record<string, string>>): string {
  const fields = Object.entries(raw).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex')
}

/**
 * A number that the same callback has again when it is doubled, and another one has not. Calls carry one; without it,
 * and for texts, it is the status's own.
 */
export function seqOf(kind: DeliveryKind, raw: Readonly<Record<string, string>>): number {
  if (kind === 'text-status') return textStatus(textStatusOf(raw) ?? '').seq
  if (kind !== 'call-status') return 0
  return whole(raw['SequenceNumber']) ?? WITHOUT_NUMBER + callStatus(raw['CallStatus'] ?? '').seq
}

/** Above any sequence number of one call. */
const WITHOUT_NUMBER = 1_000

function textStatusOf(raw: Readonly<Record<string, string>>): string | undefined {
  return raw['MessageStatus'] ?? raw['SmsStatus']
}

function codeOf(raw: Readonly<Record<string, string>>): number | undefined {
  const code = whole(raw['ErrorCode'])
  return code === 0 ? undefined : code
}

function whole(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : undefined
}
