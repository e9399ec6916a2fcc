import type { Change } from '../../cellar/change.ts'
import { factAbout } from '../../lateness/fact-about.ts'
import { decideAgain } from '../../matter/decide-again.ts'
import { withEvents } from '../../rota/visit-now.ts'
import type { Reading } from '../reading.ts'
import { visitAtHand, visitToLeave } from '../which-visit.ts'
import { replyTo, theOfficeHasIt, visitDetails, type FromCareWorker } from './reply.ts'

/** HERE and DONE by text (P-019, P-031): a care worker's own statement, which closes an open matter as "seen". */
export async function logInByText(from: FromCareWorker, reading: Reading): Promise<Change[]> {
  const { tx, newId } = from.incoming
  const kind = reading.kind === 'left' ? 'left' : 'arrived'
  const pick =
    kind === 'left' ? visitToLeave(from.visits, reading.visit, tx.now) : visitAtHand(from.visits, reading.visit, tx.now)
  if (pick.kind !== 'one') return theOfficeHasIt(from, 'care-worker-text', 'no-visit')
  const picture = await tx.picture(pick.visit.id)
  const { change, event } = factAbout(picture.visit, { kind }, from.by, from.n, newId)
  const visit = withEvents(picture.visit, [event])
  const decided = decideAgain({ ...picture, visit }, tx.now, newId)
  return [change, ...decided, replyTo(from, kind, { ...visitDetails(visit), time: tx.now })]
}
