import type pg from 'pg'
import { SLOT_CLASS } from '../../contact/slot-class.ts'
import { STATE_RANK } from '../../contact/attempt-state.ts'
import { connected } from '../databases.ts'
import { idOf, LANDLINE_OF_N, MEASURED, seedAgency, seedPeople } from './agency.ts'
import { seedVisits } from './visits.ts'

/** One visit in so many was late: it has a text, a matter with its evidence, three contacts and their attempts. */
const LATE_ONE_IN = 10
/** Work that is open now, whatever the history: about a morning on which sixty visits are late. */
const OPEN = 60
/** Of each kind, so many are due at this moment. */
const DUE = 20

/**
 * Years of an agency's work: so many visits, a hundred to each service user, and all that came of the late ones; and the
 * same few open things whatever the number.
 */
export async function seedHistory(url: string, visits: number): Promise<void> {
  const people = { serviceUsers: Math.ceil(visits / 100), careWorkers: Math.ceil(visits / 400) }
  const startsAt = `date_trunc('minute', now()) - make_interval(mins => n % 1000000)`
  const allVisits = (db: pg.Client) => seedVisits(db, { ...people, count: visits, startsAt })
  const lateVisits = (db: pg.Client) => seedLateVisits(db, Math.floor(visits / LATE_ONE_IN))
  await connected(url, async (db) => {
    const inAnyOrder = await loadsFast(db)
    await seedAgency(db)
    await seedPeople(db, people.serviceUsers, people.careWorkers)
    if (inAnyOrder)
      await Promise.all([
        allVisits(db),
        connected(url, async (other) => void ((await loadsFast(other)) && (await lateVisits(other)))),
      ])
    else for (const seed of [allVisits, lateVisits]) await seed(db)
    await seedOpenWork(db)
    await db.query('VACUUM ANALYZE')
  })
}

/** A superuser may leave the checks of foreign keys out, and so load tables in any order; anybody else may not. */
async function loadsFast(db: pg.Client): Promise<boolean> {
  await db.query('SET synchronous_commit = off')
  return db.query('SET session_replication_role = replica').then(
    () => true,
    () => false,
  )
}

const PLACE = `${idOf('agency', '1')}, ${idOf('branch', '1')}`
const AGO = `(now() - make_interval(mins => 60 + n))`

/** What came of late visits that are over: nothing of it is due any more. */
async function seedLateVisits(db: pg.Client, count: number): Promise<void> {
  const late = `generate_series(1, ${count}) n`
  const three = `generate_series(1, ${count * 3}) n`
  const visit = idOf('visit', `(1 + (n - 1) % ${count})`)
  await db.query(`
    INSERT INTO inbound_delivery (id, account, kind, provider_id, seq, raw, received_at, processed_at, next_try_at)
    SELECT ${idOf('delivery', 'n')}, '${MEASURED.accountSid}', CASE n % 3 WHEN 0 THEN 'text' WHEN 1 THEN 'call-status' ELSE 'text-status' END,
           'SM' || n, 0, '{"Body": "LATE 20 traffic"}', ${AGO}, ${AGO}, ${AGO} FROM ${three};
    INSERT INTO visit_event (id, agency_id, branch_id, visit_id, kind, minutes, source, source_ref, n, evidence, received_at)
    SELECT ${idOf('event', 'n')}, ${PLACE}, ${idOf('visit', 'n')}, 'late', 20, 'text', 'SM' || n, 1, 'statement', ${AGO} FROM ${late};
    INSERT INTO late_visit_record (id, agency_id, branch_id, visit_id, number, opened_at, definition_key, definition_version, late_minutes, action_to_be_taken, actioned_by)
    SELECT ${idOf('record', 'n')}, ${PLACE}, ${idOf('visit', 'n')}, n, ${AGO}, 'QCS-policy', 1, 15, '', '' FROM ${late};
    INSERT INTO safety_evidence (id, matter_id, how, who, said_by, statement, at)
    SELECT ${idOf('evidence', 'n')}, ${idOf('matter', 'n')}, 'log-in', 'Anna Kowal', '', '', ${AGO} FROM ${late};
    INSERT INTO matter (id, agency_id, branch_id, kind, subject_id, visit_id, risk_at, reasons, next_step, opened_at, closed_at, evidence_id)
    SELECT ${idOf('matter', 'n')}, ${PLACE}, 'late-visit', ${idOf('visit', 'n')}, ${idOf('visit', 'n')}, ${AGO}, '{}', 'closed', ${AGO}, ${AGO}, ${idOf('evidence', 'n')} FROM ${late};
    INSERT INTO contact (id, agency_id, branch_id, visit_id, party_kind, message, details, subject, class, risk_at, created_at, told_at, grade)
    SELECT ${idOf('old contact', 'n')}, ${PLACE}, ${visit}, 'unknown', 'eta', '{}', 'old ' || n, ${SLOT_CLASS.telling}, ${AGO}, ${AGO}, ${AGO}, 'B' FROM ${three};
    INSERT INTO attempt (id, agency_id, branch_id, account_id, contact_id, channel, from_number, number, party_kind, class, risk_at, due_at, planned_at,
                         state, state_rank, placed_at, ended_at, settled_at, provider_id, outcome, grade)
    SELECT ${idOf('old attempt', 'n')}, ${PLACE}, ${idOf('account', '1')}, ${idOf('old contact', 'n')}, CASE n % 3 WHEN 0 THEN 'call' ELSE 'text' END,
           '${MEASURED.line}', ${LANDLINE_OF_N}, 'unknown', ${SLOT_CLASS.telling}, ${AGO}, ${AGO}, ${AGO},
           -- one in fifty was taken back before it was made, one in a hundred was lost
           CASE WHEN n % 50 = 0 THEN 'cancelled' WHEN n % 100 = 1 THEN 'lost' ELSE 'ended' END, ${STATE_RANK.ended}, ${AGO}, ${AGO},
           CASE WHEN n % 50 = 0 OR n % 100 = 1 THEN NULL ELSE ${AGO} END, 'PV' || n, 'completed', 'B' FROM ${three};
    INSERT INTO office_item (id, agency_id, branch_id, kind, details, visit_id, subject, created_at, due_at, done_at)
    SELECT ${idOf('old item', 'n')}, ${PLACE}, 'care-worker-text', '{}', ${idOf('visit', 'n')}, 'old ' || n, ${AGO}, ${AGO}, ${AGO} FROM ${late} WHERE n % 5 = 0`)
}

/** What is under way now: of each kind a few are due, the others soon. */
async function seedOpenWork(db: pg.Client): Promise<void> {
  const open = `generate_series(1, ${OPEN}) n`
  const due = `(now() + make_interval(mins => n - ${DUE}))`
  const attempt = `id, agency_id, branch_id, account_id, contact_id, channel, from_number, number, party_kind, class, risk_at, due_at, planned_at, state, state_rank`
  const common = (kind: string) =>
    `${idOf(`${kind} attempt`, 'n')}, ${PLACE}, ${idOf('account', '1')}, ${idOf(`${kind} contact`, 'n')}, CASE n % 2 WHEN 0 THEN 'call' ELSE 'text' END, '${MEASURED.line}', ${LANDLINE_OF_N}, 'unknown', ${SLOT_CLASS.telling}, now(), ${due}, now()`
  const contacts = (kind: string) => `
    INSERT INTO contact (id, agency_id, branch_id, visit_id, party_kind, message, details, subject, class, risk_at, created_at, next_due_at)
    SELECT ${idOf(`${kind} contact`, 'n')}, ${PLACE}, ${idOf('visit', 'n')}, 'unknown', 'eta', '{}', '${kind} ' || n, ${SLOT_CLASS.telling}, now(), now(), ${due} FROM ${open};`
  await db.query(`
    INSERT INTO inbound_delivery (id, account, kind, provider_id, seq, raw, received_at, next_try_at)
    SELECT ${idOf('open delivery', 'n')}, '${MEASURED.accountSid}', 'text', 'NEW' || n, 0, '{}', now(), ${due} FROM ${open};
    INSERT INTO matter (id, agency_id, branch_id, kind, subject_id, visit_id, risk_at, reasons, next_step, next_due_at, opened_at)
    SELECT ${idOf('open matter', 'n')}, ${PLACE}, 'late-visit', ${idOf('visit', 'n')}, ${idOf('visit', 'n')}, now(), '{}', 'tell-service-user', ${due}, now() FROM ${open};
    INSERT INTO office_item (id, agency_id, branch_id, kind, details, visit_id, subject, created_at, due_at, next_due_at)
    SELECT ${idOf('open item', 'n')}, ${PLACE}, 'could-not-be-told', '{}', ${idOf('visit', 'n')}, 'open ' || n, now(), ${due}, ${due} FROM ${open};
    ${['planned', 'placed', 'ended'].map(contacts).join('')}
    INSERT INTO attempt (${attempt}) SELECT ${common('planned')}, 'planned', ${STATE_RANK.planned} FROM ${open};
    INSERT INTO attempt (${attempt}, look_up_at) SELECT ${common('placed')}, 'placed', ${STATE_RANK.placed}, ${due} FROM ${open};
    INSERT INTO attempt (${attempt}, ended_at, outcome) SELECT ${common('ended')}, 'ended', ${STATE_RANK.ended}, ${due}, 'busy' FROM ${open}`)
}
