import fc from 'fast-check'
import { Settings } from 'luxon'
import { afterEach, describe, expect, it } from 'vitest'
import {
  addDays,
  daysBetween,
  isoWithOffset,
  isZone,
  minutesBetween,
  resolveLocal,
  toInstant,
  toLocal,
  weekdayOf,
} from '../../src/cellar/local-time.ts'

const LONDON = 'Europe/London'
const plainNow = Settings.now
const hostZone = process.env['TZ']

afterEach(() => {
  Settings.now = plainNow
  setHostZone(hostZone)
})

/** Luxon's own answer for these hours depends on today's offset; ours may not. */
const TODAYS = [
  ['summer', Date.UTC(2026, 6, 1)],
  ['winter', Date.UTC(2026, 11, 1)],
] as const
const HOST_ZONES = ['UTC', 'Europe/London', 'America/New_York', 'Pacific/Auckland']

describe.each(TODAYS)('the clock-change nights, when today is in %s', (_season, today) => {
  it.each(HOST_ZONES)('are settled by rule on a machine in %s', (machine) => {
    Settings.now = () => today
    setHostZone(machine)
    for (const [date, time, side, kind, iso] of CLOCK_CHANGE_NIGHTS) {
      const resolved = resolveLocal({ date, time }, LONDON, side)
      expect([date, time, side, resolved.kind, isoWithOffset(resolved.at, LONDON)]).toEqual([
        date,
        time,
        side,
        kind,
        iso,
      ])
      expect(toInstant({ date, time }, LONDON, side)).toBe(resolved.at)
    }
  })
})

const CLOCK_CHANGE_NIGHTS = [
  // Autumn: 01:00 to 01:59 happen twice. A start is the first of the two, an end the last.
  ['2026-10-25', '00:59', 'start', 'plain', '2026-10-25T00:59:00+01:00'],
  ['2026-10-25', '00:59', 'end', 'plain', '2026-10-25T00:59:00+01:00'],
  ['2026-10-25', '01:00', 'start', 'repeated', '2026-10-25T01:00:00+01:00'],
  ['2026-10-25', '01:00', 'end', 'repeated', '2026-10-25T01:00:00+00:00'],
  ['2026-10-25', '01:30', 'start', 'repeated', '2026-10-25T01:30:00+01:00'],
  ['2026-10-25', '01:30', 'end', 'repeated', '2026-10-25T01:30:00+00:00'],
  ['2026-10-25', '01:59', 'start', 'repeated', '2026-10-25T01:59:00+01:00'],
  ['2026-10-25', '01:59', 'end', 'repeated', '2026-10-25T01:59:00+00:00'],
  ['2026-10-25', '02:00', 'start', 'plain', '2026-10-25T02:00:00+00:00'],
  ['2026-10-25', '02:00', 'end', 'plain', '2026-10-25T02:00:00+00:00'],
  // Spring: 01:00 to 01:59 never happen. Both sides are the first instant after the gap.
  ['2027-03-28', '00:59', 'start', 'plain', '2027-03-28T00:59:00+00:00'],
  ['2027-03-28', '00:59', 'end', 'plain', '2027-03-28T00:59:00+00:00'],
  ['2027-03-28', '01:00', 'start', 'skipped', '2027-03-28T02:00:00+01:00'],
  ['2027-03-28', '01:00', 'end', 'skipped', '2027-03-28T02:00:00+01:00'],
  ['2027-03-28', '01:30', 'start', 'skipped', '2027-03-28T02:00:00+01:00'],
  ['2027-03-28', '01:30', 'end', 'skipped', '2027-03-28T02:00:00+01:00'],
  ['2027-03-28', '01:59', 'end', 'skipped', '2027-03-28T02:00:00+01:00'],
  ['2027-03-28', '02:00', 'start', 'plain', '2027-03-28T02:00:00+01:00'],
  ['2027-03-28', '02:00', 'end', 'plain', '2027-03-28T02:00:00+01:00'],
] as const

describe('zones with other habits', () => {
  it.each([
    ['a gap of half an hour', 'Australia/Lord_Howe', '2026-10-04', '02:10', 'skipped', '2026-10-04T02:30:00+11:00'],
    ['a whole day that was skipped', 'Pacific/Apia', '2011-12-30', '12:00', 'skipped', '2011-12-31T00:00:00+14:00'],
    ['a gap at midnight', 'Africa/Cairo', '2026-04-24', '00:20', 'skipped', '2026-04-24T01:00:00+03:00'],
    ['no summer time at all', 'Africa/Lagos', '2026-07-01', '09:00', 'plain', '2026-07-01T09:00:00+01:00'],
  ] as const)('%s', (_title, zone, date, time, kind, iso) => {
    const resolved = resolveLocal({ date, time }, zone, 'start')
    expect([resolved.kind, isoWithOffset(resolved.at, zone)]).toEqual([kind, iso])
  })
})

describe('toLocal', () => {
  it('shows date, time, weekday and offset in winter and in summer', () => {
    expect(toLocal(Date.UTC(2026, 10, 23, 7, 0), LONDON)).toEqual({
      date: '2026-11-23',
      time: '07:00',
      weekday: 1,
      offsetMinutes: 0,
    })
    expect(toLocal(Date.UTC(2026, 6, 5, 23, 30), LONDON)).toEqual({
      date: '2026-07-06',
      time: '00:30',
      weekday: 1,
      offsetMinutes: 60,
    })
  })

  it('cuts seconds off and never rounds a time up', () => {
    expect(toLocal(Date.UTC(2026, 10, 23, 9, 14, 59, 999), LONDON).time).toBe('09:14')
  })

  it('undoes toInstant for every hour that happens once, and every answer is one of the day asked for', () => {
    const minutes = fc.integer({ min: Date.UTC(2020, 0, 1) / 60_000, max: Date.UTC(2037, 0, 1) / 60_000 })
    const zones = fc.constantFrom(LONDON, 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata')
    fc.assert(
      fc.property(minutes, zones, fc.constantFrom('start' as const, 'end' as const), (minute, zone, side) => {
        const at = minute * 60_000
        const { date, time } = toLocal(at, zone)
        const resolved = resolveLocal({ date, time }, zone, side)
        expect(resolved.kind).not.toBe('skipped')
        expect(toLocal(resolved.at, zone)).toMatchObject({ date, time })
        if (resolved.kind === 'plain') expect(resolved.at).toBe(at)
        else expect(Math.abs(resolved.at - at)).toBeLessThanOrEqual(60 * 60_000)
      }),
      { numRuns: 500 },
    )
  })

  it('never puts an end before the start of the same wall-clock time', () => {
    const minuteOfTheYear = fc.integer({ min: 0, max: 366 * 24 * 60 })
    fc.assert(
      fc.property(minuteOfTheYear, (minute) => {
        const { date, time } = toLocal(Date.UTC(2026, 5, 1) + minute * 60_000, 'utc')
        const local = { date, time }
        expect(toInstant(local, LONDON, 'end')).toBeGreaterThanOrEqual(toInstant(local, LONDON, 'start'))
      }),
      { numRuns: 500 },
    )
  })
})

describe('dates', () => {
  it.each([
    ['2026-11-23', 1, '2026-11-24'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-10-25', 1, '2026-10-26'],
    ['2027-03-28', 1, '2027-03-29'],
    ['2026-11-23', 0, '2026-11-23'],
  ])('addDays(%s, %i) is %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected)
    expect(daysBetween(date, expected)).toBe(days)
  })

  it('knows the weekday, Monday being 1 and Sunday 7', () => {
    expect(weekdayOf('2026-11-23')).toBe(1)
    expect(weekdayOf('2026-11-29')).toBe(7)
  })
})

describe('minutesBetween', () => {
  it.each([
    [0, 60_000, 1],
    [0, 90_000, 1.5],
    [120_000, 0, -2],
  ])('from %i to %i is %d', (from, to, expected) => {
    expect(minutesBetween(from, to)).toBe(expected)
  })

  it('counts the repeated hour and not the skipped one', () => {
    const from = toInstant({ date: '2026-10-25', time: '00:30' }, LONDON, 'start')
    const to = toInstant({ date: '2026-10-25', time: '02:30' }, LONDON, 'end')
    expect(minutesBetween(from, to)).toBe(180)
    const springFrom = toInstant({ date: '2027-03-28', time: '00:30' }, LONDON, 'start')
    const springTo = toInstant({ date: '2027-03-28', time: '02:30' }, LONDON, 'end')
    expect(minutesBetween(springFrom, springTo)).toBe(60)
  })
})

describe('what does not exist is refused with a reason', () => {
  it.each([
    ['2026-02-30', '09:00', LONDON],
    ['2026-13-01', '09:00', LONDON],
    ['2026-11-23', '24:00', LONDON],
    ['2026-11-23', '9:00', LONDON],
    ['23/11/2026', '09:00', LONDON],
    ['', '', LONDON],
    ['2026-11-23', '09:00', 'Europe/Quillbrook'],
    ['2026-11-23', '09:00', ''],
  ])('%s %s in "%s"', (date, time, zone) => {
    expect(() => toInstant({ date, time }, zone, 'start')).toThrow(RangeError)
  })

  it('an instant that is no number, and a date in arithmetic', () => {
    expect(() => toLocal(Number.NaN, LONDON)).toThrow(/instant/)
    expect(() => addDays('2026-02-30', 1)).toThrow(/2026-02-30/)
  })

  it('isZone asks first', () => {
    expect([LONDON, 'UTC', 'Europe/Quillbrook', '', 'local time'].map((zone) => isZone(zone))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })
})

function setHostZone(zone: string | undefined): void {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
}
