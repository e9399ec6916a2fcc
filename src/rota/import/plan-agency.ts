import type { Zone } from '../../cellar/local-time.ts'
import type { CellChange, PlanPart, ReadRow, RowNote } from './import-report.ts'
import { emptyPart } from './import-report.ts'
import type { AgencyRow } from './people-rows.ts'
import type { BranchChange, StoredBranch } from './rota-changes.ts'

/** A branch that is stored or will be: enough to know where the rows of the other files go. */
export type NamedBranch = Pick<StoredBranch, 'agency' | 'branch' | 'agencyId' | 'branchId' | 'zone' | 'lineNumber'>

/** The branch whose people and visits the other files hold. */
export interface BranchOfImport {
  agencyId: string
  branchId: string
  zone: Zone
}

/** Every branch there will be, with its ids: stored ones keep theirs. */
export function nameBranches(
  rows: readonly ReadRow<AgencyRow>[],
  stored: readonly StoredBranch[],
  newId: () => string,
): NamedBranch[] {
  const named: NamedBranch[] = [...stored]
  for (const { row } of rows) {
    const before = named.findIndex((one) => isSame(one, row))
    const agencyId = named.find((one) => one.agency === row.agency)?.agencyId ?? newId()
    const branchId = named[before]?.branchId ?? newId()
    const one = {
      agency: row.agency,
      branch: row.branch,
      agencyId,
      branchId,
      zone: row.zone,
      lineNumber: row.line_number,
    }
    named.splice(before < 0 ? named.length : before, before < 0 ? 0 : 1, one)
  }
  return named
}

/** The branch that was asked for, or the only one there is; else why none can be chosen. */
export function chooseBranch(branches: readonly NamedBranch[], name: string | undefined): BranchOfImport | string {
  const [only, another] = name === undefined ? branches : branches.filter((one) => one.branch === name)
  if (only !== undefined && another === undefined) {
    return { agencyId: only.agencyId, branchId: only.branchId, zone: only.zone }
  }
  if (branches.length === 0) {
    return 'No agency is set up yet. Import a file with the columns agency, branch and line_number first, or along with this one.'
  }
  const names = branches.map((one) => `"${one.branch}"`).join(', ')
  return `Say which branch this file is for, with --branch and one of: ${names}.`
}

/** What the agency files change. A line belongs to one branch; an empty cell leaves what is stored. */
export function planAgency(
  rows: readonly ReadRow<AgencyRow>[],
  stored: readonly StoredBranch[],
  named: readonly NamedBranch[],
  managers: ReadonlyMap<string, string>,
): PlanPart & { changes: BranchChange[] } {
  const plan = { ...emptyPart(), changes: [] as BranchChange[] }
  for (const read of rows) {
    const { row } = read
    const ids = named.find((one) => isSame(one, row))
    const before = stored.find((one) => isSame(one, row))
    const holder = holderOf(row.line_number, stored, named)
    if (ids === undefined || holder !== ids) {
      plan.problems.push(noteOn(read, 'line_number', 'line_taken', lineTaken(holder)))
      continue
    }
    const after = afterRow(row, before, ids, managers)
    if (row.responsible_manager_ref !== '' && !managers.has(row.responsible_manager_ref)) {
      plan.warnings.push(noteOn(read, 'responsible_manager_ref', 'unknown_manager', NO_SUCH_MANAGER))
    }
    const columns = before === undefined ? [] : differences(before, after)
    const ref = `${row.agency}, ${row.branch}`
    if (before !== undefined && columns.length === 0)
      plan.unchanged.set(read.file, (plan.unchanged.get(read.file) ?? 0) + 1)
    else {
      plan.changes.push({
        isNew: before === undefined,
        isNewAgency: !stored.some((one) => one.agencyId === ids.agencyId),
        branch: after,
      })
      plan.outcomes.push({
        file: read.file,
        line: read.line,
        kind: 'agency',
        ref,
        what: before === undefined ? 'new' : 'changed',
        columns,
      })
    }
  }
  return plan
}

/** A new branch decides and records, but contacts nobody, until somebody says otherwise. */
const CAREFUL_WATCH = 'shadow'

const NO_SUCH_MANAGER =
  'No manager of this reference is known, so nobody is the responsible person. Import the on-call file, then this file again.'

function isSame(one: { agency: string; branch: string }, other: { agency: string; branch: string }): boolean {
  return one.agency === other.agency && one.branch === other.branch
}

/** Whose a line is: the branch's that has it already, else the first one's that asks for it. */
function holderOf(
  line: string,
  stored: readonly StoredBranch[],
  named: readonly NamedBranch[],
): NamedBranch | undefined {
  const asking = named.filter((one) => one.lineNumber === line)
  const had = asking.find((one) =>
    stored.some((before) => before.branchId === one.branchId && before.lineNumber === line),
  )
  return had ?? asking[0]
}

function afterRow(
  row: AgencyRow,
  before: StoredBranch | undefined,
  ids: NamedBranch,
  managers: ReadonlyMap<string, string>,
): StoredBranch {
  return {
    ...ids,
    agencyAddress: row.agency_address || (before?.agencyAddress ?? ''),
    nation: row.nation,
    watch: row.watch || (before?.watch ?? CAREFUL_WATCH),
    officeNumber: row.office_number || (before?.officeNumber ?? ''),
    lastResortNumber: row.last_resort_number || (before?.lastResortNumber ?? ''),
    officeHours: row.office_hours || (before?.officeHours ?? ''),
    onCallTiers: row.on_call_tiers === null ? (before?.onCallTiers ?? '') : String(row.on_call_tiers),
    responsibleManagerId: managers.get(row.responsible_manager_ref) ?? before?.responsibleManagerId,
  }
}

function differences(before: StoredBranch, after: StoredBranch): CellChange[] {
  return COLUMNS.flatMap(([key, column]) => {
    const [was, now] = [before[key] ?? '', after[key] ?? '']
    return was === now ? [] : [{ column, was, now }]
  })
}

const COLUMNS = [
  ['agencyAddress', 'agency_address'],
  ['zone', 'zone'],
  ['nation', 'nation'],
  ['watch', 'watch'],
  ['lineNumber', 'line_number'],
  ['officeNumber', 'office_number'],
  ['lastResortNumber', 'last_resort_number'],
  ['officeHours', 'office_hours'],
  ['onCallTiers', 'on_call_tiers'],
  ['responsibleManagerId', 'responsible_manager_ref'],
] as const

function lineTaken(by: NamedBranch | undefined): string {
  return `This line belongs to ${by?.agency ?? 'another agency'}, ${by?.branch ?? ''}. Every branch needs a line of its own.`
}

function noteOn(read: ReadRow<AgencyRow>, column: keyof AgencyRow, reason: string, message: string): RowNote {
  return { file: read.file, line: read.line, column, value: String(read.row[column] ?? ''), reason, message }
}
