import { toLocal } from '../../cellar/local-time.ts'
import type { VisitFacts } from '../../rota/visit-facts.ts'
import { arrivedAt, currentPlan } from '../../rota/visit-now.ts'
import type { Context, NextVisit, Reading } from '../reading.ts'
import type { Incoming } from './sender.ts'

export type Understand = (text: string, context: Context) => Reading

/** What the reader is told of the moment: the visits a text may be about, and what was asked last. */
export function contextOf(
  { tx, place, question }: Pick<Incoming, 'tx' | 'place' | 'question'>,
  visits: VisitFacts[],
  from: 'care-worker' | 'manager' = 'care-worker',
): Context {
  const asked = optionsOf(question?.details['options'])
  const waiting = visits.filter((visit) => arrivedAt(visit) === undefined)
  // what was asked about stands first, as "1" and "2" mean it; then what is to come; what is over or cancelled can still
  // be named, and where somebody is visited twice their name means the visit to come
  const rank = (v: VisitFacts) => {
    const { status, plannedEnd } = currentPlan(v)
    return asked.includes(v.ref) ? 0 : status !== 'planned' ? 3 : plannedEnd > tx.now ? 1 : 2
  }
  const coming = waiting.toSorted((a, b) => rank(a) - rank(b))
  return {
    from,
    now: momentOf(tx.now, place.zone),
    nextVisits: coming.map((v) => nextVisit(v, place.zone)),
    ...(question === undefined ? {} : { awaiting: question.about }),
  }
}

/** The wall clock of the branch. */
export function momentOf(now: number, zone: string): { date: string; time: string } {
  const { date, time } = toLocal(now, zone)
  return { date, time }
}

function optionsOf(options: unknown): string[] {
  return Array.isArray(options) ? options.filter((o): o is string => typeof o === 'string') : []
}

function nextVisit(visit: VisitFacts, zone: string): NextVisit {
  const { plannedStart, plannedEnd } = currentPlan(visit)
  const { firstName, preferredName, lastName, title } = visit.serviceUser
  const names = [title, preferredName === firstName ? '' : preferredName, firstName, lastName]
  return {
    ref: visit.ref,
    name: names.filter((n) => n !== '').join(' '),
    start: toLocal(plannedStart, zone).time,
    minutes: Math.round((plannedEnd - plannedStart) / 60_000),
  }
}
