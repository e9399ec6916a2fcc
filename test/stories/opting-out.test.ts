import { afterEach, describe, expect, it } from 'vitest'
import { peopleOutOfReach } from '../../src/store/out-of-reach.ts'
import { phoneBook } from '../../src/store/phone-book.ts'
import { ANNA, DEV, MEI, OFFICE, PETER, ROSA, type VisitSeed } from '../support/agency.ts'
import { beginStory, type Story } from './support/story.ts'

let story: Story
afterEach(() => story.close())

const DAY = '2026-11-24'
const PETER_AT_NINE: VisitSeed = { serviceUser: 'SU2', careWorker: 'CW1', date: DAY, start: '09:00', end: '09:30' }
const TWO_ON_ONE_PHONE = [
  { ref: 'CW1', firstName: 'Anna', lastName: 'Kowal', number: ANNA },
  { ref: 'CW2', firstName: 'Sam', lastName: 'Osei', number: ANNA },
]

async function begin(visits: VisitSeed[] = [], more: Partial<Parameters<typeof beginStory>[0]> = {}): Promise<void> {
  story = await beginStory({ date: DAY, time: '08:41', visits, ...more })
}

/** Anna is rung, hears why, and hangs up. */
async function annaHearsOfStop(): Promise<void> {
  const anna = story.phone(ANNA)
  await anna.answers()
  await anna.hears(/Anna, you texted STOP, so our texts cannot reach you any more\./)
  await anna.callEnds()
}

describe('an opt-out word from staff (design decision 3)', () => {
  it.each(['STOP', ' stop ', 'END', 'Cancel', 'QUIT'])('"%s": the sender is rung in the same minute', async (word) => {
    await begin()
    const anna = story.phone(ANNA)
    await anna.texts(word)
    await anna.gets(/successfully been unsubscribed/)
    await anna.answers()
    expect(clock()).toBe('08:41')
    await anna.hears(/^This is Quillbrook Home Care\.$/)
    await anna.hears(
      /^Anna, you texted STOP, so our texts cannot reach you any more\. To have them again, text START to this number\.$/,
    )
    await anna.hears(/Text START to have our texts again\. Or press 1 for a person\. Thank you\. Goodbye\.$/)
    await anna.callEnds()
    // she knows, so nobody else is rung about it
    await story.pass(30)
    expect(await items()).toEqual([['opted-out', 'rung by the line and told that texts are stopped']])
    await story.nothingElseWasSent()
  })

  it('a delivery that comes doubled, and STOP once more, ring once', async () => {
    await begin()
    const anna = story.phone(ANNA)
    await story.carrier({ faults: [{ on: 'webhook', kind: 'doubled', times: 2, match: { from: ANNA } }] })
    await anna.texts('STOP')
    await anna.gets(/unsubscribed/)
    await annaHearsOfStop()
    await anna.texts('STOP')
    await anna.gets(/unsubscribed/)
    await story.pass(30)
    await story.nothingElseWasSent()
  })

  it('1 leads to a person, who hears who it is', async () => {
    await begin()
    const [anna, dev] = [story.phone(ANNA), story.phone(DEV)]
    await anna.texts('STOP')
    await anna.gets(/unsubscribed/)
    await anna.answers()
    await anna.hears(/Or press 1 for a person/)
    await anna.presses('1')
    await anna.hears(/I will put you through to a person/)
    await dev.answers()
    await dev.hears(/Call from care worker Anna Kowal\. Press 1 to take it\./)
    await dev.presses('1')
    await story.passSeconds(2)
    await dev.hangsUp()
    await anna.callEnds()
    await story.pass(30)
    await story.nothingElseWasSent()
  })

  it('nobody answers that call: it is tried again, and a manager is rung', async () => {
    await begin()
    const [anna, dev] = [story.phone(ANNA), story.phone(DEV)]
    await anna.behaves('engaged')
    await anna.texts('STOP')
    await anna.gets(/unsubscribed/)
    await dev.answers(1200)
    await dev.hears(/Anna cannot be texted any more/)
    await dev.presses('4')
    await dev.presses('3')
    await dev.callEnds()
    await dev.gets(/^You have it: Anna cannot be texted any more\. Ring 07700 900101\.$/)
    await anna.behaves('answers')
    await anna.answers(900)
    await anna.hears(/you texted STOP/)
    await anna.callEnds()
    await story.pass(30)
    await story.nothingElseWasSent()
  })

  it('a voicemail hears the agency and its number, nothing of what was texted', async () => {
    await begin()
    const anna = story.phone(ANNA)
    await anna.behaves('voicemail')
    await anna.texts('STOP')
    await anna.gets(/unsubscribed/)
    await story.passSeconds(60)
    expect(await anna.heardInAll()).toMatch(/This is Quillbrook Home Care\. Please ring us on/)
    expect(await anna.heardInAll()).not.toMatch(/STOP|Anna/)
  })

  it('from a manager, too', async () => {
    await begin()
    const dev = story.phone(DEV)
    await dev.texts('STOP')
    await dev.gets(/unsubscribed/)
    await dev.answers()
    await dev.hears(/Dev, you texted STOP/)
    await dev.callEnds()
    await story.pass(30)
    await story.nothingElseWasSent()
  })

  it('two care workers on one phone: it is rung once', async () => {
    await begin([], { careWorkers: TWO_ON_ONE_PHONE })
    const anna = story.phone(ANNA)
    await anna.texts('STOP')
    await anna.gets(/unsubscribed/)
    await anna.answers()
    await anna.hears(/Anna or Sam, you texted STOP/)
    await anna.callEnds()
    await story.pass(30)
    await story.nothingElseWasSent()
  })

  it('then LATE 20: acted upon, no text is tried, and a person learns that no answer arrives', async () => {
    await begin([PETER_AT_NINE])
    const anna = story.phone(ANNA)
    await anna.texts('STOP')
    await anna.gets(/unsubscribed/)
    await annaHearsOfStop()
    await anna.texts('LATE 20 traffic')
    await story.phone(PETER).gets(/with you by 9\.20am/)
    await story.phone(ROSA).gets(/^Late visit no 1/)
    expect(await story.line.database.officeItem.findMany({ where: { doneAt: null } })).toMatchObject([
      { kind: 'text-not-delivered', details: { person: 'Anna' } },
    ])
    // the carrier was never asked: there is no id of its
    expect(
      await story.line.database.attempt.findMany({ where: { number: '+447700900101', channel: 'text' } }),
    ).toMatchObject([{ outcome: 'stopped', providerId: null }])
    await story.nothingElseWasSent()
  })

  it.each(['START', 'unstop'])('%s: texts go out again, and we say nothing beside the carrier', async (word) => {
    await begin([PETER_AT_NINE])
    const anna = story.phone(ANNA)
    await anna.texts('STOP')
    await anna.gets(/unsubscribed/)
    await annaHearsOfStop()
    expect(await stoppedAt('+447700900101')).not.toBeNull()
    // wherever people are listed it can be seen
    expect(await noteOf('+447700900101')).toMatch(/takes no texts \(STOP\)$/)
    expect((await peopleOutOfReach(story.line.database)).problems).toContain('care worker CW1 has opted out of texts')
    await anna.texts(word)
    await anna.gets(/re-subscribed/)
    expect(await stoppedAt('+447700900101')).toBeNull()
    await anna.texts('LATE 20 traffic')
    await anna.gets(/now 9\.20am/)
    await story.phone(PETER).gets(/9\.20am/)
    await story.phone(ROSA).gets(/^Late visit no 1/)
    await story.nothingElseWasSent()
  })

  it('START before the call is answered: the call says that texts arrive again, and no manager is rung', async () => {
    await begin()
    const anna = story.phone(ANNA)
    await anna.texts('STOP')
    await anna.gets(/unsubscribed/)
    await anna.rings()
    await anna.texts('START')
    await anna.gets(/re-subscribed/)
    await anna.picksUp()
    await anna.hears(/Anna, our texts reach you again\./)
    await anna.callEnds()
    await story.pass(30)
    expect(await items()).toEqual([['opted-out', 'texted START: texts reach them again']])
    await story.nothingElseWasSent()
  })

  it('YES also takes it back, and is answered by nobody but the carrier; a person reads it', async () => {
    await begin()
    const [anna, dev] = [story.phone(ANNA), story.phone(DEV)]
    await anna.texts('STOP')
    await anna.gets(/unsubscribed/)
    await annaHearsOfStop()
    await anna.texts('YES')
    await anna.gets(/re-subscribed/)
    expect(await stoppedAt('+447700900101')).toBeNull()
    await story.phone(MEI).missedCalls(0)
    await dev.missedCalls(0)
    await story.settle()
    expect((await anna.view()).messages.filter((m) => m.direction === 'in')).toHaveLength(2)
  })
})

describe('a service user who opts out', () => {
  it('is never texted again and rung instead; the office sees it in the morning, and nobody is woken', async () => {
    await begin([PETER_AT_NINE])
    const [anna, peter, dev] = [story.phone(ANNA), story.phone(PETER), story.phone(DEV)]
    await peter.texts('STOP')
    await peter.gets(/successfully been unsubscribed/)
    await anna.texts('LATE 20 traffic')
    await anna.gets(/now 9\.20am/)
    await story.phone(ROSA).gets(/^Late visit no 1/)
    await peter.answers()
    await peter.hears(/Mr Ashdown, your care worker, Anna, is running late today/)
    await peter.callEnds()
    expect(await story.line.database.officeItem.findMany({ where: { doneAt: null } })).toMatchObject([
      { kind: 'household-opted-out', dueAt: new Date('2026-11-24T10:00:00Z') },
    ])
    await anna.texts('HERE')
    await anna.gets(/started/)
    await dev.answers(5400)
    expect(clock()).toBe('09:50')
    await dev.hears(/Peter A wants no more texts, and is rung from now on/)
    await dev.presses('4')
    await dev.presses('3')
    await dev.callEnds()
    await dev.gets(/^You have it: Peter A wants no more texts/)
    await story.nothingElseWasSent()
  })

  it('with a text on its way: what was planned before is not sent', async () => {
    await begin([PETER_AT_NINE])
    const [anna, peter] = [story.phone(ANNA), story.phone(PETER)]
    await anna.sends('LATE 20 traffic')
    await peter.sends('STOP')
    await story.settle()
    await anna.gets(/now 9\.20am/)
    await peter.gets(/unsubscribed|with you by/)
    await story.phone(ROSA).gets(/^Late visit no 1/)
  })
})

describe('the carrier says that somebody has opted out (21610)', () => {
  it('the order goes on at once, and the number is not texted again', async () => {
    await begin([PETER_AT_NINE])
    const [anna, peter] = [story.phone(ANNA), story.phone(PETER)]
    // their STOP never reaches us, so we try a text
    await story.carrier({ faults: [{ on: 'webhook', kind: 'lost', match: { from: PETER } }] })
    await peter.texts('STOP')
    await peter.gets(/unsubscribed/)
    expect(await stoppedAt('+447700900301')).toBeNull()
    await anna.texts('LATE 20 traffic')
    await anna.gets(/now 9\.20am/)
    await story.phone(ROSA).gets(/^Late visit no 1/)
    await peter.answers()
    await peter.hears(/Mr Ashdown, your care worker, Anna, is running late today/)
    await peter.callEnds()
    expect(await stoppedAt('+447700900301')).not.toBeNull()
    await story.nothingElseWasSent()
  })
})

describe('bare HELP from staff', () => {
  it('no text of ours: the sender is rung, and the on-call manager, both at once', async () => {
    await begin()
    const [anna, dev, mei] = [story.phone(ANNA), story.phone(DEV), story.phone(MEI)]
    await anna.texts('HELP')
    await anna.gets(/^Reply STOP to unsubscribe/)
    await anna.rings()
    await dev.rings()
    expect(clock()).toBe('08:41')
    await anna.picksUp()
    await anna.hears(
      /Anna, you texted HELP\. If anybody is in danger, hang up and dial nine nine nine\. I am ringing the manager on call about you\./,
    )
    await dev.picksUp()
    await dev.hears(/A text from Anna asks for help now/)
    await anna.hears(/I will put you through to a person/)
    // the manager is still on the other call, so the next one has her on the line, and the first need do no more
    await mei.answers()
    await mei.hears(/Call from care worker Anna Kowal/)
    await mei.presses('1')
    await story.passSeconds(2)
    await mei.hangsUp()
    await anna.callEnds()
    await dev.presses('4')
    await dev.presses('3')
    await dev.callEnds()
    await story.pass(30)
    await story.nothingElseWasSent()
  })

  it('nobody picks up anywhere: both go on being rung', async () => {
    await begin()
    const [anna, dev] = [story.phone(ANNA), story.phone(DEV)]
    for (const number of [ANNA, DEV, MEI, ROSA, OFFICE]) await story.phone(number).behaves('engaged')
    await anna.texts('help')
    await anna.gets(/^Reply STOP/)
    await story.pass(10)
    expect(await callsTo('+447700900101')).toBeGreaterThanOrEqual(3)
    expect(await callsTo('+447700900402')).toBeGreaterThanOrEqual(3)
    await dev.behaves('answers')
    await dev.answers(600)
    await dev.hears(/A text from Anna asks for help now/)
  })

  it('two care workers on one phone, doubled: rung once, and at once', async () => {
    await begin([], { careWorkers: TWO_ON_ONE_PHONE })
    const [anna, dev] = [story.phone(ANNA), story.phone(DEV)]
    await story.carrier({ faults: [{ on: 'webhook', kind: 'doubled', times: 1, match: { from: ANNA } }] })
    await anna.texts('HELP')
    await anna.gets(/^Reply STOP/)
    await dev.answers()
    await dev.hears(/A text from Anna or Sam asks for help now/)
    await dev.presses('4')
    await dev.presses('3')
    await dev.callEnds()
    await dev.gets(/^You have it/)
    await anna.missedCalls(1)
    expect(await callsTo('+447700900101')).toBe(1)
  })
})

function clock(): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeStyle: 'short' }).format(story.at())
}

async function items(): Promise<[string, string | null][]> {
  return (await story.line.database.officeItem.findMany()).map((item) => [item.kind, item.doneHow])
}

function callsTo(number: string): Promise<number> {
  return story.line.database.attempt.count({ where: { number, channel: 'call' } })
}

async function noteOf(number: string): Promise<string | undefined> {
  const book = await phoneBook(story.line.database, story.at(), 'Europe/London')
  return book.find((entry) => entry.number === number)?.note
}

async function stoppedAt(number: string): Promise<Date | null | undefined> {
  return (await story.line.database.phoneNumber.findUnique({ where: { e164: number } }))?.textsStoppedAt
}
