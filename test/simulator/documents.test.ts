import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { anna, doris, frank, lineNumber, setStage, type Stage } from './stage.ts'

let stage: Stage
beforeEach(async () => {
  stage = await setStage()
})
afterEach(async () => {
  await stage.close()
})

const at = (number: string, action: string) => `/simulator/handsets/${number}/${action}`

/** Anna rings the line, which answers with this document. */
async function ringWith(twiml: string): Promise<void> {
  stage.script['/voice'] = twiml
  await stage.post(at(anna, 'ring'), { to: '01632 960999' })
  await stage.settled()
}
const press = async (digits: string) => {
  await stage.post(at(anna, 'press'), { digits })
  await stage.settled()
}
const speak = async (words: string) => {
  await stage.post(at(anna, 'say'), { words })
  await stage.settled()
}

describe('a call to the line', () => {
  it('is announced with who rings, and its end with how long it lasted', async () => {
    await ringWith('<Response><Say>Hello Anna</Say><Pause length="2"/><Hangup/></Response>')
    expect(stage.forms('/voice')).toMatchObject([
      { From: anna, To: lineNumber, CallStatus: 'ringing', Direction: 'inbound', ApiVersion: '2010-04-01' },
    ])
    expect((await stage.handset(anna)).call).toMatchObject({ direction: 'out', with: lineNumber, state: 'up' })
    await stage.advance(4)
    expect(stage.forms('/ended')).toMatchObject([{ CallStatus: 'completed', CallDuration: '3' }])
  })

  it('comes from "anonymous" when the number is withheld', async () => {
    await stage.post(at(anna, 'ring'), { to: lineNumber, withheld: true })
    await stage.settled()
    expect(stage.forms('/voice')).toMatchObject([{ From: 'anonymous', Caller: 'anonymous' }])
  })

  it.each([
    ['busy', 'busy'],
    ['rejected', 'no-answer'],
  ])('is rejected: %s', async (reason, status) => {
    await ringWith(`<Response><Reject reason="${reason}"/></Response>`)
    expect(stage.forms('/ended')).toMatchObject([{ CallStatus: status, CallDuration: '0' }])
    expect((await stage.handset(anna)).pastCalls).toMatchObject([{ outcome: status, said: [] }])
  })

  it('goes on with another document, its address counted from the first', async () => {
    stage.script['/next/step'] = '<Response><Say>Second</Say></Response>'
    await ringWith('<Response><Redirect method="GET">next/step</Redirect><Say>never said</Say></Response>')
    expect(await stage.heardOn(anna)).toEqual(['Second'])
    expect(stage.heard.find((each) => each.path === '/next/step')?.signed).toBe(true)
  })

  it('speaks with breaks and at a pace', async () => {
    await ringWith(
      '<Response><Say voice="x" language="en-GB"><prosody rate="50%">one two <break time="2s"/> three</prosody></Say><Play>http://x/tone.mp3</Play></Response>',
    )
    expect(await stage.heardOn(anna)).toEqual(['one two three'])
    await stage.advance(4)
    expect((await stage.handset(anna)).call?.said).toHaveLength(1)
    await stage.advance(1)
    expect(await stage.heardOn(anna)).toEqual(['one two three', '(plays http://x/tone.mp3)'])
  })
})

describe('Gather', () => {
  const gather = (attributes: string, inside = '<Say>Press one, or say yes</Say>') =>
    `<Response><Gather action="/heard" ${attributes}>${inside}</Gather><Say>Nothing heard</Say></Response>`

  beforeEach(() => {
    stage.script['/heard'] = '<Response><Say>Thank you</Say></Response>'
  })

  it('is interrupted by a key while it speaks', async () => {
    await ringWith(gather('numDigits="1"'))
    expect((await stage.handset(anna)).call?.listening).toEqual({ keys: true, speech: false })
    await press('1')
    expect(stage.forms('/heard')).toMatchObject([{ Digits: '1', CallStatus: 'in-progress' }])
    expect(await stage.heardOn(anna)).toEqual(['Press one, or say yes', 'Thank you'])
    expect((await stage.handset(anna)).call?.listening).toBeNull()
  })

  it('waits for the finishing key, or for a pause after the last key', async () => {
    await ringWith(gather(''))
    await press('48#')
    expect(stage.forms('/heard')).toMatchObject([{ Digits: '48', FinishedOnKey: '#' }])
    await stage.advance(60)
    await ringWith(gather('finishOnKey="" timeout="3"'))
    await press('4#')
    await stage.advance(2.9)
    expect(stage.forms('/heard')).toHaveLength(1)
    await stage.advance(0.2)
    expect(stage.forms('/heard')[1]).toMatchObject({ Digits: '4#' })
  })

  it('takes words, once the caller has been silent long enough', async () => {
    await ringWith(gather('input="dtmf speech" speechTimeout="2" hints="yes, no"'))
    await speak('  yes   please ')
    await stage.advance(1.9)
    expect(stage.forms('/heard')).toEqual([])
    await stage.advance(0.2)
    expect(stage.forms('/heard')).toMatchObject([{ SpeechResult: 'yes please', Confidence: '0.92' }])
  })

  it('takes words at once with speechTimeout "auto", and none where only keys count', async () => {
    await ringWith(gather('input="speech" speechTimeout="auto"'))
    await press('1')
    await speak('yes')
    expect(stage.forms('/heard')).toMatchObject([{ SpeechResult: 'yes' }])
    await stage.advance(60)
    await ringWith(gather(''))
    await speak('yes')
    await stage.advance(60)
    expect(stage.forms('/heard')).toHaveLength(1)
  })

  it('hears silence: on with the document, or to the action where that is asked for', async () => {
    await ringWith(gather('timeout="4"'))
    await stage.advance(2 + 3.9)
    expect(await stage.heardOn(anna)).toHaveLength(1)
    await stage.advance(0.2)
    expect(await stage.heardOn(anna)).toEqual(['Press one, or say yes', 'Nothing heard'])
    await stage.advance(10)
    await ringWith(gather('timeout="4" input="dtmf speech" actionOnEmptyResult="true"'))
    await stage.advance(7)
    expect(stage.forms('/heard')).toMatchObject([{ Digits: '', SpeechResult: '' }])
  })

  it('without barging in lets the words end first', async () => {
    await ringWith(gather('numDigits="1" bargeIn="false"'))
    await press('1')
    expect(stage.forms('/heard')).toEqual([])
    await stage.advance(3)
    expect(stage.forms('/heard')).toMatchObject([{ Digits: '1' }])
  })

  it('keys pressed one after the other go to one question after the other; where nobody listens they are lost', async () => {
    stage.script['/heard'] = gather('numDigits="1"').replace('/heard', '/again')
    stage.script['/again'] = '<Response><Say>Done</Say></Response>'
    await ringWith(gather('numDigits="1"'))
    await press('437')
    expect(stage.forms('/heard')).toMatchObject([{ Digits: '4' }])
    expect(stage.forms('/again')).toMatchObject([{ Digits: '3' }])
  })

  it('ends with the caller: nothing is posted after a hang-up', async () => {
    await ringWith(gather('actionOnEmptyResult="true"'))
    await stage.post(at(anna, 'hang-up'))
    await stage.advance(60)
    expect(stage.forms('/heard')).toEqual([])
    expect(stage.forms('/ended')).toMatchObject([{ CallStatus: 'completed' }])
  })
})

describe('Dial', () => {
  const whisper =
    '<Response><Gather numDigits="1" action="/pressed"><Say>Press 4 to take it</Say></Gather><Hangup/></Response>'
  const dial = (inside: string, more = '') =>
    `<Response><Dial action="/dialled" timeout="20" callerId="${lineNumber}" ${more}>${inside}</Dial></Response>`
  const answer = async (number: string) => {
    await stage.post(at(number, 'answer'))
    await stage.settled()
  }

  it('connects two people, who hear each other, and tells the action how it ended', async () => {
    await ringWith(
      dial(
        `<Number statusCallback="/leg" statusCallbackEvent="initiated ringing answered completed">${frank}</Number>`,
      ),
    )
    expect((await stage.handset(frank)).call).toMatchObject({ state: 'ringing', with: lineNumber })
    await answer(frank)
    await speak('Hello Frank')
    expect((await stage.handset(frank)).call?.said).toMatchObject([{ by: 'other', text: 'Hello Frank' }])
    expect((await stage.handset(anna)).call?.said).toMatchObject([{ by: 'handset', text: 'Hello Frank' }])
    stage.script['/dialled'] = '<Response><Say>Goodbye</Say></Response>'
    await stage.advance(30)
    await stage.post(at(frank, 'hang-up'))
    await stage.settled()
    expect(stage.forms('/dialled')).toMatchObject([
      { DialCallStatus: 'completed', DialBridged: 'true', DialCallDuration: '30' },
    ])
    expect(stage.forms('/leg').map((form) => form['CallStatus'])).toEqual([
      'initiated',
      'ringing',
      'in-progress',
      'completed',
    ])
    expect(stage.forms('/leg')[0]).toMatchObject({ Direction: 'outbound-dial', From: lineNumber })
    expect(stage.forms('/leg')[0]?.['ParentCallSid']).toBe(stage.forms('/voice')[0]?.['CallSid'])
    expect(await stage.heardOn(anna)).toEqual(['Goodbye'])
  })

  it('whispers to the one who picks up before connecting', async () => {
    stage.script['/whisper'] = whisper
    stage.script['/pressed'] = '<Response/>'
    await ringWith(dial(`<Number url="/whisper">${frank}</Number>`))
    await answer(frank)
    expect(await stage.heardOn(frank)).toEqual(['Press 4 to take it'])
    await speak('Is anybody there?')
    expect((await stage.handset(frank)).call?.said).toHaveLength(1)
    await stage.post(at(frank, 'press'), { digits: '4' })
    await stage.settled()
    await speak('Hello Frank')
    expect((await stage.handset(frank)).call?.said.at(-1)).toMatchObject({ by: 'other', text: 'Hello Frank' })
  })

  it('does not connect one who hangs up in the whisper, or says nothing', async () => {
    stage.script['/whisper'] = whisper
    await ringWith(dial(`<Number url="/whisper">${frank}</Number>`))
    await answer(frank)
    await stage.advance(10)
    expect(stage.forms('/dialled')).toMatchObject([{ DialCallStatus: 'completed', DialBridged: 'false' }])
    expect(stage.forms('/dialled')[0]).not.toHaveProperty('DialCallDuration')
  })

  it('rings several at once; the first to pick up silences the others', async () => {
    await ringWith(dial(`<Number>${frank}</Number><Number>${doris}</Number>`))
    expect((await stage.handset(doris)).call?.state).toBe('ringing')
    await answer(frank)
    expect((await stage.handset(doris)).call).toBeNull()
    expect((await stage.handset(frank)).call?.state).toBe('up')
  })

  it('or one after the other, until one picks up', async () => {
    await stage.post(at(frank, 'behaviour'), { behaviour: 'engaged' })
    await ringWith(dial(`<Number>${frank}</Number><Number>${doris}</Number>`, 'sequential="true"'))
    expect((await stage.handset(doris)).call?.state).toBe('ringing')
    await stage.advance(21)
    expect(stage.forms('/dialled')).toMatchObject([{ DialCallStatus: 'no-answer' }])
  })

  it.each([
    ['engaged', 'busy'],
    ['never-answers', 'no-answer'],
    ['switched-off', 'no-answer'],
  ])('tells why nobody was reached: %s', async (behaviour, status) => {
    await stage.post(at(frank, 'behaviour'), { behaviour })
    await ringWith(dial(frank))
    await stage.advance(25)
    expect(stage.forms('/dialled')).toMatchObject([{ DialCallStatus: status, DialBridged: 'false' }])
  })

  it('fails for a number that cannot be reached, and for a caller ID that is not ours', async () => {
    stage.script['/dialled'] = '<Response/>'
    await ringWith(dial('999'))
    expect(stage.forms('/dialled')).toMatchObject([{ DialCallStatus: 'failed' }])
    await stage.advance(30)
    await ringWith(`<Response><Dial action="/dialled" callerId="${doris}">${frank}</Dial></Response>`)
    expect(stage.forms('/dialled')).toMatchObject([{}, { DialCallStatus: 'failed' }])
    expect(
      stage
        .log()
        .filter((entry) => entry.kind === 'error')
        .map((entry) => entry.detail['code']),
    ).toEqual([13224, 13214])
  })

  it('keeps the caller ringing until somebody is there, where that is asked for', async () => {
    await ringWith(dial(frank, 'answerOnBridge="true"'))
    expect((await stage.handset(anna)).call?.state).toBe('ringing')
    await answer(frank)
    expect((await stage.handset(anna)).call?.state).toBe('up')
  })

  it('hangs up the others when the caller does', async () => {
    await ringWith(dial(`<Number>${frank}</Number><Number>${doris}</Number>`))
    await stage.post(at(anna, 'hang-up'))
    await stage.settled()
    expect((await stage.handset(frank)).pastCalls).toMatchObject([{ outcome: 'canceled' }])
    expect((await stage.handset(doris)).call).toBeNull()
    expect(stage.forms('/dialled')).toEqual([])
  })
})

describe('documents that are wrong', () => {
  const sorry = 'We are sorry. An application error has occurred. Goodbye.'
  it.each([
    ['unknown verb', '<Response><Shout>Hello</Shout></Response>', 12200],
    ['broken', '<Response><Say>Hello</Response>', 12100],
    ['empty', '', 12100],
    ['another root', '<html></html>', 12102],
    ['a verb where it may not be', '<Response><Gather><Dial>999</Dial></Gather></Response>', 12200],
  ])('%s', async (_name, twiml, code) => {
    stage.script['/fallback'] = { status: 500 }
    await ringWith(twiml)
    expect(await stage.heardOn(anna)).toEqual([sorry])
    expect(stage.forms('/fallback')).toMatchObject([{ ErrorCode: String(code) }])
    expect(stage.log().filter((entry) => entry.kind === 'error')[0]?.detail).toMatchObject({ code })
    await stage.advance(10)
    expect(stage.forms('/ended')).toMatchObject([{ CallStatus: 'completed' }])
  })

  it.each([
    ['a fault of the program', { status: 500 }, '11200'],
    ['the wrong kind of answer', { status: 200, type: 'application/json', body: '{}' }, '12300'],
  ])('%s leads to the fallback', async (_name, wrong, code) => {
    stage.script['/voice'] = wrong
    stage.script['/fallback'] = '<Response><Say>Please hold on</Say></Response>'
    await stage.post(at(anna, 'ring'), { to: lineNumber })
    await stage.settled()
    expect(stage.forms('/fallback')).toMatchObject([{ ErrorCode: code, ErrorUrl: `${stage.programUrl}/voice` }])
    expect(await stage.heardOn(anna)).toEqual(['Please hold on'])
  })

  it('an unknown attribute is only a warning', async () => {
    await ringWith('<Response><Say loud="yes">Hello</Say></Response>')
    expect(await stage.heardOn(anna)).toEqual(['Hello'])
    expect(stage.log().filter((entry) => entry.kind === 'warning')[0]?.detail).toMatchObject({ code: 12200 })
  })

  it('going round in circles ends', async () => {
    await ringWith('<Response><Redirect>/voice</Redirect></Response>')
    expect(stage.forms('/ended')).toMatchObject([{ CallStatus: 'failed' }])
  })
})
