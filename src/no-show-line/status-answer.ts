import type { Instant } from '../cellar/local-time.ts'
import { visitStatus, type VisitStatus } from '../lateness/visit-status.ts'
import { packageStatusAt } from '../rota/package-status.ts'
import type { CareWorkerFacts, ServiceUserFacts, VisitFacts } from '../rota/visit-facts.ts'
import { currentPlan } from '../rota/visit-now.ts'

/** How far back a visit may have ended, by its plan, that a call now is still about. */
export const LOOK_BACK_MS = 4 * 60 * 60_000
/** How far ahead the next care worker is told. */
export const LOOK_AHEAD_MS = 36 * 60 * 60_000
/** A visit that has been, or is on, is told of so long after it should be over. */
const JUST_NOW_MS = 60 * 60_000
/** Whoever rings so long before a visit asks about that one. */
const SOON_MS = 60 * 60_000

/** One visit and how it stands, where that can be told. */
type Telling = Extract<VisitStatus, { kind: 'logged-in' | 'logged-out' | 'not-coming' | 'running-late' | 'nobody-yet' }>

export interface NextVisit {
  at: Instant
  /** undefined where nobody is down for it, or whoever is does not come */
  careWorker: CareWorkerFacts | undefined
}

/** What a household that asks is told of one service user, by voice and by text alike. */
export interface StatusAnswer {
  serviceUser: ServiceUserFacts
  /** the visit that is meant; undefined where none is near */
  visit: VisitFacts | undefined
  told:
    | Telling
    /** none is due now: the one to come */
    | ({ kind: 'next' } & NextVisit)
    | { kind: 'nothing-to-come' }
    /** the line tells this household nothing now: in hospital, away, ended, or somebody has died */
    | { kind: 'silence' }
  /** the visit to come after one that has been */
  after: NextVisit | undefined
  /** what asking is, as a fact of the visit: a report, or asked before anything is late (P-020, P-139) */
  report: 'no-show-report' | 'asked-early' | undefined
}

/**
 * The answer to "is anybody coming?" (P-020, P-021): one true status of the visit that is meant, and never a time that
 * was taken back, overtaken or is over.
 *
 * @param visits theirs from LOOK_BACK_MS before to LOOK_AHEAD_MS after now, by planned start
 */
export function statusAnswer(serviceUser: ServiceUserFacts, visits: readonly VisitFacts[], now: Instant): StatusAnswer {
  if (packageStatusAt(serviceUser.statuses, now) !== 'active') return without(serviceUser, { kind: 'silence' })
  const all = visits.map((visit) => ({ visit, status: visitStatus(visit, now) }))
  const meant = meantNow(all, now)
  const next = nextOf(all, now)
  if (meant !== undefined) {
    const after = meant.status.kind === 'logged-out' ? next?.next : undefined
    return { serviceUser, visit: meant.visit, told: meant.status, after, report: reportOf(meant.status) }
  }
  if (next === undefined) return without(serviceUser, { kind: 'nothing-to-come' })
  const { visit, status } = next
  const soon = currentPlan(visit).plannedStart <= now + SOON_MS
  const changed = status.kind === 'running-late' || (status.kind === 'not-coming' && soon) ? status : undefined
  const told = changed ?? ({ kind: 'next', ...next.next } as const)
  return { serviceUser, visit, told, after: undefined, report: soon ? 'asked-early' : undefined }
}

function without(serviceUser: ServiceUserFacts, told: StatusAnswer['told']): StatusAnswer {
  return { serviceUser, visit: undefined, told, after: undefined, report: undefined }
}

interface Standing {
  visit: VisitFacts
  status: VisitStatus
}

/** The last visit that should have begun and nobody is at; else the one that somebody is at, or has just been at. */
function meantNow(all: readonly Standing[], now: Instant): { visit: VisitFacts; status: Telling } | undefined {
  const begun = all.findLast(({ visit, status }) => startOf(visit) <= now && isTelling(status))
  const on = all.findLast(({ visit, status }) => status.kind === 'logged-in' && isRecent(visit, status.at, now))
  const later = on !== undefined && (begun === undefined || startOf(on.visit) > startOf(begun.visit)) ? on : begun
  if (later === undefined || !isTelling(later.status)) return undefined
  const { visit, status } = later
  const over = status.kind === 'logged-in' || status.kind === 'logged-out'
  return over && !isRecent(visit, status.at, now) ? undefined : { visit, status }
}

function isTelling(status: VisitStatus): status is Telling {
  return status.kind !== 'not-to-take-place' && status.kind !== 'to-come'
}

function isRecent(visit: VisitFacts, at: Instant, now: Instant): boolean {
  return now < Math.max(at, currentPlan(visit).plannedEnd) + JUST_NOW_MS
}

function nextOf(all: readonly Standing[], now: Instant): (Standing & { next: NextVisit }) | undefined {
  for (const { visit, status } of all) {
    if (startOf(visit) <= now) continue
    if (status.kind === 'to-come') return { visit, status, next: { at: status.at, careWorker: status.careWorker } }
    if (status.kind === 'running-late') return { visit, status, next: { at: status.by, careWorker: status.careWorker } }
    if (status.kind === 'not-coming') return { visit, status, next: { at: startOf(visit), careWorker: undefined } }
  }
  return undefined
}

function reportOf(status: Telling): StatusAnswer['report'] {
  switch (status.kind) {
    case 'nobody-yet':
      return status.early ? 'asked-early' : 'no-show-report'
    case 'not-coming':
      return 'no-show-report'
    case 'running-late':
      return 'asked-early'
    case 'logged-in':
    case 'logged-out':
      return undefined
  }
}

function startOf(visit: VisitFacts): Instant {
  return currentPlan(visit).plannedStart
}
