import { afterEach, describe, expect, it } from 'vitest'
import {
  ANNA,
  BRENDA,
  BRENDA_TRUNDLE,
  DEV,
  MEI,
  OFFICE,
  PETER,
  PETER_ASHDOWN,
  ROSA,
  SAM,
  type VisitSeed,
} from '../support/agency.ts'
import { beginStory, type Story } from './support/story.ts'

let story: Story
afterEach(() => story.close())

const DAY = '2026-11-24'
const PETER_AT_NINE: VisitSeed = { serviceUser: 'SU2', careWorker: 'CW1', date: DAY, start: '09:00', end: '09:30' }
const BRENDA_AT_TEN: VisitSeed = { serviceUser: 'SU1', careWorker: 'CW1', date: DAY, start: '10:00', end: '10:30' }

async function begin(
  visits: VisitSeed[] = [PETER_AT_NINE, BRENDA_AT_TEN],
  more: Partial<Parameters<typeof beginStory>[0]> = {},
) {
  story = await beginStory({ date: DAY, time: '08:41', visits, ...more })
  return story.phone(ANNA)
}

/** What a delay leaves behind, however it was reported. */
async function effects() {
  const database = story.line.database
  const event = await database.visitEvent.findFirstOrThrow({ where: { kind: 'late' } })
  return {
    event: [event.minutes, event.newStart?.toISOString(), event.reason],
    contacts: (await database.contact.findMany({ orderBy: { ord: 'asc' } })).map((c) => [
      c.message,
      c.partyKind,
      c.grade,
    ]),
    records: await database.lateVisitRecord.count(),
    matters: (await database.matter.findMany()).map((m) => [m.kind, m.nextStep]),
    texts: (await database.attempt.findMany({ where: { channel: 'text' }, orderBy: { ord: 'asc' } })).map(
      (a) => a.words,
    ),
  }
}

async function othersAreTold() {
  await story.phone(PETER).gets(/Anna will be with you by 9\.20am/)
  await story.phone(ROSA).gets(/^Late visit no 1: Peter A 9am now expected 9\.20am, Anna/)
  await story.phone(ANNA).gets(/^Thanks Anna\. Peter A 9am now 9\.20am\. We are telling them now\. Why\?/)
}

describe('a care worker rings the line (P-058)', () => {
  it.each([
    ['says "about twenty minutes"', 'said: about twenty minutes', (p: Phone) => p.says('about twenty minutes')],
    ['keys 20#', 'keyed: 20', (p: Phone) => p.presses('20#')],
    ['keys 20 and waits', 'keyed: 20', (p: Phone) => p.presses('20')],
    [
      'says "I will be there at twenty past nine"',
      'said: I will be there at twenty past nine',
      (p: Phone) => p.says('I will be there at twenty past nine'),
    ],
  ])('%s: read back, confirmed, and all that LATE 20 does', async (_name, words, gives) => {
    const anna = await begin()
    await anna.ringsTheLine()
    await anna.hears(/^Hello Anna\. Peter A at nine o'clock\. How many minutes late\?/)
    await gives(anna)
    await anna.hears(/Anna, that is twenty past nine for Peter A\. Right\?$/)
    expect(await story.line.database.visitEvent.count()).toBe(0)
    await anna.says('yes')
    await anna.hears(/Thank you, Anna\. We are telling Peter A now\. Goodbye\.$/)
    await othersAreTold()
    const spoken = await effects()
    expect(await story.line.database.visitEvent.findMany()).toMatchObject([{ source: 'call', words, minutes: 20 }])
    await story.nothingElseWasSent()
    await story.close()
    // the same by text
    await begin()
    await story.phone(ANNA).texts('LATE 20')
    await othersAreTold()
    expect(await effects()).toEqual(spoken)
    await story.nothingElseWasSent()
  })

  it('hangs up before "yes": nothing moves, and a person learns what was said', async () => {
    const anna = await begin()
    await anna.ringsTheLine()
    await anna.presses('20#')
    await anna.hears(/Right\?$/)
    await anna.hangsUp()
    expect(await story.line.database.visitEvent.count()).toBe(0)
    const dev = story.phone(DEV)
    await dev.answers(1500)
    await dev.hears(/Care worker Anna Kowal rang and gave 20 minutes for Peter A, and did not confirm it/)
    await dev.presses('4')
    await dev.presses('3')
    await dev.callEnds()
    await dev.gets(/Ring 07700 900101\.$/)
    await story.nothingElseWasSent()
  })

  it('hangs up at once: nobody is troubled', async () => {
    const anna = await begin()
    await anna.ringsTheLine()
    await anna.hears(/How many minutes late/)
    await anna.hangsUp()
    await story.pass(15)
    expect(await story.line.database.officeItem.count()).toBe(0)
    await story.nothingElseWasSent()
  })

  it('"no", then another number: the second is the one that counts', async () => {
    const anna = await begin()
    await anna.ringsTheLine()
    await anna.says('thirty')
    await anna.hears(/half past nine for Peter A\. Right\?$/)
    await anna.says('no')
    await anna.hears(/How many minutes late/)
    await anna.presses('20#')
    await anna.hears(/twenty past nine for Peter A\. Right\?$/)
    await anna.presses('1')
    await anna.callEnds()
    await othersAreTold()
    await story.nothingElseWasSent()
  })

  it('ten minutes: noted, and nobody is rung', async () => {
    const anna = await begin()
    await anna.ringsTheLine()
    await anna.presses('10#')
    await anna.hears(/ten past nine for Peter A\. Right\?$/)
    await anna.presses('1')
    await anna.hears(/It is noted\. There is no need for us to ring Peter A\. Goodbye\.$/)
    await anna.gets(/Noted\. No need for us to ring them\.$/)
    await story.nothingElseWasSent()
  })

  it('the time is over: asked from now, and the read-back time is the one that is told', async () => {
    const anna = await begin([PETER_AT_NINE])
    await story.pass(24)
    await anna.ringsTheLine()
    await anna.presses('5#')
    await anna.hears(/Five past nine has gone\. How many minutes from now\?/)
    await anna.says('a quarter of an hour')
    await anna.hears(/that is twenty-one minutes past nine|that is nine twenty-one|that is nine twenty/)
    await anna.presses('1')
    await anna.hears(/We are telling Peter A now/)
    const event = await story.line.database.visitEvent.findFirstOrThrow({ where: { kind: 'late' } })
    expect(event.newStart?.toISOString()).toMatch(/T09:2[01]:00/)
  })

  it.each<[string, string, RegExp]>([
    [
      'I have missed Mr Ashdown',
      'missed',
      /Care worker Anna Kowal rang and says that a visit was missed or cannot be done/,
    ],
    ["I'm off sick", 'sick', /Care worker Anna Kowal rang and says that they are sick/],
  ])('"%s": a person is rung with them on the line, and again when nobody was free', async (words, kind, item) => {
    const anna = await begin()
    const dev = story.phone(DEV)
    for (const number of [DEV, MEI, OFFICE]) await story.phone(number).behaves('engaged')
    await anna.ringsTheLine()
    await anna.says(words)
    await anna.hears(/Thank you for telling us\. I will put you through to a person\./)
    // the same facts as by text
    const said = await story.line.database.visitEvent.findMany({ where: { source: 'call' } })
    expect(new Set(said.map((event) => event.kind))).toEqual(new Set([kind]))
    await anna.hears(/Somebody will ring you back by (five|ten) past nine\./)
    await anna.callEnds()
    await dev.behaves('answers')
    await dev.answers(300)
    await dev.hears(item)
    await dev.presses('4')
    await dev.presses('3')
    await dev.callEnds()
    await dev.gets(/Ring 07700 900101\.$/)
    await story.nothingElseWasSent()
  })

  it('"I\'m off sick" after LATE without minutes: nobody is rung any more about the minutes that were asked for', async () => {
    const anna = await begin()
    await anna.texts('LATE')
    await anna.gets(/how many minutes/i)
    await anna.ringsTheLine()
    await anna.says("I'm off sick")
    await anna.hears(/Thank you for telling us\. I will put you through to a person\./)
    const { officeItem, awaitedAnswer } = story.line.database
    expect(await awaitedAnswer.findMany()).toMatchObject([{ about: 'minutes', answeredAt: expect.any(Date) as Date }])
    expect(await officeItem.findMany({ where: { kind: 'late-without-minutes' } })).toMatchObject([
      { doneHow: 'answered' },
    ])
    expect(await officeItem.count({ where: { kind: 'care-worker-call', doneAt: null } })).toBe(1)
  })

  it.each(['put me through', ''])('"%s" (or silence): a person, who takes the call by key', async (words) => {
    const anna = await begin()
    const dev = story.phone(DEV)
    await anna.ringsTheLine()
    await anna.hears(/put me through\.$/)
    if (words !== '') await anna.says(words)
    await dev.answers(60)
    await dev.hears(/Call from care worker Anna Kowal\. Press 1 to take it\./)
    await dev.presses('1')
    await story.passSeconds(2)
    await dev.hangsUp()
    await anna.callEnds()
    await story.pass(30)
    await story.nothingElseWasSent()
  })

  it('not understood twice: a person', async () => {
    const anna = await begin()
    await anna.ringsTheLine()
    await anna.says('well you see it is rather complicated')
    await anna.hears(/I am sorry, I did not catch that\. Hello Anna/)
    await anna.says('it is all rather complicated')
    await anna.hears(/I will put you through to a person/)
    await devTakes(anna)
    await story.pass(30)
    await story.nothingElseWasSent()
  })

  it('NEXT and WHO are answered, by first name and initial', async () => {
    const anna = await begin()
    await anna.ringsTheLine()
    await anna.says('next')
    await anna.hears(/To come: Peter A at nine o'clock, then Brenda T at ten o'clock\./)
    await anna.says('who is on call')
    await anna.hears(/Dev Patel is on call\. The number is 0 7 7 0 0, 9 0 0 4 0 2\. Shall I put you through\?/)
    await anna.says('no thank you')
    await anna.hears(/Goodbye\.$/)
    await anna.callEnds()
    await story.pass(15)
    await story.nothingElseWasSent()
  })

  it('two visits that may be meant: which one', async () => {
    const anna = await begin([PETER_AT_NINE, { ...BRENDA_AT_TEN, start: '09:40', end: '10:10' }])
    await story.pass(24)
    await anna.ringsTheLine()
    await anna.hears(/Which visit\? 1 for Peter A at nine o'clock, or 2 for Brenda T at twenty to ten\./)
    await anna.presses('2')
    await anna.hears(/Brenda T at twenty to ten\. How many minutes late\?/)
    await anna.presses('20#')
    await anna.hears(/ten o'clock for Brenda T\. Right\?/)
    await anna.presses('1')
    await anna.hears(/We are telling Brenda T now/)
    await anna.gets(/Brenda T 9\.40am now 10am/)
    await story.phone(ROSA).gets(/^Late visit no 1: Brenda T/)
    await story.phone(BRENDA).answers()
    await story.phone(BRENDA).hears(/ten o'clock/)
    await story.phone(BRENDA).callEnds()
  })

  it('no visit to come: said, and a person', async () => {
    const anna = await begin([])
    await anna.ringsTheLine()
    await anna.hears(/Hello Anna\. I see no visit of yours to come\. I will put you through to a person\./)
    await devTakes(anna)
    await story.pass(30)
    await story.nothingElseWasSent()
  })

  it('the line answers a turn that is asked for twice with the same words, and reports once', async () => {
    const anna = await begin()
    await story.carrier({ faults: [{ on: 'webhook', kind: 'doubled', times: 20 }] })
    await anna.ringsTheLine()
    await anna.presses('20#')
    await anna.hears(/Right\?$/)
    await anna.presses('1')
    await anna.callEnds()
    await othersAreTold()
    expect(await story.line.database.visitEvent.count()).toBe(1)
    await story.nothingElseWasSent()
  })
})

describe('a phone that is not one person’s (design 3.9)', () => {
  const SHARED = [
    { ref: 'CW1', firstName: 'Anna', lastName: 'Kowal', number: ANNA },
    { ref: 'CW2', firstName: 'Sam', lastName: 'Osei', number: ANNA },
  ]

  it('two care workers: confirmed by name, and only that one’s visit is moved', async () => {
    const phone = await begin([PETER_AT_NINE, { ...BRENDA_AT_TEN, careWorker: 'CW2', start: '09:00', end: '09:30' }], {
      careWorkers: SHARED,
    })
    await phone.ringsTheLine()
    await phone.hears(/Is that Anna\? Say yes, or no\.$/)
    await phone.says('no')
    await phone.hears(/Is that Sam\?/)
    await phone.says('yes')
    await phone.hears(/Hello Sam\. Brenda T at nine o'clock/)
    await phone.presses('20#')
    await phone.hears(/Sam, that is twenty past nine for Brenda T\. Right\?/)
    await phone.presses('1')
    await phone.callEnds()
    expect(await story.line.database.visitEvent.findMany({ include: { visit: true } })).toMatchObject([
      { careWorkerId: story.agency.careWorkers.get('CW2'), visit: { ref: 'V2' } },
    ])
  })

  it('"no" and "no": nothing moves, a person is rung', async () => {
    const phone = await begin([PETER_AT_NINE], { careWorkers: SHARED })
    await phone.ringsTheLine()
    await phone.says('no')
    await phone.says('no')
    await phone.hears(/I will put you through to a person/)
    await story.phone(DEV).answers()
    await story.phone(DEV).hears(/Call from care worker Anna Kowal or care worker Sam Osei/)
    await story.phone(DEV).presses('1')
    await story.passSeconds(2)
    await story.phone(DEV).hangsUp()
    await phone.callEnds()
    expect(await story.line.database.visitEvent.count()).toBe(0)
    await story.pass(30)
    await story.nothingElseWasSent()
  })

  it('a care worker who is also somebody’s daughter is asked by name', async () => {
    const family = { ref: 'CT9', firstName: 'Anna', lastName: 'Kowal', numbers: [ANNA] }
    const phone = await begin([PETER_AT_NINE], {
      serviceUsers: [{ ...BRENDA_TRUNDLE, contacts: [family] }, PETER_ASHDOWN],
    })
    await phone.ringsTheLine()
    await phone.hears(/Is that Anna\?/)
    await phone.says('no')
    await phone.hears(/I will put you through to a person/)
    expect(await phone.heardInAll()).not.toMatch(/Peter/)
  })

  it('somebody else with a care worker’s phone says so: nothing moves', async () => {
    const phone = await begin()
    await phone.ringsTheLine()
    await phone.presses('20#')
    await phone.hears(/Anna, that is twenty past nine/)
    await phone.says('this is not my phone')
    await phone.hears(/I will put you through to a person/)
    expect(await story.line.database.visitEvent.count()).toBe(0)
  })

  it('from a phone we do not know: a person, and no visit is named', async () => {
    await begin()
    const stranger = story.phone('07700 900555')
    await stranger.ringsTheLine()
    await stranger.hears(/^This is Quillbrook Home Care\. I will put you through to a person\./)
    await story.phone(SAM).ringsTheLine(true)
    await story.phone(SAM).hears(/^This is Quillbrook Home Care\. I will put you through to a person\./)
    expect(await story.line.database.call.findMany({ where: { direction: 'in' }, select: { flow: true } })).toEqual([
      { flow: 'person-line' },
      { flow: 'person-line' },
    ])
  })
})

type Phone = ReturnType<Story['phone']>

/** The manager on call takes the caller, has a word, and hangs up. */
async function devTakes(caller: { callEnds(): Promise<void> }): Promise<void> {
  await story.phone(DEV).answers()
  await story.phone(DEV).presses('1')
  await story.passSeconds(2)
  await story.phone(DEV).hangsUp()
  await caller.callEnds()
}
