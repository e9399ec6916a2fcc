import { randomUUID } from 'node:crypto'
import { isUkMobile } from '../../cellar/phone-number.ts'
import type { PlaceOfImport } from '../../rota/act/rota-store.ts'
import { DEFINITIONS } from '../../rota/definition.ts'
import type { RotaChanges } from '../../rota/import/rota-changes.ts'
import type { Transaction } from '../database.ts'
import {
  careWorkerData,
  contactData,
  day,
  funderData,
  instant,
  managerData,
  serviceUserData,
  shiftData,
} from './people-data.ts'
import type { ColumnRow, Table } from './write-rows.ts'
import { addMissingRows, writeRows } from './write-rows.ts'

/** Writes everybody and what hangs on them. */
export async function savePeople(
  tx: Transaction,
  changes: RotaChanges,
  place: PlaceOfImport,
  onWritten: (rows: number) => void,
): Promise<void> {
  const agency = { agency_id: place.agencyId }
  const at = { ...agency, branch_id: place.branchId }
  const write = async (table: Table, rows: ColumnRow[]) => {
    await writeRows(tx, table, rows)
    onWritten(rows.length)
  }
  await saveDefinitions(tx)
  await write(
    'commissioner',
    changes.funders.map(({ id, row }) => ({ id, ...agency, ...funderData(row) })),
  )
  await write(
    'care_worker',
    changes.careWorkers.map(({ id, row }) => ({ id, ...at, ...careWorkerData(row) })),
  )
  await write(
    'service_user',
    changes.serviceUsers.map(({ id, row }) => ({ id, ...at, ...serviceUserData(row) })),
  )
  await write(
    'service_user_contact',
    changes.contacts.map(({ id, row, serviceUserId }) => ({
      id,
      ...at,
      service_user_id: serviceUserId,
      ...contactData(row),
    })),
  )
  await write(
    'manager',
    changes.managers.map(({ id, row }) => ({ id, ...at, ...managerData(row) })),
  )
  await write(
    'shift',
    changes.shifts.map((shift) => ({ id: shift.id, branch_id: place.branchId, ...shiftData(shift) })),
  )
  // somebody may be on call from now on: the plan is looked at anew
  if (changes.shifts.length > 0)
    await tx.onCallWatch.updateMany({ where: { branchId: place.branchId }, data: { nextDueAt: new Date(place.now) } })
  await saveSkills(tx, changes)
  await saveExclusions(tx, changes)
  await saveNumbers(tx, changes, place)
  await saveFacts(tx, changes, place)
}

/** The definitions the contracts point at. One in use is never changed: a new version is a new row. */
async function saveDefinitions(tx: Transaction): Promise<void> {
  const rows = DEFINITIONS.map(({ key, version, ...rules }) => ({ id: randomUUID(), key, version, rules }))
  await addMissingRows(tx, 'definition', rows)
}

async function saveSkills(tx: Transaction, changes: RotaChanges): Promise<void> {
  await tx.skill.deleteMany({ where: { careWorkerId: { in: changes.skills.map((one) => one.careWorkerId) } } })
  const rows = changes.skills.flatMap(({ careWorkerId, skills }) =>
    skills.map(({ skill, expiresOn }) => ({ care_worker_id: careWorkerId, skill, expires_on: day(expiresOn) })),
  )
  await writeRows(tx, 'skill', rows)
}

async function saveExclusions(tx: Transaction, changes: RotaChanges): Promise<void> {
  for (const pair of changes.exclusions.remove) await tx.exclusion.deleteMany({ where: pair })
  const rows = changes.exclusions.add.map((pair) => ({
    care_worker_id: pair.careWorkerId,
    service_user_id: pair.serviceUserId,
  }))
  await addMissingRows(tx, 'exclusion', rows)
}

/** The roles an import gives; numbers that people were given otherwise stay. */
const IMPORTED_ROLES = ['landline', 'mobile', 'phone-1', 'phone-2']

async function saveNumbers(tx: Transaction, changes: RotaChanges, place: PlaceOfImport): Promise<void> {
  const { agencyId, branchId } = place
  const all = changes.numbers.flatMap(({ partyKind, partyId, numbers }) =>
    numbers.map(({ id, number, role }, index) => ({
      id,
      agency_id: agencyId,
      branch_id: branchId,
      number,
      party_kind: partyKind,
      party_id: partyId,
      role,
      ord: index + 1,
    })),
  )
  const lines = all.map(({ number }) => ({ e164: number, line_type: isUkMobile(number) ? 'mobile' : 'landline' }))
  await addMissingRows(tx, 'phone_number', lines)
  const parties = changes.numbers.map((one) => one.partyId)
  await tx.personNumber.deleteMany({ where: { branchId, partyId: { in: parties }, role: { in: IMPORTED_ROLES } } })
  await writeRows(tx, 'person_number', all)
}

/** Statuses, response plans and contracts are appended; the rows before them stay. */
async function saveFacts(tx: Transaction, changes: RotaChanges, place: PlaceOfImport): Promise<void> {
  const now = instant(place.now)
  const statuses = changes.statuses.map(({ id, serviceUserId, status, fromAt }) => ({
    id,
    service_user_id: serviceUserId,
    status,
    from_at: instant(fromAt),
    source: 'import',
    reported_by: place.source,
    received_at: now,
  }))
  const plans = changes.responsePlans.map(({ id, serviceUserId, version, preferredChannel, choiceIfLate }) => ({
    id,
    service_user_id: serviceUserId,
    version,
    preferred_channel: preferredChannel,
    choice_if_late: choiceIfLate,
    valid_from: now,
  }))
  const contracts = changes.contracts.map((one) => ({
    id: one.id,
    service_user_id: one.serviceUserId,
    commissioner_ref: one.commissionerRef,
    definition_key: one.definitionKey,
    definition_version: one.definitionVersion,
    late_minutes: one.lateMinutes,
    missed_minutes: one.missedMinutes,
    agreed_on: day(one.agreedOn),
    agreed_with: one.agreedWith,
    valid_from: instant(one.validFrom),
  }))
  await writeRows(tx, 'service_user_status', statuses)
  await writeRows(tx, 'response_plan', plans)
  await writeRows(tx, 'contract', contracts)
}
