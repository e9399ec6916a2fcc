import { afterEach, describe, expect, it } from 'vitest'
import { toInstant } from '../../src/cellar/local-time.ts'
import { importRota } from '../../src/rota/act/import-rota.ts'
import { LEASE_MS } from '../../src/store/claim-slot.ts'
import { loadWords } from '../../src/compose/words.ts'
import { lateRecords } from '../../src/store/late-records.ts'
import { lookAtOnce } from '../../src/store/look-at-once.ts'
import { createRotaStore } from '../../src/store/rota.ts'
import { tellingInWords } from '../../src/record/record-words.ts'
import { ANNA, BRENDA, BRENDA_TRUNDLE, DEV, PETER_ASHDOWN, ROSA, ZONE, type VisitSeed } from '../support/agency.ts'
import { beginStory, type Story } from './support/story.ts'

let story: Story
afterEach(() => story.close())

const DAY = '2026-11-24'
const BRENDA_AT_NINE: VisitSeed = { serviceUser: 'SU1', careWorker: 'CW1', date: DAY, start: '09:00', end: '09:30' }
const BRENDA_ALONE = { ...BRENDA_TRUNDLE, contacts: [] }
const at = (time: string) => toInstant({ date: DAY, time }, ZONE, 'start')

async function begin(time: string): Promise<Story> {
  story = await beginStory({ date: DAY, time, serviceUsers: [BRENDA_ALONE], visits: [BRENDA_AT_NINE] })
  return story
}

/** The manager on call is rung, hears what it is about, takes it, and gets the details. */
async function devTakes(what: RegExp, withinSeconds = 60): Promise<void> {
  const dev = story.phone(DEV)
  await dev.answers(withinSeconds)
  await dev.hears(what)
  await dev.presses('4')
  await dev.presses('3')
  await dev.callEnds()
  await dev.gets(/^You have it/)
}

describe('nothing ends silently (design 1.2)', () => {
  it('nobody could be told, a manager has taken it, and then there is a newer time: rung again, and a manager again', async () => {
    await begin('08:40')
    const [anna, brenda, rosa] = [story.phone(ANNA), story.phone(BRENDA), story.phone(ROSA)]
    await brenda.behaves('engaged')
    await anna.texts('LATE 20 traffic')
    await anna.gets(/now 9\.20am/)
    await rosa.gets(/^Late visit no 1/)
    await devTakes(/Brenda T could not be told that the visit is late/, 240)
    expect(await triesToTell()).toBe(2)
    // nobody is rung while the order rests
    await story.pass(3)
    expect(await triesToTell()).toBe(2)
    await anna.texts('LATE 40')
    await anna.gets(/now 9\.40am\. We are telling them now\.$/)
    await devTakes(/Brenda T could not be told that the visit is late/, 240)
    expect(await triesToTell()).toBe(4)
    expect(await items()).toEqual(['could-not-be-told done', 'could-not-be-told done'])
    await story.nothingElseWasSent()
    // and the line goes on trying
    await brenda.behaves('answers')
    await brenda.answers(900)
    await brenda.hears(/by twenty to ten/)
    await brenda.callEnds()
    await story.nothingElseWasSent()
  })

  it('nobody could be told, and it was taken back: nobody is rung for it any more', async () => {
    await begin('08:40')
    const [anna, brenda, dev, rosa] = [story.phone(ANNA), story.phone(BRENDA), story.phone(DEV), story.phone(ROSA)]
    await brenda.behaves('engaged')
    await anna.texts('LATE 20 traffic')
    await anna.gets(/now 9\.20am/)
    await rosa.gets(/^Late visit no 1/)
    await dev.rings(240)
    expect(await triesToTell()).toBe(2)
    await anna.texts('UNDO')
    await anna.gets(/back to 9am/)
    await rosa.gets(/taken back/)
    expect((await dev.view()).call).toBeNull()
    expect(await items()).toEqual(['could-not-be-told done'])
    await story.pass(8)
    await story.nothingElseWasSent()
  })
})

describe('UNDO that comes too late', () => {
  it('the planned time is over, and she believes 9.20: the record says so, and a manager rings her', async () => {
    await begin('08:57')
    const [anna, rosa] = [story.phone(ANNA), story.phone(ROSA)]
    await toldTwenty()
    await story.passSeconds((at('09:03') - story.at()) / 1000)
    await anna.texts('UNDO')
    await anna.gets(
      /^Thanks Anna\. Your LATE 20 for Brenda T 9am is taken back\. They were told another time: a person is asked to ring them now\.$/,
    )
    await rosa.gets(/taken back/)
    const [record] = await lateRecords(story.line.database, {}, story.at(), loadWords().reasons)
    expect(record?.household.map((telling) => tellingInWords(record, telling))).toEqual([
      expect.stringMatching(
        /^Mrs Brenda Trundle was told at 8\.5\dam to expect 9\.20am\. That does not hold any more, and they have not been told so\.$/,
      ),
    ])
    await devTakes(/Brenda T was told to expect somebody at twenty past nine, and that does not hold/)
    expect(await story.line.database.officeItem.findFirst({ where: { kind: 'believes-old-time' } })).toMatchObject({
      number: '+441632960101',
    })
  })
})

function triesToTell(): Promise<number> {
  return story.line.database.attempt.count({ where: { contact: { message: 'eta' } } })
}

describe('what the care worker or the office says after LATE 20', () => {
  it.each(['missed', 'cannot-attend', 'sick'])('%s: who was told 9.20 is in a human’s hands', async (kind) => {
    await begin('08:40')
    await toldTwenty()
    await said(kind)
    await story.settle()
    await devTakes(/Brenda T was told to expect somebody at twenty past nine, and that does not hold/)
    // nobody is waited for; the matter stays open all the same
    expect(await story.line.database.matter.findMany()).toMatchObject([{ nextStep: 'await-arrival', closedAt: null }])
    await story.nothingElseWasSent()
  })

  it('sick, by text, and taken back: both visits of that text are theirs again', async () => {
    const peter = { ...BRENDA_AT_NINE, serviceUser: 'SU2', start: '10:00', end: '10:30' }
    const serviceUsers = [BRENDA_ALONE, { ...PETER_ASHDOWN, contacts: [] }]
    story = await beginStory({ date: DAY, time: '08:40', serviceUsers, visits: [BRENDA_AT_NINE, peter] })
    const [anna, dev] = [story.phone(ANNA), story.phone(DEV)]
    await toldTwenty()
    await dev.behaves('never-answers')
    await anna.texts('I am sick and cannot come in today')
    await anna.gets(/get well soon/)
    expect(await items()).toEqual(['believes-old-time open', 'sick open'])
    await anna.texts('UNDO')
    await anna.gets(/^Thanks Anna\. Your SICK for (?:Brenda T 9am|Peter A 10am) is taken back\./)
    await anna.gets(/^Thanks Anna\. Your SICK for (?:Brenda T 9am|Peter A 10am) is taken back\./)
    // she expects 9.20, and so it is again
    expect(await items()).toEqual(['believes-old-time done', 'sick open'])
    const events = await story.line.database.visitEvent.findMany({ where: { kind: 'undo' } })
    expect(new Set(events.map((e) => e.visitId)).size).toBe(2)
  })

  it('said while she is being rung: the ringing stops, and nobody hears the old time', async () => {
    await begin('08:40')
    const [anna, brenda, rosa] = [story.phone(ANNA), story.phone(BRENDA), story.phone(ROSA)]
    await anna.texts('LATE 20 traffic')
    await anna.gets(/now 9\.20am/)
    await rosa.gets(/^Late visit no 1/)
    await brenda.rings()
    await said('missed')
    await story.settle()
    expect((await brenda.view()).call).toBeNull()
    await story.pass(5)
    await story.nothingElseWasSent()
  })

  it('a rota that cancels the visit: nobody is rung any more, and the matter is closed with that', async () => {
    await begin('08:40')
    const [anna, brenda, rosa] = [story.phone(ANNA), story.phone(BRENDA), story.phone(ROSA)]
    await anna.texts('LATE 20 traffic')
    await anna.gets(/now 9\.20am/)
    await rosa.gets(/^Late visit no 1/)
    await brenda.rings()
    await imports({ status: 'cancelled' })
    expect((await brenda.view()).call).toBeNull()
    expect(await story.line.database.matter.findMany()).toMatchObject([{ nextDueAt: null, nextStep: 'closed' }])
    await story.pass(45)
    await story.nothingElseWasSent()
  })

  it('a rota that moves the visit: whoever was told 9.20 hears the new time at once', async () => {
    await begin('08:40')
    await toldTwenty()
    await story.pass(1)
    await imports({ start: '10:00', end: '10:30' })
    await story.phone(BRENDA).answers()
    await story.phone(BRENDA).hears(/at ten o'clock/)
    await story.phone(BRENDA).callEnds()
    await story.nothingElseWasSent()
  })

  it('a rota that changes nothing of it: nobody is rung', async () => {
    await begin('08:40')
    await toldTwenty()
    await imports({})
    await story.pass(5)
    await story.nothingElseWasSent()
  })
})

describe('a program that starts again', () => {
  it('asks at once what became of a call whose callbacks went by while it was down', async () => {
    await begin('08:40')
    const [anna, brenda, rosa] = [story.phone(ANNA), story.phone(BRENDA), story.phone(ROSA)]
    await anna.texts('LATE 20 traffic')
    await anna.gets(/now 9\.20am/)
    await rosa.gets(/^Late visit no 1/)
    await brenda.rings()
    await story.carrier({ faults: [{ on: 'callback', kind: 'lost', times: 20, match: { to: BRENDA } }] })
    await brenda.hangsUp()
    const call = () => story.line.database.attempt.findFirstOrThrow({ where: { channel: 'call' } })
    expect(await call()).toMatchObject({ state: 'ringing' })
    // two programs that start at once only ask twice
    const { database } = story.line
    expect(await Promise.all([lookAtOnce(database, story.at()), lookAtOnce(database, story.at())])).toContain(1)
    await story.settle()
    expect((await call()).state).toBe('ended')
  })

  it('leaves alone what another program may still be placing', async () => {
    await begin('08:40')
    await story.phone(ANNA).texts('LATE 20 traffic')
    const { database } = story.line
    const claimed = (secondsAgo: number) => {
      const lease = new Date(story.at() + LEASE_MS - secondsAgo * 1000)
      const data = { state: 'placing', stateRank: 10, leaseUntil: lease, lookUpAt: lease }
      return database.attempt.updateMany({ where: { channel: 'call' }, data })
    }
    await claimed(5)
    expect(await lookAtOnce(database, story.at())).toBe(0)
    await claimed(14)
    expect(await lookAtOnce(database, story.at())).toBe(1)
  })
})

async function toldTwenty(): Promise<void> {
  const [anna, brenda, rosa] = [story.phone(ANNA), story.phone(BRENDA), story.phone(ROSA)]
  await anna.texts('LATE 20 traffic')
  await anna.gets(/now 9\.20am/)
  await rosa.gets(/^Late visit no 1/)
  await brenda.answers()
  await brenda.hears(/by twenty past nine/)
  await brenda.callEnds()
}

/** What reading a text stores: the fact, and that the visit is to be looked at. */
async function said(kind: string): Promise<void> {
  const { database } = story.line
  const { agencyId, branchId, visits, careWorkers } = story.agency
  const visitId = visits.get('V1') ?? ''
  const careWorkerId = careWorkers.get('CW1') ?? null
  const from = { source: 'text', sourceRef: crypto.randomUUID(), n: 1, evidence: 'own statement' }
  const receivedAt = new Date(story.at())
  const event = { id: crypto.randomUUID(), agencyId, branchId, visitId, kind, careWorkerId, receivedAt, ...from }
  await database.visitEvent.create({ data: event })
  await database.visit.update({ where: { id: visitId }, data: { nextCheckAt: receivedAt, checkKind: 'look-again' } })
}

/** The rota system's file for the visit, as it is now. */
async function imports(change: { status?: string; start?: string; end?: string }): Promise<void> {
  const { start = '09:00', end = '09:30', status = 'planned' } = change
  const text = [
    'visit_id,service_user_ref,planned_start,planned_end,care_worker_ref,status',
    `V1,SU1,${DAY} ${start},${DAY} ${end},CW1,${status}`,
  ].join('\n')
  const carrier = { account: `AC${'0'.repeat(31)}1`, callsPerSecond: 1, textsPerSecond: 10 }
  const store = createRotaStore(story.line.database)
  const report = await importRota(
    [{ name: 'visits.csv', text }],
    {},
    {
      store,
      now: () => story.at(),
      newId: () => crypto.randomUUID(),
      carrier,
    },
  )
  expect([...report.fileProblems, ...report.problems]).toEqual([])
  await story.settle()
}

async function items(): Promise<string[]> {
  const rows = await story.line.database.officeItem.findMany({ orderBy: [{ kind: 'asc' }, { createdAt: 'asc' }] })
  return rows.map(({ kind, doneAt }) => `${kind} ${doneAt === null ? 'open' : 'done'}`)
}
