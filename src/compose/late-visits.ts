import type { Clock } from '../cellar/ports.ts'
import type { LateVisits } from '../pages/late-visits.ts'
import type { Database } from '../store/database.ts'
import { lateRecords } from '../store/late-records.ts'

/** As many records as a page shows. */
const ON_A_PAGE = 100

/** What the late-visit pages ask the program. Personal: served in the demonstration only, until there is a sign-in. */
export function lateVisitsOf(database: Database, clock: Clock): LateVisits {
  return {
    list: () => lateRecords(database, { limit: ON_A_PAGE }, clock.now()),
    async one(number) {
      const [record] = await lateRecords(database, { number, limit: 1 }, clock.now())
      return record
    },
  }
}
