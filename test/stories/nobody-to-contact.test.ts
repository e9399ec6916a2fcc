import { afterEach, describe, expect, it } from 'vitest'
import { toInstant } from '../../src/cellar/local-time.ts'
import { ANNA, BRENDA, BRENDA_TRUNDLE, DEV, PETER_ASHDOWN, ROSA, ZONE, type VisitSeed } from '../support/agency.ts'
import { beginStory, type Story } from './support/story.ts'

let story: Story
afterEach(() => story.close())

const DAY = '2026-11-24'
const BRENDA_AT_NINE: VisitSeed = { serviceUser: 'SU1', careWorker: 'CW1', date: DAY, start: '09:00', end: '09:30' }
const at = (time: string) => toInstant({ date: DAY, time }, ZONE, 'start')

describe('no wrong person is told (design 1.6)', () => {
  it('in hospital since 02:00: nobody is contacted, and the care worker hears the truth', async () => {
    const inHospital = { ...BRENDA_TRUNDLE, status: { status: 'in_hospital', fromAt: at('02:00') } }
    story = await beginStory({ date: DAY, time: '08:40', serviceUsers: [inHospital], visits: [BRENDA_AT_NINE] })
    await story.phone(ANNA).texts('LATE 20')
    await story
      .phone(ANNA)
      .gets(
        /^Thanks Anna\. Brenda T 9am is not to take place, so nobody is told\. The office will ring you by 9am if that is wrong\.$/,
      )
    // what was said is kept all the same
    expect(await story.line.database.visitEvent.findMany()).toMatchObject([{ kind: 'late', minutes: 20 }])
    expect(await story.line.database.matter.count()).toBe(0)
    expect(await story.line.database.lateVisitRecord.count()).toBe(0)
    await story.nothingElseWasSent()
    await theOfficeIsRung(/A text from Anna needs a person/)
    await story.nothingElseWasSent()
  })

  it.each(['cancelled', 'suspended'] as const)(
    'a visit that was %s: nobody is contacted, nor is the next one meant',
    async (status) => {
      const visits: VisitSeed[] = [
        { ...BRENDA_AT_NINE, status },
        { serviceUser: 'SU2', careWorker: 'CW1', date: DAY, start: '10:00', end: '10:30' },
      ]
      story = await beginStory({ date: DAY, time: '08:40', serviceUsers: [BRENDA_TRUNDLE, PETER_ASHDOWN], visits })
      await story.phone(ANNA).texts('LATE 20 Brenda')
      await story.phone(ANNA).gets(/^Thanks Anna\. Brenda T 9am is not to take place, so nobody is told\./)
      await story.nothingElseWasSent()
    },
  )

  it('the only visit was cancelled: said so, without a name', async () => {
    story = await beginStory({ date: DAY, time: '08:40', visits: [{ ...BRENDA_AT_NINE, status: 'cancelled' }] })
    await story.phone(ANNA).texts('LATE 20')
    await story.phone(ANNA).gets(/^Thanks Anna\. Brenda T 9am is not to take place, so nobody is told\./)
    await story.nothingElseWasSent()
  })

  it('taken to hospital between the text and the call: the call is not made, and the matter is closed with that', async () => {
    story = await beginStory({
      date: DAY,
      time: '08:40',
      serviceUsers: [{ ...BRENDA_TRUNDLE, contacts: [] }],
      visits: [BRENDA_AT_NINE],
    })
    const brenda = story.phone(BRENDA)
    await brenda.behaves('engaged')
    await story.phone(ANNA).texts('LATE 20 traffic')
    await story.phone(ANNA).gets(/We are telling them now/)
    await story.phone(ROSA).gets(/^Late visit no 1/)
    await story.passSeconds(5)
    const id = story.agency.serviceUsers.get('SU1') ?? ''
    await story.line.database.serviceUserStatus.create({
      data: {
        id: crypto.randomUUID(),
        serviceUserId: id,
        status: 'in_hospital',
        fromAt: new Date(at('02:00')),
        source: 'office',
        reportedBy: 'MG1',
        receivedAt: new Date(story.at()),
      },
    })
    await brenda.behaves('answers')
    await story.pass(45)
    await brenda.missedCalls(0)
    expect(await story.line.database.matter.findMany({ include: { evidence: true } })).toMatchObject([
      { nextDueAt: null, evidence: { how: 'known-elsewhere', statement: 'the service user is in hospital' } },
    ])
    await story.nothingElseWasSent()
  })
})

async function theOfficeIsRung(what: RegExp): Promise<void> {
  const dev = story.phone(DEV)
  await dev.answers(1500)
  await dev.hears(what)
  await dev.presses('4')
  await dev.presses('3')
  await dev.callEnds()
  await dev.gets(/^You have it/)
}
