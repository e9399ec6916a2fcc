import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import twilio from 'twilio'
import RequestClient from 'twilio/lib/base/RequestClient.js'
import type { LogEntry } from '../../src/simulator/log.ts'
import { createSimulator, type SimulatorDeps } from '../../src/simulator/simulator.ts'

export const accountSid = `AC${'0123456789abcdef'.repeat(2)}`
export const authToken = 'simulator-token'
export const lineNumber = '+441632960999'
export const anna = '+447700900101'
export const doris = '+441632960201'
export const frank = '+447700900301'

export interface Heard {
  path: string
  form: Record<string, string>
  signed: boolean
  token: string | undefined
}
type Answer = string | { status: number; type?: string; body?: string } | undefined

/** What the program under the carrier answers to each path; a function sees the form. */
export type Script = Record<string, Answer | ((form: Record<string, string>) => Answer | Promise<Answer>)>

export interface ShownCall {
  id: string
  direction: 'in' | 'out'
  with: string
  state: string
  said: Array<{ by: string; text: string; at: string }>
  keys: Array<{ key: string; at: string }>
  listening: { keys: boolean; speech: boolean } | null
  outcome: string | null
  recorded: string | null
}
export interface ShownHandset {
  number: string
  messages: Array<{ id: string; direction: string; with: string; body: string; status: string }>
  call: ShownCall | null
  pastCalls: ShownCall[]
  [more: string]: unknown
}

export interface Stage {
  client: twilio.Twilio
  apiUrl: string
  programUrl: string
  script: Script
  heard: Heard[]
  /** The forms posted to this path so far. */
  forms(path: string): Array<Record<string, string>>
  advance(seconds: number): Promise<void>
  now(): number
  settled(): Promise<void>
  post(path: string, body?: unknown): Promise<{ status: number; body: unknown }>
  get(path: string): Promise<{ status: number; body: unknown }>
  handset(number: string): Promise<ShownHandset>
  /** What the line said on the handset's present or last call. */
  heardOn(number: string): Promise<string[]>
  log(): LogEntry[]
  close(): Promise<void>
}

/** A carrier, a program made of canned answers, and Twilio's own client between them; the clock stands still until told. */
export async function setStage(options: Partial<SimulatorDeps> = {}): Promise<Stage> {
  const heard: Heard[] = []
  const script: Script = {}
  const program = express()
  program.use(express.urlencoded({ extended: false }))
  program.use(async (request, response) => {
    const url = `${programUrl}${request.originalUrl}`
    const posted = request.method === 'POST' ? (request.body as Record<string, string>) : {}
    const form = { ...(request.query as Record<string, string>), ...posted }
    const signature = request.get('x-twilio-signature') ?? ''
    const signed = twilio.validateRequest(authToken, signature, url, posted)
    heard.push({ path: request.path, form, signed, token: request.get('i-twilio-idempotency-token') })
    const entry = script[request.path]
    const answer = typeof entry === 'function' ? await entry(form) : entry
    if (typeof answer === 'string') return void response.type('text/xml').send(answer)
    if (answer === undefined) return void response.status(204).end()
    response
      .status(answer.status)
      .type(answer.type ?? 'text/xml')
      .send(answer.body ?? '')
  })
  const programServer = createServer(program)
  const programUrl = await listen(programServer)

  let now = Date.UTC(2026, 10, 23, 9, 0, 0)
  const listeners = new Set<() => void>()
  const clock = {
    now: () => now,
    advance: (ms: number) => {
      now += ms
      for (const each of listeners) each()
    },
    onAdvance: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
  const simulator = createSimulator({
    accountSid,
    authToken,
    clock,
    lines: [
      {
        number: lineNumber,
        name: 'Quillbrook line',
        smsUrl: `${programUrl}/sms`,
        voiceUrl: `${programUrl}/voice`,
        statusCallback: `${programUrl}/ended`,
        fallbackUrl: `${programUrl}/fallback`,
      },
    ],
    numbers: [
      { number: anna, name: 'Anna', kind: 'mobile', owner: 'care worker' },
      { number: doris, name: 'Doris', kind: 'landline', owner: 'service user' },
      { number: frank, name: 'Frank', kind: 'mobile', owner: 'manager' },
    ],
    ...options,
  })
  const api = express()
  api.use(simulator.router)
  const apiServer = createServer(api)
  const apiUrl = await listen(apiServer)

  async function ask(path: string, init?: RequestInit): Promise<{ status: number; body: unknown }> {
    const response = await fetch(apiUrl + path, init)
    return { status: response.status, body: await response.json() }
  }

  const handset = async (number: string): Promise<ShownHandset> =>
    (await ask(`/simulator/handsets/${encodeURIComponent(number)}`)).body as ShownHandset

  return {
    client: twilioClient(apiUrl),
    apiUrl,
    programUrl,
    script,
    heard,
    forms: (path) => heard.filter((each) => each.path === path).map((each) => each.form),
    now: () => now,
    advance: async (seconds) => {
      clock.advance(seconds * 1000)
      await simulator.settled()
    },
    settled: () => simulator.settled(),
    post: (path, body = {}) =>
      ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    get: (path) => ask(path),
    handset,
    heardOn: async (number) => {
      const { call, pastCalls } = await handset(number)
      return ((call ?? pastCalls.at(-1))?.said ?? []).filter((said) => said.by === 'line').map((said) => said.text)
    },
    log: () => simulator.log(),
    close: async () => {
      await simulator.close()
      for (const server of [apiServer, programServer]) {
        server.closeAllConnections()
        await new Promise((resolve) => {
          server.close(resolve)
        })
      }
    },
  }
}

/** Twilio's own client, speaking to another address. */
export function twilioClient(apiUrl: string, sid = accountSid, token = authToken, timeout = 1000): twilio.Twilio {
  class Redirected extends RequestClient {
    override request<Data>(
      options: RequestClient.RequestOptions<Data>,
    ): ReturnType<typeof RequestClient.prototype.request<Data>> {
      return super.request({ ...options, uri: options.uri.replace(/^https:\/\/[^/]+/, apiUrl) })
    }
  }
  return twilio(sid, token, { httpClient: new Redirected({ timeout, keepAlive: false }) })
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
