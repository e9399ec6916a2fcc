import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { recordOverrides } from '../../src/store/on-call.ts'
import { DEV, MEI, OFFICE, type ShiftSeed } from '../support/agency.ts'
import { beginStory, type Story, type StoryOptions } from './support/story.ts'

let story: Story
afterEach(() => story.close())

/** Dev until `change`, Mei from then on; Rosa, the responsible person, has no shift. */
function twoShifts(from: string, change: string, until: string): ShiftSeed[] {
  return [
    { manager: 'MG2', from, until: change },
    { manager: 'MG3', from: change, until },
  ]
}

const begin = async (options: Partial<StoryOptions> & { date: string; time: string }) => {
  story = await beginStory({ visits: [], ...options })
  // only a branch whose watch is on rings anybody of its own accord
  await story.line.database.branch.updateMany({ data: { watchMode: 'on' } })
  await story.settle()
}

const first = async (texting: string) => {
  await story.phone(texting).texts('WHO')
  return story.phone(texting).gets(/On call now: |office/)
}

const NIGHT = twoShifts('2026-11-24 07:00', '2026-11-24 17:00', '2026-11-25 09:00')
/** of two care workers, since the same text again within two minutes is one text */
const [ANNA, SAM] = ['07700 900101', '07700 900102']
const STRANGER = '07700 900999'

describe('the phone goes from one manager to the next', () => {
  it('taken with 4 and 3: nobody else hears of it, and WHO names the new one', async () => {
    await begin({ date: '2026-11-24', time: '16:50', shifts: NIGHT })
    expect(await first(ANNA)).toContain('Dev P')
    await story.pass(10)
    const mei = story.phone(MEI)
    await mei.answers()
    await mei.hears(/You are on call until nine o'clock tomorrow\. Press 4 to take the phone\. Press 5 if you cannot/)
    // until both keys are pressed it is Dev's
    expect(await first(SAM)).toContain('Dev P')
    await mei.presses('4')
    await mei.hears(/Press 3 to confirm/)
    await mei.presses('3')
    await mei.hears(/You have the phone/)
    await mei.callEnds()
    await story.pass(3)
    expect(await first(ANNA)).toContain('Mei T')
    await story.pass(30)
    await story.nothingElseWasSent()
    const [row] = await story.line.database.handover.findMany()
    expect(row).toMatchObject({ tier: 1, keptAt: null, nextDueAt: null })
    expect(row?.takenAt).not.toBeNull()
  })

  it('4-4-7-4 takes nothing', async () => {
    await begin({ date: '2026-11-24', time: '16:59', shifts: NIGHT })
    await story.pass(1)
    const mei = story.phone(MEI)
    await mei.answers()
    for (const key of ['4', '4', '7', '4']) {
      await mei.presses(key)
      await story.passSeconds(3)
    }
    await mei.hangsUp()
    expect(await story.line.database.handover.findMany()).toMatchObject([{ takenAt: null }])
    expect(await first(ANNA)).toContain('Dev P')
    await story.pass(8)
    await mei.missedCalls(1)
    await story.phone(DEV).gets(/^Dev, you still have the on-call phone/)
    await story.nothingElseWasSent()
  })

  it('not answered: rung twice, then the outgoing manager keeps it and is told by text', async () => {
    await begin({ date: '2026-11-24', time: '16:59', shifts: NIGHT })
    await story.phone(MEI).behaves('never-answers')
    await story.pass(1)
    await story.pass(6)
    await story.phone(MEI).missedCalls(2)
    await story
      .phone(DEV)
      .gets(/^Dev, you still have the on-call phone: Mei T did not take it\. Ring Mei T on 07700 900403/)
    expect(await first(ANNA)).toContain('Dev P')
    await story.pass(60)
    await story.nothingElseWasSent()
    expect(await story.line.database.handover.findMany()).toMatchObject([{ takenAt: null, nextDueAt: null }])
  })

  it('a voicemail takes nothing', async () => {
    await begin({ date: '2026-11-24', time: '16:59', shifts: NIGHT })
    await story.phone(MEI).behaves('voicemail')
    await story.pass(1)
    await story.pass(8)
    await story.phone(MEI).missedCalls(2)
    await story.phone(DEV).gets(/^Dev, you still have the on-call phone/)
    await story.nothingElseWasSent()
  })

  it('5, "I cannot": the outgoing manager is told at once, and nobody is rung again', async () => {
    await begin({ date: '2026-11-24', time: '16:59', shifts: NIGHT })
    await story.pass(1)
    const mei = story.phone(MEI)
    await mei.answers()
    await mei.presses('5')
    await mei.hears(/The manager before you keeps it/)
    await mei.callEnds()
    await story.phone(DEV).gets(/^Dev, you still have the on-call phone/)
    await story.pass(10)
    await story.nothingElseWasSent()
  })

  it('a wake that comes twice, or late, begins nothing a second time', async () => {
    await begin({ date: '2026-11-24', time: '16:59', shifts: NIGHT })
    await story.pass(1)
    await story.phone(MEI).rings()
    const { branchId } = story.agency
    const { database } = story.line
    for (let times = 0; times < 3; times += 1) {
      await database.onCallWatch.update({ where: { id: branchId }, data: { nextDueAt: new Date(story.at()) } })
      await story.line.duties.handle('on-call', branchId)
      await story.line.duties.handle('on-call', branchId)
    }
    // as after a crash before the look was noted
    const before = new Date(story.at() - 10 * 60_000)
    await database.onCallWatch.update({ where: { id: branchId }, data: { lookedAt: before, nextDueAt: before } })
    await story.line.duties.handle('on-call', branchId)
    expect(await database.handover.count()).toBe(1)
    await story.phone(MEI).picksUp()
    await story.phone(MEI).presses('4')
    await story.phone(MEI).presses('3')
    await story.phone(MEI).hears(/You have the phone/)
    await story.phone(MEI).callEnds()
    await story.pass(15)
    await story.nothingElseWasSent()
  })
})

describe('a swap in the night', () => {
  it('is a hand-over too: whoever comes in is rung at once, and WHO names them from the key on', async () => {
    await begin({ date: '2026-11-24', time: '22:00', shifts: NIGHT })
    expect(await first(ANNA)).toContain('Mei T')
    const { managers, branchId } = story.agency
    const [, dev, mei] = managers
    const swap = {
      id: randomUUID(),
      tier: 1,
      managerId: dev?.id ?? '',
      insteadOf: mei?.id,
      startsAt: story.at(),
      endsAt: story.at() + 8 * 60 * 60_000,
    }
    await recordOverrides(story.line.database, branchId, [swap], { by: 'Rosa', reason: 'unwell', at: story.at() })
    const phone = story.phone(DEV)
    await phone.answers()
    expect(await first(SAM)).toContain('Mei T')
    await phone.presses('4')
    await phone.presses('3')
    await phone.hears(/You have the phone/)
    await phone.callEnds()
    await story.pass(3)
    expect(await first(ANNA)).toContain('Dev P')
    await story.nothingElseWasSent()
    expect(await story.line.database.shiftOverride.findMany()).toMatchObject([{ by: 'Rosa', reason: 'unwell' }])
  })
})

describe('the clock changes', () => {
  it.each([2026, 2031])('25 October 01:30 twice: rung once, at the first (%d)', async (year) => {
    const sunday = year === 2026 ? '2026-10-25' : '2031-10-26'
    const saturday = year === 2026 ? '2026-10-24' : '2031-10-25'
    await begin({
      date: sunday,
      time: '01:25',
      shifts: twoShifts(`${saturday} 17:00`, `${sunday} 01:30`, `${sunday} 09:00`),
    })
    await story.pass(5)
    const mei = story.phone(MEI)
    await mei.answers()
    await mei.presses('4')
    await mei.presses('3')
    await mei.hears(/You have the phone/)
    await mei.callEnds()
    await story.pass(90)
    await story.nothingElseWasSent()
    expect(await story.line.database.handover.count()).toBe(1)
  })

  it.each([
    ['2027-03-28', '2027-03-27'],
    ['2031-03-30', '2031-03-29'],
  ])('%s 01:30 never: rung as the clock jumps, and nobody is off before', async (sunday, saturday) => {
    await begin({
      date: sunday,
      time: '00:50',
      shifts: twoShifts(`${saturday} 17:00`, `${sunday} 01:30`, `${sunday} 09:00`),
    })
    await story.pass(9)
    expect(await first(ANNA)).toContain('Dev P')
    await story.pass(1)
    const mei = story.phone(MEI)
    await mei.answers()
    await mei.presses('4')
    await mei.presses('3')
    await mei.callEnds()
    expect(await first(SAM)).toContain('Mei T')
    await story.pass(60)
    await story.nothingElseWasSent()
  })
})

describe('what is wrong with the night is shown before it', () => {
  const hours = 'Mon-Fri 09:00-17:00'

  it('the rota gap: at 14:00 it lies on the office list, and the office is rung while it can be put right', async () => {
    const shifts: ShiftSeed[] = [
      { manager: 'MG2', from: '2026-11-24 17:00', until: '2026-11-24 22:00' },
      { manager: 'MG3', from: '2026-11-24 23:30', until: '2026-11-26 09:00' },
    ]
    await begin({ date: '2026-11-24', time: '13:55', shifts, officeHours: hours })
    expect(await story.line.database.officeItem.count()).toBe(0)
    await story.pass(6)
    expect(await story.line.database.officeItem.findMany()).toMatchObject([{ kind: 'on-call-gap' }])
    const office = story.phone(OFFICE)
    await story.pass(109)
    await office.answers()
    await office.hears(/Nobody is on call from ten o'clock to half past eleven, and the office is closed then/)
    await office.presses('4')
    await office.presses('3')
    await office.callEnds()
    await story.pass(30)
    await story.nothingElseWasSent()
  })

  it('a gap that is closed before anybody was rung comes off the list by itself', async () => {
    const shifts: ShiftSeed[] = [{ manager: 'MG2', from: '2026-11-24 17:00', until: '2026-11-25 22:00' }]
    await begin({ date: '2026-11-24', time: '13:59', shifts, officeHours: hours })
    await story.pass(2)
    const { database } = story.line
    const items = () => database.officeItem.findMany({ where: { doneAt: null } })
    expect(await items()).toHaveLength(1)
    await database.shift.updateMany({ data: { endsAt: new Date(story.at() + 5 * 24 * 60 * 60_000) } })
    await story.pass(90)
    expect(await items()).toEqual([])
    await story.pass(60)
    await story.nothingElseWasSent()
  })

  it('the manager without a number: shown on the afternoon before, and the night rings the next tier', async () => {
    const shifts: ShiftSeed[] = [
      { manager: 'MG2', from: '2026-11-24 17:00', until: '2026-11-25 09:00' },
      { manager: 'MG3', tier: 2, from: '2026-11-24 17:00', until: '2026-11-25 09:00' },
      { manager: 'MG1', from: '2026-11-25 09:00', until: '2026-11-26 09:00' },
    ]
    await begin({ date: '2026-11-24', time: '13:59', shifts, officeHours: hours, withoutNumber: ['MG2'] })
    await story.pass(111)
    const office = story.phone(OFFICE)
    await office.answers()
    await office.hears(/Dev Patel is on call from five o'clock and has no number that can be rung/)
    await office.presses('4')
    await office.presses('3')
    await office.callEnds()
    expect(await first(ANNA)).toContain('01632 960998')
    await story.pass(80)
    // nobody had the phone before, and nobody can take it: the next tier hears of it
    expect(await first(ANNA)).toContain('Mei T')
    const mei = story.phone(MEI)
    await mei.answers(900)
    await mei.hears(/Dev Patel did not take the on-call phone at five o'clock, and nobody else has it/)
    await mei.presses('4')
    await mei.presses('3')
    await mei.callEnds()
    await mei.gets(/^You have it: Dev Patel did not take the on-call phone/)
    await story.nothingElseWasSent()
  })

  it('a number that nobody ever answered by key is to be tried while it is light', async () => {
    const shifts: ShiftSeed[] = [{ manager: 'MG2', from: '2026-11-24 17:00', until: '2026-11-26 09:00' }]
    await begin({ date: '2026-11-24', time: '13:59', shifts, officeHours: hours, notVerified: ['MG2'] })
    await story.pass(2)
    expect(await story.line.database.officeItem.findMany()).toMatchObject([
      { kind: 'on-call-not-verified', details: { person: 'Dev Patel' }, number: '+447700900402' },
    ])
    await story.nothingElseWasSent()
  })
})

describe('Christmas', () => {
  it.each([
    ['2026-12-24', '16:59', '01632 960998'],
    ['2026-12-25', '12:00', 'Dev P'],
    ['2026-12-26', '12:00', 'Mei T'],
    ['2026-12-28', '12:00', 'Mei T'],
    ['2026-12-29', '12:00', '01632 960998'],
  ])('%s %s: %s is named first, and rung first', async (date, time, name) => {
    const shifts: ShiftSeed[] = [
      { manager: 'MG2', from: '2026-12-24 17:00', until: '2026-12-26 09:00' },
      { manager: 'MG3', from: '2026-12-26 09:00', until: '2026-12-29 09:00' },
    ]
    await begin({ date, time, shifts, officeHours: 'Mon-Fri 09:00-17:00' })
    expect(await first(ANNA)).toContain(name)
    await story.phone(STRANGER).texts('please help me')
    await story.phone(STRANGER).gets(/999/)
    const rung = story.phone(name === 'Dev P' ? DEV : name === 'Mei T' ? MEI : OFFICE)
    await rung.answers()
    await rung.presses('4')
    await rung.presses('3')
    await rung.callEnds()
    if (name !== OFFICE) await rung.gets(/^You have it/)
    await story.nothingElseWasSent()
  })
})
