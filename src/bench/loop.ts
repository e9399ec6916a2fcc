import type pg from 'pg'
import { z } from 'zod'
import { createLog } from '../compose/log.ts'
import { createLine, type Line } from '../compose.ts'
import { createLoop } from '../queue/loop.ts'
import { readSettings } from '../settings.ts'
import { beat } from '../store/beat.ts'
import { connected, type ThrowAway } from './databases.ts'
import { percentile, spreadOf } from './figures.ts'
import { withAll } from './line-processes.ts'
import { inMs, type Section, type Stage } from './measure.ts'
import { MEASURED } from './seed/agency.ts'
import { seedHistory } from './seed/history.ts'

const FEW = 10_000
const MANY = 1_000_000
const WARM_UP_ROUNDS = 20
const ROUNDS = 150
/** A table this small is read whole by any sensible plan. */
const SMALL_TABLE = 10_000

/** One round of the loop over due rows, with few and with many visits stored, turn and turn about. */
export function measureLoop(stage: Stage): Promise<Section> {
  return withAll(async (open) => {
    const stored: Stored[] = []
    for (const visits of [FEW, MANY]) {
      stage.say(`loop: storing ${visits.toLocaleString('en-GB')} visits and what came of them`)
      const begun = performance.now()
      const database = await open(stage.databases.create(), (d) => d.drop())
      await seedHistory(database.url, visits)
      stage.say(`loop: … took ${((performance.now() - begun) / 1000).toFixed(0)} s`)
      const line = await open(openLine(database), (l) => l.stop())
      stored.push({ visits, database, line, rounds: [], sweeps: new Map() })
    }
    stage.say(`loop: ${ROUNDS} rounds each`)
    await goRound(stored, WARM_UP_ROUNDS)
    for (const one of stored) forget(one)
    const before = await Promise.all(stored.map((one) => wholeTableReads(one.database)))
    await goRound(stored, ROUNDS)
    for (const { line } of stored) await line.database.$disconnect() // only then are the counts complete
    const after = await Promise.all(stored.map((one) => wholeTableReads(one.database)))
    const read = after.map((counts, n) => difference(before[n] ?? new Map<string, number>(), counts))
    return sectionOf(stored, read.at(-1) ?? [])
  })
}

interface Stored {
  visits: number
  database: ThrowAway
  line: Line
  /** milliseconds */
  rounds: number[]
  sweeps: Map<string, number[]>
}

async function openLine({ url }: ThrowAway): Promise<Line> {
  const settings = readSettings({
    LATELINE_ROLE: 'worker',
    PUBLIC_URL: MEASURED.publicUrl,
    TWILIO_ACCOUNT_SID: MEASURED.accountSid,
    TWILIO_AUTH_TOKEN: MEASURED.authToken,
    TWILIO_API_BASE_URL: 'http://127.0.0.1:9',
  })
  // made, never started: nothing works on its rows but the rounds below
  return createLine({ settings, databaseUrl: url, log: createLog('error') })
}

function forget(stored: Stored): void {
  stored.rounds = []
  stored.sweeps.clear()
}

/** The program's own loop and selects; what is found is left as it is, so that every round finds the same. */
async function goRound(stored: readonly Stored[], times: number): Promise<void> {
  const loops = stored.map((one) => ({ one, loop: loopOver(one) }))
  for (let n = 0; n < times; n += 1) {
    for (const { one, loop } of loops) {
      const begun = performance.now()
      await loop.round()
      one.rounds.push(performance.now() - begun)
    }
  }
}

function loopOver({ line, sweeps: took }: Stored) {
  const timed = Object.entries(line.duties.sweeps).map(([name, sweep]) => {
    const select = async (): Promise<readonly string[]> => {
      const begun = performance.now()
      const ids = await sweep()
      took.set(name, [...(took.get(name) ?? []), performance.now() - begun])
      return ids
    }
    return [name, select] as const
  })
  const { clock, database } = line
  return createLoop({
    sweeps: Object.fromEntries(timed),
    handle: async () => undefined,
    beat: () => beat(database, 'loop', clock.now(), 'bench'),
    clock,
    log: createLog('error'),
  })
}

const TableReads = z.array(z.object({ table: z.string(), reads: z.coerce.number() }))

/** How often each large table has been read from one end to the other. */
function wholeTableReads({ url }: ThrowAway): Promise<Map<string, number>> {
  return connected(url, async (db: pg.Client) => {
    const { rows } = await db.query(
      'SELECT relname AS table, seq_scan AS reads FROM pg_stat_user_tables WHERE n_live_tup > $1',
      [SMALL_TABLE],
    )
    return new Map(TableReads.parse(rows).map(({ table, reads }) => [table, reads]))
  })
}

function difference(before: Map<string, number>, after: Map<string, number>): string[] {
  return [...after].filter(([table, reads]) => reads > (before.get(table) ?? 0)).map(([table]) => table)
}

function sectionOf(stored: Stored[], readWhole: string[]): Section {
  const [few, many] = stored.map(({ rounds }) => spreadOf(rounds))
  const names = [...(stored[1]?.sweeps.keys() ?? [])]
  const slower = names
    .map((name) => ({
      name,
      few: percentile(stored[0]?.sweeps.get(name) ?? [], 50),
      many: percentile(stored[1]?.sweeps.get(name) ?? [], 50),
    }))
    .toSorted((a, b) => b.many - b.few - (a.many - a.few))
  const row = (what: string, pick: 'median' | 'p99') => {
    const [value, beside] = [many?.[pick] ?? Number.NaN, few?.[pick] ?? Number.NaN]
    return {
      what,
      value,
      figure: inMs(value),
      beside: `${inMs(beside)} with ${FEW.toLocaleString('en-GB')}`,
      ratio: value / beside,
    }
  }
  return {
    name: 'loop',
    title: `One round of the loop over due rows, with ${MANY.toLocaleString('en-GB')} visits stored`,
    rows: [
      { ...row('a round, median', 'median'), goal: { below: 1.5 } },
      row('a round, p99', 'p99'),
      {
        what: 'large tables read from end to end',
        value: readWhole.length,
        figure: readWhole.join(', ') || 'none',
        goal: { atMost: 0, words: 'none' },
      },
    ],
    notes: [
      'Every select of the loop at once, and its beat, as a worker does twice a second; the found rows are left as they are. One visit in ten was late and has its text, callbacks, record, matter with evidence, contacts and attempts; sixty of each kind of work are open, twenty of them due, whatever the number of visits.',
      `${ROUNDS} rounds each, turn and turn about.`,
      `Selects that differ most: ${slower
        .slice(0, 3)
        .map((s) => `${s.name} ${inMs(s.few)} → ${inMs(s.many)}`)
        .join(', ')}.`,
    ],
  }
}
