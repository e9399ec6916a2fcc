import { afterEach, describe, expect, it } from 'vitest'
import { toInstant } from '../../src/cellar/local-time.ts'
import { lateRecords } from '../../src/store/late-records.ts'
import { tellingInWords } from '../../src/record/record-words.ts'
import { ANNA, BRENDA, BRENDA_TRUNDLE, DEV, ROSA, ZONE, type VisitSeed } from '../support/agency.ts'
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
    const [anna, brenda, rosa] = [story.phone(ANNA), story.phone(BRENDA), story.phone(ROSA)]
    await anna.texts('LATE 20 traffic')
    await anna.gets(/now 9\.20am/)
    await rosa.gets(/^Late visit no 1/)
    await brenda.answers()
    await brenda.hears(/by twenty past nine/)
    await brenda.callEnds()
    await story.passSeconds((at('09:03') - story.at()) / 1000)
    await anna.texts('UNDO')
    await anna.gets(/./)
    await rosa.gets(/taken back/)
    const [record] = await lateRecords(story.line.database, {}, story.at())
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

async function items(): Promise<string[]> {
  const rows = await story.line.database.officeItem.findMany({ orderBy: { createdAt: 'asc' } })
  return rows.map(({ kind, doneAt }) => `${kind} ${doneAt === null ? 'open' : 'done'}`)
}
