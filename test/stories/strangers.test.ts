import { afterEach, describe, expect, it } from 'vitest'
import { ANNA, BRENDA, DEV, GAIL, MEI, PETER, ROSA, type VisitSeed } from '../support/agency.ts'
import { beginStory, type Story } from './support/story.ts'

let story: Story
afterEach(() => story.close())

const DAY = '2026-11-24'
const STRANGER = '07700 900555'
const PETER_AT_NINE: VisitSeed = { serviceUser: 'SU2', careWorker: 'CW1', date: DAY, start: '09:00', end: '09:30' }

async function begin(visits: VisitSeed[] = []): Promise<void> {
  story = await beginStory({ date: DAY, time: '08:41', visits })
}

describe('a text from a number we do not know', () => {
  it('is answered once, never twice, and rings the on-call manager, who takes it with 4 and then 3', async () => {
    await begin()
    const [stranger, dev] = [story.phone(STRANGER), story.phone(DEV)]
    await stranger.texts('LATE 20')
    await stranger.gets(
      /^Quillbrook Home Care: we do not know this number\. A person looks at your text by 9\.05am\. Urgent\? Ring 01632 960999\. In danger\? Ring 999\.$/,
    )
    await dev.answers(1500)
    // ten minutes before the promised time, so that it can be kept
    expect(clock()).toBe('08:55')
    await dev.hears(
      /^Quillbrook Home Care line\. A text came from a number we do not know\. Due five past nine\. Press 4 to take it\. Press 5 to pass it on\. Press star to hear it again\.$/,
    )
    await dev.presses('4')
    await dev.hears(/^Press 3 to confirm\.$/)
    await dev.presses('3')
    await dev.hears(/^You have it\. We will text the details\.$/)
    await dev.callEnds()
    await dev.gets(/^You have it: A text came from a number we do not know\. Ring 07700 900555\.$/)
    await stranger.texts('hello?')
    await story.pass(10)
    await story.nothingElseWasSent()
  })

  it('4-4-7-4 takes nothing: the next tier is rung', async () => {
    await begin()
    const [dev, mei] = [story.phone(DEV), story.phone(MEI)]
    await story.phone(STRANGER).texts('LATE 20')
    await story.phone(STRANGER).gets(/we do not know this number/)
    await dev.answers(1500)
    await dev.hears(/Press 4 to take it/)
    for (const key of ['4', '4', '7', '4']) await dev.presses(key)
    await dev.hears(/Press 3 to confirm/)
    await dev.callEnds()
    expect(await openItems()).toBe(1)
    await mei.answers()
    await mei.hears(/A text came from a number we do not know/)
    await mei.presses('4')
    await mei.presses('3')
    await mei.callEnds()
    await mei.gets(/^You have it/)
    expect(await openItems()).toBe(0)
    await story.nothingElseWasSent()
  })

  it('a voicemail takes nothing, and 5 passes it on', async () => {
    await begin()
    const [dev, mei, rosa] = [story.phone(DEV), story.phone(MEI), story.phone(ROSA)]
    await dev.behaves('voicemail')
    await story.phone('01632 960998').behaves('engaged')
    await story.phone(STRANGER).texts('LATE 20')
    await story.phone(STRANGER).gets(/we do not know this number/)
    await mei.answers(1800)
    await mei.hears(/Press 5 to pass it on/)
    await mei.presses('5')
    await mei.hears(/It is passed on\. Thank you\./)
    await mei.callEnds()
    await rosa.answers()
    await rosa.hears(/A text came from a number we do not know/)
    await rosa.presses('4')
    await rosa.presses('3')
    await rosa.callEnds()
    await rosa.gets(/^You have it/)
    await dev.missedCalls(1)
    expect(await dev.heardInAll()).not.toMatch(/You have it/)
    await story.nothingElseWasSent()
  })

  it('nobody takes it: the ladder starts again after a rest, until somebody does', async () => {
    await begin()
    const dev = story.phone(DEV)
    for (const number of [DEV, MEI, ROSA, '01632 960998']) await story.phone(number).behaves('engaged')
    await story.phone(STRANGER).texts('LATE 20')
    await story.phone(STRANGER).gets(/we do not know this number/)
    await story.pass(20)
    expect(await rung()).toBeGreaterThanOrEqual(8)
    await dev.behaves('answers')
    await dev.answers(300)
    await dev.presses('4')
    await dev.presses('3')
    await dev.callEnds()
    await dev.gets(/^You have it/)
    await story.pass(10)
    await story.nothingElseWasSent()
  })

  it('an emergency is answered with 999, and rings at once', async () => {
    await begin()
    const [stranger, dev] = [story.phone(STRANGER), story.phone(DEV)]
    await stranger.texts('she has collapsed and is not breathing')
    await stranger.gets(/^Is anyone in danger\? Ring 999 now\. We are ringing the manager on call about your text\.$/)
    await dev.answers()
    await dev.presses('4')
    await dev.presses('3')
    await dev.callEnds()
    await dev.gets(/^You have it/)
    await story.nothingElseWasSent()
  })
})

describe('a service user or their family writes', () => {
  it('is answered, and a phone rings within five minutes', async () => {
    await begin()
    const [gail, dev] = [story.phone(GAIL), story.phone(DEV)]
    await gail.texts('Nobody has been to mum yet')
    await gail.gets(/^Quillbrook Home Care: thank you\. A person will ring you by 8\.51am\./)
    await dev.answers(400)
    await dev.hears(/A text says that nobody has come to Brenda T/)
    await dev.presses('4')
    await dev.presses('3')
    await dev.callEnds()
    await dev.gets(/^You have it: A text says that nobody has come to Brenda T\. Ring 07700 900201\.$/)
    await story.nothingElseWasSent()
  })

  it('HELP: the carrier answers it, a phone rings at once', async () => {
    await begin()
    const [peter, dev] = [story.phone(PETER), story.phone(DEV)]
    await peter.texts('HELP')
    await peter.gets(/^Reply STOP to unsubscribe/)
    await dev.answers()
    await dev.hears(/A text about Peter A needs a person/)
    await dev.presses('4')
    await dev.presses('3')
    await dev.callEnds()
    await dev.gets(/^You have it/)
    await story.phone(BRENDA).missedCalls(0)
    await story.nothingElseWasSent()
  })
})

describe('a cry for help behind a LATE 20', () => {
  it('the on-call manager is rung at once, the answer says 999, and the lateness is kept and told', async () => {
    await begin([PETER_AT_NINE])
    const [anna, dev] = [story.phone(ANNA), story.phone(DEV)]
    await anna.texts('LATE 20, Mrs Trundle has collapsed')
    await anna.gets(/^Is anyone in danger\? Ring 999 now\. We are ringing the manager on call about your text\.$/)
    await dev.rings()
    await story.phone(ROSA).gets(/^Late visit no 1: Peter A 9am now expected 9\.20am/)
    await story.phone(PETER).gets(/with you by 9\.20am/)
    await dev.picksUp()
    await dev.hears(/A text from Anna asks for help now/)
    await dev.presses('4')
    await dev.presses('3')
    await dev.callEnds()
    await dev.gets(/^You have it: A text from Anna asks for help now\. Ring 07700 900101\.$/)
    expect(await story.line.database.visitEvent.findMany()).toMatchObject([{ kind: 'late', minutes: 20 }])
    await story.nothingElseWasSent()
  })

  it.each([
    ['SICK', /get well soon\. The office has your visits and/, /Anna is sick, and their visits need somebody else/],
    ['MISSED Ashdown, sorry', /^Thanks Anna\. The office has this and/, /Anna says that a visit to Peter A was missed/],
    [
      'I cant do Ashdown',
      /Peter A 9am: the office sees to cover and/,
      /Anna cannot do the visit to Peter A, planned nine/,
    ],
  ])('"%s": a phone rings at once (P-086), and rings them by the promised time', async (body, answer, item) => {
    await begin([PETER_AT_NINE])
    const [anna, dev] = [story.phone(ANNA), story.phone(DEV)]
    await anna.texts(body)
    expect(await anna.gets(answer)).toMatch(/will ring you by 8\.51am\.$/)
    await dev.answers()
    await dev.hears(item)
    await dev.presses('4')
    await dev.presses('3')
    await dev.callEnds()
    await dev.gets(/Ring 07700 900101\.$/)
    await story.nothingElseWasSent()
  })
})

function clock(): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeStyle: 'short' }).format(story.at())
}

function openItems(): Promise<number> {
  return story.line.database.officeItem.count({ where: { doneAt: null } })
}

function rung(): Promise<number> {
  return story.line.database.attempt.count({ where: { contact: { message: 'office-item' }, outcome: 'engaged' } })
}
