import { afterEach, describe, expect, it } from 'vitest'
import { ANNA, BRENDA, DEV, ROSA, SAM } from '../support/agency.ts'
import { beginStory, type Story, type StoryOptions } from './support/story.ts'

let story: Story
afterEach(() => story.close())

const DAY = '2026-11-24'
const NINE = { serviceUser: 'SU1', careWorker: 'CW1', date: DAY, start: '09:00', end: '09:30' }

/** Mrs Trundle lives alone: her care worker is texted ten minutes after the time, and rung after thirteen. */
function atNine(more: Partial<StoryOptions> = {}): Promise<Story> {
  return beginStory({ date: DAY, time: '08:55', watch: 'on', visits: [NINE], ...more })
}

/** The text went unanswered; the phone rings and is answered. */
async function untilAnnaIsRung() {
  story = await atNine()
  const anna = story.phone(ANNA)
  await story.pass(16)
  await anna.gets(/you have not logged in yet/)
  await anna.answers(180)
  await anna.hears(/This is Quillbrook Home Care/)
  await anna.hears(/Anna, you have not logged in yet at Brenda T, nine o'clock\. Are you there\?/)
  return anna
}

describe('the care worker is rung (P-034)', () => {
  it('"I am here": what HERE does, once it is confirmed; silence afterwards', async () => {
    const anna = await untilAnnaIsRung()
    await anna.presses('1')
    await anna.hears(/Anna, you are with Brenda T now\. Is that right\? Say yes, or press 3/)
    await anna.says('yes')
    await anna.hears(/You are logged in/)
    await anna.callEnds()
    await anna.gets(/^Thanks Anna\. Brenda T started 9\.1\dam\.$/)
    await story.pass(120)
    expect(await story.line.database.matter.count()).toBe(0)
    const events = await story.line.database.visitEvent.findMany({ where: { kind: 'arrived' } })
    expect(events).toMatchObject([{ source: 'call' }])
    await story.nothingElseWasSent()
  })

  it('a pocket presses 1 again and again: nobody is logged in, a person is tried', async () => {
    const anna = await untilAnnaIsRung()
    await anna.presses('1')
    await anna.presses('1')
    await anna.presses('1')
    await anna.hears(/put you through to a person/)
    expect(await story.line.database.visitEvent.count({ where: { kind: 'arrived' } })).toBe(0)
    await anna.hangsUp()
  })

  it('minutes by key, read back and confirmed: the household is told the clock time', async () => {
    const anna = await untilAnnaIsRung()
    const [brenda, rosa] = [story.phone(BRENDA), story.phone(ROSA)]
    await anna.presses('2')
    await anna.hears(/In how many minutes will you be with Brenda T/)
    await anna.presses('17')
    await anna.hears(/Anna, that is (half past nine|nine thirty-one) for Brenda T\. Right\?/)
    await anna.presses('1')
    await anna.hears(/We are telling Brenda T now/)
    await anna.callEnds()
    await anna.gets(/^Thanks Anna\. Brenda T 9am now 9\.3\dam\./)
    await rosa.gets(/^Late visit no 1/)
    await brenda.answers()
    await brenda.hears(/Anna will be with you by (half past nine|nine thirty-one)/)
    await brenda.says('no thank you')
    await brenda.callEnds()
    await anna.texts('HERE')
    await anna.gets(/Brenda T started/)
    await story.pass(120)
    await story.nothingElseWasSent()
  })

  it('"I cannot come": kept as said, a person has it at once', async () => {
    const anna = await untilAnnaIsRung()
    await anna.presses('3')
    await anna.hears(/you cannot come to Brenda T\. Is that right/)
    await anna.says('yes')
    await anna.hears(/The office sees to it/)
    await anna.callEnds()
    await anna.gets(/^Thanks Anna for telling us\. Brenda T 9am: the office sees to cover/)
    const facts = await story.line.database.visitEvent.findMany({
      where: { kind: { in: ['cannot-attend', 'nobody-coming'] } },
    })
    expect(facts.map((fact) => fact.kind).toSorted()).toEqual(['cannot-attend', 'nobody-coming'])
    await story.phone(DEV).answers(60)
    expect(await story.line.database.matter.count({ where: { closedAt: null } })).toBe(1)
  })

  it('says nothing: a person is tried', async () => {
    const anna = await untilAnnaIsRung()
    await story.passSeconds(12)
    await anna.hears(/I heard nothing\. I will put you through to a person/)
    expect(await story.line.database.officeItem.count({ where: { kind: 'ring-back' } })).toBe(1)
    await anna.hangsUp()
  })

  it('asks for help: whoever is rung about it learns that it is the care worker who asks, with their number', async () => {
    const anna = await untilAnnaIsRung()
    const dev = story.phone(DEV)
    await anna.says('help')
    await anna.hears(/dial nine nine nine\. I will put you through to a person/)
    await anna.hangsUp()
    const asked = await story.line.database.officeItem.findMany({ where: { kind: 'care-worker-call' } })
    expect(asked).toMatchObject([{ number: '+447700900101', details: { person: 'care worker Anna Kowal' } }])
    await dev.answers(300)
    await dev.hears(/Care worker Anna Kowal rang and asks for help now/)
  })

  it('"10 MIN" in answer to the text counts from now', async () => {
    story = await atNine()
    const [anna, brenda, rosa] = [story.phone(ANNA), story.phone(BRENDA), story.phone(ROSA)]
    await story.pass(16)
    await anna.gets(/you have not logged in yet/)
    await anna.texts('10 min')
    await anna.gets(/^Thanks Anna\. Brenda T 9am now 9\.21am\./)
    await rosa.gets(/^Late visit no 1/)
    await brenda.answers()
    await brenda.hears(/Anna will be with you by nine twenty-one/)
    await brenda.says('no thank you')
    await brenda.callEnds()
    await story.pass(8)
    await anna.texts('HERE')
    await anna.gets(/Brenda T started/)
    await story.nothingElseWasSent()
  })
})

describe('two care workers (double-ups)', () => {
  it('one there is not two: only the other is asked, and a human is told when nothing is heard', async () => {
    story = await atNine({ visits: [{ ...NINE, secondCareWorker: 'CW2' }] })
    const [anna, sam, dev] = [story.phone(ANNA), story.phone(SAM), story.phone(DEV)]
    await sam.behaves('never-answers')
    await story.pass(5)
    await anna.texts('HERE')
    await anna.gets(/Brenda T started/)
    await story.pass(11)
    await sam.gets(/^Sam, you have not logged in yet at Brenda T/)
    await dev.answers(600)
    await dev.hears(/Of two care workers for Brenda T/)
    await dev.presses('4')
    await dev.presses('3')
    expect(await story.line.database.matter.count()).toBe(0)
  })
})
