import type { Change } from '../../cellar/change.ts'
import type { CareWorkerFacts, VisitFacts } from '../../rota/visit-facts.ts'
import { actOn } from './act-on.ts'
import { answerQuestion, namedBeside } from './answer-question.ts'
import { contextOf, type Understand } from './context.ts'
import type { Incoming } from './sender.ts'
import type { FromCareWorker } from './reply.ts'
import { askWhose, whoseText, type KnownWhose } from './whose.ts'
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
  const whose = await whoseText(incoming, owners, understand, visitsOf)
  if (whose.kind === 'ask') {
    const reading = understand(incoming.body, contextOf({ ...incoming, question: undefined }, []))
    return askWhose(incoming, owners, whose, reading)
  }
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
