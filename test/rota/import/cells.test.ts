import { describe, expect, it } from 'vitest'
import { isFormulaLike, readDate, readFlag, readLength, readTime } from '../../../src/rota/import/cells.ts'

describe('dates are day first', () => {
  it.each([
    ['23/11/2026', '2026-11-23', false],
    ['1/12/2026', '2026-12-01', true],
    ['01/12/26', '2026-12-01', true],
    ['5.5.2026', '2026-05-05', false],
    ['2026-11-23', '2026-11-23', false],
    ['Mon 23/11/2026', '2026-11-23', false],
    ['23 Nov 2026', '2026-11-23', false],
    ['3rd March 2027', '2027-03-03', false],
    ['46352', '2026-11-26', false],
    ["'23/11/2026", '2026-11-23', false],
    ['29/02/2028', '2028-02-29', false],
  ])('%s is %s (could be swapped: %s)', (cell, date, swappable) => {
    expect(readDate(cell)).toEqual({ kind: 'date', date, swappable })
  })

  it.each([
    ['2026-11-23T07:00', '2026-11-23', 420],
    ['23/11/2026 7.05', '2026-11-23', 425],
    ['46352.291666667', '2026-11-26', 420],
    ['46352.999999', '2026-11-27', 0],
  ])('%s has a time as well', (cell, date, minutes) => {
    expect(readDate(cell)).toEqual({ kind: 'date', date, swappable: false, minutes })
  })

  it.each([
    '31/11/2026',
    '29/02/2027',
    'next Tuesday',
    '',
    '0/1/2026',
    '13/13/2026',
    '99999',
    '23 Foo 2026',
    '2026-11-23T99:00',
  ])('%s is no date', (cell) => {
    expect(readDate(cell)).toEqual({ kind: 'bad' })
  })

  it('notices a date that can only be month first', () => {
    expect(readDate('11/25/2026')).toEqual({ kind: 'month-first' })
  })
})

describe('times', () => {
  it.each([
    ['07:30', 450],
    ['7:30', 450],
    ['7.30', 450],
    ['0730', 450],
    ['730', 450],
    ["'0730", 450],
    ['7:30 AM', 450],
    ['7:30pm', 1170],
    ['7 pm', 1140],
    ['12:15 AM', 15],
    ['12:00 PM', 720],
    ['07:30:00', 450],
    ['0.3125', 450],
    ['0', 0],
    ['00:00', 0],
    ['24:00', 1440],
  ])('%s is minute %d', (cell, minutes) => {
    expect(readTime(cell)).toEqual({ minutes })
  })

  it.each(['7.3', '25:10 AM', '13:00 PM', '0:30 AM', 'early', '', '7:60', '24:01', '7', '12345'])(
    '%s is no time',
    (cell) => {
      expect(readTime(cell)).toBeUndefined()
    },
  )

  it('knows which of the two 01:30s is meant when the cell says so', () => {
    expect(readTime('01:30 GMT')).toEqual({ minutes: 90, clock: 'GMT' })
    expect(readTime('01:30 BST')).toEqual({ minutes: 90, clock: 'BST' })
  })

  it('reads a date that stands beside the time', () => {
    expect(readTime('46353.291666667')).toEqual({ minutes: 420, date: '2026-11-27' })
    expect(readTime('24/11/2026 07:00')).toEqual({ minutes: 420, date: '2026-11-24' })
    expect(readTime('2026-11-24T07:00')).toEqual({ minutes: 420, date: '2026-11-24' })
  })

  it('reads 0.25 as a clock time unless its column holds fractions of a day', () => {
    expect(readTime('0.25')).toEqual({ minutes: 25 })
    expect(readTime('0.25', true)).toEqual({ minutes: 360 })
  })
})

it.each([
  ['00:45', 'Duration', 45],
  ['45', 'Mins', 45],
  ['1h 30m', 'Length', 90],
  ['30 mins', 'Length', 30],
  ['45m', 'Length', 45],
  ['2 hr', 'Length', 120],
  ['1h', 'Length', 60],
  ['0,5', 'Hours', 30],
  ['1.5', 'Hours', 90],
  ['9', 'Hours', 540],
  ['1.5h', 'Length', 90],
  ['0.03125', 'Duration', 45],
  ['-30', 'Mins', -30],
  ['-00:30', 'Duration', -30],
  ['0', 'Mins', 0],
  ['0,5', 'Mins', undefined],
  ['half an hour', 'Length', undefined],
  ['', 'Length', undefined],
  ['h', 'Length', undefined],
])('a length of %s under %s is %s minutes', (cell, heading, minutes) => {
  expect(readLength(cell, heading)).toBe(minutes)
})

it.each([
  ['Y', true],
  ['yes', true],
  ['TRUE', true],
  ['N', false],
  ['No', false],
  ['', undefined],
  ['perhaps', undefined],
])('the flag %s is %s', (cell, flag) => {
  expect(readFlag(cell)).toBe(flag)
})

it.each([
  ['=1+1', true],
  ['@family: new key', true],
  ['+441632960123 is the new number', true],
  ['-- ring daughter first', true],
  ['-', false],
  ['-5', false],
  ['bring milk', false],
])('%s would run in a spreadsheet: %s', (cell, expected) => {
  expect(isFormulaLike(cell)).toBe(expected)
})
