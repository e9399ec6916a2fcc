import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Spoken, SpokenTurn } from '../../src/cellar/ports.ts'
import { LONGEST_DOCUMENT, turnToTwiml } from '../../src/twilio/twiml.ts'
import { webAddresses } from '../../src/twilio/web-addresses.ts'
import { call, LINE, MANAGER, OFFICE } from './support.ts'

const addresses = webAddresses('https://line.example/')
const next = { call: call('call-1'), turn: 2 }
const head = '<?xml version="1.0" encoding="UTF-8"?><Response>'
const en = 'language="en-GB" voice="Polly.Amy-Neural"'
const ear =
  'action="https://line.example/twilio/voice-flow/call-1/2" method="POST" input="dtmf speech" language="en-GB" timeout="8" speechTimeout="2" actionOnEmptyResult="true"'
/** Where no words are listened for, only keys are: a "hello?" is then no answer. */
const keyEar = ear.replace('dtmf speech', 'dtmf')
const keysOnly = (timeout: number) =>
  `<Gather action="https://line.example/twilio/voice-flow/call-1/2" method="POST" input="dtmf" timeout="${timeout}" numDigits="1" finishOnKey="">`
const redirect = '<Redirect method="POST">https://line.example/twilio/voice-flow/call-1/2</Redirect>'

function sentence(say: string, how: Partial<Extract<Spoken, { say: string }>> = {}): Spoken {
  return { say, language: 'en-GB', slow: false, interruptible: true, ...how }
}

function listening(spoken: Spoken[], how: Partial<Extract<SpokenTurn['then'], { kind: 'listen' }>> = {}): SpokenTurn {
  return { spoken, then: { kind: 'listen', keys: 1, words: [], waitSeconds: 8, next, ...how } }
}

const draw = (turn: SpokenTurn) => turnToTwiml(turn, addresses)

describe('a turn as a document', () => {
  it.each<[string, SpokenTurn, string]>([
    [
      'what may be interrupted is said while listening',
      listening([sentence('Do you need help?')]),
      `<Gather ${keyEar} numDigits="1" finishOnKey=""><Say ${en}>Do you need help?</Say></Gather>${redirect}`,
    ],
    [
      'what may not is said before, with all that precedes it',
      listening([
        sentence('This is Quillbrook.'),
        { pauseSeconds: 3 },
        sentence('If you are hurt, hang up and ring 9 9 9.', { interruptible: false }),
        sentence('Press any key.'),
      ]),
      `<Say ${en}>This is Quillbrook.</Say><Pause length="3"/><Say ${en}>If you are hurt, hang up and ring 9 9 9.</Say>` +
        `<Gather ${keyEar} numDigits="1" finishOnKey=""><Say ${en}>Press any key.</Say></Gather>${redirect}`,
    ],
    [
      'silence may be listened to without a word',
      listening([], { words: ['yes', 'help, please'] }),
      `<Gather ${ear} numDigits="1" finishOnKey="" hints="yes, help please"/>${redirect}`,
    ],
    [
      'as many keys as it takes end with #',
      listening([], { keys: undefined }),
      `<Gather ${keyEar} finishOnKey="#"/>${redirect}`,
    ],
    [
      'slow words are slow, Welsh words Welsh, and both are heard in English',
      listening([sentence('Mae Anna ar y ffordd.', { language: 'cy-GB', slow: true })]),
      `<Gather ${keyEar} numDigits="1" finishOnKey=""><Say language="cy-GB" voice="Polly.Gwyneth">` +
        `<prosody rate="85%">Mae Anna ar y ffordd.</prosody></Say></Gather>${redirect}`,
    ],
    [
      'a language without a voice is spoken in English',
      { spoken: [sentence('Hello.', { language: 'xx' })], then: { kind: 'hang-up' } },
      `<Say ${en}>Hello.</Say><Hangup/>`,
    ],
    [
      'going on',
      { spoken: [sentence('One moment.')], then: { kind: 'continue', next } },
      `<Say ${en}>One moment.</Say>${redirect}`,
    ],
    [
      'going on, where a key pressed meanwhile counts: the silence after the words is listened to as well',
      {
        spoken: [sentence('This is Quillbrook.', { interruptible: 'by-key' }), { pauseSeconds: 3 }],
        then: { kind: 'continue', next },
      },
      `${keysOnly(3)}<Say ${en}>This is Quillbrook.</Say></Gather>${redirect}`,
    ],
    [
      'news during which a key counts, then a question that may be answered by voice as well',
      listening(
        [
          sentence('I will say that again.', { interruptible: 'by-key' }),
          { pauseSeconds: 1 },
          sentence('Anna will be with you by nine.', { interruptible: 'by-key' }),
          { pauseSeconds: 1 },
          sentence('Do you need help?'),
        ],
        { words: ['yes'] },
      ),
      `${keysOnly(1)}<Say ${en}>I will say that again.</Say><Pause length="1"/><Say ${en}>Anna will be with you by nine.</Say></Gather>` +
        `<Gather ${ear} numDigits="1" finishOnKey="" hints="yes"><Say ${en}>Do you need help?</Say></Gather>${redirect}`,
    ],
    [
      'a connection',
      {
        spoken: [sentence('I am putting you through.')],
        then: { kind: 'connect', numbers: [MANAGER], callerId: LINE, ringSeconds: 20, next },
      },
      `<Say ${en}>I am putting you through.</Say><Dial action="https://line.example/twilio/voice-flow/call-1/2" method="POST"` +
        ' callerId="+441632960999" timeout="20" answerOnBridge="true"><Number>+447700900777</Number></Dial>',
    ],
    [
      'a connection to several, with a whisper',
      {
        spoken: [],
        then: {
          kind: 'connect',
          numbers: [MANAGER, OFFICE],
          callerId: LINE,
          ringSeconds: 1,
          whisper: { call: call('whisper-1') },
          next,
        },
      },
      '<Dial action="https://line.example/twilio/voice-flow/call-1/2" method="POST" callerId="+441632960999" timeout="5"' +
        ' answerOnBridge="true" sequential="true">' +
        '<Number url="https://line.example/twilio/voice-flow/whisper-1/1" method="POST">+447700900777</Number>' +
        '<Number url="https://line.example/twilio/voice-flow/whisper-1/1" method="POST">+441632960998</Number></Dial>',
    ],
    [
      'a whisper that was accepted',
      { spoken: [sentence('Thank you.')], then: { kind: 'put-through' } },
      `<Say ${en}>Thank you.</Say>`,
    ],
    ['the end', { spoken: [sentence('Goodbye.')], then: { kind: 'hang-up' } }, `<Say ${en}>Goodbye.</Say><Hangup/>`],
    [
      'a call not taken, in silence',
      { spoken: [sentence('Goodbye.')], then: { kind: 'reject' } },
      '<Reject reason="busy"/>',
    ],
  ])('%s', (_, turn, expected) => {
    expect(draw(turn)).toBe(`${head}${expected}</Response>`)
  })

  it.each([
    ['markup', '<Dial>1</Dial> & "co"', '&lt;Dial&gt;1&lt;/Dial&gt; &amp; "co"'],
    ['control characters and line ends', 'An\u0000na\u0008\r\n\tB\u001B', 'Anna B'],
    ['halves of characters', 'Anna \uD83D B\uDE00', 'Anna B'],
    ['direction marks and non-characters', 'A\u202Enna\uFFFE\uFFFF', 'Anna'],
  ])('%s in a name are harmless', (_, written, spoken) => {
    expect(draw({ spoken: [sentence(written)], then: { kind: 'hang-up' } })).toBe(
      `${head}<Say ${en}>${spoken}</Say><Hangup/></Response>`,
    )
  })

  it('nothing to say is not said', () => {
    expect(draw({ spoken: [sentence(' \u0007 ')], then: { kind: 'hang-up' } })).toBe(`${head}<Hangup/></Response>`)
  })

  it('an id cannot leave its place in an address', () => {
    expect(draw({ spoken: [], then: { kind: 'continue', next: { call: call('../x?y="><'), turn: 1 } } })).toContain(
      '/twilio/voice-flow/..%2Fx%3Fy%3D%22%3E%3C/1<',
    )
  })

  it('too many words are cut, what comes next is not', () => {
    const long = listening([sentence('Anna '.repeat(4_000)), sentence('Do you need help?')], { words: ['yes'] })
    const drawn = draw(long)
    expect(drawn.length).toBeLessThanOrEqual(LONGEST_DOCUMENT)
    expect(drawn).toContain('>Do you need help?</Say></Gather>')
    expect(drawn).toContain('Anna Anna')
  })

  const anyText = fc.string({ unit: 'binary', maxLength: 3_000 })
  const anySpoken = fc.oneof(
    fc.record({
      say: anyText,
      language: fc.constantFrom('en-GB', 'cy-GB', ''),
      slow: fc.boolean(),
      interruptible: fc.constantFrom<boolean | 'by-key'>(true, false, 'by-key'),
    }),
    fc.record({ pauseSeconds: fc.double({ min: 0, max: 30, noNaN: true }) }),
  )

  it('whatever people wrote, the document is short, well-formed and listens', () => {
    fc.assert(
      fc.property(fc.array(anySpoken, { maxLength: 60 }), fc.array(anyText, { maxLength: 50 }), (spoken, words) => {
        const drawn = draw(listening(spoken, { words }))
        expect(drawn.length).toBeLessThanOrEqual(LONGEST_DOCUMENT)
        expect(Buffer.from(drawn).toString()).toBe(drawn)
        expect(drawn.match(/<Gather [^>]*actionOnEmptyResult="true"/g)).toHaveLength(1)
        expect(drawn.endsWith(`${redirect}</Response>`)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})
