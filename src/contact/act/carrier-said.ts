import type { Change } from '../../cellar/change.ts'
import type { AttemptId } from '../../cellar/ids.ts'
import type { NewId } from '../../cellar/ports.ts'
import { settle } from '../../matter/act/settle.ts'
import type { Loading } from '../../matter/act/store.ts'
import type { AttemptFacts, ContactFacts } from '../attempt-facts.ts'
import { isMachine } from '../grade.ts'
import { afterReport } from '../attempt-state.ts'
import type { Report } from '../attempt-state.ts'

/** If nothing is heard of a live call or text for so long, the carrier is asked. */
const SILENCE_MS = 45_000

/**
 * What the carrier said of an attempt moves it forward, never back; when it has ended, its contact decides at once.
 * The attempt's id came with the callback's address, so the first callback also brings back a lost provider id.
 */
export async function carrierSaid(tx: Loading, attemptId: AttemptId, report: Report, newId: NewId): Promise<Change[]> {
  if (report.state !== 'ended') return onItsWay(attemptId, report, tx.now)
  const contactId = await tx.contactOfAttempt(attemptId)
  const loaded = contactId === undefined ? undefined : await tx.contact(contactId)
  const before = loaded?.contact.attempts.find((a) => a.id === attemptId)
  if (loaded === undefined || before === undefined) return []
  // a report of some other call or text than the one we know is none of ours
  if (before.providerId !== undefined && report.providerId !== undefined && report.providerId !== before.providerId)
    return []
  const after = afterReport(before, report, tx.now)
  const changes = ended(attemptId, report, tx.now)
  if (before.state === 'ended') return changes
  return [
    ...changes,
    ...learned(after, tx.now),
    ...(await settle(tx, replaced(loaded.contact, after), loaded.picture, newId)),
  ]
}

/** A machine was noticed, or a human: a hint that the grade reads, never proof. */
export async function machineSaid(tx: Loading, attemptId: AttemptId, answeredBy: string): Promise<Change[]> {
  const contactId = await tx.contactOfAttempt(attemptId)
  if (contactId === undefined) return []
  await tx.contact(contactId)
  return [{ kind: 'call-machine', attempt: attemptId, answeredBy: isMachine(answeredBy) ? 'machine' : answeredBy }]
}

/** Nothing is decided upon it, so nothing is loaded: the store moves the attempt only if that is a step forward. */
function onItsWay(id: AttemptId, { state, providerId }: Report, now: number): Change[] {
  if (providerId === undefined || state === 'ended') return []
  return [{ kind: 'attempt-moved', id, to: { state, providerId, at: now, lookUpAt: now + SILENCE_MS } }]
}

function ended(id: AttemptId, report: Report, now: number): Change[] {
  const known = report.providerId === undefined ? {} : { providerId: report.providerId }
  const code = report.code === undefined ? {} : { code: report.code }
  return [
    {
      kind: 'attempt-moved',
      id,
      to: { state: 'ended', ...known, at: now, outcome: report.outcome ?? 'failed', ...code },
    },
  ]
}

function replaced(contact: ContactFacts, attempt: AttemptFacts): ContactFacts {
  return { ...contact, attempts: contact.attempts.map((a) => (a.id === attempt.id ? attempt : a)) }
}

/** What an ending teaches about a number, so that the next contact does not learn it anew. */
function learned({ outcome, number }: AttemptFacts, at: number): Change[] {
  switch (outcome) {
    case 'stopped':
      return [{ kind: 'number-learned', number, fact: 'texts-stopped', at }]
    case 'landline':
      return [{ kind: 'number-learned', number, fact: 'landline', at }]
    case 'unreachable':
      return [{ kind: 'number-learned', number, fact: 'unreachable', at }]
    default:
      return []
  }
}
