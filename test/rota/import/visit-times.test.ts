import { describe, expect, it } from 'vitest'
import { isoWithOffset } from '../../../src/cellar/local-time.ts'
import { readTimes } from '../../../src/rota/import/visit-times.ts'
import { createWallClock } from '../../../src/rota/import/wall-clock.ts'

const ZONE = 'Europe/London'
const file = { clock: createWallClock(ZONE), monthFirst: false, fractions: false }
const free = () => false

interface Cells {
  date?: string
  start?: string
  end?: string
  length?: string
  lengthHeading?: string
}

function read(cells: Cells, taken: (start: number) => boolean = free, of = file) {
  const all = { date: '23/11/2026', start: '09:00', end: '', length: '', lengthHeading: 'Duration', ...cells }
  const times = readTimes(all, of, taken)
  if ('reason' in times) return `${times.reason} in ${times.column}`
  const shown = (at: number) => isoWithOffset(at, ZONE).replace(/:00(?=[+-])/, '')
  return [`${shown(times.start)} to ${shown(times.end)}`, ...times.warnings].join(', ')
}

describe('on an ordinary day', () => {
  it.each<[string, Cells, string]>([
    ['start and end', { end: '09:45' }, '2026-11-23T09:00+00:00 to 2026-11-23T09:45+00:00'],
    ['start and length', { length: '45' }, '2026-11-23T09:00+00:00 to 2026-11-23T09:45+00:00'],
    ['over midnight', { start: '22:00', end: '07:00' }, '2026-11-23T22:00+00:00 to 2026-11-24T07:00+00:00'],
    ['until midnight', { start: '22:00', end: '24:00' }, '2026-11-23T22:00+00:00 to 2026-11-24T00:00+00:00'],
    [
      'length and times that disagree: the times win',
      { end: '09:45', length: '30' },
      '2026-11-23T09:00+00:00 to 2026-11-23T09:45+00:00, duration_mismatch',
    ],
    [
      'a length nobody can read, with an end',
      { end: '09:45', length: 'long' },
      '2026-11-23T09:00+00:00 to 2026-11-23T09:45+00:00, duration_mismatch',
    ],
    [
      'date and time in one cell',
      { date: '', start: '46352.375', end: '46352.40625' },
      '2026-11-26T09:00+00:00 to 2026-11-26T09:45+00:00',
    ],
    [
      'the time beside the date',
      { date: '2026-11-23T09:00', start: '', length: '30' },
      '2026-11-23T09:00+00:00 to 2026-11-23T09:30+00:00',
    ],
    [
      'an end with its own date',
      { start: '22:00', end: '24/11/2026 07:00' },
      '2026-11-23T22:00+00:00 to 2026-11-24T07:00+00:00',
    ],
  ])('%s', (_what, cells, expected) => {
    expect(read(cells)).toBe(expected)
  })

  it.each<[Cells, string]>([
    [{ date: '' }, 'missing_date in date'],
    [{ date: '31/11/2026' }, 'bad_date in date'],
    [{ date: '11/25/2026' }, 'bad_date in date'],
    [{ start: '' }, 'missing_start in planned_start'],
    [{ start: '7.3' }, 'bad_time in planned_start'],
    [{ start: '24:00' }, 'bad_time in planned_start'],
    [{ end: 'noonish' }, 'bad_time in planned_end'],
    [{}, 'missing_end in planned_end'],
    [{ length: 'long' }, 'bad_duration in duration'],
    [{ length: '0' }, 'zero_duration in duration'],
    [{ length: '-30' }, 'negative_duration in duration'],
    [{ length: '25', lengthHeading: 'Hours' }, 'duration_too_long in duration'],
    [{ end: '09:00' }, 'zero_duration in planned_end'],
    [{ start: '12:00', end: '11:30' }, 'negative_duration in planned_end'],
    [{ start: '09:00', end: '26/11/2026 09:00' }, 'duration_too_long in planned_end'],
    [{ start: '09:00', end: '22/11/2026 10:00' }, 'negative_duration in planned_end'],
  ])('%j is refused: %s', (cells, expected) => {
    expect(read(cells)).toBe(expected)
  })

  it('refuses dates that could be swapped once the file has shown a month first', () => {
    const doubtful = { ...file, monthFirst: true }
    expect(read({ date: '04/12/2026', end: '10:00' }, free, doubtful)).toBe('ambiguous_date in date')
    expect(read({ date: '2026-12-04', end: '10:00' }, free, doubtful)).toBe(
      '2026-12-04T09:00+00:00 to 2026-12-04T10:00+00:00',
    )
    expect(read({ date: '05/05/2026', end: '10:00' }, free, doubtful)).toBe(
      '2026-05-05T09:00+01:00 to 2026-05-05T10:00+01:00',
    )
  })
})

describe('on the night the clocks go back, when 01:30 happens twice', () => {
  const night = (cells: Cells) => ({ date: '25/10/2026', ...cells })
  it.each<[string, Cells, string]>([
    [
      'the first is meant, with a warning',
      { start: '01:30', length: '30' },
      '2026-10-25T01:30+01:00 to 2026-10-25T01:00+00:00, repeated_local_time',
    ],
    ['the row says GMT', { start: '01:30 GMT', length: '30' }, '2026-10-25T01:30+00:00 to 2026-10-25T02:00+00:00'],
    ['the row says BST', { start: '01:15 BST', length: '15' }, '2026-10-25T01:15+01:00 to 2026-10-25T01:30+01:00'],
    [
      'both ends within the hour: the length is as planned',
      { start: '01:15', end: '01:45' },
      '2026-10-25T01:15+01:00 to 2026-10-25T01:45+01:00, repeated_local_time',
    ],
    [
      'an end within it is the last, without a length',
      { start: '00:30', end: '01:30' },
      '2026-10-25T00:30+01:00 to 2026-10-25T01:30+00:00',
    ],
    [
      'an end within it is what the length says',
      { start: '00:30', end: '01:30', length: '60' },
      '2026-10-25T00:30+01:00 to 2026-10-25T01:30+01:00',
    ],
    [
      'an end that says which',
      { start: '00:30', end: '01:30 BST' },
      '2026-10-25T00:30+01:00 to 2026-10-25T01:30+01:00',
    ],
    [
      'a length that ends within it',
      { start: '00:30', length: '1h' },
      '2026-10-25T00:30+01:00 to 2026-10-25T01:30+01:00',
    ],
    ['after it', { start: '02:15', end: '02:45' }, '2026-10-25T02:15+00:00 to 2026-10-25T02:45+00:00'],
  ])('%s', (_what, cells, expected) => {
    expect(read(night(cells))).toBe(expected)
  })

  it('a sleep-in is an hour longer, which a printed length may not know', () => {
    const sleepIn = { date: '24/10/2026', start: '22:00', end: '07:00' }
    expect(read(sleepIn)).toBe('2026-10-24T22:00+01:00 to 2026-10-25T07:00+00:00')
    expect(read({ ...sleepIn, length: '9h' })).toBe(
      '2026-10-24T22:00+01:00 to 2026-10-25T07:00+00:00, duration_mismatch',
    )
  })

  it('is the second when another visit of the person has the first', () => {
    const first = Date.UTC(2026, 9, 25, 0, 30)
    expect(read(night({ start: '01:30', length: '30' }), (start) => start === first)).toBe(
      '2026-10-25T01:30+00:00 to 2026-10-25T02:00+00:00, repeated_local_time',
    )
    expect(read(night({ start: '01:30 BST', length: '30' }), () => true)).toBe(
      '2026-10-25T01:30+01:00 to 2026-10-25T01:00+00:00',
    )
  })
})

describe('on the night the clocks go forward, when 01:30 does not exist', () => {
  it.each<[string, Cells, string]>([
    [
      'it is the first moment after the gap',
      { start: '01:30', length: '30' },
      '2027-03-28T02:00+01:00 to 2027-03-28T02:30+01:00, nonexistent_local_time',
    ],
    [
      'it keeps the planned length',
      { start: '01:00', end: '02:00', length: '1h' },
      '2027-03-28T02:00+01:00 to 2027-03-28T03:00+01:00, nonexistent_local_time',
    ],
    [
      'a visit before it runs through',
      { start: '00:30', length: '30' },
      '2027-03-28T00:30+00:00 to 2027-03-28T02:00+01:00',
    ],
    [
      'a visit into it runs its length',
      { start: '00:45', length: '30' },
      '2027-03-28T00:45+00:00 to 2027-03-28T02:15+01:00',
    ],
    [
      'an end that does not exist keeps the length',
      { start: '00:45', end: '01:15' },
      '2027-03-28T00:45+00:00 to 2027-03-28T02:15+01:00, nonexistent_local_time',
    ],
    [
      'an end after it is the wall clock',
      { start: '00:30', end: '02:30' },
      '2027-03-28T00:30+00:00 to 2027-03-28T02:30+01:00',
    ],
  ])('%s', (_what, cells, expected) => {
    expect(read({ date: '28/03/2027', ...cells })).toBe(expected)
  })

  it('a sleep-in is an hour shorter', () => {
    const sleepIn = { date: '27/03/2027', start: '22:00', end: '07:00' }
    expect(read({ ...sleepIn, length: '9h' })).toBe(
      '2027-03-27T22:00+00:00 to 2027-03-28T07:00+01:00, duration_mismatch',
    )
    expect(read({ ...sleepIn, end: '08:00', length: '9h' })).toBe('2027-03-27T22:00+00:00 to 2027-03-28T08:00+01:00')
  })
})
