import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { anna, doris, frank, lineNumber, setStage, type Stage } from './stage.ts'

let stage: Stage
beforeEach(async () => {
  stage = await setStage()
})
afterEach(async () => {
  await stage.close()
})

const send = (to: string, more: object = {}) =>
  stage.client.messages.create({
    to,
    from: lineNumber,
    body: 'Your visit is now at 9.20am',
    statusCallback: `${stage.programUrl}/status`,
    ...more,
  })
const text = async (body: string, from = anna) => {
  const answer = await stage.post(`/simulator/handsets/${from}/text`, { to: '01632 960999', body })
  await stage.settled()
  return answer
}
const statuses = () => stage.forms('/status').map((form) => form['MessageStatus'])

describe('a text from the line', () => {
  it('arrives, and says so', async () => {
    const created = await send(anna)
    expect(created).toMatchObject({ status: 'queued', numSegments: '1', direction: 'outbound-api' })
    expect(created.sid).toMatch(/^SM[0-9a-f]{32}$/)
    await stage.settled()
    expect(statuses()).toEqual(['queued', 'sent', 'delivered'])
    expect(stage.forms('/status')[2]).toMatchObject({
      MessageSid: created.sid,
      SmsSid: created.sid,
      To: anna,
      RawDlrDoneDate: '2611230900',
    })
    expect((await stage.handset(anna)).messages).toMatchObject([
      { id: created.sid, direction: 'in', with: lineNumber, body: 'Your visit is now at 9.20am', status: 'delivered' },
    ])
    expect(stage.heard.every((each) => each.signed)).toBe(true)
  })

  it('to a landline is undelivered: 30006', async () => {
    const { sid } = await send(doris)
    await stage.settled()
    expect(statuses()).toEqual(['queued', 'sent', 'undelivered'])
    expect(stage.forms('/status')[2]).toMatchObject({ ErrorCode: '30006' })
    expect(await stage.client.messages(sid).fetch()).toMatchObject({ status: 'undelivered', errorCode: 30006 })
    expect((await stage.handset(doris)).messages).toEqual([])
  })

  it.each([
    ['after a while', {}, 30],
    ['sooner when it is valid for less', { validityPeriod: 10 }, 10],
  ])('to a phone that is switched off is given up %s: 30003', async (_name, more, seconds) => {
    await stage.post(`/simulator/handsets/${anna}/behaviour`, { behaviour: 'switched-off' })
    await send(anna, more)
    await stage.advance(seconds - 1)
    expect(statuses()).toEqual(['queued', 'sent'])
    await stage.advance(1)
    expect(stage.forms('/status')[2]).toMatchObject({ MessageStatus: 'undelivered', ErrorCode: '30003' })
  })

  it('to an unknown handset fails with the code that was asked for', async () => {
    await stage.post('/simulator/carrier', {
      faults: [{ on: 'delivery', kind: 'undelivered', errorCode: 30005, match: { to: anna } }],
    })
    await send(anna)
    await send(frank)
    await stage.advance(1)
    expect(
      stage
        .forms('/status')
        .map((form) => form['ErrorCode'])
        .filter(Boolean),
    ).toEqual(['30005'])
  })

  it('waits for its turn, and is given up when it is no longer valid', async () => {
    await stage.post('/simulator/carrier', { settings: { textsPerSecond: 0.5 } })
    await send(anna)
    await send(frank, { validityPeriod: 1 })
    await stage.settled()
    expect(stage.forms('/status').filter((form) => form['To'] === frank)).toMatchObject([{ MessageStatus: 'queued' }])
    await stage.advance(2)
    expect(stage.forms('/status').at(-1)).toMatchObject({ MessageStatus: 'failed', ErrorCode: '30036' })
  })

  it.each([
    ['nobody', { to: '' }, 21604],
    ['no number', { to: '123' }, 21211],
    ['a number that takes no texts', { to: '0808 157 0001' }, 21614],
    ['no drama number', { to: '+441134960001' }, 21408],
    ['not from a number of ours', { from: '+441632960111' }, 21606],
    ['no words', { body: '' }, 21602],
    ['too many words', { body: 'x'.repeat(1601) }, 21617],
    ['a callback nowhere', { statusCallback: 'nowhere' }, 21609],
  ])('is refused: %s', async (_name, more, code) => {
    await expect(send(anna, more)).rejects.toMatchObject({ code, status: 400 })
    expect(stage.heard).toEqual([])
  })

  it('can be listed, made unreadable and deleted', async () => {
    const first = await send(anna)
    await stage.advance(86_400)
    const second = await send(anna)
    await send(frank)
    await stage.settled()
    const sids = async (filter: object) => (await stage.client.messages.list(filter)).map((each) => each.sid)
    expect(await sids({ to: anna })).toEqual([second.sid, first.sid])
    expect(await sids({ to: anna, dateSent: new Date(stage.now()) })).toHaveLength(1)
    expect(await sids({ to: anna, dateSentAfter: new Date(stage.now() - 3_600_000) })).toEqual([second.sid])
    expect(await sids({ dateSentBefore: new Date(stage.now() - 3_600_000) })).toEqual([first.sid])
    expect((await stage.client.messages(first.sid).update({ body: '' })).body).toBe('')
    expect(await stage.client.messages(second.sid).remove()).toBe(true)
    expect(await sids({ to: anna })).toEqual([first.sid])
  })
})

describe('a text to the line', () => {
  it('reaches the program, signed; an empty answer sends nothing', async () => {
    stage.script['/sms'] = '<Response/>'
    expect((await text('LATE 20')).status).toBe(200)
    expect(stage.forms('/sms')).toMatchObject([
      { From: anna, To: lineNumber, Body: 'LATE 20', NumMedia: '0', NumSegments: '1', SmsStatus: 'received' },
    ])
    expect(stage.forms('/sms')[0]?.['MessageSid']).toMatch(/^SM[0-9a-f]{32}$/)
    expect(stage.heard[0]?.signed).toBe(true)
    expect((await stage.handset(anna)).messages).toMatchObject([
      { direction: 'out', body: 'LATE 20', status: 'received' },
    ])
    expect(stage.log().filter((entry) => entry.kind === 'text-in')).toEqual([])
  })

  it('carries any words unharmed', async () => {
    const words = 'Ünïcode & <b>markup</b> 100%\nsecond line ' + '☎'.repeat(3)
    await text(words)
    expect(stage.forms('/sms')[0]).toMatchObject({ Body: words, NumSegments: '1' })
    expect(stage.heard[0]?.signed).toBe(true)
  })

  it('is answered by documents and plain words', async () => {
    stage.script['/sms'] =
      '<Response><Message>One</Message><Message to="07700 900301"><Body>Two</Body></Message></Response>'
    await text('hello')
    expect((await stage.handset(anna)).messages.at(-1)).toMatchObject({ direction: 'in', body: 'One' })
    await stage.advance(1)
    expect((await stage.handset(frank)).messages).toMatchObject([{ body: 'Two' }])
    stage.script['/sms'] = { status: 200, type: 'text/plain', body: 'Plain words' }
    await text('hello')
    expect((await stage.handset(anna)).messages.at(-1)).toMatchObject({ body: 'Plain words' })
    await stage.advance(1)
    stage.script['/sms'] = '<Response><Redirect>/elsewhere</Redirect></Response>'
    stage.script['/elsewhere'] = '<Response><Message>From elsewhere</Message></Response>'
    await text('hello')
    expect((await stage.handset(anna)).messages.at(-1)).toMatchObject({ body: 'From elsewhere' })
  })

  it('goes to the fallback when the program fails', async () => {
    stage.script['/sms'] = { status: 500 }
    await text('LATE 20')
    expect(stage.forms('/fallback')).toMatchObject([{ Body: 'LATE 20', ErrorCode: '11200' }])
    stage.script['/sms'] = '<Response><Say>no</Say></Response>'
    await text('LATE 20')
    expect(stage.forms('/fallback')).toMatchObject([{}, { ErrorCode: '12200' }])
  })

  it.each(['STOP', 'stopall', ' Unsubscribe ', 'CANCEL', 'END', 'QUIT'])(
    '"%s" is answered by the carrier, reaches the program, and stops what is sent later',
    async (word) => {
      await text(word)
      expect(stage.forms('/sms')).toMatchObject([{ Body: word }])
      expect((await stage.handset(anna)).messages.at(-1)?.body).toContain('unsubscribed')
      await expect(send(anna)).rejects.toMatchObject({ code: 21610 })
      await text('START')
      expect((await send(anna)).status).toBe('queued')
    },
  )

  it.each(['START', 'YES', 'UNSTOP', 'HELP', 'INFO'])(
    '"%s" is answered by the carrier and reaches the program',
    async (word) => {
      await text(word)
      expect(stage.forms('/sms')).toMatchObject([{ Body: word }])
      expect((await stage.handset(anna)).messages).toHaveLength(2)
    },
  )

  it.each(['STOP please', 'cancel 14', 'yes I can'])('"%s" is a text like any other', async (words) => {
    await text(words)
    expect((await stage.handset(anna)).messages).toHaveLength(1)
  })

  it('cannot leave a landline, a dead phone, or go to a stranger', async () => {
    expect(await text('hello', doris)).toMatchObject({
      status: 409,
      body: { error: expect.stringContaining('landline') as unknown },
    })
    await stage.post(`/simulator/handsets/${anna}/behaviour`, { behaviour: 'switched-off' })
    expect(await text('hello')).toMatchObject({
      status: 409,
      body: { error: expect.stringContaining('switched off') as unknown },
    })
    const stranger = await stage.post(`/simulator/handsets/${frank}/text`, { to: doris, body: 'hello' })
    expect(stranger).toMatchObject({
      status: 409,
      body: { error: expect.stringContaining('01632 960999 (Quillbrook line)') as unknown },
    })
    expect(stage.heard).toEqual([])
  })
})
