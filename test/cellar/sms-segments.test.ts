import { describe, expect, it } from 'vitest'
import { smsSegments } from '../../src/cellar/sms-segments.ts'

describe('segments of a text', () => {
  it.each([
    ['nothing', '', 0, 'GSM-7', 0],
    ['a word', 'hello', 1, 'GSM-7', 5],
    ['160 letters', 'x'.repeat(160), 1, 'GSM-7', 160],
    ['161 letters', 'x'.repeat(161), 2, 'GSM-7', 161],
    ['306 letters', 'x'.repeat(306), 2, 'GSM-7', 306],
    ['307 letters', 'x'.repeat(307), 3, 'GSM-7', 307],
    ['80 euro signs, two units each', '€'.repeat(80), 1, 'GSM-7', 160],
    ['81 euro signs', '€'.repeat(81), 2, 'GSM-7', 162],
    ['one curly quote', '’', 1, 'UCS-2', 1],
    ['70 letters and a curly quote', `${'x'.repeat(69)}’`, 1, 'UCS-2', 70],
    ['71 of them', `${'x'.repeat(70)}’`, 2, 'UCS-2', 71],
    ['an emoji is two units', '😀', 1, 'UCS-2', 2],
    ['a line break is one unit', 'a\nb', 1, 'GSM-7', 3],
  ] as const)('%s', (_title, text, segments, encoding, units) => {
    expect(smsSegments(text)).toEqual({ segments, encoding, units })
  })
})
