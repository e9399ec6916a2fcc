import { afterEach, describe, expect, it } from 'vitest'
import { ANNA, BRENDA, BRENDA_TRUNDLE, ROSA } from '../support/agency.ts'
import { toInstant } from '../../src/cellar/local-time.ts'
import { beginStory, type Story, type StoryOptions } from './support/story.ts'

let story: Story
afterEach(() => story.close())

const DAY = '2026-11-24'
const NINE = { serviceUser: 'SU1', careWorker: 'CW1', date: DAY, start: '09:00', end: '09:30' }

function atNine(more: Partial<StoryOptions> = {}): Promise<Story> {
  return beginStory({ date: DAY, time: '08:30', watch: 'on', visits: [NINE], ...more })
}

describe('whom the watch leaves in peace (design 1.6)', () => {
  it('in hospital since two: silence', async () => {
    const status = { status: 'in_hospital', fromAt: toInstant({ date: DAY, time: '02:00' }, 'Europe/London', 'start') }
    story = await atNine({ serviceUsers: [{ ...BRENDA_TRUNDLE, status }] })
    await story.pass(240)
    await story.nothingElseWasSent()
    expect(await story.line.database.visit.count({ where: { nextCheckAt: { not: null } } })).toBe(0)
  })

  it('cancelled: silence', async () => {
    story = await atNine({ visits: [{ ...NINE, status: 'cancelled' }] })
    await story.pass(240)
    await story.nothingElseWasSent()
  })

  it('in shadow it is kept what would have been done, and nobody is contacted', async () => {
    story = await atNine({ watch: 'shadow' })
    await story.pass(240)
    await story.nothingElseWasSent()
    const facts = await story.line.database.visitEvent.findMany({ orderBy: { receivedAt: 'asc' } })
    expect(facts.map((fact) => fact.kind)).toEqual(['watch-texted', 'watch-rung', 'not-logged-in'])
    expect(facts.map((fact) => fact.evidence)).toEqual(Array(3).fill('watch in shadow: nobody was contacted'))
    expect(await story.line.database.matter.count()).toBe(0)
  })

  it('a late report quiets it until the new time and the threshold after it', async () => {
    story = await atNine()
    const [anna, brenda, rosa] = [story.phone(ANNA), story.phone(BRENDA), story.phone(ROSA)]
    await anna.texts('LATE 40 traffic')
    await anna.gets(/9am now 9\.40am/)
    await rosa.gets(/^Late visit no 1/)
    await brenda.answers()
    await brenda.hears(/by twenty to ten/)
    await brenda.says('no thank you')
    await brenda.callEnds()
    await story.pass(78)
    await story.nothingElseWasSent()
    await story.pass(2)
    await anna.gets(/you have not logged in yet at Brenda T/)
    await anna.texts('HERE')
    await anna.gets(/Brenda T started 9\.5\dam/)
    await story.pass(60)
    await story.nothingElseWasSent()
  })

  it('a check that is done twice, and by two at once, does nothing twice', async () => {
    story = await atNine()
    await story.pass(39)
    const visit = story.agency.visits.get('V1') ?? ''
    await story.passSeconds(59)
    await Promise.all([1, 2, 3].map(() => story.line.duties.handle('visit', visit)))
    await story.passSeconds(2)
    await Promise.all([1, 2, 3].map(() => story.line.duties.handle('visit', visit)))
    await story.settle()
    await story.phone(ANNA).gets(/you have not logged in yet/)
    await story.nothingElseWasSent()
  })
})

describe('the nights when the clocks change', () => {
  it('25 October, half past one comes twice: the visit is looked for after its own', async () => {
    const date = '2026-10-25'
    const visits = [{ ...NINE, date, start: '01:30', end: '02:15', side: 'end' as const }]
    story = await beginStory({ date, time: '01:25', side: 'start', watch: 'on', visits })
    await story.pass(60 + 14)
    await story.nothingElseWasSent()
    await story.pass(2)
    await story.phone(ANNA).gets(/you have not logged in yet at Brenda T, 1\.30am/)
    await story.nothingElseWasSent()
  })

  it('28 March, half past one never comes: the visit begins at two, and is looked for after that', async () => {
    const date = '2027-03-28'
    const visits = [{ ...NINE, date, start: '01:30', end: '03:00' }]
    story = await beginStory({ date, time: '00:55', watch: 'on', visits })
    await story.pass(14)
    await story.nothingElseWasSent()
    await story.pass(2)
    await story.phone(ANNA).gets(/you have not logged in yet at Brenda T, 2am/)
    await story.nothingElseWasSent()
  })
})
