import { createServer } from 'node:net'
import { pino } from 'pino'
import { expect, vi } from 'vitest'
import { toInstant } from '../../../src/cellar/local-time.ts'
import { createAdvancingClock } from '../../../src/clock.ts'
import { createLine, type Line } from '../../../src/compose.ts'
import type { Settings } from '../../../src/settings.ts'
import { LINE, seedAgency, ZONE, type AgencySeed, type SeededAgency } from '../../support/agency.ts'
import { freshDatabase } from '../../support/database.ts'
import { agendaOf } from './next-due.ts'
import { createPhone, type HandsetView, type Phone } from './phone.ts'

// A story is dozens of small steps of a whole program; on a machine that does ten other things it takes its time.
vi.setConfig({ testTimeout: 120_000 })

/** A day as it happened: the whole program on a real database, the simulator as carrier, and a clock that we move. */
export interface Story {
  line: Line
  agency: SeededAgency
  url: string
  phone(number: string): Phone
  /** Everything that is due now is done, by program and carrier, until nothing is. */
  settle(): Promise<void>
  /** Time passes, and whatever falls due on the way is done in its turn. */
  pass(minutes: number): Promise<void>
  passSeconds(seconds: number): Promise<void>
  at(): number
  /** Faults of the carrier from now on, and how it behaves. */
  carrier(change: { faults?: Fault[]; settings?: Record<string, unknown> }): Promise<void>
  /** Every document that told the carrier what to say, as it was sent. */
  documents(): string[]
  /** Faults that have not struck yet, or not as often as they should. */
  waitingFaults(): Promise<Fault[]>
  /** Every message was expected and every call that rang was seen: nothing else was sent. */
  nothingElseWasSent(): Promise<void>
  close(): Promise<void>
}

/** What goes wrong at the carrier, how often, and for whom. */
export interface Fault {
  on: string
  kind: string
  times?: number
  seconds?: number
  accepted?: boolean
  errorCode?: number
  match?: { to?: string; from?: string; status?: string }
}

export interface StoryOptions extends AgencySeed {
  /** what other systems send log-ins with; without it none are taken */
  apiToken?: string | undefined
  date: string
  time: string
  side?: 'start' | 'end'
}

/** Begins a story at a wall-clock time of the branch. */
export async function beginStory(options: StoryOptions): Promise<Story> {
  const base = await freshDatabase()
  const start = toInstant({ date: options.date, time: options.time }, options.zone ?? ZONE, options.side ?? 'start')
  const clock = createAdvancingClock(() => start)
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let agency: SeededAgency | undefined
  const line = await createLine({
    settings: settingsFor(port, url, options.apiToken),
    databaseUrl: base.url,
    log: pino({ level: process.env['STORY_LOG'] ?? 'silent' }),
    clock,
    pause: async () => false,
    seed: async (database) => {
      agency = await seedAgency(database, options)
    },
  })
  await line.start()
  if (agency === undefined || line.simulator === undefined) throw new Error('the story has no agency or no carrier')
  const { simulator } = line
  const phones = new Map<string, Phone>()

  async function round(): Promise<number> {
    let done = 0
    const names = [
      'inbound',
      'attempt-ended',
      'look-up',
      'contact',
      'matter',
      'office-item',
      'visit',
      'on-call',
      'branch-visits',
      'hand-over',
      'send-calls',
      'send-texts',
    ] as const
    for (const name of names) {
      const before = line.duties.sender.started()
      const ids = await line.duties.sweeps[name]()
      for (const id of ids) await line.duties.handle(name, id)
      done += name.startsWith('send-') ? line.duties.sender.started() - before : ids.length
    }
    await line.duties.sender.idle()
    return done
  }

  async function settle(): Promise<void> {
    for (let rounds = 0; rounds < 200; rounds += 1) {
      await simulator.settled()
      const { dueNow } = await agendaOf(line.database, clock.now())
      if (!dueNow || (await round()) === 0) return
    }
    throw new Error('the story never comes to rest: something is due over and over')
  }

  async function passSeconds(seconds: number): Promise<void> {
    const end = clock.now() + seconds * 1000
    await settle()
    while (clock.now() < end) {
      const { nextAt, underWay } = await agendaOf(line.database, clock.now())
      // what is due already waits for something else, such as a number that is in a call
      const due = nextAt === undefined || nextAt <= clock.now() ? end : nextAt
      clock.advance(Math.min(end, due, underWay ? clock.now() + 2000 : end) - clock.now())
      await settle()
    }
  }

  return {
    line,
    agency,
    url,
    settle,
    passSeconds,
    pass: (minutes) => passSeconds(minutes * 60),
    at: () => clock.now(),
    async carrier(change) {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(`${url}/simulator/carrier`, { method: 'POST', headers, body: JSON.stringify(change) })
      if (!answer.ok) throw new Error(`the carrier could not be changed: ${await answer.text()}`)
    },
    documents: () =>
      simulator
        .log()
        .filter((entry) => entry.kind === 'webhook' && String(entry.detail['url']).includes('/twilio/voice'))
        .map((entry) => String(entry.detail['body'])),
    async waitingFaults() {
      return ((await (await fetch(`${url}/simulator/carrier`)).json()) as { faults: Fault[] }).faults
    },
    phone(number) {
      const known = phones.get(number) ?? createPhone(url, LINE, number, settle, passSeconds)
      phones.set(number, known)
      return known
    },
    async nothingElseWasSent() {
      await settle()
      const { handsets } = (await (await fetch(`${url}/simulator/handsets`)).json()) as { handsets: HandsetView[] }
      for (const handset of handsets) {
        const seen = phones.get(handset.number) ?? [...phones.values()].find((p) => p.is(handset.number))
        const messages = handset.messages.filter((m) => m.direction === 'in').length
        const calls =
          handset.pastCalls.filter((c) => c.direction === 'in').length + (handset.call?.direction === 'in' ? 1 : 0)
        expect({ handset: handset.number, messages, calls }, 'nothing else was sent').toEqual({
          handset: handset.number,
          messages: seen?.messagesSeen() ?? 0,
          calls: seen?.callsSeen() ?? 0,
        })
      }
    },
    async close() {
      await line.stop()
      await base.drop()
    },
  }
}

function settingsFor(port: number, publicUrl: string, apiToken: string | undefined): Settings {
  return {
    role: 'web',
    host: '127.0.0.1',
    port,
    publicUrl,
    databaseUrl: undefined,
    redisUrl: undefined,
    dataDir: undefined,
    carrier: { kind: 'simulator' },
    callsPerSecond: 1,
    textsPerSecond: 10,
    demo: false,
    smtpUrl: undefined,
    heartbeatUrl: undefined,
    sessionSecret: undefined,
    apiToken,
    logLevel: 'silent',
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
