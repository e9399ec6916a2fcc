import type { Instant } from '../cellar/local-time.ts'
import type { AttemptFacts, ContactFacts } from '../contact/attempt-facts.ts'
import { GRADE_WORDS } from '../contact/grade.ts'
import { partyName } from '../record/people.ts'
import type { VisitFacts } from '../rota/visit-facts.ts'

/** One thing that happened about a matter. */
export interface TimelineEntry {
  at: Instant
  words: string
  /** the carrier's own id of a call or text: without one nobody is claimed to have been contacted (design 1.5) */
  proof?: string
}

export interface Happened {
  openedAt: Instant
  visit: VisitFacts | undefined
  contacts: readonly ContactFacts[]
  items: readonly { what: string; createdAt: Instant; doneAt: Instant | undefined; doneHow: string | undefined }[]
  acceptances: readonly { whom: string; at: Instant }[]
  evidence: { at: Instant; how: string; who: string; saidBy: string; statement: string } | undefined
  /** managers' names by id */
  managers: ReadonlyMap<string, string>
}

/** Everything that was said, seen and done about a matter, in order (P-095: facts are never overwritten). */
export function timelineOf(happened: Happened): TimelineEntry[] {
  const { openedAt, visit, contacts, items, acceptances, evidence, managers } = happened
  const entries: TimelineEntry[] = [
    { at: openedAt, words: 'The matter was opened' },
    ...(visit?.events ?? []).map(({ kind, words, receivedAt, source }) => {
      const said = words === undefined ? '' : `: “${words}”`
      return { at: receivedAt, words: `${capital(kind.replaceAll('-', ' '))}, by ${source}${said}` }
    }),
    ...contacts.flatMap((contact) =>
      contact.attempts.map((attempt) => attemptEntry(contact, attempt, visit, managers)),
    ),
    ...items.flatMap(({ what, createdAt, doneAt, doneHow }) => [
      { at: createdAt, words: `On the office list: ${what}` },
      ...(doneAt === undefined ? [] : [{ at: doneAt, words: `Off the office list (${what}): ${doneHow ?? 'done'}` }]),
    ]),
    ...acceptances.map(({ whom, at }) => ({ at, words: `${whom} has taken it` })),
    ...(evidence === undefined ? [] : [evidenceEntry(evidence)]),
  ]
  return entries.toSorted((a, b) => a.at - b.at)
}

function attemptEntry(
  contact: ContactFacts,
  attempt: AttemptFacts,
  visit: VisitFacts | undefined,
  managers: ReadonlyMap<string, string>,
): TimelineEntry {
  const { channel, party, grade, outcome, state, providerId } = attempt
  const ofManager = party.kind === 'manager' ? managers.get(party.id) : undefined
  const ofHousehold = visit === undefined || party.kind === 'unknown' ? undefined : partyName(visit, party)
  const whom = ofManager ?? ofHousehold ?? 'a number of the plan'
  const result =
    grade === undefined ? (outcome ?? state) : grade === 'F' ? (outcome ?? 'not reached') : GRADE_WORDS[grade]
  const about = ABOUT[contact.message] ?? contact.message.replaceAll('-', ' ')
  return {
    at: attempt.placedAt ?? attempt.plannedAt,
    words: `${channel === 'call' ? 'Call' : 'Text'} to ${whom}, ${about}: ${result.replaceAll('-', ' ')}`,
    ...(providerId === undefined ? {} : { proof: providerId }),
  }
}

const ABOUT: Readonly<Record<string, string>> = {
  eta: 'when somebody will be there',
  'office-item': 'to see to it',
  'late-notice': 'notice of the late visit',
  answer: 'in answer',
}

function evidenceEntry({ at, how, who, saidBy, statement }: NonNullable<Happened['evidence']>): TimelineEntry {
  const said = statement === '' ? '' : `: ${statement}`
  return { at, words: `Closed. ${capital(how.replaceAll('-', ' '))} (${who}), as ${saidBy} said${said}` }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
