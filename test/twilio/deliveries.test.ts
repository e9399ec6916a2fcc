import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDelivery, seqOf, type DeliveryKind } from '../../src/twilio/deliveries.ts'
import { CALL, CARE_WORKER, LINE, MESSAGE, TEXT } from './support.ts'

const parties = { From: LINE, To: CARE_WORKER }
const ours = { from: LINE, to: CARE_WORKER }

describe('a stored webhook in our words', () => {
  it.each<[string, DeliveryKind, Record<string, string>, object]>([
    [
      'a text',
      'text',
      TEXT,
      { kind: 'text', providerId: MESSAGE, from: CARE_WORKER, to: LINE, body: 'LATE 20', pictures: 0 },
    ],
    [
      'a picture',
      'text',
      { MessageSid: MESSAGE, NumMedia: '2' },
      { kind: 'text', providerId: MESSAGE, from: '', to: '', body: '', pictures: 2 },
    ],
    [
      'an old name of the id',
      'text',
      { SmsSid: MESSAGE },
      { kind: 'text', providerId: MESSAGE, from: '', to: '', body: '', pictures: 0 },
    ],
    [
      'a text’s status',
      'text-status',
      { MessageSid: MESSAGE, MessageStatus: 'undelivered', ErrorCode: '30005', ...parties },
      { kind: 'report', report: { providerId: MESSAGE, state: 'ended', outcome: 'unreachable', code: 30005 }, ...ours },
    ],
    [
      'a text’s status with an old name, and no code',
      'text-status',
      { SmsSid: MESSAGE, SmsStatus: 'sent', ErrorCode: '0', ...parties },
      { kind: 'report', report: { providerId: MESSAGE, state: 'in-progress', outcome: 'sent' }, ...ours },
    ],
    [
      'a call’s status',
      'call-status',
      { CallSid: CALL, CallStatus: 'failed', SipResponseCode: '480', CallDuration: '0', ...parties },
      { kind: 'report', report: { providerId: CALL, state: 'ended', outcome: 'switched-off' }, ...ours, seconds: 0 },
    ],
    [
      'what answered',
      'machine',
      { CallSid: CALL, AnsweredBy: 'fax' },
      { kind: 'machine', providerId: CALL, answeredBy: 'machine' },
    ],
    [
      'what answered, unsaid',
      'machine',
      { CallSid: CALL },
      { kind: 'machine', providerId: CALL, answeredBy: 'unknown' },
    ],
    ['no id', 'text-status', { MessageStatus: 'sent' }, { kind: 'unreadable', why: 'the id is missing' }],
    [
      'a text without an id',
      'text',
      { From: CARE_WORKER },
      { kind: 'text', providerId: '', from: CARE_WORKER, to: '', body: '', pictures: 0 },
    ],
    [
      'no status of a text',
      'text-status',
      { MessageSid: MESSAGE },
      { kind: 'unreadable', why: 'the status is missing' },
    ],
    ['no status of a call', 'call-status', { CallSid: CALL }, { kind: 'unreadable', why: 'the status is missing' }],
  ])('%s', (_, kind, raw, reading) => {
    expect(readDelivery(kind, raw)).toEqual(reading)
  })

  it('reads anything without failing', () => {
    const kinds = fc.constantFrom<DeliveryKind>('text', 'text-status', 'call-status', 'machine')
    const names = fc.constantFrom(
      'MessageSid',
      'CallSid',
      'MessageStatus',
      'CallStatus',
      'ErrorCode',
      'AnsweredBy',
      'SequenceNumber',
    )
    fc.assert(
      fc.property(kinds, fc.dictionary(names, fc.oneof(fc.string(), fc.constant('SM1'))), (kind, raw) => {
        expect(readDelivery(kind, raw).kind).toMatch(/^(?:text|report|machine|unreadable)$/)
        expect(Number.isInteger(seqOf(kind, raw))).toBe(true)
      }),
    )
  })
})
