import type { Instant } from '../cellar/local-time.ts'
import type { OnCall } from '../on-call/ladder.ts'
import type { Stretch } from '../on-call/plan.ts'
import type { Database } from './database.ts'
import { branchesById } from './load/branches.ts'
import { loadOnCall } from './load/on-call.ts'

/** A branch that has a line, by name. */
export interface NamedBranch {
  id: string
  name: string
}

/** The branches whose plan can be looked at: those that have a line. */
export async function branchesWithLines(database: Database): Promise<NamedBranch[]> {
  return database.$queryRaw<NamedBranch[]>`
    SELECT b.id, b.name FROM branch b WHERE EXISTS (SELECT 1 FROM phone_line l WHERE l.branch_id = b.id AND l.use = 'main') ORDER BY b.name`
}

/** The on-call plan of a branch for a stretch of time, as the line itself reads it. */
export async function readOnCall(database: Database, branchId: string, stretch: Stretch): Promise<OnCall> {
  return database.$transaction(async (tx) => {
    const branch = (await branchesById(tx, [branchId])).get(branchId)
    if (branch === undefined) throw new Error(`branch ${branchId} is not stored`)
    return loadOnCall(tx, branch, stretch)
  })
}

/** A manager as a command names them. */
export interface NamedManager {
  id: string
  ref: string
  name: string
}

export async function managersOf(database: Database, branchId: string): Promise<NamedManager[]> {
  const rows = await database.manager.findMany({ where: { branchId }, orderBy: { ref: 'asc' } })
  return rows.map(({ id, ref, firstName, lastName }) => ({ id, ref, name: `${firstName} ${lastName}` }))
}

export interface NewOverride {
  id: string
  tier: number
  managerId: string
  insteadOf: string | undefined
  startsAt: Instant
  endsAt: Instant
}

/** Records who holds a tier in whose place, by whom and why; what was recorded before stays. The plan is looked at anew. */
export async function recordOverrides(
  database: Database,
  branchId: string,
  overrides: readonly NewOverride[],
  entered: { by: string; reason: string; at: Instant },
): Promise<void> {
  const { by, reason, at } = entered
  await database.$transaction(async (tx) => {
    for (const { insteadOf, startsAt, endsAt, ...rest } of overrides) {
      await tx.shiftOverride.create({
        data: {
          ...rest,
          branchId,
          insteadOf: insteadOf ?? null,
          startsAt: new Date(startsAt),
          endsAt: new Date(endsAt),
          by,
          reason,
          recordedAt: new Date(at),
        },
      })
    }
    // a swap that begins now is a hand-over too: the look must not have passed it already
    await tx.$executeRaw`
      UPDATE on_call_watch SET next_due_at = ${new Date(at)}, looked_at = least(looked_at, ${new Date(at - 1)}) WHERE branch_id = ${branchId}::uuid`
  })
}
