import { isoWithOffset, toLocal } from '../../cellar/local-time.ts'
import { cellChanges } from './compare-rows.ts'
import type { CellChange, PlanPart, RowNote, Vanished } from './import-report.ts'
import { emptyPart } from './import-report.ts'
import type { ReadVisit } from './read-visit-row.ts'
import type { ImportContext, RotaChanges, StoredVisit, VisitRow } from './rota-changes.ts'
import type { WallClock } from './wall-clock.ts'
import { createWallClock } from './wall-clock.ts'

/** What is known of the people of the visits, stored or new in this call. */
export interface VisitPeople {
  serviceUsers: ReadonlyMap<string, string>
  careWorkers: ReadonlyMap<string, string>
  /** why the service user's visits may be time-critical; empty for most */
  timeCriticalReason: (serviceUserRef: string) => string
}

/**
 * What a file of visits changes. A new plan is a new revision, another care worker closes one allocation and opens
 * another; nothing is overwritten. Only what the file itself changed since it was last imported is touched, so cover that
 * was found here in between stays. Visits that lie ahead and are no longer in the file are reported.
 */
export function planVisits(
  changes: RotaChanges,
  read: { visits: readonly ReadVisit[]; refusedRefs: readonly string[] },
  stored: ReadonlyMap<string, StoredVisit>,
  people: VisitPeople,
  context: ImportContext,
): PlanPart {
  const plan = emptyPart()
  const refs = new Set(read.refusedRefs)
  const clock = createWallClock(context.zone)
  for (const visit of read.visits) {
    const ref = uniqueRef(visit, refs)
    refs.add(ref)
    const before = stored.get(ref)
    const row = rowOf(visit, clock)
    const columns = before === undefined ? [] : cellChanges(before.row, row)
    const serviceUserId = people.serviceUsers.get(visit.serviceUserRef)
    if (serviceUserId === undefined)
      throw new Error(`visit in line ${visit.line}: its service user was matched but is not stored`)
    if (before !== undefined && before.serviceUserId !== serviceUserId) plan.problems.push(otherPerson(visit, ref))
    else if (before !== undefined && columns.length === 0)
      plan.unchanged.set(visit.file, (plan.unchanged.get(visit.file) ?? 0) + 1)
    else {
      const id = before?.id ?? context.newId()
      changes.visits.push({ id, isNew: before === undefined, ref, serviceUserId, row, visit })
      planOne(changes, id, visit, before, columns, people, context)
      const what = before === undefined ? 'new' : 'changed'
      plan.outcomes.push({ file: visit.file, line: visit.line, kind: 'visits', ref, what, columns })
    }
  }
  plan.vanished = vanishedVisits(read.visits, refs, stored, context)
  return plan
}

/** The row as it is kept for the next comparison, and as a change is shown. */
export function rowOf(visit: ReadVisit, clock: WallClock): VisitRow {
  const slots: VisitRow = {}
  visit.careWorkerRefs.forEach((ref, index) => {
    slots[`care_worker_${index + 1}`] = ref ?? ''
    slots[`run_${index + 1}`] = visit.runRefs[index] ?? ''
    slots[`travel_min_${index + 1}`] = visit.travelMinutes[index] ?? null
  })
  return {
    planned_start: clock.iso(visit.start),
    planned_end: clock.iso(visit.end),
    status: visit.status,
    workers_required: visit.careWorkersRequired,
    ...slots,
    run_order: visit.runOrder ?? null,
    visit_type: visit.visitType,
    time_critical: visit.timeCritical ?? null,
    time_critical_reason: visit.timeCriticalReason,
    tolerance_min: visit.toleranceMinutes ?? null,
    funder_ref: visit.funderRef,
    package_ref: visit.packageRef,
    notes: visit.notes,
  }
}

const PLAN_COLUMNS = [
  'planned_start',
  'planned_end',
  'status',
  'time_critical',
  'time_critical_reason',
  'tolerance_min',
]

/** A file without references of its own: person and start name the visit. */
function uniqueRef(visit: ReadVisit, taken: ReadonlySet<string>): string {
  if (visit.ref !== undefined) return visit.ref
  const base = `${visit.serviceUserRef}@${isoWithOffset(visit.start, 'utc').slice(0, 16)}`
  for (let n = 1; ; n += 1) {
    const ref = n === 1 ? base : `${base}#${n}`
    if (!taken.has(ref)) return ref
  }
}

function planOne(
  changes: RotaChanges,
  visitId: string,
  visit: ReadVisit,
  before: StoredVisit | undefined,
  columns: readonly CellChange[],
  people: VisitPeople,
  context: ImportContext,
): void {
  const changed = new Set(columns.map((one) => one.column))
  if (before === undefined || PLAN_COLUMNS.some((column) => changed.has(column))) {
    const reason = before === undefined ? 'first import' : columns.map(({ column }) => column).join(', ')
    const usual = people.timeCriticalReason(visit.serviceUserRef)
    const timeCritical = visit.timeCritical ?? usual !== ''
    const timeCriticalReason = timeCritical ? visit.timeCriticalReason || usual : ''
    changes.visitPlans.push({ visitId, rev: (before?.rev ?? 0) + 1, visit, timeCritical, timeCriticalReason, reason })
  }
  const movedDay = before !== undefined && before.localDate !== visit.localDate
  const slots = Math.max(visit.careWorkerRefs.length, ...(before?.open.map((one) => one.slot) ?? []))
  for (let slot = 1; slot <= slots; slot += 1) {
    planSlot(changes, { visitId, visit, slot, before, changed, movedDay }, people, context)
  }
}

interface SlotToPlan {
  visitId: string
  visit: ReadVisit
  slot: number
  before: StoredVisit | undefined
  changed: ReadonlySet<string>
  movedDay: boolean
}

/** One place at the visit: the file's care worker where the file changed it, else whoever is there now. */
function planSlot(changes: RotaChanges, one: SlotToPlan, people: VisitPeople, context: ImportContext): void {
  const { visit, slot, before, changed, visitId } = one
  const ref = visit.careWorkerRefs[slot - 1]
  const careWorkerId = ref === undefined ? undefined : people.careWorkers.get(ref)
  const now = before?.open.find((open) => open.slot === slot)
  const dropped = slot > visit.careWorkerRefs.length && changed.has('workers_required')
  const otherWorker = before === undefined || changed.has(`care_worker_${slot}`) || dropped
  const sameWorker = now !== undefined && now.careWorkerId === careWorkerId
  const otherPlace =
    one.movedDay || [`run_${slot}`, `travel_min_${slot}`, 'run_order'].some((column) => changed.has(column))
  const oursToMove = now?.by === 'import' && sameWorker && otherPlace
  if (!(otherWorker && !sameWorker) && !oursToMove) return
  if (now !== undefined) changes.closedAllocations.push({ visitId, slot })
  if (careWorkerId === undefined) return
  changes.allocations.push({
    id: context.newId(),
    visitId,
    slot,
    careWorkerId,
    localDate: visit.localDate,
    runRef: visit.runRefs[slot - 1] ?? '',
    runOrder: visit.runOrder,
    travelMinutes: visit.travelMinutes[slot - 1],
  })
}

function otherPerson(visit: ReadVisit, ref: string): RowNote {
  const message =
    'This reference was imported before for a visit to another service user. Give the visit a reference of its own.'
  return {
    file: visit.file,
    line: visit.line,
    column: 'visit_ref',
    value: ref,
    reason: 'duplicate_ref_conflict',
    message,
  }
}

/** Planned visits ahead, within the days the files cover, that no row names. */
function vanishedVisits(
  visits: readonly ReadVisit[],
  refs: ReadonlySet<string>,
  stored: ReadonlyMap<string, StoredVisit>,
  context: ImportContext,
): Vanished[] {
  const days = visits.map((visit) => visit.localDate).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return []
  return [...stored.values()].flatMap((visit) => {
    const within = visit.localDate >= first && visit.localDate <= last
    if (!within || visit.start <= context.now || visit.status !== 'planned' || refs.has(visit.ref)) return []
    const { date, time } = toLocal(visit.start, context.zone)
    const message =
      'No longer in the file, and still planned. If it shall not happen, bring the row with status Cancelled.'
    return [{ kind: 'visits' as const, ref: visit.ref, what: `${date} ${time}`, message }]
  })
}
