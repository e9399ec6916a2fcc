import type { Change } from '../../cellar/change.ts'
import { shortName } from '../../rota/names.ts'
import type { PersonFacts } from '../../rota/visit-facts.ts'
import type { Reading } from '../reading.ts'
import type { ItemKind } from '../../office-list/new-item.ts'
import { officeItem } from '../../office-list/new-item.ts'
import type { TextName } from '../../contact/text-words.ts'
import { contextOf, type Understand } from './context.ts'
import { dueTimes, type Urgency } from './reply.ts'
import type { Incoming } from './sender.ts'
import { answer } from './sender.ts'
import { byCode, toldCode } from './manager-code.ts'
import { standingOfCode, whoIsOnCall } from './tell-staff.ts'

/** Kinds by which a manager answers our own call or text with a code. */
const WITH_A_CODE: ReadonlySet<Reading['kind']> = new Set([
  'accept-escalation',
  'pass-escalation',
  'known-safe',
  'covering',
])

/** Whether a manager speaks as a manager, though they do visits as well. */
export function isManagersWord({ kind, code }: Reading, body: string): boolean {
  return (WITH_A_CODE.has(kind) && code !== undefined) || (toldCode(body) !== undefined && kind !== 'help')
}

/**
 * A manager wrote: WHO is answered, a code is told how it stands, and everything else a person has, with the time that
 * is promised. A manager has no visits, so a time of theirs moves nothing.
 */
export async function fromManager(incoming: Incoming, manager: PersonFacts, understand: Understand): Promise<Change[]> {
  const { tx, from } = incoming
  const reading = understand(incoming.body, contextOf({ ...incoming, question: undefined }, [], 'manager'))
  const hasIt = (text: TextName, urgency: Urgency, kind: ItemKind = 'care-worker-text', details = {}) =>
    theOfficeHasManagers(incoming, manager, { text, urgency, kind, details })
  // a cry for help goes before whatever was told
  const toldWith = reading.kind === 'help' ? undefined : toldCode(incoming.body)
  const noted = toldWith === undefined ? undefined : await byCode(incoming, manager, { kind: 'told' }, toldWith)
  if (noted !== undefined) return noted
  switch (reading.kind) {
    case 'thanks':
    case 'ok':
    case 'chatter':
      return []
    case 'stop': {
      const learned: Change = { kind: 'number-learned', number: from, fact: 'texts-stopped', at: tx.now }
      return [learned, ...hasIt('office-has-it', 'at-once', 'opted-out')]
    }
    case 'who-is-on-call': {
      const { text, details } = await whoIsOnCall(incoming)
      return [answer(incoming, { kind: 'manager', id: manager.id }, text, { me: manager.firstName, ...details })]
    }
    case 'help':
      return hasIt(reading.level === 'emergency' ? 'emergency' : 'office-has-it', 'at-once', 'cry-for-help')
    case 'accept-escalation':
    case 'pass-escalation':
    case 'known-safe':
    case 'covering':
    case 'accept-offer':
    case 'decline-offer': {
      const { code } = reading
      const done =
        code === undefined || !isManagersWord(reading, incoming.body)
          ? undefined
          : await byCode(incoming, manager, reading, code)
      if (done !== undefined) return done
      const standing = await standingOfCode(incoming, code, { kind: 'manager', id: manager.id })
      if (code === undefined || standing === 'open') return hasIt('office-has-it', 'at-once')
      return hasIt(`code-${standing}`, 'promised', 'care-worker-text', { code })
    }
    case 'no-show-report':
    case 'missed':
    case 'cannot-attend':
    case 'sick':
    case 'found-missed':
    case 'no-reply':
      return hasIt('office-has-it', 'at-once')
    default:
      return hasIt('office-has-it', 'promised')
  }
}

interface ForOffice {
  text: TextName
  urgency: Urgency
  kind: ItemKind
  details: Record<string, string>
}

function theOfficeHasManagers(incoming: Incoming, manager: PersonFacts, wanted: ForOffice): Change[] {
  const { tx, place, delivery, from, newId } = incoming
  const due = dueTimes(wanted.urgency, tx.now)
  const careWorker = shortName({ ...manager, preferredName: manager.firstName })
  const item = {
    kind: wanted.kind,
    details: { careWorker, delivery: delivery.id },
    number: from,
    subject: `text ${delivery.id}`,
  }
  const said = { me: manager.firstName, ...wanted.details, by: due.dueAt }
  return [
    officeItem(place, { ...item, ...due }, tx.now, newId),
    answer(incoming, { kind: 'manager', id: manager.id }, wanted.text, said),
  ]
}
