import { afterEach, describe, expect, it } from 'vitest'
import { toInstant } from '../../src/cellar/local-time.ts'
import { enterOnRecord } from '../../src/compose/late-visits.ts'
import { loadWords } from '../../src/compose/words.ts'
import { lateRecords, type WhichRecords } from '../../src/store/late-records.ts'
import { ANNA, MEI, BRENDA, GAIL, ROSA, SAM, ZONE, type VisitSeed } from '../support/agency.ts'
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
    const [record] = await records()
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
    // taken, and nothing said of who is going for ten minutes: rung again
    const MATTER = String.raw`Nobody has logged in at the visit to Mr Ashdown, planned nine o'clock\.`
    for (const [time, call] of [
      ['09:35', String.raw`on call\. ${MATTER} No informal back-up\. 15 minutes overdue\.`],
      [
        '09:45',
        String.raw`on call, again\. ${MATTER} Dev Patel took it at twenty-five to ten and nobody has said who is going\. No informal back-up\. 25 minutes overdue\.`,
      ],
    ] as const) {
      await story.passSeconds((at(time) - story.at()) / 1000 - 5)
      await dev.missedCalls(0)
      await dev.answers()
      await dev.hears(new RegExp(`^Quillbrook Home Care ${call} Press 4 to take it\\.`))
      await dev.presses('4')
      await dev.presses('3')
      await dev.callEnds()
      if (time === '09:35') await dev.gets(/^Peter A 9am: nobody has logged in\. Text TAKE \d{4}/)
      await dev.gets(/^You have it: Peter A 9am\. Ring 07700 900301\./)
    }
    // the second time two phones ring at once
    const mei = story.phone(MEI)
    await mei.missedCalls(1)
    await mei.gets(/^Peter A 9am: nobody has logged in\./)
    await anna.texts('DONE')
    await anna.gets(/^Thanks Anna\. Peter A finished 9\.4\dam\.$/)
    await dev.gets(/^Peter A 9am is settled, by Anna Kowal\. You need do nothing more\. Thank you\.$/)
    await story.pass(30)
    expect(await story.line.database.matter.count({ where: { closedAt: null } })).toBe(0)
    await story.nothingElseWasSent()
  })

  it('tells of UNDO without losing what was said (design 1.7)', async () => {
    story = await beginStory({
      date: DAY,
      time: '08:40',
      visits: [{ serviceUser: 'SU1', careWorker: 'CW1', date: DAY, start: '09:00', end: '09:30' }],
    })
    await story.phone(ANNA).texts('LATE 20')
    await story.phone(ANNA).texts('UNDO')
    const [record] = await records()
    expect(record).toMatchObject({
      standing: { kind: 'taken-back' },
      delayedMinutes: 0,
      reports: [{ minutes: 20, state: 'taken-back' }],
    })
  })

  it('takes what only a human knows, and keeps what was entered before (P-079)', async () => {
    story = await beginStory({ date: DAY, time: '08:40', visits: [BRENDA_AT_NINE] })
    await story.phone(ANNA).texts('LATE 20')
    const { database } = story.line
    const enter = (number: number, entered: { actionToBeTaken?: string; actionedBy?: string }, branch?: string) =>
      enterOnRecord(database, { number, branch }, entered, story.at(), loadWords().reasons)
    expect(await enter(2, { actionedBy: 'Rosa Achebe' })).toEqual({ branches: [] })
    expect(await enter(1, { actionedBy: 'Rosa Achebe' }, 'Elsewhere')).toEqual({ branches: [] })
    await enter(1, { actionToBeTaken: 'Ring Brenda' })
    expect((await records())[0]).toMatchObject({
      actionToBeTaken: 'Ring Brenda',
      actionedBy: '',
      actionedAt: undefined,
    })
    await enter(1, { actionToBeTaken: 'Plan more travel', actionedBy: 'Rosa Achebe' }, 'Hertford')
    expect((await records())[0]).toMatchObject({
      actionToBeTaken: 'Plan more travel',
      actionedBy: 'Rosa Achebe',
      actionedAt: story.at(),
      standing: { kind: 'expected-late' },
    })
    const entries = await database.visitEvent.findMany({ where: { kind: 'record-entry' }, orderBy: { ord: 'asc' } })
    expect(entries.map((one) => one.details)).toEqual([
      { actionToBeTaken: 'Ring Brenda' },
      { actionToBeTaken: 'Plan more travel', actionedBy: 'Rosa Achebe' },
    ])
  })

  it('is found by day, by number, by planned start, and newest first', async () => {
    story = await beginStory({
      date: DAY,
      time: '08:40',
      visits: [
        { serviceUser: 'SU1', careWorker: 'CW1', date: DAY, start: '09:00', end: '09:30' },
        { serviceUser: 'SU2', careWorker: 'CW2', date: DAY, start: '09:10', end: '09:40' },
        { serviceUser: 'SU1', careWorker: 'CW2', date: '2026-11-25', start: '00:10', end: '00:40' },
      ],
    })
    await story.phone(ANNA).texts('LATE 20')
    await story.pass(1)
    await story.phone(SAM).texts('LATE 20')
    const numbers = async (which: WhichRecords) => (await records(which)).map((r) => `${r.number} ${r.serviceUser}`)
    const [anna, sam] = ['1 Mrs Brenda Trundle', '2 Mr Peter Ashdown']
    expect(await numbers({})).toEqual([sam, anna])
    expect(await numbers({ limit: 1 })).toEqual([sam])
    expect(await numbers({ number: 1 })).toEqual([anna])
    expect(await numbers({ number: 3 })).toEqual([])
    expect(await numbers({ from: DAY, to: DAY, branchId: story.agency.branchId })).toEqual([sam, anna])
    expect(await numbers({ from: '2026-11-25' })).toEqual([])
    expect(await numbers({ to: '2026-11-23' })).toEqual([])
    expect(await numbers({ scheduledStart: (await records({ number: 1 }))[0]?.scheduledStart ?? 0 })).toEqual([anna])
    expect(await numbers({ branchId: '00000000-0000-4000-8000-000000000000' })).toEqual([])
  })
})

const records = (which: WhichRecords = {}) => lateRecords(story.line.database, which, story.at(), loadWords().reasons)

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
