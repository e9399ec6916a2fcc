import { describe, expect, it } from 'vitest'
import { explainFault, readFlows } from '../../src/voice-flow/check.ts'
import { faultsOf, forCareWorkers, forManagers, forServiceUsers, inListening, inStep } from './planted.ts'
import type { Written } from './planted.ts'
import { shippedFiles } from './shipped.ts'

const good = forServiceUsers()
const staff = forManagers()
const rings = forCareWorkers()
const yes = { keys: ['1'], means: ['yes'], next: 'reported' }
const say = (...sentences: string[]) => ({ say: { en: sentences } })
const answers = (...more: [string, unknown][]) => ({
  answers: { yes: { keys: 'any', means: ['yes'], next: 'help' }, ...Object.fromEntries(more) },
})

describe('the small flows', () => {
  it('are without a fault before they are spoiled', () => {
    expect(faultsOf(good)).toEqual([])
    expect(faultsOf(staff)).toEqual([])
    expect(faultsOf(rings)).toEqual([])
  })
})

/** Each row: the rule, the flow spoiled in one place, the step where that is found, what is said, and the remedy. */
const planted: [string, Written, string | undefined, RegExp, RegExp][] = [
  // Shape
  [
    'a step nobody comes to',
    inStep(good, 'attic', { ...say('Boo.'), next: 'bye' }),
    'attic',
    /ever comes/,
    /exit to it/,
  ],
  ['an exit to nowhere', inStep(good, 'news', { next: 'newz' }), 'news', /no such step/, /newz/],
  [
    'an exit to what every object has',
    inStep(good, 'news', { next: 'constructor' }),
    'news',
    /no such step/,
    /constructor/,
  ],
  ['a start that is not there', { ...good, start: 'begin' }, undefined, /"start" leads to begin/, /begin/],
  [
    'a loop that nothing bounds',
    inStep(good, 'question', { 'at-most': undefined }),
    'question',
    /loop that has no bound/,
    /at-most: \{ times/,
  ],
  [
    'a bound that leads back into its own loop',
    inStep(good, 'question', { 'at-most': { times: 2, otherwise: 'news' } }),
    'news',
    /loop that has no bound/,
    /outside the loop/,
  ],
  // Numbers, and care workers who ring
  [
    'a time that is moved without a confirmed number',
    inListening(rings, 'right', { answers: { yes, no: { keys: ['2'], means: ['no'], next: 'minutes' } } }),
    'reported',
    /moved here, and not every way/,
    /confirms: number/,
  ],
  [
    'a time that is moved straight after the number',
    inListening(rings, 'minutes', { number: { is: 'minutes-late', next: 'reported' } }),
    'reported',
    /moved here, and not every way/,
    /confirms: number/,
  ],
  [
    'a number that is confirmed and was not read back by name',
    inStep(rings, 'right', say('That is {new-time}. Right?')),
    'right',
    /not read back/,
    /\{me\} and \{new-time\}/,
  ],
  [
    'a number that is confirmed before one was asked for',
    { ...rings, start: 'right' },
    'right',
    /not read back/,
    /Ask for the number/,
  ],
  [
    'a key that could be part of the number',
    inListening(rings, 'minutes', { answers: { person: { keys: ['1'], next: 'through' } } }),
    'minutes',
    /key 1 could be part of the number/,
    /only 0 and \*/,
  ],
  [
    'an end as one who has reported, with nothing reported',
    inStep(rings, 'spoken', { end: 'reported' }),
    'spoken',
    /one who has reported/,
    /report-late/,
  ],
  [
    'silence that ends a care worker’s call',
    inStep(inListening(rings, 'minutes', { silence: 'bye' }), 'bye', { ...say('Goodbye.'), end: 'answered' }),
    'minutes',
    /Silence or unclear speech ends the call/,
    /put them through/,
  ],
  [
    'unclear speech that ends a care worker’s call',
    inStep(inStep(rings, 'minutes', { 'at-most': { times: 2, otherwise: 'bye' } }), 'bye', {
      ...say('Goodbye.'),
      end: 'answered',
    }),
    'minutes',
    /Silence or unclear speech ends the call/,
    /put them through/,
  ],
  [
    'a care worker’s cry for help that leads to nobody',
    { ...rings, always: { lost: 'through', help: 'promise' } },
    'promise',
    /without a person having been tried/,
    /connect/,
  ],
  [
    'a number that no catalogue knows',
    inListening(rings, 'minutes', { number: { is: 'days', next: 'right' } }),
    'minutes',
    /number "days" is not in the catalogue/,
    /./,
  ],
  [
    'an end as one who was told, where nothing was said',
    inStep(inListening(rings, 'minutes', { answers: { person: { keys: ['0'], next: 'bye' } } }), 'bye', {
      ...say('Goodbye.'),
      end: 'informed',
    }),
    'bye',
    /one who was told/,
    /proves: heard/,
  ],
  [
    'a key during the first words that leads nowhere',
    inStep(good, 'greeting', { interruptible: 'by-key' }),
    'greeting',
    /pressed during these words leads nowhere/,
    /always → key/,
  ],
  [
    'a key during the first words that ends the call without a person',
    { ...inStep(good, 'greeting', { interruptible: 'by-key' }), always: { ...good.always, key: 'bye' } },
    'bye',
    /without a person/,
    /connect/,
  ],
  [
    'words that cut the news short',
    { ...inStep(good, 'news', { interruptible: true }), always: { ...good.always, key: 'help' } },
    'news',
    /Speaking cuts these words short/,
    /by-key/,
  ],
  [
    'a safety sentence that a key cuts short',
    inStep(good, 'news', {
      ...say('{care-worker} will be with you by {eta}.', 'If you feel unwell, dial nine nine nine.'),
      interruptible: 'by-key',
    }),
    'news',
    /safety sentence .* can be interrupted/,
    /interruptible: false/,
  ],
  [
    'a loop of keys',
    {
      ...inStep(inStep(good, 'greeting', { interruptible: 'by-key', 'at-most': undefined }), 'help', {
        connect: undefined,
        next: 'greeting',
      }),
      always: { ...good.always, key: 'greeting' },
    },
    'greeting',
    /loop that has no bound/,
    /at-most/,
  ],
  [
    'a loop of cries for help',
    {
      ...inListening(inStep(good, 'question', { 'at-most': undefined }), 'question', { unclear: 'help' }),
      always: { lost: 'help', help: 'question', machine: 'machine' },
    },
    'question',
    /loop that has no bound/,
    /at-most/,
  ],
  [
    'a step from which no end is reached',
    inStep(inStep(good, 'well', { end: undefined, next: 'pit' }), 'pit', { ...say('Oh.'), next: 'pit' }),
    'pit',
    /no end/,
    /towards an end/,
  ],
  ['a step that leads nowhere', inStep(good, 'well', { end: undefined }), 'well', /leads nowhere/, /exactly one of/],
  ['a step that is two things', inStep(good, 'well', { next: 'bye' }), 'well', /next|several/, /exactly one of/],
  // Silence and unclear speech
  [
    'silence without an exit',
    inListening(good, 'question', { silence: undefined }),
    'question',
    /silence/,
    /silence: STEP/,
  ],
  [
    'unclear speech without an exit',
    inListening(good, 'question', { unclear: undefined }),
    'question',
    /unclear/,
    /unclear: STEP/,
  ],
  [
    'unclear speech that ends the call',
    inListening(good, 'question', { unclear: 'bye' }),
    'question',
    /Unclear speech ends/,
    /Ask again/,
  ],
  [
    'unclear speech that ends the call at the second time',
    inStep(good, 'question', { 'at-most': { times: 2, otherwise: 'bye' } }),
    'question',
    /Unclear speech ends/,
    /put the person through/,
  ],
  [
    'a connect that nobody accepts, without an exit',
    inStep(good, 'help', { connect: { to: 'person', 'ring-seconds': 25, whisper: 'w', accepted: 'spoken' } }),
    'help',
    /nobody/,
    /nobody: STEP/,
  ],
  // Names
  ['an unknown action', inStep(good, 'help', { do: ['make-tea'] }), 'help', /action.*note-call/, /Correct/],
  ['an unknown value', inStep(good, 'news', say('At {etta} by {eta}.')), 'news', /no value \{etta\}/, /catalogue/],
  [
    'an unknown fact',
    inStep(inStep(good, 'news', { next: 'fork' }), 'fork', {
      branch: [{ if: 'sunny', next: 'bye' }],
      otherwise: 'question',
    }),
    'fork',
    /"sunny" is not in the catalogue/,
    /Correct/,
  ],
  [
    'an unknown destination',
    inStep(good, 'help', {
      connect: { to: 'mars', 'ring-seconds': 9, whisper: 'w', accepted: 'spoken', nobody: 'promise' },
    }),
    'help',
    /"mars" is not in the catalogue; known: person/,
    /Correct/,
  ],
  ['an action without what it needs', inStep(good, 'help', { do: ['ring-back'] }), 'help', /needs "why"/, /with/],
  [
    'an action with what it does not know',
    inStep(good, 'help', { do: [{ action: 'needs-help', with: { how: 'fast' } }] }),
    'help',
    /knows no "how"/,
    /without/,
  ],
  [
    'a value that is not for these ears',
    inStep(good, 'news', say('{what}, {eta}.')),
    'news',
    /not for service-user/,
    /Take it out/,
  ],
  [
    'a word that is not of this language of ours',
    inStep(good, 'news', { nxt: 'bye' }),
    'news',
    /nxt/,
    /Take out or correct: nxt/,
  ],
  // Words
  ['a language without words', { ...good, languages: ['en', 'cy'] }, 'greeting', /no words in "cy"/, /say → cy/],
  [
    'a language in which nobody is understood',
    { ...good, languages: ['en', 'cy'] },
    'question',
    /in "cy"/,
    /vocabulary|say/,
  ],
  [
    'words in a language not offered',
    inStep(good, 'bye', { say: { en: 'Bye.', cy: 'Hwyl.' } }),
    'bye',
    /does not offer/,
    /languages/,
  ],
  ['a step without words', inStep(good, 'news', { say: undefined }), 'news', /no words/, /say → en/],
  ['an open brace', inStep(good, 'bye', say('By {eta.')), 'bye', /brace/, /\{name\}/],
  [
    'a safety sentence that can be talked over',
    inStep(good, 'question', say('In danger, dial nine nine nine. Do you need help?')),
    'question',
    /can be interrupted/,
    /interruptible: false/,
  ],
  // For service users
  [
    'two questions in a step',
    inStep(good, 'question', say('Are you well?', 'Do you need help?')),
    'question',
    /2 questions/,
    /one question/,
  ],
  [
    'three choices',
    inListening(
      good,
      'question',
      answers(['no', { means: ['no'], next: 'help' }], ['maybe', { words: { en: ['later'] }, next: 'help' }]),
    ),
    'question',
    /3 choices/,
    /two at most/,
  ],
  [
    'a key that is needed',
    inListening(good, 'question', answers(['no', { keys: ['2'], next: 'help' }])),
    'question',
    /"no" needs a key/,
    /words or means/,
  ],
  [
    'a sentence that is too long with its longest value',
    inStep(good, 'news', say('{care-worker} will certainly be there with {whom} by {eta}.')),
    'news',
    /can have 14 words/,
    /at most 12 words/,
  ],
  [
    'too little time to answer',
    inListening(good, 'question', { 'wait-seconds': 4 }),
    'question',
    /Only 4 seconds/,
    /at least 8/,
  ],
  ['a pronoun', inStep(good, 'bye', say('She is coming.')), 'bye', /"she" is said/, /name/],
  [
    'a word that frightens',
    inStep(good, 'bye', say('The visit was missed.')),
    'bye',
    /"missed" is said/,
    /not here yet/,
  ],
  [
    'a cry for help without an exit',
    { ...good, always: { lost: 'help', machine: 'machine' } },
    undefined,
    /cry for help/,
    /always → help/,
  ],
  [
    'a cry for help that ends without a person tried',
    { ...good, always: { lost: 'help', help: 'promise', machine: 'machine' } },
    'promise',
    /without a person/,
    /connect/,
  ],
  // Ends
  [
    'a person claimed who never came',
    inStep(good, 'bye', { end: 'person' }),
    'bye',
    /ends here as a person/,
    /accepted/,
  ],
  [
    'a promise without a clock time',
    inStep(good, 'promise', say('Somebody will ring you.')),
    'promise',
    /as a promise/,
    /clock time/,
  ],
  [
    'a promise without a clock time in one language only',
    inStep({ ...good, languages: ['en', 'cy'] }, 'promise', {
      say: { en: 'By {ring-back-time}.', cy: 'Byddwn yn ffonio.' },
    }),
    'promise',
    /as a promise/,
    /clock time/,
  ],
  [
    'a promise without a clock time on one way only',
    inStep(good, 'greeting', { next: 'question' }),
    'bye',
    /as a promise/,
    /on every way/,
  ],
  [
    'an all-is-well that nobody confirmed',
    inListening(good, 'question', { silence: 'well' }),
    'well',
    /confirmed all-is-well/,
    /confirms/,
  ],
  [
    'a machine claimed for a person',
    inListening(good, 'question', { silence: 'machine' }),
    'machine',
    /as a machine/,
    /always → machine/,
  ],
  [
    'an end of staff for a service user',
    inStep(good, 'bye', { end: 'not-taken' }),
    'bye',
    /left with "not-taken"/,
    /a person, a promise/,
  ],
  ['an unknown end', inStep(good, 'bye', { end: 'whatever' }), 'bye', /"whatever" is not in the catalogue/, /Correct/],
  [
    'an answer that counts before the message was heard',
    inStep(good, 'news', { proves: undefined }),
    'question',
    /may not have been heard/,
    /proves: heard/,
  ],
  ['a join outside a whisper', inStep(staff, 'left', { end: 'joined' }), 'left', /does not fit/, /whisper/],
  // Machines
  [
    'no step for a machine',
    { ...good, always: { lost: 'help', help: 'help' } },
    undefined,
    /machine may answer/,
    /always → machine/,
  ],
  [
    'details before the pause',
    inStep(good, 'greeting', say('{care-worker} is late.')),
    'greeting',
    /before the line knows/,
    /pause-seconds: 3/,
  ],
  [
    'a pause after which nobody asks',
    inStep(good, 'greeting', { 'ends-turn': false }),
    'news',
    /before the line knows/,
    /ends-turn/,
  ],
  [
    'a pause that is too short',
    inStep(good, 'greeting', { 'pause-seconds': 1 }),
    'news',
    /before the line knows/,
    /ends-turn/,
  ],
  [
    'details told to a machine',
    inStep(good, 'machine', say('Ring by {eta}.')),
    'machine',
    /not for a machine/,
    /Take it out/,
  ],
  // Keys
  [
    'something taken with one key',
    inListening(staff, 'item', { answers: { confirm: { keys: ['3'], next: 'taken' } } }),
    'taken',
    /different key/,
    /confirming/,
  ],
  [
    'a take confirmed with the same key',
    inListening(staff, 'confirm', { answers: { take: { keys: ['4'], next: 'taken' } } }),
    'taken',
    /different key/,
    /another key/,
  ],
  [
    'a take confirmed by any key',
    inListening(staff, 'confirm', { answers: { confirm: { keys: 'any', next: 'taken' } } }),
    'taken',
    /different key/,
    /no "any"/,
  ],
  [
    'a take confirmed by words',
    inListening(staff, 'confirm', { answers: { confirm: { keys: ['3'], means: ['yes'], next: 'taken' } } }),
    'taken',
    /different key/,
    /no words/,
  ],
  [
    'something taken by a call that lost its place',
    { ...staff, always: { lost: 'taken', machine: 'left' } },
    'taken',
    /different key/,
    /only from/,
  ],
  [
    'a take confirmed by nothing at all',
    inListening(staff, 'confirm', { answers: { yes: { next: 'taken' } } }),
    'taken',
    /different key/,
    /only from/,
  ],
  [
    'a take confirmed by silence',
    inListening(staff, 'confirm', { silence: 'taken' }),
    'taken',
    /different key/,
    /only from/,
  ],
  [
    'a key that moved',
    inListening(staff, 'item', { answers: { take: { keys: ['6'], next: 'confirm' } } }),
    'item',
    /has moved to 6/,
    /4, for life/,
  ],
  [
    'a key for life used for something else',
    inListening(staff, 'item', {
      answers: { take: { keys: ['4'], next: 'confirm' }, hear: { keys: ['5'], next: 'item' } },
    }),
    'item',
    /"hear" uses 5/,
    /another key/,
  ],
  [
    'a key with two answers',
    inListening(staff, 'item', {
      answers: {
        take: { keys: ['4'], next: 'confirm' },
        more: { keys: ['7'], next: 'item' },
        less: { keys: ['7'], next: 'item' },
      },
    }),
    'item',
    /7 has two answers/,
    /its own key/,
  ],
  ['taken, and nothing asked for', inStep(staff, 'taken', { do: [] }), 'taken', /differ/, /take-item/],
]

describe('a planted fault is found with file, step and remedy (design section 6)', () => {
  it.each(planted)('%s', (_rule, spoiled, step, what, remedy) => {
    const there = faultsOf(spoiled).filter((fault) => fault.step === step)
    expect(there.map((fault) => fault.what).join('\n')).toMatch(what)
    for (const fault of there.filter((one) => what.test(one.what))) {
      expect(fault.file).toBe('small.yaml')
      expect(fault.remedy).toMatch(remedy)
    }
  })
})

describe('a folder of flows', () => {
  it('is proved as it ships', () => {
    const read = readFlows(shippedFiles)
    expect('faults' in read ? read.faults.map(explainFault) : []).toEqual([])
  })

  it('is refused when a flow that the line asks for is not there', () => {
    const read = readFlows(shippedFiles.filter(({ file }) => file !== 'accept-call.yaml'))
    const connecting = shippedFiles.filter(({ text }) => text.includes('whisper: accept-call'))
    const said = 'faults' in read ? read.faults.map(explainFault) : []
    expect(said[0]).toBe('accept-call.yaml: The line needs this flow, and it is not there. Put it back.')
    for (const { file } of connecting)
      expect(said).toContainEqual(
        expect.stringMatching(
          new RegExp(`^${file}, step [a-z-]+: accept-call is no whisper flow\\. Name a flow with "call: whisper"\\.$`),
        ),
      )
  })

  it('is refused when a whisper is none', () => {
    const read = readFlows(
      shippedFiles.map(({ file, text }) => ({
        file,
        text: text.replace('whisper: accept-call', 'whisper: office-call'),
      })),
    )
    const connecting = shippedFiles.filter(({ text }) => text.includes('whisper: accept-call'))
    expect('faults' in read ? read.faults.map(({ what }) => what) : []).toEqual(
      connecting.map(() => 'office-call is no whisper flow.'),
    )
  })

  it('is refused when a file and its flow have two names', () => {
    const [first, ...others] = shippedFiles
    const read = readFlows([{ file: 'other.yaml', text: first?.text ?? '' }, ...others])
    expect('faults' in read ? read.faults.map(explainFault)[0] : '').toMatch(/^other\.yaml: The flow is named/)
  })
})
