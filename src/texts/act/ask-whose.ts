import type { Change } from '../../cellar/change.ts'
import { shortName } from '../../rota/names.ts'
import type { CareWorkerFacts } from '../../rota/visit-facts.ts'
import type { Reading } from '../reading.ts'
import type { Claim } from './claims.ts'
import { ask } from './question.ts'
import { replyTo, theOfficeHasIt, type FromCareWorker } from './reply.ts'
import { isWord, WORDS } from './say-word.ts'
import type { Incoming } from './sender.ts'

/** Why it is asked whose visit a text is about. */
export type How = Claim['as'] | 'shared'

/** Asks by name; where nobody of that name works here, or it cannot wait, a person finds out. */
export function askWhose(
  incoming: Incoming,
  owners: readonly CareWorkerFacts[],
  { people, how }: { people: readonly CareWorkerFacts[]; how: How },
  reading: Reading,
): Change[] {
  const from = nobodySure(incoming, owners)
  const urgent = [reading, ...(reading.also ?? [])].some(cannotWait)
  if (urgent) return theOfficeHasIt(from, 'whose-visit', 'office-has-it', 'at-once')
  const options = [...new Map([...people, ...owners].map((p) => [p.id, p])).values()]
  if (options.length < 2) return theOfficeHasIt(from, 'whose-visit', 'office-has-it', 'soon')
  const details = { text: incoming.body, how, people: options.map((p) => p.id), sender: owners[0]?.id }
  return [
    ...ask(from, 'whose', details, { kind: 'whose-visit' }),
    replyTo(from, 'ask-whose', { names: eitherOf(options) }),
  ]
}

/** Whether acting on a reading would move a time or mark somebody as there, gone or not coming. */
export function isAboutVisits(reading: Reading): boolean {
  if (reading.kind === 'help') return false
  return [reading, ...(reading.also ?? [])].some(
    (r) => isWord(r) || MOVES.has(r.kind) || (r.kind === 'ask' && r.about !== 'what'),
  )
}

const MOVES: ReadonlySet<Reading['kind']> = new Set(['late', 'arrived', 'left', 'undo', 'next'])

function cannotWait(reading: Reading): boolean {
  if (!isWord(reading)) return false
  const rule = WORDS[reading.kind]
  return 'list' in rule && rule.list.urgency === 'at-once'
}

/** Whoever wrote: one of those who have the number, and we cannot tell which. */
export function nobodySure(incoming: Incoming, owners: readonly CareWorkerFacts[]): FromCareWorker {
  const [first] = owners
  if (first === undefined)
    throw new Error('a text of a care worker has no care worker; receive-text must not bring it here')
  const careWorker = owners.length === 1 ? first : { ...first, knownAs: eitherOf(owners) }
  const { delivery, body } = incoming
  const by = {
    careWorker: first.id,
    source: 'text',
    delivery: delivery.id,
    words: body,
    receivedAt: delivery.receivedAt,
  } as const
  return { incoming, careWorker, visits: [], by, n: 1 }
}

/** "Anna or Sam"; by first name and initial where two share the first name. */
function eitherOf(people: readonly CareWorkerFacts[]): string {
  const names = people.map((p) =>
    people.filter((other) => other.knownAs === p.knownAs).length > 1
      ? shortName({ ...p, preferredName: p.knownAs })
      : p.knownAs,
  )
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`
}
