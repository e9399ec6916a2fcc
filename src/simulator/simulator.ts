import express, { type NextFunction, type Request, type Response, type Router } from 'express'
import { CarrierSettings } from './carrier-settings.ts'
import { carrierRoutes } from './carrier-routes.ts'
import type { Carrier, Line } from './carrier.ts'
import { createDeliver, fetchTransport, type Transport } from './deliver.ts'
import { createEventQueue, type SimulatorClock } from './event-queue.ts'
import { createFaults } from './faults.ts'
import { createHandsetActions } from './handset-actions.ts'
import { handsetRoutes } from './handset-routes.ts'
import { createHandsets, type HandsetSeed } from './handset.ts'
import { keepHandsets } from './keepsake.ts'
import { createLog, type LogEntry } from './log.ts'
import { readNumber } from './phone-numbers.ts'
import { restRouter } from './rest-router.ts'
import { createSlotRow } from './slots.ts'

export type { SimulatorClock } from './event-queue.ts'
export type { HandsetSeed } from './handset.ts'
export type { Line } from './carrier.ts'

export interface SimulatorDeps {
  accountSid: string
  authToken: string
  /** The one clock that feeds the program and the simulator. */
  clock: SimulatorClock
  /** The numbers of ours at the carrier. */
  lines: Line[]
  numbers?: HandsetSeed[]
  settings?: Partial<CarrierSettings>
  /** The file in which handsets keep what they show; without one they forget it with the program. */
  keepIn?: string
  /** Told of faults inside the simulator; never numbers or words. */
  log?: { error(detail: { err: unknown }, message: string): void }
  /** How requests reach the program; by default over HTTP. */
  callbackTransport?: Transport
}

export interface Simulator {
  /** Twilio's REST API under /2010-04-01 and /v2/PhoneNumbers, and the JSON routes under /simulator. Mount it at the root. */
  router: Router
  /** Resolves when no delivery to the program is in flight and nothing is due now. */
  settled(): Promise<void>
  /** Everything the carrier sent or received after entry `n`. */
  log(n?: number): LogEntry[]
  addLine(line: Line): void
  addHandset(seed: HandsetSeed): void
  close(): Promise<void>
}

/** The stand-in carrier: Twilio's REST and webhook protocol over HTTP, and handsets that people can use. */
export function createSimulator(deps: SimulatorDeps): Simulator {
  const queue = createEventQueue(deps.clock, (err) => {
    carrier.log.add('error', { message: err instanceof Error ? `${err.name}: ${err.message}` : String(err) })
    deps.log?.error({ err }, 'The stand-in carrier stumbled')
  })
  const log = createLog(() => queue.now())
  const lines = new Map<string, Line>()
  const carrier: Carrier = {
    accountSid: deps.accountSid,
    authToken: deps.authToken,
    clock: deps.clock,
    queue,
    log,
    lines,
    faults: createFaults(),
    settings: CarrierSettings.parse(deps.settings ?? {}),
    handsets: createHandsets((number) => lines.has(number)),
    calls: new Map(),
    messages: new Map(),
    stopped: new Set(),
    callSlots: createSlotRow(),
    textSlots: createSlotRow(),
    deliver: createDeliver({
      authToken: deps.authToken,
      queue,
      log,
      transport: deps.callbackTransport ?? fetchTransport,
    }),
  }
  for (const line of deps.lines) addLine(line)
  for (const seed of deps.numbers ?? []) addHandset(seed)

  const keepNow = deps.keepIn === undefined ? undefined : keepHandsets(carrier, deps.keepIn)

  const rest = restRouter(carrier)
  const router = express.Router()
  router.use(rest.router)
  router.use('/simulator', express.json({ limit: '100kb' }))
  handsetRoutes(carrier, createHandsetActions(carrier), router)
  const news = carrierRoutes(carrier, router)
  router.use('/simulator', explainUnreadable)

  function addLine(line: Line): void {
    const number = readNumber(line.number)
    if (number === undefined)
      throw new Error(`The simulator's line "${line.name}" has no readable number: write it as +441632960999`)
    lines.set(number, { ...line, number })
  }
  function addHandset(seed: HandsetSeed): void {
    const number = readNumber(seed.number)
    if (number === undefined)
      throw new Error(`The simulator's handset "${seed.name}" has no readable number: write it as +447700900123`)
    carrier.handsets.add({ ...seed, number })
  }

  return {
    router,
    settled: () => queue.settled(),
    log: (n = 0) => log.after(n),
    addLine,
    addHandset,
    close: async () => {
      queue.close()
      keepNow?.()
      news.close()
      rest.hangUpClients()
    },
  }
}

function explainUnreadable(fault: unknown, _request: Request, response: Response, next: NextFunction): void {
  const status = typeof fault === 'object' && fault !== null && 'status' in fault ? fault.status : undefined
  if (status !== 400 && status !== 413) return next(fault)
  response.status(400).json({
    error:
      status === 413
        ? 'The body is longer than 100 KB.'
        : 'The body is no JSON: send it with content-type application/json.',
  })
}
