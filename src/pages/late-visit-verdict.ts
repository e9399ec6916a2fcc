import type { LateVisitRecord } from '../record/late-visit-record.ts'
import { tellingInWords } from '../record/record-words.ts'
import type { AttemptLine } from '../record/tellings.ts'

/** The one sentence about a record: whether the household knows, and the call or text that proves it. */
export type Verdict = {
  tone: 'told' | 'waiting' | 'trouble' | 'quiet'
  words: string
  proof: AttemptLine | undefined
}

/** By what the household learned last; while something is still to be told, that comes first. */
export function verdictOf(record: LateVisitRecord): Verdict {
  const { household } = record
  const open = household.find((t) => t.told === undefined && t.droppedAt === undefined)
  if (open !== undefined) {
    return {
      tone: open.exhaustedAt === undefined ? 'waiting' : 'trouble',
      words: tellingInWords(record, open),
      proof: undefined,
    }
  }
  const last = household.findLast((t) => t.told !== undefined)
  if (last !== undefined) {
    return { tone: 'told', words: tellingInWords(record, last), proof: last.attempts.find((a) => a.proof) }
  }
  return { tone: 'quiet', words: `${record.serviceUser} did not have to be told.`, proof: undefined }
}
