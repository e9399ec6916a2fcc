import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanForSpeech, cleanForText, cleanText, SPOKEN_VALUE_MAX } from '../../src/cellar/clean-text.ts'
import { smsSegments } from '../../src/cellar/sms-segments.ts'

/** Any text at all: lone surrogates, control characters, markup and emoji much more often than chance has them. */
const NASTY = [
  '\u0000', '\u0007', '\u001B[31m', '\uD800', '\uDC00', '\u202E', '\u2066', '\u200B', '\uFEFF', '\uFFFE', '\u{E0041}',
  '\r', '\n', '\t', '<Say>', '</speak>', '&amp;', '{{x}}', '😀', '👩🏽‍⚕️', 'e\u0301', 'https://example.org/a?b=c',
  '0770', '900', '  ', "'", '“', '$1', 'aaaaaaa',
] // prettier-ignore
const nastyText = fc
  .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary' }), fc.string()), { maxLength: 12 })
  .map((parts) => parts.join(''))

describe('cleanText', () => {
  it.each([
    ['plain text', 'late 20 traffic', 'late 20 traffic'],
    ['accents in composed form', 'Zoe\u0308', 'Zoë'],
    ['line breaks of every kind', 'a\r\nb\rc\u2028d\u0085e', 'a\nb\nc\nd\ne'],
    ['a tab', 'a\tb', 'a b'],
    ['control characters', 'a\u0000b\u0007c\u001Bd\u007Fe\u009Bf', 'abcdef'],
    ['direction overrides', 'safe\u202Eton\u2066', 'safeton'],
    ['invisible characters', 'LA\u200BTE\uFEFF \u206020\u00AD', 'LATE 20'],
    ['a lone surrogate', 'a\uD83Db', 'a\uFFFDb'],
    ['emoji and joiners stay', '👩🏽‍⚕️ ok', '👩🏽‍⚕️ ok'],
    ['letters smuggled as tags', 'ok\u{E0053}\u{E0041}', 'ok'],
    ['markup stays: it is the page that escapes', '<b>&', '<b>&'],
  ])('%s', (_title, text, expected) => {
    expect(cleanText(text)).toBe(expected)
  })

  it('makes any text well-formed and free of control characters, and does nothing the second time', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const cleaned = cleanText(text)
        expect(cleaned).not.toMatch(/\p{Surrogate}|\p{Noncharacter_Code_Point}|(?!\n)\p{Cc}|\p{Bidi_Control}/u)
        expect(cleanText(cleaned)).toBe(cleaned)
      }),
      { numRuns: 500 },
    )
  })
})

describe('cleanForSpeech', () => {
  it.each([
    ['a name', 'Mrs O’Neill-Smith', "Mrs O'Neill-Smith"],
    ['a name with accents', 'Siân', 'Siân'],
    ['markup', 'Anna</Say><Dial>07700900123</Dial>', 'Anna 0 7 7 0 0 9 0 0 1 2 3'],
    ['half a tag', 'a < b > c <', 'a b c'],
    ['a web address', 'see https://example.org/x?y=1 now', 'see a web address now'],
    ['an e-mail address', 'write to anna@example.org please', 'write to an e-mail address please'],
    ['a phone number', 'call 07700 900123.', 'call 0 7 7 0 0 9 0 0 1 2 3.'],
    ['a very long number', `no ${'7'.repeat(400)} end`, 'no a long number end'],
    ['short numbers stay', 'flat 12, 20 minutes', 'flat 12, 20 minutes'],
    ['an ampersand', 'Tom & Sue', 'Tom and Sue'],
    ['emoji', 'traffic 😀🚗 again', 'traffic again'],
    ['shouting', 'heeeeeelp!!!!!', 'heelp!'],
    ['lines', 'one\ntwo\r\nthree', 'one two three'],
    ['nothing but tricks', '\u202E<>{}\u0000', ''],
  ])('%s', (_title, text, expected) => {
    expect(cleanForSpeech(text)).toBe(expected)
  })

  it('ends a text of any length at a word', () => {
    const spoken = cleanForSpeech('late because of traffic '.repeat(500))
    expect(spoken.length).toBeLessThanOrEqual(SPOKEN_VALUE_MAX)
    expect(spoken).toMatch(/^(late because of traffic )+/)
    expect(spoken).toMatch(/(late|because|of|traffic)$/)
    expect(cleanForSpeech('ab'.repeat(5_000)).length).toBe(SPOKEN_VALUE_MAX)
  })

  it('leaves nothing in any text that a voice or its markup could trip over', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const spoken = cleanForSpeech(text)
        expect(spoken).not.toMatch(/[<>&{}]|\p{Cc}|\p{Surrogate}|\p{Bidi_Control}|\p{Extended_Pictographic}|\d{5}/u)
        expect(spoken.length).toBeLessThanOrEqual(SPOKEN_VALUE_MAX)
        expect(spoken).toBe(spoken.trim())
      }),
      { numRuns: 500 },
    )
  })
})

describe('cleanForText', () => {
  it.each([
    ['curly quotes', 'It’s “fine”', 'It\'s "fine"'],
    ['dashes', '9–10 — maybe', '9-10 - maybe'],
    ['dots', 'wait…', 'wait...'],
    ['hard spaces', '9\u00A0am\u202Fnow', '9 am now'],
    ['a backtick, which GSM-7 lacks', '`ok`', "'ok'"],
    ['names are left as they are', 'Siân á', 'Siân á'],
    ['GSM-7 beyond ASCII stays', 'café £5 €6 [x] ~', 'café £5 €6 [x] ~'],
    ['control characters go, lines stay', 'a\u0000\nb', 'a\nb'],
    ['spaces at the end of a line go', 'a  \nb ', 'a\nb'],
  ])('%s', (_title, text, expected) => {
    expect(cleanForText(text)).toBe(expected)
  })

  it('turns everything it replaces into GSM-7', () => {
    const replaced = '‘’‚‛′ʼ`´“”„‟″«»‐‑‒–—―−\u00A0\u2009\u202F\u3000•·…×→½¼¾№™ﬁﬂ'
    for (const character of replaced) expect(smsSegments(`a${cleanForText(`${character}b`)}`).encoding).toBe('GSM-7')
  })

  it('does nothing the second time', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const cleaned = cleanForText(text)
        expect(cleanForText(cleaned)).toBe(cleaned)
      }),
    )
  })
})
