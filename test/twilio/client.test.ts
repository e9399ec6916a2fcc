import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import nock from 'nock'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { attemptId } from '../../src/cellar/ids.ts'
import { CarrierFault, createTwilioCarrier } from '../../src/twilio/client.ts'
import { ACCOUNT, CALL, CARE_WORKER, LINE, listeningLog, MESSAGE, TOKEN } from './support.ts'

const BASE = 'http://carrier.example'
const CALLS = `/2010-04-01/Accounts/${ACCOUNT}/Calls.json`
const ONE_CALL = `/2010-04-01/Accounts/${ACCOUNT}/Calls/${CALL}.json`
const MESSAGES = `/2010-04-01/Accounts/${ACCOUNT}/Messages.json`
const ONE_MESSAGE = `/2010-04-01/Accounts/${ACCOUNT}/Messages/${MESSAGE}.json`

const ring = {
  attempt: attemptId('attempt-1'),
  from: LINE,
  to: CARE_WORKER,
  answerUrl: 'https://line.example/twilio/voice-flow/call-1/1',
  statusUrl: 'https://line.example/twilio/call-status/attempt-1#rc=2&rp=all',
  machineUrl: 'https://line.example/twilio/call-status/attempt-1?machine=1',
  ringSeconds: 25,
  detectMachine: true,
}
const text = {
  attempt: attemptId('attempt-2'),
  from: LINE,
  to: CARE_WORKER,
  body: 'Anna is on her way – 9.20am. Ŵ & <b>',
  statusUrl: 'https://line.example/twilio/message-status/attempt-2',
  validSeconds: 900,
}

function carrierAt(baseUrl: string | undefined = BASE, more: { timeoutMs?: number; fallbackUrl?: string } = {}) {
  const log = listeningLog()
  const base = baseUrl === '' ? {} : { baseUrl }
  return {
    log,
    carrier: createTwilioCarrier({ accountSid: ACCOUNT, authToken: TOKEN, timeoutMs: 10_000, log, ...base, ...more }),
  }
}

beforeEach(() => nock.disableNetConnect())
afterEach(() => {
  nock.cleanAll()
  nock.enableNetConnect()
  vi.unstubAllEnvs()
})

describe('what is sent', () => {
  it('a call, with every callback it needs', async () => {
    let sent = new URLSearchParams()
    let signedIn = ''
    nock(BASE)
      .post(CALLS)
      .reply(201, function (_uri, body) {
        sent = new URLSearchParams(typeof body === 'string' ? body : '')
        signedIn = String(this.req.headers['authorization'])
        return { sid: CALL, status: 'queued' }
      })
    const answer = await carrierAt(BASE, { fallbackUrl: 'https://line.example/twilio/fallback' }).carrier.placeCall(
      ring,
    )
    expect(answer).toEqual({ kind: 'accepted', providerId: CALL })
    expect([...sent]).toEqual([
      ['To', CARE_WORKER],
      ['From', LINE],
      ['Method', 'POST'],
      ['FallbackUrl', 'https://line.example/twilio/fallback'],
      ['FallbackMethod', 'POST'],
      ['StatusCallback', ring.statusUrl],
      ['StatusCallbackEvent', 'initiated'],
      ['StatusCallbackEvent', 'ringing'],
      ['StatusCallbackEvent', 'answered'],
      ['StatusCallbackEvent', 'completed'],
      ['StatusCallbackMethod', 'POST'],
      ['Timeout', '25'],
      ['MachineDetection', 'Enable'],
      ['AsyncAmd', 'true'],
      ['AsyncAmdStatusCallback', ring.machineUrl],
      ['AsyncAmdStatusCallbackMethod', 'POST'],
      ['Url', ring.answerUrl],
    ])
    expect(signedIn).toBe(`Basic ${Buffer.from(`${ACCOUNT}:${TOKEN}`).toString('base64')}`)
  })

  it('no machine is looked for where none is wanted, and the ringing has its bounds', async () => {
    let sent = new URLSearchParams()
    nock(BASE)
      .post(CALLS, (body: Record<string, string>) => ((sent = new URLSearchParams(body)), true))
      .reply(201, { sid: CALL })
    await carrierAt().carrier.placeCall({ ...ring, detectMachine: false, ringSeconds: 2 })
    expect(sent.get('Timeout')).toBe('5')
    expect([...sent.keys()].filter((each) => /machine|amd/i.test(each))).toEqual([])
  })

  it('a text, with the words as they are and the time for which they are true', async () => {
    let sent: unknown
    nock(BASE)
      .post(MESSAGES, (body: unknown) => ((sent = body), true))
      .reply(201, { sid: MESSAGE, status: 'queued' })
    expect(await carrierAt().carrier.sendText(text)).toEqual({ kind: 'accepted', providerId: MESSAGE })
    expect(sent).toEqual({
      To: CARE_WORKER,
      From: LINE,
      Body: text.body,
      StatusCallback: text.statusUrl,
      ValidityPeriod: '900',
    })
  })

  it.each([
    [0, '1'],
    [99_999, '36000'],
  ])('a text valid for %i s stays within what the carrier takes', async (validSeconds, period) => {
    const scope = nock(BASE)
      .post(MESSAGES, (body: Record<string, string>) => body['ValidityPeriod'] === period)
      .reply(201, { sid: MESSAGE })
    await carrierAt().carrier.sendText({ ...text, validSeconds })
    expect(scope.isDone()).toBe(true)
  })

  it.each([
    ['http://carrier.example/', 'http://carrier.example', ''],
    ['http://127.0.0.1:4010', 'http://127.0.0.1:4010', ''],
    ['http://carrier.example/stand-in/', 'http://carrier.example', '/stand-in'],
  ])('goes to %s', async (baseUrl, origin, path) => {
    const scope = nock(origin)
      .post(path + CALLS)
      .reply(201, { sid: CALL })
    await carrierAt(baseUrl).carrier.placeCall(ring)
    expect(scope.isDone()).toBe(true)
  })

  it('goes to the carrier itself without another address, and the environment bends nothing', async () => {
    vi.stubEnv('TWILIO_EDGE', 'sydney')
    vi.stubEnv('TWILIO_REGION', 'au1')
    const printed = vi.spyOn(console, 'log')
    vi.stubEnv('TWILIO_LOG_LEVEL', 'debug')
    const scope = nock('https://api.twilio.com').post(CALLS).reply(201, { sid: CALL })
    expect(await carrierAt('').carrier.placeCall(ring)).toEqual({ kind: 'accepted', providerId: CALL })
    expect(scope.isDone()).toBe(true)
    expect(printed).not.toHaveBeenCalled()
    printed.mockRestore()
  })
})

describe('what a send came to', () => {
  const refusal = (code: number) => ({
    code,
    message: `The number ${CARE_WORKER} ...`,
    more_info: 'https://x',
    status: 400,
  })
  const rfc9457 = (status: number, code: number) => ({
    type: 'https://x',
    title: 'Bad',
    status,
    code,
    detail: `no ${CARE_WORKER}`,
  })

  it.each<[string, number, nock.Body, object]>([
    ['stopped', 400, refusal(21610), { kind: 'refused', code: 21610, why: 'stopped' }],
    ['no such number', 400, refusal(21211), { kind: 'refused', code: 21211, why: 'unreachable' }],
    ['no mobile', 400, refusal(21614), { kind: 'refused', code: 21614, why: 'landline' }],
    ['cannot be rung', 400, refusal(13224), { kind: 'refused', code: 13224, why: 'unreachable' }],
    ['no permission for the country', 400, refusal(21215), { kind: 'refused', code: 21215, why: 'not-allowed' }],
    ['an unheard-of code', 400, refusal(29_999), { kind: 'refused', code: 29_999, why: 'failed' }],
    ['RFC 9457', 400, rfc9457(400, 21211), { kind: 'refused', code: 21211, why: 'unreachable' }],
    ['RFC 9457, code 0', 403, rfc9457(403, 0), { kind: 'refused', code: undefined, why: 'failed' }],
    ['a wrong token', 401, refusal(20003), { kind: 'refused', code: 20003, why: 'failed' }],
    ['a refusal in HTML', 403, '<h1>Forbidden</h1>', { kind: 'refused', code: undefined, why: 'failed' }],
    ['too many requests', 429, refusal(20429), { kind: 'busy', retryAfterSeconds: 1 }],
    ['too many requests, in HTML', 429, '<h1>Slow down</h1>', { kind: 'busy', retryAfterSeconds: 1 }],
    ['too many calls at once', 400, refusal(10004), { kind: 'busy', retryAfterSeconds: 1 }],
    [
      'a fault of the carrier',
      500,
      { code: 20500, message: 'x' },
      { kind: 'unknown', why: 'the carrier answered 500' },
    ],
    ['a fault in HTML', 500, '<h1>Oops</h1>', { kind: 'unknown', why: 'the carrier answered 500' }],
    ['a gateway without a carrier', 502, '', { kind: 'unknown', why: 'the carrier answered 502' }],
    ['a carrier not there', 503, rfc9457(503, 20503), { kind: 'unknown', why: 'the carrier answered 503' }],
    ['a request that took too long', 408, '', { kind: 'unknown', why: 'the carrier answered 408' }],
    ['a way elsewhere', 302, '', { kind: 'unknown', why: 'the carrier answered 302' }],
    [
      'HTML instead of JSON',
      200,
      '<html>Welcome to the guest network</html>',
      { kind: 'unknown', why: 'the answer was not JSON' },
    ],
    ['nothing at all', 201, '', { kind: 'unknown', why: 'the answer was not JSON' }],
    ['JSON without an id', 201, { status: 'queued' }, { kind: 'unknown', why: 'the answer had no id' }],
    ['JSON that is nothing', 201, 'null', { kind: 'unknown', why: 'the answer was not understood' }],
  ])('%s (%i)', async (_, status, body, expected) => {
    nock(BASE).post(CALLS).reply(status, body)
    nock(BASE).post(MESSAGES).reply(status, body)
    const { carrier } = carrierAt()
    expect(await carrier.placeCall(ring)).toEqual(expected)
    expect(await carrier.sendText(text)).toEqual(expected)
    expect(nock.isDone()).toBe(true)
  })

  it.each([
    ['7', 7],
    ['0', 1],
    ['86400', 60],
    ['Wed, 21 Oct 2026 07:28:00 GMT', 1],
  ])('too many requests, ask again after "%s"', async (after, retryAfterSeconds) => {
    nock(BASE).post(CALLS).reply(429, refusal(20429), { 'Retry-After': after })
    expect(await carrierAt().carrier.placeCall(ring)).toEqual({ kind: 'busy', retryAfterSeconds })
  })

  it.each([
    ['ECONNRESET', undefined, { kind: 'unknown', why: 'the connection broke' }],
    ['EPIPE', 'write', { kind: 'unknown', why: 'the connection broke' }],
    ['ETIMEDOUT', 'read', { kind: 'unknown', why: 'no answer in time' }],
    ['ETIMEDOUT', 'connect', { kind: 'busy', retryAfterSeconds: 5 }],
    ['ECONNREFUSED', 'connect', { kind: 'busy', retryAfterSeconds: 5 }],
    ['ENOTFOUND', 'getaddrinfo', { kind: 'busy', retryAfterSeconds: 5 }],
    ['EAI_AGAIN', 'getaddrinfo', { kind: 'busy', retryAfterSeconds: 5 }],
    ['ENETUNREACH', 'connect', { kind: 'busy', retryAfterSeconds: 5 }],
    ['CERT_HAS_EXPIRED', undefined, { kind: 'busy', retryAfterSeconds: 5 }],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', undefined, { kind: 'busy', retryAfterSeconds: 5 }],
  ])('the network says %s (%s)', async (code, syscall, expected) => {
    const error = Object.assign(new Error(`${code} for ${CARE_WORKER}`), {
      code,
      ...(syscall === undefined ? {} : { syscall }),
    })
    nock(BASE).post(CALLS).replyWithError(error)
    expect(await carrierAt().carrier.placeCall(ring)).toEqual(expected)
  })
})

describe('on a real connection', () => {
  type Behaviour = Parameters<typeof createServer>[1]

  async function against(behaviour: Behaviour, timeoutMs: number) {
    nock.enableNetConnect('127.0.0.1')
    let requests = 0
    const server = createServer((request, response) => {
      requests += 1
      behaviour?.(request, response)
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    const { port } = server.address() as AddressInfo
    try {
      return { answer: await carrierAt(`http://127.0.0.1:${port}`, { timeoutMs }).carrier.placeCall(ring), requests }
    } finally {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    }
  }

  it.each<[string, number, Behaviour, string]>([
    ['no answer', 300, () => {}, 'no answer in time'],
    ['a connection cut before the answer', 10_000, (request) => void request.socket.destroy(), 'the connection broke'],
    [
      'a connection cut within the answer',
      10_000,
      (request, response) => {
        response.writeHead(201, { 'Content-Length': 1_000 })
        response.write('{"sid":', () => request.socket.destroy())
      },
      'the answer broke off',
    ],
  ])('%s is in doubt, and asked once only', async (_, timeoutMs, behaviour, why) => {
    const { answer, requests } = await against(behaviour, timeoutMs)
    expect(answer).toEqual({ kind: 'unknown', why })
    // on a busy machine the short timeout may end before the server looks
    expect(requests).toBeLessThanOrEqual(1)
  })

  it('too many requests is asked once only: who goes next is not the SDK’s to say', async () => {
    const { requests } = await against((_, response) => void response.writeHead(429).end('{"code":20429}'), 10_000)
    expect(requests).toBe(1)
  })

  it('nobody listening is no doubt', async () => {
    nock.enableNetConnect('127.0.0.1')
    const server = createServer()
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    const { port } = server.address() as AddressInfo
    await new Promise((closed) => server.close(closed))
    expect(await carrierAt(`http://127.0.0.1:${port}`).carrier.placeCall(ring)).toEqual({
      kind: 'busy',
      retryAfterSeconds: 5,
    })
  })
})

describe('taking a call back', () => {
  it.each<[string, [number, object], [number, object] | undefined, string]>([
    ['queued', [200, { sid: CALL, status: 'canceled' }], undefined, 'cancelled'],
    ['answered by now', [200, { sid: CALL, status: 'in-progress' }], undefined, 'too-late'],
    ['over by now', [200, { sid: CALL, status: 'no-answer' }], undefined, 'too-late'],
    ['being taken back', [200, { sid: CALL, status: 'queued' }], [200, { sid: CALL, status: 'canceled' }], 'cancelled'],
    ['still ringing', [200, { sid: CALL, status: 'ringing' }], [200, { sid: CALL, status: 'ringing' }], 'unknown'],
    ['ended and closed', [400, { code: 21220, message: 'x' }], undefined, 'too-late'],
    ['not there', [404, { code: 20404, message: 'x' }], undefined, 'unknown'],
    ['not ours to say', [401, { code: 20003, message: 'x' }], undefined, 'unknown'],
    ['not answered', [500, {}], undefined, 'unknown'],
  ])('%s', async (_, asked, looked, expected) => {
    nock(BASE)
      .post(ONE_CALL, { Status: 'canceled' })
      .reply(...asked)
    if (looked !== undefined)
      nock(BASE)
        .get(ONE_CALL)
        .reply(...looked)
    expect(await carrierAt().carrier.cancelCall(CALL)).toBe(expected)
    expect(nock.isDone()).toBe(true)
  })

  it('a call is ended, and one that is over already is no fault', async () => {
    nock(BASE).post(ONE_CALL, { Status: 'completed' }).reply(200, { sid: CALL, status: 'completed' })
    nock(BASE).post(ONE_CALL, { Status: 'completed' }).reply(400, { code: 21220, message: 'x' })
    nock(BASE).post(ONE_CALL, { Status: 'completed' }).reply(503, {})
    const { carrier } = carrierAt()
    await carrier.endCall(CALL)
    await carrier.endCall(CALL)
    await expect(carrier.endCall(CALL)).rejects.toThrow(CarrierFault)
  })
})

describe('looking up', () => {
  const since = Date.UTC(2026, 10, 23, 7, 0, 0)
  const created = 'Mon, 23 Nov 2026 07:00:01 +0000'
  const earlier = 'Mon, 23 Nov 2026 06:58:30 +0000'
  const listed = (sid: string, more: object) => ({
    sid,
    from: LINE,
    to: CARE_WORKER,
    status: 'queued',
    date_created: created,
    ...more,
  })

  it('calls, by number and time, queued ones included', async () => {
    nock(BASE)
      .get(CALLS)
      .query({ To: CARE_WORKER, From: LINE, PageSize: '50' })
      .reply(200, {
        calls: [
          listed('CA1', { start_time: null }),
          listed('CA2', { date_created: earlier }),
          listed('CA3', { to: LINE }),
        ],
      })
    expect(await carrierAt().carrier.findCalls({ from: LINE, to: CARE_WORKER, since })).toEqual([
      { providerId: 'CA1', state: 'placed', at: since + 1_000 },
    ])
  })

  it('texts, by number, words and time', async () => {
    nock(BASE)
      .get(MESSAGES)
      .query({ To: CARE_WORKER, From: LINE, PageSize: '50' })
      .reply(200, {
        messages: [
          listed('SM1', { body: text.body, status: 'undelivered', error_code: 30003 }),
          listed('SM2', { body: 'Something else' }),
          listed('SM3', { body: text.body, date_created: earlier }),
        ],
      })
    expect(await carrierAt().carrier.findTexts({ from: LINE, to: CARE_WORKER, body: text.body, since })).toEqual([
      { providerId: 'SM1', state: 'ended', outcome: 'switched-off', code: 30003, at: since + 1_000 },
    ])
  })

  it('an entry without a readable time is not lost', async () => {
    nock(BASE)
      .get(CALLS)
      .query(true)
      .reply(200, { calls: [listed('CA1', { date_created: 'soon' }), listed('CA2', { date_created: null })] })
    const found = await carrierAt().carrier.findCalls({ from: LINE, to: CARE_WORKER, since })
    expect(found.map(({ providerId, at }) => [providerId, at])).toEqual([
      ['CA1', since],
      ['CA2', since],
    ])
  })

  it('one call and one text, and what is not there', async () => {
    nock(BASE).get(ONE_CALL).reply(200, { sid: CALL, status: 'busy' })
    nock(BASE).get(ONE_MESSAGE).reply(200, { sid: MESSAGE, status: 'sent', error_code: null })
    nock(BASE).get(ONE_CALL).reply(404, { code: 20404, message: 'x' })
    const { carrier } = carrierAt()
    expect(await carrier.fetchState('call', CALL)).toEqual({ providerId: CALL, state: 'ended', outcome: 'engaged' })
    expect(await carrier.fetchState('text', MESSAGE)).toEqual({
      providerId: MESSAGE,
      state: 'in-progress',
      outcome: 'sent',
    })
    expect(await carrier.fetchState('call', CALL)).toBeUndefined()
  })

  it.each([500, 401, 429])(
    'a question answered %i is a fault that says what to do, and whom it concerns not',
    async (status) => {
      nock(BASE)
        .get(CALLS)
        .query(true)
        .reply(status, { code: 20003, message: `no ${CARE_WORKER}` })
      const asked = carrierAt().carrier.findCalls({ from: LINE, to: CARE_WORKER, since })
      const fault: unknown = await asked.catch((error: unknown) => error)
      expect(fault).toBeInstanceOf(CarrierFault)
      expect(String(fault)).toMatch(/could not be asked to list calls: .*lateline doctor/)
      expect(String(fault)).not.toMatch(/\d{6}/)
    },
  )
})

describe('the account', () => {
  const account = `/2010-04-01/Accounts/${ACCOUNT}.json`
  const numbers = `/2010-04-01/Accounts/${ACCOUNT}/IncomingPhoneNumbers.json`

  it('is told with its limits and lines', async () => {
    nock(BASE).get(account).reply(200, { sid: ACCOUNT, status: 'active', type: 'Trial' })
    nock(BASE)
      .get('/v1/CustomerProfiles')
      .query(true)
      .reply(200, { results: [], meta: { key: 'results' } })
    nock(BASE)
      .get(numbers)
      .query(true)
      .reply(200, {
        incoming_phone_numbers: [
          {
            phone_number: LINE,
            capabilities: { voice: true, sms: false },
            voice_url: 'https://line.example/twilio/voice',
            sms_url: '',
          },
        ],
      })
    expect(await carrierAt().carrier.limits()).toEqual({
      status: 'active',
      trial: true,
      businessProfileApproved: false,
      lines: [
        {
          number: LINE,
          calls: true,
          texts: false,
          callUrl: 'https://line.example/twilio/voice',
          callFallbackUrl: '',
          callStatusUrl: '',
          textUrl: '',
          textFallbackUrl: '',
        },
      ],
    })
  })

  it('is told without what a stand-in does not know', async () => {
    nock(BASE).get(account).reply(200, { sid: ACCOUNT, status: 'active', type: 'Full' })
    nock(BASE).get(numbers).query(true).reply(200, { incoming_phone_numbers: [] })
    nock(BASE).get('/v1/CustomerProfiles').query(true).reply(404, '<h1>Not here</h1>')
    expect(await carrierAt().carrier.limits()).toEqual({
      status: 'active',
      trial: false,
      businessProfileApproved: undefined,
      lines: [],
    })
  })

  it('that cannot be read is a fault', async () => {
    nock(BASE).get(/.*/).times(3).reply(401, { code: 20003, message: 'x' })
    await expect(carrierAt().carrier.limits()).rejects.toThrow(
      'The carrier could not be asked to read the account: it answered 401, code 20003.',
    )
  })

  it('must be named as the carrier names accounts', () => {
    const settings = { accountSid: 'SK123', authToken: TOKEN, timeoutMs: 1, log: listeningLog() }
    expect(() => createTwilioCarrier(settings)).toThrow('accountSid must start with AC')
  })
})

describe('the log', () => {
  it.each([
    [400, { code: 21610, message: `${CARE_WORKER} ${text.body}` }],
    [401, { code: 20003, message: `${CARE_WORKER} ${text.body}` }],
    [500, `<p>${CARE_WORKER} ${text.body}</p>`],
    [200, `<p>${CARE_WORKER} ${text.body}</p>`],
  ])('of a send answered %i names the attempt, and no number, word or token', async (status, body) => {
    nock(BASE).post(CALLS).reply(status, body)
    nock(BASE).post(MESSAGES).reply(status, body)
    const { carrier, log } = carrierAt()
    await carrier.placeCall(ring)
    await carrier.sendText(text)
    const lines = log.lines.join('\n')
    expect(log.lines).toHaveLength(2)
    expect(lines).toContain('attempt-1')
    for (const secret of [CARE_WORKER, LINE, '7700', 'Anna', TOKEN]) expect(lines).not.toContain(secret)
  })

  it.each([21215, 21408])('does not cry for the whole account when one country is not allowed (%i)', async (code) => {
    nock(BASE).post(MESSAGES).reply(403, { code, message: 'x' })
    const { carrier, log } = carrierAt()
    expect(await carrier.sendText(text)).toEqual({ kind: 'refused', code, why: 'not-allowed' })
    expect(log.lines.join()).toContain('refused a text')
    expect(log.lines.join()).not.toContain('doctor')
  })

  it('says what to do when the account itself is refused', async () => {
    nock(BASE).post(CALLS).reply(401, { code: 20003, message: 'x' })
    const { carrier, log } = carrierAt()
    await carrier.placeCall(ring)
    expect(log.lines.join()).toContain('run \\"lateline doctor\\" now')
  })
})
