import { randomUUID } from 'node:crypto'
import type { Instant } from '../cellar/local-time.ts'
import type { Database } from './database.ts'
import { askForALook } from './save/checks.ts'

/** What somebody at the office says of a package, from now on. */
export interface EnteredStatus {
  status: string
  by: string
  reason: string
}

/**
 * Adds a statement about a package: whatever took effect last holds, and what was said before stays. The visits that it
 * touches are looked at again at once.
 *
 * @param which the reference of the rota system, or the name as it is written there
 * @returns whose package it is; or everybody of that name, where that is not one
 */
export async function enterStatus(
  database: Database,
  which: string,
  { status, by, reason }: EnteredStatus,
  now: Instant,
): Promise<{ name: string; was: string | undefined } | { people: string[] }> {
  return database.$transaction(async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT s.id, s.branch_id, s.ref, trim(s.title || ' ' || s.first_name || ' ' || s.last_name) AS name,
             (SELECT t.status FROM service_user_status t
               WHERE t.service_user_id = s.id AND t.from_at <= ${new Date(now)} AND (t.until_at IS NULL OR t.until_at > ${new Date(now)})
               ORDER BY greatest(t.from_at, t.received_at) DESC LIMIT 1) AS was
        FROM service_user s
       WHERE s.ref = ${which} OR lower(s.first_name || ' ' || s.last_name) = lower(${which})
          OR lower(trim(s.title || ' ' || s.first_name || ' ' || s.last_name)) = lower(${which})
       ORDER BY s.ref`
    const [person, another] = rows
    if (person === undefined || another !== undefined) return { people: rows.map(({ ref, name }) => `${ref} ${name}`) }
    await tx.serviceUserStatus.create({
      data: {
        id: randomUUID(),
        serviceUserId: person.id,
        status,
        fromAt: new Date(now),
        source: 'office',
        reportedBy: `${by}: ${reason}`,
        receivedAt: new Date(now),
      },
    })
    const visits = await tx.$queryRaw<{ id: string }[]>`
      SELECT DISTINCT v.id FROM visit v JOIN visit_plan p ON p.visit_id = v.id
       WHERE v.service_user_id = ${person.id}::uuid AND p.planned_end > ${new Date(now)}`
    await askForALook(tx, { visits: visits.map(({ id }) => id), serviceUsers: [] }, person.branch_id, now)
    return { name: person.name, was: person.was ?? undefined }
  })
}

interface Row {
  id: string
  branch_id: string
  ref: string
  name: string
  was: string | null
}
