import { randomUUID } from 'node:crypto'
import { isUkMobile } from '../../cellar/phone-number.ts'
import type { PlaceOfImport } from '../../rota/act/rota-store.ts'
import { DEFINITIONS } from '../../rota/definition.ts'
import type { RotaChanges } from '../../rota/import/rota-changes.ts'
import type { Transaction } from '../database.ts'
import { json } from '../save/values.ts'
import { careWorkerData, contactData, day, funderData, managerData, serviceUserData, shiftData } from './people-data.ts'

/** Writes everybody and what hangs on them, in bulk where rows are new. */
export async function savePeople(
  tx: Transaction,
  changes: RotaChanges,
  place: PlaceOfImport,
  onWritten: (rows: number) => void,
): Promise<void> {
  const { agencyId, branchId } = place
  const at = { agencyId, branchId }
  await saveDefinitions(tx)
  await write(
    changes.funders.map((one) => ({ isNew: one.isNew, data: { id: one.id, agencyId, ...funderData(one.row) } })),
    (data) => tx.commissioner.createMany({ data }),
    (data) => tx.commissioner.update({ where: { id: data.id }, data }),
    onWritten,
  )
  await write(
    changes.careWorkers.map((one) => ({ isNew: one.isNew, data: { id: one.id, ...at, ...careWorkerData(one.row) } })),
    (data) => tx.careWorker.createMany({ data }),
    (data) => tx.careWorker.update({ where: { id: data.id }, data }),
    onWritten,
  )
  await write(
    changes.serviceUsers.map((one) => ({ isNew: one.isNew, data: { id: one.id, ...at, ...serviceUserData(one.row) } })),
    (data) => tx.serviceUser.createMany({ data }),
    (data) => tx.serviceUser.update({ where: { id: data.id }, data }),
    onWritten,
  )
  await write(
    changes.contacts.map((one) => ({
      isNew: one.isNew,
      data: { id: one.id, ...at, serviceUserId: one.serviceUserId, ...contactData(one.row) },
    })),
    (data) => tx.serviceUserContact.createMany({ data }),
    (data) => tx.serviceUserContact.update({ where: { id: data.id }, data }),
    onWritten,
  )
  await write(
    changes.managers.map((one) => ({ isNew: one.isNew, data: { id: one.id, ...at, ...managerData(one.row) } })),
    (data) => tx.manager.createMany({ data }),
    (data) => tx.manager.update({ where: { id: data.id }, data }),
    onWritten,
  )
  await write(
    changes.shifts.map((one) => ({ isNew: one.isNew, data: { id: one.id, branchId, ...shiftData(one) } })),
    (data) => tx.shift.createMany({ data }),
    (data) => tx.shift.update({ where: { id: data.id }, data }),
    onWritten,
  )
  await saveSkills(tx, changes)
  await saveExclusions(tx, changes)
  await saveNumbers(tx, changes, place)
  await saveFacts(tx, changes, place)
}

/** New rows in one statement, changed ones one by one: few change at a time. */
async function write<Data>(
  rows: readonly { isNew: boolean; data: Data }[],
  insert: (data: Data[]) => PromiseLike<unknown>,
  update: (data: Data) => PromiseLike<unknown>,
  onWritten: (rows: number) => void,
): Promise<void> {
  const added = rows.filter((one) => one.isNew).map((one) => one.data)
  if (added.length > 0) await insert(added)
  onWritten(added.length)
  for (const one of rows.filter((each) => !each.isNew)) {
    await update(one.data)
    onWritten(1)
  }
}

/** The definitions the contracts point at. One in use is never changed: a new version is a new row. */
async function saveDefinitions(tx: Transaction): Promise<void> {
  const data = DEFINITIONS.map(({ key, version, ...rules }) => ({ id: randomUUID(), key, version, rules: json(rules) }))
  await tx.definition.createMany({ data, skipDuplicates: true })
}

async function saveSkills(tx: Transaction, changes: RotaChanges): Promise<void> {
  await tx.skill.deleteMany({ where: { careWorkerId: { in: changes.skills.map((one) => one.careWorkerId) } } })
  await tx.skill.createMany({
    data: changes.skills.flatMap(({ careWorkerId, skills }) =>
      skills.map(({ skill, expiresOn }) => ({ careWorkerId, skill, expiresOn: day(expiresOn) })),
    ),
  })
}

async function saveExclusions(tx: Transaction, changes: RotaChanges): Promise<void> {
  for (const pair of changes.exclusions.remove) await tx.exclusion.deleteMany({ where: pair })
  await tx.exclusion.createMany({ data: changes.exclusions.add, skipDuplicates: true })
}

const IMPORTED_ROLES = ['landline', 'mobile', 'phone-1', 'phone-2']

async function saveNumbers(tx: Transaction, changes: RotaChanges, place: PlaceOfImport): Promise<void> {
  const { agencyId, branchId } = place
  const parties = changes.numbers.map((one) => one.partyId)
  const all = changes.numbers.flatMap(({ partyKind, partyId, numbers }) =>
    numbers.map(({ id, number, role }, index) => ({
      id,
      agencyId,
      branchId,
      number,
      partyKind,
      partyId,
      role,
      ord: index + 1,
    })),
  )
  await tx.phoneNumber.createMany({
    data: all.map(({ number }) => ({ e164: number, lineType: isUkMobile(number) ? 'mobile' : 'landline' })),
    skipDuplicates: true,
  })
  await tx.personNumber.deleteMany({ where: { branchId, partyId: { in: parties }, role: { in: IMPORTED_ROLES } } })
  await tx.personNumber.createMany({ data: all })
}

/** Statuses, response plans and contracts are appended; the rows before them stay. */
async function saveFacts(tx: Transaction, changes: RotaChanges, place: PlaceOfImport): Promise<void> {
  const receivedAt = new Date(place.now)
  await tx.serviceUserStatus.createMany({
    data: changes.statuses.map(({ fromAt, ...one }) => ({
      ...one,
      fromAt: new Date(fromAt),
      source: 'import',
      reportedBy: place.source,
      receivedAt,
    })),
  })
  await tx.responsePlan.createMany({ data: changes.responsePlans.map((one) => ({ ...one, validFrom: receivedAt })) })
  await tx.contract.createMany({
    data: changes.contracts.map(({ agreedOn, validFrom, ...one }) => ({
      ...one,
      agreedOn: day(agreedOn),
      validFrom: new Date(validFrom),
    })),
  })
}
