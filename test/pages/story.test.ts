import { expect, it } from 'vitest'
import { storyOf } from '../../src/pages/story.ts'
import { aRecord, beingTold, hasBeenTold } from './recorded-late-visits.ts'

const [inVain, ringing] = beingTold.attempts

it.each([
  ['nobody was rung', { ...beingTold, attempts: [] }, 'waiting', 0],
  ['somebody is being rung', { ...beingTold, attempts: ringing === undefined ? [] : [ringing] }, 'waiting', 0],
  ['engaged, and rung again', beingTold, 'waiting', 1],
  ['engaged, and nobody else to ring', { ...beingTold, attempts: inVain === undefined ? [] : [inVain] }, 'waiting', 1],
  ['told at the second try', hasBeenTold, 'told', 0],
])('%s', (_what, contact, tone, tries) => {
  expect(storyOf(aRecord(3, [contact]))).toMatchObject({ record: 3, tone, inVain: tries })
})
