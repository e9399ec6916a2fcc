import type { Change } from '../../cellar/change.ts'
import type { CareWorkerFacts, VisitFacts } from '../../rota/visit-facts.ts'
import type { Reading } from '../reading.ts'
import { actOn } from './act-on.ts'
import { answerQuestion, namedBeside } from './answer-question.ts'
import { claimIn, goesBy, namesServed } from './claims.ts'
import { awayColleague, mayBeAway } from './colleague.ts'
import { contextOf, type Understand } from './context.ts'
import type { Incoming } from './sender.ts'
import { theOfficeHasIt, type FromCareWorker } from './reply.ts'
import { dropQuestion, dropsQuestion } from './undo-report.ts'
import { askWhose, nobodySure } from './ask-whose.ts'
import { whoseText, type KnownWhose } from './whose.ts'
import { afterwards } from './whose-told.ts'

const BEFORE_MS = 4 * 60 * 60_000
const AHEAD_MS = 14 * 60 * 60_000

/**
 * What a text from a care worker's number does: facts, who is told of them, and one answer that says what happens now.
 * Before any time is moved it is known whose visits the text is about: the number says so, or a name that is confirmed
 * (design 3.9).
 *
 * @param owners the care workers who have this number; mostly one
 */
export async function fromCareWorkers(
  incoming: Incoming,
  owners: readonly CareWorkerFacts[],
  understand: Understand,
): Promise<Change[]> {
  const visitsOf = visitsOnce(incoming)
  const own = nobodySure(incoming, owners)
  const alone = understand(incoming.body, contextOf({ ...incoming, question: undefined }, []))
  if (alone.kind === 'undo' && (await dropsQuestion(own))) return dropQuestion(own)
  const away = await whoIsAway(incoming, owners, alone, visitsOf)
  if (away !== undefined)
    return theOfficeHasIt(own, 'colleague-away', 'office-has-it', 'at-once', { other: away.knownAs })
  const whose = await whoseText(incoming, owners, understand, visitsOf)
  if (whose.kind === 'ask') return askWhose(incoming, owners, whose, alone)
  const from = fromWhom(incoming, whose, await visitsOf(whose.careWorker))
  const { question } = from.incoming
  const plain = understand(whose.body, contextOf(from.incoming, from.visits))
  const named = namedBeside(plain, question, whose.body, (body) =>
    understand(body, contextOf({ ...from.incoming, question: undefined }, from.visits)),
  )
  const reading = named ?? answerQuestion(plain, question, from.visits)
  const changes = await actOn(from, whose.unconfirmed === true ? { ...reading, also: [] } : reading)
  return [...whose.before, ...changes, ...afterwards(from, whose, changes)]
}

/** A colleague who is said to be away, unless the text is a cry for help, or a report in their place. */
async function whoIsAway(
  { tx, place, body }: Incoming,
  owners: readonly CareWorkerFacts[],
  alone: Reading,
  visitsOf: (worker: CareWorkerFacts) => Promise<VisitFacts[]>,
): Promise<CareWorkerFacts | undefined> {
  const emergency = alone.kind === 'help' && alone.level !== 'person'
  if (emergency || alone.kind === 'late' || !mayBeAway(body)) return undefined
  const visits: VisitFacts[] = []
  for (const owner of owners) visits.push(...(await visitsOf(owner)))
  const staff = await tx.careWorkersOf(place.branchId)
  if (claimIn(body, staff, owners, visits)?.as === 'for') return undefined
  const colleagues = staff.filter(({ id }) => !owners.some((owner) => owner.id === id))
  const own = new Set(owners.flatMap(goesBy))
  return awayColleague(body, colleagues, new Set([...own, ...namesServed(visits)]))
}

function fromWhom(incoming: Incoming, whose: KnownWhose, visits: VisitFacts[]): FromCareWorker {
  const { delivery } = incoming
  const { careWorker, saidBy, body, onBehalf } = whose
  return {
    // what was asked last was asked of somebody else, or has just been answered, or only a name answers it
    incoming:
      incoming.question?.about === 'whose' || whose.before.length > 0 ? { ...incoming, question: undefined } : incoming,
    careWorker: saidBy,
    visits,
    by: { careWorker: saidBy.id, source: 'text', delivery: delivery.id, words: body, receivedAt: delivery.receivedAt },
    n: 1,
    onBehalf: onBehalf ? { visitsOf: careWorker.id, saidBy: saidBy.id } : undefined,
  }
}

/** Locked and loaded once, however often it is asked for while the text is read. */
function visitsOnce({ tx }: Incoming): (worker: CareWorkerFacts) => Promise<VisitFacts[]> {
  const known = new Map<CareWorkerFacts['id'], Promise<VisitFacts[]>>()
  return ({ id }) => {
    const visits = known.get(id) ?? tx.visitsOf(id, tx.now - BEFORE_MS, tx.now + AHEAD_MS)
    known.set(id, visits)
    return visits
  }
}
