import { describe, expect, it } from 'vitest'
import { toInstant } from '../../src/cellar/local-time.ts'
import { newTime } from '../../src/lateness/new-time.ts'

const ZONE = 'Europe/London'
const at = (time: string, date = '2026-11-24') => toInstant({ date, time }, ZONE, 'start')
const planned = at('09:00')

describe('the new time of a visit (design 3.1)', () => {
  it.each([
    ['20 minutes count from the plan', { minutes: 20 }, at('08:40'), { kind: 'time', start: at('09:20'), minutes: 20 }],
    [
      '"in 20" counts from now',
      { minutes: 20, countedFrom: 'now' as const },
      at('09:05'),
      { kind: 'time', start: at('09:25'), minutes: 25 },
    ],
    [
      'a clock time is the wall clock',
      { eta: '09:35' },
      at('08:40'),
      { kind: 'time', start: at('09:35'), minutes: 35 },
    ],
    [
      'a time that is over is asked about',
      { minutes: 20 },
      at('09:30'),
      { kind: 'already-passed', start: at('09:20') },
    ],
    ['a time before the plan is no delay', { eta: '08:50' }, at('08:40'), { kind: 'not-later', start: at('08:50') }],
    ['nobody is nine hours late', { minutes: 540 }, at('08:40'), { kind: 'too-far' }],
    ['nothing said is nothing', {}, at('08:40'), undefined],
  ])('%s', (_what, said, now, expected) => {
    expect(newTime(said, planned, now, ZONE)).toEqual(expected)
  })

  it('a visit before midnight may be late into the next day', () => {
    expect(newTime({ eta: '00:10' }, at('23:50'), at('23:40'), ZONE)).toEqual({
      kind: 'time',
      start: at('00:10', '2026-11-25'),
      minutes: 20,
    })
  })
})
