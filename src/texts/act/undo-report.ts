import type { Change } from '../../cellar/change.ts'
import { factAbout } from '../../lateness/fact-about.ts'
import { situationOf } from '../../lateness/situation.ts'
import { decideAgain } from '../../matter/decide-again.ts'
import { withEvents } from '../../rota/visit-now.ts'
import { replyTo, theOfficeHasIt, visitDetails, type FromCareWorker } from './reply.ts'

/** How long a report can be taken back. */
const UNDO_WITHIN_MS = 10 * 60_000

/**
 * UNDO within 10 minutes takes back what was said last of a visit's time (late, HERE or DONE): what held before holds
 * again, calls still waiting are cancelled, whoever was told is told again, and a matter that HERE closed is opened.
 * Only the last: an earlier LATE 20 may well be true, and believing it does less harm than believing nothing.
 */
export async function undoReport(from: FromCareWorker): Promise<Change[]> {
  const { tx, newId } = from.incoming
  const last = await tx.lastSaid(from.careWorker.id, tx.now - UNDO_WITHIN_MS)
  if (last === undefined) return theOfficeHasIt(from, 'care-worker-text', 'nothing-to-undo')
  const picture = await tx.picture(last.visitId)
  const said = picture.visit.events.find((e) => e.id === last.eventId)
  const { change, event } = factAbout(picture.visit, { kind: 'undo', retracts: last.eventId }, from.by, from.n, newId)
  const visit = withEvents(picture.visit, [event])
  const decided = decideAgain({ ...picture, visit }, tx.now, newId)
  const situation = situationOf(visit, tx.now)
  const toldAnother = picture.contacts.some((c) => c.message === 'eta' && c.toldAt !== undefined)
  // nobody is rung about a time that is over, so nobody must be promised it: a human has it
  if (situation.timeHasPassed && toldAnother && said?.kind === 'late') {
    return [change, ...decided, ...theOfficeHasIt(from, 'care-worker-text', 'office-has-it')]
  }
  const details = { ...visitDetails(visit), time: situation.expectedStart }
  return [change, ...decided, replyTo(from, said?.kind === 'late' ? 'undone' : 'undone-log-in', details)]
}
