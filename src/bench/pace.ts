import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { z } from 'zod'
import { connected } from './databases.ts'
import { mostInOneSecond, useOfLimit } from './figures.ts'
import { startLine, startStandInCarrier, withAll, type LineProcess } from './line-processes.ts'
import type { Row, Section, Stage } from './measure.ts'
import { disorderOf } from './order.ts'
import { MEASURED, MOST_CARE_WORKERS, seedAgency, seedPeople } from './seed/agency.ts'
import { planCalls } from './seed/calls.ts'
import { seedVisits } from './seed/visits.ts'
import { setWitnesses } from './seed/witnesses.ts'

const LIMITS = [1, 10, 100]
/** Fewer calls than this say nothing about a rate. */
const FEWEST_CALLS = 10
const WARM_UP_CALLS = 20
const GRACE_MS = 15_000

const Heard = z.array(z.object({ at: z.number(), kind: z.enum(['call', 'text']), reportTo: z.string() }))
type Heard = z.output<typeof Heard>

/** How much of the carrier's limit two workers use, and whether anybody is served before somebody at greater risk. */
export function measurePace(stage: Stage): Promise<Section> {
  return withAll(async (open) => {
    const stop = ({ child }: LineProcess): Promise<void> => child.stop()
    const database = await open(stage.databases.create(), (d) => d.drop())
    const calls = LIMITS.map((limit) => Math.max(FEWEST_CALLS, limit * stage.seconds))
    const visits = calls.reduce((sum, n) => sum + n, WARM_UP_CALLS)
    await connected(database.url, (db) => seed(db, visits))
    const carrier = await open(startStandInCarrier(stage), stop)
    // each has an address of its own, so that the carrier can tell who rang
    const workers = ['one', 'two'].map((name) => `${MEASURED.publicUrl}/${name}`)
    for (const publicUrl of workers) {
      await open(
        startLine(stage, { role: 'worker', databaseUrl: database.url, carrierPort: carrier.port, publicUrl }),
        stop,
      )
    }
    return connected(database.url, async (db) => {
      const rows: Row[] = []
      const shares: string[] = []
      stage.say('pace: warming up')
      await planCalls(db, 1, WARM_UP_CALLS, 20)
      await heardWithin(carrier, WARM_UP_CALLS, GRACE_MS)
      await db.query('TRUNCATE bench.claimed')
      let from = 1 + WARM_UP_CALLS
      for (const [n, limit] of LIMITS.entries()) {
        const count = calls[n] ?? FEWEST_CALLS
        stage.say(`pace: ${count} calls at ${limit} a second`)
        await planCalls(db, from, from + count - 1, limit)
        const heard = await heardWithin(carrier, count, (count / limit) * 1000 + GRACE_MS)
        rows.push(...rowsOf(limit, count, heard, await claimedRanks(db), await heardRanks(db, heard)))
        shares.push(
          `${limit}/s: ${workers.map((url) => heard.filter(({ reportTo }) => reportTo.startsWith(url)).length).join(' and ')}`,
        )
        await db.query('TRUNCATE bench.claimed')
        from += count
      }
      return sectionOf(rows, shares)
    })
  })
}

async function seed(db: pg.Client, visits: number): Promise<void> {
  const careWorkers = Math.min(visits, MOST_CARE_WORKERS)
  await seedAgency(db)
  await seedPeople(db, visits, careWorkers)
  await seedVisits(db, {
    count: visits,
    serviceUsers: visits,
    careWorkers,
    startsAt: `date_trunc('minute', now()) + interval '2 hours'`,
  })
  await setWitnesses(db)
}

async function heardWithin({ child }: LineProcess, count: number, ms: number): Promise<Heard> {
  const until = performance.now() + ms
  while ((await child.ask('count', null, z.number())) < count && performance.now() < until) await wait(100)
  return child.ask('take', null, Heard)
}

/** A call's rank: its place when all calls of its series stand in the order in which they should be made. */
const RANKED = `(SELECT a.id, row_number() OVER (ORDER BY a.class, a.risk_at, a.due_at, a.id)::int AS rank
  FROM attempt a WHERE a.id IN (SELECT attempt_id FROM bench.claimed)) ranked`

const Rank = z.object({ rank: z.number() })

async function claimedRanks(db: pg.Client): Promise<number[]> {
  const { rows } = await db.query(
    `SELECT rank FROM bench.claimed c JOIN ${RANKED} ON ranked.id = c.attempt_id ORDER BY c.n`,
  )
  return z
    .array(Rank)
    .parse(rows)
    .map(({ rank }) => rank)
}

async function heardRanks(db: pg.Client, heard: Heard): Promise<number[]> {
  const ids = heard.map(({ reportTo }) => /\/call-status\/([^/?#]+)/.exec(reportTo)?.[1] ?? '')
  const { rows } = await db.query(
    `SELECT rank FROM unnest($1::uuid[]) WITH ORDINALITY AS heard(id, n) JOIN ${RANKED} ON ranked.id = heard.id ORDER BY heard.n`,
    [ids],
  )
  return z
    .array(Rank)
    .parse(rows)
    .map(({ rank }) => rank)
}

function rowsOf(limit: number, count: number, heard: Heard, claimed: number[], arrived: number[]): Row[] {
  const at = heard.map((one) => one.at)
  const use = useOfLimit(at, limit)
  const missing = count - heard.length
  const [inClaims, inArrivals] = [disorderOf(claimed), disorderOf(arrived)]
  return [
    {
      what: `calls arriving at ${limit}/s`,
      value: use * limit,
      figure: `${(use * limit).toFixed(limit < 10 ? 3 : 1)}/s`,
      beside: `${limit}/s allowed`,
      ratio: use,
      goal: { atLeast: 0.95 },
    },
    ...(missing === 0 ? [] : [never(limit, missing, count)]),
    {
      what: `most arriving within one second at ${limit}/s`,
      value: mostInOneSecond(at),
      figure: `${mostInOneSecond(at)}`,
    },
    {
      what: `claimed out of risk order at ${limit}/s`,
      value: inClaims.tooEarly,
      figure: `${inClaims.tooEarly} of ${claimed.length}`,
      goal: { atMost: 0, words: 'none' },
    },
    {
      what: `arriving before somebody claimed earlier at ${limit}/s`,
      value: inArrivals.tooEarly,
      figure: `${inArrivals.tooEarly} of ${arrived.length}, by ${inArrivals.furthest} at most`,
    },
  ]
}

/** Calls that have not come when everything should long be over. */
function never(limit: number, missing: number, count: number): Row {
  const goal = { atMost: 0, words: 'none' }
  return { what: `never arriving at ${limit}/s`, value: missing, figure: `${missing} of ${count}`, goal }
}

function sectionOf(rows: Row[], shares: string[]): Section {
  return {
    name: 'pace',
    title: "Use of the carrier's limit by two workers, and the order of risk",
    rows,
    notes: [
      'All calls of a series become visible at once, each with a risk of its own, to another number; two worker processes; the rate is that of arrivals at a stand-in carrier, from the first to the last.',
      'Out of risk order: a call was claimed while another one of its series, of a lower class or an earlier risk, was not claimed yet. A trigger under the lock of the account notes the order of claims.',
      'Arrivals may swap: each claimed call is worded and sent by itself, and two that were claimed a hundredth of a second apart may overtake each other on the way.',
      `Calls made by each worker at ${shares.join(', at ')}.`,
    ],
  }
}
