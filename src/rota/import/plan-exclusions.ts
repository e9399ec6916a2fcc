import type { Compared } from './compare-rows.ts'
import type { RowNote } from './import-report.ts'
import type { CareWorkerRow, ServiceUserRow } from './people-rows.ts'
import type { Exclusion, RotaChanges, Stored, StoredPeople } from './rota-changes.ts'

interface Ids {
  serviceUsers: ReadonlyMap<string, string>
  careWorkers: ReadonlyMap<string, string>
}

/**
 * Who must never be sent to whom. Either file may name a pair; a pair that the files named goes only when neither names
 * it any more.
 */
export function planExclusions(
  careWorkers: Compared<CareWorkerRow>,
  serviceUsers: Compared<ServiceUserRow>,
  stored: StoredPeople,
  ids: Ids,
): { exclusions: RotaChanges['exclusions']; warnings: RowNote[] } {
  const before = namedPairs(rowsOf(stored.careWorkers), rowsOf(stored.serviceUsers), ids)
  const after = namedPairs(
    withKept(stored.careWorkers, careWorkers.kept),
    withKept(stored.serviceUsers, serviceUsers.kept),
    ids,
  )
  const there = new Set(stored.exclusions.map(keyOf))
  return {
    exclusions: {
      add: [...after].flatMap(([key, pair]) => (there.has(key) ? [] : [pair])),
      remove: [...before].flatMap(([key, pair]) => (there.has(key) && !after.has(key) ? [pair] : [])),
    },
    warnings: [
      ...unknownOnes(serviceUsers, 'excluded_worker_refs', ids.careWorkers),
      ...unknownOnes(careWorkers, 'excluded_service_user_refs', ids.serviceUsers),
    ],
  }
}

type Rows = ReadonlyMap<string, object>

function rowsOf(stored: ReadonlyMap<string, Stored>): Map<string, object> {
  return new Map([...stored].map(([ref, one]) => [ref, one.row]))
}

function withKept(stored: ReadonlyMap<string, Stored>, kept: readonly { ref: string; row: object }[]): Rows {
  return new Map([...rowsOf(stored), ...kept.map((one) => [one.ref, one.row] as const)])
}

function namedPairs(careWorkers: Rows, serviceUsers: Rows, ids: Ids): Map<string, Exclusion> {
  const byServiceUser = pairsIn(serviceUsers, 'excluded_worker_refs').map(
    ([serviceUser, worker]) => [worker, serviceUser] as const,
  )
  const named = [...pairsIn(careWorkers, 'excluded_service_user_refs'), ...byServiceUser]
  const pairs = named.flatMap(([worker, serviceUser]) => {
    const [careWorkerId, serviceUserId] = [ids.careWorkers.get(worker), ids.serviceUsers.get(serviceUser)]
    return careWorkerId === undefined || serviceUserId === undefined ? [] : [{ careWorkerId, serviceUserId }]
  })
  return new Map(pairs.map((pair) => [keyOf(pair), pair]))
}

function pairsIn(rows: Rows, column: string): (readonly [ref: string, excluded: string])[] {
  return [...rows].flatMap(([ref, row]) => listIn(row, column).map((excluded) => [ref, excluded] as const))
}

function listIn(row: object, column: string): string[] {
  const list: unknown = Object.entries(row).find(([name]) => name === column)?.[1]
  return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : []
}

function keyOf(pair: Exclusion): string {
  return `${pair.careWorkerId} ${pair.serviceUserId}`
}

function unknownOnes(
  compared: Compared<ServiceUserRow> | Compared<CareWorkerRow>,
  column: string,
  known: ReadonlyMap<string, string>,
) {
  return compared.kept.flatMap(({ read, row }): RowNote[] =>
    listIn(row, column)
      .filter((ref) => !known.has(ref))
      .map((value) => ({
        file: read.file,
        line: read.line,
        column,
        value,
        reason: 'unknown_excluded',
        message: NOBODY_KEPT_AWAY,
      })),
  )
}

const NOBODY_KEPT_AWAY =
  'Nobody of this reference is known, so nobody is kept away. Correct the reference, or import them and this file again.'
