import { afterEach, describe, expect, it } from 'vitest'
import { ANNA, DEV, MEI, OFFICE, ROSA } from '../support/agency.ts'
import { getsCode, nobodyComes } from './support/nobody-comes.ts'
import type { Story } from './support/story.ts'

let story: Story
afterEach(() => story.close())

/** Dev's phone has rung in vain, and Mei's rings. */
async function devHasACode(): Promise<string> {
  story = await nobodyComes()
  await story.phone(DEV).behaves('engaged')
  await story.phone(MEI).rings(3600)
  return getsCode(story.phone(DEV))
}

describe('a texted code is as good as the keys (design 1.3)', () => {
  it('TAKE: the phone that rings stops, and no other rings', async () => {
    const code = await devHasACode()
    const [dev, mei] = [story.phone(DEV), story.phone(MEI)]
    await dev.texts(`take ${code} please`)
    await dev.gets(/^You have it: Brenda T 9am\. Ring 01632 960101\./)
    await getsCode(mei)
    expect((await mei.view()).call).toBeNull()
    await mei.texts(`TAKE ${code}`)
    await mei.gets(new RegExp(`^Thanks Mei\\. Code ${code} was given to somebody else, so nothing was changed\\.`))
    await dev.gets(new RegExp(`^Mei Tan has texted your code ${code} for Brenda T 9am\\. Nothing was changed\\.$`))
    await story.passSeconds(300)
    expect(await story.line.database.acceptance.findMany()).toMatchObject([{ how: 'text', releasedAt: null }])
    await story.nothingElseWasSent()
  })

  it('PASS: not rung in this round, and the next phone rings at once', async () => {
    story = await nobodyComes()
    const [dev, mei] = [story.phone(DEV), story.phone(MEI)]
    await dev.rings(3600)
    const code = await getsCode(dev)
    await dev.texts(`PASS ${code}`)
    await dev.gets(/^Thanks Dev\. Brenda T 9am is passed on\./)
    await mei.answers(5)
    await mei.hears(/Press 4 to take it/)
    await mei.presses('4')
    await mei.presses('3')
    await mei.callEnds()
    const meis = await getsCode(mei)
    await mei.gets(/^You have it/)
    await dev.texts(`TAKE ${code}`)
    await dev.gets(/^Mei Tan has Brenda T 9am since 9\.3\dam\. You need do nothing\. Thank you\.$/)
    // she cannot do it after all: everybody is rung, and hears that
    await mei.texts(`pass ${meis}`)
    await mei.gets(/^Thanks Mei\. Brenda T 9am is passed on\./)
    await story.phone(OFFICE).rings(10)
    await story.phone(OFFICE).picksUp()
    await story.phone(OFFICE).hears(/Mei Tan took it at .* and passed it on\. .*Press 4 to take it/)
    await story.phone(OFFICE).presses('4')
    await story.phone(OFFICE).presses('3')
    await story.phone(OFFICE).callEnds()
    await story.phone(ROSA).missedCalls(1)
    await getsCode(story.phone(ROSA))
    await story.nothingElseWasSent()
  })

  it('a wrong code, and the code of a matter that is settled: said plainly, and nothing is done', async () => {
    const code = await devHasACode()
    const [dev, mei] = [story.phone(DEV), story.phone(MEI)]
    await getsCode(mei)
    const wrong = code === '2400' ? '2401' : '2400'
    await dev.texts(`TAKE ${wrong}`)
    await dev.gets(new RegExp(`^Thanks Dev\\. We know no code ${wrong}, so nothing was changed\\.`))
    await story.phone(ANNA).texts('HERE')
    await story.phone(ANNA).gets(/Brenda T started/)
    await dev.texts(`TAKE ${code}`)
    await dev.gets(
      /^Thanks Dev\. Brenda T 9am is settled, so code \d{4} does nothing any more\. Nothing was changed\.$/,
    )
    expect((await mei.view()).call).toBeNull()
    expect(await story.line.database.escalation.findMany()).toMatchObject([
      { round: 1, loud: false, endedWhy: 'logged in at the visit by text' },
    ])
    await story.passSeconds(300)
    await story.nothingElseWasSent()
  })
})
