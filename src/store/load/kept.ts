import type { DutyNumber } from '../../matter/act/store.ts'
import type { VisitFacts } from '../../rota/visit-facts.ts'
import type { Transaction } from '../database.ts'
import type { LoadedBranch } from './branches.ts'

/** What a transaction has read already: everything an act decides over names the same branch and the same visit. */
export interface Kept {
  branches: Map<string, Promise<LoadedBranch | undefined>>
  /** locked, and as they are until something is written */
  visits: Map<string, VisitFacts>
  /** whom to ring now, by branch, until something is written */
  ladders: Map<string, Promise<DutyNumber[]>>
}

const kept = new WeakMap<Transaction, Kept>()

/** From here on this transaction reads a branch once, a visit and whom to ring once until something is written. */
export function keep(tx: Transaction): void {
  kept.set(tx, { branches: new Map(), visits: new Map(), ladders: new Map() })
}

export function keptBy(tx: Transaction): Kept | undefined {
  return kept.get(tx)
}
