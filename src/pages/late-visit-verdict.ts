import type { LateVisitRecord } from '../record/late-visit-record.ts'
import { tellingInWords } from '../record/record-words.ts'
import type { AttemptLine } from '../record/tellings.ts'

/** The one sentence about a record: whether the household knows, and the call or text that proves it. */
export type Verdict = {
  tone: 'told' | 'waiting' | 'trouble' | 'quiet'
  words: string
  proof: AttemptLine | undefined
}

/**
 * What a reader wants first. Somebody who is still to be told comes before whoever was told before; a time that passed
 * before it was told is trouble, and is never made to look like something that was not needed.
 */
export function verdictOf(record: LateVisitRecord): Verdict {
  const { household } = record
  const open = household.find((telling) => telling.told === undefined && telling.dropped === undefined)
  const last = household.findLast((telling) => telling.told !== undefined || telling.dropped?.tooLate === true)
  const one = open ?? last ?? household.at(-1)
  if (one === undefined) return { tone: 'quiet', words: 'Nobody of the household has been told.', proof: undefined }
  const words = tellingInWords(record, one)
  if (one.told !== undefined) return { tone: 'told', words, proof: one.attempts.find((attempt) => attempt.proof) }
  if (one.dropped !== undefined) return { tone: one.dropped.tooLate ? 'trouble' : 'quiet', words, proof: undefined }
  return { tone: one.exhaustedAt === undefined ? 'waiting' : 'trouble', words, proof: undefined }
}
