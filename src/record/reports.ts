import type { Instant } from '../cellar/local-time.ts'
import { reasonInWords, type ReasonWords } from '../lateness/reason-words.ts'
import type { VisitEvent, VisitFacts } from '../rota/visit-facts.ts'
import { lastWord, planMovedAt, standingEvents } from '../rota/visit-now.ts'
import { careWorkerName } from './people.ts'

/** One report of lateness: by whom, how, when, what it said, and what became of it. None is ever left out. */
export interface LateReport {
  by: string
  source: string
  at: Instant
  /** after the planned start; may be a fraction */
  minutes: number | undefined
  newStart: Instant | undefined
  reason: Reason | undefined
  /** as it was written or said */
  words: string | undefined
  /** the last that was not taken back stands; a later report replaces it, another planned time overtakes it */
  state: 'stands' | 'replaced' | 'overtaken' | 'taken-back'
  takenBackAt: Instant | undefined
}

/** Why the visit is late (P-078): the code that reports are counted by, and its words. */
export interface Reason {
  code: string
  words: string
}

/** Every report of lateness in the order received, those that were taken back too (P-058, P-060). */
export function reportsOf(visit: VisitFacts, words: ReasonWords): LateReport[] {
  const stands = lastWord(visit).late
  const movedAt = planMovedAt(visit)
  return visit.events
    .filter((e) => e.kind === 'late')
    .map((event) => {
      const takenBackAt = visit.events.find((e) => e.retracts === event.id)?.receivedAt
      return {
        by: careWorkerName(visit, event.careWorkerId),
        source: event.source,
        at: event.receivedAt,
        minutes: event.minutes,
        newStart: event.newStart,
        reason: reasonIn(event, words),
        words: event.words,
        state: takenBackAt !== undefined ? 'taken-back' : stateOf(event),
        takenBackAt,
      }
    })

  function stateOf(event: VisitEvent): 'stands' | 'replaced' | 'overtaken' {
    if (event.id === stands?.id) return 'stands'
    return stands === undefined && event.receivedAt < movedAt ? 'overtaken' : 'replaced'
  }
}

/** The last reason that stands, given with a report or asked for afterwards; undefined when none was given. */
export function reasonOf(visit: VisitFacts, words: ReasonWords): Reason | undefined {
  const last = standingEvents(visit).findLast(
    (e) => (e.kind === 'late' || e.kind === 'reason') && e.reason !== undefined,
  )
  return last === undefined ? undefined : reasonIn(last, words)
}

function reasonIn(event: VisitEvent, words: ReasonWords): Reason | undefined {
  return event.reason === undefined ? undefined : { code: event.reason, words: reasonInWords(event.reason, words) }
}
