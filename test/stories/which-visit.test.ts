import { afterEach, describe, expect, it } from 'vitest'
import { ANNA, BRENDA, PETER, ROSA, type VisitSeed } from '../support/agency.ts'
import { beginStory, type Story } from './support/story.ts'

let story: Story
afterEach(() => story.close())

const DAY = '2026-11-24'
const BRENDA_AT_NINE: VisitSeed = { serviceUser: 'SU1', careWorker: 'CW1', date: DAY, start: '09:00', end: '09:30' }
const PETER_AT_TWENTY_TO_TEN: VisitSeed = {
  serviceUser: 'SU2',
  careWorker: 'CW1',
  date: DAY,
  start: '09:40',
  end: '10:10',
}

describe('which visit a text is about (P-058)', () => {
  it('two visits it may mean: one question, and the answer is enough', async () => {
    story = await beginStory({ date: DAY, time: '09:10', visits: [BRENDA_AT_NINE, PETER_AT_TWENTY_TO_TEN] })
    const [anna, peter, rosa] = [story.phone(ANNA), story.phone(PETER), story.phone(ROSA)]
    await anna.texts('LATE 20 traffic')
    await anna.gets(/^Thanks Anna\. Which visit\? 1 Brenda T 9am or 2 Peter A 9\.40am\? Text 1 or 2$/)
    await anna.texts('2')
    await anna.gets(/^Thanks Anna\. Peter A 9\.40am now 10am\. We are telling them now\./)
    await peter.gets(/Anna is running late\. Anna will be with you by 10am\./)
    await rosa.gets(/^Late visit no 1: Peter A 9\.40am now expected 10am, Anna/)
    await story.nothingElseWasSent()
  })

  it('LATE without a number: asked once, and the number is enough', async () => {
    story = await beginStory({ date: DAY, time: '08:40', visits: [BRENDA_AT_NINE] })
    const [anna, brenda, rosa] = [story.phone(ANNA), story.phone(BRENDA), story.phone(ROSA)]
    await anna.texts('LATE')
    await anna.gets(
      /^Thanks Anna\. How many minutes late for Brenda T at 9am\? Text LATE and the number, e\.g\. LATE 20$/,
    )
    await story.passSeconds(60)
    await anna.texts('25')
    await anna.gets(/^Thanks Anna\. Brenda T 9am now 9\.25am\. We are telling them now\. Why\? T traffic/)
    await rosa.gets(/expected 9\.25am, Anna\. No reason given yet\.$/)
    await anna.texts('O')
    await anna.gets(/^Thanks Anna\. Noted\.$/)
    await brenda.answers()
    await brenda.hears(/Anna will be with you by twenty-five past nine/)
    await brenda.callEnds()
    await story.nothingElseWasSent()
  })

  it('LATE and a reason: only the minutes are asked for', async () => {
    story = await beginStory({ date: DAY, time: '09:10', visits: [{ ...PETER_AT_TWENTY_TO_TEN, start: '09:30' }] })
    const [anna, peter, rosa] = [story.phone(ANNA), story.phone(PETER), story.phone(ROSA)]
    await anna.texts('LATE traffic')
    await anna.gets(/^Thanks Anna\. How many minutes late for Peter A at 9\.30am\?/)
    await anna.texts('20')
    await anna.gets(/^Thanks Anna\. Peter A 9\.30am now 9\.50am\. We are telling them now\.$/)
    await rosa.gets(/Reason: traffic\.$/)
    await peter.gets(/by 9\.50am/)
    await story.nothingElseWasSent()
  })

  it('LATE 9.20 is the clock on the wall', async () => {
    story = await beginStory({ date: DAY, time: '08:40', visits: [BRENDA_AT_NINE, PETER_AT_TWENTY_TO_TEN] })
    const [anna, brenda, rosa] = [story.phone(ANNA), story.phone(BRENDA), story.phone(ROSA)]
    await anna.texts('LATE 9.20 traffic')
    await anna.gets(/^Thanks Anna\. Brenda T 9am now 9\.20am\. We are telling them now\.$/)
    await rosa.gets(/^Late visit no 1: Brenda T/)
    await brenda.answers()
    await brenda.hears(/twenty past nine/)
    await brenda.callEnds()
    await story.nothingElseWasSent()
  })

  it('two visits late in one text: both are told, each with its own time', async () => {
    story = await beginStory({ date: DAY, time: '08:40', visits: [BRENDA_AT_NINE, PETER_AT_TWENTY_TO_TEN] })
    const [anna, brenda, peter, rosa] = [ANNA, BRENDA, PETER, ROSA].map((n) => story.phone(n)) as [
      Phone,
      Phone,
      Phone,
      Phone,
    ]
    await anna.texts('LATE 20 for Trundle and 30 for Ashdown, traffic')
    await anna.gets(/^Thanks Anna\. Brenda T 9am now 9\.20am\. We are telling them now\.$/)
    await anna.gets(/^Thanks Anna\. Peter A 9\.40am now 10\.10am\. We are telling them now\.$/)
    await peter.gets(/by 10\.10am/)
    await rosa.gets(/^Late visit no 1: Brenda T/)
    await rosa.gets(/^Late visit no 2: Peter A/)
    await brenda.answers()
    await brenda.hears(/twenty past nine/)
    await brenda.callEnds()
    await story.nothingElseWasSent()
  })

  it('a name that fits nobody: never somebody else in their place', async () => {
    story = await beginStory({ date: DAY, time: '08:40', visits: [BRENDA_AT_NINE] })
    const [anna, brenda, rosa] = [story.phone(ANNA), story.phone(BRENDA), story.phone(ROSA)]
    await anna.texts('LATE 20 for Shah')
    await anna.gets(
      /^Thanks Anna\. We do not know that name\. Do you mean Brenda T 9am\? Text 1 if you do, or ring 01632 960999\.$/,
    )
    await brenda.missedCalls(0)
    await anna.texts('1')
    await anna.gets(/^Thanks Anna\. Brenda T 9am now 9\.20am\. We are telling them now\./)
    await rosa.gets(/^Late visit no 1/)
    await brenda.answers()
    await brenda.hears(/twenty past nine/)
    await brenda.callEnds()
    await story.nothingElseWasSent()
  })

  it('a text that reaches us long after it was sent: its time is over, so it is asked about, once', async () => {
    story = await beginStory({ date: DAY, time: '09:35', visits: [BRENDA_AT_NINE] })
    const [anna, brenda, rosa] = [story.phone(ANNA), story.phone(BRENDA), story.phone(ROSA)]
    await anna.texts('LATE 20')
    await anna.gets(/^Thanks Anna\. Brenda T 9am: 9\.20am has gone\. How many minutes from now\? Text e\.g\. 10 MIN$/)
    await anna.texts('10 min')
    await anna.gets(/^Thanks Anna\. Brenda T 9am now 9\.45am\. We are telling them now\./)
    await rosa.gets(/expected 9\.45am/)
    await brenda.answers()
    await brenda.hears(/quarter to ten/)
    await brenda.callEnds()
    const events = await story.line.database.visitEvent.findMany()
    expect(events).toMatchObject([{ kind: 'late', minutes: 45, saidAt: null }])
    await story.nothingElseWasSent()
  })
})

type Phone = ReturnType<Story['phone']>
