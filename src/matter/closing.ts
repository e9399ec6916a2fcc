import type { NewEvidence } from '../cellar/change.ts'
import type { NewId } from '../cellar/ports.ts'
import type { VisitFacts } from '../rota/visit-facts.ts'
import { careWorkersNow, standingEvents } from '../rota/visit-now.ts'

/** A care worker's HERE for that visit is "seen" (design 3.6, P-007); nothing else closes a matter by itself. */
export function arrivalEvidence(visit: VisitFacts, newId: NewId): NewEvidence | undefined {
  const arrival = standingEvents(visit).find((e) => e.kind === 'arrived')
  if (arrival === undefined) return undefined
  const worker = careWorkersNow(visit).find((w) => w.id === arrival.careWorkerId)
  const name = worker === undefined ? 'a care worker' : `${worker.firstName} ${worker.lastName}`
  return {
    id: newId(),
    how: 'care-worker-there',
    who: name,
    saidBy: name,
    statement: `logged in at the visit by ${arrival.source}`,
    eventId: arrival.id,
    at: arrival.receivedAt,
  }
}
