import type { LocalDate } from '../../cellar/local-time.ts'
import type { CareWorkerRow, ContactRow, FunderRow, ServiceUserRow } from '../../rota/import/people-rows.ts'
import { channelOf } from '../../rota/import/plan-service-user.ts'
import type { ManagerRow } from '../../rota/import/read-on-call.ts'
import type { RotaChanges } from '../../rota/import/rota-changes.ts'
import { json } from '../save/values.ts'

/** Rows of the files as rows of the tables: column by column, and nothing else. */

export function funderData(row: FunderRow) {
  return {
    ref: row.funder_ref,
    name: row.name,
    fundingType: row.funding_type,
    definitionKey: row.kpi_profile,
    lateNotice: row.late_notice,
    missedNoticeHours: row.missed_notice_hours,
    dutyNumber: row.duty_phone || null,
    outOfHoursNumber: row.out_of_hours_phone || null,
    email: row.email,
    safeguardingBody: row.safeguarding_body,
    importedRow: json(row),
  }
}

export function careWorkerData(row: CareWorkerRow) {
  return {
    ref: row.worker_ref,
    firstName: row.first_name,
    lastName: row.last_name,
    knownAs: row.known_as || row.first_name,
    gender: row.gender,
    smartphone: row.smartphone,
    languages: row.languages,
    transport: row.transport,
    baseArea: row.base_area,
    basePostcode: row.base_postcode,
    mapX: row.map_x_km,
    mapY: row.map_y_km,
    contractType: row.contract_type,
    contractedHoursWeek: row.contracted_hours_week,
    maxHoursWeek: row.max_hours_week,
    minRestHours: row.min_rest_hours,
    standby: row.standby,
    quietFrom: row.quiet_from,
    quietTo: row.quiet_to,
    dbsLevel: row.dbs_level,
    dbsCheckedOn: day(row.dbs_checked_on),
    policyReadOn: day(row.policy_read_on),
    startDate: day(row.start_date),
    status: row.status,
    importedRow: json(row),
  }
}

export function serviceUserData(row: ServiceUserRow) {
  return {
    ref: row.service_user_ref,
    title: row.title,
    firstName: row.first_name,
    lastName: row.last_name,
    preferredName: row.preferred_name || row.first_name,
    dateOfBirth: day(row.date_of_birth),
    gender: row.gender,
    addressLine: row.address_line_1,
    town: row.town,
    postcode: row.postcode,
    area: row.area,
    areaType: row.area_type,
    mapX: row.map_x_km,
    mapY: row.map_y_km,
    withheldNumber: row.withheld_number,
    noMobileSignal: row.no_mobile_signal,
    relayUk: row.relay_uk,
    linePowerDependent: row.line_power_dependent,
    preferredChannel: channelOf(row),
    language: row.first_language || 'en',
    needsInterpreter: row.needs_interpreter,
    communicationNote: row.communication_note,
    fundingType: row.funding_type,
    funderRef: row.funder_ref,
    homeAuthority: row.home_authority,
    packageRef: row.package_ref,
    packageType: row.package_type,
    livesAlone: row.lives_alone,
    cognitiveImpairment: row.cognitive_impairment,
    riskGrade: row.risk_grade,
    timeCriticalReason: row.time_critical_reason,
    timeCriticalAgreedBy: row.time_critical_agreed_by,
    ifLateOrMissed: row.if_late_or_missed,
    keyAccess: row.key_access,
    skillsRequired: row.skills_required,
    genderPreference: row.gender_preference || 'none',
    excludedWorkerRefs: row.excluded_worker_refs,
    maxCareWorkersFourWeeks: row.max_care_workers_4wk,
    choiceIfLate: row.choice_if_late,
    startDate: day(row.start_date),
    notes: row.notes,
    importedRow: json(row),
  }
}

export function contactData(row: ContactRow) {
  return {
    ref: row.contact_ref,
    ord: row.contact_order,
    firstName: row.first_name,
    lastName: row.last_name,
    relationship: row.relationship,
    contactType: row.contact_type,
    emergencyContact: row.emergency_contact,
    canVisit: row.can_visit,
    minutesAway: row.minutes_away,
    keyHolder: row.key_holder,
    available: row.available,
    ringFrom: row.ring_from,
    ringTo: row.ring_to,
    mayBeTold: row.may_be_told,
    healthAttorney: row.health_attorney,
    knownCaller: row.known_caller,
    language: row.language || 'en',
    verifiedOn: day(row.last_verified_on),
    notes: row.notes,
    importedRow: json(row),
  }
}

export function managerData(row: ManagerRow) {
  return {
    ref: row.manager_ref,
    firstName: row.first_name,
    lastName: row.last_name,
    role: row.role,
    email: row.email,
    importedRow: json(row),
  }
}

export function shiftData({ row, managerId, startsAt, endsAt }: RotaChanges['shifts'][number]) {
  return {
    ref: row.shift_ref,
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    cover: row.cover,
    dayType: row.day_type,
    tier: row.tier,
    managerId,
    notes: row.notes,
    importedRow: json(row),
  }
}

/** A date column: midnight UTC of the day, or nothing. */
export function day(date: LocalDate | ''): Date | null {
  return date === '' ? null : new Date(`${date}T00:00:00Z`)
}
