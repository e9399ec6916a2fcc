import { afterEach, describe, expect, it } from 'vitest'
import { ANNA, DEV, type ServiceUserSeed, type VisitSeed } from '../support/agency.ts'
import { beginStory, type Story } from './support/story.ts'

let story: Story
afterEach(() => story.close())

const DAY = '2026-11-24'
const TOMORROW = '2026-11-25'

/** Twelve people who can wait as long as their contract says, and one who lives alone; a care worker each. */
const PEOPLE: ServiceUserSeed[] = Array.from({ length: 13 }, (_, n) => ({
  ref: `SU${n + 1}`,
  title: 'Mrs',
  firstName: 'Brenda',
  lastName: `Trundle${n + 1}`,
  numbers: [`01632 9601${String(n + 10)}`],
  livesAlone: n === 12,
}))
const CARE_WORKERS = PEOPLE.map((_, n) => ({
  ref: `CW${n + 1}`,
  firstName: n === 12 ? 'Anna' : `Sam${n + 1}`,
  lastName: 'Kowal',
  number: n === 12 ? ANNA : `07700 9005${String(n + 10)}`,
}))
const VISITS: VisitSeed[] = PEOPLE.map((person, n) => ({
  serviceUser: person.ref,
  careWorker: `CW${n + 1}`,
  date: DAY,
  start: '09:00',
  end: '09:30',
}))

function morning(more: { time?: string; visits?: VisitSeed[] } = {}): Promise<Story> {
  const { time = '08:55', visits = VISITS } = more
  return beginStory({ date: DAY, time, watch: 'on', serviceUsers: PEOPLE, careWorkers: CARE_WORKERS, visits })
}

/** What the care worker was asked and the household told about a visit; the climb is another story. */
async function askedAbout(visit: string): Promise<string[]> {
  const visitId = story.agency.visits.get(visit) ?? ''
  const message = { in: ['log-in-reminder', 'care-worker-check', 'not-logged-in'] }
  return (await story.line.database.contact.findMany({ where: { visitId, message } })).map((one) => one.message)
}

describe('the log-ins of a whole branch stay away', () => {
  it('is one item for the branch; only who cannot wait is asked for singly, until log-ins come in again', async () => {
    story = await morning()
    await story.pass(9)
    await story.phone(DEV).answers(400)
    await story.phone(DEV).hears(/Log-ins do not come in: 0 of 13 since 8\.\d\dam/)
    await story.phone(DEV).presses('4')
    await story.phone(DEV).presses('3')
    await story.pass(5)
    await story.phone(ANNA).gets(/^Anna, you have not logged in yet/)
    await story.pass(6)
    expect(await askedAbout('V1')).toEqual([])
    expect(await story.line.database.officeItem.count({ where: { kind: 'feed-silent' } })).toBe(1)
    for (const worker of CARE_WORKERS.slice(0, 11)) await story.phone(worker.number).sends('HERE')
    await story.pass(9)
    // it is late by now: who is rung need not be texted as well
    expect((await askedAbout('V12')).toSorted()).toEqual(['care-worker-check', 'not-logged-in'])
    expect(await askedAbout('V1')).toEqual([])
    const item = await story.line.database.officeItem.findFirstOrThrow({ where: { kind: 'feed-silent' } })
    expect(item.doneAt).not.toBeNull()
  })

  it('after an outage the branch is looked at first, and what is over by hours is a list for a human', async () => {
    story = await morning({ time: '06:00', visits: VISITS })
    await story.settle()
    // nobody works from here: the clock runs on alone
    story.line.clock.advance(8.5 * 60 * 60_000)
    await story.pass(1)
    const kinds = await story.line.database.officeItem.groupBy({ by: ['kind'], _count: true, orderBy: { kind: 'asc' } })
    expect(kinds.find((row) => row.kind === 'no-log-in-found')?._count).toBe(13)
    expect(await story.line.database.contact.count({ where: { visitId: { not: null } } })).toBe(0)
    expect(await story.line.database.matter.count()).toBe(0)
  })

  it('after an hour away nobody is told what is not true any more: who has logged in meanwhile is left in peace', async () => {
    story = await morning({ time: '08:50', visits: VISITS.slice(12) })
    await story.settle()
    story.line.clock.advance(60 * 60_000)
    await story.phone(ANNA).texts('HERE')
    await story.phone(ANNA).gets(/started 9\.50am/)
    await story.pass(30)
    await story.nothingElseWasSent()
  })
})

describe('tomorrow, seen the day before', () => {
  it('at two and at eight the office list says who has nobody and which runs cannot be kept', async () => {
    const tomorrow: VisitSeed[] = [
      { serviceUser: 'SU1', date: TOMORROW, start: '07:00', end: '07:30' },
      { serviceUser: 'SU2', careWorker: 'CW2', date: TOMORROW, start: '08:00', end: '09:00' },
      { serviceUser: 'SU3', careWorker: 'CW2', date: TOMORROW, start: '08:30', end: '09:00' },
    ]
    story = await morning({ time: '13:55', visits: tomorrow })
    await story.pass(6)
    const items = () =>
      story.line.database.officeItem.findMany({
        where: { kind: { startsWith: 'tomorrow-' } },
        orderBy: { createdAt: 'asc' },
      })
    expect((await items()).map((item) => [item.kind, (item.details as { why: string }).why])).toEqual([
      ['tomorrow-unallocated', '1, first Brenda T 7am'],
      ['tomorrow-impossible', '1, first Sam2 at Brenda T 8.30am'],
    ])
    await story.pass(5)
    expect(await items()).toHaveLength(2)
  })
})
