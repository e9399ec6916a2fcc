import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { z } from 'zod'
import { startChild } from './child.ts'
import { connected } from './databases.ts'
import { percentile, spreadOf } from './figures.ts'
import { startLine, startStandInCarrier, withAll, type LineProcess } from './line-processes.ts'
import { inMs, type Row, type Section, type Stage } from './measure.ts'
import { MEASURED, mobileOf, MOST_CARE_WORKERS, seedAgency, seedPeople } from './seed/agency.ts'
import { seedVisits } from './seed/visits.ts'
import { setWitnesses } from './seed/witnesses.ts'

const PER_SECOND = 20
/** The carrier's limit for calls and for texts. */
const LIMIT = 100
const WARM_UP_TEXTS = 40
const SETTLED_WITHIN_MS = 20_000

const Sent = z.object({ ms: z.number(), took: z.array(z.number()), refused: z.number() })
const Heard = z.array(z.object({ at: z.number(), kind: z.enum(['call', 'text']), reportTo: z.string() }))

/** From a text's receipt to the planned call and answer, and on to the carrier, with the whole program at work. */
export function measureReaction(stage: Stage): Promise<Section> {
  return withAll(async (open) => {
    const stop = ({ child }: LineProcess): Promise<void> => child.stop()
    const database = await open(stage.databases.create(), (d) => d.drop())
    const texts = WARM_UP_TEXTS + PER_SECOND * stage.seconds
    if (texts > MOST_CARE_WORKERS)
      throw new Error(`${texts} texts need as many care workers, and there are ${MOST_CARE_WORKERS}`)
    await connected(database.url, (db) => seed(db, texts))
    const carrier = await open(startStandInCarrier(stage), stop)
    const needs = { databaseUrl: database.url, carrierPort: carrier.port, perSecond: LIMIT }
    const web = await open(startLine(stage, { ...needs, role: 'web' }), stop)
    await open(startLine(stage, { ...needs, role: 'worker' }), stop)
    const load = await open(startChild(stage, 'load'), (child) => child.stop())

    const send = (from: number, until: number) =>
      load.ask(
        'steady',
        { target: { ...MEASURED, port: web.port }, perSecond: PER_SECOND, texts: textsOf(from, until) },
        Sent,
      )
    stage.say(`reaction: warming up with ${WARM_UP_TEXTS} texts`)
    await send(1, WARM_UP_TEXTS)
    stage.say(`reaction: ${PER_SECOND} texts a second for ${stage.seconds} s`)
    const sent = await send(WARM_UP_TEXTS + 1, texts)
    return connected(database.url, async (db) => {
      await settled(db, texts)
      const heard = await carrier.child.ask('take', null, Heard)
      const reactions = await reactionsTo(db, new Map(heard.map(({ at, reportTo }) => [attemptIn(reportTo), at])))
      return sectionOf(reactions.slice(-(texts - WARM_UP_TEXTS)), texts - WARM_UP_TEXTS, sent.took, stage.seconds)
    })
  })
}

async function seed(db: pg.Client, visits: number): Promise<void> {
  await seedAgency(db)
  await seedPeople(db, visits, visits)
  // late enough that a visit is still to come, and each care worker has one: no question is asked back
  const startsAt = `date_trunc('minute', now()) + make_interval(mins => 30 + n % 60)`
  await seedVisits(db, { count: visits, serviceUsers: visits, careWorkers: visits, startsAt })
  await setWitnesses(db)
}

function textsOf(from: number, until: number) {
  return Array.from({ length: until - from + 1 }, (_, n) => ({ from: mobileOf(from + n), body: 'LATE 20 traffic' }))
}

/** Waits until every text has its two attempts at the carrier, or for so long that something must be wrong. */
async function settled(db: pg.Client, texts: number): Promise<void> {
  const until = performance.now() + SETTLED_WITHIN_MS
  while (performance.now() < until) {
    const { rows } = await db.query(`SELECT count(*)::int AS n FROM attempt a JOIN contact c ON c.id = a.contact_id
      WHERE c.message IN ('answer', 'eta') AND a.state NOT IN ('planned', 'placing')`)
    const [{ n }] = z.tuple([z.object({ n: z.number() })]).parse(rows)
    if (n >= 2 * texts) return
    await wait(200)
  }
}

const Reaction = z.object({
  received: z.number(),
  answer: z.string().nullable(),
  answerPlanned: z.number().nullable(),
  call: z.string().nullable(),
  callPlanned: z.number().nullable(),
})

interface Reactions {
  /** milliseconds from receipt; undefined where it never happened */
  answerPlanned: number | undefined
  callPlanned: number | undefined
  answerSent: number | undefined
  callSent: number | undefined
}

/** Each text in the order of receipt, with the moments of its answer and of the call about its visit. */
async function reactionsTo(db: pg.Client, sentAt: Map<string, number>): Promise<Reactions[]> {
  const { rows } = await db.query(`
    SELECT extract(epoch FROM d.received_at)::float * 1000 AS received,
           answer.id AS answer, extract(epoch FROM answered.at)::float * 1000 AS "answerPlanned",
           call.id AS call, extract(epoch FROM called.at)::float * 1000 AS "callPlanned"
      FROM inbound_delivery d
      LEFT JOIN contact ca ON ca.message = 'answer' AND ca.subject = 'text ' || d.id
      LEFT JOIN attempt answer ON answer.contact_id = ca.id LEFT JOIN bench.planned answered ON answered.attempt_id = answer.id
      LEFT JOIN visit_event e ON e.source_ref = d.id::text AND e.kind = 'late'
      LEFT JOIN contact ce ON ce.message = 'eta' AND ce.visit_id = e.visit_id
      LEFT JOIN attempt call ON call.contact_id = ce.id LEFT JOIN bench.planned called ON called.attempt_id = call.id
     ORDER BY d.received_at, d.id`)
  return z
    .array(Reaction)
    .parse(rows)
    .map(({ received, answer, answerPlanned, call, callPlanned }) => {
      const since = (at: number | null | undefined): number | undefined => (at == null ? undefined : at - received)
      return {
        answerPlanned: since(answerPlanned),
        callPlanned: since(callPlanned),
        answerSent: since(sentAt.get(answer ?? '')),
        callSent: since(sentAt.get(call ?? '')),
      }
    })
}

function attemptIn(reportTo: string): string {
  return /\/(?:call|message)-status\/([^/?#]+)/.exec(reportTo)?.[1] ?? ''
}

function sectionOf(reactions: Reactions[], texts: number, answered: number[], seconds: number): Section {
  // what never happened took for ever: it may not improve a figure
  const all = (pick: (reaction: Reactions) => number | undefined): number[] =>
    reactions.map((r) => pick(r) ?? Number.POSITIVE_INFINITY)
  const planned = [...all((r) => r.answerPlanned), ...all((r) => r.callPlanned)]
  const row = (what: string, value: number, goal?: Row['goal']): Row => ({
    what,
    value,
    figure: inMs(value),
    ...(goal === undefined ? {} : { goal }),
  })
  const missing = planned.filter((ms) => !Number.isFinite(ms)).length
  const [answerSent, callSent] = [spreadOf(all((r) => r.answerSent)), spreadOf(all((r) => r.callSent))]
  return {
    name: 'reaction',
    title: `From a text's receipt to what follows from it, at ${PER_SECOND} texts a second`,
    rows: [
      row('to its planned answer and call, median', percentile(planned, 50), { below: 300, words: '< 0.3 s' }),
      row('to its planned answer and call, p99', percentile(planned, 99), { below: 1000, words: '< 1 s' }),
      row('to the request for the call, median', callSent.median, { below: 500, words: '< 0.5 s' }),
      row('to the request for the call, p99', callSent.p99),
      row('to the request for the answer, median', answerSent.median, { below: 500, words: '< 0.5 s' }),
      row('to the request for the answer, p99', answerSent.p99),
      row('webhook answered, p99', percentile(answered, 99)),
    ],
    notes: [
      `${texts} times "LATE 20 traffic" in ${seconds} s, each from another care worker about another visit: each brings a late record, a matter, an answer by text, a call to the service user and a text to the responsible person.`,
      `One web process and one worker, the carrier's limit at ${LIMIT} calls and ${LIMIT} texts a second, and a stand-in carrier in a process of its own that takes everything at once and reports nothing back.`,
      'A planned attempt counts from the moment at which it was committed (a deferred trigger in the measured database notes it), not from the moment at which it was decided.',
      ...(missing === 0 ? [] : [`${missing} answers or calls were never planned.`]),
    ],
  }
}
