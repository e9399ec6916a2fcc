import type { Logger } from 'pino'
import { deliveryId } from '../cellar/ids.ts'
import type { PhoneNumber } from '../cellar/phone-number.ts'
import type { Carrier, Clock, NewId, ReceivedText } from '../cellar/ports.ts'
import { brief } from '../queue/complaints.ts'
import type { Database } from '../store/database.ts'
import { beat, lastBeat } from '../store/beat.ts'
import { lastReceipt, storeDelivery } from '../store/deliveries.ts'
import type { Wake } from './wakes.ts'

export interface CatchUpDeps {
  carrier: Carrier
  accountSid: string
  lines: PhoneNumber[]
  database: Database
  clock: Clock
  newId: NewId
  wake: Wake
  log: Logger
}

const EVERY_MS = 60_000
/** Up to when the carrier's list was read and all of it kept stands in the database under this name. */
const NAME = 'received-texts'
/** How far before that it is read again: webhooks overtake each other. */
const OVERLAP_MS = 10 * 60_000
const LONGEST_MS = 24 * 60 * 60_000

/**
 * The carrier sends a text's webhook once or twice and then never again. While the program is down, or cannot store,
 * those texts are known to the carrier alone; so at the start and every minute its list is read, and what is not stored
 * yet is stored as if its webhook had come.
 */
export function createCatchUp({ carrier, accountSid, lines, database, clock, newId, wake, log }: CatchUpDeps) {
  let timer: NodeJS.Timeout | undefined

  async function once(): Promise<number> {
    const begun = clock.now()
    const readUpTo = (await lastBeat(database, NAME)) ?? (await lastReceipt(database)) ?? begun
    const since = Math.max(readUpTo - OVERLAP_MS, begun - LONGEST_MS)
    let found = 0
    const faults: unknown[] = []
    for (const to of lines) {
      for (const text of await carrier.receivedTexts({ to, since }))
        await keep(text).then(
          (fresh) => (found += fresh ? 1 : 0),
          (fault: unknown) => faults.push(fault),
        )
    }
    for (const fault of faults)
      log.error(brief(fault), 'a received text could not be stored; it is tried again in a minute')
    // only when all of it is kept does the next look begin later: neither a fault nor other texts may hide one
    if (faults.length === 0) await beat(database, NAME, begun, 'the carrier’s list of received texts')
    if (found > 0) log.warn({ texts: found }, 'texts were found at the carrier whose webhook had not reached us')
    return found
  }

  async function keep({ providerId, raw }: ReceivedText): Promise<boolean> {
    const about = { account: accountSid, kind: 'text' as const, providerId, seq: 0, attempt: undefined, raw }
    const { fresh, id } = await storeDelivery(database, newId, { ...about, receivedAt: clock.now() })
    if (fresh) wake('inbound', deliveryId(id))
    return fresh
  }

  async function again(): Promise<void> {
    try {
      await once()
    } catch (error) {
      log.warn(brief(error), "the carrier's list of received texts could not be read; it is read again in a minute")
    }
    timer = setTimeout(() => void again(), EVERY_MS)
  }

  return { once, start: () => void again(), stop: () => clearTimeout(timer) }
}
