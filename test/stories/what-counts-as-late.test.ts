import { afterEach, describe, expect, it } from 'vitest'
import { toInstant } from '../../src/cellar/local-time.ts'
import { ANNA, BRENDA, PETER, PETER_ASHDOWN, ROSA, ZONE, type VisitSeed } from '../support/agency.ts'
import { beginStory, type Story } from './support/story.ts'

let story: Story
afterEach(() => story.close())

const DAY = '2026-11-24'
const PETER_AT_NINE: VisitSeed = { serviceUser: 'SU2', careWorker: 'CW1', date: DAY, start: '09:00', end: '09:30' }

describe('what counts as late (P-061, P-062, design 3.2)', () => {
  it('LATE 15 is noted, and nobody is rung or texted', async () => {
    story = await beginStory({ date: DAY, time: '08:40', visits: [PETER_AT_NINE] })
    await story.phone(ANNA).texts('LATE 15')
    await story.phone(ANNA).gets(/^Thanks Anna\. Peter A 9am now 9\.15am\. Noted\. No need for us to ring them\.$/)
    await story.pass(40)
    expect(await story.line.database.lateVisitRecord.count()).toBe(0)
    expect(await story.line.database.matter.count()).toBe(0)
    await story.nothingElseWasSent()
  })

  it('LATE 16 is told', async () => {
    story = await beginStory({ date: DAY, time: '08:40', visits: [PETER_AT_NINE] })
    await story.phone(ANNA).texts('LATE 16 traffic')
    await story.phone(ANNA).gets(/now 9\.16am\. We are telling them now\.$/)
    await story.phone(ROSA).gets(/^Late visit no 1: Peter A 9am now expected 9\.16am/)
    await story.phone(PETER).gets(/with you by 9\.16am/)
    await story.nothingElseWasSent()
  })

  it('what the contract says wins: LATE 16 is not late where 30 was agreed', async () => {
    const agreed = { ...PETER_ASHDOWN, lateMinutes: 30, missedMinutes: 60 }
    story = await beginStory({ date: DAY, time: '08:40', serviceUsers: [agreed], visits: [PETER_AT_NINE] })
    await story.phone(ANNA).texts('LATE 30')
    await story.phone(ANNA).gets(/now 9\.30am\. Noted\./)
    await story.nothingElseWasSent()
  })

  it('LATE 10 to a time-critical visit is told, and is no late visit for the record', async () => {
    story = await beginStory({ date: DAY, time: '08:40', visits: [{ ...PETER_AT_NINE, timeCritical: true }] })
    await story.phone(ANNA).texts('LATE 10 traffic')
    await story.phone(ANNA).gets(/now 9\.10am\. We are telling them now\.$/)
    await story.phone(PETER).gets(/with you by 9\.10am/)
    expect(await story.line.database.lateVisitRecord.count()).toBe(0)
    await story.nothingElseWasSent()
  })
})

describe('both nights of the clock change, whatever today is', () => {
  it('25 October 2026: half past one comes twice, and each visit has its own', async () => {
    const night = '2026-10-25'
    const visits: VisitSeed[] = [
      { ref: 'first', serviceUser: 'SU1', careWorker: 'CW1', date: night, start: '01:30', end: '01:45' },
      { ref: 'second', serviceUser: 'SU2', careWorker: 'CW2', date: night, start: '01:30', end: '02:00', side: 'end' },
    ]
    story = await beginStory({ date: night, time: '01:10', side: 'start', visits })
    const [anna, sam, brenda, peter, rosa] = [ANNA, '07700 900102', BRENDA, PETER, ROSA].map((n) =>
      story.phone(n),
    ) as Phones
    await anna.texts('LATE 20 traffic')
    await anna.gets(/^Thanks Anna\. Brenda T 1\.30am now 1\.50am\. We are telling them now\.$/)
    await rosa.gets(/^Late visit no 1: Brenda T 1\.30am now expected 1\.50am, Anna/)
    await brenda.answers()
    await brenda.hears(/Anna will be with you by ten to two/)
    await brenda.callEnds()
    expect(await newStarts()).toEqual([toInstant({ date: night, time: '01:50' }, ZONE, 'start')])
    await anna.texts('HERE')
    await anna.gets(/^Thanks Anna\. Brenda T started 1\.1\dam\.$/)
    // an hour later the wall clock says ten past one again
    await story.passSeconds((toInstant({ date: night, time: '01:10' }, ZONE, 'end') - story.at()) / 1000)
    await sam.texts('LATE 1.55 traffic')
    await sam.gets(/^Thanks Sam\. Peter A 1\.30am now 1\.55am\. We are telling them now\.$/)
    await rosa.gets(/^Late visit no 2: Peter A 1\.30am now expected 1\.55am, Sam/)
    await peter.gets(/Sam will be with you by 1\.55am/)
    expect((await newStarts()).at(-1)).toBe(toInstant({ date: night, time: '01:55' }, ZONE, 'end'))
    await story.nothingElseWasSent()
  })

  it('28 March 2027: half past one does not exist, so the visit is at two', async () => {
    const night = '2027-03-28'
    const visits: VisitSeed[] = [{ serviceUser: 'SU1', careWorker: 'CW1', date: night, start: '01:30', end: '02:30' }]
    story = await beginStory({ date: night, time: '00:50', visits })
    await story.phone(ANNA).texts('LATE 20 traffic')
    await story.phone(ANNA).gets(/^Thanks Anna\. Brenda T 2am now 2\.20am\. We are telling them now\.$/)
    await story.phone(ROSA).gets(/Brenda T 2am now expected 2\.20am/)
    await story.phone(BRENDA).answers()
    await story.phone(BRENDA).hears(/by twenty past two/)
    await story.phone(BRENDA).callEnds()
    expect(await newStarts()).toEqual([toInstant({ date: night, time: '02:20' }, ZONE, 'start')])
    await story.nothingElseWasSent()
  })
})

type Phone = ReturnType<Story['phone']>
type Phones = [Phone, Phone, Phone, Phone, Phone]

async function newStarts() {
  const events = await story.line.database.visitEvent.findMany({ where: { kind: 'late' }, orderBy: { ord: 'asc' } })
  return events.map((event) => event.newStart?.getTime())
}
