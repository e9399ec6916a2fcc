import type { Change } from '../../cellar/change.ts'
import type { BranchId } from '../../cellar/ids.ts'
import type { Instant } from '../../cellar/local-time.ts'
import type { Transaction } from '../database.ts'
import { Prisma } from '../prisma-client/client.ts'
import { optionalInstant } from './values.ts'

/** A visit's next check as it was worked out when it was looked at last. */
export function setCheck(tx: Transaction, { id, check }: Extract<Change, { kind: 'visit-check-set' }>) {
  const at = check === undefined ? null : new Date(check.at)
  return tx.$executeRaw`
    UPDATE visit SET next_check_at = ${at}, check_kind = ${check?.why ?? null}, check_failures = 0 WHERE id = ${id}::uuid`
}

/** A branch was looked over as a whole. */
export function noteBranchLook(tx: Transaction, { branchId, look }: Extract<Change, { kind: 'branch-looked-over' }>) {
  return tx.visitWatch.updateMany({
    where: { id: branchId },
    data: {
      lookedAt: new Date(look.lookedAt),
      nextDueAt: new Date(look.nextDueAt),
      failures: 0,
      silentSince: optionalInstant(look.silentSince),
      usualShare: look.usualShare,
      usualAt: new Date(look.usualAt),
      forecastAt: new Date(look.forecastAt),
    },
  })
}

/** Visits that the rota has changed, and people whose package it has. */
export interface ChangedByRota {
  visits: string[]
  serviceUsers: string[]
}

/**
 * The rota has changed what people may have been told of: those visits are looked at as soon as this is committed. All
 * others that it touched, and that a branch watches over, are looked at when they begin (`watchVisits`).
 */
export async function askForALook(tx: Transaction, which: ChangedByRota, branchId: string, at: Instant): Promise<void> {
  if (which.visits.length + which.serviceUsers.length === 0) return
  const touched = Prisma.sql`v.id = ANY(${which.visits}::uuid[]) OR v.service_user_id = ANY(${which.serviceUsers}::uuid[])`
  await tx.$executeRaw`UPDATE visit v SET next_check_at = NULL WHERE v.id = ANY(${which.visits}::uuid[])`
  await watchVisits(tx, branchId, at, touched)
  await tx.$executeRaw`
    UPDATE visit v SET next_check_at = ${new Date(at)}, check_kind = ${LOOK_AGAIN}, check_failures = 0
     WHERE (${touched})
       AND (EXISTS (SELECT 1 FROM matter m WHERE m.visit_id = v.id AND m.closed_at IS NULL)
            OR EXISTS (SELECT 1 FROM contact c WHERE c.visit_id = v.id AND c.next_due_at IS NOT NULL)
            OR (v.id = ANY(${which.visits}::uuid[]) AND EXISTS (SELECT 1 FROM visit_event e WHERE e.visit_id = v.id)))`
}

/**
 * Gives every visit of a watched branch that is to come, and has none, its first look: a little before the earliest
 * moment at which anybody could be asked (watch/watch-times), or with its start where a place is not filled. Most care
 * workers have logged in by then, and the visit is never loaded. May run at any time, and as often as anybody likes.
 *
 * @returns how many visits were given one
 */
export function watchVisits(
  tx: Pick<Transaction, '$executeRaw'>,
  branchId: BranchId | string,
  now: Instant,
  which: Prisma.Sql = Prisma.sql`true`,
  until: Date = FAR_AHEAD,
): Promise<number> {
  const from = new Date(now - LONGEST_VISIT_MS)
  return tx.$executeRaw`
    UPDATE visit v SET next_check_at = p.planned_start + CASE
             WHEN (SELECT count(*) FROM visit_allocation a
                    WHERE a.visit_id = v.id AND a.until_at IS NULL AND a.care_worker_id IS NOT NULL) < v.care_workers_required
             THEN interval '0' ELSE ${FIRST_LOOK} END,
           check_kind = 'first-look', check_failures = 0
      FROM visit_plan p, branch b
     WHERE b.id = ${branchId}::uuid AND b.watch_mode <> 'off' AND v.branch_id = b.id
       AND p.visit_id = v.id AND p.status = 'planned' AND p.planned_start >= ${from} AND p.planned_start < ${until}
       AND p.planned_start >= coalesce(b.live_from, '-infinity')
       AND NOT EXISTS (SELECT 1 FROM visit_plan later WHERE later.visit_id = v.id AND later.rev > p.rev)
       AND v.next_check_at IS NULL AND (${which})
       AND NOT EXISTS (SELECT 1 FROM visit_event e WHERE e.visit_id = v.id AND e.kind IN ('arrived', 'left', 'not-logged-in'))`
}

/** The watch of every branch holds from now on: what was to begin before is not looked for. */
export function watchFrom(tx: Pick<Transaction, '$executeRaw'>, from: Instant): Promise<number> {
  return tx.$executeRaw`UPDATE branch SET live_from = ${new Date(from)}`
}

const LOOK_AGAIN = 'look-again'
const FIRST_LOOK = Prisma.sql`interval '4 minutes'`
const FAR_AHEAD = new Date('2200-01-01')
/** What began longer ago than this is over. */
const LONGEST_VISIT_MS = 24 * 60 * 60_000
