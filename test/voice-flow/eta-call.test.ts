import { describe, expect, it } from 'vitest'
import { machineMatters } from '../../src/voice-flow/stepper.ts'
import { holding, onward, press, ring, say, saidIn, shipped, silence } from './shipped.ts'

const flow = shipped('eta-call')

describe('the first words of the ETA call (design 3.4)', () => {
  it('says the agency and nothing else, then waits three seconds', () => {
    const call = ring(flow)
    expect(call.said()).toEqual(['This is Quillbrook Home Care.'])
    expect(call.now().utterances.at(-1)).toEqual({ pauseSeconds: 3 })
    expect(call.now().then).toEqual({ kind: 'continue' })
  })

  it('gives a machine the number to ring, and hangs up', () => {
    const call = ring(flow)
    call.learn(holding('machine-reported'))
    call.hear(onward)
    expect(call.everythingSaid()).toEqual([
      'This is Quillbrook Home Care.',
      'This is Quillbrook Home Care.',
      'Please ring us on 01632 960999.',
    ])
    expect(call.now().then).toEqual({ kind: 'hang-up' })
    expect(call.outcome()).toMatchObject({ machine: true, heard: false, answered: false, end: 'machine' })
    expect(call.asked()).toEqual([])
  })

  it('breaks off when the report of a machine comes in the middle of the message', () => {
    const call = ring(flow)
    call.hear(onward)
    expect(machineMatters(flow, call.now().memory)).toBe(true)
    call.hear({ kind: 'machine' })
    expect(call.said()).toEqual(['This is Quillbrook Home Care.', 'Please ring us on 01632 960999.'])
    expect(call.outcome()).toMatchObject({ machine: true, heard: false, end: 'machine' })
  })
})

describe('what is told (P-063, P-064)', () => {
  it.each([
    [[], ['Mrs Shah, your care worker, Anna, is running late today.', 'Anna will be with you by twenty past nine.']],
    [['corrected-time'], ['Mrs Shah, there is a new time today.', 'Anna will be with you by twenty past nine.']],
    [
      ['planned-time-again'],
      [
        'Mrs Shah, this is about the visit today.',
        'Anna is coming at the planned time.',
        "Anna will be with you at nine o'clock.",
      ],
    ],
    [['office-will-ring'], ['Mrs Shah, this is about the visit today.', 'The office will ring you by ten past nine.']],
  ] as const)('with %j', (names, words) => {
    const call = ring(flow, holding(...names))
    call.hear(onward)
    expect(call.said()).toEqual(words)
  })

  it('says the clock time twice and then that nothing need be done', () => {
    const call = ring(flow)
    call.hear(onward, onward)
    expect(call.said()).toEqual([
      'I will say that again.',
      'Anna will be with you by twenty past nine.',
      'You do not need to do anything.',
    ])
    expect(call.now().then).toMatchObject({ kind: 'listen', keys: 1, waitSeconds: 8 })
  })

  it('leaves a breath between sentences, and speaks slowly', () => {
    const call = ring(flow)
    const { utterances } = call.hear(onward)
    expect(utterances.map((one) => ('say' in one ? 'words' : one.pauseSeconds))).toEqual(['words', 1, 'words'])
    expect(
      utterances
        .filter((one) => 'say' in one)
        .every((one) => 'say' in one && one.slow && one.interruptible === 'by-key'),
    ).toBe(true)
  })
})

describe('a key pressed while the line speaks', () => {
  it.each([
    ['the greeting', []],
    ['the news', [onward]],
  ])('during %s leads to a person, and the news does not count as heard', (_name, before) => {
    const call = ring(flow)
    call.hear(...before, press('5'))
    expect(call.now().heardAs).toBe('key')
    expect(call.said()).toEqual(['I will put you through to a person.'])
    expect([call.asked(), call.now().then.kind]).toEqual([['needs-help'], 'connect'])
    expect(call.outcome()).toMatchObject({ heard: false, answered: false, understood: true })
  })

  it('during the repetition is an answer to the message that was heard', () => {
    const call = ring(flow)
    call.hear(onward, onward, press('5'))
    expect([call.now().heardAs, call.outcome().answered]).toEqual(['wants-a-person', true])
  })

  it('is from a person, so a machine that is reported afterwards takes nothing away', () => {
    const call = ring(flow)
    call.hear(press('5'))
    call.learn(holding('machine-reported'))
    call.hear({ kind: 'connected', accepted: false })
    expect(call.outcome().end).toBe('promise')
  })

  it('counts during everything that is said of the news, and never during a promise or the safety sentence', () => {
    for (const held of [[], ['planned-time-again'], ['corrected-time'], ['office-will-ring']] as const) {
      const call = ring(flow, holding(...held))
      call.hear(onward, onward)
      expect(early(call.now())).toBe(true)
    }
    const call = ring(flow)
    call.hear(press('5'), { kind: 'connected', accepted: false })
    expect(call.now().utterances.every((one) => !('say' in one) || one.interruptible === false)).toBe(true)
  })
})

function early({ utterances }: ReturnType<ReturnType<typeof ring>['now']>): boolean {
  return utterances.every((one) => !('say' in one) || one.interruptible !== false)
}

describe('what is proved', () => {
  it('is nothing while the message is still being said', () => {
    const call = ring(flow)
    call.hear(onward)
    expect(call.outcome()).toMatchObject({ heard: false, answered: false })
  })

  it('is that the message was heard, once it was said to its end', () => {
    const call = ring(flow)
    call.hear(onward, onward)
    expect(call.outcome()).toMatchObject({ heard: true, answered: false })
  })

  it.each([press('7'), say('thank you'), say('yes dear, all right'), say('help')])('is an answer after %j', (heard) => {
    const call = ring(flow)
    call.hear(onward, onward, heard)
    expect(call.outcome()).toMatchObject({ heard: true, answered: true })
  })

  it.each([silence, say('hello?'), say('hello who is this'), say('mumble mumble mumble')])(
    'is no answer after %j',
    (heard) => {
      const call = ring(flow)
      call.hear(onward, onward, heard)
      expect(call.outcome()).toMatchObject({ heard: true, answered: false })
      expect(call.said()).toContain('Do you need help?')
    },
  )

  it.each([
    'Hello, you have reached John. Please leave a message after the tone',
    'There is nobody in at the moment, thank you for calling',
    'the person you are calling is not available',
  ])('is a machine when it says "%s"', (greeting) => {
    const call = ring(flow)
    call.hear(onward, onward, say(greeting))
    expect(call.outcome()).toMatchObject({ machine: true, answered: false, end: 'machine' })
  })

  it('is nothing when a reported machine says yes, though the yes is obeyed', () => {
    const call = ring(flow)
    call.hear(onward, onward)
    call.learn(holding('machine-reported'))
    call.hear(say('yes'))
    expect(call.outcome()).toMatchObject({ machine: true, understood: true, answered: false })
    expect(call.said()).toEqual(['Thank you.', 'Goodbye.'])
  })

  it('is an answer when a key is pressed, whatever the carrier thinks: a machine has no fingers', () => {
    const call = ring(flow)
    call.hear(onward, onward)
    call.learn(holding('machine-reported'))
    call.hear(press('1'))
    expect(call.outcome()).toMatchObject({ machine: true, answered: true })
    expect(call.now().then).toMatchObject({ kind: 'connect' })
  })
})

describe('"Do you need help?"', () => {
  function askedForHelp(...names: Parameters<typeof holding>) {
    const call = ring(flow, holding(...names))
    call.hear(onward, onward, silence)
    expect(call.said()).toEqual(['Do you need help?'])
    return call
  }

  it.each([
    say('yes'),
    say('yes please'),
    say('yeah'),
    press('2'),
    press('#'),
    say("I've fallen"),
    say('no I have fallen'),
  ])('leads to a person after %j', (heard) => {
    const call = askedForHelp()
    call.hear(heard)
    expect(call.said()).toEqual(['I will put you through to a person.'])
    expect(call.now().then).toEqual({ kind: 'connect', to: 'person', ringSeconds: 25, whisper: 'accept-call' })
    expect(call.asked()).toEqual(['needs-help'])
    call.hear({ kind: 'connected', accepted: true })
    expect(call.now().then).toEqual({ kind: 'hang-up' })
    expect(call.outcome()).toMatchObject({ connected: true, end: 'person' })
  })

  it('promises a clock time and says 999 when nobody accepts', () => {
    const call = askedForHelp()
    call.hear(say('yes'), { kind: 'connected', accepted: false })
    expect(call.said().filter((one) => one === 'Somebody will ring you back by ten past nine.')).toHaveLength(2)
    expect(call.said().at(-1)).toBe('If you feel unwell, hang up and dial nine nine nine.')
    expect(call.asked()).toEqual(['needs-help', 'promise-ring-back'])
    expect(call.outcome().end).toBe('promise')
  })

  it.each([say('no'), say('no thank you'), say("no I'm fine dear"), say('nope'), say("I don't need any help")])(
    'ends confirmed after %j',
    (heard) => {
      const call = askedForHelp('flagged')
      call.hear(heard)
      expect(call.outcome()).toMatchObject({ answered: true, end: 'all-is-well' })
      expect(call.asked()).toEqual([])
    },
  )

  it('asks once more when it was not clear, then puts the person through', () => {
    const call = askedForHelp()
    call.hear(say('the cat is on the'))
    expect(call.said()).toEqual(['I am sorry, I did not hear that.', 'Do you need help?'])
    call.hear(say('the cat is on the'))
    expect(call.now().then).toMatchObject({ kind: 'connect', to: 'person' })
    expect(call.outcome().answered).toBe(false)
  })

  it('says goodbye to silence, and asks for a ring-back only for people who are flagged', () => {
    const plain = askedForHelp()
    plain.hear(silence)
    expect([plain.outcome().end, plain.asked()]).toEqual(['promise', []])
    const flagged = askedForHelp('flagged')
    const last = flagged.hear(silence)
    expect(saidIn(last)).toEqual(['Goodbye.'])
    expect(last.actions).toEqual([{ name: 'ring-back', with: { why: 'silence' } }])
  })
})

describe('odd turns', () => {
  it('puts a call through when its step is not known any more', () => {
    const call = ring(flow)
    const { memory } = call.now()
    memory.step = 'a-step-of-last-year'
    call.hear(silence)
    expect(call.now().heardAs).toBe('lost')
    expect(call.now().then).toMatchObject({ kind: 'connect', to: 'person' })
  })

  it('asks for nothing again once the call has ended', () => {
    const call = ring(flow, holding('flagged'))
    call.hear(onward, onward, silence, silence, silence, press('1'))
    expect(call.asked()).toEqual(['ring-back'])
    expect([call.now().heardAs, call.now().then]).toEqual(['over', { kind: 'hang-up' }])
  })
})
