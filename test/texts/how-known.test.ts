import { describe, expect, it } from 'vitest'
import { howKnown, wordsBeside } from '../../src/texts/how-known.ts'

describe('how a manager knows that somebody is safe (P-007)', () => {
  it.each([
    ['SAFE 4821', undefined],
    ['safe 4821 thanks', undefined],
    ['SAFE 4821 spoke to her', 'spoken-to'],
    ['SAFE 4821 she answered the phone', 'spoken-to'],
    ['SAFE 4821 Anna saw her', 'seen'],
    ['SAFE 4821 I am there now', 'seen'],
    ["SAFE 4821 I'm there", 'seen'],
    ['SAFE 4821 Anna is with her', 'seen'],
    ['SAFE 4821 nobody answered', undefined],
    ['SAFE 4821 nobody there', undefined],
    ['SAFE 4821 rang, no answer', undefined],
    ['SAFE 4821 rang', undefined],
    ["SAFE 4821 she hasn't answered", undefined],
    ['SAFE 4821 she hasnt answered', undefined],
    ['SAFE 4821 have not spoken to her', undefined],
    ['SAFE 4821 will see her later', undefined],
    ['SAFE 4821 Anna will have seen her by ten', undefined],
    ['SAFE 4821 I am here at the office', undefined],
    ['SAFE 4821 has anybody seen her?', undefined],
    ['SAFE 4821 if Anna saw her', undefined],
  ])('%s', (body, how) => expect(howKnown(body)).toBe(how))
})

describe('who goes', () => {
  it.each([
    ['COVERING 4821', ''],
    ['Covering 4821 please', ''],
    ['COVERING 4821 Rhiannon', 'Rhiannon'],
    ['covered 4821 by the agency', 'agency'],
  ])('%s', (body, left) => expect(wordsBeside(body, ['covering', 'covered', 'cover', 'by', '4821'])).toBe(left))
})
