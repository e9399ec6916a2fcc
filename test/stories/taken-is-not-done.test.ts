import { afterEach, describe, expect, it } from 'vitest'
import { isoWithOffset } from '../../src/cellar/local-time.ts'
import { DEV, MEI, OFFICE, ROSA, ZONE } from '../support/agency.ts'
import { getsCode, nobodyComes } from './support/nobody-comes.ts'
import type { Story } from './support/story.ts'

let story: Story
afterEach(() => story.close())

const clock = () => isoWithOffset(story.at(), ZONE).slice(11, 16)

/** Dev has taken it, at 09:35. */
async function devHasIt(): Promise<string> {
  story = await nobodyComes()
  const dev = story.phone(DEV)
  await dev.answers(3600)
  await dev.hears(/Press 4 to take it/)
  await dev.presses('4')
  await dev.presses('3')
  await dev.callEnds()
  const code = await getsCode(dev)
  await dev.gets(/^You have it: Brenda T 9am/)
  return code
}

describe('taken is not done (design 1.4)', () => {
  it('who goes, that they know, and that somebody spoke to her: each by text, and only the last one settles it', async () => {
    const code = await devHasIt()
    const dev = story.phone(DEV)
    await dev.texts(`COVERING ${code}`)
    await dev.gets(/^Thanks Dev\. Who goes to Brenda T 9am\? Text COVERING \d{4} and the name\./)
    await dev.texts(`COVERING ${code} Sam`)
    await dev.gets(/^Noted: Sam O goes to Brenda T 9am\. Text TOLD \d{4} once they know/)
    await story.pass(8)
    await dev.texts(`TOLD ${code}`)
    await dev.gets(/^Thanks Dev\. Brenda T 9am: they know\./)
    await story.pass(20)
    await dev.texts(`SAFE ${code}`)
    await dev.gets(/^Thanks Dev\. Who saw or spoke to Brenda T\? .* It is not settled yet\.$/)
    await dev.texts(`SAFE ${code} rang twice, nobody answered`)
    await dev.gets(/^Thanks Dev\. Who saw or spoke to Brenda T\? .* It is not settled yet\.$/)
    expect(await story.line.database.matter.count({ where: { closedAt: null } })).toBe(1)
    await dev.texts(`SAFE ${code} spoke to her`)
    await dev.gets(/^Thanks Dev\. Brenda T 9am is settled, with what you wrote as the evidence\.$/)
    expect(await story.line.database.matter.findMany({ include: { evidence: true } })).toMatchObject([
      { nextDueAt: null, evidence: { how: 'spoken-to', who: 'Dev Patel', statement: `SAFE ${code} spoke to her` } },
    ])
    await story.pass(60)
    expect(await story.line.database.matter.count({ where: { closedAt: null } })).toBe(0)
    await story.nothingElseWasSent()
  })

  it('taken and forgotten: everybody is rung, and hears in one sentence who had it', async () => {
    await devHasIt()
    const [dev, mei] = [story.phone(DEV), story.phone(MEI)]
    await story.phone(OFFICE).behaves('engaged')
    await story.phone(ROSA).behaves('engaged')
    await dev.rings(700)
    expect(clock()).toBe('09:45')
    await mei.rings(5)
    await mei.picksUp()
    await mei.hears(
      /Quillbrook Home Care on call, again\. Nobody has logged in at the visit to Mrs Trundle, planned nine o'clock\. Dev Patel took it at twenty-five to ten and nobody has said who is going\./,
    )
    await mei.presses('4')
    await mei.presses('3')
    await mei.hears(/You have it/)
    await mei.callEnds()
    await getsCode(mei)
    await mei.gets(/^You have it: Brenda T 9am/)
    expect((await dev.view()).call).toBeNull()
    await story.nothingElseWasSent()
  })
})
