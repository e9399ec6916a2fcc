import { afterEach, describe, expect, it } from 'vitest'
import { ANNA, BRENDA, DEV, GAIL, MEI, OFFICE, PETER, ROSA, type VisitSeed } from '../support/agency.ts'
import { beginStory, type Story } from './support/story.ts'

let story: Story
afterEach(() => story.close())

const DAY = '2026-11-24'
const STRANGER = '07700 900555'
const BRENDA_AT_NINE: VisitSeed = { serviceUser: 'SU1', careWorker: 'CW1', date: DAY, start: '09:00', end: '09:30' }

async function begin(visits: VisitSeed[] = []): Promise<void> {
  story = await beginStory({ date: DAY, time: '08:41', visits })
}

describe('whoever rings the line is led to a person (P-020, P-138)', () => {
  it('a service user we know: the manager hears who it is, takes the call with 1, and the two talk', async () => {
    await begin()
    const [brenda, dev] = [story.phone(BRENDA), story.phone(DEV)]
    await brenda.ringsTheLine()
    await brenda.hears(
      /This is Quillbrook Home Care\. I see no visit for you today or tomorrow\. I will put you through to a person\.$/,
    )
    await dev.answers()
    await dev.hears(/^Call from Mrs Trundle\. Press 1 to take it\.$/)
    await dev.presses('1')
    await story.passSeconds(2)
    await brenda.says('Nobody has come')
    await dev.hearsTheOther(/Nobody has come/)
    await dev.hangsUp()
    await brenda.callEnds()
    // they have spoken, so nobody needs to be rung back
    expect(await story.line.database.officeItem.findMany()).toMatchObject([
      { kind: 'ring-back', doneHow: 'put through to a person, who took the call by key' },
    ])
    await story.pass(40)
    await story.nothingElseWasSent()
  })

  it('the voicemail of the first phone does not swallow the caller: the next phone rings', async () => {
    await begin()
    const [gail, dev, mei] = [story.phone(GAIL), story.phone(DEV), story.phone(MEI)]
    await dev.behaves('voicemail')
    await gail.ringsTheLine()
    await gail.hears(/I will put you through/)
    await mei.answers(90)
    await mei.hears(/Call from Gail Trundle, for Mrs Trundle\. Press 1 to take it\./)
    await mei.presses('1')
    await story.passSeconds(2)
    await mei.hangsUp()
    await gail.callEnds()
    await dev.missedCalls(1)
    await story.nothingElseWasSent()
  })

  it('an unknown number, and nobody accepts: a clock time is promised, and then a phone rings', async () => {
    await begin()
    const [stranger, dev, mei] = [story.phone(STRANGER), story.phone(DEV), story.phone(MEI)]
    await dev.behaves('engaged')
    await mei.behaves('never-answers')
    await story.phone(OFFICE).behaves('engaged')
    await stranger.ringsTheLine()
    await stranger.hears(
      /Somebody will ring you back by five past nine\. .* If you feel unwell, hang up and dial nine nine nine\./,
      120,
    )
    await stranger.callEnds()
    await mei.missedCalls(1)
    await dev.behaves('answers')
    await dev.answers(1800)
    // ten minutes before the promised time, so that it can be kept
    expect(clock()).toBe('08:55')
    await dev.hears(/An unknown number rang and is to be rung back\. Due five past nine/)
    await dev.presses('4')
    await dev.presses('3')
    await dev.callEnds()
    await dev.gets(/^You have it: an unknown number rang and is to be rung back\. Ring 07700 900555\.$/)
    await story.nothingElseWasSent()
  })

  it('hanging up while it rings cancels nothing: they are rung back all the same', async () => {
    await begin()
    const [brenda, dev] = [story.phone(BRENDA), story.phone(DEV)]
    await brenda.ringsTheLine()
    await brenda.hears(/I will put you through/)
    await dev.rings()
    await brenda.hangsUp()
    await story.settle()
    expect((await dev.view()).call).toBeNull()
    await dev.answers(1800)
    await dev.hears(/Mrs Trundle rang and is to be rung back/)
    await dev.presses('4')
    await dev.presses('3')
    await dev.callEnds()
    await dev.gets(/^You have it: Mrs Trundle rang and is to be rung back\. Ring 01632 960101\.$/)
    await story.nothingElseWasSent()
  })

  it('a withheld number is served like any other', async () => {
    await begin()
    const [brenda, dev] = [story.phone(BRENDA), story.phone(DEV)]
    await brenda.ringsTheLine(true)
    await brenda.hears(/I will put you through to a person/)
    await dev.answers()
    await dev.hears(/Call from an unknown number\. Press 1 to take it\./)
    await dev.presses('1')
    await story.passSeconds(2)
    await dev.hangsUp()
    await brenda.callEnds()
    await story.nothingElseWasSent()
  })

  it('a withheld number, and nobody accepts: nothing is promised that nobody could keep', async () => {
    await begin()
    const brenda = story.phone(BRENDA)
    for (const number of [DEV, MEI, OFFICE]) await story.phone(number).behaves('engaged')
    await brenda.ringsTheLine(true)
    await brenda.callEnds()
    const heard = await brenda.heardInAll()
    expect(heard).toMatch(
      /I will try to reach a person again\. .*we cannot see your number\. Please ring this number again at five past nine\./,
    )
    expect(heard).not.toMatch(/ring you back/)
    // and a person is told that somebody tried
    await story.phone(DEV).behaves('answers')
    await story.phone(DEV).answers(1800)
    await story.phone(DEV).hears(/Somebody who hides their number rang, and nobody took the call/)
    await story.phone(DEV).presses('4')
    await story.phone(DEV).presses('3')
    await story.phone(DEV).callEnds()
    await story
      .phone(DEV)
      .gets(
        /^You have it: Somebody who hides their number rang, and nobody took the call\. There is no number to ring\.$/,
      )
    await story.nothingElseWasSent()
  })
})

describe('in the call that tells the time', () => {
  it('any key leads to a person, who hears who it is', async () => {
    await begin([BRENDA_AT_NINE])
    const [anna, brenda, dev] = [story.phone(ANNA), story.phone(BRENDA), story.phone(DEV)]
    await anna.texts('LATE 20 traffic')
    await anna.gets(/now 9\.20am/)
    await story.phone(ROSA).gets(/^Late visit no 1/)
    await brenda.answers()
    await brenda.hears(/You do not need to do anything/)
    await brenda.presses('7')
    await brenda.hears(/I will put you through to a person/)
    await dev.answers()
    await dev.hears(/Call from Mrs Trundle\. Press 1/)
    await dev.presses('1')
    await story.passSeconds(2)
    await dev.hangsUp()
    await brenda.callEnds()
    const contact = await story.line.database.contact.findFirstOrThrow({ where: { message: 'eta' } })
    expect(contact).toMatchObject({ grade: 'A' })
    await story.pass(20)
    await story.nothingElseWasSent()
  })

  it('a key pressed during the very first words leads to a person, and nothing has been told', async () => {
    await begin([BRENDA_AT_NINE])
    const [anna, brenda, dev] = [story.phone(ANNA), story.phone(BRENDA), story.phone(DEV)]
    await anna.texts('LATE 20 traffic')
    await anna.gets(/now 9\.20am/)
    await story.phone(ROSA).gets(/^Late visit no 1/)
    await brenda.answers()
    await brenda.hears(/^This is Quillbrook Home Care\.$/)
    await brenda.presses('5')
    await brenda.hears(/^I will put you through to a person\.$/)
    await dev.answers()
    await dev.hears(/Call from Mrs Trundle\. Press 1/)
    await dev.presses('1')
    await story.passSeconds(2)
    await dev.hangsUp()
    // a conversation with somebody else told her no time: the line rings again, and says it
    await brenda.answers()
    await brenda.hears(/will be with you by twenty past nine/)
    await brenda.callEnds()
    await story.nothingElseWasSent()
  })

  it.each(['running late today', 'I will say that again'])('a key pressed while "%s" is said counts', async (words) => {
    await begin([BRENDA_AT_NINE])
    const [anna, brenda, dev] = [story.phone(ANNA), story.phone(BRENDA), story.phone(DEV)]
    await anna.texts('LATE 20 traffic')
    await anna.gets(/now 9\.20am/)
    await story.phone(ROSA).gets(/^Late visit no 1/)
    await brenda.answers()
    await brenda.hears(new RegExp(words))
    await brenda.presses('1')
    await brenda.hears(/^I will put you through to a person\.$/)
    await dev.answers()
    await dev.presses('1')
    await story.passSeconds(2)
    await dev.hangsUp()
    await brenda.callEnds()
    await story.nothingElseWasSent()
  })

  it('"yes" to "Do you need help?", and nobody is free: a time is promised, and a phone rings well before it', async () => {
    await begin([BRENDA_AT_NINE])
    const [anna, brenda, dev] = [story.phone(ANNA), story.phone(BRENDA), story.phone(DEV)]
    for (const number of [DEV, MEI, OFFICE]) await story.phone(number).behaves('engaged')
    await anna.texts('LATE 20 traffic')
    await anna.gets(/now 9\.20am/)
    await story.phone(ROSA).gets(/^Late visit no 1/)
    await brenda.answers()
    await brenda.hears(/Do you need help\?/)
    await brenda.says('yes please')
    await brenda.hears(/Somebody will ring you back by (five|ten) past nine/)
    await brenda.callEnds()
    await dev.behaves('answers')
    await dev.answers(240)
    await dev.hears(/Mrs Trundle rang and is to be rung back/)
    await dev.presses('4')
    await dev.presses('3')
    await dev.callEnds()
    await dev.gets(/Ring 01632 960101\.$/)
    await story.phone(PETER).missedCalls(0)
    await story.nothingElseWasSent()
  })

  it('answered when the time is over: no time is told, the office rings by a clock time', async () => {
    await begin([BRENDA_AT_NINE])
    await story.passSeconds(36 * 60 + 40)
    const [anna, brenda] = [story.phone(ANNA), story.phone(BRENDA)]
    await anna.texts('LATE 18 traffic')
    await anna.gets(/now 9\.18am/)
    await story.phone(ROSA).gets(/^Late visit no 1/)
    await brenda.rings()
    await story.passSeconds(20)
    await brenda.picksUp()
    await brenda.hears(/Mrs Trundle, this is about the visit today\. The office will ring you by twenty to ten/)
    await brenda.callEnds()
    expect(await brenda.heardInAll()).not.toMatch(/eighteen/)
    expect(await story.line.database.officeItem.findMany({ where: { kind: 'ring-back' } })).toHaveLength(1)
    // the promise is kept by a person, who is rung now, since she could not be told a time
    const dev = story.phone(DEV)
    await dev.answers()
    await dev.hears(/Brenda T could not be told that the visit is late/)
    await dev.presses('4')
    await dev.presses('3')
    await dev.callEnds()
    await dev.gets(/Ring 01632 960101\.$/)
    await story.nothingElseWasSent()
  })
})

function clock(): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeStyle: 'short' }).format(story.at())
}
