import type { Instant, Zone } from '../cellar/local-time.ts'
import { writtenTime } from '../cellar/spoken-time.ts'
import type { Database } from './database.ts'
import { Prisma } from './prisma-client/client.ts'

/** Everybody with a phone, as the Phones page lists them: whom they are and why they matter now. */
export interface PhoneBookEntry {
  number: string
  name: string
  role: 'care-worker' | 'service-user' | 'manager' | 'contact'
  /** on shift, expecting a visit, or on call at this moment */
  now: boolean
  note: string
}

/** A pair to try first: a care worker whose next visit is to this service user, and who is told of late visits. */
export interface FirstTry {
  careWorker: { number: string; name: string }
  serviceUser: { number: string; name: string; at: Instant }
  visitRef: string
  responsiblePerson?: { number: string; name: string } | undefined
}

const SOON = '4 hours'
/** When somebody logged in at a person's next visit. */
const BEGAN = Prisma.sql`(array_agg(x.began ORDER BY x.planned_start))[1]`
/** The page suggests LATE 20: who has agreed that a visit is late from then on only would not be rung. */
const SUGGESTED_MINUTES = 20
/** Leaves a newcomer time before the care worker would be there, and LATE 20 makes sense. */
const BEST_AHEAD_MS = 45 * 60_000

/** All phones, soonest first within a role. */
export async function phoneBook(database: Database, now: Instant, zone: Zone): Promise<PhoneBookEntry[]> {
  const at = new Date(now)
  const rows = await database.$queryRaw<Row[]>`
    WITH next_visit AS (
      SELECT v.id, v.service_user_id, a.care_worker_id, p.planned_start, e.began FROM visit v
        JOIN LATERAL (SELECT * FROM visit_plan p WHERE p.visit_id = v.id ORDER BY rev DESC LIMIT 1) p ON p.status = 'planned'
        LEFT JOIN visit_allocation a ON a.visit_id = v.id AND a.until_at IS NULL
        LEFT JOIN LATERAL (
          SELECT min(e.received_at) FILTER (WHERE e.kind = 'arrived') AS began, bool_or(e.kind = 'left') AS over FROM visit_event e
           WHERE e.visit_id = v.id AND NOT EXISTS (SELECT 1 FROM visit_event r WHERE r.retracts_id = e.id)) e ON true
       WHERE p.planned_end > ${at} AND p.planned_start < ${at}::timestamptz + ${SOON}::interval AND e.over IS NOT TRUE
    ), people AS (
      SELECT n.number, 'care-worker' AS role, c.known_as || ' ' || c.last_name AS name, min(x.planned_start) AS start, ${BEGAN} AS began, NULL::text AS more
        FROM person_number n JOIN care_worker c ON c.id = n.party_id AND n.party_kind = 'care-worker'
        LEFT JOIN next_visit x ON x.care_worker_id = c.id GROUP BY n.number, c.id
      UNION ALL
      SELECT n.number, 'service-user', trim(s.title || ' ' || s.first_name || ' ' || s.last_name), min(x.planned_start), ${BEGAN}, NULL
        FROM person_number n JOIN service_user s ON s.id = n.party_id AND n.party_kind = 'service-user'
        LEFT JOIN next_visit x ON x.service_user_id = s.id GROUP BY n.number, s.id
      UNION ALL
      SELECT n.number, 'manager', m.first_name || ' ' || m.last_name, min(h.starts_at), NULL, replace(m.role, '_', ' ')
        FROM person_number n JOIN manager m ON m.id = n.party_id AND n.party_kind = 'manager'
        LEFT JOIN shift h ON h.manager_id = m.id AND h.starts_at <= ${at} AND h.ends_at > ${at} GROUP BY n.number, m.id
      UNION ALL
      SELECT n.number, 'contact', c.first_name || ' ' || c.last_name, NULL, NULL, c.relationship || ' of ' || s.first_name || ' ' || s.last_name
        FROM person_number n JOIN service_user_contact c ON c.id = n.party_id AND n.party_kind = 'service-user-contact'
        JOIN service_user s ON s.id = c.service_user_id
    )
    SELECT number, role, name, start, began, more,
           EXISTS (SELECT 1 FROM phone_number p WHERE p.e164 = people.number AND p.texts_stopped_at IS NOT NULL) AS stopped
      FROM people ORDER BY role, start NULLS LAST, name`
  return onePerNumber(
    rows.map((row) => ({
      number: row.number,
      name: row.name,
      role: row.role,
      now: row.start !== null,
      note: [noteOf(row, now, zone), row.stopped ? 'takes no texts (STOP)' : ''].filter((n) => n !== '').join(', '),
    })),
  )
}

/** A couple's landline is one phone with two names. */
function onePerNumber(entries: PhoneBookEntry[]): PhoneBookEntry[] {
  const byNumber = new Map<string, PhoneBookEntry>()
  for (const entry of entries) {
    const known = byNumber.get(entry.number)
    byNumber.set(entry.number, known === undefined ? entry : together(known, entry))
  }
  return [...byNumber.values()]
}

function together(first: PhoneBookEntry, second: PhoneBookEntry): PhoneBookEntry {
  if (first.role !== second.role) return first.role === 'contact' ? second : first
  return { ...first, name: `${first.name} and ${second.name}`, now: first.now || second.now }
}

/**
 * A pair for a newcomer to try: the care worker's next visit is this one, the service user is rung by voice for 20 minutes
 * and not yet told of anything. Undefined when nobody is due within four hours.
 */
export async function firstTry(database: Database, now: Instant): Promise<FirstTry | undefined> {
  const at = new Date(now)
  const rows = await database.$queryRaw<TryRow[]>`
    SELECT DISTINCT ON (c.id) cn.number AS worker_number, c.known_as || ' ' || c.last_name AS worker_name,
           v.ref AS visit_ref, sn.number AS user_number, trim(s.title || ' ' || s.first_name || ' ' || s.last_name) AS user_name, p.planned_start,
           bn.number AS boss_number, m.first_name || ' ' || m.last_name AS boss_name
      FROM visit v
      JOIN LATERAL (SELECT * FROM visit_plan p WHERE p.visit_id = v.id ORDER BY rev DESC LIMIT 1) p ON p.status = 'planned'
      JOIN visit_allocation a ON a.visit_id = v.id AND a.until_at IS NULL AND a.slot = 1
      JOIN care_worker c ON c.id = a.care_worker_id
      JOIN service_user s ON s.id = v.service_user_id
      JOIN person_number cn ON cn.party_id = c.id
      JOIN person_number sn ON sn.party_id = s.id AND sn.ord = 1
      JOIN branch b ON b.id = v.branch_id
      LEFT JOIN manager m ON m.id = b.responsible_manager_id
      LEFT JOIN person_number bn ON bn.party_id = m.id AND bn.ord = 1
     WHERE p.planned_start > ${at} AND p.planned_start < ${at}::timestamptz + ${SOON}::interval
       AND NOT s.cognitive_impairment AND s.preferred_channel IN ('voice_landline', 'voice_mobile') AND NOT s.withheld_number
       AND NOT EXISTS (SELECT 1 FROM visit_event e WHERE e.visit_id = v.id)
       AND coalesce((SELECT k.late_minutes FROM contract k WHERE k.service_user_id = s.id AND k.valid_from <= p.planned_start
                      ORDER BY k.valid_from DESC LIMIT 1), 0) < ${SUGGESTED_MINUTES}
       AND NOT EXISTS (SELECT 1 FROM person_number o WHERE o.number IN (sn.number, cn.number) AND o.party_id NOT IN (s.id, c.id))
       AND NOT EXISTS (SELECT 1 FROM service_user_status t WHERE t.service_user_id = s.id AND t.status <> 'active')
       AND NOT EXISTS (
         SELECT 1 FROM visit_allocation a2
           JOIN LATERAL (SELECT * FROM visit_plan q WHERE q.visit_id = a2.visit_id ORDER BY rev DESC LIMIT 1) q ON q.status = 'planned'
          WHERE a2.care_worker_id = c.id AND a2.until_at IS NULL AND a2.visit_id <> v.id
            AND q.planned_end > ${at} AND q.planned_start <= p.planned_start)
     ORDER BY c.id, p.planned_start`
  const awkwardness = (row: TryRow) => Math.abs(row.planned_start.getTime() - now - BEST_AHEAD_MS)
  const [row] = rows.toSorted((x, y) => awkwardness(x) - awkwardness(y))
  if (row === undefined) return undefined
  const { boss_number: number, boss_name: name } = row
  return {
    careWorker: { number: row.worker_number, name: row.worker_name },
    serviceUser: { number: row.user_number, name: row.user_name, at: row.planned_start.getTime() },
    visitRef: row.visit_ref,
    responsiblePerson: number === null || name === null ? undefined : { number, name },
  }
}

interface Row {
  number: string
  role: PhoneBookEntry['role']
  name: string
  start: Date | null
  /** when somebody logged in at that visit */
  began: Date | null
  more: string | null
  /** whoever has it texted STOP: it is rung, never texted */
  stopped: boolean
}

interface TryRow {
  worker_number: string
  worker_name: string
  visit_ref: string
  user_number: string
  user_name: string
  planned_start: Date
  boss_number: string | null
  boss_name: string | null
}

/** What is planned, and whether it has begun: that a visit's time has come says nothing of whether somebody is there. */
function noteOf({ role, start, began, more }: Row, now: Instant, zone: Zone): string {
  if (more !== null) return more
  if (start === null) return role === 'care-worker' ? 'no visit soon' : ''
  if (began !== null) return `visit began ${writtenTime(began.getTime(), zone)}`
  const time = writtenTime(start.getTime(), zone)
  return start.getTime() > now ? `next: ${time}` : `now: ${time}`
}
