import { expect, it } from 'vitest'
import type { Change } from '../../src/cellar/change.ts'
import { agencyId, branchId } from '../../src/cellar/ids.ts'
import { wakeAfter } from '../../src/compose/wakes.ts'
import { officeItem } from '../../src/office-list/new-item.ts'

const NOW = 1_000_000
const place = { agencyId: agencyId('agency'), branchId: branchId('branch') }
const item = (ringAt: number): Change =>
  officeItem(
    place,
    { kind: 'care-worker-text', details: {}, subject: 'text 1', dueAt: NOW + 600_000, ringAt },
    NOW,
    () => 'item-1',
  )

it.each([
  ['rings at once, although it is promised for later', NOW, ['office-item']],
  ['rings later, and is found by the loop then', NOW + 1, []],
])('an item that %s', (_what, ringAt, names) => {
  const woken: string[] = []
  wakeAfter([item(ringAt)], NOW, (name) => woken.push(name))
  expect(woken).toEqual(names)
})
