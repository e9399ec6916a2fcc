import { afterEach, expect, it } from 'vitest'
import { isoWithOffset } from '../../src/cellar/local-time.ts'
import { DEV, MEI, ZONE } from '../support/agency.ts'
import { getsCode, nobodyComes } from './support/nobody-comes.ts'
import type { Story } from './support/story.ts'

let story: Story
afterEach(() => story.close())

it('Christmas night, and the first manager on the rota has no number: the next one is rung at once', async () => {
  story = await nobodyComes('2026-12-25', '02:10', '01:50')
  const dev = story.agency.managers.find(({ ref }) => ref === 'MG2')
  await story.line.database.personNumber.deleteMany({ where: { partyId: dev?.id ?? '' } })
  const mei = story.phone(MEI)
  await mei.answers(3600)
  expect(isoWithOffset(story.at(), ZONE).slice(0, 16)).toBe('2026-12-25T02:45')
  await mei.hears(/Nobody has logged in at the visit to Mrs Trundle, planned ten past two\..* Press 4 to take it\./)
  await mei.presses('4')
  await mei.presses('3')
  await mei.callEnds()
  await getsCode(mei)
  await mei.gets(/^You have it: Brenda T 2\.10am/)
  await story.phone(DEV).missedCalls(0)
  await story.nothingElseWasSent()
})
