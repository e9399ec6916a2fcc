import { afterEach, describe, expect, it } from 'vitest'
import { isoWithOffset } from '../../src/cellar/local-time.ts'
import { DEV, MEI, OFFICE, ROSA, ZONE } from '../support/agency.ts'
import { getsCode, nobodyComes } from './support/nobody-comes.ts'
import type { Story } from './support/story.ts'

let story: Story
afterEach(() => story.close())

const clock = () => isoWithOffset(story.at(), ZONE).slice(11, 16)

describe('the climb through the out-of-hours plan (design 1.2, 1.3; care-practice 3.6)', () => {
  it('says what, who, risk and clock; 4 and then 3 take it, and the details come by text', async () => {
    story = await nobodyComes()
    const dev = story.phone(DEV)
    await dev.answers(3600)
    expect(clock()).toBe('09:35')
    await dev.hears(
      /Quillbrook Home Care on call\. Nobody has logged in at the visit to Mrs Trundle, planned nine o'clock\. Lives alone, no informal back-up\. 15 minutes overdue\. Press 4 to take it\./,
    )
    await dev.presses('4')
    await dev.hears(/Press 3 to confirm/)
    await dev.presses('3')
    await dev.hears(/You have it\. We will text the details/)
    await dev.callEnds()
    await getsCode(dev)
    await dev.gets(
      /^You have it: Brenda T 9am\. Ring 01632 960101\. Text COVERING \d{4} and who goes; SAFE \d{4} and who saw or spoke to them\.$/,
    )
    expect(await story.line.database.acceptance.findMany()).toMatchObject([{ how: 'key', releasedAt: null }])
    // half an hour after its time the visit counts as missed by its contract, and is an incident (P-027, P-103)
    const [missed] = await story.line.database.missedVisitRecord.findMany()
    expect(isoWithOffset(missed?.openedAt.getTime() ?? 0, ZONE).slice(11, 16)).toBe('09:30')
    expect(await story.line.database.incident.findMany()).toMatchObject([{ kind: 'missed-visit', number: 1 }])
    await story.nothingElseWasSent()
  })

  it('a voicemail that says hello, a hand that presses nothing, and one that hangs up after 4: each time the next phone rings at once', async () => {
    story = await nobodyComes()
    const [dev, mei, office] = [story.phone(DEV), story.phone(MEI), story.phone(OFFICE)]
    await dev.behaves('voicemail')
    await mei.rings(3600)
    expect(clock()).toBe('09:35')
    await dev.missedCalls(1)
    await getsCode(dev)
    await mei.picksUp()
    await mei.hears(/Press 4 to take it/)
    await mei.hears(/Nothing was pressed/)
    await mei.hears(/It is not taken\. Goodbye\./)
    await mei.callEnds()
    await getsCode(mei)
    await office.answers(5)
    await office.hears(/Press 4 to take it/)
    await office.presses('4')
    await office.hears(/Press 3 to confirm/)
    await office.hangsUp()
    expect(await story.line.database.acceptance.count()).toBe(0)
    // nobody is left in this round: the next is louder
    const rosa = story.phone(ROSA)
    await rosa.answers(5)
    await rosa.hears(/Press 4 to take it/)
    await rosa.presses('4')
    await rosa.presses('3')
    await rosa.callEnds()
    await getsCode(rosa)
    await rosa.gets(/^You have it/)
    await story.nothingElseWasSent()
  })

  it('passed on by everyone: it begins again, louder, and of two phones that ring at once one has it, the other hears who', async () => {
    story = await nobodyComes()
    const lastResort = '07700 900499'
    await story.line.database.branch.updateMany({ data: { lastResortNumber: '+447700900499' } })
    const [dev, mei, office, rosa] = [story.phone(DEV), story.phone(MEI), story.phone(OFFICE), story.phone(ROSA)]
    for (const phone of [dev, mei, office]) {
      await phone.answers(3600)
      await phone.hears(/Press 5 to pass it on/)
      await phone.presses('5')
      await phone.hears(/It is passed on/)
      await phone.callEnds()
    }
    await getsCode(dev)
    await getsCode(mei)
    // louder: the responsible person and the last resort, at once; whoever was rung just now rests
    const last = story.phone(lastResort)
    await rosa.rings(5)
    await last.rings(5)
    await getsCode(rosa)
    await rosa.picksUp()
    await last.picksUp()
    await rosa.hears(/Press 4 to take it/)
    await last.hears(/Press 4 to take it/)
    await rosa.presses('4')
    await last.presses('4')
    await rosa.hears(/Press 3 to confirm/)
    await last.hears(/Press 3 to confirm/)
    await rosa.presses('3')
    await last.presses('3')
    await rosa.hears(/You have it/)
    await last.hears(/Rosa Achebe has it already\. You need do nothing/)
    await rosa.callEnds()
    await last.callEnds()
    await rosa.gets(/^You have it: Brenda T 9am/)
    expect(await story.line.database.acceptance.count()).toBe(1)
    await story.passSeconds(120)
    await story.nothingElseWasSent()
  })
})
