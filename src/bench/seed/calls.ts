import type pg from 'pg'
import { SLOT_CLASS } from '../../contact/slot-class.ts'
import { STATE_RANK } from '../../contact/attempt-state.ts'
import { idOf, LANDLINE_OF_N, MEASURED } from './agency.ts'

/**
 * Planned calls about visits `from` to `until`, reported late: each to another landline, each with a risk of its own, in
 * no order.
 * They become visible all at once, at a moment from which the account may send so many a second.
 */
export async function planCalls(db: pg.Client, from: number, until: number, perSecond: number): Promise<void> {
  const place = `${idOf('agency', '1')}, ${idOf('branch', '1')}`
  const party = `'service-user', ${idOf('service user', 'n')}`
  const risk = `date_trunc('hour', now()) - make_interval(secs => hashint4(n) % 100000)`
  await db.query(`
    BEGIN;
    UPDATE carrier_account SET call_slot_ms = ${Math.round(1000 / perSecond)}, next_call_at = now();
    INSERT INTO visit_event (id, agency_id, branch_id, visit_id, kind, minutes, new_start, reason, source, source_ref, n, evidence, received_at)
    SELECT ${idOf('event', 'n')}, ${place}, p.visit_id, 'late', 20, p.planned_start + interval '20 minutes', 'traffic', 'text', 'SM' || n, 1, 'statement', now()
      FROM generate_series(${from}, ${until}) n JOIN visit_plan p ON p.visit_id = ${idOf('visit', 'n')};
    INSERT INTO contact (id, agency_id, branch_id, visit_id, party_kind, party_id, message, details, subject, class, risk_at, created_at, next_due_at)
    SELECT ${idOf('contact', 'n')}, ${place}, ${idOf('visit', 'n')}, ${party}, 'eta', '{}', 'visit ' || n, ${SLOT_CLASS.telling}, ${risk}, now(), now() + interval '1 hour'
      FROM generate_series(${from}, ${until}) n;
    INSERT INTO attempt (id, agency_id, branch_id, account_id, contact_id, channel, from_number, number, party_kind, party_id, class, risk_at, due_at, state, state_rank, planned_at)
    SELECT ${idOf('attempt', 'n')}, ${place}, ${idOf('account', '1')}, ${idOf('contact', 'n')}, 'call', '${MEASURED.line}', ${LANDLINE_OF_N}, ${party},
           ${SLOT_CLASS.telling}, ${risk}, now(), 'planned', ${STATE_RANK.planned}, now()
      FROM generate_series(${from}, ${until}) n;
    COMMIT`)
}
