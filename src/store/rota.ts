import type { RotaStore, RotaTransaction } from '../rota/act/rota-store.ts'
import type { Database, Transaction } from './database.ts'
import { loadBranches, loadPeople } from './rota/load-people.ts'
import { loadVisits, lockVisits } from './rota/load-visits.ts'
import { saveBranches } from './rota/save-branches.ts'
import { savePeople } from './rota/save-people.ts'
import { saveVisits } from './rota/save-visits.ts'

/**
 * What an import reads and writes, on PostgreSQL: everything of a call in one transaction, and one import at a time, so
 * that two of them cannot both find a person missing.
 */
export function createRotaStore(database: Database): RotaStore {
  return {
    inTransaction: (work) =>
      database.$transaction(
        async (tx) => {
          await tx.$queryRaw`SELECT pg_advisory_xact_lock(${IMPORT_LOCK}::bigint)::text`
          return work(rotaTransaction(tx))
        },
        { maxWait: 30_000, timeout: 300_000 },
      ),
  }
}

/** Any number will do, so long as nothing else in the program uses it. */
const IMPORT_LOCK = 72_707_401

function rotaTransaction(tx: Transaction): RotaTransaction {
  return {
    branches: () => loadBranches(tx),
    people: (branchId, shiftRefs, now) => loadPeople(tx, branchId, shiftRefs, now),
    visits: (query) => loadVisits(tx, query),
    lockVisits: (ids) => lockVisits(tx, ids),
    saveBranches: (changes, carrier, now) => saveBranches(tx, changes, carrier, now),
    async save(changes, place, onWritten) {
      await savePeople(tx, changes, place, onWritten)
      await saveVisits(tx, changes, place, onWritten)
    },
  }
}
