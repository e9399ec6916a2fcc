import { afterEach, describe, expect, it } from 'vitest'
import {
  ANNA,
  BRENDA,
  BRENDA_TRUNDLE,
  GAIL,
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
const BRENDA_AT_NINE: VisitSeed = { serviceUser: 'SU1', careWorker: 'CW1', date: DAY, start: '09:00', end: '09:30' }
const PETER_AT_NINE: VisitSeed = { ...BRENDA_AT_NINE, serviceUser: 'SU2' }

async function begin(visit: VisitSeed): Promise<Story> {
  story = await beginStory({ date: DAY, time: '08:40', visits: [visit] })
  return story
}

async function lateTwenty(): Promise<void> {
  await story.phone(ANNA).texts('LATE 20 traffic')
  await story.phone(ANNA).gets(/now 9\.20am\. We are telling them now\.$/)
  await story.phone(ROSA).gets(/^Late visit no 1: .* now expected 9\.20am/)
}

describe('the second text corrects the first (P-064)', () => {
  it('before the call was answered: the call says the new time, and nobody hears the old one', async () => {
    await begin(BRENDA_AT_NINE)
    const [anna, brenda] = [story.phone(ANNA), story.phone(BRENDA)]
    await lateTwenty()
    await brenda.rings()
    await anna.texts('LATE 40')
    await anna.gets(/^Thanks Anna\. Brenda T 9am now 9\.40am\. We are telling them now\.$/)
    await brenda.picksUp()
    await brenda.hears(/running late today. Anna will be with you by twenty to ten/)
    await brenda.callEnds()
    expect(await brenda.heardInAll()).not.toMatch(/twenty past nine/)
    await story.pass(5)
    await story.nothingElseWasSent()
  })

  it('after the call was heard: rung again with the new time', async () => {
    await begin(BRENDA_AT_NINE)
    const [anna, brenda] = [story.phone(ANNA), story.phone(BRENDA)]
    await lateTwenty()
    await brenda.answers()
    await brenda.hears(/by twenty past nine/)
    await brenda.callEnds()
    await story.pass(2)
    await anna.texts('LATE 40')
    await anna.gets(/^Thanks Anna\. Brenda T 9am now 9\.40am\. We are telling them now\.$/)
    await brenda.answers()
    await brenda.hears(/Mrs Trundle, there is a new time today. Anna will be with you by twenty to ten/)
    await brenda.callEnds()
    await story.pass(5)
    await story.nothingElseWasSent()
  })

  it('moved by less than 10 minutes: noted, nobody is rung again (design 3.2)', async () => {
    await begin(BRENDA_AT_NINE)
    const [anna, brenda] = [story.phone(ANNA), story.phone(BRENDA)]
    await lateTwenty()
    await brenda.answers()
    await brenda.callEnds()
    await anna.texts('LATE 29')
    await anna.gets(/^Thanks Anna\. Brenda T 9am now 9\.29am\. Noted\. No need for us to ring them\.$/)
    await story.pass(5)
    await story.nothingElseWasSent()
  })
})

describe('UNDO within 10 minutes', () => {
  it('before the call is placed: nobody is rung', async () => {
    await begin(BRENDA_AT_NINE)
    const anna = story.phone(ANNA)
    await anna.sends('LATE 20 traffic')
    await anna.sends('UNDO')
    await story.settle()
    await anna.gets(/now 9\.20am\. We are telling them now\.$/)
    await anna.gets(
      /^Thanks Anna\. Your LATE 20 for Brenda T 9am is taken back\. It is back to 9am\. Anyone already told will hear from us\.$/,
    )
    await story.pass(5)
    await story.nothingElseWasSent()
  })

  it('while the call is queued at the carrier: it is taken back, and never rings', async () => {
    story = await beginStory({
      date: DAY,
      time: '08:40',
      serviceUsers: [BRENDA_TRUNDLE, { ...PETER_ASHDOWN, preferredChannel: 'voice_mobile' }],
      visits: [BRENDA_AT_NINE, { ...PETER_AT_NINE, careWorker: 'CW2' }],
    })
    const [anna, sam, peter, rosa] = [story.phone(ANNA), story.phone(SAM), story.phone(PETER), story.phone(ROSA)]
    await story.carrier({ settings: { callsPerSecond: 0.01 } })
    await sam.texts('LATE 20 traffic')
    await sam.gets(/now 9\.20am/)
    await rosa.gets(/^Late visit no 1: Peter A/)
    await peter.answers()
    await anna.texts('LATE 20 traffic')
    await anna.gets(/now 9\.20am/)
    await rosa.gets(/^Late visit no 2: Brenda T/)
    expect(await lastCall()).toMatchObject({ state: 'placed', partyKind: 'service-user' })
    await anna.texts('UNDO')
    await anna.gets(/is back to 9am/)
    await rosa.gets(/^Late visit no 2: Brenda T is back to 9am, Anna\. The report was taken back\.$/)
    expect(await lastCall()).toMatchObject({ state: 'ended', outcome: 'cancelled' })
    await peter.callEnds()
    await story.pass(3)
    await story.nothingElseWasSent()
  })

  it('while it rings: the ringing stops', async () => {
    await begin(BRENDA_AT_NINE)
    const [anna, brenda, rosa] = [story.phone(ANNA), story.phone(BRENDA), story.phone(ROSA)]
    await lateTwenty()
    await brenda.rings()
    await anna.texts('UNDO')
    await anna.gets(/is back to 9am/)
    expect((await brenda.view()).call).toBeNull()
    await rosa.gets(/The report was taken back\.$/)
    await story.pass(5)
    await story.nothingElseWasSent()
  })

  it('while nobody knows whether the call was placed: taken back as soon as it is found', async () => {
    await begin(BRENDA_AT_NINE)
    const [anna, brenda, rosa] = [story.phone(ANNA), story.phone(BRENDA), story.phone(ROSA)]
    await story.carrier({
      faults: [
        { on: 'calls.create', kind: 'reset', accepted: true },
        { on: 'callback', kind: 'lost', times: 10, match: { to: BRENDA } },
      ],
    })
    await lateTwenty()
    await brenda.rings()
    expect(await lastCall()).toMatchObject({ state: 'unknown', providerId: null })
    await anna.texts('UNDO')
    await anna.gets(/is back to 9am/)
    await rosa.gets(/taken back/)
    await story.passSeconds(12)
    expect((await brenda.view()).call).toBeNull()
    expect(await lastCall()).toMatchObject({ state: 'ended', outcome: 'cancelled' })
    await story.pass(3)
    await story.nothingElseWasSent()
  })

  it('after the call: the same person is rung and told the planned time', async () => {
    await begin(BRENDA_AT_NINE)
    const [anna, brenda, rosa] = [story.phone(ANNA), story.phone(BRENDA), story.phone(ROSA)]
    await lateTwenty()
    await brenda.answers()
    await brenda.callEnds()
    await anna.texts('UNDO')
    await anna.gets(/is back to 9am/)
    await rosa.gets(/The report was taken back\.$/)
    await brenda.answers()
    await brenda.hears(/Anna is coming at the planned time. Anna will be with you at nine o'clock/)
    await brenda.callEnds()
    await story.nothingElseWasSent()
  })

  it('after the daughter was told: the daughter hears the planned time', async () => {
    await begin(BRENDA_AT_NINE)
    const [anna, brenda, gail, rosa] = [story.phone(ANNA), story.phone(BRENDA), story.phone(GAIL), story.phone(ROSA)]
    await brenda.behaves('engaged')
    await lateTwenty()
    await gail.answers()
    await gail.hears(
      /Gail Trundle, the care worker, Anna, is running late today. Anna will be with Mrs Trundle by twenty past nine/,
    )
    await gail.callEnds()
    await brenda.missedCalls(0)
    await anna.texts('UNDO')
    await anna.gets(/is back to 9am/)
    await rosa.gets(/The report was taken back\.$/)
    await gail.answers()
    await gail.hears(/Anna will be with Mrs Trundle at nine o'clock/)
    await gail.callEnds()
    await story.pass(3)
    await story.nothingElseWasSent()
  })

  it('after a text: the correction is a text', async () => {
    await begin(PETER_AT_NINE)
    const [anna, peter, rosa] = [story.phone(ANNA), story.phone(PETER), story.phone(ROSA)]
    await lateTwenty()
    await peter.gets(/Anna will be with you by 9\.20am/)
    await anna.texts('UNDO')
    await anna.gets(/^Thanks Anna\. Your LATE 20 for Peter A 9am is taken back\. It is back to 9am/)
    await rosa.gets(/The report was taken back\.$/)
    await peter.gets(/Anna will be with you at the usual time, 9am, after all/)
    await story.nothingElseWasSent()
  })

  it('takes back the last word only: an earlier LATE 20 still holds', async () => {
    await begin(PETER_AT_NINE)
    const [anna, peter] = [story.phone(ANNA), story.phone(PETER)]
    await lateTwenty()
    await peter.gets(/by 9\.20am/)
    await anna.texts('LATE 45')
    await anna.gets(/now 9\.45am/)
    await peter.gets(/there is a new time. Anna will be with you by 9\.45am/)
    await anna.texts('UNDO')
    await anna.gets(/^Thanks Anna\. Your LATE 45 for Peter A 9am is taken back\. It is back to 9\.20am/)
    await peter.gets(/there is a new time. Anna will be with you by 9\.20am/)
    await story.nothingElseWasSent()
  })

  it('HERE at the wrong door: the matter it closed is open again', async () => {
    await begin(PETER_AT_NINE)
    const [anna, peter] = [story.phone(ANNA), story.phone(PETER)]
    await lateTwenty()
    await peter.gets(/by 9\.20am/)
    await anna.texts('HERE')
    await anna.gets(/^Thanks Anna\. Peter A started 8\.40am\.$/)
    expect(await openMatters()).toBe(0)
    await anna.texts('UNDO')
    await anna.gets(/^Thanks Anna\. Your HERE for Peter A 9am is taken back\. Text HERE when you are there\.$/)
    expect(await openMatters()).toBe(1)
    await story.nothingElseWasSent()
  })

  it('reported, taken back, reported again: the responsible person knows each time (P-067)', async () => {
    await begin(PETER_AT_NINE)
    const [anna, peter, rosa] = [story.phone(ANNA), story.phone(PETER), story.phone(ROSA)]
    await lateTwenty()
    await peter.gets(/by 9\.20am/)
    await anna.texts('UNDO')
    await anna.gets(/is back to 9am/)
    await rosa.gets(/taken back/)
    await peter.gets(/at the usual time/)
    await anna.texts('LATE 30 traffic')
    await anna.gets(/now 9\.30am\. We are telling them now/)
    await rosa.gets(/^Late visit no 1: Peter A 9am now expected 9\.30am/)
    await peter.gets(/by 9\.30am/)
    await story.nothingElseWasSent()
  })

  it('nothing to undo: said so, and the office has it', async () => {
    await begin(PETER_AT_NINE)
    const anna = story.phone(ANNA)
    await anna.texts('UNDO')
    await anna.gets(
      /^Thanks Anna\. There is nothing of the last 10 minutes to take back\. The office will ring you by 9am\.$/,
    )
    await story.nothingElseWasSent()
  })

  it('after 10 minutes: the report stands', async () => {
    await begin(PETER_AT_NINE)
    const [anna, peter] = [story.phone(ANNA), story.phone(PETER)]
    await lateTwenty()
    await peter.gets(/by 9\.20am/)
    await story.passSeconds(601)
    await anna.texts('UNDO')
    await anna.gets(/There is nothing of the last 10 minutes to take back/)
    await story.nothingElseWasSent()
  })
})

function lastCall() {
  return story.line.database.attempt.findFirst({ where: { channel: 'call' }, orderBy: { ord: 'desc' } })
}

function openMatters(): Promise<number> {
  return story.line.database.matter.count({ where: { closedAt: null } })
}
