import { describe, expect, it } from 'vitest'
import type { SpokenTurn } from '../../src/cellar/ports.ts'
import { CALL, call, CARE_WORKER, LINE, MANAGER, OFFICE, post, RING, saying, webhooksOver } from './support.ts'

const TURN = '/twilio/voice-flow/call-1/2'
const DIALS_MANAGER = /<Dial [^>]*callerId="\+441632960999"[^>]*><Number[^>]*>\+447700900777<\/Number><\/Dial>/

describe('a call', () => {
  it('that comes in gets what comes next', async () => {
    const { app, received } = webhooksOver()
    const answer = await post(app, '/twilio/voice', RING)
    expect([answer.status, answer.type]).toEqual([200, 'text/xml'])
    expect(answer.text).toContain('>Hello.</Say><Hangup/>')
    expect(received).toEqual([{ providerId: CALL, from: CARE_WORKER, to: LINE }])
  })

  it.each(['anonymous', '+266696687', 'Restricted', ''])('from "%s" is served like any other', async (From) => {
    const { app, received } = webhooksOver()
    expect((await post(app, '/twilio/voice', { ...RING, From })).text).toContain('Hello.')
    expect(received).toMatchObject([{ from: From }])
  })

  it('with no sender at all is served', async () => {
    const { app, received } = webhooksOver()
    expect((await post(app, '/twilio/voice', { CallSid: CALL, To: LINE })).text).toContain('Hello.')
    expect(received).toMatchObject([{ from: '' }])
  })

  it.each([
    ['keys', { Digits: '4#' }, { digits: '4#' }],
    ['words', { SpeechResult: 'no one has come', Confidence: '0.83' }, { speech: 'no one has come', confidence: 0.83 }],
    ['silence', {}, {}],
    ['empty answers', { Digits: '', SpeechResult: ' ', Confidence: '' }, {}],
    ['a strange confidence', { SpeechResult: 'yes', Confidence: 'NaN' }, { speech: 'yes' }],
    ['control characters', { SpeechResult: 'yes\u0007\u202E' }, { speech: 'yes' }],
    ['a thousand keys', { Digits: '1'.repeat(1_000) }, { digits: '1'.repeat(40) }],
    ['an hour of words', { SpeechResult: 'a'.repeat(9_999) }, { speech: 'a'.repeat(1_000) }],
    ['a person, it seems', { AnsweredBy: 'human' }, { answeredBy: 'human' }],
    ['a machine, it seems', { AnsweredBy: 'machine_end_beep' }, { answeredBy: 'machine' }],
    [
      'a connection',
      { DialCallStatus: 'completed', DialCallDuration: '12' },
      { dial: { status: 'answered', seconds: 12 } },
    ],
    ['an engaged connection', { DialCallStatus: 'busy' }, { dial: { status: 'engaged', seconds: 0 } }],
    ['a connection taken back', { DialCallStatus: 'canceled' }, { dial: { status: 'cancelled', seconds: 0 } }],
    [
      'a strange connection',
      { DialCallStatus: 'constructor', DialCallDuration: '-3' },
      { dial: { status: 'failed', seconds: 0 } },
    ],
  ])('is heard: %s', async (_, said, heard) => {
    const { app, taken } = webhooksOver()
    expect((await post(app, TURN, { ...RING, ...said })).text).toContain('Thank you.')
    expect(taken).toEqual([{ call: 'call-1', turn: 2, heard }])
  })
})

describe('a call in trouble is led to a person', () => {
  const never = (): Promise<SpokenTurn> => new Promise(() => {})
  const fails = (): Promise<SpokenTurn> => Promise.reject(new Error('database away'))

  it.each([
    ['the act fails', '/twilio/voice', { receiveCall: fails }],
    [
      'the act throws at once',
      '/twilio/voice',
      {
        receiveCall: () => {
          throw new Error('bug')
        },
      },
    ],
    ['the act never ends', '/twilio/voice', { receiveCall: never }],
    ['a turn fails', TURN, { takeTurn: fails }],
    ['a turn never ends', TURN, { takeTurn: never }],
    ['the turn is no number', '/twilio/voice-flow/call-1/two', {}],
    ['the turn is beyond all', '/twilio/voice-flow/call-1/99999999', {}],
    ['the call is no id of ours', '/twilio/voice-flow/..%2F..%2Fetc/1', {}],
    ['the address is cut short', '/twilio/voice-flow/call-1', {}],
    ['the carrier could not use our answer', '/twilio/fallback', {}],
  ])('when %s', async (_, path, acts) => {
    const { app, taken } = webhooksOver(acts, { patienceMs: 20 })
    const answer = await post(app, path, RING)
    expect([answer.status, answer.type]).toEqual([200, 'text/xml'])
    expect(answer.text).toMatch(/<Say [^>]*>Sorry, this line has a fault\.<\/Say>/)
    expect(answer.text).toMatch(DIALS_MANAGER)
    expect(taken).toEqual([])
  })

  it('even when nobody can be looked up: by heart', async () => {
    let away = false
    const { app, webhooks } = webhooksOver({
      receiveCall: fails,
      fallbackNumbers: () => (away ? Promise.reject(new Error('database away')) : Promise.resolve([MANAGER])),
    })
    await webhooks.warm([LINE])
    away = true
    expect((await post(app, '/twilio/voice', RING)).text).toMatch(DIALS_MANAGER)
    expect((await post(app, '/twilio/fallback', RING)).text).toMatch(DIALS_MANAGER)
  })

  it('and the fallback asks nothing while it knows somebody', async () => {
    let asked = 0
    const { app, webhooks } = webhooksOver({ fallbackNumbers: async () => ((asked += 1), [MANAGER]) })
    await webhooks.warm([LINE])
    await post(app, '/twilio/fallback', RING)
    await post(app, '/twilio/fallback?next=1', RING)
    expect(asked).toBe(1)
  })

  it('and who is rung is learnt anew each minute, and never unlearnt', async () => {
    const answers = [[MANAGER], [OFFICE], []]
    let asked = 0
    const { app, webhooks, later } = webhooksOver({ fallbackNumbers: async () => answers[asked++] ?? [] })
    await webhooks.warm([LINE])
    await webhooks.warm([LINE])
    expect(asked).toBe(1)
    later(61_000)
    await webhooks.warm([LINE])
    later(61_000)
    await webhooks.warm([LINE])
    expect(asked).toBe(3)
    expect((await post(app, '/twilio/fallback', RING)).text).toContain(OFFICE)
  })

  it('one after the other, three times each, then told what to do', async () => {
    const { app } = webhooksOver()
    const rung: (string | undefined)[] = []
    let path = '/twilio/fallback'
    for (let steps = 0; steps < 20 && path !== ''; steps += 1) {
      const { text } = await post(app, path, { ...RING, DialCallStatus: 'no-answer', DialBridged: 'false' })
      rung.push(/<\/?Number[^>]*>(\+\d+)/.exec(text)?.[1])
      path = /<Dial action="https:\/\/line\.example([^"]+)"/.exec(text)?.[1] ?? ''
    }
    expect(rung).toEqual([MANAGER, OFFICE, MANAGER, OFFICE, MANAGER, OFFICE, undefined])
    expect((await post(app, '/twilio/fallback?next=6', RING)).text).toMatch(/ring 9 9 9\.<.*<Hangup\/>/s)
  })

  it('and is told what to do where no number is known at all', async () => {
    const { app, log } = webhooksOver({ fallbackNumbers: async () => [], receiveCall: fails })
    const { text } = await post(app, '/twilio/voice', RING)
    expect(text).toMatch(/ring 9 9 9\.<.*<Hangup\/>/s)
    expect(log.lines.join()).toContain('Name a last-resort number now.')
  })

  it('who must press a key: a voicemail does not', async () => {
    const { app } = webhooksOver()
    const { text } = await post(app, '/twilio/fallback', RING)
    expect(text).toContain('url="https://line.example/twilio/fallback?whisper=ask"')
    const leg = { ...RING, Direction: 'outbound-dial', ParentCallSid: CALL }
    expect((await post(app, '/twilio/fallback?whisper=ask', leg)).text).toMatch(
      /<Gather [^>]*whisper=answer.*<\/Gather><Hangup\/>/s,
    )
    expect((await post(app, '/twilio/fallback?whisper=answer', { ...leg, Digits: '5' })).text).toMatch(/<Response\/>$/)
    expect((await post(app, '/twilio/fallback?whisper=answer', leg)).text).toContain('<Hangup/>')
  })

  it('until the two have spoken', async () => {
    const { app } = webhooksOver()
    const end = async (said: Record<string, string>) =>
      (await post(app, '/twilio/fallback?next=1', { ...RING, ...said })).text
    expect(await end({ DialCallStatus: 'completed', DialCallDuration: '9', DialBridged: 'true' })).toMatch(
      /<Response><Hangup\/>/,
    )
    expect(await end({ DialCallStatus: 'completed', DialCallDuration: '9' })).toMatch(/<Response><Hangup\/>/)
    expect(await end({ DialCallStatus: 'completed', DialCallDuration: '9', DialBridged: 'false' })).toContain(OFFICE)
    expect(await end({ DialCallStatus: 'completed', DialCallDuration: '0' })).toContain(OFFICE)
  })

  it('by the line that we rang from, on a call of ours', async () => {
    const lines: string[] = []
    const { app } = webhooksOver({ takeTurn: fails, fallbackNumbers: async (line) => (lines.push(line), [MANAGER]) })
    await post(app, TURN, { ...RING, Direction: 'outbound-api', From: LINE, To: CARE_WORKER })
    expect(lines).toEqual([LINE])
  })

  it('but a machine that picked up is not', async () => {
    const { app } = webhooksOver({ takeTurn: fails })
    expect((await post(app, TURN, { ...RING, AnsweredBy: 'machine_start' })).text).toMatch(/<Response><Hangup\/>/)
  })

  it('and in a whisper the one who picked up is the person', async () => {
    const { app } = webhooksOver({ takeTurn: fails })
    const { text } = await post(app, TURN, { ...RING, Direction: 'outbound-dial', ParentCallSid: CALL })
    expect(text).toContain('Press any key to speak to them.')
    expect(text).not.toContain('<Dial')
  })

  it('when an act hands back words that no document can hold', async () => {
    const { app } = webhooksOver({ receiveCall: async () => saying('a\u0000\uD800\u000Bb') })
    expect((await post(app, '/twilio/voice', RING)).text).toContain('>a b</Say>')
  })

  it('and the words of an act are never obeyed as orders', async () => {
    const { app } = webhooksOver({ receiveCall: async () => saying('</Say><Dial>+441632960000</Dial><Say>') })
    const { text } = await post(app, '/twilio/voice', RING)
    expect(text).not.toContain('<Dial')
    expect(text).toContain('&lt;/Say&gt;&lt;Dial&gt;')
  })

  it('connects as the act says', async () => {
    const { app } = webhooksOver({
      takeTurn: async () => ({
        spoken: [],
        then: {
          kind: 'connect',
          numbers: [MANAGER],
          callerId: LINE,
          ringSeconds: 20,
          next: { call: call('call-1'), turn: 3 },
        },
      }),
    })
    expect((await post(app, TURN, RING)).text).toMatch(DIALS_MANAGER)
  })
})
