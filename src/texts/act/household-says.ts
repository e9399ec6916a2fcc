import type { Change, NewVisitEvent } from '../../cellar/change.ts'
import { eventId } from '../../cellar/ids.ts'
import type { Instant } from '../../cellar/local-time.ts'
import type { VisitFacts } from '../../rota/visit-facts.ts'
import { arrivedAt, currentPlan } from '../../rota/visit-now.ts'
import type { Household } from './sender.ts'
import type { Incoming } from './sender.ts'

const BEFORE_MS = 4 * 60 * 60_000
/** "Nobody has come" may be written a little before the visit is due. */
const EARLY_MS = 30 * 60_000

/**
 * What somebody at home says of the visit that is due, kept as a fact with its source (P-060). It is their word: it moves
 * no time, and a care worker's own log-in is still waited for.
 */
export async function householdSays(
  { tx, delivery, body, newId }: Incoming,
  people: readonly Household[],
  kind: 'said-there',
): Promise<Change[]> {
  const changes: Change[] = []
  for (const [index, person] of [...new Map(people.map((p) => [p.serviceUser.id, p])).values()].entries()) {
    const visits = await tx.visitsTo(person.serviceUser.id, tx.now - BEFORE_MS, tx.now + EARLY_MS)
    const visit = dueNow(visits, tx.now)
    if (visit === undefined) continue
    const event: NewVisitEvent = {
      agencyId: visit.agencyId,
      branchId: visit.branchId,
      id: eventId(newId()),
      visitId: visit.id,
      kind,
      source: 'text',
      sourceRef: delivery.id,
      n: index + 1,
      evidence: person.kind === 'service-user' ? 'said by the service user' : 'said by the family',
      words: body,
      receivedAt: delivery.receivedAt,
    }
    changes.push({ kind: 'event-added', event })
  }
  return changes
}

/** The last one that should have begun, else the next. */
function dueNow(visits: VisitFacts[], now: Instant): VisitFacts | undefined {
  const open = visits.filter((v) => currentPlan(v).status === 'planned' && arrivedAt(v) === undefined)
  return open.findLast((v) => currentPlan(v).plannedStart <= now) ?? open[0]
}
