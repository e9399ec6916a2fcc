import type { AddressInfo } from 'node:net'
import { createServer } from 'node:http'
import express from 'express'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createAdvancingClock } from '../../src/clock.ts'
import { simulatorPhones } from '../../src/demo/simulator-phones.ts'
import type { Phones } from '../../src/demo/live.ts'
import type { Simulator } from '../../src/simulator/simulator.ts'
import { createSimulator } from '../../src/simulator/simulator.ts'

const LINE = '+441632960999'
const ANNA = '+447700900101'

let simulator: Simulator
let phones: Phones
let at: string
let close: () => Promise<void>

beforeEach(async () => {
  simulator = createSimulator({
    accountSid: `AC${'0'.repeat(32)}`,
    authToken: 'token',
    clock: createAdvancingClock(() => Date.UTC(2026, 10, 23, 9)),
    lines: [{ number: LINE, name: 'the line', smsUrl: 'http://127.0.0.1:9/sms', voiceUrl: 'http://127.0.0.1:9/voice' }],
    numbers: [{ number: ANNA, name: 'Anna Birtwhistle', kind: 'mobile' }],
    callbackTransport: async () => ({ status: 200, contentType: 'text/xml', body: '<Response/>' }),
  })
  const server = createServer(express().use(simulator.router))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  phones = simulatorPhones(at)
  close = async () => {
    await simulator.close()
    await new Promise((resolve) => server.close(resolve))
  }
})

afterEach(() => close())

it('texts from a handset, which still belongs to nobody', async () => {
  expect(await phones.isTaken(ANNA)).toBe(false)
  await phones.text(ANNA, LINE, 'HERE')
  await phones.text(ANNA, LINE, 'DONE')
  expect(await phones.isTaken(ANNA)).toBe(false)
  const handset = (await (await fetch(`${at}/simulator/handsets/${encodeURIComponent(ANNA)}`)).json()) as {
    taken: boolean
    messages: { body: string }[]
  }
  expect(handset.taken).toBe(false)
  expect(handset.messages.map((message) => message.body)).toEqual(['HERE', 'DONE'])
})

it('notices that a person has taken the handset', async () => {
  await phones.text(ANNA, LINE, 'HERE')
  await fetch(`${at}/simulator/handsets/${encodeURIComponent(ANNA)}/text`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ to: LINE, body: 'LATE 20' }),
  })
  expect(await phones.isTaken(ANNA)).toBe(true)
})

it('says so when the simulator will not have it', async () => {
  await expect(phones.text('+441632960001', LINE, 'HERE')).rejects.toThrow(/answered 4\d\d/)
})

it('leaves a handset to its person also after this program was started again', async () => {
  await phones.text(ANNA, LINE, 'HERE')
  expect(await simulatorPhones(at).isTaken(ANNA)).toBe(false)
})
