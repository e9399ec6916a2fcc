import { z } from 'zod'
import type { FileKind } from './columns.ts'
import {
  date,
  flag,
  hours,
  list,
  localMoment,
  number,
  oneOf,
  order,
  phone,
  reference,
  required,
  requiredPhone,
  text,
  time,
  zone,
} from './row-cells.ts'

/**
 * The rows of every file but the visits, column by column. The names are the headings; a column that a file leaves out is
 * read as empty. What a row says is also what is stored of it for the next import to compare with.
 */

/** One row a branch: who we are, and the line people ring and text. */
export const agencyRow = z.object({
  agency: required,
  /** as it is to stand on the records (P-150) */
  agency_address: text,
  branch: required,
  zone,
  nation: oneOf(['england', 'wales', 'scotland', 'northern_ireland'], 'england'),
  line_number: requiredPhone,
  office_number: phone,
  last_resort_number: phone,
  office_hours: hours,
  on_call_tiers: number(1, 9),
  responsible_manager_ref: text,
  watch: oneOf(['', 'off', 'shadow', 'on'], ''),
})
export type AgencyRow = z.output<typeof agencyRow>

export const funderRow = z.object({
  funder_ref: reference,
  name: required,
  funding_type: text,
  kpi_profile: required,
  late_notice: text,
  missed_notice_hours: number(0, 10_000),
  duty_phone: phone,
  out_of_hours_phone: phone,
  email: text,
  safeguarding_body: text,
})
export type FunderRow = z.output<typeof funderRow>

export const careWorkerRow = z.object({
  worker_ref: reference,
  first_name: required,
  last_name: required,
  known_as: text,
  gender: text,
  mobile: phone,
  smartphone: flag,
  languages: list,
  transport: text,
  base_area: text,
  base_postcode: text,
  map_x_km: number(-1e6, 1e6, false),
  map_y_km: number(-1e6, 1e6, false),
  contract_type: text,
  contracted_hours_week: number(0, 168, false),
  max_hours_week: number(0, 168, false),
  min_rest_hours: number(0, 168, false),
  skills: list,
  skills_expiry: list,
  dbs_level: text,
  dbs_checked_on: date,
  standby: flag,
  quiet_from: time('22:30'),
  quiet_to: time('06:00'),
  excluded_service_user_refs: list,
  policy_read_on: date,
  start_date: date,
  status: oneOf(['active', 'maternity_leave', 'long_term_sick', 'stood_down', 'shadowing', 'left'], 'active'),
})
export type CareWorkerRow = z.output<typeof careWorkerRow>

export const serviceUserRow = z
  .object({
    service_user_ref: reference,
    title: text,
    first_name: required,
    last_name: required,
    preferred_name: text,
    date_of_birth: date,
    gender: text,
    address_line_1: text,
    town: text,
    postcode: text,
    area: text,
    area_type: text,
    map_x_km: number(-1e6, 1e6, false),
    map_y_km: number(-1e6, 1e6, false),
    landline: phone,
    mobile: phone,
    withheld_number: flag,
    no_mobile_signal: flag,
    relay_uk: flag,
    line_power_dependent: flag,
    preferred_channel: oneOf(['', 'voice_landline', 'voice_mobile', 'sms', 'via_contact'], ''),
    first_language: text,
    needs_interpreter: flag,
    communication_note: text,
    funding_type: text,
    funder_ref: text,
    home_authority: text,
    package_ref: text,
    package_type: text,
    late_threshold_min: number(1, 240),
    missed_threshold_min: number(1, 1440),
    threshold_agreed_on: date,
    threshold_agreed_with: text,
    lives_alone: flag,
    cognitive_impairment: flag,
    risk_grade: text,
    time_critical_reason: text,
    time_critical_agreed_by: text,
    if_late_or_missed: text,
    key_access: text,
    skills_required: list,
    gender_preference: text,
    excluded_worker_refs: list,
    max_care_workers_4wk: number(0, 1000),
    choice_if_late: oneOf(['ask', 'wait', 'replacement'], 'ask'),
    start_date: date,
    status: oneOf(['active', 'in_hospital', 'respite', 'ended'], 'active'),
    status_since: date,
    notes: text,
  })
  .refine(
    ({ late_threshold_min: late, missed_threshold_min: missed }) =>
      typeof late !== 'number' || typeof missed !== 'number' || missed >= late,
    {
      path: ['missed_threshold_min'],
      message: 'A visit cannot be missed before it is late. Write as many minutes as in late_threshold_min, or more.',
      // also beside other faults of the row: all of them are told at once
      when: () => true,
    },
  )
export type ServiceUserRow = z.output<typeof serviceUserRow>

export const contactRow = z.object({
  contact_ref: reference,
  service_user_ref: reference,
  contact_order: order,
  first_name: text,
  last_name: text,
  relationship: text,
  contact_type: text,
  emergency_contact: flag,
  phone_1: phone,
  phone_2: phone,
  can_visit: flag,
  minutes_away: number(0, 10_000),
  key_holder: flag,
  available: text,
  ring_from: time('00:00'),
  ring_to: time('23:59'),
  may_be_told: flag,
  health_attorney: flag,
  known_caller: flag,
  language: text,
  last_verified_on: date,
  notes: text,
})
export type ContactRow = z.output<typeof contactRow>

export const onCallRow = z.object({
  shift_ref: reference,
  starts_at: localMoment,
  ends_at: localMoment,
  cover: text,
  day_type: text,
  bank_holiday: text,
  tier: order,
  manager_ref: reference,
  first_name: required,
  last_name: required,
  role: text,
  phone_1: requiredPhone,
  phone_2: phone,
  email: text,
  notes: text,
})
export type OnCallRow = z.output<typeof onCallRow>

/** The columns each kind of file may have; `shared_line_with` needs none, for the same number says it. */
export function columnsOf(kind: FileKind): readonly string[] {
  switch (kind) {
    case 'agency':
      return Object.keys(agencyRow.shape)
    case 'funders':
      return Object.keys(funderRow.shape)
    case 'care-workers':
      return Object.keys(careWorkerRow.shape)
    case 'service-users':
      return [...Object.keys(serviceUserRow.shape), 'shared_line_with']
    case 'contacts':
      return Object.keys(contactRow.shape)
    case 'on-call':
      return Object.keys(onCallRow.shape)
    case 'visits':
      return []
  }
}
