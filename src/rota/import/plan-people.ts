import type { PhoneNumber } from '../../cellar/phone-number.ts'
import { parsePhoneNumber } from '../../cellar/phone-number.ts'
import { compareRows } from './compare-rows.ts'
import type { Compared } from './compare-rows.ts'
import type { PlanPart, ReadRow, RowNote } from './import-report.ts'
import type { CareWorkerRow, ContactRow, FunderRow, ServiceUserRow } from './people-rows.ts'
import { directoryOf } from './directory.ts'
import { planExclusions } from './plan-exclusions.ts'
import type { Profiles } from './plan-service-user.ts'
import { planNewDefinition, planServiceUser, profileNotes } from './plan-service-user.ts'
import { readOnCall } from './read-on-call.ts'
import type { Directory } from './read-visit-row.ts'
import type { ImportContext, PartyWithNumbers, RotaChanges, Stored, StoredPeople, PeopleRows } from './rota-changes.ts'
import { noChanges, storedText } from './rota-changes.ts'
import { vanishedPeople } from './vanished-people.ts'

export interface PeoplePlan extends PlanPart {
  changes: RotaChanges
  /** everybody who is known once these changes are made: visits are matched against them */
  directory: Directory
  /** ids of everybody, stored or new, by reference */
  ids: { serviceUsers: Map<string, string>; careWorkers: Map<string, string>; managers: Map<string, string> }
}

/** What the rows of people change, compared with what is stored. Nothing is ever deleted. */
export function planPeople(rows: PeopleRows, stored: StoredPeople, context: ImportContext): PeoplePlan {
  const onCall = readOnCall(rows.onCall, context.zone)
  const shiftRows = onCall.shifts.map((one) => one.read)
  const funders = compareRows('funders', rows.funders, stored.funders, (row) => row.funder_ref, context)
  const careWorkers = compareRows(
    'care-workers',
    rows.careWorkers,
    stored.careWorkers,
    (row) => row.worker_ref,
    context,
  )
  const serviceUsers = compareRows(
    'service-users',
    rows.serviceUsers,
    stored.serviceUsers,
    (row) => row.service_user_ref,
    context,
  )
  const managers = compareRows('on-call', onCall.managers, stored.managers, (row) => row.manager_ref, context)
  const ids = {
    serviceUsers: idsOf(stored.serviceUsers, serviceUsers),
    careWorkers: idsOf(stored.careWorkers, careWorkers),
    managers: idsOf(stored.managers, managers),
  }
  const known = knownContacts(rows.contacts, ids.serviceUsers)
  const contacts = compareRows('contacts', known.rows, stored.contacts, (row) => row.contact_ref, context)
  const reachable = shiftRows.filter((read) => ids.managers.has(read.row.manager_ref))
  const shifts = compareRows('on-call', reachable, stored.shifts, (row) => row.shift_ref, context)
  const times = new Map(onCall.shifts.map((one) => [one.read.row.shift_ref, one]))
  const changes = noChanges()
  const excluded = planExclusions(careWorkers, serviceUsers, stored, ids)

  changes.funders = funders.kept.map(keep)
  changes.careWorkers = careWorkers.kept.map(keep)
  changes.serviceUsers = serviceUsers.kept.map(keep)
  changes.managers = managers.kept.map(keep)
  changes.contacts = contacts.kept.map((one) => ({
    ...keep(one),
    serviceUserId: ids.serviceUsers.get(one.row.service_user_ref) ?? '',
  }))
  changes.shifts = shifts.kept.flatMap((one) => {
    const when = times.get(one.ref)
    const managerId = ids.managers.get(one.row.manager_ref)
    if (when === undefined || managerId === undefined) return []
    return [{ ...keep(one), managerId, startsAt: when.startsAt, endsAt: when.endsAt }]
  })
  changes.exclusions = excluded.exclusions
  changes.skills = careWorkers.kept
    .filter((one) => one.isNew || one.changed.has('skills') || one.changed.has('skills_expiry'))
    .map((one) => ({ careWorkerId: one.id, skills: skillsOf(one.row) }))
  changes.numbers = [
    ...numbersOf('care-worker', careWorkers, [['mobile', 'mobile']], context),
    ...numbersOf(
      'service-user',
      serviceUsers,
      [
        ['landline', 'landline'],
        ['mobile', 'mobile'],
      ],
      context,
    ),
    ...numbersOf('service-user-contact', contacts, TWO_PHONES, context),
    ...numbersOf('manager', managers, TWO_PHONES, context),
  ]
  const people = planServiceUsers(changes, serviceUsers, funders, stored, context)

  return {
    changes,
    directory: directoryOf(stored, serviceUsers, careWorkers, changes, context.now),
    ids,
    outcomes: [funders, careWorkers, serviceUsers, contacts, shifts].flatMap((one) => one.outcomes),
    problems: [
      ...onCall.problems,
      ...known.problems,
      ...[funders, careWorkers, serviceUsers, contacts, managers, shifts].flatMap((one) => one.problems),
    ],
    warnings: [...excluded.warnings, ...people],
    unchanged: addUp([funders, careWorkers, serviceUsers, contacts, shifts].map((one) => one.unchanged)),
    vanished: vanishedPeople(rows, stored, context),
  }
}

const TWO_PHONES: [string, string][] = [
  ['phone_1', 'phone-1'],
  ['phone_2', 'phone-2'],
]

function keep<Row>(one: { id: string; isNew: boolean; row: Row }): { id: string; isNew: boolean; row: Row } {
  return { id: one.id, isNew: one.isNew, row: one.row }
}

function idsOf(
  stored: ReadonlyMap<string, Stored>,
  compared: { kept: { ref: string; id: string }[] },
): Map<string, string> {
  return new Map([
    ...[...stored].map(([ref, one]) => [ref, one.id] as const),
    ...compared.kept.map((one) => [one.ref, one.id] as const),
  ])
}

/** A contact of somebody unknown is refused: nobody is created, and nobody's neighbour is rung for another. */
function knownContacts(rows: readonly ReadRow<ContactRow>[], serviceUsers: ReadonlyMap<string, string>) {
  const problems: RowNote[] = []
  const known = rows.filter((read) => {
    const value = read.row.service_user_ref
    if (serviceUsers.has(value)) return true
    const message =
      'No service user of this reference is known. Import the service users first, or correct the reference.'
    problems.push({
      file: read.file,
      line: read.line,
      column: 'service_user_ref',
      value,
      reason: 'unknown_service_user',
      message,
    })
    return false
  })
  return { rows: known, problems }
}

function numbersOf<Row extends object>(
  partyKind: PartyWithNumbers,
  compared: Compared<Row>,
  columns: readonly [column: string, role: string][],
  context: ImportContext,
): RotaChanges['numbers'] {
  return compared.kept
    .filter((one) => one.isNew || columns.some(([column]) => one.changed.has(column)))
    .map((one) => {
      const cells = new Map<string, unknown>(Object.entries(one.row))
      const numbers = columns.flatMap(([column, role]) => {
        const number = phoneOf(cells.get(column))
        return number === undefined ? [] : [{ id: context.newId(), number, role }]
      })
      return { partyKind, partyId: one.id, numbers }
    })
}

function phoneOf(cell: unknown): PhoneNumber | undefined {
  return typeof cell === 'string' && cell !== '' ? parsePhoneNumber(cell) : undefined
}

function skillsOf(row: CareWorkerRow): RotaChanges['skills'][number]['skills'] {
  const expiry = new Map(row.skills_expiry.map((one) => [one.split(':')[0], one.split(':')[1]]))
  return [...new Set(row.skills)].map((skill) => {
    const date = expiry.get(skill) ?? ''
    return { skill, expiresOn: /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : '' }
  })
}

/** The rows that hang on service users: statuses, response plans, contracts. Returns what a person should look at. */
function planServiceUsers(
  changes: RotaChanges,
  serviceUsers: Compared<ServiceUserRow>,
  funders: Compared<FunderRow>,
  stored: StoredPeople,
  context: ImportContext,
): RowNote[] {
  const byFunder = new Map([...stored.funders].map(([ref, one]) => [ref, storedText(one.row, 'kpi_profile')]))
  for (const one of funders.kept) byFunder.set(one.ref, one.row.kpi_profile)
  const changed = new Set(funders.kept.filter((one) => one.changed.has('kpi_profile')).map((one) => one.ref))
  const profiles: Profiles = { byFunder, changed }
  const seen = new Set(serviceUsers.kept.map((one) => one.ref))
  for (const [ref, before] of stored.serviceUsers) {
    if (!seen.has(ref) && changed.has(storedText(before.row, 'funder_ref')))
      planNewDefinition(changes, before, profiles, context)
  }
  return profileNotes(
    serviceUsers.kept.flatMap((one) =>
      planServiceUser(changes, { ...one, before: stored.serviceUsers.get(one.ref) }, profiles, context),
    ),
  )
}

function addUp(counts: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const sum = new Map<string, number>()
  for (const one of counts) for (const [file, number] of one) sum.set(file, (sum.get(file) ?? 0) + number)
  return sum
}
