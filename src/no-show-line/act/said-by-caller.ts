import type { Change } from '../../cellar/change.ts'
import type { HeardInput } from '../../cellar/ports.ts'
import { officeItem } from '../../office-list/new-item.ts'
import { subjectOfCall } from '../../office-list/subjects-of-call.ts'
import { shortName } from '../../rota/names.ts'
import type { Conversation } from '../../voice-flow/act/conversation.ts'
import type { HouseholdFactKind } from '../household-fact.ts'
import { answerNow } from './caller-facts.ts'
import { alsoSaid, type Noting } from './note-call.ts'

/** By when a person acts upon it, unless one takes this very call; a phone rings half-way. */
const WITHIN_MS = 4 * 60_000

/** What a household may say in answer to the line's question, and the fact that each is. */
const SAID = {
  'said-there': 'said-there',
  'said-nobody-came': 'no-show-report',
  'chose-to-wait': 'chose-to-wait',
  'chose-someone-else': 'chose-someone-else',
} as const satisfies Record<string, HouseholdFactKind>

/** What a call is noted with: a report counts from when the call was answered, however much later it is put in words (P-021). */
export function whatIsNoted(c: Conversation, words: string | undefined): Noting | undefined {
  const { caller, call, place, now, newId } = c
  if (caller === undefined) return undefined
  const subject = subjectOfCall(call)
  const by = { source: 'voice', ref: call.id, subject, number: call.number, receivedAt: call.startedAt } as const
  return { caller, by: { ...by, ...(words === undefined ? {} : { words }) }, place, now, newId }
}

/** What they say, as a fact of the visit that was told of, and what follows from it. */
export function saidByCaller(c: Conversation, action: keyof typeof SAID, heard: HeardInput): Change[] {
  const noting = whatIsNoted(c, heard.speech ?? (heard.digits === undefined ? undefined : `keyed: ${heard.digits}`))
  const answer = c.caller && answerNow(c.caller)
  if (noting === undefined || answer === undefined) return []
  const kind = SAID[action]
  const by = kind === 'no-show-report' ? noting.by : { ...noting.by, receivedAt: c.now }
  const facts = alsoSaid({ ...noting, by }, answer, kind)
  if (action !== 'chose-someone-else') return facts
  const { call, place, now, newId } = c
  const { told, visit, serviceUser } = answer
  const careWorker = ('careWorker' in told ? told.careWorker?.knownAs : undefined) ?? 'the care worker'
  const wanted = {
    kind: 'wants-someone-else',
    details: { person: shortName(serviceUser), careWorker },
    ...(visit === undefined ? {} : { visitId: visit.id }),
    number: call.number,
    subject: subjectOfCall(call),
    dueAt: now + WITHIN_MS,
  } as const
  return [...facts, officeItem(place, wanted, now, newId)]
}
