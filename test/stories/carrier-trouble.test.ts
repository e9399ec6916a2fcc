import { afterEach, describe, expect, it } from 'vitest'
import { ANNA, BRENDA, BRENDA_TRUNDLE, ROSA, type VisitSeed } from '../support/agency.ts'
import { beginStory, type Fault, type Story } from './support/story.ts'

let story: Story
afterEach(() => story.close())

const DAY = '2026-11-24'
const BRENDA_AT_NINE: VisitSeed = { serviceUser: 'SU1', careWorker: 'CW1', date: DAY, start: '09:00', end: '09:30' }
/** Nobody else to ring: what happens to the one call is all that happens. */
const ALONE = { ...BRENDA_TRUNDLE, contacts: [] }

let faults: Fault[]

async function begin(wanted: Fault[]): Promise<void> {
  faults = wanted
  story = await beginStory({ date: DAY, time: '08:40', serviceUsers: [ALONE], visits: [BRENDA_AT_NINE] })
  await story.carrier({ faults })
}

async function lateTwenty(): Promise<void> {
  await story.phone(ANNA).texts('LATE 20 traffic')
  await story.phone(ANNA).gets(/now 9\.20am\. We are telling them now\.$/)
  await story.phone(ROSA).gets(/^Late visit no 1: .* now expected 9\.20am/)
}

/** Brenda's phone rings, once, and she hears the message; nobody rings again. */
async function oneCall(withinSeconds = 60): Promise<void> {
  const brenda = story.phone(BRENDA)
  await brenda.answers(withinSeconds)
  await brenda.hears(/by twenty past nine/)
  await brenda.callEnds()
  await story.pass(3)
  await story.nothingElseWasSent()
  await everyFaultStruck()
}

/** A fault that never struck would prove nothing. */
async function everyFaultStruck(): Promise<void> {
  const waiting = await story.waitingFaults()
  for (const fault of faults) {
    const left = waiting.find((w) => w.on === fault.on && w.kind === fault.kind)?.times ?? 0
    expect(left, `${fault.on} ${fault.kind} that did not strike`).toBeLessThan(fault.times ?? 1)
  }
}

describe('the carrier misbehaves, and the person is rung once (design section 2)', () => {
  it('the webhook of a text comes twice: one event, one answer, one call', async () => {
    await begin([{ on: 'webhook', kind: 'doubled', match: { from: ANNA } }])
    await lateTwenty()
    await oneCall()
    expect(await story.line.database.visitEvent.count()).toBe(1)
  })

  it('two texts in one second: both are kept, the later one holds, one call', async () => {
    await begin([])
    const [anna, rosa] = [story.phone(ANNA), story.phone(ROSA)]
    await anna.sends('LATE 40 traffic')
    await anna.sends('LATE 20 traffic')
    await story.settle()
    await anna.gets(/now 9\.40am/)
    await anna.gets(/now 9\.20am/)
    await rosa.gets(/now expected 9\.20am/)
    await oneCall()
    expect(await story.line.database.visitEvent.count()).toBe(2)
  })

  it('a timeout after it was accepted: the call is found on the list, and not made again', async () => {
    await begin([
      { on: 'calls.create', kind: 'timeout-after' },
      { on: 'callback', kind: 'lost', times: 20, match: { to: BRENDA } },
    ])
    await lateTwenty()
    await oneCall()
    expect(await attempts()).toMatchObject([{ state: 'ended', outcome: 'answered' }])
  }, 60_000)

  it('the connection breaks after it was accepted: the first callback brings the lost id back', async () => {
    await begin([{ on: 'calls.create', kind: 'reset', accepted: true }])
    await lateTwenty()
    await story.phone(BRENDA).rings()
    expect(await attempts()).toMatchObject([{ state: 'ringing', providerId: expect.stringMatching(/^CA/), lookUps: 0 }])
    await story.phone(BRENDA).picksUp()
    await story.phone(BRENDA).callEnds()
    await story.nothingElseWasSent()
  })

  it('a timeout before it was accepted: looked for twice, then lost, and made again', async () => {
    await begin([{ on: 'calls.create', kind: 'timeout-before' }])
    await lateTwenty()
    await oneCall()
    expect(await attempts()).toMatchObject([
      { state: 'lost', lookUps: 1 },
      { state: 'ended', outcome: 'answered' },
    ])
  }, 60_000)

  it('429: the same attempt a second later', async () => {
    await begin([{ on: 'calls.create', kind: '429', times: 2 }])
    await lateTwenty()
    await oneCall()
    expect(await attempts()).toHaveLength(1)
  })

  it.each([
    ['500 after it was accepted', { on: 'calls.create', kind: '500', accepted: true }],
    ['an HTML page after it was accepted', { on: 'calls.create', kind: 'html', accepted: true }],
    ['the callbacks before the answer', { on: 'calls.create', kind: 'answer-after-callback' }],
  ])('%s: one call', async (_name, fault) => {
    await begin([fault])
    await lateTwenty()
    await oneCall()
    expect(await attempts()).toHaveLength(1)
  })

  it.each([
    ['500', { on: 'calls.create', kind: '500' }],
    ['an HTML page', { on: 'calls.create', kind: 'html' }],
  ])('%s, and nothing was accepted: lost, and made again', async (_name, fault) => {
    await begin([fault])
    await lateTwenty()
    await oneCall()
    expect(await attempts()).toMatchObject([{ state: 'lost' }, { state: 'ended', outcome: 'answered' }])
  })

  it.each([
    ['doubled', { on: 'callback', kind: 'doubled', times: 20, match: { to: BRENDA } }],
    ['late', { on: 'callback', kind: 'late', seconds: 45, times: 20, match: { to: BRENDA } }],
    ['out of order', { on: 'callback', kind: 'out-of-order', times: 20, match: { to: BRENDA } }],
    ['lost', { on: 'callback', kind: 'lost', times: 20, match: { to: BRENDA } }],
  ])('callbacks that are %s: one call, graded as it went', async (_name, fault) => {
    await begin([fault])
    await lateTwenty()
    await oneCall()
    expect(await attempts()).toMatchObject([{ state: 'ended', outcome: 'answered', grade: 'B' }])
    const contact = await story.line.database.contact.findFirstOrThrow({ where: { message: 'eta' } })
    expect(contact).toMatchObject({ grade: 'B', toldWhom: 'Brenda Trundle' })
  })

  it('everything is accepted and every answer and callback is lost: found by asking', async () => {
    await begin([
      { on: 'messages.create', kind: 'reset', accepted: true, times: 2 },
      { on: 'calls.create', kind: 'reset', accepted: true },
      { on: 'callback', kind: 'lost', times: 100 },
    ])
    await lateTwenty()
    await oneCall()
    const sent = await story.line.database.attempt.findMany({ orderBy: { ord: 'asc' } })
    expect(sent.map((attempt) => attempt.state)).toEqual(['ended', 'ended', 'ended'])
  })

  it('a text that is sent and never confirmed counts as sent, and no more than that', async () => {
    await begin([])
    await story.carrier({ settings: { deliverAfterSeconds: 3600 } })
    await story.phone(ANNA).texts('LATE 20 traffic')
    await oneCall()
    const texts = await story.line.database.contact.findMany({
      where: { message: { not: 'eta' } },
      orderBy: { ord: 'asc' },
    })
    expect(texts).toMatchObject([
      { message: 'late-notice', grade: 'E', toldWhom: 'Rosa Achebe' },
      { message: 'answer', grade: 'E' },
    ])
  })
})

describe('the queue only wakes (design section 2)', () => {
  it('wiped jobs and truncated job tables: the loop does it', async () => {
    await begin([])
    const anna = story.phone(ANNA)
    await anna.sends('LATE 20 traffic')
    const { database } = story.line
    const tables = await database.$queryRaw<{ name: string }[]>`
      SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'bullmq'`
    expect(tables.length).toBeGreaterThan(3)
    await database.$executeRawUnsafe(`TRUNCATE ${tables.map((table) => table.name).join(', ')} CASCADE`)
    const round = await story.line.loop.round()
    expect(round.failed).toEqual([])
    for (let rounds = 0; rounds < 6; rounds += 1) await story.line.loop.round()
    await anna.gets(/now 9\.20am/)
    await story.phone(ROSA).gets(/^Late visit no 1/)
    await oneCall()
  })
})

function attempts() {
  return story.line.database.attempt.findMany({ where: { contact: { message: 'eta' } }, orderBy: { ord: 'asc' } })
}
