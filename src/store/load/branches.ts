import type { AgencyId, BranchId, CarrierAccountId } from '../../cellar/ids.ts'
import { agencyId, branchId, carrierAccountId } from '../../cellar/ids.ts'
import type { PhoneNumber } from '../../cellar/phone-number.ts'
import { parsePhoneNumber } from '../../cellar/phone-number.ts'
import type { BranchFacts, PersonFacts } from '../../rota/visit-facts.ts'
import type { Transaction } from '../database.ts'
import { numbersOf, storedNumber } from './numbers.ts'

export interface LoadedBranch {
  agencyId: AgencyId
  branchId: BranchId
  accountId: CarrierAccountId
  lastResort: PhoneNumber | undefined
  facts: BranchFacts
}

/** Branches with their agency, line and responsible person. A branch without a line cannot contact anybody: a fault. */
export async function branchesById(tx: Transaction, ids: string[]): Promise<Map<string, LoadedBranch>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await tx.branch.findMany({ where: { id: { in: wanted } }, include: { agency: true } })
  const lines = await tx.phoneLine.findMany({ where: { branchId: { in: wanted }, use: 'main' } })
  const responsible = await managersById(tx, rows.flatMap((row) => row.responsibleManagerId ?? []))
  return new Map(
    rows.map((row) => {
      const line = lines.find((l) => l.branchId === row.id)
      if (line === undefined) throw new Error(`branch ${row.name} has no main line; import an agency file that names it`)
      const facts: BranchFacts = {
        agencyName: row.agency.name,
        zone: row.zone,
        lineNumber: storedNumber(line.e164),
        officeNumber: optional(row.officeNumber),
        responsible: row.responsibleManagerId === null ? undefined : responsible.get(row.responsibleManagerId),
      }
      return [row.id, { ...idsOf(row, line), lastResort: optional(row.lastResortNumber), facts }]
    }),
  )
}

/** Managers with their numbers, by id. */
export async function managersById(tx: Transaction, ids: string[]): Promise<Map<string, PersonFacts>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await tx.manager.findMany({ where: { id: { in: wanted } } })
  const numbers = await numbersOf(tx, wanted)
  return new Map(
    rows.map(({ id, firstName, lastName, role }) => [id, { id, firstName, lastName, role, numbers: numbers.get(id) ?? [] }]),
  )
}

/** The branch that a line belongs to; undefined when the number is none of ours. */
export async function branchOfLine(tx: Transaction, line: string): Promise<LoadedBranch | undefined> {
  const number = parsePhoneNumber(line)
  if (number === undefined) return undefined
  const row = await tx.phoneLine.findUnique({ where: { e164: number } })
  return row === null ? undefined : (await branchesById(tx, [row.branchId])).get(row.branchId)
}

function idsOf(branch: { id: string; agencyId: string }, line: { accountId: string }) {
  return { agencyId: agencyId(branch.agencyId), branchId: branchId(branch.id), accountId: carrierAccountId(line.accountId) }
}

function optional(number: string | null): PhoneNumber | undefined {
  return number === null ? undefined : storedNumber(number)
}
