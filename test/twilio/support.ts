import express, { type Express } from 'express'
import request from 'supertest'
import twilio from 'twilio'
import type { CallId } from '../../src/cellar/ids.ts'
import type { PhoneNumber } from '../../src/cellar/phone-number.ts'
import type { HeardInput, SpokenTurn } from '../../src/cellar/ports.ts'
import type { Log } from '../../src/twilio/log.ts'
import { createWebhooks, type Delivery, type WebhookActs, type WebhookSettings } from '../../src/twilio/webhooks.ts'

export const PUBLIC_URL = 'https://line.example'
export const ACCOUNT = `AC${'a'.repeat(32)}`
export const TOKEN = 'token-of-this-year'
export const OLD_TOKEN = 'token-of-last-year'
export const LINE = number('+441632960999')
export const OFFICE = number('+441632960998')
export const MANAGER = number('+447700900777')
export const CARE_WORKER = number('+447700900123')
export const CALL = `CA${'1'.repeat(32)}`
export const MESSAGE = `SM${'2'.repeat(32)}`

export function number(text: string): PhoneNumber {
  return text as PhoneNumber
}

export function call(text: string): CallId {
  return text as CallId
}

/** A log that remembers everything it was told, to be searched for what must not be in it. */
export function listeningLog(): Log & { lines: string[] } {
  const lines: string[] = []
  const write = (about: object, words: string): void => void lines.push(JSON.stringify({ about, words }))
  return { lines, info: write, warn: write, error: write }
}

export function saying(say: string): SpokenTurn {
  return { spoken: [{ say, language: 'en-GB', slow: false, interruptible: true }], then: { kind: 'hang-up' } }
}

/** The webhooks over acts that remember what reached them. */
export function webhooksOver(changes: Partial<WebhookActs> = {}, settings: Partial<WebhookSettings> = {}) {
  const stored: Delivery[] = []
  const woken: string[] = []
  const received: { providerId: string; from: string; to: string }[] = []
  const taken: { call: string; turn: number; heard: HeardInput }[] = []
  const log = listeningLog()
  let now = 1_000_000
  const acts: WebhookActs = {
    storeDelivery: async (delivery) => {
      const fresh = !stored.some(
        (each) => each.kind === delivery.kind && each.providerId === delivery.providerId && each.seq === delivery.seq,
      )
      if (fresh) stored.push(delivery)
      return { fresh, id: `delivery-${stored.length}` }
    },
    wakeInbound: (id) => void woken.push(id),
    receiveCall: async ({ providerId, from, to }) => {
      received.push({ providerId, from, to })
      return saying('Hello.')
    },
    takeTurn: async ({ call: of, turn, heard }) => {
      taken.push({ call: of, turn, heard })
      return saying('Thank you.')
    },
    fallbackNumbers: async () => [MANAGER, OFFICE],
    ...changes,
  }
  const webhooks = createWebhooks({
    settings: { publicUrl: PUBLIC_URL, authTokens: [TOKEN, OLD_TOKEN], accountSid: ACCOUNT, ...settings },
    acts,
    clock: { now: () => now },
    log,
  })
  const app = express()
  app.use(webhooks.router)
  return { app, webhooks, stored, woken, received, taken, log, later: (ms: number) => void (now += ms) }
}

/** As the carrier posts: form-encoded, signed over the public address. */
export function post(
  app: Express,
  path: string,
  fields: Record<string, string>,
  { token = TOKEN, publicUrl = PUBLIC_URL }: { token?: string; publicUrl?: string } = {},
) {
  return request(app)
    .post(path)
    .set('X-Twilio-Signature', twilio.getExpectedTwilioSignature(token, publicUrl + path, fields))
    .type('form')
    .send(new URLSearchParams(fields).toString())
}

export const TEXT = { MessageSid: MESSAGE, AccountSid: ACCOUNT, From: CARE_WORKER, To: LINE, Body: 'LATE 20' }
export const RING = {
  CallSid: CALL,
  AccountSid: ACCOUNT,
  From: CARE_WORKER,
  To: LINE,
  Direction: 'inbound',
  CallStatus: 'ringing',
}
