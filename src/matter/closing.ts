import type { NewEvidence } from '../cellar/change.ts'
import type { Instant } from '../cellar/local-time.ts'
import type { NewId } from '../cellar/ports.ts'
import { fullName } from '../rota/names.ts'
import { contactRefusal, isPaused } from '../rota/package-status.ts'
import type { VisitFacts } from '../rota/visit-facts.ts'
import { careWorkersNow, standingEvents } from '../rota/visit-now.ts'

/**
 * What is known by itself about the service user's safety, if anything is (P-007): a care worker is or was there (design
 * 3.6: HERE for that visit is "seen", and so is DONE), or people have said that the visit is not to take place.
 */
export function evidenceOf(visit: VisitFacts, now: Instant, newId: NewId): NewEvidence | undefined {
  return presence(visit, newId) ?? notTakingPlace(visit, now, newId)
}

function presence(visit: VisitFacts, newId: NewId): NewEvidence | undefined {
  const seen = standingEvents(visit).find((e) => e.kind === 'arrived' || e.kind === 'left')
  if (seen === undefined) return undefined
  const worker = careWorkersNow(visit).find((w) => w.id === seen.careWorkerId)
  const name = worker === undefined ? 'a care worker' : fullName(worker)
  return {
    id: newId(),
    how: 'care-worker-there',
    who: name,
    saidBy: name,
    statement: `logged ${seen.kind === 'arrived' ? 'in' : 'out'} at the visit by ${seen.source}`,
    eventId: seen.id,
    at: seen.receivedAt,
  }
}

/** Who says so where nobody has: a status or a plan can change again. */
export const THE_ROTA = 'the rota'

/** Cancelled, in hospital, on respite: somebody at the office knows where the person is, and said so in the rota. */
function notTakingPlace(visit: VisitFacts, now: Instant, newId: NewId): NewEvidence | undefined {
  // a household that is left in peace says nothing of where anybody is: a person still has to find out
  if (isPaused(visit.serviceUser.statuses, now)) return undefined
  const refusal = contactRefusal(visit.plans.at(-1), visit.serviceUser.statuses, now)
  if (refusal === undefined) return undefined
  return { id: newId(), how: 'known-elsewhere', who: 'the office', saidBy: THE_ROTA, statement: refusal, at: now }
}
