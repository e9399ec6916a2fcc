import type { Instant } from '../cellar/local-time.ts'
import { LEASE_MS } from './claim-slot.ts'
import type { Database } from './database.ts'

/**
 * At the start of a program: what went out before, and of which nothing may have been heard while nobody listened, is
 * asked of the carrier now instead of at its time. A call or text that may still be on its way out of another program is
 * left alone, or it would be found missing and be made twice. Two programs that start at once only ask twice.
 *
 * @returns how many are looked at
 */
export async function lookAtOnce(database: Database, now: Instant): Promise<number> {
  return database.$executeRaw`
    UPDATE attempt SET look_up_at = ${new Date(now)}
     WHERE look_up_at > ${new Date(now)}
       AND ((state = 'placing' AND lease_until <= ${new Date(now + LEASE_MS - CAN_BE_PLACING_MS)})
            OR (channel = 'call' AND state IN ('placed', 'ringing', 'in-progress')))`
}

/** The client gives up after ten seconds; a little more, for the words to be made and the answer to be stored. */
const CAN_BE_PLACING_MS = 13_000
