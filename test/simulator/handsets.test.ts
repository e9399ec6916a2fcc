import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountSid, anna, doris, frank, lineNumber, setStage, type Stage } from './stage.ts'

let stage: Stage
beforeEach(async () => {
  stage = await setStage()
})
afterEach(async () => {
  await stage.close()
})

const sentence = (words: string) => ({ error: expect.stringContaining(words) as unknown })

describe('looking at handsets', () => {
  it('shows all of them, and the lines', async () => {
    expect((await stage.get('/simulator/handsets')).body).toMatchObject({
      handsets: [
        {
          number: anna,
          name: 'Anna',
          kind: 'mobile',
          owner: 'care worker',
          behaviour: 'answers',
          taken: false,
          call: null,
        },
        { number: doris, kind: 'landline' },
        { number: frank },
      ],
      lines: [{ number: lineNumber, name: 'Quillbrook line' }],
    })
  })

  it.each(['07700 900101', '+447700900101', '%2B447700900101', '(07700) 900-101', '0044 7700 900101'])(
    'finds a handset by "%s"',
    async (written) => {
      expect((await stage.get(`/simulator/handsets/${written}`)).body).toMatchObject({ number: anna, name: 'Anna' })
    },
  )

  it.each([
    ['07700 900777', 'mobile'],
    ['01632 960777', 'landline'],
    ['020 7946 0777', 'landline'],
  ])('makes a handset on the fly: %s is a %s', async (written, kind) => {
    expect((await stage.get(`/simulator/handsets/${written}`)).body).toMatchObject({
      name: written,
      kind,
      messages: [],
    })
    await stage.client.messages.create({ to: '07700 900778', from: lineNumber, body: 'Hello' })
    await stage.settled()
    expect((await stage.handset('07700 900778')).messages).toHaveLength(1)
  })

  it.each([
    ['0113 496 0001', 'drama numbers only'],
    ['12', 'no phone number'],
    ['01632 960999', 'is a line'],
  ])('refuses %s with the remedy', async (written, words) => {
    expect(await stage.get(`/simulator/handsets/${written}`)).toEqual({ status: 404, body: sentence(words) })
  })
})

describe('using a handset wrongly', () => {
  it.each([
    ['text', { to: lineNumber }, 400, '"body"'],
    ['text', { to: lineNumber, body: 'x', form: 1 }, 400, 'form'],
    ['press', { digits: 'A' }, 400, 'keys 0 to 9'],
    ['say', { words: ' ' }, 400, 'at least one word'],
    ['behaviour', { behaviour: 'asleep' }, 400, 'never-answers'],
    ['answer', { now: true }, 400, 'now'],
    ['answer', {}, 409, 'not ringing'],
    ['press', { digits: '1' }, 409, 'in no call'],
    ['say', { words: 'hello' }, 409, 'in no call'],
    ['hang-up', {}, 409, 'in no call'],
    ['ring', { to: doris }, 409, 'no line'],
  ])('%s %j: %d', async (action, body, status, words) => {
    expect(await stage.post(`/simulator/handsets/${anna}/${action}`, body)).toEqual({ status, body: sentence(words) })
    expect(stage.heard).toEqual([])
  })

  it('keeps the keys that were pressed, in order', async () => {
    stage.script['/doc'] = '<Response><Pause length="60"/></Response>'
    await stage.client.calls.create({ to: anna, from: lineNumber, url: `${stage.programUrl}/doc` })
    await stage.settled()
    await stage.post(`/simulator/handsets/${anna}/answer`, {})
    await stage.settled()
    await stage.post(`/simulator/handsets/${anna}/press`, { digits: '4*' })
    await stage.post(`/simulator/handsets/${anna}/hang-up`, {})
    expect((await stage.handset(anna)).pastCalls.at(-1)).toMatchObject({ keys: [{ key: '4' }, { key: '*' }] })
  })

  it('cannot ring twice, nor press keys while it only rings', async () => {
    await stage.client.calls.create({ to: anna, from: lineNumber, url: `${stage.programUrl}/doc` })
    await stage.settled()
    expect(await stage.post(`/simulator/handsets/${anna}/press`, { digits: '1' })).toEqual({
      status: 409,
      body: sentence('answer first'),
    })
    expect(await stage.post(`/simulator/handsets/${anna}/ring`, { to: lineNumber })).toEqual({
      status: 409,
      body: sentence('in a call already'),
    })
  })

  it('answers what is no JSON with a sentence', async () => {
    const response = await fetch(`${stage.apiUrl}/simulator/handsets/${anna}/say`, {
      method: 'POST',
      body: '{',
      headers: { 'content-type': 'application/json' },
    })
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual(sentence('no JSON'))
  })
})

describe('handsets that nobody has taken', () => {
  it('pick up by themselves where the setting says so; a taken one waits for its person', async () => {
    await stage.post('/simulator/carrier', { settings: { answerAfterSeconds: 4, callsPerSecond: 100 } })
    stage.script['/doc'] = '<Response><Pause length="60"/></Response>'
    await stage.post(`/simulator/handsets/${frank}/text`, { to: lineNumber, body: 'mine' })
    for (const to of [anna, frank])
      await stage.client.calls.create({ to, from: lineNumber, url: `${stage.programUrl}/doc` })
    await stage.advance(5)
    expect((await stage.handset(anna)).call?.state).toBe('up')
    expect((await stage.handset(frank)).call?.state).toBe('ringing')
  })
})

describe('news', () => {
  it('names every handset that changed', async () => {
    const response = await fetch(`${stage.apiUrl}/simulator/events`)
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    await stage.client.messages.create({ to: anna, from: lineNumber, body: 'Hello' })
    let news = ''
    while (!news.includes('data:')) news += (await reader?.read())?.value ?? ''
    expect(news).toContain(`data: {"number":"${anna}"}`)
    await reader?.cancel()
  })
})

describe('the log', () => {
  it('holds everything that was sent or received, from any number on', async () => {
    await stage.client.messages.create({
      to: anna,
      from: lineNumber,
      body: 'Hello',
      statusCallback: `${stage.programUrl}/status`,
    })
    await stage.settled()
    expect(stage.log().map((entry) => entry.kind)).toEqual(['request', 'text-in', 'callback', 'callback', 'callback'])
    const { body } = await stage.get('/simulator/log?after=4')
    expect(body).toMatchObject({
      entries: [{ n: 5, kind: 'callback', detail: { form: { MessageStatus: 'delivered' }, status: 204 } }],
    })
    expect(await stage.get('/simulator/log?after=x')).toMatchObject({ status: 400 })
  })
})

describe('settings of the carrier', () => {
  it('are read, changed one by one, and refused when they make no sense', async () => {
    await stage.post('/simulator/carrier', { settings: { callsPerSecond: 30 } })
    expect((await stage.get('/simulator/carrier')).body).toMatchObject({
      settings: { callsPerSecond: 30, textsPerSecond: 10, down: false },
    })
    expect(await stage.post('/simulator/carrier', { settings: { callsPerSecond: 0 } })).toEqual({
      status: 400,
      body: sentence('settings.callsPerSecond'),
    })
    expect(await stage.post('/simulator/carrier', { setings: {} })).toEqual({ status: 400, body: sentence('setings') })
  })
})

describe('the account', () => {
  it('shows itself, its numbers, and what kind of number one is', async () => {
    expect(await stage.client.api.accounts(accountSid).fetch()).toMatchObject({ status: 'active', type: 'Full' })
    expect(await stage.client.incomingPhoneNumbers.list()).toMatchObject([
      { phoneNumber: lineNumber, smsUrl: `${stage.programUrl}/sms`, voiceUrl: `${stage.programUrl}/voice` },
    ])
    const kind = async (number: string) => {
      const found = await stage.client.lookups.v2.phoneNumbers(number).fetch({ fields: 'line_type_intelligence' })
      return (found.lineTypeIntelligence as { type: string }).type
    }
    expect(await kind(anna)).toBe('mobile')
    expect(await kind(doris)).toBe('landline')
    expect(await kind(lineNumber)).toBe('nonFixedVoip')
  })
})
