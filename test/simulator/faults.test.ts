import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { anna, frank, lineNumber, setStage, twilioClient, accountSid, authToken, type Stage } from './stage.ts'

let stage: Stage
beforeEach(async () => {
  stage = await setStage()
})
afterEach(async () => {
  await stage.close()
})

const faults = (...list: object[]) => stage.post('/simulator/carrier', { faults: list })
const impatient = () => twilioClient(stage.apiUrl, accountSid, authToken, 150)
const call = (client = stage.client) =>
  client.calls.create({
    to: anna,
    from: lineNumber,
    url: `${stage.programUrl}/doc`,
    statusCallback: `${stage.programUrl}/status`,
    statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
  })
const statuses = () => stage.forms('/status').map((form) => form['CallStatus'])
const ringing = async () => (await stage.handset(anna)).call !== null

describe('a request whose answer never comes', () => {
  it('before it was accepted: nothing rings', async () => {
    await faults({ on: 'calls.create', kind: 'timeout-before' })
    await expect(call(impatient())).rejects.toMatchObject({ code: 'ECONNABORTED' })
    await stage.settled()
    expect(await ringing()).toBe(false)
    expect(await stage.client.calls.list()).toEqual([])
  })

  it('after it was accepted: the phone rings, and the list knows it', async () => {
    await faults({ on: 'calls.create', kind: 'timeout-after' })
    await expect(call(impatient())).rejects.toMatchObject({ code: 'ECONNABORTED' })
    await stage.settled()
    expect(await ringing()).toBe(true)
    expect(await stage.client.calls.list({ to: anna })).toHaveLength(1)
  })

  it('reset, with or without having been accepted', async () => {
    await faults({ on: 'calls.create', kind: 'reset' }, { on: 'calls.create', kind: 'reset', accepted: true })
    await expect(call()).rejects.toMatchObject({ code: 'ECONNRESET' })
    expect(await stage.client.calls.list()).toHaveLength(0)
    await expect(call()).rejects.toMatchObject({ code: 'ECONNRESET' })
    expect(await stage.client.calls.list()).toHaveLength(1)
  })

  it('slow: it comes when the time has passed', async () => {
    await faults({ on: 'messages.create', kind: 'slow', seconds: 5 })
    let answered = false
    const sending = stage.client.messages
      .create({ to: anna, from: lineNumber, body: 'x', statusCallback: `${stage.programUrl}/text` })
      .then(() => {
        answered = true
      })
    await expect.poll(() => stage.forms('/text').length).toBe(3)
    expect(answered).toBe(false)
    await stage.advance(5)
    await sending
    expect(answered).toBe(true)
  })
})

describe('a request that is refused', () => {
  it.each([
    ['429', { status: 429, code: 20429 }],
    ['500', { status: 500, code: 20500 }],
    ['503', { status: 503, code: 20503 }],
  ])('%s, and the next one works', async (kind, expected) => {
    await faults({ on: 'calls.create', kind })
    await expect(call()).rejects.toMatchObject(expected)
    expect((await call()).status).toBe('queued')
    expect(await stage.client.calls.list()).toHaveLength(1)
  })

  it('5xx may have been accepted all the same', async () => {
    await faults({ on: 'calls.create', kind: '500', accepted: true })
    await expect(call()).rejects.toMatchObject({ status: 500 })
    expect(await stage.client.calls.list()).toHaveLength(1)
  })

  it('with a page instead of JSON', async () => {
    await faults({ on: 'calls.list', kind: 'html' })
    await expect(stage.client.calls.list()).rejects.toThrow(/JSON|Unexpected|502/)
    expect(await stage.client.calls.list()).toEqual([])
  })

  it('while the carrier is out of order', async () => {
    await stage.post('/simulator/carrier', { settings: { down: true } })
    await expect(call()).rejects.toMatchObject({ status: 503 })
    expect(await stage.post(`/simulator/handsets/${anna}/ring`, { to: lineNumber })).toMatchObject({ status: 409 })
    await stage.post('/simulator/carrier', { settings: { down: false } })
    expect((await call()).status).toBe('queued')
  })

  it('only where it matches, and so many times', async () => {
    await faults({ on: 'rest', kind: '503', times: 2, match: { to: '07700 900301' } })
    await call()
    for (let n = 0; n < 2; n += 1)
      await expect(stage.client.messages.create({ to: frank, from: lineNumber, body: 'x' })).rejects.toMatchObject({
        status: 503,
      })
    expect((await stage.get('/simulator/carrier')).body).toMatchObject({ faults: [] })
    expect((await stage.client.messages.create({ to: frank, from: lineNumber, body: 'x' })).status).toBe('queued')
  })
})

describe('callbacks', () => {
  const ringAndHangUp = async () => {
    await call()
    await stage.settled()
    await stage.post(`/simulator/handsets/${anna}/hang-up`)
    await stage.settled()
  }

  it('doubled: the same one twice', async () => {
    await faults({ on: 'callback', kind: 'doubled', match: { status: 'ringing' } })
    await ringAndHangUp()
    expect(statuses()).toEqual(['initiated', 'ringing', 'ringing', 'busy'])
    const tokens = stage.heard.filter((each) => each.form['CallStatus'] === 'ringing').map((each) => each.token)
    expect(new Set(tokens).size).toBe(1)
  })

  it('lost: never', async () => {
    await faults({ on: 'callback', kind: 'lost', match: { status: 'busy' } })
    await ringAndHangUp()
    await stage.advance(3600)
    expect(statuses()).toEqual(['initiated', 'ringing'])
  })

  it('late: after the others', async () => {
    await faults({ on: 'callback', kind: 'late', seconds: 60, match: { status: 'ringing' } })
    await ringAndHangUp()
    expect(statuses()).toEqual(['initiated', 'busy'])
    await stage.advance(60)
    expect(statuses()).toEqual(['initiated', 'busy', 'ringing'])
    expect(stage.forms('/status').map((form) => form['SequenceNumber'])).toEqual(['0', '2', '1'])
  })

  it('out of order: the next one overtakes', async () => {
    await faults({ on: 'callback', kind: 'out-of-order', match: { status: 'ringing' } })
    await ringAndHangUp()
    expect(statuses()).toEqual(['initiated', 'busy', 'ringing'])
    await stage.advance(3600)
    expect(statuses()).toHaveLength(3)
  })

  it('out of order with nothing to overtake it: comes on its own in the end', async () => {
    await faults({ on: 'callback', kind: 'out-of-order', match: { status: 'busy' } })
    await ringAndHangUp()
    expect(statuses()).toEqual(['initiated', 'ringing'])
    await stage.advance(30)
    expect(statuses()).toEqual(['initiated', 'ringing', 'busy'])
  })

  it("before the API's own answer", async () => {
    await faults({ on: 'calls.create', kind: 'answer-after-callback' })
    const { sid } = await call()
    expect(stage.forms('/status').map((form) => [form['CallSid'], form['CallStatus']])).toEqual([
      [sid, 'initiated'],
      [sid, 'ringing'],
    ])
  })
})

describe('webhooks', () => {
  const text = async () => {
    await stage.post(`/simulator/handsets/${anna}/text`, { to: lineNumber, body: 'LATE 20' })
    await stage.settled()
  }
  const ring = async () => {
    stage.script['/voice'] = '<Response><Say>Hello</Say></Response>'
    await stage.post(`/simulator/handsets/${anna}/ring`, { to: lineNumber })
    await stage.settled()
  }

  it('doubled: one text, told twice; one call, told twice', async () => {
    await faults({ on: 'webhook', kind: 'doubled', times: 2 })
    await text()
    expect(new Set(stage.forms('/sms').map((form) => form['MessageSid'])).size).toBe(1)
    expect(stage.forms('/sms')).toHaveLength(2)
    await ring()
    expect(stage.forms('/voice')).toHaveLength(2)
    expect(await stage.heardOn(anna)).toEqual(['Hello'])
  })

  it('late: a text from long ago', async () => {
    await faults({ on: 'webhook', kind: 'late', seconds: 600 })
    await text()
    expect(stage.forms('/sms')).toEqual([])
    await stage.advance(600)
    expect(stage.forms('/sms')).toHaveLength(1)
  })

  it('lost: a text that never comes; a call that ends with the fallback', async () => {
    await faults({ on: 'webhook', kind: 'lost', times: 2 })
    await text()
    await stage.advance(3600)
    expect(stage.forms('/sms')).toEqual([])
    stage.script['/fallback'] = '<Response><Say>Please hold on</Say></Response>'
    await ring()
    await stage.advance(15)
    expect(stage.forms('/voice')).toEqual([])
    expect(await stage.heardOn(anna)).toEqual(['Please hold on'])
  })

  it.each([
    [10, 10, 'Hello', 0],
    [20, 15, 'Please hold on', 1],
  ])('slow by %d s: heard after %d s: %s', async (seconds, heardAfter, words, fallbacks) => {
    stage.script['/fallback'] = '<Response><Say>Please hold on</Say></Response>'
    await faults({ on: 'webhook', kind: 'slow', seconds })
    await ring()
    await stage.advance(heardAfter - 1)
    expect(await stage.heardOn(anna)).toEqual([])
    await stage.advance(1)
    expect(await stage.heardOn(anna)).toEqual([words])
    expect(stage.forms('/fallback')).toHaveLength(fallbacks)
  })

  it('are tried again where the address asks for it', async () => {
    let tries = 0
    stage.script['/doc'] = () => {
      tries += 1
      return tries < 3 ? { status: 500 } : '<Response><Say>Third time</Say></Response>'
    }
    await stage.client.calls.create({ to: anna, from: lineNumber, url: `${stage.programUrl}/doc#rc=2&rp=all` })
    await stage.settled()
    await stage.post(`/simulator/handsets/${anna}/answer`)
    await stage.settled()
    expect(await stage.heardOn(anna)).toEqual(['Third time'])
    expect(new Set(stage.heard.map((each) => each.token)).size).toBe(1)
    expect(stage.heard.every((each) => each.signed)).toBe(true)
  })
})

describe('a fault that cannot be', () => {
  it.each([
    [{ on: 'calls.create', kind: 'doubled' }, 'kind'],
    [{ on: 'callback', kind: '429' }, 'kind'],
    [{ on: 'the moon', kind: '429' }, 'on'],
    [{ on: 'callback', kind: 'lost', tmies: 2 }, 'tmies'],
  ])('%j is refused with a sentence', async (fault, named) => {
    const { status, body } = await faults(fault)
    expect(status).toBe(400)
    expect(body).toMatchObject({ error: expect.stringContaining(named) as unknown })
  })
})
