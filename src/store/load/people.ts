import type { BranchId } from '../../cellar/ids.ts'
import type { Instant } from '../../cellar/local-time.ts'
import type { PhoneNumber } from '../../cellar/phone-number.ts'
import type { KnownPerson } from '../../matter/act/store.ts'
import type { Transaction } from '../database.ts'
import { managersById } from './branches.ts'
import { serviceUsersById } from './service-users.ts'
import { careWorkersById } from './visits.ts'

/** Everybody in a branch who is known by a number: care workers, service users, their contacts, managers. */
export async function peopleWithNumber(
  tx: Transaction,
  number: PhoneNumber,
  branch: BranchId,
  now: Instant,
): Promise<KnownPerson[]> {
  const rows = await tx.personNumber.findMany({
    where: { number, branchId: branch },
    orderBy: [{ ord: 'asc' }, { partyId: 'asc' }],
  })
  const ids = (kind: string) => [...new Set(rows.filter((row) => row.partyKind === kind).map((row) => row.partyId))]
  const careWorkers = await careWorkersById(tx, ids('care-worker'))
  const managers = await managersById(tx, ids('manager'))
  const contacts = await tx.serviceUserContact.findMany({
    where: { id: { in: ids('service-user-contact') }, knownCaller: true },
  })
  const people = await serviceUsersById(tx, [...ids('service-user'), ...contacts.map((c) => c.serviceUserId)], now)
  const known: KnownPerson[] = [...careWorkers.values()].map((careWorker) => ({ kind: 'care-worker', careWorker }))
  for (const manager of managers.values()) known.push({ kind: 'manager', manager })
  for (const id of ids('service-user')) {
    const serviceUser = people.get(id)
    if (serviceUser !== undefined) known.push({ kind: 'service-user', serviceUser })
  }
  for (const contact of contacts) {
    const serviceUser = people.get(contact.serviceUserId)
    const name = `${contact.firstName} ${contact.lastName}`
    if (serviceUser !== undefined) known.push({ kind: 'service-user-contact', id: contact.id, name, serviceUser })
  }
  return known
}
