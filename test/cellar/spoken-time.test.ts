import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toInstant } from '../../src/cellar/local-time.ts'
import { smsSegments } from '../../src/cellar/sms-segments.ts'
import { spokenDayAndTime, spokenTime, writtenDayAndTime, writtenTime } from '../../src/cellar/spoken-time.ts'

const LONDON = 'Europe/London'
const at = (date: string, time: string) => toInstant({ date, time }, LONDON, 'start')

describe('a clock time, said and written', () => {
  it.each([
    ['09:00', "nine o'clock", '9am'],
    ['09:01', 'one minute past nine', '9.01am'],
    ['09:03', 'three minutes past nine', '9.03am'],
    ['09:05', 'five past nine', '9.05am'],
    ['09:10', 'ten past nine', '9.10am'],
    ['09:12', 'nine twelve', '9.12am'],
    ['09:15', 'quarter past nine', '9.15am'],
    ['09:20', 'twenty past nine', '9.20am'],
    ['09:25', 'twenty-five past nine', '9.25am'],
    ['09:29', 'nine twenty-nine', '9.29am'],
    ['09:30', 'half past nine', '9.30am'],
    ['09:31', 'nine thirty-one', '9.31am'],
    ['09:35', 'twenty-five to ten', '9.35am'],
    ['09:37', 'nine thirty-seven', '9.37am'],
    ['09:40', 'twenty to ten', '9.40am'],
    ['09:45', 'quarter to ten', '9.45am'],
    ['09:50', 'ten to ten', '9.50am'],
    ['08:55', 'five to nine', '8.55am'],
    ['08:58', 'eight fifty-eight', '8.58am'],
    ['12:00', "twelve o'clock", 'midday'],
    ['12:05', 'five past twelve', '12.05pm'],
    ['12:45', 'quarter to one', '12.45pm'],
    ['13:00', "one o'clock", '1pm'],
    ['17:00', "five o'clock", '5pm'],
    ['21:37', 'nine thirty-seven', '9.37pm'],
    ['23:50', 'ten to midnight', '11.50pm'],
    ['23:59', 'eleven fifty-nine', '11.59pm'],
    ['00:00', 'midnight', 'midnight'],
    ['00:04', 'four minutes past midnight', '12.04am'],
    ['00:20', 'twenty past midnight', '12.20am'],
    ['00:37', 'twelve thirty-seven', '12.37am'],
    ['00:45', 'quarter to one', '12.45am'],
  ])('%s is "%s" and "%s"', (time, spoken, written) => {
    expect(spokenTime(at('2026-11-23', time), LONDON)).toBe(spoken)
    expect(writtenTime(at('2026-11-23', time), LONDON)).toBe(written)
  })

  it('is the local time in summer', () => {
    expect(spokenTime(Date.UTC(2026, 6, 1, 8, 20), LONDON)).toBe('twenty past nine')
    expect(writtenTime(Date.UTC(2026, 6, 1, 8, 20), LONDON)).toBe('9.20am')
  })

  it('says every minute of the day without a digit, and differently from every other within twelve hours', () => {
    const said = new Map<string, number>()
    for (let minute = 0; minute < 12 * 60; minute += 1) {
      const text = spokenTime(Date.UTC(2026, 10, 23) + minute * 60_000, 'UTC')
      expect(text).toMatch(/^[a-z][a-z' -]+$/)
      expect(text).not.toContain('undefined')
      said.set(text, minute)
    }
    expect(said.size).toBe(12 * 60)
  })
})

describe('the day is said when it is not today, the half of the day when it could be misheard', () => {
  const NOW = at('2026-11-23', '14:00') // a Monday

  it.each([
    ['2026-11-23', '14:20', 'twenty past two', '2.20pm'],
    ['2026-11-23', '13:40', 'twenty to two', '1.40pm'],
    ['2026-11-23', '23:50', 'ten to midnight', '11.50pm'],
    ['2026-11-23', '01:10', 'ten past one this morning', '1.10am'],
    ['2026-11-23', '00:10', 'ten past midnight last night', 'last night 12.10am'],
    ['2026-11-24', '00:00', 'midnight tonight', 'tonight midnight'],
    ['2026-11-24', '00:35', 'twenty-five to one tonight', 'tonight 12.35am'],
    ['2026-11-24', '02:00', "two o'clock tomorrow morning", 'tomorrow 2am'],
    ['2026-11-24', '05:00', "five o'clock tomorrow morning", 'tomorrow 5am'],
    ['2026-11-24', '09:00', "nine o'clock tomorrow", 'tomorrow 9am'],
    ['2026-11-24', '17:00', "five o'clock tomorrow", 'tomorrow 5pm'],
    ['2026-11-24', '20:00', "eight o'clock tomorrow evening", 'tomorrow 8pm'],
    ['2026-11-24', '21:30', 'half past nine tomorrow night', 'tomorrow 9.30pm'],
    ['2026-11-25', '00:00', 'midnight tomorrow night', 'tomorrow night midnight'],
    ['2026-11-25', '09:00', "nine o'clock on Wednesday", 'Wed 9am'],
    ['2026-11-28', '09:00', "nine o'clock on Saturday", 'Sat 9am'],
    ['2026-11-28', '19:00', "seven o'clock on Saturday evening", 'Sat 7pm'],
    ['2026-11-29', '00:00', 'midnight on Saturday night', 'Sat night midnight'],
    ['2026-11-30', '09:00', "nine o'clock on Monday the thirtieth of November", 'Mon 30 Nov 9am'],
    [
      '2026-12-01',
      '00:15',
      'quarter past midnight on Monday the thirtieth of November, at night',
      'Mon 30 Nov night 12.15am',
    ],
    ['2027-01-01', '19:00', "seven o'clock on Friday the first of January, in the evening", 'Fri 1 Jan 7pm'],
    ['2026-11-22', '17:00', "five o'clock yesterday", 'yesterday 5pm'],
    ['2026-11-22', '21:10', 'ten past nine last night', 'yesterday 9.10pm'],
    ['2026-11-22', '20:00', "eight o'clock yesterday evening", 'yesterday 8pm'],
    ['2026-11-20', '09:00', "nine o'clock on Friday the twentieth of November", 'Fri 20 Nov 9am'],
  ])('%s %s, on Monday afternoon, is "%s" and "%s"', (date, time, spoken, written) => {
    expect(spokenDayAndTime(at(date, time), NOW, LONDON)).toBe(spoken)
    expect(writtenDayAndTime(at(date, time), NOW, LONDON)).toBe(written)
  })

  it.each([
    ['an evening visit, said at breakfast', '07:00', '2026-11-23', '20:00', "eight o'clock this evening", '8pm'],
    [
      'a visit after midnight, said before it',
      '23:50',
      '2026-11-24',
      '00:20',
      'twenty past midnight tonight',
      'tonight 12.20am',
    ],
    ['the same visit, said after midnight', '00:05', '2026-11-23', '00:20', 'twenty past midnight', '12.20am'],
    [
      'the time just before midnight, said after it',
      '00:05',
      '2026-11-22',
      '23:50',
      'ten to midnight last night',
      'yesterday 11.50pm',
    ],
    [
      'tonight, said in the small hours',
      '00:30',
      '2026-11-24',
      '00:20',
      'twenty past midnight tonight',
      'tonight 12.20am',
    ],
  ])('%s', (_title, now, date, time, spoken, written) => {
    expect(spokenDayAndTime(at(date, time), at('2026-11-23', now), LONDON)).toBe(spoken)
    expect(writtenDayAndTime(at(date, time), at('2026-11-23', now), LONDON)).toBe(written)
  })

  it('counts days by the calendar of the branch, clock changes included', () => {
    const eveningBefore = at('2026-10-24', '23:30')
    expect(spokenDayAndTime(at('2026-10-25', '09:00'), eveningBefore, LONDON)).toBe("nine o'clock tomorrow")
    const springEveningBefore = at('2027-03-27', '23:30')
    expect(spokenDayAndTime(at('2027-03-28', '09:00'), springEveningBefore, LONDON)).toBe("nine o'clock tomorrow")
  })

  it('never leaves a hole in the sentence, and what is written is GSM-7', () => {
    const minutes = fc.integer({ min: -40 * 24 * 60, max: 400 * 24 * 60 })
    fc.assert(
      fc.property(minutes, (minute) => {
        const when = NOW + minute * 60_000
        expect(spokenDayAndTime(when, NOW, LONDON)).not.toMatch(/undefined| {2}|\d/)
        const written = writtenDayAndTime(when, NOW, LONDON)
        expect(written).not.toMatch(/undefined| {2}/)
        expect(smsSegments(written)).toMatchObject({ segments: 1, encoding: 'GSM-7' })
      }),
      { numRuns: 500 },
    )
  })
})
