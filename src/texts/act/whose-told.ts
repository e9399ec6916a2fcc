import type { Change } from '../../cellar/change.ts'
import { shortName } from '../../rota/names.ts'
import type { CareWorkerFacts, VisitFacts } from '../../rota/visit-facts.ts'
import { careWorkersNow } from '../../rota/visit-now.ts'
import { itemFor, dueTimes, visitDetails, type FromCareWorker } from './reply.ts'
import { answer } from './sender.ts'
import type { KnownWhose } from './whose.ts'

/**
 * What follows when a text was about somebody else's visits, or came from another phone than theirs: whoever stands in
 * has the visit from now on, so that the household hears the right name, and the office learns of it; and whose time was
 * moved is told so on their own phone.
 */
export function afterwards(from: FromCareWorker, whose: KnownWhose, changes: Change[]): Change[] {
  const { careWorker, saidBy, onBehalf } = whose
  if (!onBehalf) return []
  const events = changes.flatMap((c) => (c.kind === 'event-added' && c.event.visitId !== undefined ? [c.event] : []))
  return events.flatMap(({ visitId, newStart }) => {
    const visit = from.visits.find((v) => v.id === visitId)
    if (visit === undefined) return []
    const standsIn = saidBy.id !== careWorker.id && careWorkersNow(visit).some((w) => w.id === careWorker.id)
    const inPlace = standsIn ? standIn(from, careWorker, visit) : []
    const other = saidBy.id === careWorker.id ? 'you' : fullShort(saidBy)
    const details = { me: careWorker.knownAs, ...visitDetails(visit), time: newStart, other }
    return [...inPlace, ...(newStart === undefined ? [] : tellOnOwnPhone(from, careWorker, details))]
  })
}

function standIn(from: FromCareWorker, inPlaceOf: CareWorkerFacts, visit: VisitFacts): Change[] {
  const { tx, newId, delivery } = from.incoming
  const moved: Change = {
    kind: 'visit-reallocated',
    visitId: visit.id,
    from: inPlaceOf.id,
    to: from.careWorker.id,
    allocationId: newId(),
    at: tx.now,
    by: `text ${delivery.id}`,
  }
  const about = { other: inPlaceOf.knownAs, person: shortName(visit.serviceUser) }
  return [moved, itemFor(from, 'standing-in', dueTimes('promised', tx.now), about)]
}

function tellOnOwnPhone(
  { incoming }: FromCareWorker,
  careWorker: CareWorkerFacts,
  details: Parameters<typeof answer>[3],
): Change[] {
  const own = careWorker.numbers.find((n) => n.lineType === 'mobile' && !n.noTexts && n.number !== incoming.from)
  if (own === undefined || careWorker.numbers.some((n) => n.number === incoming.from)) return []
  const party = { kind: 'care-worker', id: careWorker.id } as const
  const subject = `text ${incoming.delivery.id} told on own phone`
  return [answer({ ...incoming, from: own.number }, party, 'told-in-your-name', details, subject)]
}

function fullShort(person: CareWorkerFacts): string {
  return shortName({ ...person, preferredName: person.knownAs })
}
