import type { Instant } from '../cellar/local-time.ts'
import type { Clock } from '../cellar/ports.ts'
import type { ReasonWords } from '../lateness/reason-words.ts'
import type { LateVisits } from '../pages/late-visits.ts'
import type { LateVisitRecord } from '../record/late-visit-record.ts'
import type { Database } from '../store/database.ts'
import { enterAction, type EnteredAction } from '../store/enter-action.ts'
import { lateRecords } from '../store/late-records.ts'

/** What records are read with. */
export interface Reading {
  database: Database
  clock: Clock
  reasons: ReasonWords
}

/** As many records as a page shows. */
const ON_A_PAGE = 100

/** What the late-visit pages ask the program. Personal: served in the demonstration only, until there is a sign-in. */
export function lateVisitsOf({ database, clock, reasons }: Reading): LateVisits {
  return {
    list: () => lateRecords(database, { limit: ON_A_PAGE }, clock.now(), reasons),
    async one(number) {
      const [record] = await lateRecords(database, { number, limit: 1 }, clock.now(), reasons)
      return record
    },
  }
}

/** Enters what only a human knows, and reads the record again; the branches that have one of this number where that is not one. */
export async function enterOnRecord(
  database: Database,
  which: { number: number; branch: string | undefined },
  entered: EnteredAction,
  now: Instant,
  reasons: ReasonWords,
): Promise<{ record: LateVisitRecord } | { branches: string[] }> {
  const result = await enterAction(database, which, entered, now)
  if ('branches' in result) return result
  const { branchId } = result
  const [record] = await lateRecords(database, { number: which.number, branchId, limit: 1 }, now, reasons)
  return record === undefined ? { branches: [] } : { record }
}
