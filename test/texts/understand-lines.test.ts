import { describe, expect, it } from 'vitest'
import { understandLine } from '../../src/texts/understand-lines.ts'

const visits = [{ ref: 'v1', name: 'Mrs Shah', start: '2026-06-24T08:00:00Z', minutes: 30 }]

function line(value: unknown): Record<string, unknown> {
  return JSON.parse(understandLine(typeof value === 'string' ? value : JSON.stringify(value)))
}

describe('lateline understand, line by line (design, section 7)', () => {
  it.each([
    [
      { text: 'LATE 20', from: 'care-worker' },
      { kind: 'late', minutes: 20 },
    ],
    [
      { text: 'be there in 20', from: 'care-worker', context: { now: '2026-06-24T07:50:00Z', nextVisits: visits } },
      { kind: 'late', eta: '09:10' },
    ],
    [
      { text: 'be there in 20', from: 'care-worker', context: { now: '2026-06-24T08:50', nextVisits: visits } },
      { kind: 'late', eta: '09:10' },
    ],
    [
      { text: 'be there in 20', from: 'care-worker', context: { now: '2026-06-24T09:50+02:00' } },
      { kind: 'late', eta: '09:10' },
    ],
    [
      { text: 'late for my 9.00 20 mins', from: 'care-worker', context: { nextVisits: visits } },
      { kind: 'late', minutes: 20, visit: 'v1' },
    ],
    [
      { text: 'LATE 20 she has fallen', from: 'care-worker' },
      { kind: 'help', level: 'emergency', also: [{ kind: 'late', minutes: 20 }] },
    ],
    [
      { text: 'cover', from: 'care-worker', context: { openOffer: '4821' } },
      { kind: 'accept-offer', code: '4821' },
    ],
    [
      { text: 'cover', from: 'care-worker', context: { openOffer: { code: 4821 } } },
      { kind: 'accept-offer', code: '4821' },
    ],
    [
      {
        text: '20',
        from: 'care-worker',
        context: { awaiting: 'minutes', now: null, nextVisits: null, openOffer: null },
      },
      { kind: 'late', minutes: 20 },
    ],
    [{ text: 'nobody has come', from: 'service-user', context: null }, { kind: 'no-show-report' }],
    [
      { text: 'LATE 20 JONES', from: 'care-worker', context: { nextVisits: visits } },
      { kind: 'ask', minutes: 20, about: 'which-visit' },
    ],
    [{ text: '' }, { kind: 'unknown' }],
    [
      {
        text: 'be there in 20',
        from: 'care-worker',
        context: { now: 'yesterday', nextVisits: [{ ref: 'v', start: '25:99' }] },
      },
      { kind: 'late', minutes: 20 },
    ],
  ])('reads %j', (input, output) => {
    expect(line(input)).toEqual(output)
  })

  it.each([
    '',
    'LATE 20',
    '[]',
    'null',
    '{}',
    '{"text":5}',
    '{"text":"hi","from":"patient"}',
    '{"text":"hi","context":{"nextVisits":[{}]}}',
  ])('answers the bad line %j with an error and goes on', (bad) => {
    expect(line(bad)).toEqual({ kind: 'unknown', error: expect.stringMatching(/\w/) })
  })

  it('never writes a line break into its answer', () => {
    expect(understandLine(JSON.stringify({ text: 'LATE\n20', from: 'care-worker' }))).not.toContain('\n')
  })
})
