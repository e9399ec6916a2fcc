import type { Instant } from '../../cellar/local-time.ts'
import type { Stored, StoredBranch, StoredPeople } from '../../rota/import/rota-changes.ts'
import type { Transaction } from '../database.ts'

/** Every branch with its agency and main line. */
export async function loadBranches(tx: Transaction): Promise<StoredBranch[]> {
  const rows = await tx.branch.findMany({ include: { agency: true }, orderBy: { name: 'asc' } })
  const lines = await tx.phoneLine.findMany({ where: { use: 'main' } })
  const plans = await tx.onCallPlan.findMany({ orderBy: { version: 'asc' } })
  return rows.map((row) => ({
    ...planColumns(plans.findLast((plan) => plan.branchId === row.id)?.rules),
    agencyId: row.agencyId,
    agency: row.agency.name,
    agencyAddress: row.agency.address,
    branchId: row.id,
    branch: row.name,
    zone: row.zone,
    nation: row.nation,
    watch: row.watchMode,
    lineNumber: lines.find((line) => line.branchId === row.id)?.e164 ?? '',
    officeNumber: row.officeNumber ?? '',
    lastResortNumber: row.lastResortNumber ?? '',
    responsibleManagerId: row.responsibleManagerId ?? undefined,
  }))
}

function planColumns(rules: unknown): Pick<StoredBranch, 'officeHours' | 'onCallTiers'> {
  const { officeHours, tiers } = objectOf(rules)
  return {
    officeHours: typeof officeHours === 'string' ? officeHours : '',
    onCallTiers: typeof tiers === 'number' ? String(tiers) : '',
  }
}

/** Everybody of a branch, and its shifts: those that are not over and those of the given references. */
export async function loadPeople(
  tx: Transaction,
  branchId: string,
  shiftRefs: readonly string[],
  now: Instant,
): Promise<StoredPeople> {
  const where = { branchId }
  const select = { id: true, ref: true, importedRow: true } as const
  const funders = await tx.commissioner.findMany({ where: { agencyId: await agencyOf(tx, branchId) }, select })
  const careWorkers = await tx.careWorker.findMany({ where, select })
  const contacts = await tx.serviceUserContact.findMany({ where, select })
  const managers = await tx.manager.findMany({ where, select })
  const shifts = await tx.shift.findMany({
    where: { branchId, OR: [{ endsAt: { gt: new Date(now) } }, { ref: { in: [...shiftRefs] } }] },
    select: { ...select, startsAt: true },
  })
  const exclusions = await tx.exclusion.findMany({ where: { careWorkerId: { in: careWorkers.map((one) => one.id) } } })
  return {
    funders: byRef(funders),
    careWorkers: byRef(careWorkers),
    serviceUsers: await loadServiceUsers(tx, branchId),
    contacts: byRef(contacts),
    managers: byRef(managers),
    shifts: new Map(shifts.map((one) => [one.ref, { ...storedOf(one), startsAt: one.startsAt.getTime() }])),
    exclusions,
  }
}

interface ServiceUserRow {
  id: string
  ref: string
  imported_row: unknown
  statuses: { status: string; from: number; until: number | null; received: number }[] | null
  plan_version: number | null
  contract_from: Date | null
}

async function loadServiceUsers(tx: Transaction, branchId: string): Promise<StoredPeople['serviceUsers']> {
  const rows = await tx.$queryRaw<ServiceUserRow[]>`
    SELECT s.id, s.ref, s.imported_row,
           (SELECT jsonb_agg(jsonb_build_object(
                     'status', t.status, 'from', extract(epoch FROM t.from_at) * 1000,
                     'until', extract(epoch FROM t.until_at) * 1000, 'received', extract(epoch FROM t.received_at) * 1000))
              FROM service_user_status t WHERE t.service_user_id = s.id) AS statuses,
           (SELECT max(p.version) FROM response_plan p WHERE p.service_user_id = s.id) AS plan_version,
           (SELECT max(c.valid_from) FROM contract c WHERE c.service_user_id = s.id) AS contract_from
      FROM service_user s WHERE s.branch_id = ${branchId}::uuid`
  return new Map(
    rows.map((row) => [
      row.ref,
      {
        id: row.id,
        row: objectOf(row.imported_row),
        statuses: (row.statuses ?? []).map(({ status, from, until, received }) => ({
          status,
          fromAt: from,
          untilAt: until ?? undefined,
          receivedAt: received,
        })),
        planVersion: row.plan_version ?? 0,
        contractFrom: row.contract_from?.getTime(),
      },
    ]),
  )
}

async function agencyOf(tx: Transaction, branchId: string): Promise<string> {
  const branch = await tx.branch.findUnique({ where: { id: branchId }, select: { agencyId: true } })
  return branch?.agencyId ?? branchId
}

interface RefRow {
  id: string
  ref: string
  importedRow: unknown
}

function byRef(rows: readonly RefRow[]): Map<string, Stored> {
  return new Map(rows.map((row) => [row.ref, storedOf(row)]))
}

function storedOf(row: RefRow): Stored {
  return { id: row.id, row: objectOf(row.importedRow) }
}

/** A JSON column as the plain object it was written as. */
export function objectOf(json: unknown): Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? { ...json } : {}
}
