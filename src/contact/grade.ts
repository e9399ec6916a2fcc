import type { Grade } from '../cellar/change.ts'
import type { AttemptFacts } from './attempt-facts.ts'

/**
 * How well an ended attempt proves that somebody was told (design 1.5): A spoke or pressed a key in answer, B a human
 * heard the whole message, C a machine did, D a text was delivered, E a text was sent, F nothing.
 * A machine that the carrier noticed turns "heard" into C; it can never be an answer.
 */
export function gradeOf(attempt: AttemptFacts): Grade {
  if (attempt.channel === 'text') {
    if (attempt.outcome === 'delivered') return 'D'
    return attempt.outcome === 'sent' ? 'E' : 'F'
  }
  if (attempt.outcome !== 'answered') return 'F'
  if (attempt.proof === 'answered') return 'A'
  if (isMachine(attempt.answeredBy)) return 'C'
  return attempt.proof === 'heard' ? 'B' : 'F'
}

/** What each grade means, in the words that the records print. */
export const GRADE_WORDS: Record<Grade, string> = {
  A: 'spoke or pressed a key',
  B: 'heard the whole message',
  C: 'a machine took the message',
  D: 'text delivered',
  E: 'text sent',
  F: 'not reached',
}

const ORDER: Grade[] = ['F', 'E', 'D', 'C', 'B', 'A']

/** Whether a grade is at least as good as another. */
export function atLeast(grade: Grade, wanted: Grade): boolean {
  return ORDER.indexOf(grade) >= ORDER.indexOf(wanted)
}

/** Whether somebody may believe what was said: a text that was sent may have been read, confirmed or not; a machine heard no time. */
export function mayBeBelieved(grade: Grade | undefined): boolean {
  return grade === 'A' || grade === 'B' || grade === 'D' || grade === 'E'
}

export function isMachine(answeredBy: string | undefined): boolean {
  return answeredBy !== undefined && (answeredBy.startsWith('machine') || answeredBy === 'fax')
}
