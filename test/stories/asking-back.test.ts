import { afterEach, describe, expect, it } from 'vitest'
import { ANNA, BRENDA, DEV, PETER, ROSA, type VisitSeed } from '../support/agency.ts'
import type { Phone } from './support/phone.ts'
import { beginStory, type Story } from './support/story.ts'

let story: Story
afterEach(() => story.close())

const DAY = '2026-11-24'
const PETERS: VisitSeed = { serviceUser: 'SU2', careWorker: 'CW1', date: DAY, start: '09:00', end: '09:30' }
const BRENDAS: VisitSeed = { serviceUser: 'SU1', careWorker: 'CW1', date: DAY, start: '09:40', end: '10:10' }

async function begin(visits: VisitSeed[] = [PETERS]): Promise<[Phone, Phone, Phone, Phone]> {
  story = await beginStory({ date: DAY, time: '08:40', visits })
  return [story.phone(ANNA), story.phone(PETER), story.phone(ROSA), story.phone(DEV)]
}

async function takes(dev: Phone, what: RegExp): Promise<void> {
  await dev.hears(what)
  await dev.presses('4')
  await dev.presses('3')
  await dev.callEnds()
  await dev.gets(/^You have it/)
}

describe('one question at a time', () => {
  it('nobody answers "how many minutes?": a phone rings before ten minutes are over, and an answer still counts', async () => {
    const [anna, peter, rosa, dev] = await begin()
    await anna.texts('LATE')
    await anna.gets(/^Thanks Anna\. How many minutes late for Peter A at 9am\?/)
    await dev.answers(400)
    await takes(dev, /Anna is late for Peter A, planned nine o'clock, and has not said how late/)
    await anna.texts('25 traffic')
    await anna.gets(/^Thanks Anna\. Peter A 9am now 9\.25am\. We are telling them now\.$/)
    await peter.gets(/by 9\.25am/)
    await rosa.gets(/^Late visit no 1/)
    await story.pass(15)
    await story.nothingElseWasSent()
  })

  it('an answer in time: nobody is rung', async () => {
    const [anna, peter, rosa] = await begin()
    await anna.texts('LATE')
    await anna.gets(/How many minutes late/)
    await anna.texts('25 traffic')
    await anna.gets(/now 9\.25am/)
    await peter.gets(/by 9\.25am/)
    await rosa.gets(/^Late visit no 1/)
    await story.pass(20)
    expect(await story.line.database.officeItem.count({ where: { doneAt: null } })).toBe(0)
    await story.nothingElseWasSent()
  })

  it('a report of another visit instead of an answer: it counts, and the first is not lost', async () => {
    const [anna, , rosa, dev] = await begin([PETERS, BRENDAS])
    const brenda = story.phone(BRENDA)
    await anna.texts('LATE')
    await anna.gets(/How many minutes late for Peter A at 9am/)
    await anna.texts('LATE 30 Trundle traffic')
    await anna.gets(/^Thanks Anna\. Brenda T 9\.40am now 10\.10am\./)
    await rosa.gets(/^Late visit no 1: Brenda T/)
    await brenda.answers()
    await brenda.callEnds()
    await dev.answers(400)
    await takes(dev, /Anna is late for Peter A, planned nine o'clock, and has not said how late/)
    await story.nothingElseWasSent()
  })

  it('why is asked once, and may be said later all the same', async () => {
    const [anna, peter, rosa] = await begin()
    await anna.texts('LATE 20')
    await anna.gets(/We are telling them now\. Why\? T traffic, O overran, C car, X other$/)
    await peter.gets(/by 9\.20am/)
    await rosa.gets(/No reason given yet\.$/)
    await anna.texts('LATE 40')
    await anna.gets(/^Thanks Anna\. Peter A 9am now 9\.40am\. We are telling them now\.$/)
    await peter.gets(/by 9\.40am/)
    await anna.texts('T')
    await anna.gets(/^Thanks Anna\. Noted\.$/)
    await story.pass(10)
    await story.nothingElseWasSent()
  })

  it('999 is never minutes', async () => {
    const [anna, , , dev] = await begin()
    await anna.texts('LATE')
    await anna.gets(/How many minutes late/)
    await anna.texts('999')
    await anna.gets(/^Is anyone in danger\? Ring 999 now\./)
    await dev.answers()
    await takes(dev, /A text from Anna asks for help now/)
    expect(await story.line.database.visitEvent.count()).toBe(0)
    await story.nothingElseWasSent()
  })

  it('the answer to yesterday’s question is no answer any more', async () => {
    const tomorrow: VisitSeed = { ...PETERS, date: '2026-11-25' }
    const [anna, , , dev] = await begin([PETERS, tomorrow])
    await anna.texts('LATE')
    await anna.gets(/How many minutes late/)
    await dev.answers(400)
    await takes(dev, /has not said how late/)
    await story.pass(24 * 60)
    await anna.texts('20')
    await anna.gets(
      /^Thanks Anna\. We did not understand\. For a late visit text LATE and the minutes, e\.g\. LATE 20\./,
    )
    expect(await story.line.database.visitEvent.count()).toBe(0)
    await story.nothingElseWasSent()
  })
})

describe('an hour late or more', () => {
  it('COMING: it stays with them, and nobody is rung', async () => {
    const [anna, peter, rosa] = await begin()
    await anna.texts('LATE 95 breakdown')
    await anna.gets(
      /^Thanks Anna\. Peter A 9am now 10\.35am\. We are telling them\. Find someone else\? Text COVER, or COMING/,
    )
    await peter.gets(/by 10\.35am/)
    await rosa.gets(/^Late visit no 1/)
    await anna.texts('COMING')
    await anna.gets(/^Thanks Anna\. Peter A 9am stays with you, by 10\.35am\. Text HERE when you are there\.$/)
    await story.pass(20)
    await story.nothingElseWasSent()
  })

  it('COVER: a phone rings at once, and she is rung by the promised time', async () => {
    const [anna, peter, rosa, dev] = await begin()
    await anna.texts('LATE 95 breakdown')
    await anna.gets(/Text COVER, or COMING/)
    await peter.gets(/by 10\.35am/)
    await rosa.gets(/^Late visit no 1/)
    await anna.texts('COVER')
    await anna.gets(
      /^Thanks Anna for telling us\. Peter A 9am: the office sees to cover and will ring you by 8\.5\dam\.$/,
    )
    await dev.rings()
    // what Peter believes does not hold any more, and nobody is to go: both are in a human's hands at once
    const items = await story.line.database.officeItem.findMany({ where: { doneAt: null }, orderBy: { kind: 'asc' } })
    expect(items.map((item) => item.kind)).toEqual(['believes-old-time', 'cannot-attend'])
    expect(await story.line.database.visitEvent.findMany({ orderBy: { ord: 'asc' } })).toMatchObject([
      { kind: 'late' },
      { kind: 'cannot-attend' },
    ])
  })
})

describe('asked by text, answered with the truth', () => {
  it('WHO and NEXT', async () => {
    const [anna] = await begin([PETERS, BRENDAS])
    await anna.texts('who is on call')
    await anna.gets(/^Thanks Anna\. On call now: Dev P, 07700 900402\. Or ring 01632 960999 at any time\.$/)
    await anna.texts('NEXT')
    await anna.gets(/^Thanks Anna\. Next: Peter A 9am, Brenda T 9\.40am\.$/)
    await story.phone(ROSA).texts('WHO')
    await story.phone(ROSA).gets(/^Thanks Rosa\. On call now: Dev P, 07700 900402\./)
    await story.nothingElseWasSent()
  })
})
