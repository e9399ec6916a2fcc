import { describe, expect, expectTypeOf, it } from 'vitest'
import { isIdText, matterId, visitId } from '../../src/cellar/ids.ts'
import type { MatterId, VisitId } from '../../src/cellar/ids.ts'

describe('ids', () => {
  it.each(['v1', '0193f2a0-1c7e-7b3a-9d4e-5f60718293a4', 'visit_7', 'x'.repeat(64)])('%s can be one', (text) => {
    expect(isIdText(text)).toBe(true)
    expect(visitId(text)).toBe(text)
  })

  it.each(['', '42', 'a:b', 'a b', '../x', 'é', 'v1\n', 'x'.repeat(65)])('"%s" cannot', (text) => {
    expect(isIdText(text)).toBe(false)
    expect(() => visitId(text)).toThrow(/visit/)
  })

  it('of two kinds are two types', () => {
    expect(visitId('v1')).not.toBe(matterId('m1'))
    expectTypeOf(visitId('v1')).toEqualTypeOf<VisitId>()
    expectTypeOf(matterId('m1')).toEqualTypeOf<MatterId>()
    expectTypeOf<VisitId>().not.toExtend<MatterId>()
    expectTypeOf<VisitId>().toExtend<string>()
  })
})
