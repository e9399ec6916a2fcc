import { describe, expect, it } from 'vitest'
import type { StatusStatement } from '../../src/rota/package-status.ts'
import { contactRefusal, packageStatusAt } from '../../src/rota/package-status.ts'
import type { PlanRevision } from '../../src/rota/visit-facts.ts'

const at = (day: number, hour = 0, minute = 0) => Date.UTC(2026, 10, day, hour, minute)
const said = (status: string, fromAt: number, receivedAt = fromAt, untilAt?: number): StatusStatement => ({
  status,
  fromAt,
  untilAt,
  receivedAt,
})

describe('which status holds', () => {
  const active = said('active', at(1))
  it.each([
    ['nothing was ever said', [], 'active'],
    ['active', [active], 'active'],
    ['in hospital since two in the morning', [active, said('in_hospital', at(24, 2), at(24, 7, 40))], 'in_hospital'],
    ['on respite until Friday', [active, said('respite', at(20), at(18), at(27))], 'respite'],
    ['back from respite', [active, said('respite', at(20), at(18), at(24))], 'active'],
    ['ends next week', [active, said('ended', at(30), at(20))], 'active'],
    ['home again', [active, said('in_hospital', at(20)), said('active', at(23))], 'active'],
    [
      'the older news came later, about the past',
      [said('active', at(24, 6)), said('in_hospital', at(24, 2), at(24, 7))],
      'in_hospital',
    ],
    ['the order of the rows does not matter', [said('active', at(23)), said('in_hospital', at(20)), active], 'active'],
    ['said in the same moment: the later row', [said('in_hospital', at(20)), said('active', at(20))], 'active'],
  ])('%s', (_what, statuses, expected) => {
    expect(packageStatusAt(statuses, at(24, 9))).toBe(expected)
  })

  it('keeps an announced end although something was said after the announcement', () => {
    const statuses = [said('ended', at(27), at(20)), said('in_hospital', at(22)), said('active', at(25))]
    expect(packageStatusAt(statuses, at(26))).toBe('active')
    expect(packageStatusAt(statuses, at(28))).toBe('ended')
  })
})

describe('nobody is contacted about (design 1.6)', () => {
  const plan = (status: PlanRevision['status'], plannedStart = at(24, 9)): PlanRevision => ({
    rev: 1,
    plannedStart,
    plannedEnd: plannedStart + 1_800_000,
    timeCritical: false,
    timeCriticalReason: '',
    status,
  })
  const home = [said('active', at(1))]

  it.each([
    ['a cancelled visit', plan('cancelled'), home, 'the visit is cancelled'],
    ['a suspended visit', plan('suspended'), home, 'the visit is suspended'],
    ['somebody in hospital', plan('planned'), [said('in_hospital', at(24, 2))], 'the service user is in hospital'],
    ['somebody on respite', plan('planned'), [said('respite', at(20))], 'the service user is on respite'],
    ['an ended package', plan('planned'), [said('ended', at(20))], 'the service user is no longer a customer'],
    [
      'a package that ends before the visit',
      plan('planned', at(25)),
      [...home, said('ended', at(24, 20), at(20))],
      'the service user is no longer a customer',
    ],
    ['a status nobody knows', plan('planned'), [said('abroad', at(20))], 'the service user is not active'],
    ['a visit without a plan', undefined, home, 'the visit has no plan'],
  ])('%s', (_what, revision, statuses, why) => {
    expect(contactRefusal(revision, statuses, at(24, 8, 30))).toBe(why)
  })

  it('but about a planned visit of somebody at home', () => {
    expect(contactRefusal(plan('planned'), home, at(24, 8, 30))).toBeUndefined()
  })
})
