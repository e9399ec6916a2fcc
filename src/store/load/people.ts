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
  const rows = await tx.$queryRaw<{ party_kind: string; party_id: string }[]>`
    SELECT party_kind, party_id FROM person_number WHERE number = ${number} AND branch_id = ${branch}::uuid ORDER BY ord, party_id`
  const ids = (kind: string) => [...new Set(rows.filter((row) => row.party_kind === kind).map((row) => row.party_id))]
  const careWorkers = await careWorkersById(tx, ids('care-worker'))
  const managers = await managersById(tx, ids('manager'))
  const callers = ids('service-user-contact')
  const contacts =
    callers.length === 0
      ? []
      : await tx.serviceUserContact.findMany({ where: { id: { in: callers }, knownCaller: true } })
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
