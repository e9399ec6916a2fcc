import type { Change, NewVisitEvent, Place } from '../cellar/change.ts'
import { eventId } from '../cellar/ids.ts'
import type { CareWorkerId, DeliveryId } from '../cellar/ids.ts'
import type { Instant } from '../cellar/local-time.ts'
import type { NewId } from '../cellar/ports.ts'
import type { VisitEvent, VisitFacts } from '../rota/visit-facts.ts'
import type { NotComing } from '../rota/visit-now.ts'

/** Where a fact comes from: the care worker's text or call, stored once by its source and number. */
export interface SaidBy {
  careWorker: CareWorkerId
  source: 'text' | 'call'
  delivery: DeliveryId | string
  words: string
  receivedAt: Instant
}

/** What can be said about a visit. `missed`, `cannot-attend` and `sick`: whoever says it is not coming (rota/visit-now). */
type SaidKind =
  | 'late'
  | 'arrived'
  | 'left'
  | 'reason'
  | 'undo'
  | NotComing
  | 'found-missed'
  | 'no-reply'
  | 'frustrated'
  | 'on-my-way'
  | 'needs-more-time'
  | 'needs-less-time'

export interface SaidFact {
  kind: SaidKind
  minutes?: number
  newStart?: Instant
  reason?: string
  retracts?: VisitEvent['id']
}

/**
 * A fact about a visit as a row to be added, and as the visit will show it. Texts carry no time of sending, so `said_at`
 * stays empty (design 3.1); nothing stored before is touched.
 */
export function factAbout(
  visit: VisitFacts,
  fact: SaidFact,
  by: SaidBy,
  n: number,
  newId: NewId,
): { change: Change; event: VisitEvent } {
  const { kind, minutes, newStart, reason, retracts } = fact
  const added: NewVisitEvent = {
    ...ownStatement(visit, visit.id, kind, by, n, newId),
    ...(minutes === undefined ? {} : { minutes }),
    ...(newStart === undefined ? {} : { newStart }),
    ...(reason === undefined ? {} : { reason }),
    ...(retracts === undefined ? {} : { retracts }),
  }
  const event: VisitEvent = {
    id: added.id,
    kind,
    minutes,
    newStart,
    reason,
    careWorkerId: by.careWorker,
    source: by.source,
    evidence: added.evidence,
    receivedAt: by.receivedAt,
    retracts,
  }
  return { change: { kind: 'event-added', event: added }, event }
}

/** What a care worker said, as a row that names who, when and in which words; of a visit, or of none that we can tell. */
export function ownStatement(
  { agencyId, branchId }: Place,
  visitId: VisitFacts['id'] | undefined,
  kind: SaidKind,
  by: SaidBy,
  n: number,
  newId: NewId,
): NewVisitEvent {
  return {
    agencyId,
    branchId,
    id: eventId(newId()),
    visitId,
    kind,
    careWorkerId: by.careWorker,
    source: by.source,
    sourceRef: by.delivery,
    n,
    evidence: 'own statement',
    words: by.words,
    receivedAt: by.receivedAt,
  }
}
