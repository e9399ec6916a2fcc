import type { Instant } from '../cellar/local-time.ts'
import type { CareWorkerFacts, VisitEvent, VisitFacts } from '../rota/visit-facts.ts'
import { careWorkersNow, happenedAt, inOrder, leftAt, standingEvents } from '../rota/visit-now.ts'
import { situationOf } from './situation.ts'

/** What may be said of one visit to whoever waits for it: facts the line has seen, and no time that does not hold. */
export type VisitStatus =
  /** cancelled, suspended, or the service user is elsewhere: nothing is said of it */
  | { kind: 'not-to-take-place' }
  | { kind: 'logged-in'; at: Instant; careWorker: CareWorkerFacts | undefined }
  | { kind: 'logged-out'; at: Instant; careWorker: CareWorkerFacts | undefined }
  /** whoever was to come has said that they do not */
  | { kind: 'not-coming'; careWorker: CareWorkerFacts | undefined }
  | { kind: 'running-late'; by: Instant; late: boolean; careWorker: CareWorkerFacts | undefined }
  | { kind: 'to-come'; at: Instant; careWorker: CareWorkerFacts | undefined }
  /** its time has come, and no log-in has; `early` while it is not late by the contract */
  | { kind: 'nobody-yet'; early: boolean; careWorker: CareWorkerFacts | undefined }

/** How a visit stands for whoever asks about it now (care-practice 3.3; design 1.5). Worked out from facts, never stored. */
export function visitStatus(visit: VisitFacts, now: Instant): VisitStatus {
  const situation = situationOf(visit, now)
  const { expectedStart, lateReport, notComing, plan } = situation
  const happened = inOrder(standingEvents(visit))
  const left = happened.findLast((event) => event.kind === 'left')
  const arrived = happened.findLast((event) => event.kind === 'arrived')
  if (!situation.contactAllowed) return { kind: 'not-to-take-place' }
  if (left !== undefined && (arrived === undefined || happenedAt(left) >= happenedAt(arrived)))
    return { kind: 'logged-out', at: happenedAt(left), careWorker: whoSaid(visit, left) }
  if (arrived !== undefined)
    return { kind: 'logged-in', at: firstLogIn(visit, arrived), careWorker: whoSaid(visit, arrived) }
  const [careWorker] = careWorkersNow(visit)
  if (notComing !== undefined) return { kind: 'not-coming', careWorker: whoSaid(visit, notComing) }
  if (lateReport !== undefined && expectedStart > now && expectedStart > plan.plannedStart)
    return {
      kind: 'running-late',
      by: expectedStart,
      late: situation.late,
      careWorker: careWorkersNow(visit).find(({ id }) => id === lateReport.careWorkerId) ?? careWorker,
    }
  if (expectedStart > now) return { kind: 'to-come', at: expectedStart, careWorker }
  const lateAt = expectedStart + visit.serviceUser.contract.lateMinutes * 60_000
  return { kind: 'nobody-yet', early: now <= lateAt, careWorker }
}

/** Who logs in twice was there from the first time on, unless they had left in between. */
function firstLogIn(visit: VisitFacts, last: VisitEvent): Instant {
  const leftBefore = leftAt(visit) ?? -Infinity
  const first = inOrder(standingEvents(visit)).find(
    (event) => event.kind === 'arrived' && happenedAt(event) >= leftBefore && event.careWorkerId === last.careWorkerId,
  )
  return happenedAt(first ?? last)
}

/** The care worker of a fact, where it names one that ever had the visit. */
function whoSaid({ allocations }: VisitFacts, { careWorkerId }: VisitEvent): CareWorkerFacts | undefined {
  return allocations.find((a) => a.careWorker !== undefined && a.careWorker.id === careWorkerId)?.careWorker
}
