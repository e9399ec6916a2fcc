import { afterEach, describe, expect, it } from 'vitest'
import { ANNA, DEV, LINE, PETER_ASHDOWN, ROSA, type VisitSeed } from '../support/agency.ts'
import { beginStory, type Story } from './support/story.ts'
import { postWebhook, textFields } from './support/webhook.ts'

let story: Story
afterEach(() => story.close())

const DAY = '2026-11-24'
const ANNA_E164 = '+447700900101'
const PETER_AT_NINE: VisitSeed = { serviceUser: 'SU2', careWorker: 'CW1', date: DAY, start: '09:00', end: '09:30' }

async function begin(): Promise<void> {
  story = await beginStory({ date: DAY, time: '08:40', serviceUsers: [PETER_ASHDOWN], visits: [PETER_AT_NINE] })
}

describe('texts that are signed and odd (design 3.7)', () => {
  it.each<[string, Record<string, string>]>([
    ['without a sender', { From: '' }],
    ['to a number that is no line of ours', { To: '+441632960777' }],
    ['to nobody', { To: '' }],
  ])('%s: kept, and a person looks at it', async (_what, odd) => {
    await begin()
    const fields = { ...textFields(ANNA_E164, LINE, 'LATE 20'), ...odd }
    for (let times = 0; times < 2; times += 1) {
      expect((await postWebhook(story.url, '/twilio/sms', fields)).status).toBe(200)
    }
    await story.settle()
    expect(await story.line.database.officeItem.findMany()).toMatchObject([{ kind: 'unknown-text', doneAt: null }])
    await story.nothingElseWasSent()
    const dev = story.phone(DEV)
    await dev.answers(1800)
    await dev.hears(/A text came from a number we do not know/)
    await dev.presses('4')
    await dev.presses('3')
    await dev.callEnds()
    await dev.gets(/^You have it/)
    await story.nothingElseWasSent()
  })

  it('from abroad, where the account may not text: the answer fails for that number only, and a person has the text', async () => {
    await begin()
    await postWebhook(story.url, '/twilio/sms', textFields('+12025550147', LINE, 'is my mother alright'))
    await story.settle()
    const { database } = story.line
    expect(await database.attempt.findMany()).toMatchObject([
      { number: '+12025550147', state: 'ended', outcome: 'not-allowed', providerCode: 21408, grade: 'F' },
    ])
    expect(await database.phoneNumber.findFirst({ where: { e164: '+12025550147' } })).toBeNull()
    // their text lies on the list with its number: that the answer did not arrive is no task of its own
    expect(await database.officeItem.findMany()).toMatchObject([{ kind: 'unknown-text', number: '+12025550147' }])
    await story.nothingElseWasSent()
    // and everybody else is answered as ever
    await story.phone(ANNA).texts('LATE 20 traffic')
    await story.phone(ANNA).gets(/now 9\.20am/)
  })

  it('with a strange id: it does what it says, once', async () => {
    await begin()
    const fields = textFields(ANNA_E164, LINE, 'LATE 20 traffic', "SM-what's this?")
    for (let times = 0; times < 2; times += 1) await postWebhook(story.url, '/twilio/sms', fields)
    await story.settle()
    await story.phone(ANNA).gets(/now 9\.20am/)
    await story.phone(ROSA).gets(/^Late visit no 1/)
    await story.phone('07700 900301').gets(/by 9\.20am/)
    await story.nothingElseWasSent()
  })
})
