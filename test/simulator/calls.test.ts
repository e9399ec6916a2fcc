import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { anna, doris, frank, lineNumber, setStage, type Stage } from './stage.ts'

let stage: Stage
beforeEach(async () => {
  stage = await setStage()
})
afterEach(async () => {
  await stage.close()
})

const events = ['initiated', 'ringing', 'answered', 'completed']

function call(to: string, more: object = {}) {
  return stage.client.calls.create({
    to,
    from: lineNumber,
    url: `${stage.programUrl}/doc`,
    statusCallback: `${stage.programUrl}/status`,
    statusCallbackEvent: events,
    ...more,
  })
}
const statuses = () => stage.forms('/status').map((form) => form['CallStatus'])

describe('a call that is answered', () => {
  it('goes through every status, speaks, and ends with its duration', async () => {
    stage.script['/doc'] = '<Response><Say>This is Quillbrook Home Care calling</Say></Response>'
    const created = await call(doris, { timeout: 30 })
    expect(created.sid).toMatch(/^CA[0-9a-f]{32}$/)
    expect(created.status).toBe('queued')
    await stage.settled()
    expect((await stage.handset(doris)).call).toMatchObject({
      id: created.sid,
      direction: 'in',
      with: lineNumber,
      state: 'ringing',
    })
    await stage.post(`/simulator/handsets/${doris}/answer`)
    await stage.settled()
    expect((await stage.handset(doris)).call).toMatchObject({
      state: 'up',
      said: [{ by: 'line', text: 'This is Quillbrook Home Care calling' }],
    })
    await stage.advance(10)
    expect(statuses()).toEqual(['initiated', 'ringing', 'in-progress', 'completed'])
    expect(stage.forms('/status').at(-1)).toMatchObject({
      CallSid: created.sid,
      CallDuration: '3',
      SequenceNumber: '3',
      Direction: 'outbound-api',
      CallbackSource: 'call-progress-events',
      To: doris,
      From: lineNumber,
    })
    expect(stage.forms('/status')[0]?.['Timestamp']).toBe('Mon, 23 Nov 2026 09:00:00 +0000')
    expect(stage.heard.every((each) => each.signed)).toBe(true)
    const fetched = await stage.client.calls(created.sid).fetch()
    expect(fetched).toMatchObject({ status: 'completed', duration: '3' })
    expect((await stage.handset(doris)).pastCalls).toHaveLength(1)
  })

  it('only tells of the end when no events were asked for', async () => {
    await stage.client.calls.create({
      to: doris,
      from: lineNumber,
      twiml: '<Response><Hangup/></Response>',
      statusCallback: `${stage.programUrl}/status`,
    })
    await stage.settled()
    await stage.post(`/simulator/handsets/${doris}/answer`)
    await stage.settled()
    expect(statuses()).toEqual(['completed'])
  })
})

describe('a call that nobody takes', () => {
  it.each([
    ['never-answers', ['initiated', 'ringing', 'no-answer']],
    ['engaged', ['initiated', 'busy']],
    ['switched-off', ['initiated', 'no-answer']],
  ])('%s: %j', async (behaviour, expected) => {
    await stage.post(`/simulator/handsets/${doris}/behaviour`, { behaviour })
    await call(doris, { timeout: 20 })
    await stage.settled()
    await stage.advance(25)
    expect(statuses()).toEqual(expected)
    expect(stage.forms('/doc')).toEqual([])
    expect(stage.forms('/status').at(-1)).toMatchObject({ CallDuration: '0' })
  })

  it('is busy while the handset is in another call, and when it is declined', async () => {
    await call(doris)
    await stage.settled()
    await stage.client.calls.create({
      to: doris,
      from: lineNumber,
      url: `${stage.programUrl}/doc`,
      statusCallback: `${stage.programUrl}/second`,
    })
    await stage.advance(1)
    expect(stage.forms('/second').map((form) => form['CallStatus'])).toEqual(['busy'])
    await stage.post(`/simulator/handsets/${doris}/hang-up`)
    await stage.settled()
    expect(statuses().at(-1)).toBe('busy')
  })

  it('is cancelled while it still waits for its slot, and then never rings', async () => {
    await call(frank)
    const second = await call(doris)
    expect((await stage.client.calls(second.sid).update({ status: 'canceled' })).status).toBe('canceled')
    await stage.advance(30)
    expect((await stage.handset(doris)).pastCalls).toEqual([])
    expect(
      stage
        .forms('/status')
        .filter((form) => form['CallSid'] === second.sid)
        .map((form) => form['CallStatus']),
    ).toEqual(['canceled'])
  })
})

describe('the voicemail', () => {
  beforeEach(async () => {
    await stage.post(`/simulator/handsets/${doris}/behaviour`, { behaviour: 'voicemail' })
  })

  it('greets, sounds its tone and keeps what is said after it', async () => {
    stage.script['/doc'] =
      '<Response><Say>This is Quillbrook Home Care.</Say><Pause length="8"/><Say>Please ring us back.</Say></Response>'
    await call(doris, {
      machineDetection: 'Enable',
      asyncAmd: 'true',
      asyncAmdStatusCallback: `${stage.programUrl}/amd`,
    })
    await stage.settled()
    await stage.advance(14)
    expect(statuses().at(-1)).toBe('ringing')
    await stage.advance(60)
    expect(statuses()).toEqual(events.map((each) => (each === 'answered' ? 'in-progress' : each)))
    expect(stage.forms('/amd')).toMatchObject([{ AnsweredBy: 'machine_start' }])
    const [past] = (await stage.handset(doris)).pastCalls
    expect(past?.recorded).toBe('Please ring us back.')
    expect(past?.said.map((said) => said.by)).toEqual(['handset', 'line', 'line'])
  })

  it('keeps the document waiting for the tone when detection is synchronous', async () => {
    stage.script['/doc'] = '<Response><Say>Hello there</Say></Response>'
    await call(doris, { machineDetection: 'DetectMessageEnd' })
    await stage.settled()
    await stage.advance(120)
    expect(stage.forms('/doc')).toMatchObject([{ AnsweredBy: 'machine_end_beep' }])
    expect((await stage.handset(doris)).pastCalls[0]?.recorded).toBe('Hello there')
  })

  it('a person who answers in time is a human', async () => {
    await call(doris, {
      machineDetection: 'Enable',
      asyncAmd: 'true',
      asyncAmdStatusCallback: `${stage.programUrl}/amd`,
    })
    await stage.settled()
    await stage.post(`/simulator/handsets/${doris}/answer`)
    stage.script['/doc'] = '<Response><Pause length="20"/></Response>'
    await stage.advance(5)
    expect(stage.forms('/amd')).toMatchObject([{ AnsweredBy: 'human' }])
  })
})

describe('calls that are changed while they are up', () => {
  it('are sent to another document, and hung up', async () => {
    stage.script['/doc'] = '<Response><Pause length="600"/></Response>'
    stage.script['/other'] = '<Response><Say>Something else</Say><Pause length="600"/></Response>'
    const { sid } = await call(anna)
    await stage.settled()
    await stage.post(`/simulator/handsets/${anna}/answer`)
    await stage.settled()
    await stage.client.calls(sid).update({ url: `${stage.programUrl}/other` })
    await stage.settled()
    expect((await stage.handset(anna)).call?.said.map((said) => said.text)).toEqual(['Something else'])
    await stage.client.calls(sid).update({ status: 'completed' })
    await stage.settled()
    expect(statuses().at(-1)).toBe('completed')
    await expect(stage.client.calls(sid).update({ status: 'completed' })).rejects.toMatchObject({
      code: 21220,
      status: 400,
    })
  })
})

describe('one call a second', () => {
  it('queues the rest, in order', async () => {
    for (const number of [anna, doris, frank]) await call(number)
    await stage.settled()
    const ringing = async () =>
      (await Promise.all([anna, doris, frank].map((number) => stage.handset(number)))).filter(
        (each) => each.call !== null,
      ).length
    expect(await ringing()).toBe(1)
    await stage.advance(1)
    expect(await ringing()).toBe(2)
    await stage.advance(1)
    expect(await ringing()).toBe(3)
  })

  it('or as many as the setting says', async () => {
    await stage.post('/simulator/carrier', { settings: { callsPerSecond: 100 } })
    for (const number of [anna, doris, frank]) await call(number)
    await stage.advance(0.02)
    expect((await stage.handset(frank)).call).not.toBeNull()
  })
})

describe('lists', () => {
  it('filter by number, status and time, newest first, and turn pages', async () => {
    const first = await call(anna)
    await stage.advance(3600)
    const second = await call(anna)
    const third = await call(doris)
    await stage.settled()
    const sids = async (filter: object) => (await stage.client.calls.list(filter)).map((each) => each.sid)
    expect(await sids({})).toEqual([third.sid, second.sid, first.sid])
    expect(await sids({ to: anna })).toEqual([second.sid, first.sid])
    expect(await sids({ to: anna, startTimeAfter: new Date(stage.now() - 60_000) })).toEqual([second.sid])
    expect(await sids({ startTimeBefore: new Date(stage.now() - 60_000) })).toEqual([first.sid])
    expect(await sids({ status: 'queued' })).toEqual([third.sid])
    expect(await sids({ pageSize: 1, limit: 3 })).toEqual([third.sid, second.sid, first.sid])
    const page = await stage.client.calls.page({ pageSize: 2 })
    expect(page.instances).toHaveLength(2)
    expect((await page.nextPage())?.instances.map((each) => each.sid)).toEqual([first.sid])
  })
})

describe('refusals', () => {
  it.each([
    ['no number', { to: '12' }, 21211],
    ['not a number of ours', { to: anna, from: '+441632960111' }, 21210],
    ['no drama number', { to: '+441134960001' }, 13224],
    ['no address', { to: anna, url: 'not an address' }, 21205],
  ])('%s', async (_name, wish, code) => {
    await expect(call('', wish)).rejects.toMatchObject({
      code,
      status: 400,
      moreInfo: `https://www.twilio.com/docs/errors/${code}`,
    })
  })

  it('knows who asks', async () => {
    const { twilioClient, accountSid } = await import('./stage.ts')
    await expect(twilioClient(stage.apiUrl, accountSid, 'wrong').calls.list()).rejects.toMatchObject({
      code: 20003,
      status: 401,
    })
    await expect(stage.client.calls(`CA${'0'.repeat(32)}`).fetch()).rejects.toMatchObject({ code: 20404, status: 404 })
  })
})
