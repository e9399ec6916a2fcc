import { afterEach, describe, expect, it } from 'vitest'
import { BRENDA, BRENDA_TRUNDLE, DEV, LINE, PETER, PETER_ASHDOWN, ROSA, type VisitSeed } from '../support/agency.ts'
import { beginStory, type Story } from './support/story.ts'
import { callFields, postWebhook, textFields } from './support/webhook.ts'

let story: Story
afterEach(() => story.close())

const DAY = '2026-11-24'
const ANNA_E164 = '+447700900101'
const PETER_AT_NINE: VisitSeed = { serviceUser: 'SU2', careWorker: 'CW1', date: DAY, start: '09:00', end: '09:30' }

async function begin(visits: VisitSeed[] = [PETER_AT_NINE]): Promise<void> {
  story = await beginStory({ date: DAY, time: '08:40', visits })
}

describe('whoever is not the carrier', () => {
  it.each(['unsigned', 'wrongly signed'] as const)('%s: 403, and nothing is stored', async (sign) => {
    await begin()
    const answer = await postWebhook(story.url, '/twilio/sms', textFields(ANNA_E164, LINE, 'LATE 20'), sign)
    expect(answer.status).toBe(403)
    expect(await story.line.database.inboundDelivery.count()).toBe(0)
    await story.nothingElseWasSent()
  })
})

describe('texts that nobody would write', () => {
  it('10 KB: kept, answered, and a person reads it', async () => {
    await begin()
    const answer = await postWebhook(story.url, '/twilio/sms', textFields(ANNA_E164, LINE, 'what a day '.repeat(930)))
    expect(answer).toMatchObject({ status: 200, body: expect.stringContaining('<Response/>') })
    await story.phone(ANNA_E164).gets(/^Thanks Anna\. We did not understand\./)
    expect(await story.line.database.officeItem.findMany()).toMatchObject([{ kind: 'care-worker-text' }])
    await story.nothingElseWasSent()
  })

  it.each([
    ['control characters', 'LATE\u0000\u0007 20\u001b traffic'],
    ['text turned round', 'LATE 20 \u202ecift traffic\u202c'],
    ['half a character', 'LATE 20 traffic \ud83d'],
    ['an emoji and a joiner', 'LATE 20 traffic 😬\u200d'],
  ])('%s: read as what it says', async (_name, body) => {
    await begin()
    await postWebhook(story.url, '/twilio/sms', textFields(ANNA_E164, LINE, body))
    await story.phone(ANNA_E164).gets(/^Thanks Anna\. Peter A 9am now 9\.20am\. We are telling them now\./)
    await story.phone(ROSA).gets(/^Late visit no 1/)
    await story.phone(PETER).gets(/by 9\.20am/)
    await story.nothingElseWasSent()
  })

  it('a sender that is a name and no number: nobody to answer, a person looks at it', async () => {
    await begin()
    await postWebhook(story.url, '/twilio/sms', textFields('Parcel', LINE, 'Your parcel is waiting'))
    await story.settle()
    expect(await story.line.database.officeItem.findMany()).toMatchObject([{ kind: 'unknown-text', number: null }])
    await story.nothingElseWasSent()
  })

  it('words that look like SQL or a placeholder change nothing and fill nothing', async () => {
    await begin()
    await postWebhook(story.url, '/twilio/sms', textFields(ANNA_E164, LINE, "'; DROP TABLE visit; -- {time} ${record}"))
    await story.phone(ANNA_E164).gets(/^Thanks Anna\. We did not understand\./)
    expect(await story.line.database.visit.count()).toBe(1)
    await story.nothingElseWasSent()
  })
})

describe('names that are no names', () => {
  const markup = `</Say><Hangup/><Dial>+447700900999</Dial> & "Co" <break time="9s"/> {eta}\u0007`

  it('say nothing but letters in a call, and end no sentence', async () => {
    const serviceUsers = [{ ...BRENDA_TRUNDLE, title: markup, lastName: `Trundle${markup}` }]
    const careWorkers = [{ ref: 'CW1', firstName: `Anna${markup}`, lastName: 'Kowal', number: ANNA_E164 }]
    const visits = [{ ...PETER_AT_NINE, serviceUser: 'SU1' }]
    story = await beginStory({ date: DAY, time: '08:40', serviceUsers, careWorkers, visits })
    await story.phone(ANNA_E164).texts('LATE 20 traffic')
    await story.phone(ANNA_E164).gets(/now 9\.20am/)
    await story.phone(ROSA).gets(/^Late visit no 1/)
    const brenda = story.phone(BRENDA)
    await brenda.answers()
    await brenda.hears(/is running late today/)
    await brenda.hears(/Do you need help/, 90)
    await brenda.callEnds()
    const heard = await brenda.heardInAll()
    for (const odd of ['<', '>', '{', '}', '\u0007']) expect(heard).not.toContain(odd)
    expect(heard).toMatch(
      /by twenty past nine\. You do not need to do anything\. Do you need help\? Thank you\. Goodbye\.$/,
    )
    const documents = story.documents()
    expect(documents.length).toBeGreaterThan(2)
    for (const document of documents) expect(document).not.toMatch(/<Dial|<break/)
    await story.nothingElseWasSent()
  })

  it('go into a text as they are, and fill no other place', async () => {
    const serviceUsers = [{ ...PETER_ASHDOWN, firstName: 'Peter {line} {time}' }]
    story = await beginStory({ date: DAY, time: '08:40', serviceUsers, visits: [PETER_AT_NINE] })
    await story.phone(ANNA_E164).texts('LATE 20 traffic')
    await story.phone(ANNA_E164).gets(/^Thanks Anna\. Peter \{line\} \{time\} A 9am now 9\.20am/)
    await story.phone(ROSA).gets(/^Late visit no 1: Peter \{line\}/)
    await story.phone(PETER).gets(/by 9\.20am/)
    await story.nothingElseWasSent()
  })
})

describe('calls that are signed and odd', () => {
  it.each([
    ['a step of a call that nobody knows', `/twilio/voice-flow/${crypto.randomUUID()}/3`],
    ['a step that is no step', '/twilio/voice-flow/next/../../etc/passwd'],
    ['an address that is none of ours', '/twilio/elsewhere'],
  ])('%s: served, and led to a person', async (_name, path) => {
    await begin([])
    const answer = await postWebhook(story.url, new URL(path, story.url).pathname, {
      ...callFields('anonymous', LINE),
      Digits: '#*#*99',
    })
    expect(answer.status).toBe(200)
    expect(answer.body).toContain('Please stay on the line')
    expect(answer.body).toContain(`+44${DEV.replaceAll(' ', '').slice(1)}`)
    await story.nothingElseWasSent()
  })
})
