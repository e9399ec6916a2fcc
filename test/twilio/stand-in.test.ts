import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { attemptId } from '../../src/cellar/ids.ts'
import type { SpokenTurn } from '../../src/cellar/ports.ts'
import { createTwilioCarrier, type FullCarrier } from '../../src/twilio/client.ts'
import { readDelivery } from '../../src/twilio/deliveries.ts'
import { whichIsOurs } from '../../src/contact/which-is-ours.ts'
import { webAddresses, type WebAddresses } from '../../src/twilio/web-addresses.ts'
import { createWebhooks, type Delivery } from '../../src/twilio/webhooks.ts'
import { accountSid, anna, authToken, doris, frank, lineNumber, setStage, type Stage } from '../simulator/stage.ts'
import { call, listeningLog, number } from './support.ts'

/** Both faces of this room against the stand-in carrier: what one sends the other understands, over real HTTP. */
const FIRST = { call: call('call-1'), turn: 1 }
let stage: Stage
let carrier: FullCarrier
/** for what is never answered */
let impatient: FullCarrier
let addresses: WebAddresses
let stored: Delivery[]
let heard: object[]
let turns: Map<string, SpokenTurn>
let broken: boolean
let close: () => Promise<void>

beforeEach(async () => {
  stored = []
  heard = []
  turns = new Map()
  broken = false
  const app = express()
  const server = createServer(app)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  addresses = webAddresses(publicUrl)
  const turnAt = (at: string): SpokenTurn => {
    const turn = turns.get(at)
    if (broken || turn === undefined) throw new Error('The store is away.')
    return turn
  }
  const webhooks = createWebhooks({
    settings: { publicUrl, authTokens: [authToken], accountSid },
    acts: {
      storeDelivery: async (delivery) => {
        const { kind, providerId, seq } = delivery
        const known = stored.some((each) => each.kind === kind && each.providerId === providerId && each.seq === seq)
        if (!known) stored.push(delivery)
        return { fresh: !known, id: 'd' }
      },
      wakeInbound: () => {},
      receiveCall: async () => turnAt('in'),
      takeTurn: async (taken) => {
        heard.push(taken.heard)
        return turnAt(`${taken.call}/${taken.turn}`)
      },
      fallbackNumbers: async () => [number(anna), number(frank)],
    },
    clock: { now: () => stage.now() },
    log: listeningLog(),
  })
  app.use(webhooks.router)
  stage = await setStage({
    lines: [
      {
        number: lineNumber,
        name: 'Quillbrook line',
        smsUrl: addresses.inboundText,
        voiceUrl: addresses.inboundCall,
        statusCallback: addresses.inboundCallStatus,
        fallbackUrl: addresses.fallback,
      },
    ],
  })
  const carrierOf = (timeoutMs: number) =>
    createTwilioCarrier({
      accountSid,
      authToken,
      baseUrl: stage.apiUrl,
      timeoutMs,
      fallbackUrl: addresses.fallback,
      log: listeningLog(),
    })
  carrier = carrierOf(20_000)
  impatient = carrierOf(2_000)
  close = async () => {
    await stage.close()
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  }
})
afterEach(() => close())

const at = (handset: string, action: string, body?: unknown) =>
  stage.post(`/simulator/handsets/${encodeURIComponent(handset)}/${action}`, body).then(() => stage.settled())
const readings = () => stored.map(({ kind, raw }) => readDelivery(kind, raw))

function ring(to: string, detectMachine = false, by = carrier) {
  return by.placeCall({
    attempt: attemptId('attempt-1'),
    from: number(lineNumber),
    to: number(to),
    answerUrl: addresses.turn(FIRST),
    statusUrl: addresses.callStatus('attempt-1'),
    machineUrl: addresses.machine('attempt-1'),
    ringSeconds: 25,
    detectMachine,
  })
}

function text(to: string, body: string, by = carrier) {
  const ids = { attempt: attemptId('attempt-2'), statusUrl: addresses.textStatus('attempt-2') }
  return by.sendText({ ...ids, from: number(lineNumber), to: number(to), body, validSeconds: 600 })
}

const goodbye: SpokenTurn = {
  spoken: [{ say: 'Goodbye.', language: 'en-GB', slow: false, interruptible: true }],
  then: { kind: 'hang-up' },
}

describe('with the stand-in carrier', () => {
  it('a text comes in, and one goes out and arrives', async () => {
    await at(anna, 'text', { to: lineNumber, body: 'LATE 20' })
    const sent = await text(anna, 'Thank you. 9.20am it is – Ŵ')
    await stage.advance(5)
    const providerId = sent.kind === 'accepted' ? sent.providerId : 'none'
    expect(readings()).toMatchObject([
      { kind: 'text', from: anna, to: lineNumber, body: 'LATE 20' },
      ...readings()
        .slice(1, -1)
        .map(() => ({ kind: 'report', report: { providerId } })),
      { kind: 'report', report: { providerId, state: 'ended', outcome: 'delivered' } },
    ])
    expect(stored.slice(1).every((each) => each.attempt === 'attempt-2')).toBe(true)
    expect((await stage.handset(anna)).messages.at(-1)).toMatchObject({ body: 'Thank you. 9.20am it is – Ŵ' })
    expect(await carrier.fetchState('text', providerId)).toEqual({ providerId, state: 'ended', outcome: 'delivered' })
  })

  it('a call is answered, listens, hears a key and ends', async () => {
    turns.set('call-1/1', {
      spoken: [{ say: 'Do you need help?', language: 'en-GB', slow: true, interruptible: true }],
      then: { kind: 'listen', keys: 1, words: ['yes', 'no'], waitSeconds: 8, next: { ...FIRST, turn: 2 } },
    })
    turns.set('call-1/2', goodbye)
    await ring(doris)
    await stage.settled()
    await at(doris, 'answer')
    await at(doris, 'press', { digits: '#' })
    await stage.advance(10)
    expect(await stage.heardOn(doris)).toEqual(['Do you need help?', 'Goodbye.'])
    expect(heard).toEqual([{}, { digits: '#' }])
    const states = readings().map((each) => (each.kind === 'report' ? [each.report.state, each.report.outcome] : each))
    expect(states).toEqual([
      ['placed', undefined],
      ['ringing', undefined],
      ['in-progress', undefined],
      ['ended', 'answered'],
    ])
  })

  it('silence on a call is heard too', async () => {
    const next = { ...FIRST, turn: 2 }
    turns.set('call-1/1', { spoken: [], then: { kind: 'listen', keys: 1, words: [], waitSeconds: 8, next } })
    turns.set('call-1/2', goodbye)
    await ring(doris)
    await stage.settled()
    await at(doris, 'answer')
    await stage.advance(9)
    expect(heard).toEqual([{}, {}])
    expect(await stage.heardOn(doris)).toEqual(['Goodbye.'])
  })

  it('what answered is told aside from how the call ended', async () => {
    turns.set('call-1/1', { spoken: [{ pauseSeconds: 20 }], then: { kind: 'hang-up' } })
    await at(frank, 'behaviour', { behaviour: 'voicemail' })
    await ring(frank, true)
    await stage.advance(60)
    expect(readings().find((each) => each.kind === 'machine')).toMatchObject({ answeredBy: 'machine' })
    expect(readings().at(-1)).toMatchObject({ kind: 'report', report: { state: 'ended', outcome: 'answered' } })
  })

  it('a call still ringing is taken back, an answered one is not', async () => {
    turns.set('call-1/1', { spoken: [{ pauseSeconds: 30 }], then: { kind: 'hang-up' } })
    const first = await ring(doris)
    await stage.settled()
    expect(await carrier.cancelCall(first.kind === 'accepted' ? first.providerId : '')).toBe('cancelled')
    await stage.advance(2)
    const second = await ring(doris)
    await stage.settled()
    await at(doris, 'answer')
    expect(await carrier.cancelCall(second.kind === 'accepted' ? second.providerId : '')).toBe('too-late')
    expect(await carrier.cancelCall(`CA${'f'.repeat(32)}`)).toBe('unknown')
  })

  it.each(['timeout-after', 'reset', 'html', '500'])(
    'a send in doubt (%s) is found on the carrier’s list',
    async (kind) => {
      const faults = ['calls.create', 'messages.create'].map((on) => ({ on, kind, accepted: true }))
      await stage.post('/simulator/carrier', { faults })
      const since = stage.now()
      const by = kind === 'timeout-after' ? impatient : carrier
      expect(await ring(doris, false, by)).toMatchObject({ kind: 'unknown' })
      expect(await text(anna, 'She comes at 9.20am.', by)).toMatchObject({ kind: 'unknown' })
      const parties = { from: number(lineNumber), since }
      const calls = await carrier.findCalls({ ...parties, to: number(doris) })
      const texts = await carrier.findTexts({ ...parties, to: number(anna), body: 'She comes at 9.20am.' })
      expect(whichIsOurs(calls, { since, adopted: new Set() })?.providerId).toMatch(/^CA/)
      expect(whichIsOurs(texts, { since, adopted: new Set() })?.providerId).toMatch(/^SM/)
      expect(whichIsOurs(calls, { since, adopted: new Set(calls.map((each) => each.providerId)) })).toBeUndefined()
    },
  )

  it.each([
    ['429', { kind: 'busy' }],
    ['503', { kind: 'unknown' }],
    ['timeout-before', { kind: 'unknown' }],
  ])('a send that was not taken (%s) is not found', async (kind, answer) => {
    await stage.post('/simulator/carrier', { faults: [{ on: 'calls.create', kind }] })
    expect(await ring(doris, false, kind === 'timeout-before' ? impatient : carrier)).toMatchObject(answer)
    expect(await carrier.findCalls({ from: number(lineNumber), to: number(doris), since: stage.now() })).toEqual([])
  })

  it('doubled callbacks are stored once', async () => {
    await stage.post('/simulator/carrier', { faults: [{ on: 'callback', kind: 'doubled', times: 20 }] })
    turns.set('call-1/1', goodbye)
    await ring(doris)
    await stage.settled()
    await at(doris, 'answer')
    await stage.advance(10)
    expect(stored).toHaveLength(4)
  })

  it('the account is told', async () => {
    expect(await carrier.limits()).toMatchObject({
      status: 'active',
      lines: [{ number: lineNumber, callUrl: addresses.inboundCall, textUrl: addresses.inboundText }],
    })
  })

  it('with the store away a caller is led past a voicemail to a person who presses a key', async () => {
    broken = true
    await at(anna, 'behaviour', { behaviour: 'voicemail' })
    await at(doris, 'ring', { to: lineNumber })
    expect((await stage.heardOn(doris)).at(0)).toBe('Sorry, this line has a fault.')
    await stage.advance(55)
    expect((await stage.handset(frank)).call).toMatchObject({ state: 'ringing' })
    await at(frank, 'answer')
    expect((await stage.heardOn(frank)).join()).toContain('Press any key to speak to them.')
    await at(frank, 'press', { digits: '1' })
    await at(frank, 'say', { words: 'Frank here, what is the matter?' })
    const said = (await stage.handset(doris)).call?.said.map((each) => each.text) ?? []
    expect(said).toContain('Frank here, what is the matter?')
    await at(frank, 'hang-up')
    expect((await stage.handset(doris)).call).toBeNull()
  })
})
