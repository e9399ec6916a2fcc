import { z } from 'zod'
import { startChild } from './child.ts'
import { connected } from './databases.ts'
import { spreadOf } from './figures.ts'
import { listening, startLine, withAll, type LineProcess } from './line-processes.ts'
import { seeProcessorTime } from './processor-time.ts'
import { inMs, perSecond, type Section, type Stage } from './measure.ts'
import { MEASURED, mobileOf, seedAgency, seedPeople } from './seed/agency.ts'

const CARE_WORKERS = 200
const CONNECTIONS = 32
/** Both sides take turns, so that whatever else the machine does falls upon both. */
const TURNS = 5

const Burst = z.object({ ms: z.number(), took: z.array(z.number()), refused: z.number() })

/** One turn of one side, with the processor time that was spent on it. */
interface Turn extends z.output<typeof Burst> {
  program: number
  database: number
}

/** Texts a second that the webhook takes, against the least a server could do with them on the same database. */
export function measureWebhook(stage: Stage): Promise<Section> {
  return withAll(async (open) => {
    const database = await open(stage.databases.create(), (d) => d.drop())
    await connected(database.url, async (db) => {
      await seedAgency(db)
      await seedPeople(db, 1, CARE_WORKERS)
    })
    const stop = ({ child }: LineProcess): Promise<void> => child.stop()
    const line = await open(startLine(stage, { role: 'web', databaseUrl: database.url }), stop)
    const floor = await open(startFloor(stage, database.url), stop)
    const load = await open(startChild(stage, 'load'), (child) => child.stop())

    const processors = await seeProcessorTime(database.url)

    async function burst({ child, port }: LineProcess, seconds: number): Promise<Turn> {
      const spent = () => ({
        program: processors.ofProcess(child.pid) ?? Number.NaN,
        database: processors.ofDatabase() ?? Number.NaN,
      })
      const before = spent()
      const answers = await load.ask(
        'burst',
        { target: { ...MEASURED, port }, texts: TEXTS, seconds, connections: CONNECTIONS },
        Burst,
      )
      const after = spent()
      return { ...answers, program: after.program - before.program, database: after.database - before.database }
    }
    const seconds = Math.max(1, stage.seconds / TURNS)
    const ofLine: Turn[] = []
    const ofFloor: Turn[] = []
    stage.say('webhook: warming up')
    await burst(line, 1)
    await burst(floor, 1)
    for (let turn = 1; turn <= TURNS; turn += 1) {
      stage.say(`webhook: turn ${turn} of ${TURNS}, ${seconds} s each`)
      ofFloor.push(await burst(floor, seconds))
      ofLine.push(await burst(line, seconds))
    }
    return sectionOf(together(ofLine), together(ofFloor), seconds)
  })
}

async function startFloor(stage: Stage, databaseUrl: string): Promise<LineProcess> {
  const { authToken, publicUrl } = MEASURED
  return listening(
    await startChild(stage, 'floor', {
      DATABASE_URL: databaseUrl,
      TWILIO_AUTH_TOKEN: authToken,
      PUBLIC_URL: publicUrl,
    }),
  )
}

const TEXTS = Array.from({ length: CARE_WORKERS }, (_, n) => ({ from: mobileOf(n + 1), body: 'LATE 20 traffic' }))

function together(turns: Turn[]) {
  const took = turns.flatMap((turn) => turn.took)
  const sum = (pick: (turn: Turn) => number): number => turns.reduce((total, turn) => total + pick(turn), 0)
  return {
    ...spreadOf(took),
    rate: took.length / (sum((turn) => turn.ms) / 1000),
    refused: sum((turn) => turn.refused),
    program: sum((turn) => turn.program) / took.length,
    database: sum((turn) => turn.database) / took.length,
  }
}

type Side = ReturnType<typeof together>

function sectionOf(line: Side, floor: Side, seconds: number): Section {
  const against = (what: string, pick: (side: Side) => number, words: (value: number) => string) => ({
    what,
    value: pick(line),
    figure: words(pick(line)),
    beside: `${words(pick(floor))} bare Express`,
    ratio: pick(line) / pick(floor),
  })
  const refused = line.refused + floor.refused
  return {
    name: 'webhook',
    title: 'The SMS webhook, against a bare Express handler (signature check and one INSERT)',
    rows: [
      { ...against('texts taken', (s) => s.rate, perSecond), goal: { atLeast: 0.6 } },
      against('answer, median', (s) => s.median, inMs),
      { ...against('answer, p99', (s) => s.p99, inMs), goal: { atMost: 3 } },
      against('processor time a text, program', (s) => s.program, inMs),
      against('processor time a text, database', (s) => s.database, inMs),
    ],
    notes: [
      `${CONNECTIONS} kept-alive connections, each with one request under way, from a third process; turn and turn about, ${TURNS} turns of ${seconds} s each after a second of warming up.`,
      'Both sides in a process of their own, on the same table of the same database, each with up to 12 connections to it. Ours is the web role as it is started for real: it also tells the queue of each text after it has answered.',
      ...(refused === 0 ? [] : [`${refused} requests were refused: these figures mean nothing.`]),
    ],
  }
}
