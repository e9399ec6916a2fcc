import type { Instant } from '../cellar/local-time.ts'
import type { Database } from './database.ts'
import { Prisma } from './prisma-client/client.ts'

/** The tables that the plain loop looks over, with the condition that makes a row due. */
const DUE = {
  inbound: Prisma.sql`SELECT id FROM inbound_delivery WHERE processed_at IS NULL AND next_try_at <= `,
  contact: Prisma.sql`SELECT id FROM contact WHERE next_due_at IS NOT NULL AND next_due_at <= `,
  matter: Prisma.sql`SELECT id FROM matter WHERE next_due_at IS NOT NULL AND next_due_at <= `,
  'office-item': Prisma.sql`SELECT id FROM office_item WHERE next_due_at IS NOT NULL AND next_due_at <= `,
  'look-up': Prisma.sql`SELECT id FROM attempt WHERE look_up_at IS NOT NULL AND look_up_at <= `,
  'attempt-ended': Prisma.sql`SELECT id FROM attempt WHERE settled_at IS NULL AND ended_at IS NOT NULL AND state = 'ended' AND coalesce(settle_after, ended_at) <= `,
  'hand-over': Prisma.sql`SELECT id FROM handover WHERE next_due_at IS NOT NULL AND next_due_at <= `,
  // a branch that was never looked at is due
  'on-call': Prisma.sql`SELECT b.id FROM branch b JOIN phone_line l ON l.branch_id = b.id AND l.use = 'main'
                          LEFT JOIN on_call_watch w ON w.id = b.id
                         WHERE b.watch_mode = 'on' AND coalesce(w.next_due_at, '-infinity') <= `,
  'branch-visits': Prisma.sql`SELECT b.id FROM branch b JOIN phone_line l ON l.branch_id = b.id AND l.use = 'main'
                                LEFT JOIN visit_watch w ON w.id = b.id
                               WHERE b.watch_mode = 'on' AND coalesce(w.next_due_at, '-infinity') <= `,
  visit: Prisma.sql`SELECT id FROM visit WHERE next_check_at IS NOT NULL AND next_check_at <= `,
} as const

const ORDER: Record<DueKind, Prisma.Sql> = {
  inbound: Prisma.sql`next_try_at, ord`,
  contact: Prisma.sql`next_due_at, ord`,
  matter: Prisma.sql`next_due_at`,
  'office-item': Prisma.sql`next_due_at`,
  'look-up': Prisma.sql`look_up_at`,
  'hand-over': Prisma.sql`next_due_at`,
  'on-call': Prisma.sql`w.next_due_at`,
  'branch-visits': Prisma.sql`w.next_due_at`,
  'attempt-ended': Prisma.sql`ended_at`,
  visit: Prisma.sql`next_check_at`,
}

export type DueKind = keyof typeof DUE

/** Ids of due rows, the longest due first. Unlocked: whoever handles one locks it and looks again. */
export async function dueIds(database: Database, kind: DueKind, now: Instant, limit = 200): Promise<string[]> {
  const rows = await database.$queryRaw<
    { id: string }[]
  >`${DUE[kind]} ${new Date(now)} ORDER BY ${ORDER[kind]} LIMIT ${limit}`
  return rows.map((row) => row.id)
}

/** The carrier accounts that have planned attempts waiting, by channel: the loop wakes their senders. */
export async function waitingAccounts(database: Database, channel: 'call' | 'text', now: Instant): Promise<string[]> {
  const rows = await database.$queryRaw<{ account_id: string }[]>`
    SELECT DISTINCT account_id FROM attempt WHERE channel = ${channel} AND state = 'planned' AND due_at <= ${new Date(now)}`
  return rows.map((row) => row.account_id)
}

/**
 * The text that waits longest of the same sender, once one was processed: the texts of a sender are read one after the
 * other. Undefined when there is none that may be tried.
 */
export async function nextOfSender(database: Database, id: string, now: Instant): Promise<string | undefined> {
  const rows = await database.$queryRaw<{ id: string }[]>`
    SELECT n.id FROM inbound_delivery d JOIN inbound_delivery n ON n.raw->>'From' = d.raw->>'From'
     WHERE d.id = ${id}::uuid AND n.kind = 'text' AND n.processed_at IS NULL AND n.next_try_at <= ${new Date(now)}
     ORDER BY n.ord LIMIT 1`
  return rows[0]?.id
}
