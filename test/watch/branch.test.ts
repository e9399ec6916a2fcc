import { describe, expect, it } from 'vitest'
import { toInstant } from '../../src/cellar/local-time.ts'
import { feedSilence, usualShare } from '../../src/watch/feed-health.ts'
import { forecastTimes, impossibleInWords, unallocatedInWords, type PlannedPlace } from '../../src/watch/forecast.ts'

const ZONE = 'Europe/London'
const at = (time: string, date = '2026-11-25'): number => toInstant({ date, time }, ZONE, 'start')

describe('whether log-ins come in at all (design section 2, "Storms")', () => {
  it.each<[string, { due: number; heard: number }, number | undefined, number | undefined]>([
    ['all is well', { due: 20, heard: 18 }, undefined, undefined],
    ['half as usual is not under half', { due: 20, heard: 9 }, undefined, undefined],
    ['under half the usual', { due: 20, heard: 8 }, undefined, at('09:30')],
    ['still silent, since when it was found', { due: 20, heard: 0 }, at('09:10'), at('09:10')],
    ['seven say nothing new', { due: 7, heard: 0 }, undefined, undefined],
    ['seven without a log-in end no silence', { due: 7, heard: 0 }, at('09:10'), at('09:10')],
    ['eight are enough', { due: 8, heard: 0 }, undefined, at('09:30')],
    ['log-ins again', { due: 20, heard: 17 }, at('09:10'), undefined],
    ['nobody is due: nobody can be missed', { due: 0, heard: 0 }, at('09:10'), undefined],
  ])('%s', (_what, share, since, expected) => {
    expect(feedSilence(share, 0.9, since, at('09:30'))).toBe(expected)
  })

  it('takes what is usual from the days before, once they are enough', () => {
    expect(usualShare({ due: 49, heard: 10 })).toBe(0.9)
    expect(usualShare({ due: 200, heard: 150 })).toBe(0.75)
  })
})

describe('tomorrow, at two and at eight', () => {
  const place = (start: string, end: string, more: Partial<PlannedPlace> = {}): PlannedPlace => ({
    person: 'Brenda T',
    start: at(start),
    end: at(end),
    careWorker: { id: 'anna', name: 'Anna' },
    travelMinutes: 10,
    lateMinutes: 15,
    ...more,
  })

  it('names how many have nobody, and the first', () => {
    expect(unallocatedInWords([place('09:00', '09:30')], ZONE)).toBeUndefined()
    const nobody = { careWorker: undefined }
    expect(unallocatedInWords([place('12:00', '12:30', nobody), place('07:00', '07:30', nobody)], ZONE)).toBe(
      '2, first Brenda T 7am',
    )
  })

  it.each<[string, PlannedPlace[], string | undefined]>([
    ['with time to travel', [place('09:00', '09:30'), place('09:40', '10:00')], undefined],
    ['late by no more than the contract allows', [place('09:00', '09:30'), place('09:25', '10:00')], undefined],
    ['in two places at once', [place('09:00', '10:00'), place('09:30', '10:00')], '1, first Anna at Brenda T 9.30am'],
    [
      'a little late at each, until it is too much',
      [place('09:00', '09:30'), place('09:32', '10:00'), place('10:04', '10:30'), place('10:30', '11:00')],
      '1, first Anna at Brenda T 10.30am',
    ],
    [
      'two care workers hinder each other nowhere',
      [place('09:00', '10:00'), place('09:30', '10:00', { careWorker: { id: 'sam', name: 'Sam' } })],
      undefined,
    ],
  ])('runs that cannot be kept: %s', (_what, run, expected) => {
    expect(impossibleInWords(run, ZONE)).toBe(expected)
  })

  it.each([
    ['2026-11-24', '13:59', '2026-11-23', '20:00', '2026-11-24', '14:00'],
    ['2026-11-24', '14:00', '2026-11-24', '14:00', '2026-11-24', '20:00'],
    ['2026-10-25', '01:30', '2026-10-24', '20:00', '2026-10-25', '14:00'],
    ['2027-03-28', '23:00', '2027-03-28', '20:00', '2027-03-29', '14:00'],
  ])('on %s at %s the last was on %s at %s', (date, time, lastDate, lastTime, nextDate, nextTime) => {
    const { last, next } = forecastTimes(at(time, date), ZONE)
    expect([last.at, next]).toEqual([at(lastTime, lastDate), at(nextTime, nextDate)])
  })
})
