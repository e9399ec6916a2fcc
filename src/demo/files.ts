import type { LocalDate, Zone } from '../cellar/local-time.ts'
import { addDays } from '../cellar/local-time.ts'
import type { SourceFile } from '../rota/import/read-file.ts'
import type { DemoCareWorker } from './care-workers.ts'
import type { DemoContact } from './contacts.ts'
import { csv } from './csv.ts'
import { LAST_RESORT, LINE, OFFICE } from './dealer.ts'
import { FUNDERS, funderOf, fundingOf } from './funders.ts'
import type { DemoManager, DemoShift } from './on-call.ts'
import type { DemoServiceUser } from './service-users.ts'
import type { DemoVisit, World } from './visits.ts'

export interface FilesInput {
  /** of the week of the first day: dates such as "in hospital since" hang on it */
  monday: LocalDate
  world: World
  careWorkers: readonly DemoCareWorker[]
  contacts: readonly DemoContact[]
  visits: readonly DemoVisit[]
  shifts: readonly DemoShift[]
  responsible: DemoManager | undefined
}

/** The demonstration as files in the canonical columns, so that it goes through the very same import as a real agency. */
export function filesOf(input: FilesInput): SourceFile[] {
  const { world, careWorkers, contacts, visits, shifts, monday } = input
  return [
    { name: 'agency.csv', text: csv([agencyRow(world.zone, input.responsible)]) },
    { name: 'funders.csv', text: csv(FUNDERS) },
    { name: 'service-users.csv', text: csv(world.people.map((person) => serviceUserRow(person, world, monday))) },
    { name: 'care-workers.csv', text: csv(careWorkers.map((worker) => careWorkerRow(worker, world, monday))) },
    { name: 'contacts.csv', text: csv(contacts.map((contact, index) => contactRow(contact, index, monday))) },
    { name: 'on-call.csv', text: csv(shifts.map(shiftRow)) },
    { name: 'visits.csv', text: csv(visits.map((visit) => visitRow(visit, world))) },
  ]
}

function agencyRow(zone: Zone, responsible: DemoManager | undefined) {
  return {
    agency: 'Quillbrook Home Care',
    branch: 'Quillbrook',
    zone,
    nation: 'england',
    line_number: LINE,
    office_number: OFFICE,
    last_resort_number: LAST_RESORT,
    responsible_manager_ref: responsible?.ref ?? '',
    watch: 'on',
  }
}

const SINCE = { in_hospital: -3, respite: -2, ended: -10, active: 0 } as const
const CONSEQUENCES = [
  'Continence care delayed',
  'No meal or drink until the next visit',
  'May try to get up alone; falls risk',
  'Distress; rings family repeatedly',
  'Little immediate risk; tell the person',
]

function serviceUserRow(person: DemoServiceUser, world: World, monday: LocalDate) {
  const needs = world.needs.get(person.ref)
  const index = Number(person.ref.slice(2))
  return {
    service_user_ref: person.ref,
    title: person.title,
    first_name: person.first,
    last_name: person.last,
    preferred_name: person.preferred,
    date_of_birth: `${person.birthYear}-${pad(1 + (index % 12))}-${pad(1 + (index % 28))}`,
    gender: person.gender,
    address_line_1: person.address,
    town: person.area.town,
    postcode: person.postcode,
    area: person.area.code,
    area_type: person.area.type,
    map_x_km: person.x,
    map_y_km: person.y,
    landline: person.landline,
    mobile: person.mobile,
    shared_line_with: person.sharedWith,
    withheld_number: person.withheld,
    no_mobile_signal: person.noSignal,
    relay_uk: person.relay,
    line_power_dependent: person.linePower,
    preferred_channel: person.channel,
    first_language: person.language,
    needs_interpreter: person.language !== 'en' && index % 2 === 0,
    communication_note: person.cognitive ? 'One short sentence at a time; give the care worker’s first name' : '',
    funding_type: fundingOf(person),
    funder_ref: funderOf(person),
    home_authority: 'FCC',
    package_ref: person.packageRef,
    package_type: index % 5 === 0 ? 'window' : 'fixed_time',
    late_threshold_min: index % 17 === 0 ? 10 : index % 23 === 0 ? 20 : 15,
    missed_threshold_min: index % 11 === 0 ? 20 : 30,
    threshold_agreed_on: addDays(monday, -60 - index * 3),
    threshold_agreed_with: person.cognitive ? 'person_and_family' : 'person',
    lives_alone: person.livesAlone,
    cognitive_impairment: person.cognitive,
    risk_grade: person.risk,
    time_critical_reason: needs?.timeCriticalReason ?? '',
    time_critical_agreed_by: needs?.agreedBy ?? '',
    if_late_or_missed: CONSEQUENCES[index % CONSEQUENCES.length] ?? '',
    key_access: index % 10 < 7 ? 'key_safe' : index % 10 < 9 ? 'opens_door' : 'key_holder',
    skills_required: needs?.skills ?? [],
    gender_preference: needs?.gender ?? 'none',
    excluded_worker_refs: needs?.excluded ?? [],
    max_care_workers_4wk: needs?.mostCareWorkers ?? '',
    choice_if_late: index % 3 === 0 ? 'wait' : index % 7 === 0 ? 'replacement' : 'ask',
    start_date: addDays(monday, -200 - index * 5),
    status: person.status,
    status_since: person.status === 'active' ? '' : addDays(monday, SINCE[person.status]),
    notes: '',
  }
}

function careWorkerRow(worker: DemoCareWorker, world: World, monday: LocalDate) {
  const hours = Math.ceil(worker.hoursAWeek)
  const index = Number(worker.ref.slice(2))
  const contract = index % 3 === 0 ? 'zero_hours' : hours >= 35 ? 'permanent_full' : 'permanent_part'
  const night = worker.half === 'NIGHT' || worker.half === 'SLEEP'
  const [quietFrom, quietTo] = night
    ? ['09:00', '16:00']
    : worker.half === 'PM'
      ? ['23:30', '08:00']
      : ['22:30', '06:00']
  const excluded = world.people.filter((person) => world.needs.get(person.ref)?.excluded.includes(worker.ref))
  return {
    worker_ref: worker.ref,
    first_name: worker.first,
    last_name: worker.last,
    known_as: worker.first,
    gender: worker.gender,
    mobile: worker.mobile,
    smartphone: worker.smartphone,
    languages: worker.languages,
    transport: worker.transport,
    base_area: worker.area.code,
    base_postcode: `${worker.area.outward} 1AA`,
    map_x_km: worker.x,
    map_y_km: worker.y,
    contract_type: contract,
    contracted_hours_week: contract === 'zero_hours' ? 0 : Math.min(hours, 37),
    max_hours_week: [30, 36, 40, 48, 60].find((most) => most >= hours) ?? hours,
    min_rest_hours: 11,
    skills: worker.skills,
    skills_expiry: worker.skills.map((skill, n) => `${skill}:${addDays(monday, 90 + ((index * 7 + n * 61) % 700))}`),
    dbs_level: 'enhanced',
    dbs_checked_on: addDays(monday, -100 - index * 11),
    standby: worker.standby,
    quiet_from: quietFrom,
    quiet_to: quietTo,
    excluded_service_user_refs: excluded.map((person) => person.ref),
    policy_read_on: index % 9 === 0 ? '' : addDays(monday, -30 - index),
    start_date: addDays(monday, -150 - index * 23),
    status: worker.status,
  }
}

function contactRow(contact: DemoContact, index: number, monday: LocalDate) {
  return {
    contact_ref: contact.ref,
    service_user_ref: contact.person.ref,
    contact_order: contact.order,
    first_name: contact.first,
    last_name: contact.last,
    relationship: contact.relationship,
    contact_type: contact.type,
    emergency_contact: contact.emergency,
    phone_1: contact.phone1,
    phone_2: contact.phone2,
    can_visit: contact.canVisit,
    minutes_away: contact.minutesAway ?? '',
    key_holder: contact.keyHolder,
    available: contact.available,
    ring_from: contact.ringFrom,
    ring_to: contact.ringTo,
    may_be_told: contact.mayBeTold,
    health_attorney: contact.attorney,
    known_caller: contact.knownCaller,
    language: 'en',
    last_verified_on: addDays(monday, -10 - ((index * 37) % 420)),
    notes: '',
  }
}

function shiftRow(shift: DemoShift) {
  const { manager } = shift
  return {
    shift_ref: shift.ref,
    starts_at: shift.startsAt,
    ends_at: shift.endsAt,
    cover: shift.cover,
    day_type: shift.dayType,
    bank_holiday: shift.bankHoliday,
    tier: shift.tier,
    manager_ref: manager.ref,
    first_name: manager.first,
    last_name: manager.last,
    role: manager.role,
    phone_1: manager.phone1,
    phone_2: manager.phone2,
    email: `${manager.first}.${manager.last}@quillbrook.example`
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^a-z.@-]/g, ''),
    notes: '',
  }
}

function visitRow(visit: DemoVisit, world: World) {
  const [first, second] = visit.careWorkers
  const double = visit.careWorkers.length > 1
  const needs = world.needs.get(visit.person.ref)
  return {
    visit_ref: visit.ref,
    service_user_ref: visit.person.ref,
    worker_ref: first?.ref ?? '',
    second_worker_ref: second?.ref ?? '',
    workers_required: visit.careWorkers.length,
    date: visit.date,
    planned_start: visit.written.start,
    planned_end: visit.written.end,
    duration_min: visit.minutes,
    visit_type: visit.type,
    time_critical: visit.timeCritical,
    time_critical_reason: visit.timeCritical ? (needs?.timeCriticalReason ?? '') : '',
    tolerance_min: visit.timeCritical ? 30 : 15,
    funder_ref: funderOf(visit.person),
    package_ref: visit.person.packageRef,
    run_ref: visit.run,
    run_order: visit.order === 0 ? '' : visit.order,
    travel_min: visit.order === 0 ? '' : visit.travel,
    second_run_ref: double ? visit.run : '',
    second_travel_min: double && visit.order > 0 ? visit.travel : '',
    status: visit.status,
    notes: visit.notes,
  }
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}
