import type { Instant } from '../../cellar/local-time.ts'
import type { DutyNumber } from '../../matter/act/store.ts'
import { ladderAt } from '../../on-call/ladder.ts'
import type { Transaction } from '../database.ts'
import type { LoadedBranch } from './branches.ts'
import { keptBy } from './kept.ts'
import { loadOnCall } from './on-call.ts'

/**
 * Whom to ring when a human must act, first first, by the out-of-hours plan as it is now: the office while it is open, the
 * managers on call by tier, with overrides and whoever still has the phone, then those who stand behind them.
 */
export function dutyLadder(tx: Transaction, branch: LoadedBranch, now: Instant): Promise<DutyNumber[]> {
  const ladders = keptBy(tx)?.ladders
  const ladder = ladders?.get(branch.branchId) ?? readLadder(tx, branch, now)
  ladders?.set(branch.branchId, ladder)
  return ladder
}

async function readLadder(tx: Transaction, branch: LoadedBranch, now: Instant): Promise<DutyNumber[]> {
  const onCall = await loadOnCall(tx, branch, { from: now, until: now + 1 })
  return ladderAt(onCall, now).map(({ number, managerId, whom, role, tier }) => ({
    number,
    party: managerId === undefined ? { kind: 'unknown' } : { kind: 'manager', id: managerId },
    whom,
    role,
    tier,
  }))
}
