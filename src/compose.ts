import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import express from 'express'
import type { Logger } from 'pino'
import { createAdvancingClock, type AdvancingClock } from './clock.ts'
import { createApi } from './compose/api.ts'
import { createActs } from './compose/acts.ts'
import { createCatchUp } from './compose/catch-up.ts'
import { openCarrier } from './compose/carrier.ts'
import { createDuties } from './compose/duties.ts'
import { createHealth, createMetrics, openHeartbeat } from './compose/health.ts'
import { closed, listen } from './compose/listen.ts'
import { wakeAfter, type Wake } from './compose/wakes.ts'
import { loadFlows, loadWords } from './compose/words.ts'
import { deliveryId } from './cellar/ids.ts'
import { lateVisitsOf } from './compose/late-visits.ts'
import { phonesOf } from './compose/phones.ts'
import { accountsOf, READY_ACCOUNT, todayOf } from './compose/today.ts'
import { phoneBook } from './store/phone-book.ts'
import { createPages } from './pages/pages.ts'
import { createLoop } from './queue/loop.ts'
import { createQueues } from './queue/backend.ts'
import type { Settings } from './settings.ts'
import { beat } from './store/beat.ts'
import { openDatabase, type Database } from './store/database.ts'
import { storeDelivery } from './store/deliveries.ts'
import { enterStatus } from './store/enter-status.ts'
import { allLines, fallbackNumbers, setPace } from './store/lines.ts'
import { lookAtOnce } from './store/look-at-once.ts'
import { migrate } from './store/migrate.ts'
import { createStore } from './store/store.ts'
import { understand } from './texts/parse.ts'
import { readDelivery } from './twilio/deliveries.ts'
import { createWebhooks } from './twilio/webhooks.ts'

export interface LineOptions {
  settings: Settings
  databaseUrl: string
  log: Logger
  clock?: AdvancingClock
  /** how a sender waits for its slot; only a story says otherwise */
  pause?: (ms: number) => Promise<boolean>
  /** where the simulator's handsets keep their texts; without it they forget them with the program */
  handsetsFile?: string
  /** fills an empty database before anything is served, as the demonstration does */
  seed?: (database: Database, clock: AdvancingClock) => Promise<void>
}

/** The whole program, wired. Made, started, stopped: nothing runs before `start` and nothing after `stop`. */
export type Line = Awaited<ReturnType<typeof createLine>>

export async function createLine({
  settings,
  databaseUrl,
  log,
  clock = createAdvancingClock(),
  seed,
  pause,
  handsetsFile,
}: LineOptions) {
  const flows = loadFlows()
  const words = loadWords()
  await migrate({ url: databaseUrl, log })
  const database = openDatabase(databaseUrl)
  await seed?.(database, clock)
  const lines = await allLines(database)
  const { agency: agencyName, zone } = lines[0] ?? { agency: 'Lateline', zone: 'Europe/London' }
  const simulated = settings.carrier.kind === 'simulator'
  const queues = await createQueues({ url: databaseUrl, redisUrl: settings.redisUrl, log })
  const carrier = openCarrier({
    settings,
    clock,
    log,
    lines,
    phoneBook: simulated ? await phoneBook(database, clock.now(), zone) : [],
    handsetsFile,
  })
  const { addresses } = carrier
  await setPace(database, carrier.accountSid, settings.callsPerSecond, settings.textsPerSecond)

  const newId = randomUUID
  const wake: Wake = (name, id) => {
    if (works && duties.sendHere(name, id)) return
    void queues.wake(name, id)
  }
  let works = false
  const store = createStore(database, clock, words.items, (changes) => wakeAfter(changes, clock.now(), wake))
  const acts = createActs({
    store,
    carrier: carrier.port,
    addresses,
    flows,
    words,
    understand,
    newId,
    read: readDelivery,
  })
  const duties = createDuties({ database, acts, wake, clock, log, ...(pause === undefined ? {} : { pause }) })
  const metrics = createMetrics()
  const loop = createLoop({
    sweeps: duties.sweeps,
    handle: duties.handle,
    clock,
    log,
    beat: async (round) => {
      metrics.rounds.inc()
      metrics.failed.inc(round.failed.length)
      metrics.handled.inc(round.handled)
      await beat(database, 'loop', clock.now(), `${process.pid}`)
    },
  })
  const catchUp = createCatchUp({
    carrier: carrier.port,
    accountSid: carrier.accountSid,
    lines: lines.map((line) => line.number),
    database,
    clock,
    newId,
    wake,
    log,
  })
  const heartbeat = openHeartbeat({ settings, database, clock, log })
  const webhooks = createWebhooks({
    settings: { publicUrl: settings.publicUrl, authTokens: carrier.authTokens, accountSid: carrier.accountSid },
    acts: {
      storeDelivery: (delivery) => storeDelivery(database, newId, delivery),
      wakeInbound: (id) => queues.wake('inbound', deliveryId(id)),
      receiveCall: (call) => acts.receiveCall(call),
      takeTurn: ({ call, turn, heard, raw }) =>
        acts.takeTurn({ call, turn, heard, ...(raw['CallSid'] === undefined ? {} : { providerId: raw['CallSid'] }) }),
      fallbackNumbers: (line) => fallbackNumbers(database, clock, line),
    },
    clock,
    log,
  })
  const [main] = lines
  const health = createHealth({ database, queues, clock, metrics })
  const app = express().disable('x-powered-by')
  app.use(webhooks.router)
  if (carrier.simulator !== undefined) app.use(carrier.simulator.router)
  app.use(
    createApi({
      token: settings.apiToken,
      receiveLogIn: (event) => acts.receiveLogIn(event),
      enterStatus: (serviceUser, entered) => enterStatus(database, serviceUser, entered, clock.now()),
      log,
    }),
  )
  app.use(
    createPages({
      agencyName,
      health,
      today: {
        today: todayOf({ database, clock, words: words.items, acts }),
        accounts: accountsOf(database, clock, settings),
        now: () => clock.now(),
        ...(simulated && settings.demo ? { ready: READY_ACCOUNT } : {}),
      },
      ...(simulated && main !== undefined
        ? {
            phones: phonesOf({ database, clock, reasons: words.reasons }, main),
            lateVisits: lateVisitsOf({ database, clock, reasons: words.reasons }),
          }
        : {}),
    }),
  )
  let server: Server | undefined

  return {
    app,
    database,
    clock,
    duties,
    loop,
    catchUp,
    simulator: carrier.simulator,
    /** Serves and works, by role. Returns the port it listens on. */
    async start(): Promise<number> {
      if (settings.role !== 'worker') await webhooks.warm(lines.map((line) => line.number))
      if (settings.role !== 'web') {
        queues.consume(duties.handlers, { concurrency: 4 })
        works = true
        loop.start()
      }
      const listening = await listen(app, settings.port, settings.host)
      server = listening.server
      if (settings.role !== 'web') await lookAtOnce(database, clock.now())
      if (settings.role !== 'web') catchUp.start()
      if (settings.role !== 'web') heartbeat?.start()
      return listening.port
    },
    /** Takes no more, lets what runs come to its end, and closes everything that was opened. */
    async stop(): Promise<void> {
      catchUp.stop()
      heartbeat?.stop()
      works = false
      if (server !== undefined) await closed(server)
      await loop.stop()
      await queues.close()
      await duties.sender.stop()
      await carrier.simulator?.close()
      await database.$disconnect()
    },
  }
}
