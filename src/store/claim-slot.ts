import type { Party } from '../cellar/change.ts'
import { attemptId, contactId } from '../cellar/ids.ts'
import type { AttemptId, CarrierAccountId, ContactId } from '../cellar/ids.ts'
import type { Instant } from '../cellar/local-time.ts'
import type { PhoneNumber } from '../cellar/phone-number.ts'
import { STATE_RANK } from '../contact/attempt-state.ts'
import { sqlState, type Database } from './database.ts'
import { Prisma } from './prisma-client/client.ts'
import { partyOf } from './load/values.ts'
import { storedNumber } from './load/numbers.ts'

export type Claim =
  | { kind: 'claimed'; attempt: ClaimedAttempt }
  /** attempts wait, the account's next slot is due then */
  | { kind: 'wait'; until: Instant }
  | { kind: 'nothing' }

export interface ClaimedAttempt {
  id: AttemptId
  contactId: ContactId
  channel: 'call' | 'text'
  from: PhoneNumber
  to: PhoneNumber
  party: Party
  validUntil: Instant | undefined
}

/** How long a claim may be silent before the carrier is asked whether the call or text was made. */
export const LEASE_MS = 20_000
/** A slot may be claimed this much late without losing the account's rate; idle time is never saved up. */
const KEPT_MS = 30

/**
 * Claims the account's next slot and the attempt it is for in one statement: the account's row is locked only when its
 * slot is due, the attempt first by class and then by risk is taken (`SKIP LOCKED`), and the next slot is set. Slots
 * belong to the account, so however many workers there are, the carrier's limit holds and nobody jumps the queue.
 * A number with a live call is left alone until that call has ended.
 */
export async function claimSlot(
  database: Database,
  account: CarrierAccountId,
  channel: 'call' | 'text',
  now: Instant,
): Promise<Claim> {
  const [row] = await claimAgainAfterRace(() => claim(database, account, channel, now))
  if (row === undefined) return { kind: 'nothing' }
  if (row.id === null) return { kind: 'wait', until: row.next_at.getTime() }
  return {
    kind: 'claimed',
    attempt: {
      id: attemptId(row.id),
      contactId: contactId(row.contact_id),
      channel,
      from: storedNumber(row.from_number),
      to: storedNumber(row.number),
      party: partyOf(row.party_kind, row.party_id),
      validUntil: row.valid_until?.getTime(),
    },
  }
}

/**
 * Two attempts for one number, and another worker claimed the first of them while this one waited for the account: the
 * index that allows a number one live call refuses the second. The next look sees that the number is engaged.
 */
async function claimAgainAfterRace(look: () => Promise<ClaimRow[]>): Promise<ClaimRow[]> {
  try {
    return await look()
  } catch (error) {
    if (sqlState(error) !== '23505') throw error
    return look()
  }
}

interface ClaimRow {
  id: string | null
  next_at: Date
  contact_id: string
  from_number: string
  number: string
  party_kind: string
  party_id: string | null
  valid_until: Date | null
}

const COLUMNS = {
  call: { next: Prisma.raw('next_call_at'), slotMs: Prisma.raw('call_slot_ms') },
  text: { next: Prisma.raw('next_text_at'), slotMs: Prisma.raw('text_slot_ms') },
} as const

/**
 * Two calls to one number at once would ring engaged; texts may overtake each other. A value and not `NOT EXISTS`,
 * which PostgreSQL makes a join over everything that waits: this is looked up for the first in the queue only, and for
 * those behind it while they are engaged. So a claim costs the same whether ten wait or ten thousand.
 */
const NUMBER_IS_FREE = Prisma.sql`coalesce((
  SELECT false FROM attempt live WHERE live.number = a.number AND live.channel = 'call'
     AND live.state IN ('placing', 'placed', 'ringing', 'in-progress', 'unknown') LIMIT 1), true)`

function claim(
  database: Database,
  account: CarrierAccountId,
  channel: 'call' | 'text',
  now: Instant,
): Promise<ClaimRow[]> {
  const { next, slotMs } = COLUMNS[channel]
  const at = new Date(now)
  const lease = new Date(now + LEASE_MS)
  const free = channel === 'call' ? NUMBER_IS_FREE : Prisma.sql`true`
  return database.$queryRaw<ClaimRow[]>`
    WITH account AS (
      SELECT id FROM carrier_account WHERE id = ${account}::uuid AND ${next} <= ${at} FOR NO KEY UPDATE
    ), chosen AS (
      SELECT a.id FROM attempt a
       WHERE a.account_id = (SELECT id FROM account) AND a.channel = ${channel} AND a.state = 'planned' AND a.due_at <= ${at} AND ${free}
       ORDER BY a.class, a.risk_at, a.due_at, a.ord LIMIT 1 FOR NO KEY UPDATE OF a SKIP LOCKED
    ), slot AS (
      UPDATE carrier_account c
         SET ${next} = greatest(c.${next}, ${new Date(now - KEPT_MS)}) + make_interval(secs => c.${slotMs} / 1000.0)
        FROM account WHERE c.id = account.id AND EXISTS (SELECT 1 FROM chosen) RETURNING c.id
    ), claimed AS (
      UPDATE attempt a SET state = 'placing', state_rank = ${STATE_RANK.placing}, lease_until = ${lease}, look_up_at = ${lease}
        FROM chosen WHERE a.id = chosen.id
      RETURNING a.id, a.contact_id, a.from_number, a.number, a.party_kind, a.party_id, a.valid_until
    )
    SELECT id, ${at}::timestamptz AS next_at, contact_id, from_number, number, party_kind, party_id, valid_until FROM claimed
    UNION ALL
    -- the slot is not due; or it was, and whoever was waited for has just taken it
    SELECT NULL, CASE WHEN c.${next} > ${at} THEN c.${next} ELSE ${at}::timestamptz + make_interval(secs => c.${slotMs} / 1000.0) END,
           c.id, '', '', '', NULL, NULL FROM carrier_account c
     WHERE c.id = ${account}::uuid AND NOT EXISTS (SELECT 1 FROM account)
       AND EXISTS (SELECT 1 FROM attempt a WHERE a.account_id = c.id AND a.channel = ${channel} AND a.state = 'planned')`
}
