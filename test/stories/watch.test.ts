import { afterEach, describe, expect, it } from 'vitest'
import { ANNA, BRENDA, DEV } from '../support/agency.ts'
import { beginStory, type Story, type StoryOptions } from './support/story.ts'

let story: Story
afterEach(() => story.close())

const DAY = '2026-11-24'

/** Mrs Trundle lives alone: her care worker is texted ten minutes after the time, rung after thirteen, a matter after eighteen. */
function atNine(more: Partial<StoryOptions> = {}): Promise<Story> {
  return beginStory({
    date: DAY,
    time: '08:55',
    watch: 'on',
    visits: [{ serviceUser: 'SU1', careWorker: 'CW1', date: DAY, start: '09:00', end: '09:30' }],
    ...more,
  })
}

describe('the watch over every visit (P-017, P-033, P-034)', () => {
  it('nobody logs in and nobody says anything: the care worker is texted, then rung, the service user is told, a human has it', async () => {
    story = await atNine()
    const [anna, brenda, dev] = [story.phone(ANNA), story.phone(BRENDA), story.phone(DEV)]
    await anna.behaves('never-answers')
    await story.pass(14)
    await story.nothingElseWasSent()
    await story.pass(2)
    await anna.gets(
      /^Anna, you have not logged in yet at Brenda T, 9am\. Text HERE, or when you will be there: 10 MIN\./,
    )
    await story.passSeconds(90)
    await story.nothingElseWasSent()
    await story.pass(2)
    await dev.answers(360)
    await dev.hears(/Press 4 to take it|4 to take/i)
    await dev.presses('4')
    await dev.presses('3')
    await brenda.answers()
    await brenda.hears(/This is Quillbrook Home Care/)
    await brenda.hears(/Your care worker, Anna, has not logged in yet/)
    await brenda.hears(/The office is finding out. Somebody will ring you by/)
    await brenda.hears(/Do you need help now/)
    await brenda.says('no')
    await brenda.callEnds()
    const matter = await story.line.database.matter.findFirstOrThrow({})
    expect(matter.closedAt).toBeNull()
    expect(await brenda.heardInAll()).not.toMatch(/missed/i)
  })

  it('answers the text HERE: nothing more is asked and nobody else hears of it', async () => {
    story = await atNine()
    const anna = story.phone(ANNA)
    await story.pass(16)
    await anna.gets(/you have not logged in yet/)
    await anna.texts('HERE')
    await anna.gets(/Brenda T started 9\.11am/)
    await story.pass(120)
    expect(await story.line.database.matter.count()).toBe(0)
    await story.nothingElseWasSent()
  })

  it('logs in before anybody would be asked: silence', async () => {
    story = await atNine()
    const anna = story.phone(ANNA)
    await story.pass(7)
    await anna.texts('here')
    await anna.gets(/Brenda T started 9\.02am/)
    await story.pass(180)
    await story.nothingElseWasSent()
  })
})
