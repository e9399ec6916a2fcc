import type { VisitFacts } from '../../rota/visit-facts.ts'
import type { Transaction } from '../database.ts'
import type { LoadedBranch } from './branches.ts'

/** What a transaction has read already: everything an act decides over names the same branch and the same visit. */
export interface Kept {
  branches: Map<string, Promise<LoadedBranch | undefined>>
  /** locked, and as they are until something is written */
  visits: Map<string, VisitFacts>
}

const kept = new WeakMap<Transaction, Kept>()

/** From here on this transaction reads a branch once, and a visit once until something is written. */
export function keep(tx: Transaction): void {
  kept.set(tx, { branches: new Map(), visits: new Map() })
}

export function keptBy(tx: Transaction): Kept | undefined {
  return kept.get(tx)
}
