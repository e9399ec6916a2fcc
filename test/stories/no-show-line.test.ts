import { afterEach, describe, expect, it } from 'vitest'
import {
  ANNA,
  BRENDA,
  BRENDA_TRUNDLE,
  DEV,
  GAIL,
  MEI,
  OFFICE,
  PETER_ASHDOWN,
  ROSA,
  type ServiceUserSeed,
  type VisitSeed,
} from '../support/agency.ts'
import { beginStory, type Story, type StoryOptions } from './support/story.ts'

let story: Story
afterEach(() => story.close())

const DAY = '2026-11-24'
const BRENDA_AT_NINE: VisitSeed = { serviceUser: 'SU1', careWorker: 'CW1', date: DAY, start: '09:00', end: '09:30' }
const BRENDA_AT_FIVE: VisitSeed = { serviceUser: 'SU1', careWorker: 'CW2', date: DAY, start: '17:00', end: '17:30' }

async function begin(time: string, visits: VisitSeed[] = [BRENDA_AT_NINE], more: Partial<StoryOptions> = {}) {
  story = await beginStory({ date: DAY, time, visits, ...more })
  return story.phone(BRENDA)
}

describe('a service user rings because nobody has come (P-020, P-021)', () => {
  it('says nothing at all: told the truth, asked twice, and put through; the care worker is asked', async () => {
    const brenda = await begin('09:20')
    const [anna, dev] = [story.phone(ANNA), story.phone(DEV)]
    await brenda.ringsTheLine()
    // what they rang about stands before a word is said, and a person is rung about it at once
    expect(await facts()).toEqual([['no-show-report', 'voice', '09:20']])
    await theMatterIsTaken()
    await brenda.hears(
      /^This is Quillbrook Home Care\. Nobody has logged in for you yet\. I am asking Anna now\. I am telling the office now\. Has anybody come\? Or just wait, and I will put you through\.$/,
    )
    await anna.gets(/^Anna, Brenda T has asked who is coming, planned 9am\. Text HERE if you are there, LATE/)
    await brenda.hears(/^Has anybody come\? Or just wait, and I will put you through\.$/)
    await brenda.hears(/^I will put you through to a person\.$/)
    await takesTheCall(dev, 'Mrs Trundle')
    await brenda.callEnds()
    await annaArrives()
    await nobodyElseIsRungFor(40)
  })

  it.each(["is anybody coming? nobody's been", 'no', 'no one has come, dear'])(
    '"%s": no key, no name is asked for; a person',
    async (words) => {
      const brenda = await begin('09:20')
      await brenda.ringsTheLine()
      await theMatterIsTaken()
      await brenda.hears(/Has anybody come\?/)
      await brenda.says(words)
      await brenda.hears(/^Thank you\. I will put you through to a person\.$/)
      await takesTheCall(story.phone(DEV), 'Mrs Trundle')
      await brenda.callEnds()
      expect(await facts()).toHaveLength(1)
      await story.phone(ANNA).gets(/has asked who is coming/)
      await annaArrives()
      await nobodyElseIsRungFor(40)
    },
  )

  it('hung up at once: the report stands, the care worker is asked and a person is rung all the same', async () => {
    const brenda = await begin('09:20')
    await brenda.ringsTheLine()
    await brenda.hangsUp()
    expect(await facts()).toEqual([['no-show-report', 'voice', '09:20']])
    await story.phone(ANNA).gets(/has asked who is coming/)
    await theMatterIsTaken()
    await annaArrives()
    await nobodyElseIsRungFor(40)
  })

  it('somebody has come after all: kept as their word; a log-in is still waited for', async () => {
    const brenda = await begin('09:20')
    await brenda.ringsTheLine()
    await theMatterIsTaken()
    await brenda.hears(/Has anybody come\?/)
    await brenda.says('oh yes, she is here now')
    await brenda.hears(/^Thank you for telling us\. Goodbye\.$/)
    await brenda.callEnds()
    await story.phone(ANNA).gets(/has asked who is coming/)
    expect((await facts()).map(([kind]) => kind)).toEqual(['no-show-report', 'said-there'])
    await annaArrives()
    await nobodyElseIsRungFor(40)
  })

  it('"I have fallen": no more questions, the safety sentence, a person', async () => {
    const brenda = await begin('09:20')
    await brenda.ringsTheLine()
    await theMatterIsTaken()
    await brenda.hears(/Has anybody come\?/)
    await brenda.says('I have had a tumble and I cannot get up')
    await brenda.hears(
      /^If this is an emergency, hang up and dial nine nine nine\. I will put you through to a person\.$/,
    )
    await takesTheCall(story.phone(DEV), 'Mrs Trundle')
    await brenda.callEnds()
    await story.phone(ANNA).gets(/has asked who is coming/)
    await annaArrives()
    await nobodyElseIsRungFor(40)
  })

  it('before anything is late: answered, noted as asked early, never turned away (P-020, P-139)', async () => {
    const brenda = await begin('09:10')
    await brenda.ringsTheLine()
    expect(await facts()).toEqual([['asked-early', 'voice', '09:10']])
    await brenda.hears(
      /^This is Quillbrook Home Care\. Nobody has logged in for you yet\. I am asking Anna now\. Has anybody come\? Or just wait, and I will put you through\.$/,
    )
    await brenda.hears(/^Has anybody come\? Or just wait, and I will put you through\.$/)
    await brenda.hears(/^I will put you through to a person\.$/)
    await takesTheCall(story.phone(DEV), 'Mrs Trundle')
    await brenda.callEnds()
    expect(await facts()).toHaveLength(1)
    await story.phone(ANNA).gets(/has asked who is coming/)
    await annaArrives()
    await nobodyElseIsRungFor(40)
  })

  it('before anything is late, and they say that nobody has come: a report, from when the call was answered', async () => {
    const brenda = await begin('09:10')
    await brenda.ringsTheLine()
    await brenda.hears(/Has anybody come\?/)
    await story.passSeconds(3)
    await brenda.says('no')
    // the first phone of the ladder rings about the visit already
    await takesTheCall(story.phone(MEI), 'Mrs Trundle')
    await theMatterIsTaken()
    expect(await facts()).toEqual([
      ['asked-early', 'voice', '09:10'],
      ['no-show-report', 'voice', '09:10'],
    ])
    await brenda.callEnds()
    await story.phone(ANNA).gets(/has asked who is coming/)
    await annaArrives()
    await nobodyElseIsRungFor(40)
  })

  it('no visit due: the next care worker and the time, and silence is "that is wrong"', async () => {
    const brenda = await begin('13:00', [BRENDA_AT_FIVE])
    await brenda.ringsTheLine()
    await brenda.hears(
      /^This is Quillbrook Home Care\. The next care worker for you is Sam\. Sam is due at five o'clock\. If that is wrong, stay on the line\.$/,
    )
    await brenda.hears(/^If that is wrong, stay on the line\.$/)
    await brenda.hears(/^I will put you through to a person\.$/)
    await takesTheCall(story.phone(DEV), 'Mrs Trundle')
    await brenda.callEnds()
    expect(await facts()).toEqual([])
    await nobodyElseIsRungFor(40)
  })

  it('no visit due, and they say that nobody has come: straight to a person, without being told again', async () => {
    const brenda = await begin('13:00', [BRENDA_AT_FIVE])
    await brenda.ringsTheLine()
    await brenda.hears(/If that is wrong, stay on the line\.$/)
    await story.passSeconds(3)
    await brenda.says('nobody has come')
    await brenda.hears(/^I will put you through to a person\.$/)
    await takesTheCall(story.phone(DEV), 'Mrs Trundle')
    await brenda.callEnds()
    await nobodyElseIsRungFor(40)
  })

  it('the care worker has logged in, and they say that nobody is there: a contradiction for a person', async () => {
    const brenda = await begin('09:02')
    await story.phone(ANNA).texts('HERE')
    await story.phone(ANNA).gets(/started/)
    await story.pass(5)
    await brenda.ringsTheLine()
    await brenda.hears(
      /^This is Quillbrook Home Care\. Anna logged in for you at two minutes past nine\. Is Anna there now\?/,
    )
    await brenda.says('no')
    // the first phone of the ladder rings about the visit already
    await takesTheCall(story.phone(MEI), 'Mrs Trundle')
    await theMatterIsTaken()
    expect(await facts()).toEqual([
      ['arrived', 'text', '09:02'],
      ['no-show-report', 'voice', '09:07'],
    ])
    await brenda.callEnds()
    // a log-in that is contradicted closes nothing
    expect(await story.line.database.matter.findMany()).toMatchObject([{ closedAt: null }])
    await managersRead()
    await story.nothingElseWasSent()
  })

  it('a log-in before the visit was to begin, and they text that nobody is there: not forgotten', async () => {
    await begin('08:52')
    await story.phone(ANNA).texts('HERE')
    await story.phone(ANNA).gets(/started/)
    await story.pass(6)
    const gail = story.phone(GAIL)
    await gail.texts('Nobody has been to mum yet')
    await gail.gets(/./)
    const mei = story.phone(MEI)
    await mei.answers(900)
    await mei.hears(
      /Somebody logged in at the visit to Mrs Trundle, planned nine o'clock, but we were told that nobody has come\./,
    )
    await takesItem(mei)
    await mei.gets(/^Brenda T 9am: logged in, but we were told nobody came\. Text TAKE \d{4}/)
    expect((await facts()).map(([kind]) => kind)).toEqual(['arrived', 'no-show-report'])
    expect(await story.line.database.matter.findMany()).toMatchObject([{ closedAt: null }])
    await story.phone(DEV).missedCalls(1)
    await managersRead()
    await story.nothingElseWasSent()
  })
})

describe('by text it is the same report and the same answer', () => {
  it('a time that holds is told, and nobody is rung', async () => {
    const brenda = await begin('08:55')
    await story.phone(ANNA).texts('LATE 30 traffic')
    await story.phone(ANNA).gets(/now 9\.30am/)
    await story.phone(ROSA).gets(/^Late visit no 1/)
    await brenda.answers()
    await brenda.callEnds()
    const gail = story.phone(GAIL)
    await gail.texts('Nobody has been to mum yet')
    await gail.gets(/^Quillbrook Home Care: Anna is running late and should be there by 9\.30am\./)
    expect((await facts()).map(([kind, source]) => [kind, source])).toEqual([
      ['late', 'text'],
      ['asked-early', 'text'],
    ])
    expect(await story.line.database.officeItem.count()).toBe(0)
    await annaArrives()
    await nobodyElseIsRungFor(40)
  })

  it('nobody has logged in: said so, the care worker is asked, and a person is rung', async () => {
    await begin('09:20')
    const gail = story.phone(GAIL)
    await gail.texts('Nobody has been to mum yet')
    await gail.gets(
      /^Quillbrook Home Care: nobody has logged in yet\. We tell the office now\. A person will ring you by 9\.30am\./,
    )
    await story.phone(ANNA).gets(/has asked who is coming/)
    expect(await facts()).toEqual([['no-show-report', 'text', '09:20']])
    await theMatterIsTaken()
  })
})

describe('ringing again', () => {
  it('within ten minutes: nothing is said twice, a person is rung; and the third time too', async () => {
    const brenda = await begin('09:20')
    await brenda.ringsTheLine()
    await theMatterIsTaken()
    await brenda.hears(/Has anybody come\?/)
    await brenda.hangsUp()
    await story.phone(ANNA).gets(/has asked who is coming/)
    for (const minutes of [1, 2]) {
      await story.pass(minutes)
      await brenda.ringsTheLine()
      await brenda.hears(/^This is Quillbrook Home Care\. I will put you through to a person\.$/)
      await takesTheCall(story.phone(DEV), 'Mrs Trundle')
      await brenda.callEnds()
    }
    expect(await facts()).toEqual([
      ['no-show-report', 'voice', '09:20'],
      ['no-show-report', 'voice', '09:21'],
      ['no-show-report', 'voice', '09:23'],
    ])
    await annaArrives()
    await nobodyElseIsRungFor(40)
  })

  it('the same call delivered twice is one call, one report and the same words', async () => {
    const brenda = await begin('09:20')
    await story.carrier({ faults: [{ on: 'webhook', kind: 'doubled', times: 20 }] })
    await brenda.ringsTheLine()
    await theMatterIsTaken()
    await brenda.hears(/Has anybody come\?/)
    await brenda.hangsUp()
    expect(await facts()).toHaveLength(1)
    expect(await story.line.database.call.count({ where: { direction: 'in' } })).toBe(1)
    await story.phone(ANNA).gets(/has asked who is coming/)
    await annaArrives()
    await nobodyElseIsRungFor(40)
  })
})

describe('whose visit it is', () => {
  const HAROLD: ServiceUserSeed = {
    ref: 'SU3',
    title: 'Mr',
    firstName: 'Harold',
    lastName: 'Trundle',
    numbers: [BRENDA],
  }
  const HAROLD_AT_NINE: VisitSeed = { ...BRENDA_AT_NINE, serviceUser: 'SU3', careWorker: 'CW2' }
  const COUPLE = { serviceUsers: [{ ...BRENDA_TRUNDLE, contacts: [] }, PETER_ASHDOWN, HAROLD] }

  it('a couple on one line: each is told by name, both reports stand, and a person sorts it out', async () => {
    const line = await begin('08:55', [BRENDA_AT_NINE, HAROLD_AT_NINE], COUPLE)
    await story.phone(ANNA).texts('LATE 30 traffic')
    await story.phone(ANNA).gets(/now 9\.30am/)
    await story.phone(ROSA).gets(/^Late visit no 1/)
    await line.answers()
    await line.callEnds()
    await story.pass(24)
    await line.ringsTheLine()
    await theMatterIsTaken()
    await line.hears(/I will put you through to a person\.$/)
    const said = await line.heardInAll()
    expect(said).toContain('Anna is running late. Anna should be with Mrs Trundle by half past nine.')
    expect(said).toContain('Nobody has logged in for Mr Trundle yet. I am asking Sam now. I am telling the office now.')
    expect(said).toContain('There is one more.')
    await takesTheCall(story.phone(DEV), '(Mrs|Mr) Trundle or (Mrs|Mr) Trundle')
    await line.callEnds()
    await story.phone('07700 900102').gets(/Sam, Harold T has asked who is coming/)
    const events = await story.line.database.visitEvent.findMany({
      where: { source: 'voice' },
      orderBy: { kind: 'asc' },
    })
    expect(events.map((e) => [e.kind, e.details])).toEqual([
      ['asked-early', { ambiguous: true }],
      ['no-show-report', { ambiguous: true }],
    ])
    const items = await story.line.database.officeItem.findMany({ where: { kind: 'whose-call' } })
    expect(items).toMatchObject([{ doneHow: 'put through to a person, who took the call by key' }])
    await annaArrives()
    await story.phone('07700 900102').texts('HERE')
    await story.phone('07700 900102').gets(/Harold T started/)
    await nobodyElseIsRungFor(40)
  })

  it('the daughter: told of her mother by name', async () => {
    await begin('09:20')
    const gail = story.phone(GAIL)
    await gail.ringsTheLine()
    await theMatterIsTaken()
    await gail.hears(
      /Nobody has logged in for Mrs Trundle yet\. I am asking Anna now\. I am telling the office now\. Has anybody come\?/,
    )
    await gail.says('yes, she is there')
    await gail.callEnds()
    await story.phone(ANNA).gets(/Brenda T has asked who is coming/)
    await annaArrives()
    await nobodyElseIsRungFor(40)
  })

  it('somebody who may not be told hears nothing of the visit, and is put through; the report stands', async () => {
    const [contact] = BRENDA_TRUNDLE.contacts ?? []
    if (contact === undefined) throw new Error('the seed has no contact')
    await begin('09:20', [BRENDA_AT_NINE], {
      serviceUsers: [{ ...BRENDA_TRUNDLE, contacts: [{ ...contact, mayBeTold: false }] }],
    })
    const gail = story.phone(GAIL)
    await gail.ringsTheLine()
    await gail.hears(/^This is Quillbrook Home Care\. I will put you through to a person\.$/)
    // the first phone of the ladder rings about the visit already
    await takesTheCall(story.phone(MEI), 'Gail Trundle, for Mrs Trundle')
    await theMatterIsTaken()
    await gail.callEnds()
    expect(await facts()).toEqual([['no-show-report', 'voice', '09:20']])
    await story.phone(ANNA).gets(/has asked who is coming/)
    await annaArrives()
    await nobodyElseIsRungFor(40)
  })

  it('a withheld number is not guessed at: straight to a person, and nothing is kept of any visit', async () => {
    const brenda = await begin('09:20')
    await brenda.ringsTheLine(true)
    await brenda.hears(/^This is Quillbrook Home Care\. I will put you through to a person\.$/)
    await takesTheCall(story.phone(DEV), 'an unknown number')
    await brenda.callEnds()
    expect(await facts()).toEqual([])
    await nobodyElseIsRungFor(40)
  })
})

describe('Relay UK', () => {
  it('an answer that takes fifteen seconds is waited for', async () => {
    const brenda = await begin('09:20')
    await story.line.database.serviceUser.updateMany({ data: { relayUk: true } })
    await brenda.ringsTheLine()
    await theMatterIsTaken()
    await brenda.hears(/I will put you through\.$/)
    await story.passSeconds(15)
    await brenda.says('yes')
    await brenda.hears(/^Thank you for telling us\. Goodbye\.$/)
    await brenda.callEnds()
    await story.phone(ANNA).gets(/has asked who is coming/)
    await annaArrives()
    await nobodyElseIsRungFor(40)
  })
})

describe('wait, or someone else (P-141)', () => {
  async function lateAndAsked() {
    const brenda = await begin('08:55')
    await story.phone(ANNA).texts('LATE 30 traffic')
    await story.phone(ANNA).gets(/now 9\.30am/)
    await story.phone(ROSA).gets(/^Late visit no 1/)
    await brenda.answers()
    await brenda.callEnds()
    await story.pass(8)
    await brenda.ringsTheLine()
    await brenda.hears(
      /^This is Quillbrook Home Care\. Anna is running late\. Anna should be with you by half past nine\. Would you like to wait, or would you like someone else\?$/,
    )
    return brenda
  }

  it('wait: kept, said once more, and nobody is sent', async () => {
    const brenda = await lateAndAsked()
    await brenda.says("I'll wait for Anna")
    await brenda.hears(/^Thank you\. Anna should be with you by half past nine\./)
    await brenda.callEnds()
    expect((await facts()).map(([kind]) => kind)).toEqual(['late', 'asked-early', 'chose-to-wait'])
    expect(await story.line.database.officeItem.count()).toBe(0)
    await story.phone(ANNA).texts('HERE')
    await story.phone(ANNA).gets(/started/)
    await nobodyElseIsRungFor(40)
  })

  it('someone else: kept, and a person has it, also where nobody is free now', async () => {
    const brenda = await lateAndAsked()
    for (const number of [DEV, MEI, OFFICE]) await story.phone(number).behaves('engaged')
    await brenda.says('someone else please')
    await brenda.hears(/^Thank you\. A person will see to it\. I will put you through to a person\.$/)
    await brenda.hangsUp()
    expect((await facts()).map(([kind]) => kind)).toEqual(['late', 'asked-early', 'chose-someone-else'])
    const dev = story.phone(DEV)
    await dev.behaves('answers')
    await dev.answers(300)
    await dev.hears(/Brenda T would like someone else, not wait for Anna/)
    await takesItem(dev)
    await dev.gets(/Ring 01632 960101\.$/)
    await story.phone(ANNA).texts('HERE')
    await story.phone(ANNA).gets(/started/)
    await nobodyElseIsRungFor(40)
  })

  it('silence is no choice: asked once more, then a person', async () => {
    const brenda = await lateAndAsked()
    await brenda.hears(/^Would you like to wait, or would you like someone else\?$/)
    await brenda.hears(/^I will put you through to a person\.$/)
    await takesTheCall(story.phone(DEV), 'Mrs Trundle')
    await brenda.callEnds()
    expect((await facts()).map(([kind]) => kind)).toEqual(['late', 'asked-early'])
    await story.phone(ANNA).texts('HERE')
    await story.phone(ANNA).gets(/started/)
    await nobodyElseIsRungFor(40)
  })
})

describe('nobody answers: a promise with a clock time, which is kept', () => {
  const EVERYBODY = [DEV, MEI, OFFICE, ROSA]

  it('nobody has taken it by then: the line rings itself, with the truth and a new time, until a person has it', async () => {
    const brenda = await begin('13:00', [BRENDA_AT_FIVE])
    for (const number of EVERYBODY) await story.phone(number).behaves('engaged')
    await brenda.ringsTheLine()
    await brenda.hears(/If that is wrong/)
    await brenda.presses('2')
    await brenda.hears(/Somebody will ring you back by twenty-five past one\./, 120)
    await brenda.callEnds()
    await brenda.answers(1500)
    expect(clock()).toBe('13:25')
    await brenda.hears(/^This is Quillbrook Home Care\.$/)
    await brenda.hears(
      /^Nobody has been free to ring you yet\. Somebody will ring you by ten to two\. I will say that again\. Somebody will ring you by ten to two\.$/,
    )
    await brenda.hears(/Do you need help now\?/)
    await brenda.says('no thank you')
    await brenda.callEnds()
    const dev = story.phone(DEV)
    await dev.behaves('answers')
    await dev.answers(600)
    await dev.hears(/Mrs Trundle rang and is to be rung back/)
    await takesItem(dev)
    await dev.gets(/Ring 01632 960101\.$/)
    // a person has it: the line itself rings no more
    await nobodyElseIsRungFor(60)
  })

  it('taken by a person in time: the line does not ring beside them', async () => {
    const brenda = await begin('13:00', [BRENDA_AT_FIVE])
    for (const number of EVERYBODY) await story.phone(number).behaves('engaged')
    await brenda.ringsTheLine()
    await brenda.presses('2')
    await brenda.callEnds()
    const dev = story.phone(DEV)
    await dev.behaves('answers')
    await dev.answers(1500)
    expect(clock()).toBe('13:15')
    await takesItem(dev)
    await dev.gets(/Ring 01632 960101\.$/)
    await nobodyElseIsRungFor(60)
  })

  it('rung back and put through then: what was promised is kept, and nobody is rung about it any more', async () => {
    const brenda = await begin('13:00', [BRENDA_AT_FIVE])
    for (const number of EVERYBODY) await story.phone(number).behaves('engaged')
    await brenda.ringsTheLine()
    await brenda.presses('2')
    await brenda.hears(/Somebody will ring you back by twenty-five past one\./, 120)
    await brenda.callEnds()
    await brenda.answers(1500)
    await brenda.hears(/Do you need help now\?/)
    for (const number of EVERYBODY) await story.phone(number).behaves('answers')
    await brenda.says('yes please')
    await takesTheCall(story.phone(DEV), 'Mrs Trundle')
    await brenda.callEnds()
    expect(await story.line.database.officeItem.count({ where: { doneAt: null } })).toBe(0)
    await nobodyElseIsRungFor(60)
  })

  it('rung back while the visit has nobody: that is said first, and "yes" to help is put through', async () => {
    const brenda = await begin('09:20')
    for (const number of EVERYBODY) await story.phone(number).behaves('engaged')
    await brenda.ringsTheLine()
    await brenda.hears(/Has anybody come\?/)
    await brenda.says('no')
    await brenda.callEnds()
    await story.phone(ANNA).gets(/has asked who is coming/)
    await brenda.answers(1800)
    await brenda.hears(
      /Nobody has logged in for you yet\. Nobody has been free to ring you yet\. Somebody will ring you by/,
    )
    await story.phone(DEV).behaves('answers')
    await brenda.hears(/Do you need help now\?/)
    await brenda.says('yes please')
    await brenda.hears(/I will put you through/)
    await story.phone(DEV).answers()
    await story.phone(DEV).hears(/Call from Mrs Trundle\. Press 1|Brenda T rang|Mrs Trundle rang/)
  })
})

async function takesItem(phone: ReturnType<Story['phone']>) {
  await phone.presses('4')
  await phone.presses('3')
  await phone.callEnds()
}

/** Somebody is rung about the visit, and takes it by key and confirmation: whoever of the ladder is not in a call. */
async function theMatterIsTaken() {
  for (let seconds = 0; seconds < 600; seconds += 5) {
    for (const manager of [story.phone(DEV), story.phone(MEI)]) {
      if ((await manager.view()).call?.state !== 'ringing') continue
      await manager.answers()
      await manager.hears(/4 to take it/)
      await takesItem(manager)
      return
    }
    await story.passSeconds(5)
  }
  throw new Error('nobody was rung about the visit')
}

/** What a manager was texted of a visit: the code to take it with, what they have taken, and that it is over. */
async function managersRead() {
  for (const manager of [story.phone(DEV), story.phone(MEI)])
    while (await manager.hasMail()) await manager.gets(/Brenda T|Harold T/)
}

/** The care worker logs in: the service user is known to be safe. */
async function annaArrives() {
  await story.phone(ANNA).texts('HERE')
  await story.phone(ANNA).gets(/Brenda T started/)
}

/** Whoever is rung takes the caller by key, speaks with them, and hangs up. */
async function takesTheCall(phone: ReturnType<Story['phone']>, caller: string) {
  await phone.answers()
  await phone.hears(new RegExp(`^Call from ${caller}\\. Press 1 to take it\\.$`))
  await phone.presses('1')
  await story.passSeconds(2)
  await phone.hangsUp()
}

async function nobodyElseIsRungFor(minutes: number) {
  await story.pass(minutes)
  await managersRead()
  await story.nothingElseWasSent()
}

async function facts() {
  const events = await story.line.database.visitEvent.findMany({ orderBy: { ord: 'asc' } })
  return events.map((e) => [e.kind, e.source, clock(e.receivedAt)])
}

function clock(at: Date | number = story.at()): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeStyle: 'short' }).format(at)
}
