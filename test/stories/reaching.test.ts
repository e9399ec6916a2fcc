import { afterEach, describe, expect, it } from 'vitest'
import {
  ANNA,
  BRENDA,
  BRENDA_TRUNDLE,
  DEV,
  GAIL,
  MEI,
  OFFICE,
  PETER,
  PETER_ASHDOWN,
  ROSA,
  type ServiceUserSeed,
  type VisitSeed,
} from '../support/agency.ts'
import { beginStory, type Story } from './support/story.ts'

let story: Story
afterEach(() => story.close())

const DAY = '2026-11-24'
const BRENDA_AT_NINE: VisitSeed = { serviceUser: 'SU1', careWorker: 'CW1', date: DAY, start: '09:00', end: '09:30' }
const PETER_AT_NINE: VisitSeed = { ...BRENDA_AT_NINE, serviceUser: 'SU2' }

/** Anna is 20 minutes late; what the office and Anna themselves get by text is seen. */
async function lateTwenty(visit: VisitSeed, serviceUsers: ServiceUserSeed[] = [BRENDA_TRUNDLE, PETER_ASHDOWN]) {
  story = await beginStory({ date: DAY, time: '08:40', serviceUsers, visits: [visit] })
  return async () => {
    await story.phone(ANNA).texts('LATE 20 traffic')
    await story.phone(ANNA).gets(/now 9\.20am\. We are telling them now\.$/)
    await story.phone(ROSA).gets(/^Late visit no 1: .* now expected 9\.20am/)
  }
}

describe('how the waiting person is reached (P-043, P-063)', () => {
  it('a landline is rung and never texted, even where texts are preferred', async () => {
    const anna = await lateTwenty(BRENDA_AT_NINE, [{ ...BRENDA_TRUNDLE, preferredChannel: 'sms' }])
    const brenda = story.phone(BRENDA)
    await anna()
    await brenda.answers()
    await brenda.hears(/twenty past nine/)
    await brenda.callEnds()
    expect((await brenda.view()).messages).toEqual([])
    await story.nothingElseWasSent()
  })

  it('text first: a delivered text is enough (grade D)', async () => {
    const anna = await lateTwenty(PETER_AT_NINE)
    await anna()
    await story
      .phone(PETER)
      .gets(
        /^Quillbrook Home Care: Anna is running late\. Anna will be with you by 9\.20am\. Worried\? Ring 01632 960999\.$/,
      )
    expect(await told()).toEqual({ grade: 'D', toldWhom: 'Peter Ashdown' })
    await story.pass(4)
    await story.nothingElseWasSent()
  })

  it.each([
    [30_003, 'the phone is switched off'],
    [30_006, 'the number is a landline after all'],
  ])('text first, and the text fails (%i, %s): rung at once', async (errorCode) => {
    const anna = await lateTwenty(PETER_AT_NINE)
    await story.carrier({ faults: [{ on: 'delivery', kind: 'undelivered', errorCode, match: { to: PETER } }] })
    const peter = story.phone(PETER)
    await anna()
    await peter.answers()
    await peter.hears(/twenty past nine.* You do not need to do anything/)
    await peter.says('thank you')
    await peter.callEnds()
    expect(await told()).toEqual({ grade: 'A', toldWhom: 'Peter Ashdown' })
    await story.nothingElseWasSent()
  })

  it('engaged: the next of the contact order at once, the same number again only after 90 seconds', async () => {
    const anna = await lateTwenty(BRENDA_AT_NINE)
    const [brenda, gail] = [story.phone(BRENDA), story.phone(GAIL)]
    await brenda.behaves('engaged')
    await anna()
    await gail.rings()
    await brenda.missedCalls(0)
    await gail.hangsUp()
    const engagedAt = story.at()
    await brenda.behaves('answers')
    await brenda.rings(120)
    expect(story.at() - engagedAt).toBeGreaterThanOrEqual(88_000)
    await brenda.picksUp()
    await brenda.hears(/twenty past nine/)
    await brenda.callEnds()
    expect(await outcomes()).toEqual(['engaged', 'engaged', 'answered'])
    await story.nothingElseWasSent()
  })

  it('a voicemail hears the agency and its number only, and the order goes on', async () => {
    const anna = await lateTwenty(BRENDA_AT_NINE)
    const [brenda, gail] = [story.phone(BRENDA), story.phone(GAIL)]
    await brenda.behaves('voicemail')
    await anna()
    await gail.answers(120)
    await gail.hears(/Anna will be with Mrs Trundle by twenty past nine.* You do not need to do anything/)
    await gail.says('thanks love')
    await gail.callEnds()
    await brenda.missedCalls(1)
    expect(await brenda.heardInAll()).toBe(
      'This is Quillbrook Home Care. This is Quillbrook Home Care. Please ring us on 0 1 6 3 2, 9 6 0 9 9 9.',
    )
    expect(await grades()).toEqual(['C', 'A'])
    expect(await told()).toEqual({ grade: 'A', toldWhom: 'Gail Trundle (daughter)' })
    await story.nothingElseWasSent()
  })

  it('a voicemail that the carrier takes for a person: no detail before three seconds, and no more than "heard"', async () => {
    const anna = await lateTwenty(BRENDA_AT_NINE)
    await story.carrier({ settings: { machineDetection: 'unknown' } })
    const brenda = story.phone(BRENDA)
    await brenda.behaves('voicemail')
    await anna()
    await story.pass(2)
    await brenda.missedCalls(1)
    expect(await grades()).toEqual(['B'])
    await story.nothingElseWasSent()
  })

  it('hangs up before the message: nothing is claimed, the order goes on', async () => {
    const anna = await lateTwenty(BRENDA_AT_NINE)
    const [brenda, gail] = [story.phone(BRENDA), story.phone(GAIL)]
    await anna()
    await brenda.answers()
    await story.passSeconds(2)
    await brenda.hangsUp()
    await gail.answers()
    await gail.hears(/by twenty past nine/)
    await gail.callEnds()
    expect(await grades()).toEqual(['F', 'B'])
    await story.nothingElseWasSent()
  })

  it('hears it all and says nothing: heard is enough (grade B)', async () => {
    const anna = await lateTwenty(BRENDA_AT_NINE)
    const brenda = story.phone(BRENDA)
    await anna()
    await brenda.answers()
    await brenda.hears(/Do you need help\?/)
    await brenda.callEnds()
    expect(await told()).toEqual({ grade: 'B', toldWhom: 'Brenda Trundle' })
    await story.nothingElseWasSent()
  })

  it('cognitive impairment: only an answer stops the order (design 1.5), and silence brings a call back', async () => {
    const anna = await lateTwenty(BRENDA_AT_NINE, [{ ...BRENDA_TRUNDLE, cognitiveImpairment: true }])
    const [brenda, gail] = [story.phone(BRENDA), story.phone(GAIL)]
    await anna()
    await brenda.answers()
    await brenda.hears(/Do you need help\?/)
    await brenda.callEnds()
    await gail.answers()
    await gail.hears(/by twenty past nine.* You do not need to do anything/)
    await gail.says('yes, thank you')
    await gail.callEnds()
    expect(await grades()).toEqual(['B', 'A'])
    expect(await told()).toEqual({ grade: 'A', toldWhom: 'Gail Trundle (daughter)' })
    // Brenda's silence is on the office list, with a time that rings
    const items = await story.line.database.officeItem.findMany()
    expect(items).toMatchObject([
      { kind: 'ring-back', details: { person: 'Mrs Trundle', why: 'silence' }, number: '+441632960101' },
    ])
    await story.nothingElseWasSent()
  })

  it('with cognitive impairment everybody who heard a time is owed the correction', async () => {
    const anna = await lateTwenty(BRENDA_AT_NINE, [{ ...BRENDA_TRUNDLE, cognitiveImpairment: true }])
    const [brenda, gail] = [story.phone(BRENDA), story.phone(GAIL)]
    await anna()
    await brenda.answers()
    await brenda.hears(/Do you need help\?/)
    await brenda.callEnds()
    await gail.answers()
    await gail.hears(/You do not need to do anything/)
    await gail.says('thank you')
    await gail.callEnds()
    await story.phone(ANNA).texts('UNDO')
    await story.phone(ANNA).gets(/is back to 9am/)
    await story.phone(ROSA).gets(/taken back/)
    await gail.answers()
    await gail.hears(/at nine o'clock.* You do not need to do anything/)
    await gail.says('ok')
    await gail.callEnds()
    await brenda.answers()
    await brenda.hears(/at nine o'clock/)
    await brenda.callEnds()
    expect(await grades()).toEqual(['B', 'A', 'A', 'B'])
    await story.nothingElseWasSent()
  })

  it('nobody can be reached: after two rounds the on-call manager is rung, takes it, and the line goes on trying', async () => {
    const anna = await lateTwenty(BRENDA_AT_NINE)
    const [brenda, gail, dev] = [story.phone(BRENDA), story.phone(GAIL), story.phone(DEV)]
    await brenda.behaves('switched-off')
    await gail.behaves('engaged')
    await anna()
    await dev.answers(240)
    await dev.hears(/Quillbrook Home Care line. Brenda T could not be told that the visit is late/)
    await dev.presses('4')
    await dev.hears(/Press 3 to confirm/)
    await dev.presses('3')
    await dev.hears(/You have it/)
    await dev.callEnds()
    await dev.gets(/^You have it: Brenda T could not be told that the visit is late\. Ring 01632 960101\.$/)
    expect(await outcomes()).toEqual(['no-answer', 'engaged', 'no-answer', 'engaged'])
    const contact = await story.line.database.contact.findFirstOrThrow({ where: { message: 'eta' } })
    expect(contact).toMatchObject({ toldAt: null, droppedAt: null })
    await story.nothingElseWasSent()
    await brenda.behaves('answers')
    await brenda.answers(900)
    await brenda.hears(/twenty past nine/)
    await brenda.callEnds()
    await story.nothingElseWasSent()
  })

  it('an hour that a neighbour did not agree to: not rung', async () => {
    const [gail] = BRENDA_TRUNDLE.contacts ?? []
    const contacts = gail === undefined ? [] : [{ ...gail, ringFrom: '10:00', ringTo: '22:00' }]
    const anna = await lateTwenty(BRENDA_AT_NINE, [{ ...BRENDA_TRUNDLE, contacts }])
    const brenda = story.phone(BRENDA)
    await brenda.behaves('engaged')
    await anna()
    await story.passSeconds(30)
    await brenda.behaves('answers')
    await brenda.answers(120)
    await brenda.callEnds()
    await story.phone(GAIL).missedCalls(0)
    await story.nothingElseWasSent()
  })
})

describe('what a machine or an idle phone must not swallow', () => {
  it('the tiers are rung one after the other, the office and the responsible person last', async () => {
    const anna = await lateTwenty(BRENDA_AT_NINE, [{ ...BRENDA_TRUNDLE, numbers: [], contacts: [] }])
    await story.phone(DEV).behaves('engaged')
    await story.phone(MEI).behaves('engaged')
    await story.phone(OFFICE).behaves('engaged')
    await story.phone(ANNA).texts('LATE 20 traffic')
    await story.phone(ANNA).gets(/now 9\.20am/)
    await story.phone(ROSA).gets(/^Late visit no 1/)
    await story.phone(ROSA).answers(60)
    await story.phone(ROSA).hears(/could not be told/)
    expect(anna).toBeDefined()
    expect(await outcomes('office-item')).toEqual(['engaged', 'engaged', 'engaged', null])
    await story.phone(ROSA).presses('4')
    await story.phone(ROSA).presses('3')
    await story.phone(ROSA).callEnds()
    await story.phone(ROSA).gets(/^You have it/)
    await story.nothingElseWasSent()
  })
})

async function told() {
  const contact = await story.line.database.contact.findFirstOrThrow({
    where: { message: 'eta', toldAt: { not: null } },
    orderBy: { ord: 'desc' },
  })
  return { grade: contact.grade, toldWhom: contact.toldWhom }
}

async function attempts(message: string) {
  return story.line.database.attempt.findMany({ where: { contact: { message } }, orderBy: { ord: 'asc' } })
}

async function outcomes(message = 'eta') {
  return (await attempts(message)).map((attempt) => attempt.outcome)
}

async function grades() {
  return (await attempts('eta')).map((attempt) => attempt.grade)
}
