import { afterEach, describe, expect, it } from 'vitest'
import { ANNA, BRENDA, BRENDA_TRUNDLE, DEV, GAIL, LINE, PETER, ROSA, SAM, type VisitSeed } from '../support/agency.ts'
import type { Phone } from './support/phone.ts'
import { beginStory, type Story } from './support/story.ts'
import { enterStatus } from '../../src/store/enter-status.ts'
import { postWebhook, textFields } from './support/webhook.ts'

let story: Story
afterEach(() => story.close())

const DAY = '2026-11-24'
const ANNA_E164 = '+447700900101'
const PETERS: VisitSeed = { serviceUser: 'SU2', careWorker: 'CW1', date: DAY, start: '09:00', end: '09:30' }
const BRENDAS: VisitSeed = { serviceUser: 'SU1', careWorker: 'CW1', date: DAY, start: '09:40', end: '10:10' }

async function begin(visits: VisitSeed[] = [PETERS], time = '08:40'): Promise<Phone> {
  story = await beginStory({ date: DAY, time, visits })
  return story.phone(ANNA)
}

async function takes(dev: Phone, what: RegExp): Promise<void> {
  await dev.hears(what)
  await dev.presses('4')
  await dev.presses('3')
  await dev.callEnds()
  await dev.gets(/^You have it/)
}

describe('a text that comes more than once', () => {
  it.each(['under the same id', 'under another id'])('sent twice by the carrier, %s: it is one', async (how) => {
    const anna = await begin()
    const fields = textFields(ANNA_E164, LINE, 'LATE 20 traffic')
    await postWebhook(story.url, '/twilio/sms', fields)
    await postWebhook(
      story.url,
      '/twilio/sms',
      how === 'under the same id' ? fields : textFields(ANNA_E164, LINE, 'LATE 20 traffic'),
    )
    await anna.gets(/now 9\.20am/)
    await story.phone(ROSA).gets(/^Late visit no 1/)
    await story.phone(PETER).gets(/by 9\.20am/)
    expect(await story.line.database.visitEvent.count()).toBe(1)
    await story.nothingElseWasSent()
  })

  it('two texts in one second: both count, in the order in which they came', async () => {
    const anna = await begin()
    await anna.sends('LATE 20 traffic')
    await anna.sends('LATE 40')
    await story.settle()
    await anna.gets(/now 9\.20am/)
    await anna.gets(/^Thanks Anna\. Peter A 9am now 9\.40am/)
    await story.phone(ROSA).gets(/^Late visit no 1/)
    expect(await story.phone(PETER).gets(/Anna will be with you by 9\.(20|40)am/)).toBeTruthy()
    const events = await story.line.database.visitEvent.findMany({ orderBy: { ord: 'asc' } })
    expect(events.map((e) => e.minutes)).toEqual([20, 40])
  })

  it('the same words after two minutes are said again: "20", and once more from now', async () => {
    const anna = await begin([PETERS], '09:35')
    await anna.texts('LATE')
    await anna.gets(/How many minutes late/)
    await story.passSeconds(30)
    await anna.texts('20')
    await anna.gets(/9\.20am has gone\. How many minutes from now/)
    await story.passSeconds(30)
    await anna.texts('20')
    await anna.gets(/^Thanks Anna\. Peter A 9am now 9\.56am/)
    await story.phone(ROSA).gets(/^Late visit no 1/)
    await story.phone(PETER).gets(/by 9\.56am/)
    await story.nothingElseWasSent()
  })
})

describe('texts that say nothing we can use', () => {
  it('only spaces: answered, and a person looks at it', async () => {
    const anna = await begin()
    await postWebhook(story.url, '/twilio/sms', textFields(ANNA_E164, LINE, '    '))
    await anna.gets(/^Thanks Anna\. We did not understand\..* The office will look at it by 9am\.$/)
    await story.phone(DEV).answers(900)
    await takes(story.phone(DEV), /A text from Anna needs a person/)
    await story.nothingElseWasSent()
  })

  it('the code of an offer of another day: said so, nothing changed', async () => {
    const anna = await begin()
    await story.line.database.replyCode.create({
      data: {
        id: crypto.randomUUID(),
        agencyId: story.agency.agencyId,
        localDate: new Date('2026-11-23T00:00:00Z'),
        code: '4821',
        targetKind: 'cover-offer',
        targetId: crypto.randomUUID(),
        partyKind: 'care-worker',
        partyId: story.agency.careWorkers.get('CW1') ?? '',
        expiresAt: new Date('2026-11-23T18:00:00Z'),
      },
    })
    await anna.texts('COVER 4821')
    await anna.gets(
      /^Thanks Anna\. Code 4821 is not open any more, so nothing was changed\. The office will ring you by 9am\.$/,
    )
    await anna.texts('COVER 1111')
    await anna.gets(/^Thanks Anna\. We know no code 1111, so nothing was changed\./)
    expect(await story.line.database.visitEvent.count()).toBe(0)
    expect(await story.line.database.officeItem.count({ where: { doneAt: null } })).toBe(2)
    await story.nothingElseWasSent()
  })

  it('five answers in a row without anything done are enough, for a machine too; a report is answered again', async () => {
    const anna = await begin()
    const odd = [
      'sandwich',
      'green door',
      'blue door',
      'red kettle',
      'bananas',
      'i like trains',
      'purple',
      'lorem ipsum',
    ]
    for (const [index, body] of odd.entries()) {
      await anna.sends(body)
      await story.settle()
      if (index < 5) await anna.gets(/^Thanks Anna\. We did not understand/)
    }
    expect(await story.line.database.officeItem.count()).toBe(6)
    await anna.texts('LATE 20 traffic')
    await anna.gets(/now 9\.20am/)
    await story.phone(ROSA).gets(/^Late visit no 1/)
    await story.phone(PETER).gets(/by 9\.20am/)
    await anna.texts('tangerine')
    await anna.gets(/We did not understand/)
    await story.nothingElseWasSent()
  })

  it('beyond five answers one item gathers what is written; once that is done, the next text stands in a new one', async () => {
    const anna = await begin()
    for (const body of ['sandwich', 'green door', 'blue door', 'red kettle', 'bananas']) {
      await anna.texts(body)
      await anna.gets(/^Thanks Anna\. We did not understand/)
    }
    await anna.texts('i like trains')
    await anna.texts('purple')
    const gathered = { subject: { startsWith: 'many texts' } }
    const [first, ...others] = await story.line.database.officeItem.findMany({ where: gathered })
    expect(others).toEqual([])
    for (const after of [1, 2]) {
      await story.line.database.officeItem.updateMany({
        where: { doneAt: null },
        data: { doneAt: new Date(story.at()), doneHow: 'taken', nextDueAt: null },
      })
      await anna.texts(`please tell Peter ${after} tablets are at the chemist`)
      await anna.texts(`lorem ipsum ${after}`)
      const open = await story.line.database.officeItem.findMany({ where: { doneAt: null } })
      expect(open).toMatchObject([{ kind: first?.kind, number: ANNA_E164, nextDueAt: expect.any(Date) }])
      expect(await story.line.database.officeItem.count({ where: gathered })).toBe(after + 1)
    }
    await story.nothingElseWasSent()
  })
})

describe('somebody has died', () => {
  it('the call that rings stops, the household is contacted no more, and a person has it at once', async () => {
    const anna = await begin([{ ...BRENDAS, start: '09:00', end: '09:30' }])
    const [brenda, dev] = [story.phone(BRENDA), story.phone(DEV)]
    await anna.texts('LATE 20 traffic')
    await anna.gets(/now 9\.20am/)
    await story.phone(ROSA).gets(/^Late visit no 1/)
    await brenda.rings()
    await anna.texts('oh no, Mrs Trundle has passed away')
    await anna.gets(/^Thanks Anna for telling us\. We are sorry\. The line does not contact the household now\./)
    expect((await brenda.view()).call).toBeNull()
    await dev.answers()
    await takes(dev, /Anna says that Brenda T has died, and the line does not contact the household/)
    await anna.texts('LATE 40')
    await anna.gets(/^Thanks Anna\. Brenda T 9am is noted\. The line does not contact the household now\./)
    await story.pass(5)
    await story.phone(GAIL).missedCalls(0)
    // nobody has said where anybody is: the matter stays open, with a time
    expect(await story.line.database.matter.findMany()).toMatchObject([{ closedAt: null }])
  })

  it('told by the daughter on her mother’s mobile: she is rung, and not by the line', async () => {
    const mobile = '07700 900302'
    const contacts = [{ ref: 'CT1', firstName: 'Gail', lastName: 'Trundle', numbers: [mobile] }]
    const serviceUsers = [{ ...BRENDA_TRUNDLE, numbers: [mobile], contacts }]
    story = await beginStory({ date: DAY, time: '08:40', serviceUsers, visits: [BRENDAS] })
    const [gail, dev] = [story.phone(mobile), story.phone(DEV)]
    await gail.texts('mum has passed away in the night')
    await gail.gets(
      /^Quillbrook Home Care: we are very sorry\. A person will ring you by 8\.50am\. The line will not ring you\./,
    )
    await dev.answers()
    await takes(dev, /A text about Brenda T tells of a death/)
    await story.phone(ANNA).texts('LATE 20 traffic')
    await story.phone(ANNA).gets(/The line does not contact the household now/)
    await story.pass(2)
    await gail.missedCalls(0)

    const { database } = story.line
    const entered = { status: 'active', by: 'Rosa Achebe', reason: 'spoke to Gail: it was her grandmother' }
    expect(await enterStatus(database, 'Brenda Nobody', entered, story.at())).toEqual({ people: [] })
    expect(await enterStatus(database, 'mrs brenda trundle', entered, story.at())).toEqual({
      name: 'Mrs Brenda Trundle',
      was: 'paused',
    })
    await gail.answers()
    await gail.hears(/is running late/)
    await gail.callEnds()
    const said = await database.serviceUserStatus.findMany({ orderBy: { receivedAt: 'asc' } })
    expect(said.map(({ status }) => status).slice(-2)).toEqual(['paused', 'active'])
    expect(said.at(-1)?.reportedBy).toBe('Rosa Achebe: spoke to Gail: it was her grandmother')
    await story.phone(ROSA).gets(/^Late visit no 1/)
    await story.nothingElseWasSent()
  })
})

describe('several facts in one text', () => {
  it('late for one and unable to do the other: each is kept, each is answered, a phone rings at once', async () => {
    const anna = await begin([PETERS, BRENDAS])
    await anna.texts('late 20 for ashdown traffic and cant do trundle')
    const answers = [await anna.gets(/^Thanks Anna/), await anna.gets(/^Thanks Anna/)].join(' ')
    expect(answers).toMatch(/Peter A 9am now 9\.20am\. We are telling them now\./)
    expect(answers).toMatch(/Brenda T 9\.40am: the office sees to cover/)
    await story.phone(DEV).answers()
    await takes(story.phone(DEV), /Anna cannot do the visit to Brenda T, planned twenty to ten/)
    const events = await story.line.database.visitEvent.findMany({ orderBy: { kind: 'asc' } })
    expect(events.map((e) => e.kind)).toEqual(['cannot-attend', 'late'])
    await story.phone(SAM).missedCalls(0)
  })
})
