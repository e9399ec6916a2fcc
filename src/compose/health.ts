import type { Logger } from 'pino'
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client'
import type { Clock } from '../cellar/ports.ts'
import { machineClock } from '../clock.ts'
import type { Settings } from '../settings.ts'
import type { Health } from '../pages/health.ts'
import type { Queues } from '../queue/backend.ts'
import { clockDifference, lastBeat } from '../store/beat.ts'
import type { Database } from '../store/database.ts'
import { createHeartbeat } from './heartbeat.ts'

/** The loop goes round twice a second; silent for this long, it is dead. */
const BEAT_FRESH_MS = 10_000
const CLOCK_MAY_DIFFER_MS = 1_000

export interface HealthDeps {
  database: Database
  queues: Queues
  clock: Clock
  /** the database runs on this machine's clock when it is our own */
  metrics: Metrics
}

export type Metrics = ReturnType<typeof createMetrics>

/** The word to a watch outside, where an address is set. */
export function openHeartbeat({ settings, database, clock, log }: HeartbeatOf) {
  const { heartbeatUrl: url } = settings
  const isFresh = async () => clock.now() - ((await lastBeat(database, 'loop')) ?? -Infinity) <= BEAT_FRESH_MS
  return url === undefined ? undefined : createHeartbeat({ url, isFresh, log })
}

interface HeartbeatOf extends Pick<HealthDeps, 'database' | 'clock'> {
  settings: Pick<Settings, 'heartbeatUrl'>
  log: Logger
}

/** What the program counts of itself. No numbers of people, no names. */
export function createMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    rounds: new Counter({
      name: 'lateline_loop_rounds_total',
      help: 'Rounds of the loop over due rows',
      registers: [registry],
    }),
    failed: new Counter({
      name: 'lateline_loop_failures_total',
      help: 'Sweeps of the loop that failed',
      registers: [registry],
    }),
    handled: new Counter({
      name: 'lateline_loop_handled_total',
      help: 'Due rows that the loop found before any job',
      registers: [registry],
    }),
    openMatters: new Gauge({
      name: 'lateline_open_matters',
      help: 'Matters that are not closed',
      registers: [registry],
    }),
    waitingAttempts: new Gauge({
      name: 'lateline_waiting_attempts',
      help: 'Calls and texts waiting for a slot',
      registers: [registry],
    }),
  }
}

/** `/healthz`, `/readyz` and `/metrics`: alive is this process; ready is database, queue, loop and clock. */
export function createHealth({ database, queues, clock, metrics }: HealthDeps): Health {
  return {
    alive: () => true,
    async ready() {
      const [loop, queue, time] = await Promise.all([
        checked(() => loopCheck(database, clock)),
        checked(async () => queueCheck(await queues.health())),
        checked(() => clockCheck(database)),
      ])
      const checks = { 'database and loop': loop, queue, clock: time }
      // the queue only wakes: without it everything is done by the loop, later by half a second
      return { ok: loop.ok && time.ok, checks }
    },
    async metrics() {
      metrics.openMatters.set(await database.matter.count({ where: { closedAt: null } }))
      metrics.waitingAttempts.set(await database.attempt.count({ where: { state: 'planned' } }))
      return metrics.registry.metrics()
    },
  }
}

interface Check {
  ok: boolean
  note: string
}

async function loopCheck(database: Database, clock: Clock): Promise<Check> {
  const at = await lastBeat(database, 'loop')
  if (at === undefined) return { ok: false, note: 'the loop over due rows has not gone round yet' }
  const age = Math.round((clock.now() - at) / 1000)
  return clock.now() - at <= BEAT_FRESH_MS
    ? { ok: true, note: 'the loop over due rows goes round' }
    : { ok: false, note: `the loop over due rows was last seen ${age} s ago: start a worker` }
}

function queueCheck(health: { ok: true; waiting: number } | { ok: false; why: string }): Check {
  return health.ok
    ? { ok: true, note: `${health.waiting} jobs waiting` }
    : { ok: false, note: `${health.why}; the loop does the work meanwhile` }
}

async function clockCheck(database: Database): Promise<Check> {
  const difference = await clockDifference(database, machineClock.now)
  return Math.abs(difference) <= CLOCK_MAY_DIFFER_MS
    ? { ok: true, note: 'agrees with the database' }
    : { ok: false, note: `differs from the database's by ${Math.round(difference / 1000)} s: set both by NTP` }
}

async function checked(check: () => Promise<Check>): Promise<Check> {
  try {
    return await check()
  } catch {
    return { ok: false, note: 'does not answer' }
  }
}
