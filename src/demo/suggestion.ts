import type { Instant, LocalDate, Zone } from '../cellar/local-time.ts'
import { addDays, toLocal } from '../cellar/local-time.ts'
import { fullName, numberOf } from './handsets.ts'
import type { DemoManager } from './on-call.ts'
import type { DemoServiceUser } from './service-users.ts'
import { isCalm } from './service-users.ts'
import type { DemoVisit } from './visits.ts'

/** Whose phone to take first, and whose will ring. Numbers are E.164, `at` is the visit's planned start. */
export interface Suggestion {
  careWorker: PhoneOwner
  serviceUser: PhoneOwner & { at: Instant }
  manager: PhoneOwner
  visitRef: string
}

export interface PhoneOwner {
  number: string
  name: string
}

interface SuggestionDeps {
  zone: Zone
  people: readonly DemoServiceUser[]
  managers: readonly DemoManager[]
  visitsOn: (date: LocalDate) => DemoVisit[]
}

/** A visit from half an hour to an hour and a half away leaves a newcomer time, and LATE 20 makes sense. */
const SOONEST_MS = 30 * 60_000
const LATEST_MS = 90 * 60_000
/** Best of all is about this far away. */
const BEST_MS = 45 * 60_000
const BEFORE_MS = 12 * 3_600_000

/**
 * A care worker whose next visit starts in 30 to 90 minutes and goes to somebody whose phone rings at home and who can be
 * told anything; one who is not at a visit right now, where there is a choice. The responsible manager is told too.
 */
export function suggestionAt(now: Instant, deps: SuggestionDeps): Suggestion | undefined {
  const [manager] = deps.managers
  const found = candidatesAt(now, deps).toSorted((one, other) => awkwardness(one, now) - awkwardness(other, now))[0]
  if (manager === undefined || found === undefined) return undefined
  const { visit } = found
  const [careWorker] = visit.careWorkers
  if (careWorker === undefined) return undefined
  const { person } = visit
  return {
    careWorker: { number: numberOf(careWorker.mobile), name: fullName(careWorker) },
    serviceUser: {
      number: numberOf(person.channel === 'voice_mobile' ? person.mobile : person.landline),
      name: `${person.title} ${fullName(person)}`,
      at: visit.start,
    },
    manager: { number: numberOf(manager.phone1), name: fullName(manager) },
    visitRef: visit.ref,
  }
}

interface Candidate {
  visit: DemoVisit
  /** the care worker is at another visit now */
  busy: boolean
}

function candidatesAt(now: Instant, deps: SuggestionDeps): Candidate[] {
  const today = toLocal(now, deps.zone).date
  const near = [addDays(today, -1), today, addDays(today, 1)]
    .flatMap(deps.visitsOn)
    .filter((visit) => visit.status === 'planned' && visit.end > now - BEFORE_MS && visit.start <= now + LATEST_MS)
  const next = new Map<string, DemoVisit>()
  const busy = new Set<string>()
  for (const visit of near) {
    for (const worker of visit.careWorkers.filter((one) => one !== undefined)) {
      if (visit.start > now && !next.has(worker.ref)) next.set(worker.ref, visit)
      if (visit.start <= now && visit.end > now) busy.add(worker.ref)
    }
  }
  return [...next].flatMap(([ref, visit]) => {
    const early = visit.start < now + SOONEST_MS
    return early || visit.careWorkers.length > 1 || !isCalm(visit.person) ? [] : [{ visit, busy: busy.has(ref) }]
  })
}

function awkwardness({ visit, busy }: Candidate, now: Instant): number {
  return Math.abs(visit.start - now - BEST_MS) + (busy ? LATEST_MS : 0)
}
