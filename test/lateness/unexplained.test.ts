import { describe, expect, it } from 'vitest'
import { situationOf } from '../../src/lateness/situation.ts'
import { anEvent, at, aVisit } from '../record/a-late-visit.ts'

describe('the household says that nobody has come (design 3.6)', () => {
  const loggedIn = anEvent('in', 'arrived', '08:52')
  const said = (time: string) => anEvent('said', 'no-show-report', time, { careWorkerId: undefined })

  it.each([
    ['before its time, and nobody has logged in: it is waited for', [said('08:58')], undefined],
    ['when its time has come', [said('09:00')], '09:00'],
    ['before its time, against a log-in: somebody must look', [loggedIn, said('08:58')], '08:58'],
    ['and then a log-in: somebody is there', [said('08:50'), loggedIn], undefined],
  ])('%s', (_what, events, since) => {
    const { unexplained } = situationOf(aVisit({ events }), at('08:59'))
    expect(unexplained).toEqual(since === undefined ? undefined : { why: 'no-show-report', since: at(since) })
  })
})
