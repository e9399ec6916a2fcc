import type { Instant, LocalDate } from '../../cellar/local-time.ts'
import type { CareWorkerRow, ContactRow, FunderRow, ServiceUserRow } from '../../rota/import/people-rows.ts'
import { channelOf } from '../../rota/import/plan-service-user.ts'
import type { ManagerRow } from '../../rota/import/read-on-call.ts'
import type { RotaChanges } from '../../rota/import/rota-changes.ts'
import type { ColumnRow } from './write-rows.ts'

/** Rows of the files as rows of the tables: column by column, and nothing else. */

export function funderData(row: FunderRow): ColumnRow {
  return {
    ref: row.funder_ref,
    name: row.name,
    funding_type: row.funding_type,
    definition_key: row.kpi_profile,
    late_notice: row.late_notice,
    missed_notice_hours: row.missed_notice_hours,
    duty_number: row.duty_phone || null,
    out_of_hours_number: row.out_of_hours_phone || null,
    email: row.email,
    safeguarding_body: row.safeguarding_body,
    imported_row: row,
  }
}

export function careWorkerData(row: CareWorkerRow): ColumnRow {
  return {
    ref: row.worker_ref,
    first_name: row.first_name,
    last_name: row.last_name,
    known_as: row.known_as || row.first_name,
    gender: row.gender,
    smartphone: row.smartphone,
    languages: row.languages,
    transport: row.transport,
    base_area: row.base_area,
    base_postcode: row.base_postcode,
    map_x: row.map_x_km,
    map_y: row.map_y_km,
    contract_type: row.contract_type,
    contracted_hours_week: row.contracted_hours_week,
    max_hours_week: row.max_hours_week,
    min_rest_hours: row.min_rest_hours,
    standby: row.standby,
    quiet_from: row.quiet_from,
    quiet_to: row.quiet_to,
    dbs_level: row.dbs_level,
    dbs_checked_on: day(row.dbs_checked_on),
    policy_read_on: day(row.policy_read_on),
    start_date: day(row.start_date),
    status: row.status,
    imported_row: row,
  }
}

export function serviceUserData(row: ServiceUserRow): ColumnRow {
  return {
    ref: row.service_user_ref,
    title: row.title,
    first_name: row.first_name,
    last_name: row.last_name,
    preferred_name: row.preferred_name || row.first_name,
    date_of_birth: day(row.date_of_birth),
    gender: row.gender,
    address_line: row.address_line_1,
    town: row.town,
    postcode: row.postcode,
    area: row.area,
    area_type: row.area_type,
    map_x: row.map_x_km,
    map_y: row.map_y_km,
    withheld_number: row.withheld_number,
    no_mobile_signal: row.no_mobile_signal,
    relay_uk: row.relay_uk,
    line_power_dependent: row.line_power_dependent,
    preferred_channel: channelOf(row),
    language: row.first_language || 'en',
    needs_interpreter: row.needs_interpreter,
    communication_note: row.communication_note,
    funding_type: row.funding_type,
    funder_ref: row.funder_ref,
    home_authority: row.home_authority,
    package_ref: row.package_ref,
    package_type: row.package_type,
    lives_alone: row.lives_alone,
    cognitive_impairment: row.cognitive_impairment,
    risk_grade: row.risk_grade,
    time_critical_reason: row.time_critical_reason,
    time_critical_agreed_by: row.time_critical_agreed_by,
    if_late_or_missed: row.if_late_or_missed,
    key_access: row.key_access,
    skills_required: row.skills_required,
    gender_preference: row.gender_preference || 'none',
    excluded_worker_refs: row.excluded_worker_refs,
    max_care_workers_four_weeks: row.max_care_workers_4wk,
    choice_if_late: row.choice_if_late,
    start_date: day(row.start_date),
    notes: row.notes,
    imported_row: row,
  }
}

export function contactData(row: ContactRow): ColumnRow {
  return {
    ref: row.contact_ref,
    ord: row.contact_order,
    first_name: row.first_name,
    last_name: row.last_name,
    relationship: row.relationship,
    contact_type: row.contact_type,
    emergency_contact: row.emergency_contact,
    can_visit: row.can_visit,
    minutes_away: row.minutes_away,
    key_holder: row.key_holder,
    available: row.available,
    ring_from: row.ring_from,
    ring_to: row.ring_to,
    may_be_told: row.may_be_told,
    health_attorney: row.health_attorney,
    known_caller: row.known_caller,
    language: row.language || 'en',
    verified_on: day(row.last_verified_on),
    notes: row.notes,
    imported_row: row,
  }
}

export function managerData(row: ManagerRow): ColumnRow {
  return {
    ref: row.manager_ref,
    first_name: row.first_name,
    last_name: row.last_name,
    role: row.role,
    email: row.email,
    imported_row: row,
  }
}

export function shiftData({ row, managerId, startsAt, endsAt }: RotaChanges['shifts'][number]): ColumnRow {
  return {
    ref: row.shift_ref,
    starts_at: instant(startsAt),
    ends_at: instant(endsAt),
    cover: row.cover,
    day_type: row.day_type,
    tier: row.tier,
    manager_id: managerId,
    notes: row.notes,
    imported_row: row,
  }
}

/** A date column's value: nothing for the empty cell. */
export function day(date: LocalDate): LocalDate | null {
  return date === '' ? null : date
}

export function instant(at: Instant): string {
  return new Date(at).toISOString()
}
