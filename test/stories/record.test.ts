import { afterEach, describe, expect, it } from 'vitest'
import { toInstant } from '../../src/cellar/local-time.ts'
import { lateRecords } from '../../src/store/late-records.ts'
import { ANNA, BRENDA, GAIL, ROSA, SAM, ZONE, type VisitSeed } from '../support/agency.ts'
import { beginStory, type Story } from './support/story.ts'

let story: Story
afterEach(() => story.close())

const DAY = '2026-11-24'
const BRENDA_AT_NINE: VisitSeed = { serviceUser: 'SU1', careWorker: 'CW1', date: DAY, start: '09:00', end: '09:45' }
const at = (time: string) => toInstant({ date: DAY, time }, ZONE, 'start')

describe('the Late Visit Record, read from what happened (P-072 to P-079, P-083, P-152, P-154)', () => {
  it('names the care workers, the times, the reason, who was told and the call that proves it', async () => {
    story = await beginStory({ date: DAY, time: '08:40', visits: [BRENDA_AT_NINE] })
    const [anna, brenda, gail, rosa] = [ANNA, BRENDA, GAIL, ROSA].map((n) => story.phone(n)) as [
      Phone,
      Phone,
      Phone,
      Phone,
    ]
    await brenda.behaves('engaged')
    await anna.texts('LATE 20')
    await anna.gets(/now 9\.20am\. We are telling them now\. Why\?/)
    await rosa.gets(/^Late visit no 1: Brenda T 9am now expected 9\.20am, Anna\. No reason given yet\.$/)
    await anna.texts('T')
    await anna.gets(/^Thanks Anna\. Noted\.$/)
    await gail.answers()
    await gail.hears(/You do not need to do anything/)
    await gail.says('ok thank you')
    await gail.callEnds()
    // another care worker takes the visit over; who it was allocated to first stays on the record
    await handOver()
    await story.pass(41)
    await story.phone(SAM).texts('HERE')
    await story.phone(SAM).gets(/^Thanks Sam\. Brenda T started 9\.2\dam\.$/)
    const [record] = await lateRecords(story.line.database, {}, story.at())
    expect(record).toMatchObject({
      number: 1,
      serviceUser: 'Mrs Brenda Trundle',
      dateOfVisit: DAY,
      scheduledStart: at('09:00'),
      durationMinutes: 45,
      expectedStart: at('09:20'),
      rosteredCareWorkers: ['Anna Kowal'],
      substituteCareWorkers: ['Sam Osei'],
      reason: { code: 'traffic' },
      reports: [{ by: 'Anna Kowal', source: 'text', minutes: 20, words: 'LATE 20', state: 'stands' }],
      actionToBeTaken: '',
      actionedBy: '',
    })
    expect(record?.delayedMinutes).toBeGreaterThanOrEqual(20)
    expect(record?.household).toMatchObject([
      {
        told: { whom: 'Gail Trundle (daughter)', expectedStart: at('09:20') },
        attempts: [
          { whom: 'Mrs Brenda Trundle', channel: 'call', outcome: 'engaged', grade: 'F', proof: false },
          {
            whom: 'Gail Trundle (daughter)',
            channel: 'call',
            outcome: 'answered',
            grade: 'A',
            proof: true,
            carrierId: expect.stringMatching(/^CA[0-9a-f]{32}$/),
          },
        ],
      },
    ])
    expect(record?.responsiblePerson).toMatchObject({
      name: 'Rosa Achebe',
      tellings: [
        { about: 'late visit', attempts: [{ channel: 'text', grade: 'D', carrierId: expect.stringMatching(/^SM/) }] },
      ],
    })
    // and the matter is closed, by somebody who was there
    expect(await story.line.database.matter.findMany({ include: { evidence: true } })).toMatchObject([
      { nextDueAt: null, evidence: { how: 'care-worker-there', who: 'Sam Osei' } },
    ])
    await story.pass(60)
    await story.nothingElseWasSent()
  })

  it('nobody logs in: the on-call manager is rung when the expected time and the tolerance are over, and again until somebody has', async () => {
    story = await beginStory({ date: DAY, time: '08:40', visits: [{ ...BRENDA_AT_NINE, serviceUser: 'SU2' }] })
    const [anna, rosa, peter, dev] = [ANNA, ROSA, '07700 900301', '07700 900402'].map((n) => story.phone(n)) as [
      Phone,
      Phone,
      Phone,
      Phone,
    ]
    await anna.texts('LATE 20 traffic')
    await anna.gets(/now 9\.20am/)
    await rosa.gets(/^Late visit no 1/)
    await peter.gets(/by 9\.20am/)
    for (const time of ['09:35', '09:45']) {
      await story.passSeconds((at(time) - story.at()) / 1000 - 5)
      await dev.missedCalls(0)
      await dev.answers()
      await dev.hears(/Nobody has logged in at Peter A, expected at twenty past nine/)
      await dev.presses('4')
      await dev.presses('3')
      await dev.callEnds()
      await dev.gets(/^You have it: Nobody has logged in at Peter A, expected at 9\.20am\. Ring 07700 900101\.$/)
    }
    await anna.texts('DONE')
    await anna.gets(/^Thanks Anna\. Peter A finished 9\.4\dam\.$/)
    await story.pass(30)
    expect(await story.line.database.matter.count({ where: { closedAt: null } })).toBe(0)
    await story.nothingElseWasSent()
  })
})

async function handOver(): Promise<void> {
  const { database } = story.line
  const from = new Date(story.at())
  const first = await database.visitAllocation.findFirstOrThrow()
  await database.visitAllocation.update({ where: { id: first.id }, data: { untilAt: from } })
  const careWorkerId = story.agency.careWorkers.get('CW2') ?? null
  await database.visitAllocation.create({
    data: { ...first, id: crypto.randomUUID(), careWorkerId, fromAt: from, untilAt: null, by: 'office' },
  })
}

type Phone = ReturnType<Story['phone']>
