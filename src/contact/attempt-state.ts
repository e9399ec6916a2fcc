import type { AttemptState } from '../cellar/change.ts'
import type { Instant } from '../cellar/local-time.ts'
import type { CarrierReport } from '../cellar/ports.ts'
import type { AttemptFacts } from './attempt-facts.ts'

/** Callbacks come doubled, late and out of order; a state only ever moves up in this order. */
export const STATE_RANK: Record<AttemptState, number> = {
  planned: 0,
  placing: 10,
  unknown: 20,
  lost: 25,
  placed: 30,
  ringing: 40,
  'in-progress': 50,
  cancelled: 60,
  ended: 70,
}

/** What became of an attempt: the carrier's report, or a refusal, which has no id. */
export type Report = Omit<CarrierReport, 'providerId'> & { providerId: string | undefined }

/** The attempt as it is once a report has been stored; the same attempt when the report brings nothing new. */
export function afterReport(attempt: AttemptFacts, report: Report, now: Instant): AttemptFacts {
  const known = { ...attempt, providerId: attempt.providerId ?? report.providerId }
  if (STATE_RANK[report.state] <= STATE_RANK[attempt.state]) return known
  if (report.state !== 'ended') return attempt.state === 'lost' ? known : { ...known, state: report.state }
  return { ...known, state: 'ended', endedAt: now, outcome: report.outcome ?? 'failed', code: report.code }
}
