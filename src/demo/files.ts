import type { LocalDate, Zone } from '../cellar/local-time.ts'
import { addDays } from '../cellar/local-time.ts'
import type { SourceFile } from '../rota/import/read-file.ts'
import type { DemoCareWorker } from './care-workers.ts'
import type { DemoContact } from './contacts.ts'
import { csv } from './csv.ts'
import { LAST_RESORT, LINE, OFFICE } from './dealer.ts'
import { FUNDERS, funderOf } from './funders.ts'
import type { DemoManager, DemoShift } from './on-call.ts'
import { careWorkerRow, serviceUserRow } from './people-rows.ts'
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
    agency_address: '4 Weir Lane, Quillbrook, Fenshire',
    branch: 'Quillbrook',
    zone,
    nation: 'england',
    line_number: LINE,
    office_number: OFFICE,
    last_resort_number: LAST_RESORT,
    office_hours: 'Mon-Fri 07:00-17:00',
    on_call_tiers: 4,
    responsible_manager_ref: responsible?.ref ?? '',
    // simulated care workers forget a log-in now and then, and nobody answers the phones that would ring for it
    watch: 'shadow',
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
