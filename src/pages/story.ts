import type { LateVisitRecord } from '../record/late-visit-record.ts'
import { verdictOf, type Verdict } from './late-visit-verdict.ts'

/**
 * How far a late visit has come, for whoever tries the line: its record, whether the household knows as the record's own
 * page says it, and how many calls and texts were in vain for somebody who is still to be told.
 */
export type Story = { record: number; inVain: number } & Pick<Verdict, 'tone' | 'words'>

export function storyOf(record: LateVisitRecord): Story {
  const { tone, words } = verdictOf(record)
  const open = record.household.filter((telling) => telling.told === undefined && telling.dropped === undefined)
  const ended = open.flatMap((telling) => telling.attempts).filter((attempt) => attempt.endedAt !== undefined)
  return { record: record.number, tone, words, inVain: ended.length }
}
