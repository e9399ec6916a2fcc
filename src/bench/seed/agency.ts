import { createHash } from 'node:crypto'
import type pg from 'pg'

/** The line, its account and its secret in every measurement. All invented; every number is one of the drama ranges. */
export const MEASURED = {
  accountSid: `AC${'b'.repeat(32)}`,
  authToken: 'the-measured-line-signs-with-this',
  publicUrl: 'https://line.quillbrook.example',
  line: '+441632960999',
}

/** Care workers have mobiles, and these are all the drama range has, less the managers' hundred. */
export const MOST_CARE_WORKERS = 900

/**
 * SQL for the id of the n-th of a kind: the same kind and number is the same person or visit in every table. Ids in
 * ascending order load several times faster than random ones.
 *
 * @param n SQL of a whole number
 */
export function idOf(kind: string, n: string): string {
  const group = createHash('sha256').update(kind).digest('hex').slice(0, 8)
  return `('${group}-0000-4000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`
}

/** The n-th care worker's mobile (from 1). */
export function mobileOf(n: number): string {
  return `+447700900${String((n - 1) % MOST_CARE_WORKERS).padStart(3, '0')}`
}

/** Where landlines of service users begin: a thousand numbers each. */
const LANDLINES = [
  '+441134960',
  '+441144960',
  '+441154960',
  '+441164960',
  '+441174960',
  '+441184960',
  '+441214960',
  '+441314960',
  '+441414960',
  '+441514960',
  '+441614960',
  '+442079460',
  '+441914980',
  '+442896496',
  '+442920180',
]
const LANDLINE = `(ARRAY[${LANDLINES.map((begins) => `'${begins}'`).join(', ')}])[1 + (n / 1000) % ${LANDLINES.length}] || lpad((n % 1000)::text, 3, '0')`

/** An agency with one branch on watch, its line, two managers on duty, and nobody else. */
export async function seedAgency(db: pg.Client): Promise<void> {
  const agency = idOf('agency', '1')
  const branch = idOf('branch', '1')
  await db.query(`
    INSERT INTO agency (id, name, created_at) VALUES (${agency}, 'Quillbrook Home Care', now());
    INSERT INTO branch (id, agency_id, name, zone, nation, watch_mode, office_number, responsible_manager_id)
    VALUES (${branch}, ${agency}, 'Hertford', 'Europe/London', 'england', 'on', '+441632960998', ${idOf('manager', '1')});
    INSERT INTO carrier_account (id, agency_id, name, call_slot_ms, text_slot_ms, next_call_at, next_text_at)
    VALUES (${idOf('account', '1')}, ${agency}, '${MEASURED.accountSid}', 1000, 100, 'epoch', 'epoch');
    INSERT INTO phone_line (e164, branch_id, account_id, use) VALUES ('${MEASURED.line}', ${branch}, ${idOf('account', '1')}, 'main');
    INSERT INTO manager (id, agency_id, branch_id, ref, first_name, last_name, role, email)
    SELECT ${idOf('manager', 'n')}, ${agency}, ${branch}, 'MG' || n, 'Rosa', 'Achebe', 'registered_manager', '' FROM generate_series(1, 2) n;
    INSERT INTO phone_number (e164, line_type) SELECT '+44770090098' || n, 'mobile' FROM generate_series(1, 2) n;
    INSERT INTO person_number (id, agency_id, branch_id, number, party_kind, party_id, role, ord)
    SELECT ${idOf('manager number', 'n')}, ${agency}, ${branch}, '+44770090098' || n, 'manager', ${idOf('manager', 'n')}, 'mobile', 1 FROM generate_series(1, 2) n;
    INSERT INTO shift (id, branch_id, ref, starts_at, ends_at, cover, day_type, tier, manager_id, notes)
    SELECT ${idOf('shift', 'n')}, ${branch}, 'OC' || n, 'epoch', '2100-01-01', 'out_of_hours', 'weekday', n, ${idOf('manager', 'n')}, '' FROM generate_series(1, 2) n`)
}

/** So many service users, each with a landline and a contract, and so many care workers, each with a mobile. */
export async function seedPeople(db: pg.Client, serviceUsers: number, careWorkers: number): Promise<void> {
  const place = `${idOf('agency', '1')}, ${idOf('branch', '1')}`
  await db.query(`
    INSERT INTO service_user (id, agency_id, branch_id, ref, title, first_name, last_name, preferred_name, gender, address_line, town, postcode,
      area, area_type, withheld_number, no_mobile_signal, relay_uk, line_power_dependent, preferred_channel, language, needs_interpreter,
      communication_note, funding_type, funder_ref, home_authority, package_ref, package_type, lives_alone, cognitive_impairment, risk_grade,
      time_critical_reason, time_critical_agreed_by, if_late_or_missed, key_access, gender_preference, choice_if_late, notes)
    SELECT ${idOf('service user', 'n')}, ${place}, 'SU' || n, 'Mrs', 'Brenda', 'Trundle', '', 'F', '', '', '',
      '', 'urban', false, false, false, false, 'voice_landline', 'en', false,
      '', 'council', 'HCC', 'HCC', '', 'fixed_time', n % 3 = 0, n % 5 = 0, 'moderate',
      '', '', '', 'key_safe', 'none', 'ask', '' FROM generate_series(1, ${serviceUsers}) n;
    INSERT INTO contract (id, service_user_id, commissioner_ref, definition_key, definition_version, late_minutes, missed_minutes, agreed_with, valid_from)
    SELECT ${idOf('contract', 'n')}, ${idOf('service user', 'n')}, 'HCC', 'QCS-policy', 1, 15, 30, 'person', 'epoch' FROM generate_series(1, ${serviceUsers}) n;
    INSERT INTO phone_number (e164, line_type) SELECT ${LANDLINE}, 'landline' FROM generate_series(1, ${serviceUsers}) n ON CONFLICT DO NOTHING;
    INSERT INTO person_number (id, agency_id, branch_id, number, party_kind, party_id, role, ord)
    SELECT ${idOf('landline', 'n')}, ${place}, ${LANDLINE}, 'service-user', ${idOf('service user', 'n')}, 'landline', 1 FROM generate_series(1, ${serviceUsers}) n;

    INSERT INTO care_worker (id, agency_id, branch_id, ref, first_name, last_name, known_as, gender, smartphone, transport, base_area, base_postcode,
      contract_type, standby, quiet_from, quiet_to, dbs_level, status)
    SELECT ${idOf('care worker', 'n')}, ${place}, 'CW' || n, 'Anna', 'Kowal', 'Anna', 'F', true, 'car', '', '',
      'permanent_full', false, '', '', 'enhanced', 'active' FROM generate_series(1, ${careWorkers}) n;
    INSERT INTO phone_number (e164, line_type) SELECT ${MOBILE}, 'mobile' FROM generate_series(1, ${careWorkers}) n ON CONFLICT DO NOTHING;
    INSERT INTO person_number (id, agency_id, branch_id, number, party_kind, party_id, role, ord)
    SELECT ${idOf('mobile', 'n')}, ${place}, ${MOBILE}, 'care-worker', ${idOf('care worker', 'n')}, 'mobile', 1 FROM generate_series(1, ${careWorkers}) n`)
}

const MOBILE = `'+447700900' || lpad(((n - 1) % ${MOST_CARE_WORKERS})::text, 3, '0')`

/** The landline of the n-th service user, as SQL over `n`. */
export const LANDLINE_OF_N = LANDLINE
