import request from 'supertest'
import express from 'express'
import twilio from 'twilio'
import { describe, expect, it, vi } from 'vitest'
import {
  ACCOUNT,
  CALL,
  CARE_WORKER,
  LINE,
  MESSAGE,
  OLD_TOKEN,
  post,
  PUBLIC_URL,
  RING,
  TEXT,
  TOKEN,
  webhooksOver,
} from './support.ts'

const EMPTY = '<?xml version="1.0" encoding="UTF-8"?><Response/>'

describe('a text', () => {
  it('is stored once, answered with nothing, and announced', async () => {
    const { app, stored, woken } = webhooksOver()
    const answer = await post(app, '/twilio/sms', TEXT)
    expect(answer.status).toBe(200)
    expect(answer.type).toBe('text/xml')
    expect(answer.text).toBe(EMPTY)
    expect(stored).toEqual([
      {
        account: ACCOUNT,
        kind: 'text',
        providerId: MESSAGE,
        seq: 0,
        attempt: undefined,
        raw: TEXT,
        receivedAt: 1_000_000,
      },
    ])
    expect(woken).toEqual(['delivery-1'])
  })

  it('is answered the same and not announced again when it comes twice', async () => {
    const { app, stored, woken } = webhooksOver()
    await post(app, '/twilio/sms', TEXT)
    const again = await post(app, '/twilio/sms', TEXT)
    expect([again.status, again.text]).toEqual([200, EMPTY])
    expect(stored).toHaveLength(1)
    expect(woken).toHaveLength(1)
  })

  it('is answered before it is announced, whatever becomes of that', async () => {
    const { app, log } = webhooksOver({ wakeInbound: () => Promise.reject(new Error('queue away')) })
    expect((await post(app, '/twilio/sms', TEXT)).status).toBe(200)
    await vi.waitFor(() => expect(log.lines.join()).toContain('could not be announced'))
  })

  it('that cannot be stored is asked for again', async () => {
    const { app, woken } = webhooksOver({ storeDelivery: () => Promise.reject(new Error('database away')) })
    expect((await post(app, '/twilio/sms', TEXT)).status).toBe(503)
    expect(woken).toEqual([])
  })

  it('that takes too long to store is asked for again', async () => {
    const { app } = webhooksOver({ storeDelivery: () => new Promise(() => {}) }, { patienceMs: 5 })
    expect((await post(app, '/twilio/sms', TEXT)).status).toBe(503)
  })

  it('reaches us on the fallback address too', async () => {
    const { app, stored } = webhooksOver()
    expect((await post(app, '/twilio/fallback', TEXT)).status).toBe(200)
    expect(stored.map((each) => each.kind)).toEqual(['text'])
  })

  it.each([
    ['10 KB', 'late '.repeat(2_000)],
    ['control characters', 'LATE\u0001\u0007 20\u001B[31m'],
    ['a lone surrogate', 'LATE \uD800 20'],
    ['emoji and Welsh', 'Dw i’n hwyr 🚗 ŵ'],
    ['markup', '<Dial>+441632960000</Dial>&amp;'],
    ['nothing', ''],
  ])('of %s is kept', async (_, Body) => {
    const { app, stored } = webhooksOver()
    // the carrier signs what it sends, and no lone surrogate survives the form's encoding
    const sent = Buffer.from(Body).toString()
    expect((await post(app, '/twilio/sms', { ...TEXT, Body: sent })).status).toBe(200)
    expect(stored[0]?.raw['Body']).toBe(sent)
  })

  it('loses the character that no database keeps', async () => {
    const { app, stored } = webhooksOver()
    expect((await post(app, '/twilio/sms', { ...TEXT, Body: 'LATE\u0000 20' })).status).toBe(200)
    expect(stored[0]?.raw['Body']).toBe('LATE 20')
  })
})

describe('signatures', () => {
  const paths = [
    '/twilio/sms',
    '/twilio/voice',
    '/twilio/voice-flow/call-1/2',
    '/twilio/message-status/attempt-1',
    '/twilio/call-status/attempt-1',
    '/twilio/call-status/attempt-1?machine=1',
    '/twilio/call-status',
    '/twilio/fallback',
    '/twilio/fallback?next=2',
  ]
  const every = { ...TEXT, ...RING, MessageStatus: 'sent' }

  it.each(paths)('%s: this token and the one before it are both taken', async (path) => {
    for (const token of [TOKEN, OLD_TOKEN]) {
      expect((await post(webhooksOver().app, path, every, { token })).status).toBe(200)
    }
  })

  it.each(paths)('%s: unsigned, wrongly signed and changed are refused, and nothing is done', async (path) => {
    const { app, stored, received, taken } = webhooksOver()
    const unsigned = await request(app).post(path).type('form').send(every)
    const wrong = await post(app, path, every, { token: 'somebody-else' })
    const changed = await request(app)
      .post(path)
      .set('X-Twilio-Signature', twilio.getExpectedTwilioSignature(TOKEN, PUBLIC_URL + path, every))
      .type('form')
      .send({ ...every, Body: 'LATE 90' })
    const elsewhere = await post(app, path, every, { publicUrl: 'https://other.example' })
    expect([unsigned.status, wrong.status, changed.status, elsewhere.status]).toEqual([403, 403, 403, 403])
    expect([stored, received, taken]).toEqual([[], [], []])
  })

  it('a query that was added is refused, one that was signed is taken', async () => {
    const { app } = webhooksOver()
    const signature = twilio.getExpectedTwilioSignature(TOKEN, `${PUBLIC_URL}/twilio/sms`, TEXT)
    const added = await request(app)
      .post('/twilio/sms?x=1')
      .set('X-Twilio-Signature', signature)
      .type('form')
      .send(TEXT)
    expect(added.status).toBe(403)
    expect((await post(app, "/twilio/sms?name=O'Neil&q=%E2%82%AC", TEXT)).status).toBe(200)
  })

  it('an empty token signs nothing', async () => {
    const { app } = webhooksOver({}, { authTokens: [TOKEN, ''] })
    expect((await post(app, '/twilio/sms', TEXT, { token: '' })).status).toBe(403)
  })

  it('a public address that is none refuses instead of failing', async () => {
    const { app } = webhooksOver({}, { publicUrl: 'not an address' })
    expect((await post(app, '/twilio/sms', TEXT)).status).toBe(403)
  })

  it.each(['https://line.example/', 'https://line.example/lateline', 'https://line.example:8443/lateline/'])(
    'checks against %s whatever name the request came by',
    async (publicUrl) => {
      const { app, stored } = webhooksOver({}, { publicUrl })
      const base = publicUrl.replace(/\/$/, '')
      const signature = twilio.getExpectedTwilioSignature(TOKEN, `${base}/twilio/sms`, TEXT)
      const answer = await request(app)
        .post('/twilio/sms')
        .set({ 'X-Twilio-Signature': signature, Host: 'internal:3000', 'X-Forwarded-Host': 'evil.example' })
        .type('form')
        .send(TEXT)
      expect(answer.status).toBe(200)
      expect(stored).toHaveLength(1)
    },
  )

  it('holds where the program is mounted under a path', async () => {
    const { webhooks } = webhooksOver({}, { publicUrl: 'https://line.example/lateline' })
    const app = express().use('/lateline', webhooks.router)
    const signature = twilio.getExpectedTwilioSignature(TOKEN, 'https://line.example/lateline/twilio/sms', TEXT)
    const answer = await request(app)
      .post('/lateline/twilio/sms')
      .set('X-Twilio-Signature', signature)
      .type('form')
      .send(TEXT)
    expect(answer.status).toBe(200)
  })
})

describe('what cannot be read', () => {
  const form = 'application/x-www-form-urlencoded'
  it.each([
    ['JSON', 'application/json', '{"MessageSid":"SM2","From":"+447700900123"}'],
    ['a form that says it is text', 'text/plain', 'MessageSid=SM2&From=x'],
    ['another encoding', `${form}; charset=iso-8859-1`, 'MessageSid=SM2&From=x'],
    ['an encoding that is none', `${form}; charset=klingon`, 'MessageSid=SM2&From=x'],
    ['several parts', 'multipart/form-data; boundary=x', '--x--'],
    ['a broken escape', form, 'MessageSid=SM2&From=%2B44&Body=100%'],
    ['a broken escape in a name', form, 'MessageSid=SM2&From=x&Bo%ZZdy=1'],
    ['bytes that are no UTF-8', form, 'MessageSid=SM2&From=x&Body=%E9'],
    ['half a surrogate pair', form, 'MessageSid=SM2&From=x&Body=%ED%A0%80'],
    ['raw bytes', form, 'MessageSid=SM2&From=x&Body=é'],
    ['101 KB', form, `MessageSid=SM2&From=x&Body=${'a'.repeat(101 * 1024)}`],
    ['thousands of fields', form, 'a=1&'.repeat(5_000)],
  ])('%s is 400, and nothing is stored', async (_, type, body) => {
    const { app, stored } = webhooksOver()
    const answer = await request(app)
      .post('/twilio/sms')
      .set({ 'X-Twilio-Signature': 'abc', 'Content-Type': type })
      .send(body)
    expect(answer.status).toBe(400)
    expect(stored).toEqual([])
  })

  it('a packed body is 400', async () => {
    const { app } = webhooksOver()
    const answer = await request(app)
      .post('/twilio/sms')
      .set({ 'X-Twilio-Signature': 'abc', 'Content-Type': form, 'Content-Encoding': 'gzip' })
      .send('MessageSid=SM2')
    expect(answer.status).toBe(400)
  })

  it('no body at all is 400', async () => {
    expect((await request(webhooksOver().app).post('/twilio/sms').set('X-Twilio-Signature', 'abc')).status).toBe(400)
  })

  it('a broken address is 400', async () => {
    const path = '/twilio/voice-flow/%E0%A4%A/1'
    expect((await post(webhooksOver().app, path, RING)).status).toBe(400)
  })

  it.each([
    ['a text’s status without an id', '/twilio/message-status/a1', { MessageStatus: 'sent' }],
    ['a call’s status without a status', '/twilio/call-status/a1', { CallSid: CALL }],
  ])('%s is 400 although signed', async (_, path, fields) => {
    const { app, stored } = webhooksOver()
    expect((await post(app, path, fields as unknown as Record<string, string>)).status).toBe(400)
    expect(stored).toEqual([])
  })

  it.each([
    ['without an id', { From: CARE_WORKER, Body: 'x' }],
    ['without a sender', { MessageSid: MESSAGE, Body: 'x' }],
    ['with a strange id', { MessageSid: "SM'; --", From: CARE_WORKER, Body: 'x' }],
    ['with nothing at all', {}],
  ])('a signed text %s is kept, once: somebody wrote it', async (_, fields) => {
    const { app, stored } = webhooksOver()
    for (const path of ['/twilio/sms', '/twilio/sms']) {
      expect((await post(app, path, fields as Record<string, string>)).status).toBe(200)
    }
    expect(stored).toMatchObject([{ kind: 'text', raw: fields }])
    expect(stored[0]?.providerId).toMatch(/^[A-Za-z0-9-]{1,80}$/)
  })

  it.each([
    ['a call', '/twilio/voice', { From: CARE_WORKER, To: LINE }],
    ['a turn', '/twilio/voice-flow/c1/1', { Digits: '1', From: CARE_WORKER, To: LINE }],
  ])('%s without an id is led to a person', async (_, path, fields) => {
    const answer = await post(webhooksOver().app, path, fields)
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('<Dial')
  })

  it('names that every object has are fields like any other', async () => {
    const { app, stored } = webhooksOver()
    const odd = { constructor: 'x', toString: 'z', valueOf: '' }
    expect((await post(app, '/twilio/sms', { ...TEXT, ...odd })).status).toBe(200)
    expect(stored[0]?.raw).toEqual({ ...TEXT, ...odd })
  })

  it('only POST is ours', async () => {
    expect((await request(webhooksOver().app).get('/twilio/sms')).status).toBe(404)
  })

  it('a signed post to no address of ours is 404, unless a caller waits or somebody wrote something', async () => {
    const { app, stored } = webhooksOver()
    expect((await post(app, '/twilio/unheard-of', { MessageStatus: 'sent' })).status).toBe(404)
    expect(stored).toEqual([])
    expect((await post(app, '/twilio/unheard-of', TEXT)).status).toBe(200)
    expect(stored).toMatchObject([{ kind: 'text', raw: TEXT }])
    expect((await post(app, '/twilio/voice-flow/c1', RING)).text).toContain('<Dial')
  })
})

describe('callbacks', () => {
  it.each([
    ['accepted', 0],
    ['queued', 2],
    ['sent', 4],
    ['delivered', 6],
    ['undelivered', 8],
    ['failed', 9],
    ['constructor', 99],
  ])('a text’s status %s is kept with number %i', async (MessageStatus, seq) => {
    const { app, stored } = webhooksOver()
    await post(app, '/twilio/message-status/attempt-7', { MessageSid: MESSAGE, MessageStatus, ErrorCode: '30003' })
    expect(stored).toMatchObject([{ kind: 'text-status', providerId: MESSAGE, seq, attempt: 'attempt-7' }])
  })

  it('a call’s status has the carrier’s number', async () => {
    const { app, stored } = webhooksOver()
    const fields = { CallSid: CALL, CallStatus: 'ringing', SequenceNumber: '1', CallbackSource: 'call-progress-events' }
    await post(app, '/twilio/call-status/attempt-7', fields)
    await post(app, '/twilio/call-status/attempt-7', fields)
    await post(app, '/twilio/call-status/attempt-7', { ...fields, CallStatus: 'completed', SequenceNumber: '3' })
    expect(stored).toMatchObject([
      { kind: 'call-status', seq: 1, attempt: 'attempt-7' },
      { kind: 'call-status', seq: 3, attempt: 'attempt-7' },
    ])
  })

  it.each(['-1', 'x', '1e9', '99999999999'])('a strange number %s is not believed', async (SequenceNumber) => {
    const { app, stored } = webhooksOver()
    await post(app, '/twilio/call-status/attempt-7', { CallSid: CALL, CallStatus: 'completed', SequenceNumber })
    expect(stored).toMatchObject([{ seq: 1_004 }])
  })

  it('an incoming call’s status has no attempt', async () => {
    const { app, stored } = webhooksOver()
    await post(app, '/twilio/call-status', { ...RING, CallStatus: 'completed' })
    expect(stored).toMatchObject([{ kind: 'call-status', attempt: undefined }])
  })

  it('what answered is kept aside, by its address or for want of a status', async () => {
    const { app, stored } = webhooksOver()
    await post(app, '/twilio/call-status/a1?machine=1', { CallSid: CALL, AnsweredBy: 'machine_start' })
    await post(app, '/twilio/call-status/a2', { CallSid: `${CALL.slice(0, -1)}2`, AnsweredBy: 'human' })
    expect(stored.map(({ kind, attempt }) => [kind, attempt])).toEqual([
      ['machine', 'a1'],
      ['machine', 'a2'],
    ])
  })

  it('the end of a call that also names what answered is still the end of the call', async () => {
    const { app, stored } = webhooksOver()
    await post(app, '/twilio/call-status/a1', {
      CallSid: CALL,
      CallStatus: 'completed',
      AnsweredBy: 'human',
      SequenceNumber: '3',
    })
    expect(stored).toMatchObject([{ kind: 'call-status', seq: 3 }])
  })

  it('an address that no attempt can have does not lose the callback', async () => {
    const { app, stored } = webhooksOver()
    await post(app, '/twilio/message-status/%3Cscript%3E', { MessageSid: MESSAGE, MessageStatus: 'sent' })
    expect(stored).toMatchObject([{ attempt: undefined, providerId: MESSAGE }])
  })
})
