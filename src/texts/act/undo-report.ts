import type { Change } from '../../cellar/change.ts'
import { factAbout } from '../../lateness/fact-about.ts'
import { decideAgain } from '../../matter/decide-again.ts'
import { standingEvents, withEvents } from '../../rota/visit-now.ts'
import { replyTo, theOfficeHasIt, visitDetails, type FromCareWorker } from './reply.ts'

/** How long a report can be taken back. */
const UNDO_WITHIN_MS = 10 * 60_000

/**
 * UNDO within 10 minutes takes back every standing report of lateness about the visit reported last: the plan holds
 * again, calls still waiting are cancelled, and whoever was told is told again.
 */
export async function undoReport(from: FromCareWorker): Promise<Change[]> {
  const { tx, newId } = from.incoming
  const last = await tx.lastReport(from.careWorker.id, tx.now - UNDO_WITHIN_MS)
  if (last === undefined) return theOfficeHasIt(from, 'care-worker-text', 'nothing-to-undo')
  const picture = await tx.picture(last.visitId)
  const reports = standingEvents(picture.visit).filter((e) => e.kind === 'late' && e.careWorkerId === from.careWorker.id)
  const undone = reports.map((report, index) =>
    factAbout(picture.visit, { kind: 'undo', retracts: report.id }, from.by, index + 1, newId),
  )
  const visit = withEvents(picture.visit, undone.map((u) => u.event))
  const decided = decideAgain({ ...picture, visit }, tx.now, newId)
  return [...undone.map((u) => u.change), ...decided, replyTo(from, 'undone', visitDetails(visit))]
}
