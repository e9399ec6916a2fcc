import { parsePhoneNumber } from '../../cellar/phone-number.ts'
import { nationOf } from '../../on-call/bank-holidays.ts'
import type { OnCall, OnCallPerson } from '../../on-call/ladder.ts'
import type { Stretch } from '../../on-call/plan.ts'
import type { DutyRota, HandOver, OnCallShift, ShiftOverride } from '../../on-call/shifts.ts'
import { readOfficeHours } from '../../rota/office-hours.ts'
import type { Transaction } from '../database.ts'
import type { LoadedBranch } from './branches.ts'
import { storedNumber } from './numbers.ts'
import { ms } from './sql.ts'

/** How far back shifts and hand-overs are looked for: a phone that was not handed over may be kept for days. */
const LOOKED_BACK_MS = 8 * 24 * 60 * 60_000

/** Everything that says who is rung in a branch within a stretch of time. */
export async function loadOnCall(tx: Transaction, branch: LoadedBranch, stretch: Stretch): Promise<OnCall> {
  const row = await readRota(tx, branch.branchId, stretch)
  const rota = rotaOf(row)
  const responsible = branch.facts.responsible?.id
  const ids = [
    ...rota.shifts.map((one) => one.managerId),
    ...rota.overrides.map((one) => one.managerId),
    ...rota.handOvers.flatMap((one) => one.from ?? []),
    ...(responsible === undefined ? [] : [responsible]),
  ]
  return {
    plan: {
      zone: branch.facts.zone,
      nation: nationOf(row.nation),
      officeHours: readOfficeHours(row.rules?.officeHours ?? '') ?? [],
      tiers: row.rules?.tiers ?? 1,
    },
    rota,
    people: await onCallPeople(tx, ids),
    officeNumber: branch.facts.officeNumber,
    responsible,
    lastResort: branch.lastResort,
  }
}

/** What the row of a plan holds; the highest version that is in force counts. */
export interface StoredPlan {
  officeHours?: string
  tiers?: number
}

interface RotaRow {
  nation: string
  rules: StoredPlan | null
  shifts: OnCallShift[]
  overrides: (Omit<ShiftOverride, 'insteadOf'> & { insteadOf: string | null })[]
  hand_overs: (Omit<HandOver, 'from' | 'takenAt'> & { from: string | null; takenAt: number | null })[]
}

async function readRota(tx: Transaction, branchId: string, { from, until }: Stretch): Promise<RotaRow> {
  const [end, back] = [new Date(until), new Date(from - LOOKED_BACK_MS)]
  const [row] = await tx.$queryRaw<RotaRow[]>`
    SELECT b.nation,
           (SELECT p.rules FROM on_call_plan p WHERE p.branch_id = b.id AND p.valid_from <= ${end} ORDER BY p.version DESC LIMIT 1) AS rules,
           (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'tier', s.tier, 'managerId', s.manager_id,
                                                         'startsAt', ${ms('s.starts_at')}, 'endsAt', ${ms('s.ends_at')})), '[]')
              FROM shift s WHERE s.branch_id = b.id AND s.starts_at < ${end} AND s.ends_at > ${back}) AS shifts,
           (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'tier', o.tier, 'managerId', o.manager_id, 'insteadOf', o.instead_of,
                                                         'startsAt', ${ms('o.starts_at')}, 'endsAt', ${ms('o.ends_at')}, 'recordedAt', ${ms('o.recorded_at')})), '[]')
              FROM shift_override o WHERE o.branch_id = b.id AND o.starts_at < ${end} AND o.ends_at > ${back}) AS overrides,
           (SELECT coalesce(jsonb_agg(jsonb_build_object('tier', h.tier, 'from', h.from_manager_id, 'to', h.to_manager_id,
                                                         'dueAt', ${ms('h.due_at')}, 'takenAt', ${ms('h.taken_at')})), '[]')
              FROM handover h WHERE h.branch_id = b.id AND h.due_at < ${end} AND h.due_at > ${back}) AS hand_overs
      FROM branch b WHERE b.id = ${branchId}::uuid`
  if (row === undefined) throw new Error(`branch ${branchId} is not stored`)
  return row
}

function rotaOf(row: RotaRow): DutyRota {
  return {
    shifts: row.shifts,
    overrides: row.overrides.map((one) => ({ ...one, insteadOf: one.insteadOf ?? undefined })),
    handOvers: row.hand_overs.map((one) => ({
      ...one,
      from: one.from ?? undefined,
      takenAt: one.takenAt ?? undefined,
    })),
  }
}

interface PersonRow {
  id: string
  first_name: string
  last_name: string
  numbers: { number: string; testedAt: number | null; unreachableAt: number | null }[]
}

async function onCallPeople(tx: Transaction, ids: readonly string[]): Promise<Map<string, OnCallPerson>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await tx.$queryRaw<PersonRow[]>`
    SELECT m.id, m.first_name, m.last_name,
           coalesce(jsonb_agg(jsonb_build_object('number', n.number, 'testedAt', ${ms('p.tested_at')}, 'unreachableAt', ${ms('p.unreachable_at')})
                              ORDER BY n.ord, n.number) FILTER (WHERE n.id IS NOT NULL), '[]') AS numbers
      FROM manager m LEFT JOIN person_number n ON n.party_id = m.id LEFT JOIN phone_number p ON p.e164 = n.number
     WHERE m.id = ANY(${wanted}::uuid[]) GROUP BY m.id`
  return new Map(rows.map((row) => [row.id, personOf(row)]))
}

/** A number that two roles have stands once; what cannot be read as one cannot be rung. */
function personOf({ id, first_name: firstName, last_name: lastName, numbers }: PersonRow): OnCallPerson {
  const each = numbers.filter(
    (one, at) =>
      parsePhoneNumber(one.number) !== undefined && numbers.findIndex((two) => two.number === one.number) === at,
  )
  return {
    id,
    firstName,
    lastName,
    numbers: each.map((one) => ({
      number: storedNumber(one.number),
      testedAt: one.testedAt ?? undefined,
      unreachableAt: one.unreachableAt ?? undefined,
    })),
  }
}
