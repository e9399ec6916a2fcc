import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { understand } from '../../src/texts/parse.ts'
import type { Context, Reading, Sender } from '../../src/texts/reading.ts'
import { readCorpus } from './corpus.ts'

/** Machines under test may be busy; nothing here is a matter of time. */
vi.setConfig({ testTimeout: 120_000 })

const SENDERS: readonly Sender[] = ['care-worker', 'service-user', 'manager', 'unknown']
/** Texts that are woven together with others; the rounds that came later are judged as they stand, in the corpus test. */
const corpus = readCorpus((file) => !/^held-out-([5-9]|10)\.jsonl$/.test(file))
const labelled = fc.constantFrom(...corpus)
const staff = fc.constantFrom(
  ...corpus.filter(({ context }) => context.from === 'care-worker' && context.awaiting === undefined),
)

const contexts: fc.Arbitrary<Context> = fc.record(
  {
    from: fc.constantFrom(...SENDERS),
    nextVisits: fc.array(
      fc.record({
        ref: fc.string({ maxLength: 4 }),
        name: fc.string({ maxLength: 12 }),
        start: fc.constantFrom('09:00', '23:59', '00:00'),
      }),
      { maxLength: 4 },
    ),
    now: fc.constantFrom({ date: '2026-10-25', time: '01:30' }, { date: '2026-03-29', time: '01:30' }),
    awaiting: fc.constantFrom(
      'minutes',
      'reason',
      'which-visit',
      'cover',
      'safe',
      'arrived',
      'nonsense',
      'constructor',
    ),
    openOffer: fc.constant({ code: '4821' }),
  },
  { requiredKeys: ['from', 'nextVisits'] },
)

const pieces = fc.constantFrom(
  'late',
  '20',
  'not',
  'she',
  'fell',
  '.',
  '\n',
  '9.20',
  'half',
  'past',
  '>',
  '"',
  "'",
  '(',
  '[',
  '~',
  '@',
  '#d',
  '<who>',
  '£',
  '٣',
  'ǅ',
  'İ',
  '\u0000',
  '\ud800',
  '🆘',
  'to',
  'or',
  '-',
  '//',
  '__proto__',
  'constructor',
  'toString',
  'hour',
  'quarter',
  'and',
  'a',
  'mrs',
  'mr',
  '4821',
  'take',
  '999',
)
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(' ')),
  fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
)

describe('any text at all', () => {
  it('is read without throwing, and says what the contract lets it say', () => {
    fc.assert(
      fc.property(hostile, contexts, (text, context) => {
        sound(understand(text, context))
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    'late 20 maybe not fallen ',
    '20 ',
    "''''",
    'not ',
    'a',
    '((((',
    '9.20-',
    '> ',
    'mrs shah ',
    'half past to ',
    'late',
    '\n',
  ])('terminates on 20,000 characters of %j', (piece) => {
    const text = piece.repeat(Math.ceil(20_000 / piece.length)).slice(0, 20_000)
    for (const from of SENDERS) sound(understand(text, { from, nextVisits: [] }))
  })

  it('finds a cry behind 20,000 characters of anything', () => {
    expect(
      understand(`${'the shopping is done and '.repeat(800)} she has fallen`, { from: 'care-worker', nextVisits: [] }),
    ).toMatchObject({ kind: 'help', level: 'emergency' })
  })

  it('means the same in every letter case', () => {
    fc.assert(
      fc.property(labelled, fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }), ({ text, context }, upper) => {
        const mixed = Array.from(text, (letter, at) =>
          upper[at % 7] ? letter.toUpperCase() : letter.toLowerCase(),
        ).join('')
        expect(understand(mixed, context)).toEqual(understand(text, context))
      }),
      { numRuns: 1500 },
    )
  })
})

/** Signatures of people whom no visit is named after. */
const SIGNATURES = [
  '\nAnna',
  '\n- Anna',
  ' - Anna x',
  '\nThanks, Anna',
  '\n\nSent from my iPhone',
  '\nKind regards\nAnna Kowalska',
  ' x',
  ' xx',
  '\nBeth xx',
  '\nAnna K 07700 900123',
]

describe('a signature', () => {
  it('changes no reading', () => {
    const plain = corpus.filter(
      ({ text, context }) =>
        !/[>\n“"]/.test(text) &&
        text.trim() !== '' &&
        context.from === 'care-worker' &&
        CLEAR.has(understand(text, context).kind),
    )
    fc.assert(
      fc.property(fc.constantFrom(...plain), fc.constantFrom(...SIGNATURES), ({ text, context }, signature) => {
        expect(understand(text + signature, context)).toEqual(understand(text, context))
      }),
      { numRuns: 1500 },
    )
  })
})

const CLEAR: ReadonlySet<string> = new Set([
  'late',
  'missed',
  'cannot-attend',
  'sick',
  'arrived',
  'left',
  'found-missed',
  'no-reply',
  'frustrated',
  'needs-more-time',
  'help',
])

const CRIES = [
  'she has fallen',
  'he is on the floor',
  'there is blood',
  'not breathing',
  'she wont wake up',
  'chest pain',
  "she doesn't want to be here any more",
  'I smell gas',
  'someone is following me',
  'call an ambulance',
  'hes collapsed',
  'rang 999',
]

/** Right behind a "no" a cry is denied, and rightly so. */
const DENYING = /^(no|not|never|\w+n'?t)$/i
/** Right behind these it is told of the sender's own family, whom somebody else is with, or of a thing. */
const OF_OTHERS =
  /\b(my|our) (daughter|son|mum|dad|husband|wife|little one|kids?|child)( [^\s.]+){0,2}$|\b(my car|phone|off my)$/i
/** With these behind it its last words make another phrase: "there is blood | test done", "she has fallen | through". */
const TURNING = /^(test|through|went past|passed|blocking|years ago)\b/i

describe('a cry for help', () => {
  it('stays one wherever it is put', () => {
    fc.assert(
      fc.property(
        staff,
        fc.constantFrom(...CRIES),
        fc.nat(),
        fc.constantFrom(' ', '. ', ', ', '\n'),
        ({ text, context }, cry, place, joint) => {
          const words = text.split(' ')
          const at = place % (words.length + 1)
          fc.pre(!DENYING.test(words[at - 1] ?? ''))
          fc.pre(!OF_OTHERS.test(words.slice(0, at).join(' ')) && !TURNING.test(words.slice(at).join(' ')))
          const cried = [
            ...words.slice(0, at),
            joint.trim() === '' ? cry : `${joint.trim()} ${cry}${joint.trim()}`,
            ...words.slice(at),
          ].join(' ')
          expect({ cried, ...understand(cried, context) }).toMatchObject({ kind: 'help' })
        },
      ),
      { numRuns: 3000 },
    )
  })

  it('stays one from everybody, with or without a context, and behind a perfect LATE 20', () => {
    fc.assert(
      fc.property(
        contexts,
        fc.constantFrom(...CRIES),
        fc.constantFrom('', 'LATE 20 ', 'STOP ', 'SAFE 4821 ', 'thanks ', 'ok '),
        (context, cry, before) => {
          const reading = understand(before + cry, context)
          expect(reading).toMatchObject({ kind: 'help' })
          if (before === 'LATE 20 ' && context.from === 'care-worker')
            expect(reading.also).toContainEqual(expect.objectContaining({ kind: 'late', minutes: 20 }))
        },
      ),
      { numRuns: 500 },
    )
  })
})

/** Cries in words of which no phrase list has the whole: they are put together from classes of meaning. */
const RARE_CRIES = [
  'her tongue has ballooned',
  'his speech has gone all slurred',
  'the nephew yanked her by the arm',
  'she swallowed the descaler',
  'his catheter tube is blocked',
  'there are fumes pouring from the cooker',
  'hes slumped on the landing',
  'lodger is waving a cleaver',
]

describe('a cry in rare words', () => {
  it('is heard behind any text, in any letter case, and beside words with slips', () => {
    fc.assert(
      fc.property(staff, fc.constantFrom(...RARE_CRIES), fc.boolean(), ({ text, context }, cry, loud) => {
        const slipped = text.replace(/\b(sorry|thanks|please|running)\b/g, (word) => `${word[0]}${word.slice(2)}`)
        const cried = `${slipped}. ${loud ? cry.toUpperCase() : cry}`
        expect({ cried, ...understand(cried, context) }).toMatchObject({ kind: 'help' })
      }),
      { numRuns: 1500 },
    )
  })

  it.each([
    'over 15 I smell gas people at the party',
    'next door has the I smell gas key',
    'stuck in hospital with my son. there are fumes pouring from the cooker',
    'my mums kitchen is on fire cant come in today',
  ])('is not hidden by the words around it: %j', (text) => {
    expect(understand(text, { from: 'care-worker', nextVisits: [] })).toMatchObject({
      kind: 'help',
      level: 'emergency',
    })
  })

  it('names the visit when only one person is named', () => {
    const context: Context = { from: 'care-worker', nextVisits: [{ ref: 'v1', name: 'Mrs Shah', start: '09:00' }] }
    expect(understand('Mrs Shah has collapsed', context)).toMatchObject({ kind: 'help', visit: 'v1' })
  })
})

describe('what the sender only quotes', () => {
  it('is not read as their own word', () => {
    fc.assert(
      fc.property(staff, ({ text, context }) => {
        const quoted = text
          .split('\n')
          .map((line) => `> ${line}`)
          .join('\n')
        const { kind } = understand(quoted, context)
        expect(['unknown', 'help']).toContain(kind)
      }),
      { numRuns: 500 },
    )
  })
})

/** What the contract promises of every reading. */
function sound(reading: Reading): void {
  if (reading.minutes !== undefined)
    expect(Number.isInteger(reading.minutes) && reading.minutes > 0 && reading.minutes <= 360).toBe(true)
  if (reading.eta !== undefined) expect(reading.eta).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/)
  if (reading.code !== undefined) expect(reading.code).toMatch(/^\d{4}$/)
  expect((reading.kind === 'help') === (reading.level !== undefined)).toBe(true)
  for (const fact of reading.also ?? []) {
    expect(fact.kind).not.toBe('help')
    sound(fact)
  }
}
