import { expect, it } from 'vitest'
import type { NewEvidence } from '../../src/cellar/change.ts'
import { matterId } from '../../src/cellar/ids.ts'
import { NO_CLIMB } from '../../src/escalation/climb-facts.ts'
import { closeMatter } from '../../src/matter/close-matter.ts'
import { at } from '../record/a-late-visit.ts'
import { nothingYet } from './visit-by-visit.ts'

it('closed when it is closed, however old the evidence is; whoever had it has seen it through (design 1.4)', () => {
  const taken = {
    id: 'a',
    managerId: undefined,
    whom: 'the office',
    number: undefined,
    how: 'key',
    acceptedAt: at('09:10'),
    deadline: at('09:40'),
    releasedAt: undefined,
    releaseReason: undefined,
  } as const
  const climb = { ...NO_CLIMB, climbs: 1, taken: [taken] }
  const matter = { id: matterId('m'), kind: 'late-visit', nextStep: 'held', nextDueAt: at('09:40'), climb }
  const who = { who: 'Anna Kowal', saidBy: 'Anna Kowal' }
  const evidence: NewEvidence = { id: 'e', how: 'care-worker-there', ...who, statement: 'logged in', at: at('08:52') }
  const changes = closeMatter({ ...nothingYet(), matter }, evidence, at('09:20'), () => 's')
  const stage = { matterId: 'm', round: 1, stage: 'seen', deadline: at('09:40'), reachedAt: at('09:20') }
  expect(changes).toMatchObject([
    { kind: 'stage-set', stage },
    { kind: 'matter-closed', at: at('09:20'), evidence: { at: at('08:52') } },
  ])
})
