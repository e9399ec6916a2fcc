import type { Instant } from '../../cellar/local-time.ts'
import type { NewId } from '../../cellar/ports.ts'
import { FILE_KINDS } from '../import/columns.ts'
import type { ImportReport, PlanPart } from '../import/import-report.ts'
import { onCallWarnings } from '../../on-call/after-import.ts'
import { columnsOf } from '../import/people-rows.ts'
import { chooseBranch, nameBranches, planAgency } from '../import/plan-agency.ts'
import type { PeoplePlan } from '../import/plan-people.ts'
import { planPeople } from '../import/plan-people.ts'
import { planVisits } from '../import/plan-visits.ts'
import type { FileProblem, RecognisedFile, SourceFile } from '../import/read-file.ts'
import { readFile } from '../import/read-file.ts'
import { readPeopleFiles, readVisitFiles } from '../import/read-import.ts'
import type { ReadVisits } from '../import/read-visits.ts'
import { reportOf, stoppedReport, withOwnNames } from '../import/report-of.ts'
import type { ImportContext, RotaChanges, StoredPeople, StoredVisit } from '../import/rota-changes.ts'
import { storedText } from '../import/rota-changes.ts'
import { stillMissing } from '../import/still-missing.ts'
import type { CarrierLimits, PlaceOfImport, RotaStore, RotaTransaction } from './rota-store.ts'

export interface ImportOptions {
  /** show what would change, write nothing */
  dryRun?: boolean
  /** the branch the files are for, where there are several */
  branch?: string
  /** the rota system the visits come from; references of two systems may be the same */
  source?: string
}

export interface ImportDeps {
  store: RotaStore
  now: () => Instant
  newId: NewId
  carrier: CarrierLimits
  /** called now and then while rows are written */
  onProgress?: (done: number, total: number) => void
}

/**
 * Imports files of people, visits and on-call shifts, all of them in one transaction. Rows that cannot be taken are
 * refused one by one; a file that cannot be read as a whole stops the call before anything is written. Run twice, the
 * second time changes nothing.
 */
export async function importRota(
  files: readonly SourceFile[],
  options: ImportOptions,
  deps: ImportDeps,
): Promise<ImportReport> {
  const dryRun = options.dryRun ?? false
  const read = files.map((file) => readFile(file, columnsOf))
  const problems = read.filter((one): one is FileProblem => 'message' in one)
  if (problems.length > 0) return stoppedReport(problems, dryRun)
  const recognised = withOwnNames(read.filter((one): one is RecognisedFile => 'kind' in one))
  const inOrder = FILE_KINDS.flatMap((kind) => recognised.filter((file) => file.kind === kind))
  return deps.store.inTransaction((rota) => importInto(rota, inOrder, options, deps))
}

async function importInto(
  rota: RotaTransaction,
  files: readonly RecognisedFile[],
  options: ImportOptions,
  deps: ImportDeps,
): Promise<ImportReport> {
  const dryRun = options.dryRun ?? false
  const { rows, readings } = readPeopleFiles(files)
  const branches = await rota.branches()
  const named = nameBranches(rows.agency, branches, deps.newId)
  const others = files.filter((file) => file.kind !== 'agency')
  const branch = chooseBranch(named, options.branch)
  if (typeof branch === 'string' && others.length > 0) {
    return stoppedReport(
      others.map((file) => ({ file: file.name, line: 1, message: branch })),
      dryRun,
    )
  }
  const place =
    typeof branch === 'string' ? undefined : { ...branch, source: options.source ?? USUAL_SOURCE, now: deps.now() }
  const context: ImportContext = {
    zone: place?.zone ?? 'utc',
    now: deps.now(),
    newId: deps.newId,
    ownNumbers: named.map((one) => one.lineNumber),
  }
  const shiftRefs = rows.onCall.map((one) => one.row.shift_ref)
  const stored = place === undefined ? NOBODY_STORED : await rota.people(place.branchId, shiftRefs, context.now)
  const people = planPeople(rows, stored, context)
  const agency = planAgency(rows.agency, branches, named, people.ids.managers)
  const visits = readVisitFiles(files, people.directory, context.zone)
  const visitPlan =
    place === undefined ? undefined : await planWithStored(rota, visits.visits, people, stored, place, context, dryRun)
  if (!dryRun) {
    await rota.saveBranches(agency.changes, deps.carrier, context.now)
    if (place !== undefined) await saveWithProgress(rota, visitPlan?.changes ?? people.changes, place, deps)
  }
  const parts: PlanPart[] = [agency, people, ...(visitPlan === undefined ? [] : [visitPlan.part])]
  const report = reportOf([...readings, ...visits.readings], parts, !dryRun, dryRun)
  const after = [...agency.changes.map((one) => one.branch), ...branches].find(
    (one) => one.branchId === place?.branchId,
  )
  return {
    ...report,
    stillMissing:
      place === undefined
        ? []
        : [
            ...stillMissing(after, people.changes, stored, context),
            ...onCallWarnings(after, people.changes, stored, context),
          ],
    changedVisits: dryRun ? [] : changedVisits(visitPlan?.changes),
  }
}

/** The rota system that is meant when none is named. */
const USUAL_SOURCE = 'rota'

const NOBODY_STORED: StoredPeople = {
  funders: new Map(),
  careWorkers: new Map(),
  serviceUsers: new Map(),
  contacts: new Map(),
  managers: new Map(),
  shifts: new Map(),
  exclusions: [],
}

interface VisitPlan {
  changes: RotaChanges
  part: PlanPart
}

/**
 * Plans the visits against what is stored. The visits that will change are then locked and read again, and the plan is
 * made anew: a visit that somebody moved in between is not written over.
 */
async function planWithStored(
  rota: RotaTransaction,
  read: Pick<ReadVisits, 'visits' | 'refusedRefs'>,
  people: PeoplePlan,
  storedPeople: StoredPeople,
  place: PlaceOfImport,
  context: ImportContext,
  dryRun: boolean,
): Promise<VisitPlan> {
  const reasons = timeCriticalReasons(people, storedPeople)
  const visitPeople = { ...people.ids, timeCriticalReason: (ref: string) => reasons.get(ref) ?? '' }
  const plan = (stored: ReadonlyMap<string, StoredVisit>): VisitPlan => {
    const changes = { ...people.changes, visits: [], visitPlans: [], closedAllocations: [], allocations: [] }
    return { changes, part: planVisits(changes, read, stored, visitPeople, context) }
  }
  const days = read.visits.map((visit) => visit.localDate).toSorted()
  const [from, until] = [days[0], days.at(-1)]
  if (from === undefined || until === undefined) return plan(new Map())
  const refs = read.visits.flatMap((visit) => visit.ref ?? [])
  const stored = await rota.visits({ branchId: place.branchId, source: place.source, refs, from, until })
  const first = plan(stored)
  const changing = first.changes.visits.filter((visit) => !visit.isNew).map((visit) => visit.id)
  if (dryRun || changing.length === 0) return first
  const locked = await rota.lockVisits(changing)
  return plan(new Map([...stored, ...locked.map((visit) => [visit.ref, visit] as const)]))
}

/** Visits that were stored before and are planned or staffed otherwise now. */
function changedVisits(changes: RotaChanges | undefined): string[] {
  if (changes === undefined) return []
  const touched = [...changes.visitPlans, ...changes.closedAllocations, ...changes.allocations].map(
    (one) => one.visitId,
  )
  const added = new Set(changes.visits.filter((one) => one.isNew).map((one) => one.id))
  return [...new Set(touched)].filter((id) => !added.has(id))
}

/** Why each service user's visits may be time-critical, for files that do not say it of the visit. */
function timeCriticalReasons(people: PeoplePlan, stored: StoredPeople): Map<string, string> {
  const known = [...stored.serviceUsers].map(
    ([ref, one]) => [ref, storedText(one.row, 'time_critical_reason')] as const,
  )
  const now = people.changes.serviceUsers.map(({ row }) => [row.service_user_ref, row.time_critical_reason] as const)
  return new Map([...known, ...now])
}

async function saveWithProgress(
  rota: RotaTransaction,
  changes: RotaChanges,
  place: PlaceOfImport,
  deps: ImportDeps,
): Promise<void> {
  const total = Object.values(changes).reduce(
    (sum: number, list: unknown) => sum + (Array.isArray(list) ? list.length : 0),
    0,
  )
  let done = 0
  await rota.save(changes, place, (rows) => {
    done += rows
    deps.onProgress?.(Math.min(done, total), total)
  })
}
