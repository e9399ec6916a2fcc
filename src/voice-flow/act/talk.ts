import type { Instant } from '../../cellar/local-time.ts'
import type { KnownPerson, Loading } from '../../matter/act/store.ts'
import type { VisitPicture } from '../../matter/matter-facts.ts'
import type { CareWorkerFacts, VisitFacts } from '../../rota/visit-facts.ts'
import { arrivedAt, currentPlan } from '../../rota/visit-now.ts'
import { visitToCome } from '../../texts/which-visit.ts'
import type { NoteName } from '../catalogue.ts'
import type { CallMemory, HeardNumber } from '../memory.ts'

const BEFORE_MS = 4 * 60 * 60_000
const AHEAD_MS = 14 * 60 * 60_000
const MINUTE_MS = 60_000

/** What a care worker's own call is about, as far as it is known at this turn. */
export interface Talk {
  /** the care workers who may be ringing, and whether somebody else may be */
  careWorkers: CareWorkerFacts[]
  shared: boolean
  /** who it is: the only one of this number, or the one who said so */
  careWorker: CareWorkerFacts | undefined
  visits: VisitFacts[]
  /** the one visit that is meant, or the two that may be */
  options: VisitFacts[]
  visit: VisitFacts | undefined
  number: HeardNumber | undefined
  /** when that number was said: minutes from now count from then */
  numberAt: Instant
  /** the visit whose time this call has moved, as it stands now */
  reported: VisitPicture | undefined
}

/** What a call keeps of it between turns: what was offered stays what "1" and "2" mean, whatever happens meanwhile. */
export interface KeptTalk {
  options?: Record<string, string[]>
  numberAt?: Instant
  reported?: string
}

export interface Loaded {
  careWorkers: CareWorkerFacts[]
  visits: Map<string, VisitFacts[]>
  shared: boolean
  reported: VisitPicture | undefined
}

/** Loads whoever may be ringing with their visits, which are locked. */
export async function loadTalk(tx: Loading, people: readonly KnownPerson[], kept: KeptTalk): Promise<Loaded> {
  const careWorkers = people.flatMap((p) => (p.kind === 'care-worker' ? [p.careWorker] : [])).toSorted(byName)
  const visits = new Map<string, VisitFacts[]>()
  for (const { id } of careWorkers) visits.set(id, await tx.visitsOf(id, tx.now - BEFORE_MS, tx.now + AHEAD_MS))
  const all = [...visits.values()].flat()
  const moved = kept.reported === undefined ? undefined : all.find((v) => v.ref === kept.reported)
  const reported = moved === undefined ? undefined : await tx.picture(moved.id)
  return { careWorkers, visits, shared: people.length > 1, reported }
}

/** The talk as it stands with what the call remembers. */
export function talkOf(loaded: Loaded, kept: KeptTalk, memory: CallMemory | undefined, now: Instant): Talk {
  const { careWorkers, shared, reported } = loaded
  const notes = memory?.notes ?? []
  const careWorker = whoSpeaks(loaded, notes)
  const visits = careWorker === undefined ? [] : (loaded.visits.get(careWorker.id) ?? [])
  const options = careWorker === undefined ? [] : optionsOf(visits, kept.options?.[careWorker.id], now)
  const visit = notes.includes('second-visit') ? options[1] : options[0]
  const number = memory?.number
  return { careWorkers, shared, careWorker, visits, options, visit, number, numberAt: kept.numberAt ?? now, reported }
}

/** When the visit starts by what was said: after the plan, or from the moment it was said, in whole minutes. */
export function newStart({ visit, number, numberAt }: Talk): Instant | undefined {
  if (visit === undefined || number === undefined) return undefined
  const from = number.is === 'minutes-from-now' ? numberAt : currentPlan(visit).plannedStart
  return Math.ceil((from + number.value * MINUTE_MS) / MINUTE_MS) * MINUTE_MS
}

/** Visits to come, the next first. */
export function toCome({ visits }: Talk, now: Instant): VisitFacts[] {
  return visits.filter(
    (v) => currentPlan(v).status === 'planned' && arrivedAt(v) === undefined && currentPlan(v).plannedEnd > now,
  )
}

/** What is kept for the next turn. */
export function keptAfter(kept: KeptTalk, talk: Talk, heardNumber: boolean, now: Instant): KeptTalk {
  const { careWorker, options } = talk
  const offered = careWorker === undefined ? {} : { [careWorker.id]: options.map((v) => v.ref) }
  return { ...kept, options: { ...kept.options, ...offered }, ...(heardNumber ? { numberAt: now } : {}) }
}

function whoSpeaks({ careWorkers, shared }: Loaded, notes: readonly NoteName[]): CareWorkerFacts | undefined {
  if (notes.includes('second-person')) return careWorkers[1]
  if (notes.includes('first-person') || !shared) return careWorkers[0]
  return undefined
}

function optionsOf(visits: VisitFacts[], offered: string[] | undefined, now: Instant): VisitFacts[] {
  if (offered !== undefined && offered.length > 0)
    return offered.flatMap((ref) => visits.filter((v) => v.ref === ref).slice(0, 1))
  const pick = visitToCome(visits, undefined, now, () => true)
  if (pick.kind === 'which') return pick.visits.slice(0, 2)
  return pick.kind === 'one' && currentPlan(pick.visit).status === 'planned' ? [pick.visit] : []
}

function byName(a: CareWorkerFacts, b: CareWorkerFacts): number {
  return a.knownAs < b.knownAs ? -1 : a.knownAs > b.knownAs ? 1 : a.id < b.id ? -1 : 1
}
