import type { Instant } from '../../cellar/local-time.ts'
import type { Compared } from './compare-rows.ts'
import type { CareWorkerRow, ServiceUserRow } from './people-rows.ts'
import type { Directory } from './read-visit-row.ts'
import type { RotaChanges, StoredPeople } from './rota-changes.ts'
import { storedText } from './rota-changes.ts'

/** Everybody who is known once the people of this call are in: visits are matched against them. */
export function directoryOf(
  stored: StoredPeople,
  serviceUsers: Compared<ServiceUserRow>,
  careWorkers: Compared<CareWorkerRow>,
  changes: RotaChanges,
  now: Instant,
): Directory {
  const people = new Map(
    [...stored.serviceUsers].map(([ref, one]) => [ref, { id: one.id, row: one.row, statuses: one.statuses }]),
  )
  for (const one of serviceUsers.kept)
    people.set(one.ref, { id: one.id, row: one.row, statuses: people.get(one.ref)?.statuses ?? [] })
  const workers = new Map<string, Record<string, unknown>>([...stored.careWorkers].map(([ref, one]) => [ref, one.row]))
  for (const one of careWorkers.kept) workers.set(one.ref, one.row)
  const statusesOf = (id: string) =>
    changes.statuses
      .filter((one) => one.serviceUserId === id)
      .map(({ status, fromAt }) => ({ status, fromAt, untilAt: undefined, receivedAt: now }))
  return {
    serviceUsers: [...people].map(([ref, { id, row, statuses }]) => ({
      ref,
      firstName: storedText(row, 'first_name'),
      lastName: storedText(row, 'last_name'),
      preferredName: storedText(row, 'preferred_name'),
      postcode: storedText(row, 'postcode'),
      statuses: [...statuses, ...statusesOf(id)],
    })),
    careWorkers: [...workers].map(([ref, row]) => ({
      ref,
      firstName: storedText(row, 'first_name'),
      lastName: storedText(row, 'last_name'),
      preferredName: storedText(row, 'known_as'),
      postcode: storedText(row, 'base_postcode'),
      status: storedText(row, 'status') || 'active',
    })),
  }
}
