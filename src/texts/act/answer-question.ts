import type { OpenQuestion } from '../../matter/act/store.ts'
import type { VisitFacts } from '../../rota/visit-facts.ts'
import type { Reading } from '../reading.ts'

/**
 * A reading in the light of what was asked: "2" picks the visit for the minutes said before, "20" gives the minutes for
 * the visit named before. A new fact that stands by itself is left as it is: it wins over the question.
 */
export function answerQuestion(reading: Reading, question: OpenQuestion | undefined, visits: VisitFacts[]): Reading {
  if (question === undefined || reading.kind !== 'late') return reading
  const asked = question.details
  if (question.about === 'which-visit' && reading.minutes === undefined && reading.eta === undefined) {
    return { ...saidBefore(asked), ...reading }
  }
  if (question.about !== 'minutes' || reading.visit !== undefined) return reading
  const ref = asked['visit']
  const known = typeof ref === 'string' && visits.some((v) => v.ref === ref)
  const fromNow = asked['countedFrom'] === 'now' && reading.eta === undefined
  return { ...reading, ...(known ? { visit: ref } : {}), ...(fromNow ? { countedFrom: 'now' } : {}) }
}

function saidBefore(asked: Record<string, unknown>): Partial<Reading> {
  const { minutes, eta, countedFrom } = asked
  return {
    ...(typeof minutes === 'number' ? { minutes } : {}),
    ...(typeof eta === 'string' ? { eta } : {}),
    ...(countedFrom === 'now' || countedFrom === 'plan' ? { countedFrom } : {}),
  }
}
