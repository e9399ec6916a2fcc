import type { OpenQuestion } from '../../matter/act/store.ts'
import type { VisitFacts } from '../../rota/visit-facts.ts'
import type { Reading } from '../reading.ts'

/**
 * A reading in the light of what was asked: "2" picks the visit for the minutes said before, "20" gives the minutes for
 * the visit and the reason named before. A new fact that stands by itself is left as it is: it wins over the question.
 */
export function answerQuestion(reading: Reading, question: OpenQuestion | undefined, visits: VisitFacts[]): Reading {
  if (question === undefined || reading.kind !== 'late') return reading
  const asked = question.details
  const before = saidBefore(asked)
  if (question.about === 'which-visit' && reading.minutes === undefined && reading.eta === undefined) {
    return { ...before, ...reading }
  }
  if (question.about !== 'minutes' || reading.visit !== undefined) return reading
  const ref = asked['visit']
  const visit = typeof ref === 'string' && visits.some((v) => v.ref === ref) ? { visit: ref } : {}
  const reason = before.reason === undefined ? {} : { reason: before.reason }
  const fromNow = asked['countedFrom'] === 'now' && reading.eta === undefined
  return { ...reason, ...reading, ...visit, ...(fromNow ? { countedFrom: 'now' } : {}) }
}

type Said = Partial<Pick<Reading, 'minutes' | 'eta' | 'countedFrom' | 'reason'>>

/** What a text said, to be kept with the question it led to. */
export function saidIn({ minutes, eta, countedFrom, reason }: Said): Said {
  return {
    ...(minutes === undefined ? {} : { minutes }),
    ...(eta === undefined ? {} : { eta }),
    ...(countedFrom === undefined ? {} : { countedFrom }),
    ...(reason === undefined ? {} : { reason }),
  }
}

/** What `saidIn` kept; the details of a question are written by nobody else. */
function saidBefore(asked: Record<string, unknown>): Said {
  return saidIn(asked)
}
