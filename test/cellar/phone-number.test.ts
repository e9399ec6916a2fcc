import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isUkLandline,
  isUkMobile,
  isWithheld,
  parsePhoneNumber,
  readableNumber,
} from '../../src/cellar/phone-number.ts'

describe('numbers as people write them', () => {
  it.each([
    ['07700 900123', '+447700900123'],
    ['+447700900123', '+447700900123'],
    ['+44 7700 900123', '+447700900123'],
    ['+44 (0)7700 900123', '+447700900123'],
    ['00447700900123', '+447700900123'],
    ['07700-900-123', '+447700900123'],
    ['  07700 900 123 ', '+447700900123'],
    ['7700900123', '+447700900123'], // a spreadsheet took the nought away
    ['01632 960999', '+441632960999'],
    ['(01632) 960 999', '+441632960999'],
    ['020 7946 0123', '+442079460123'],
    ['+12025550123', '+12025550123'],
  ])('%s is %s', (text, expected) => {
    expect(parsePhoneNumber(text)).toBe(expected)
  })

  it.each([
    [''],
    ['   '],
    ['Anna'],
    ['999'],
    ['12345'],
    ['07700 90012'],
    ['07700 9001234'],
    ['07700 900123 ext 5'],
    ['07700 900123 or 07700 900124'],
    ['ring 07700 900123'],
    ['sip:07700900123@example.org'],
    ['07700 900O23'],
    ['anonymous'],
    ['+266696687'],
    ['+86282452253'],
    [`0${'1'.repeat(2_000)}`],
  ])('"%.40s" is no number', (text) => {
    expect(parsePhoneNumber(text)).toBeUndefined()
  })

  it('whatever is read is E.164, and reads back as itself from every way of writing it', () => {
    const drama = fc.integer({ min: 0, max: 999 }).map((last) => `07700 900${String(last).padStart(3, '0')}`)
    fc.assert(
      fc.property(fc.oneof(drama, fc.string()), (text) => {
        const number = parsePhoneNumber(text)
        if (number === undefined) return
        expect(number).toMatch(/^\+[1-9]\d{6,14}$/)
        expect(parsePhoneNumber(number)).toBe(number)
        expect(parsePhoneNumber(readableNumber(number))).toBe(number)
      }),
    )
  })
})

/** There are no drama numbers of these kinds; a nought in every place is in nobody's use. */
const noughts = (prefix: string) => prefix.padEnd(11, '0')
const ISLE_OF_MAN = noughts('07624')
const PAGER = noughts('076')
const PERSONAL = noughts('070')
const UK_WIDE = noughts('03')

describe('what kind of number', () => {
  it.each([
    ['07700 900123', true, false],
    [ISLE_OF_MAN, true, false],
    [PAGER, false, false],
    [PERSONAL, false, false],
    [UK_WIDE, false, true],
    ['01632 960999', false, true],
    ['020 7946 0123', false, true],
    ['+12025550123', false, false],
  ])('%s: mobile %s, landline %s', (text, mobile, landline) => {
    const number = known(text)
    expect([isUkMobile(number), isUkLandline(number)]).toEqual([mobile, landline])
  })
})

describe('numbers for people to read', () => {
  it.each([
    ['+447700900123', '07700 900123'],
    ['+441632960999', '01632 960999'],
    ['+442079460123', '020 7946 0123'],
    ['+12025550123', '+1 202 555 0123'],
  ])('%s is written %s', (text, expected) => {
    expect(readableNumber(known(text))).toBe(expected)
  })
})

describe('callers who do not show their number', () => {
  it.each([
    'anonymous',
    'Anonymous',
    'ANONYMOUS',
    '+266696687',
    '266696687',
    'restricted',
    '+7378742833',
    'unavailable',
    '+86282452253',
    'unknown',
    '+8656696',
    'blocked',
    '+2562533',
    'withheld',
    'private',
    '',
    '  ',
  ])('"%s"', (from) => {
    expect(isWithheld(from)).toBe(true)
  })

  it.each(['+447700900123', '+441632960999', 'Anna'])('"%s" is shown', (from) => {
    expect(isWithheld(from)).toBe(false)
  })
})

function known(text: string) {
  const number = parsePhoneNumber(text)
  if (number === undefined) throw new Error(`"${text}" should be a number`)
  return number
}
