import type { Change, ContactDetails } from '../../cellar/change.ts'
import { shortName } from '../../rota/names.ts'
import type { VisitFacts } from '../../rota/visit-facts.ts'
import { currentPlan } from '../../rota/visit-now.ts'
import type { Reading } from '../reading.ts'
import { visitsThatMayBeMeant } from '../which-visit.ts'
import { saidIn } from './answer-question.ts'
import { ask, type Unanswered } from './question.ts'
import { replyTo, theOfficeHasIt, type FromCareWorker } from './reply.ts'

/** Whether a text names somebody, and nobody can say whom of the visits it means. */
export function isUnclearWho(reading: Reading): boolean {
  const unclear = reading.named !== undefined || (reading.kind === 'ask' && reading.about === 'which-visit')
  return unclear && reading.visit === undefined
}

/** "1 Brenda T 9am or 2 Peter A 9.40am?", keeping what was said, so that "2" is enough. */
export function askWhich(from: FromCareWorker, visits: VisitFacts[], reading: Reading): Change[] {
  const [first, second] = visits
  if (first === undefined || second === undefined) return []
  const details: ContactDetails = {
    first: shortName(first.serviceUser),
    firstTime: currentPlan(first).plannedStart,
    second: shortName(second.serviceUser),
    secondTime: currentPlan(second).plannedStart,
  }
  const kept = { ...saidIn(reading), ...ofWhat(reading), options: [first.ref, second.ref] }
  return [...ask(from, 'which-visit', kept, NOBODY_KNOWS_WHICH), replyTo(from, 'ask-which', details)]
}

/** A name that fits nobody: never somebody else in their place. Whoever wrote it chooses, once; then a person has it. */
export function askWhom(from: FromCareWorker, reading: Reading): Change[] {
  const { question, tx } = from.incoming
  if (question?.about === 'which-visit') return theOfficeHasIt(from, 'care-worker-text', 'office-has-it', 'soon')
  const meant = visitsThatMayBeMeant(from.visits, tx.now)
  const [only] = meant
  if (only === undefined) return theOfficeHasIt(from, 'care-worker-text', 'no-visit')
  if (meant.length > 1) return askWhich(from, meant, reading)
  const details: ContactDetails = { first: shortName(only.serviceUser), firstTime: currentPlan(only).plannedStart }
  const kept = { ...saidIn(reading), ...ofWhat(reading), options: [only.ref] }
  return [...ask(from, 'which-visit', kept, NOBODY_KNOWS_WHICH), replyTo(from, 'ask-whether', details)]
}

const NOBODY_KNOWS_WHICH: Unanswered = { kind: 'late-without-visit' }

/** What the answer completes, where it is not lateness. */
function ofWhat({ of }: Reading): { of?: string } {
  return of === undefined || of === 'late' ? {} : { of }
}
