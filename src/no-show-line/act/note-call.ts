import type { Change } from '../../cellar/change.ts'
import type { Instant } from '../../cellar/local-time.ts'
import type { NewId } from '../../cellar/ports.ts'
import { decideAgain } from '../../matter/decide-again.ts'
import type { BranchPlace } from '../../matter/act/store.ts'
import { officeItem } from '../../office-list/new-item.ts'
import { shortName } from '../../rota/names.ts'
import { withEvents } from '../../rota/visit-now.ts'
import { askWhereTheyAre } from '../ask-care-worker.ts'
import { householdFact, type HouseholdFactKind } from '../household-fact.ts'
import type { StatusAnswer } from '../status-answer.ts'
import type { CallerTalk } from './load-caller.ts'

/** By when a person sorts out whose visit was meant. */
const SORTED_OUT_MS = 20 * 60_000

interface AskedBy {
  source: 'voice' | 'text'
  /** the call, or the text's delivery */
  ref: string
  /** what stands on the office list about it, so that a person who speaks with them has it off the list */
  subject: string
  words?: string
  number: string
  receivedAt: Instant
}

/** Everything that a household's asking is noted with. */
export interface Noting {
  caller: Pick<CallerTalk, 'who' | 'answers' | 'pictures'>
  by: AskedBy
  place: BranchPlace
  now: Instant
  newId: NewId
}

/**
 * What stands before a word is said: the report on the visit that is due, with all that follows from it; the care worker
 * is asked where they are; and where the number leaves open whose visit it is, a person has that to sort out.
 */
export function noteAsked(noting: Noting): Change[] {
  const { caller, now, newId } = noting
  const asked = caller.answers.filter((answer) => answer.report !== undefined)
  const changes = asked.flatMap((answer) => [
    ...(answer.report === undefined ? [] : said(noting, answer, answer.report, 0)),
    ...askWhereTheyAre(answer, now, newId),
  ])
  return [...changes, ...(caller.who.ambiguous && asked.length > 0 ? [whoseVisit(noting)] : [])]
}

/** Something said later in the same call of the visit that is told of; a report that stands already is not made twice. */
export function alsoSaid(noting: Noting, answer: StatusAnswer, kind: HouseholdFactKind): Change[] {
  if (kind === 'no-show-report' && answer.report === kind) return []
  return said(noting, answer, kind, NUMBERED_FROM[kind])
}

/** What a text says of a visit. */
export function noteSaid(noting: Noting, answer: StatusAnswer, kind: HouseholdFactKind): Change[] {
  return said(noting, answer, kind, 0)
}

/** Facts of one call or text are told apart by their number, so that each is stored once. */
const NUMBERED_FROM: Record<HouseholdFactKind, number> = {
  'asked-early': 0,
  'said-there': 100,
  'no-show-report': 200,
  'chose-to-wait': 300,
  'chose-someone-else': 400,
}

/** The fact, and the visit looked at again with it. */
function said(
  { caller, by, now, newId }: Noting,
  answer: StatusAnswer,
  kind: HouseholdFactKind,
  from: number,
): Change[] {
  const picture = answer.visit === undefined ? undefined : caller.pictures.get(answer.visit.id)
  if (picture === undefined) return []
  const { source, ref, words, receivedAt } = by
  const n = from + caller.answers.indexOf(answer) + 1
  const fact = { kind, source, sourceRef: ref, n, evidence: 'own statement', receivedAt }
  const { ambiguous } = caller.who
  const { change, event } = householdFact(
    picture.visit,
    { ...fact, ambiguous, ...(words === undefined ? {} : { words }) },
    newId,
  )
  return [change, ...decideAgain({ ...picture, visit: withEvents(picture.visit, [event]) }, now, newId)]
}

function whoseVisit({ caller, by, place, now, newId }: Noting): Change {
  const { subject, number } = by
  const names = [...new Set(caller.answers.map(({ serviceUser }) => shortName(serviceUser)))].slice(0, 2)
  const wanted = { number, subject, dueAt: now + SORTED_OUT_MS, details: { person: names.join(' and ') } }
  return officeItem(place, { kind: 'whose-call', ...wanted }, now, newId)
}
