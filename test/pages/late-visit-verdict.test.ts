import { expect, it } from 'vitest'
import { verdictOf } from '../../src/pages/late-visit-verdict.ts'
import { aContact, at } from '../record/a-late-visit.ts'
import { aRecord, beingTold, CALL_ID, hasBeenTold } from './recorded-late-visits.ts'

const dropped = aContact('eta', [], {
  droppedAt: at('08:50'),
  dropReason: 'they know the time',
  createdAt: at('08:50'),
})
const tooLate = { ...dropped, droppedAt: at('09:20'), validUntil: at('09:20') }
const changed = { ...beingTold, createdAt: at('08:50') }
const wasTold = 'Mrs Brenda Trundle was told at 8.43am to expect 9.20am.'
const wasTooLate = 'Mrs Brenda Trundle was not told before the time had passed.'

it.each([
  ['nobody was to be told', [], 'quiet', 'Nobody of the household has been told.'],
  ['being told', [beingTold], 'waiting', 'Mrs Brenda Trundle is being told.'],
  ['told', [hasBeenTold], 'told', wasTold],
  ['told, and being told a change', [hasBeenTold, changed], 'waiting', 'Mrs Brenda Trundle is being told.'],
  ['told, and a change was not needed', [hasBeenTold, dropped], 'told', wasTold],
  ['told, and a change came too late', [hasBeenTold, tooLate], 'trouble', wasTooLate],
  ['too late', [tooLate], 'trouble', wasTooLate],
  ['out of reach', [{ ...beingTold, exhaustedAt: at('08:44') }], 'trouble', /could not be reached by 8.44am/],
  ['not needed', [dropped], 'quiet', 'Mrs Brenda Trundle was not told: they know the time.'],
])('%s', (_what, contacts, tone, words) => {
  const verdict = verdictOf(aRecord(1, contacts))
  expect(verdict.tone).toBe(tone)
  expect(verdict.words).toMatch(words)
  expect(verdict.proof?.carrierId).toBe(tone === 'told' ? CALL_ID : undefined)
})
