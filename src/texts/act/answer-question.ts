import type { OpenQuestion } from '../../matter/act/store.ts'
import type { VisitFacts } from '../../rota/visit-facts.ts'
import type { Reading, ReadingKind } from '../reading.ts'

/**
 * A reading in the light of what was asked: "2" picks the visit for the minutes said before, "20" gives the minutes for
 * the visit and the reason named before, COVER and COMING are about the visit that was asked about. A new fact that
 * stands by itself is left as it is: it wins over the question.
 */
export function answerQuestion(reading: Reading, question: OpenQuestion | undefined, visits: VisitFacts[]): Reading {
  if (question === undefined) return reading
  const asked = question.details
  if (question.about === 'cover') return answersCover(reading) ? { ...reading, ...visitOf(asked, visits) } : reading
  if (reading.kind !== 'late') return reading
  const before = saidBefore(asked)
  if (question.about === 'which-visit' && reading.minutes === undefined && reading.eta === undefined) {
    return withKind({ ...before, ...reading }, asked['of'])
  }
  if (question.about !== 'minutes' || reading.visit !== undefined) return reading
  const reason = before.reason === undefined ? {} : { reason: before.reason }
  const fromNow = asked['countedFrom'] === 'now' && reading.eta === undefined
  return { ...reason, ...reading, ...visitOf(asked, visits), ...(fromNow ? { countedFrom: 'now' } : {}) }
}

/**
 * "35 for Mrs Jones" after "how many minutes for Mrs Trundle?": the report it is by itself, which is about Mrs Jones or is
 * asked about. Undefined where the text names nobody, or the one who was asked about.
 *
 * @param read how a text is read when nothing was asked
 */
export function namedBeside(
  reading: Reading,
  question: OpenQuestion | undefined,
  body: string,
  read: (body: string) => Reading,
): Reading | undefined {
  if (question?.about !== 'minutes' || reading.kind !== 'late') return undefined
  if (reading.visit !== undefined) return undefined
  // an answer is read for its minutes only; said as a report, whatever names somebody in it is seen
  const report = read(`late ${body.replace(/^\s*late\b/i, '')}`)
  const names = report.named !== undefined || (report.visit ?? question.details['visit']) !== question.details['visit']
  return names ? report : undefined
}

/** COVER and COMING, and anything that says the same of no other visit. */
export function answersCover({ kind, visit }: Reading): boolean {
  return (kind === 'cannot-attend' || kind === 'on-my-way') && visit === undefined
}

function visitOf(asked: Record<string, unknown>, visits: VisitFacts[]): { visit?: string } {
  const ref = asked['visit']
  return typeof ref === 'string' && visits.some((v) => v.ref === ref) ? { visit: ref } : {}
}

/** The facts of a visit that can be asked about by "which visit?"; any other question was about lateness. */
export const ASKED_OF = ['arrived', 'left', 'on-my-way', 'needs-more-time', 'needs-less-time'] as const

function withKind(reading: Reading, of: unknown): Reading {
  const kind: ReadingKind | undefined = ASKED_OF.find((each) => each === of)
  return kind === undefined ? reading : { ...reading, kind }
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
