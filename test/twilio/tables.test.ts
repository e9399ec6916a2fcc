import { describe, expect, it } from 'vitest'
import type { CarrierState, SendOutcome } from '../../src/cellar/ports.ts'
import { CODE, meaningOf, type CodeMeaning } from '../../src/twilio/code-table.ts'
import { callReport, textReport } from '../../src/twilio/reports.ts'
import {
  ANSWERED_BY,
  answeredBy,
  CALL_STATUS,
  callStatus,
  NETWORK_ANSWER,
  RANK,
  TEXT_STATUS,
  textStatus,
} from '../../src/twilio/status-table.ts'

describe('what the carrier says of a call', () => {
  const table: [string, CarrierState, number, SendOutcome | undefined][] = [
    ['queued', 'placed', 2, undefined],
    ['initiated', 'placed', 2, undefined],
    ['ringing', 'ringing', 3, undefined],
    ['in-progress', 'in-progress', 4, undefined],
    ['completed', 'ended', 5, 'answered'],
    ['busy', 'ended', 5, 'engaged'],
    ['no-answer', 'ended', 5, 'no-answer'],
    ['failed', 'ended', 5, 'failed'],
    ['canceled', 'ended', 5, 'cancelled'],
  ]
  it.each(table)('%s: %s, rank %i, %s', (status, state, rank, outcome) => {
    expect(callStatus(status)).toMatchObject({ state, ...(outcome === undefined ? {} : { outcome }) })
    expect(RANK[callStatus(status).state]).toBe(rank)
  })
  it('is all in this table', () => expect(Object.keys(CALL_STATUS)).toEqual(table.map(([status]) => status)))
})

describe('what the carrier says of a text', () => {
  const table: [string, CarrierState, SendOutcome | undefined][] = [
    ['accepted', 'placed', undefined],
    ['scheduled', 'placed', undefined],
    ['queued', 'placed', undefined],
    ['sending', 'placed', undefined],
    ['sent', 'in-progress', 'sent'],
    ['partially_delivered', 'in-progress', 'sent'],
    ['delivered', 'ended', 'delivered'],
    ['read', 'ended', 'delivered'],
    ['undelivered', 'ended', 'failed'],
    ['failed', 'ended', 'failed'],
    ['canceled', 'ended', 'cancelled'],
  ]
  it.each(table)('%s: %s, %s', (status, state, outcome) => {
    expect(textStatus(status)).toMatchObject({ state, ...(outcome === undefined ? {} : { outcome }) })
  })
  it('is all in this table', () => expect(Object.keys(TEXT_STATUS)).toEqual(table.map(([status]) => status)))
})

describe('states', () => {
  it.each([
    ['call', CALL_STATUS],
    ['text', TEXT_STATUS],
  ])('each status of a %s has its own number, rising with its rank', (_, table) => {
    const all = Object.values(table)
    expect(new Set(all.map(({ seq }) => seq)).size).toBe(all.length)
    const ranks = all.toSorted((one, other) => one.seq - other.seq).map(({ state }) => RANK[state])
    expect(ranks).toEqual(ranks.toSorted((one, other) => one - other))
  })

  it('every end has an outcome', () => {
    const ends = [...Object.values(CALL_STATUS), ...Object.values(TEXT_STATUS)].filter(({ state }) => state === 'ended')
    expect(ends.filter(({ outcome }) => outcome === undefined)).toEqual([])
  })

  it.each(['', 'parked', 'constructor', '__proto__', 'COMPLETED'])('"%s" claims nothing', (status) => {
    expect(callReport({ providerId: 'CA1', status })).toEqual({ providerId: 'CA1', state: 'placed' })
    expect(textReport({ providerId: 'SM1', status })).toEqual({ providerId: 'SM1', state: 'placed' })
  })
})

describe('codes', () => {
  const table: [number, SendOutcome, CodeMeaning['remember'], CodeMeaning['next']][] = [
    [10004, 'failed', undefined, 'same-again'],
    [13223, 'unreachable', 'unreachable', 'next-channel'],
    [13224, 'unreachable', 'unreachable', 'next-channel'],
    [13225, 'unreachable', 'unreachable', 'next-channel'],
    [13227, 'not-allowed', undefined, 'next-channel'],
    [14107, 'failed', undefined, 'same-again'],
    [20003, 'failed', undefined, 'human'],
    [20005, 'failed', undefined, 'human'],
    [20404, 'failed', undefined, 'human'],
    [20429, 'failed', undefined, 'same-again'],
    [21210, 'failed', undefined, 'human'],
    [21211, 'unreachable', 'unreachable', 'next-channel'],
    [21212, 'failed', undefined, 'human'],
    [21213, 'failed', undefined, 'human'],
    [21214, 'unreachable', 'unreachable', 'next-channel'],
    [21215, 'not-allowed', undefined, 'next-channel'],
    [21216, 'not-allowed', undefined, 'next-channel'],
    [21217, 'unreachable', 'unreachable', 'next-channel'],
    [21219, 'failed', undefined, 'human'],
    [21265, 'unreachable', 'unreachable', 'next-channel'],
    [21266, 'unreachable', 'unreachable', 'next-channel'],
    [21268, 'unreachable', 'unreachable', 'next-channel'],
    [21408, 'not-allowed', undefined, 'next-channel'],
    [21602, 'failed', undefined, 'human'],
    [21606, 'failed', undefined, 'human'],
    [21608, 'failed', undefined, 'human'],
    [21610, 'stopped', 'stopped', 'next-channel'],
    [21612, 'unreachable', undefined, 'next-channel'],
    [21614, 'landline', 'landline', 'next-channel'],
    [21617, 'failed', undefined, 'human'],
    [21635, 'landline', 'landline', 'next-channel'],
    [21659, 'failed', undefined, 'human'],
    [21660, 'failed', undefined, 'human'],
    [21661, 'failed', undefined, 'human'],
    [30001, 'failed', undefined, 'same-again'],
    [30002, 'failed', undefined, 'human'],
    [30003, 'switched-off', undefined, 'next-channel'],
    [30004, 'filtered', undefined, 'next-channel'],
    [30005, 'unreachable', 'unreachable', 'next-channel'],
    [30006, 'landline', 'landline', 'next-channel'],
    [30007, 'filtered', undefined, 'next-channel'],
    [30008, 'failed', undefined, 'next-channel'],
    [30036, 'expired', undefined, 'next-channel'],
  ]
  it.each(table)('%i: %s, remembered as %s, then %s', (code, outcome, remember, next) => {
    const { why, ...meaning } = meaningOf(code)
    expect(meaning).toEqual({ outcome, next, ...(remember === undefined ? {} : { remember }) })
    expect(why).not.toMatch(/twilio|\d/i)
  })
  it('are all in this table', () => expect(Object.keys(CODE).map(Number)).toEqual(table.map(([code]) => code)))

  it.each([undefined, 0, -1, 99_999])('%s is a failure that leads on at once', (code) => {
    expect(meaningOf(code)).toMatchObject({ outcome: 'failed', next: 'next-channel' })
  })
})

describe('why a call or text failed', () => {
  it.each<[string, { status: string; code?: number; networkAnswer?: number }, SendOutcome]>([
    ['the network says switched off', { status: 'failed', networkAnswer: 480 }, 'switched-off'],
    ['the network knows no such number', { status: 'failed', networkAnswer: 404 }, 'unreachable'],
    ['the network says engaged', { status: 'failed', networkAnswer: 486 }, 'engaged'],
    ['the network answers what we do not know', { status: 'failed', networkAnswer: 503 }, 'failed'],
    ['the carrier says why', { status: 'failed', code: 13224 }, 'unreachable'],
    ['the carrier gives a code we do not know', { status: 'failed', code: 31_005 }, 'failed'],
    [
      'the network is believed before the carrier',
      { status: 'failed', code: 13224, networkAnswer: 480 },
      'switched-off',
    ],
    ['engaged stays engaged', { status: 'busy', networkAnswer: 404, code: 13224 }, 'engaged'],
    ['answered stays answered', { status: 'completed', networkAnswer: 200 }, 'answered'],
  ])('call: %s', (_, said, outcome) => {
    expect(callReport({ providerId: 'CA1', ...said })).toEqual({
      providerId: 'CA1',
      state: 'ended',
      outcome,
      ...(said.code === undefined ? {} : { code: said.code }),
    })
  })

  it.each<[string, number | undefined, SendOutcome]>([
    ['undelivered', 30003, 'switched-off'],
    ['undelivered', 30006, 'landline'],
    ['failed', 30036, 'expired'],
    ['failed', 21610, 'stopped'],
    ['undelivered', undefined, 'failed'],
    ['delivered', 30003, 'delivered'],
  ])('text: %s with %s is %s', (status, code, outcome) => {
    expect(textReport({ providerId: 'SM1', status, code })).toMatchObject({ state: 'ended', outcome })
  })

  it('the network’s answers are these', () => {
    expect(NETWORK_ANSWER).toEqual({
      404: 'unreachable',
      408: 'no-answer',
      410: 'unreachable',
      480: 'switched-off',
      484: 'unreachable',
      486: 'engaged',
      487: 'no-answer',
      600: 'engaged',
      603: 'engaged',
      604: 'unreachable',
    })
  })
})

describe('what answered', () => {
  it('is a person, a machine or nobody knows', () => {
    expect(ANSWERED_BY).toEqual({
      human: 'human',
      machine_start: 'machine',
      machine_end_beep: 'machine',
      machine_end_silence: 'machine',
      machine_end_other: 'machine',
      fax: 'machine',
      unknown: 'unknown',
    })
    expect([undefined, '', 'robot', 'constructor'].map(answeredBy)).toEqual([
      undefined,
      undefined,
      'unknown',
      'unknown',
    ])
  })
})
