import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { disorderOf } from '../../src/bench/order.ts'

describe('out of the order of risk', () => {
  it.each([
    ['nobody', [], 0, 0],
    ['in order', [1, 2, 3], 0, 0],
    ['in order, with gaps', [3, 10, 70], 0, 0],
    ['two swapped', [1, 3, 2], 1, 1],
    ['the last one first', [9, 1, 2, 3], 1, 3],
    ['the first one last: all others were too early', [2, 3, 4, 1], 3, 1],
    ['turned round', [3, 2, 1], 2, 2],
  ])('%s: %j', (_, ranks, tooEarly, furthest) => {
    expect(disorderOf(ranks)).toEqual({ tooEarly, furthest })
  })

  it('is found in every order but the sorted one', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 1000 }), { minLength: 2 }), (ranks) => {
        const sorted = ranks.every((rank, n) => n === 0 || rank > (ranks[n - 1] ?? 0))
        expect(disorderOf(ranks).tooEarly === 0).toBe(sorted)
        expect(disorderOf(ranks.toSorted((a, b) => a - b))).toEqual({ tooEarly: 0, furthest: 0 })
      }),
    )
  })
})
