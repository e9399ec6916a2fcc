import { describe, expect, it } from 'vitest'
import type { Heard, SpokenReading } from '../../src/voice-flow/hear.ts'
import { holding, onward, press, ring, say, shipped, silence } from './shipped.ts'

const flow = shipped('care-worker-line')
const read = (words: string, reading: SpokenReading, confidence?: number): Heard => ({
  kind: 'words',
  words,
  read: reading,
  ...(confidence === undefined ? {} : { confidence }),
})
const twenty = read('about twenty minutes', { kind: 'late', minutes: 20 })
const TO_A_PERSON = ['note-call']

describe('the care worker line (P-058)', () => {
  it('says the next visit, listens for keys that end with #, and for words', () => {
    const call = ring(flow)
    expect(call.said().slice(0, 3)).toEqual(['Hello Anna.', "Edna T at nine o'clock.", 'How many minutes late?'])
    const { then } = call.now()
    expect(then).toMatchObject({ kind: 'listen', keys: undefined, waitSeconds: 6 })
    expect(then.kind === 'listen' ? then.words : []).toContain('twenty minutes')
  })

  it.each([
    ['said', twenty, 'about twenty minutes'],
    ['keyed', press('20'), '20'],
  ])('minutes that are %s are read back by name and reported once confirmed', (source, heard, words) => {
    const call = ring(flow)
    call.hear(heard)
    expect(call.now().memory.number).toEqual({ is: 'minutes-late', value: 20, source, words })
    call.hear(onward)
    expect(call.said()).toEqual(['Anna, that is twenty past nine for Edna T.', 'Right?'])
    call.hear(say('yes'))
    expect(call.asked()).toEqual(['note-unconfirmed', 'report-late'])
    call.learn(holding('household-is-told'))
    call.hear(onward)
    expect([call.said(), call.outcome().end]).toEqual([['We are telling Edna T now.', 'Goodbye.'], 'reported'])
  })

  it.each(['yes', "that's right", 'correct', 'yeah lovely'])('"%s" confirms', (words) => {
    const call = ring(flow)
    call.hear(twenty, onward, say(words))
    expect(call.asked()).toContain('report-late')
  })

  it.each([
    ['no', say('no')],
    ["that's wrong", say("that's wrong")],
    ['2', press('2')],
  ])('%s asks for the minutes once more, and then puts them through', (_name, heard) => {
    const call = ring(flow)
    call.hear(twenty, onward, heard)
    expect(call.said()).toContain('How many minutes late?')
    call.hear(press('30'), onward, heard)
    expect([call.asked(), call.now().then.kind]).toEqual([
      ['note-unconfirmed', 'note-unconfirmed', 'note-call'],
      'connect',
    ])
  })

  it.each(['this is not me', "it's not my phone", "no that's not me"])(
    '"%s" moves nothing and leads to a person',
    (words) => {
      const call = ring(flow)
      call.hear(twenty, onward, say(words), silence)
      expect(call.asked()).not.toContain('report-late')
    },
  )

  it.each<[string, Heard]>([
    ['keyed 0 minutes… a person', press('0')],
    ['keyed 241', press('241')],
    ['keyed 1000', press('1000')],
    ['said 999 minutes', read('999 minutes', { kind: 'late', minutes: 999 })],
    ['said too many', read('three hundred', { kind: 'ask' })],
    ['doubted by the carrier', read('twenty', { kind: 'late', minutes: 20 }, 0.1)],
    ['no number', say('no')],
  ])('%s is no number of minutes', (_name, heard) => {
    const call = ring(flow)
    call.hear(heard)
    expect(call.now().memory.number).toBeUndefined()
    expect(call.asked()).not.toContain('note-unconfirmed')
  })

  it('asks once more what was not clear, then a person', () => {
    const call = ring(flow)
    call.hear(say('mumble mumble'))
    expect(call.said().slice(0, 2)).toEqual(['I am sorry, I did not catch that.', 'Hello Anna.'])
    call.hear(say('mumble mumble'))
    expect([call.asked(), call.now().then.kind]).toEqual([TO_A_PERSON, 'connect'])
  })

  it('silence leads to a person at once', () => {
    const call = ring(flow)
    call.hear(silence)
    expect([call.said()[0], call.now().then.kind]).toEqual(['I heard nothing.', 'connect'])
  })

  it.each([
    press('999'),
    press('112'),
    read('she has fallen', { kind: 'help' }),
    read('help, 20', { kind: 'help', minutes: 20 }),
  ])('%j is a cry for help: 999 is said, and a person rung', (heard) => {
    const call = ring(flow)
    call.hear(heard)
    expect(call.said()[0]).toBe('If anybody is in danger, hang up and dial nine nine nine.')
    expect([call.asked(), call.now().then.kind]).toEqual([['care-worker-said'], 'connect'])
  })

  it.each(['missed', 'found-missed', 'cannot-attend', 'sick'])('"%s" is kept and a person rung', (kind) => {
    const call = ring(flow)
    call.hear(read('words', { kind }))
    expect([call.said()[0], call.asked(), call.now().then.kind]).toEqual([
      'Thank you for telling us.',
      ['care-worker-said'],
      'connect',
    ])
  })

  it.each([press('0'), say('put me through'), say('the office please')])('%j puts them through', (heard) => {
    const call = ring(flow)
    call.hear(heard)
    expect([call.asked(), call.now().then.kind]).toEqual([TO_A_PERSON, 'connect'])
    call.hear({ kind: 'connected', accepted: false })
    expect([call.said()[0], call.outcome().end]).toEqual(['Somebody will ring you back by ten past nine.', 'promise'])
  })

  it('WHO says who is on call and offers to put them through', () => {
    const call = ring(flow)
    call.hear(read("who's on call", { kind: 'who-is-on-call' }))
    expect(call.said()[0]).toBe('Dev Patel is on call.')
    call.hear(say('no thanks'))
    expect([call.asked(), call.outcome().end]).toEqual([[], 'answered'])
    const through = ring(flow)
    through.hear(press('*'), say('yes please'))
    expect(through.now().then.kind).toBe('connect')
  })

  it('NEXT says what is to come and listens on', () => {
    const call = ring(flow)
    call.hear(read('next', { kind: 'next' }))
    expect(call.said()[0]).toBe("To come: Edna T at nine o'clock.")
    call.hear(twenty, onward, press('1'))
    expect(call.asked()).toContain('report-late')
  })

  it('a time that is over is asked about once more, counted from now', () => {
    const call = ring(flow)
    call.learn(holding('time-has-passed'))
    call.hear(twenty, onward)
    expect(call.said()[0]).toBe('Twenty past nine has gone.')
    call.learn(holding())
    call.hear(press('10'), onward, press('1'))
    expect(call.now().memory.number).toMatchObject({ is: 'minutes-from-now', value: 10 })
    expect(call.asked()).toContain('report-late')
  })

  it('two visits that may be meant: which one, before anything else', () => {
    const call = ring(flow, holding('several-visits'))
    expect(call.said()[1]).toBe('Which visit?')
    call.hear(say('the second one'))
    expect(call.now().memory.notes).toEqual(['second-visit'])
    expect(call.said()[2]).toBe('How many minutes late?')
  })
})

describe('a number that is not one person’s (design 3.9)', () => {
  it('is confirmed by name before any visit is named', () => {
    const call = ring(flow, holding('shared-number'))
    expect(call.said()).toEqual(['This is Quillbrook Home Care.', 'Is that Anna?', 'Say yes, or no.'])
    call.hear(say('yes'))
    expect([call.now().memory.notes, call.said()]).toEqual([['first-person'], ['Thank you.']])
    call.hear(onward)
    expect(call.said()[0]).toBe('Hello Anna.')
  })

  it('"no" leads to a person', () => {
    const call = ring(flow, holding('shared-number'))
    call.hear(say('no'))
    expect([call.asked(), call.now().then.kind]).toEqual([TO_A_PERSON, 'connect'])
  })

  it('two care workers: the other is asked for, and then a person', () => {
    const call = ring(flow, holding('shared-number', 'second-care-worker'))
    call.hear(press('2'))
    expect(call.said()[0]).toBe('Is that Sam?')
    const through = ring(flow, holding('shared-number', 'second-care-worker'))
    through.hear(press('2'), say('no'))
    expect(through.now().then.kind).toBe('connect')
    call.hear(say('speaking'))
    expect(call.now().memory.notes).toEqual(['second-person'])
  })

  it('neither a name nor silence is taken for a yes', () => {
    const call = ring(flow, holding('shared-number'))
    call.hear(say('this is somebody'), say('Sam here'))
    expect(call.now().memory.notes).toBeUndefined()
    const silent = ring(flow, holding('shared-number'))
    silent.hear(silence)
    expect(silent.now().then.kind).toBe('connect')
  })
})
