import type { Change } from '../../cellar/change.ts'
import type { CareWorkerFacts, VisitFacts } from '../../rota/visit-facts.ts'
import type { Reading } from '../reading.ts'
import { isAboutVisits, nobodySure, type How } from './ask-whose.ts'
import { bareNameIn, claimIn, mayClaim, mentionedIn, namedIn, type Claim } from './claims.ts'
import { contextOf, type Understand } from './context.ts'
import { closeQuestion } from './question.ts'
import type { Incoming } from './sender.ts'

/** Whose visits a text from a care worker's number is about. */
export type Whose = KnownWhose | { kind: 'ask'; people: CareWorkerFacts[]; how: How }

export interface KnownWhose {
  kind: 'known'
  /** whose visits */
  careWorker: CareWorkerFacts
  /** who says it and is answered: somebody else where they stand in */
  saidBy: CareWorkerFacts
  body: string
  /** the number is not theirs alone */
  onBehalf: boolean
  /** how it came to be known: the answered question */
  before: Change[]
  /** it is not known whose; nothing about a visit is acted upon */
  unconfirmed?: true
}

type VisitsOf = (worker: CareWorkerFacts) => Promise<VisitFacts[]>

/**
 * The number says whose text it is, unless the text says otherwise or several care workers share the number. A name
 * alone moves nothing: it is asked for, and answered by name. Not asked is what the rota tells.
 */
export async function whoseText(
  incoming: Incoming,
  owners: readonly CareWorkerFacts[],
  understand: Understand,
  visitsOf: VisitsOf,
): Promise<Whose> {
  const visits = new Map<string, VisitFacts[]>()
  for (const owner of owners) visits.set(owner.id, await visitsOf(owner))
  const all = [...visits.values()].flat()
  const plain = understand(incoming.body, contextOf({ ...incoming, question: undefined }, all))
  const answered = await answeredWhose(incoming, owners, plain)
  if (answered !== undefined) return answered
  const claim = await claimOf(incoming, owners, all, visitsOf)
  if (claim !== undefined)
    return isAboutVisits(plain) ? { kind: 'ask', people: claim.people, how: claim.as } : unsure(incoming, owners)
  const asked = await askedOnBehalf(incoming)
  if (asked !== undefined && !isAboutVisits(plain))
    return { ...known(incoming, asked.careWorker, true), saidBy: asked.saidBy }
  if (asked !== undefined && !owners.some((o) => o.id === asked.careWorker.id))
    return { kind: 'ask', people: [asked.careWorker], how: asked.saidBy === asked.careWorker ? 'from' : 'for' }
  const [only, ...others] = owners
  if (only !== undefined && others.length === 0) return known(incoming, only, false)
  const one = namedIn(incoming.body, owners) ?? whoseByRota(plain, owners, visits)
  if (one !== undefined) return known(incoming, one, true)
  return isAboutVisits(plain) ? { kind: 'ask', people: [], how: 'shared' } : unsure(incoming, owners)
}

/**
 * "ANNA" after "whose visit is it?": the text that was asked about is read as theirs. A name with anything else is no
 * answer: the question stays, a cry for help is heard, and what is said of somebody else moves nothing before it is
 * known whose it is.
 */
async function answeredWhose(
  incoming: Incoming,
  owners: readonly CareWorkerFacts[],
  plain: Reading,
): Promise<Whose | undefined> {
  const { question, body, tx, place } = incoming
  if (question?.about !== 'whose') return undefined
  const { text, how, people, sender } = question.details
  if (typeof text !== 'string' || !Array.isArray(people)) return undefined
  const staff = (await tx.careWorkersOf(place.branchId)).filter((worker) => people.includes(worker.id))
  const careWorker = plain.kind === 'help' ? undefined : bareNameIn(body, staff)
  if (careWorker === undefined) return saidOfOthers(incoming, owners, mentionedIn(body, staff), plain)
  const own = owners.some((owner) => owner.id === careWorker.id)
  const asker = owners.find((owner) => owner.id === sender) ?? owners[0] ?? careWorker
  const before = closeQuestion({ incoming })
  const saidBy = how === 'for' && !own ? asker : careWorker
  return { kind: 'known', careWorker, saidBy, body: text, onBehalf: !own || owners.length > 1, before }
}

/** "Sam, but 40 now" on Anna's phone while it is asked whose visit it is: about Sam's visits, if about any. */
function saidOfOthers(
  incoming: Incoming,
  owners: readonly CareWorkerFacts[],
  mentioned: readonly CareWorkerFacts[],
  plain: Reading,
): Whose | undefined {
  const others = mentioned.filter((person) => !owners.some((owner) => owner.id === person.id))
  if (others.length === 0) return undefined
  const how = incoming.question?.details['how'] === 'from' ? 'from' : 'for'
  if (isAboutVisits(plain)) return { kind: 'ask', people: others, how }
  // "Sam, but 40 now": what was asked about does not hold as it was said, so "Sam" alone does not make it true any more
  const corrected = plain.kind !== 'help' && corrects(incoming.body)
  return corrected ? { ...unsure(incoming, owners), before: dropped(incoming) } : unsure(incoming, owners)
}

function corrects(body: string): boolean {
  return /\d|\b(?:five|ten|fifteen|twenty|thirty|forty|fifty|half|quarter|hours?)\b/i.test(body)
}

/** The question is over, and what it asked is not known: its item of the office list stays, and rings. */
function dropped({ question, tx }: Incoming): Change[] {
  return question === undefined ? [] : [{ kind: 'question-closed', id: question.id, at: tx.now }]
}

async function claimOf(
  { body, tx, place }: Incoming,
  owners: readonly CareWorkerFacts[],
  visits: VisitFacts[],
  visitsOf: VisitsOf,
): Promise<Claim | undefined> {
  if (!mayClaim(body)) return undefined
  const claim = claimIn(body, await tx.careWorkersOf(place.branchId), owners, visits)
  if (claim?.as !== 'for') return claim
  // who stands in where the rota says so already has those visits themselves
  const people: CareWorkerFacts[] = []
  for (const person of claim.people) if ((await visitsOf(person)).length > 0) people.push(person)
  return people.length === 0 ? undefined : { as: 'for', people }
}

/** Something was asked on this number of somebody else than its owner, or about somebody else's visits, and it is open. */
async function askedOnBehalf({ question, tx, place }: Incoming) {
  const onBehalf = question?.details['onBehalf']
  if (typeof onBehalf !== 'object' || onBehalf === null) return undefined
  const { visitsOf, saidBy } = onBehalf as Record<string, unknown>
  const staff = await tx.careWorkersOf(place.branchId)
  const [careWorker, writer] = [visitsOf, saidBy].map((id) => staff.find((worker) => worker.id === id))
  return careWorker === undefined || writer === undefined ? undefined : { careWorker, saidBy: writer }
}

/** The visit that is named is one person's, or only one of them has any about now. */
function whoseByRota(
  plain: Reading,
  owners: readonly CareWorkerFacts[],
  visits: ReadonlyMap<string, VisitFacts[]>,
): CareWorkerFacts | undefined {
  const named = [plain, ...(plain.also ?? [])].flatMap((r) => r.visit ?? [])
  const have = owners.filter((o) => (visits.get(o.id) ?? []).some((v) => named.length === 0 || named.includes(v.ref)))
  return have.length === 1 ? have[0] : undefined
}

function known({ body }: Incoming, careWorker: CareWorkerFacts, onBehalf: boolean): KnownWhose {
  return { kind: 'known', careWorker, saidBy: careWorker, body, onBehalf, before: [] }
}

function unsure(incoming: Incoming, owners: readonly CareWorkerFacts[]): KnownWhose {
  const {
    careWorker,
    incoming: { body },
  } = nobodySure(incoming, owners)
  return { kind: 'known', careWorker, saidBy: careWorker, body, onBehalf: false, before: [], unconfirmed: true }
}
