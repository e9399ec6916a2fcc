import type { AgencyId, BranchId, CarrierAccountId } from '../../cellar/ids.ts'
import { agencyId, branchId, carrierAccountId } from '../../cellar/ids.ts'
import type { PhoneNumber } from '../../cellar/phone-number.ts'
import { parsePhoneNumber } from '../../cellar/phone-number.ts'
import type { BranchFacts, PersonFacts } from '../../rota/visit-facts.ts'
import type { Transaction } from '../database.ts'
import { keptBy } from './kept.ts'
import { knownNumbers, storedNumber, type NumberRow } from './numbers.ts'
import { numbersSql } from './sql.ts'
import { WATCH_MINUTES, watchOf } from './watch.ts'

export interface LoadedBranch {
  agencyId: AgencyId
  branchId: BranchId
  accountId: CarrierAccountId
  lastResort: PhoneNumber | undefined
  facts: BranchFacts
}

/** Branches with their agency, line and responsible person. A branch without a line cannot contact anybody: a fault. */
export async function branchesById(tx: Transaction, ids: string[]): Promise<Map<string, LoadedBranch>> {
  const kept = keptBy(tx)?.branches ?? new Map<string, Promise<LoadedBranch | undefined>>()
  const wanted = [...new Set(ids)]
  const missing = wanted.filter((id) => !kept.has(id))
  if (missing.length > 0) {
    // kept while it is on its way: what is sent together asks for it once
    const read = readBranches(tx, missing)
    for (const id of missing)
      kept.set(
        id,
        read.then((found) => found.get(id)),
      )
  }
  const found = await Promise.all(wanted.flatMap((id) => kept.get(id) ?? []))
  return new Map(found.flatMap((branch) => (branch === undefined ? [] : [[branch.branchId, branch] as const])))
}

async function readBranches(tx: Transaction, wanted: string[]): Promise<Map<string, LoadedBranch>> {
  if (wanted.length === 0) return new Map()
  const rows = await tx.$queryRaw<BranchRow[]>`
    SELECT b.id, b.agency_id, b.name, b.zone, b.office_number, b.last_resort_number, b.watch_mode, b.live_from, w.looked_at AS feed_looked_at, w.silent_since AS feed_silent_since, w.failures AS feed_failures,
           (SELECT s.value FROM setting s WHERE s.branch_id = b.id AND s.key = ${WATCH_MINUTES} ORDER BY s.valid_from DESC LIMIT 1) AS watch_minutes, a.name AS agency_name, a.address AS agency_address,
           l.e164, l.account_id, m.id AS manager_id, m.first_name, m.last_name, m.role, ${numbersSql('m.id')} AS numbers
      FROM branch b JOIN agency a ON a.id = b.agency_id
      LEFT JOIN phone_line l ON l.branch_id = b.id AND l.use = 'main'
      LEFT JOIN visit_watch w ON w.id = b.id
      LEFT JOIN manager m ON m.id = b.responsible_manager_id
     WHERE b.id = ANY(${wanted}::uuid[])`
  return new Map(rows.map((row) => [row.id, branchOf(row)]))
}

/** Managers with their numbers, by id. */
export async function managersById(tx: Transaction, ids: string[]): Promise<Map<string, PersonFacts>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await tx.$queryRaw<ManagerRow[]>`
    SELECT m.id, m.first_name, m.last_name, m.role, ${numbersSql('m.id')} AS numbers FROM manager m WHERE m.id = ANY(${wanted}::uuid[])`
  return new Map(rows.map((row) => [row.id, managerOf(row)]))
}

/** The branch that a line belongs to; undefined when the number is none of ours. */
export async function branchOfLine(tx: Transaction, line: string): Promise<LoadedBranch | undefined> {
  const number = parsePhoneNumber(line)
  if (number === undefined) return undefined
  const [row] = await tx.$queryRaw<{ branch_id: string }[]>`SELECT branch_id FROM phone_line WHERE e164 = ${number}`
  return row && (await branchesById(tx, [row.branch_id])).get(row.branch_id)
}

/** The branch that what belongs to no line falls to; undefined while there is none. */
export async function anyBranch(tx: Transaction): Promise<LoadedBranch | undefined> {
  const line = await tx.phoneLine.findFirst({ where: { use: 'main' }, orderBy: { e164: 'asc' } })
  return line === null ? undefined : branchOfLine(tx, line.e164)
}

interface ManagerRow {
  id: string
  first_name: string
  last_name: string
  role: string
  numbers: NumberRow[]
}

interface BranchRow extends Omit<ManagerRow, 'id'> {
  id: string
  agency_id: string
  name: string
  zone: string
  office_number: string | null
  last_resort_number: string | null
  watch_mode: string
  live_from: Date | null
  watch_minutes: unknown
  feed_looked_at: Date | null
  feed_silent_since: Date | null
  feed_failures: number | null
  agency_name: string
  agency_address: string
  e164: string | null
  account_id: string | null
  manager_id: string | null
}

function branchOf(row: BranchRow): LoadedBranch {
  if (row.e164 === null || row.account_id === null) {
    throw new Error(`branch ${row.name} has no main line; import an agency file that names it`)
  }
  return {
    agencyId: agencyId(row.agency_id),
    branchId: branchId(row.id),
    accountId: carrierAccountId(row.account_id),
    lastResort: optional(row.last_resort_number),
    facts: {
      agencyName: row.agency_name,
      agencyAddress: row.agency_address || undefined,
      zone: row.zone,
      lineNumber: storedNumber(row.e164),
      officeNumber: optional(row.office_number),
      responsible: row.manager_id === null ? undefined : managerOf({ ...row, id: row.manager_id }),
      watch: watchOf(row),
    },
  }
}

function managerOf({ id, first_name, last_name, role, numbers }: ManagerRow): PersonFacts {
  return { id, firstName: first_name, lastName: last_name, role, numbers: knownNumbers(numbers) }
}

function optional(number: string | null): PhoneNumber | undefined {
  return number === null ? undefined : storedNumber(number)
}
