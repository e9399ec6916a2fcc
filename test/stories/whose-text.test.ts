import { afterEach, describe, expect, it } from 'vitest'
import { ANNA, BRENDA, CARE_WORKERS, DEV, PETER, ROSA, SAM, type VisitSeed } from '../support/agency.ts'
import { beginStory, type Story } from './support/story.ts'

let story: Story
afterEach(() => story.close())

const DAY = '2026-11-24'
const STRANGER = '07700 900555'
const BRENDAS: VisitSeed = { serviceUser: 'SU1', careWorker: 'CW1', date: DAY, start: '09:00', end: '09:30' }
const PETERS: VisitSeed = { serviceUser: 'SU2', careWorker: 'CW2', date: DAY, start: '09:40', end: '10:10' }

async function begin(visits = [BRENDAS, PETERS], careWorkers = CARE_WORKERS): Promise<void> {
  story = await beginStory({ date: DAY, time: '08:40', visits, careWorkers })
}

describe('not in one’s own name: confirmed by name before any time is moved (design 3.9)', () => {
  it('a borrowed phone: "Anna" is enough, her visit is moved, and she reads of it on her own phone', async () => {
    await begin()
    const [anna, sam, brenda, rosa] = [story.phone(ANNA), story.phone(SAM), story.phone(BRENDA), story.phone(ROSA)]
    await sam.texts('this is Anna on Sams phone, late 20 traffic')
    await sam.gets(/^Thanks\. So that we move the right time: whose visit is it\? Text the name: Anna or Sam$/)
    expect(await story.line.database.visitEvent.count()).toBe(0)
    await sam.texts('anna')
    await sam.gets(/^Thanks Anna\. Brenda T 9am now 9\.20am\. We are telling them now\.$/)
    await anna.gets(
      /^Anna: Brenda T 9am is now 9\.20am, as you told us from another phone\. Not right\? Ring 01632 960999\.$/,
    )
    await rosa.gets(/^Late visit no 1: Brenda T 9am now expected 9\.20am, Anna\. Reason: traffic\.$/)
    await brenda.answers()
    await brenda.hears(/Anna, is running late/)
    await brenda.callEnds()
    await story.pass(20)
    await story.nothingElseWasSent()
  })

  it('a borrowed phone that nobody answers for: a phone rings within ten minutes', async () => {
    await begin()
    const [sam, dev] = [story.phone(SAM), story.phone(DEV)]
    await sam.texts('its Anna using sams phone running 20 late')
    await sam.gets(/whose visit is it/)
    await dev.answers(400)
    await dev.hears(/Sam wrote about a visit and has not said whose it is/)
    await dev.presses('4')
    await dev.presses('3')
    await dev.callEnds()
    await dev.gets(/Ring 07700 900102\.$/)
    expect(await story.line.database.visitEvent.count()).toBe(0)
    await story.nothingElseWasSent()
  })

  it('UNDO while it is asked whose: what was asked is dropped, an earlier report of one’s own stands', async () => {
    await begin()
    const [sam, peter, rosa] = [story.phone(SAM), story.phone(PETER), story.phone(ROSA)]
    await sam.texts('LATE 20 traffic')
    await sam.gets(/^Thanks Sam\. Peter A 9\.40am now 10am\./)
    await rosa.gets(/^Late visit no 1: Peter A 9\.40am now expected 10am/)
    await peter.gets(/^Quillbrook Home Care: Sam is running late\. Sam will be with you by 10am\./)
    await sam.texts('this is Anna on Sams phone, late 30')
    await sam.gets(/whose visit is it/)
    await sam.texts('UNDO')
    await sam.gets(/^Thanks Sam\. What we asked about is dropped, and nothing was changed\.$/)
    expect(await story.line.database.visitEvent.findMany({ orderBy: { ord: 'asc' } })).toMatchObject([
      { kind: 'late', minutes: 20 },
    ])
    await story.pass(15)
    await story.nothingElseWasSent()
  })

  it('STOP between the question and its answer: nothing is moved, they are rung, and a person learns of both', async () => {
    await begin()
    const [sam, dev] = [story.phone(SAM), story.phone(DEV)]
    await sam.texts('this is Anna on Sams phone, late 20')
    await sam.gets(/whose visit is it/)
    await sam.texts('STOP')
    await sam.gets(/unsubscribed/)
    await sam.answers()
    await sam.hears(/texts/)
    await sam.callEnds()
    await dev.answers(400)
    await dev.hears(/Sam wrote about a visit and has not said whose it is/)
    await dev.presses('4')
    await dev.presses('3')
    await dev.callEnds()
    await dev.gets(/Ring 07700 900102\.$/)
    expect(await story.line.database.visitEvent.count()).toBe(0)
    await story.nothingElseWasSent()
  })

  it('"Sam is off sick" from Anna’s phone: a phone rings now with both names, and Anna stays on her visits', async () => {
    await begin()
    const [anna, dev] = [story.phone(ANNA), story.phone(DEV)]
    await anna.texts('sams off sick')
    await anna.gets(/^Thanks Anna\. The office has this and will ring you by 8\.50am\.$/)
    await dev.answers()
    await dev.hears(/Anna says that Sam does not come, and their visits may need somebody else/)
    await dev.presses('4')
    await dev.presses('3')
    await dev.callEnds()
    await dev.gets(/^You have it: Anna says that Sam does not come.* Ring 07700 900101\.$/)
    expect(await story.line.database.visitEvent.count()).toBe(0)
    await story.nothingElseWasSent()
  })

  it('a phone that nobody knows, in Anna’s name: nothing is moved, she is asked on hers, a person rings', async () => {
    await begin()
    const [anna, stranger, dev] = [story.phone(ANNA), story.phone(STRANGER), story.phone(DEV)]
    await stranger.texts('this is Anna on my sons phone, late 20')
    await stranger.gets(/^Quillbrook Home Care: we do not know this number\. A person looks at your text by 8\.50am\./)
    await anna.gets(/^Anna: a text from another phone says it is from you\. Nothing was changed\./)
    await dev.answers(400)
    await dev.hears(/A text from another phone says that it is from Anna/)
    await dev.presses('4')
    await dev.presses('3')
    await dev.callEnds()
    await dev.gets(/Ring 07700 900555\.$/)
    expect(await story.line.database.visitEvent.count()).toBe(0)
    await story.nothingElseWasSent()
  })

  it('asked whose visit it is, a name in a cry for help is no answer: a phone rings at once, no time is moved', async () => {
    await begin()
    const [anna, dev] = [story.phone(ANNA), story.phone(DEV)]
    await anna.texts('this is Sam, late 20')
    await anna.gets(/whose visit is it/)
    await anna.texts('Anna help Ive fallen')
    await anna.gets(/^Is anyone in danger\? Ring 999 now\. We are ringing the manager on call about your text\.$/)
    await dev.rings()
    await dev.picksUp()
    await dev.hears(/A text from Anna asks for help now/)
    await dev.presses('4')
    await dev.presses('3')
    await dev.callEnds()
    await dev.gets(/^You have it: A text from Anna asks for help now\. Ring 07700 900101\.$/)
    expect(await story.line.database.visitEvent.count()).toBe(0)
    expect(await story.line.database.officeItem.findMany({ where: { doneAt: null } })).toMatchObject([
      { kind: 'whose-visit', nextDueAt: expect.any(Date) },
    ])
    await story.nothingElseWasSent()
  })

  it('standing in: the household hears who comes, and whose visit it was reads so', async () => {
    await begin()
    const [anna, sam, peter, rosa] = [story.phone(ANNA), story.phone(SAM), story.phone(PETER), story.phone(ROSA)]
    await anna.texts('im covering sams visits today, late 20 traffic')
    await anna.gets(/whose visit is it\? Text the name: Sam or Anna$/)
    await anna.texts('Sam')
    await anna.gets(/^Thanks Anna\. Peter A 9\.40am now 10am\. We are telling them now\.$/)
    await sam.gets(/^Sam: Peter A 9\.40am is now 10am, as Anna K told us from another phone\. Not right\?/)
    await rosa.gets(/^Late visit no 1: Peter A 9\.40am now expected 10am, Anna/)
    await peter.gets(/^Quillbrook Home Care: Anna is running late\. Anna will be with you by 10am\./)
    const rows = await story.line.database.visitAllocation.findMany({
      where: { visitId: story.agency.visits.get('V2') ?? '' },
      orderBy: { fromAt: 'asc' },
    })
    // who was initially allocated stays on record (P-083)
    expect(rows.map((row) => [row.careWorkerId, row.untilAt === null])).toEqual([
      [story.agency.careWorkers.get('CW2'), false],
      [story.agency.careWorkers.get('CW1'), true],
    ])
    expect(await story.line.database.officeItem.findMany({ where: { doneAt: null } })).toMatchObject([
      { kind: 'standing-in', details: { careWorker: 'Anna', other: 'Sam', person: 'Peter A' } },
    ])
    await story.nothingElseWasSent()
  })

  it('two runs in one day, and their visits overlap: one question', async () => {
    await begin([BRENDAS, { ...PETERS, careWorker: 'CW1', start: '09:10', end: '09:40' }])
    const [anna, peter, rosa] = [story.phone(ANNA), story.phone(PETER), story.phone(ROSA)]
    await anna.texts('LATE 20 traffic')
    await anna.gets(/^Thanks Anna\. Which visit\? 1 Brenda T 9am or 2 Peter A 9\.10am\? Text 1 or 2$/)
    await anna.texts('ashdown')
    await anna.gets(/^Thanks Anna\. Peter A 9\.10am now 9\.30am\. We are telling them now\.$/)
    await rosa.gets(/^Late visit no 1: Peter A/)
    await peter.gets(/by 9\.30am/)
    await story.nothingElseWasSent()
  })

  it('two care workers on one number: asked who, and "T" afterwards is that one’s', async () => {
    await begin(
      [BRENDAS, PETERS],
      [
        { ref: 'CW1', firstName: 'Anna', lastName: 'Kowal', number: ANNA },
        { ref: 'CW2', firstName: 'Sam', lastName: 'Osei', number: ANNA },
      ],
    )
    const [shared, peter, rosa] = [story.phone(ANNA), story.phone(PETER), story.phone(ROSA)]
    await shared.texts('LATE 20')
    await shared.gets(/whose visit is it\? Text the name: Anna or Sam$/)
    await shared.texts('SAM')
    await shared.gets(/^Thanks Sam\. Peter A 9\.40am now 10am\. We are telling them now\. Why\? T traffic/)
    await shared.texts('T')
    await shared.gets(/^Thanks Sam\. Noted\.$/)
    await rosa.gets(/^Late visit no 1: Peter A 9\.40am now expected 10am, Sam/)
    await peter.gets(/Sam is running late/)
    const events = await story.line.database.visitEvent.findMany({ orderBy: { ord: 'asc' } })
    const sam = story.agency.careWorkers.get('CW2')
    expect(events).toMatchObject([
      { kind: 'late', minutes: 20, careWorkerId: sam },
      { kind: 'reason', reason: 'traffic', careWorkerId: sam },
    ])
    await story.nothingElseWasSent()
  })
})
