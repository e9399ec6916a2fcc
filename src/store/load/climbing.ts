import type { AgencyId, AttemptId, MatterId } from '../../cellar/ids.ts'
import { visitId } from '../../cellar/ids.ts'
import type { Instant, LocalDate } from '../../cellar/local-time.ts'
import type { PhoneNumber } from '../../cellar/phone-number.ts'
import type { NumberRest } from '../../escalation/ladder.ts'
import type { MatterStanding } from '../../matter/act/store.ts'
import { shortName } from '../../rota/names.ts'
import type { Transaction } from '../database.ts'

const HOUR_MS = 60 * 60_000

/** When the last call to each number ended (one that is up ends now), and how many about matters it had in an hour. */
export async function numberRests(
  tx: Transaction,
  numbers: readonly PhoneNumber[],
  but: AttemptId | undefined,
  now: Instant,
): Promise<NumberRest[]> {
  if (numbers.length === 0) return []
  const at = new Date(now)
  const rows = await tx.$queryRaw<{ number: string; last_end: Date; calls: number }[]>`
    SELECT a.number, max(coalesce(a.ended_at, ${at})) AS last_end,
           count(*) FILTER (WHERE c.message = 'escalation' AND coalesce(a.ended_at, ${at}) > ${new Date(now - HOUR_MS)})::int AS calls
      FROM attempt a JOIN contact c ON c.id = a.contact_id
     WHERE a.number = ANY(${[...numbers]}::text[]) AND a.planned_at > ${new Date(now - 2 * HOUR_MS)} AND a.channel = 'call'
       AND (a.provider_id IS NOT NULL OR a.state IN ('placing', 'unknown'))
       AND a.id IS DISTINCT FROM ${but ?? null}::uuid
     GROUP BY a.number`
  return rows.map((row) => ({
    number: row.number,
    lastEndedAt: row.last_end.getTime(),
    callsThisHour: row.calls,
  }))
}

/** The codes given out for a matter, the newest first. */
export async function codesOf(tx: Transaction, id: MatterId) {
  const rows = await tx.$queryRaw<{ code: string; party_id: string; expires_at: Date }[]>`
    SELECT code, party_id, expires_at FROM reply_code WHERE target_kind = 'matter' AND target_id = ${id}::uuid ORDER BY expires_at DESC`
  return rows.map((row) => ({ code: row.code, partyId: row.party_id, expiresAt: row.expires_at.getTime() }))
}

/**
 * The codes that must not be given out again: those of the day, those that still hold, and those of a matter that is
 * still open; one code never means two matters. Whoever gives out codes of an agency does so one after the other: the
 * lock is held to the end of the transaction.
 */
export async function codesGiven(
  tx: Transaction,
  agency: AgencyId,
  date: LocalDate,
  now: Instant,
): Promise<Set<string>> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`reply codes of ${agency}`})) IS NULL AS locked`
  const rows = await tx.$queryRaw<{ code: string }[]>`
    SELECT code FROM reply_code c
     WHERE agency_id = ${agency}::uuid
       AND (local_date = ${date}::date OR expires_at > ${new Date(now)} OR (target_kind = 'matter'
            AND EXISTS (SELECT 1 FROM matter m WHERE m.id = c.target_id AND m.closed_at IS NULL)))`
  return new Set(rows.map((row) => row.code))
}

export async function matterStanding(tx: Transaction, id: MatterId): Promise<MatterStanding | undefined> {
  const [row] = await tx.$queryRaw<
    { visit_id: string; closed_at: Date | null; planned_start: Date; preferred_name: string; last_name: string }[]
  >`
    SELECT m.visit_id, m.closed_at, p.planned_start, u.preferred_name, u.last_name
      FROM matter m JOIN visit v ON v.id = m.visit_id JOIN service_user u ON u.id = v.service_user_id
      JOIN LATERAL (SELECT planned_start FROM visit_plan WHERE visit_id = v.id ORDER BY rev DESC LIMIT 1) p ON true
     WHERE m.id = ${id}::uuid`
  return (
    row && {
      visitId: visitId(row.visit_id),
      person: shortName({ preferredName: row.preferred_name, lastName: row.last_name }),
      planned: row.planned_start.getTime(),
      closedAt: row.closed_at?.getTime(),
    }
  )
}
