import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mostInOneSecond, percentile, spreadOf, useOfLimit } from '../../src/bench/figures.ts'

describe('percentile', () => {
  it.each([
    [[5], 50, 5],
    [[1, 2], 50, 1],
    [[3, 1, 2], 50, 2],
    [[1, 2, 3, 4], 75, 3],
    [Array.from({ length: 100 }, (_, n) => n + 1), 99, 99],
    [Array.from({ length: 101 }, (_, n) => n + 1), 99, 100],
    [[7, 9], 0, 7],
    [[7, 9], 100, 9],
    [[1, Number.POSITIVE_INFINITY], 99, Number.POSITIVE_INFINITY],
  ])('of %j at %d is %d', (values, percent, expected) => {
    expect(percentile(values, percent)).toBe(expected)
  })

  it('is not a number where nothing was measured', () => {
    expect(percentile([], 50)).toBeNaN()
  })

  it('is never exceeded by more than its share of the values', () => {
    const measured = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 })
    fc.assert(
      fc.property(measured, fc.integer({ min: 1, max: 100 }), (values, percent) => {
        const at = percentile(values, percent)
        const above = values.filter((value) => value > at).length
        expect(values).toContain(at)
        expect(above).toBeLessThanOrEqual(values.length * (1 - percent / 100) + 1e-9)
      }),
    )
  })

  it('leaves the values in their order', () => {
    const values = [3, 1, 2]
    expect(spreadOf(values)).toEqual({ median: 2, p99: 3, worst: 3 })
    expect(values).toEqual([3, 1, 2])
  })
})

describe('use of a limit', () => {
  it.each([
    ['exactly the limit', [0, 100, 200, 300], 10, 1],
    ['half of it', [0, 200, 400], 10, 0.5],
    ['more than allowed', [0, 50, 100], 10, 2],
    ['arrivals in any order', [200, 0, 100], 10, 1],
  ])('%s', (_, arrivals, perSecond, expected) => {
    expect(useOfLimit(arrivals, perSecond)).toBeCloseTo(expected, 10)
  })
})

describe('the most in one second', () => {
  it.each([
    [[], 0],
    [[5], 1],
    [[0, 999, 1000], 2],
    [[0, 1, 2, 3000, 3001], 3],
    [[3001, 0, 3000, 2, 1], 3],
  ])('%j: %d', (arrivals, expected) => {
    expect(mostInOneSecond(arrivals)).toBe(expected)
  })
})
