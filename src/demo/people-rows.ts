import type { LocalDate } from '../cellar/local-time.ts'
import { addDays } from '../cellar/local-time.ts'
import type { DemoCareWorker } from './care-workers.ts'
import { funderOf, fundingOf } from './funders.ts'
import type { DemoServiceUser } from './service-users.ts'
import type { World } from './visits.ts'

/** The people as rows of their files. What chance did not settle follows from the person's place in the list. */

const SINCE = { in_hospital: -3, respite: -2, ended: -10, active: 0 } as const
const CONSEQUENCES = [
  'Continence care delayed',
  'No meal or drink until the next visit',
  'May try to get up alone; falls risk',
  'Distress; rings family repeatedly',
  'Little immediate risk; tell the person',
]

export function serviceUserRow(person: DemoServiceUser, world: World, monday: LocalDate) {
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

export function careWorkerRow(worker: DemoCareWorker, world: World, monday: LocalDate) {
  const hours = Math.ceil(worker.hoursAWeek)
  const index = Number(worker.ref.slice(2))
  const contract = index % 3 === 0 ? 'zero_hours' : hours >= 35 ? 'permanent_full' : 'permanent_part'
  const night = worker.half === 'NIGHT' || worker.half === 'SLEEP'
  // the night the clocks go back has one hour more
  const longest = night ? hours + 1 : hours
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
    max_hours_week: [30, 36, 40, 48, 60].find((most) => most >= longest) ?? longest,
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

function pad(number: number): string {
  return String(number).padStart(2, '0')
}
