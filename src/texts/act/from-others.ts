import type { Change, ContactDetails, Party } from '../../cellar/change.ts'
import type { Instant } from '../../cellar/local-time.ts'
import type { TextName } from '../../contact/text-words.ts'
import { answerText } from '../../no-show-line/act/answer-text.ts'
import { officeItem, promisedTime, type ItemKind } from '../../office-list/new-item.ts'
import { shortName } from '../../rota/names.ts'
import { pauseContact } from './bereavement.ts'
import { claimIn, mayClaim } from './claims.ts'
import { momentOf, type Understand } from './context.ts'
import { householdSays } from './household-says.ts'
import { dueTimes, type Urgency } from './reply.ts'
import { answer, type Household, type Incoming } from './sender.ts'

/**
 * A service user or family member wrote: what they say of a visit is kept, and a person has it within minutes, at once
 * when it may be a cry for help. A number can be a couple's: whoever is rung back for hears of both.
 */
export async function fromHousehold(
  incoming: Incoming,
  people: readonly [Household, ...Household[]],
  understand: Understand,
): Promise<Change[]> {
  const { tx, place, body, from } = incoming
  const [person] = people
  const reading = understand(body, { from: 'service-user', now: momentOf(tx.now, place.zone), nextVisits: [] })
  const party: Party =
    person.kind === 'service-user'
      ? { kind: person.kind, id: person.serviceUser.id }
      : { kind: person.kind, id: person.id }
  const hasIt = (kind: ItemKind, text: TextName, urgency: Urgency) => {
    const due = dueTimes(urgency, tx.now)
    return [
      itemAbout(incoming, kind, due, { person: namesOf(people) }),
      answer(incoming, party, text, { by: due.dueAt }),
    ]
  }
  switch (reading.kind) {
    case 'stop':
      return [{ kind: 'number-learned', number: from, fact: 'texts-stopped', at: tx.now }]
    case 'thanks':
    case 'ok':
      return []
    case 'help': {
      if (reading.level === 'emergency') return hasIt('household-cry', 'emergency', 'at-once')
      if (reading.about !== 'bereavement') return hasIt('household-text', 'household-has-it', 'at-once')
      const users = people.map((one) => one.serviceUser)
      const paused = await pauseContact(incoming, users, party.id)
      return [...paused, ...hasIt('household-bereavement', 'household-bereaved', 'at-once')]
    }
    case 'no-show-report':
      return nobodyHasCome(incoming, people, party)
    case 'arrived':
      return [...(await householdSays(incoming, people, 'said-there')), answer(incoming, party, 'household-noted', {})]
    default:
      return hasIt('household-text', 'household-has-it', 'soon')
  }
}

/** A report like the one by voice, with the same answer; a person has it within minutes where no time holds. */
async function nobodyHasCome(incoming: Incoming, people: readonly Household[], party: Party): Promise<Change[]> {
  const { noted, reply, needsPerson } = await answerText(incoming, people, party)
  const due = dueTimes('soon', incoming.tx.now)
  const answered = reply?.(due.dueAt) ?? answer(incoming, party, 'household-has-it', { by: due.dueAt })
  const item = itemAbout(incoming, 'nobody-has-come', due, { person: namesOf(people) })
  return [...noted, ...(needsPerson ? [item] : []), answered]
}

/**
 * Nobody known: nothing is moved on anybody's behalf. Answered once a day, so that two machines can never write to each
 * other; on the office list each time. Where the text gives a care worker's name, that care worker is asked on their own
 * phone, and a person finds out sooner.
 */
export async function fromUnknown(incoming: Incoming, understand: Understand): Promise<Change[]> {
  const { tx, place, body, from } = incoming
  const local = momentOf(tx.now, place.zone)
  const reading = understand(body, { from: 'unknown', now: local, nextVisits: [] })
  if (reading.kind === 'stop') return [{ kind: 'number-learned', number: from, fact: 'texts-stopped', at: tx.now }]
  const emergency = reading.kind === 'help' && reading.level === 'emergency'
  const claimed = await inWhoseName(incoming)
  const urgency =
    emergency || reading.kind === 'help'
      ? 'at-once'
      : claimed !== undefined || CANNOT_WAIT.has(reading.kind)
        ? 'soon'
        : 'promised'
  const due = urgency === 'promised' ? { dueAt: promisedTime(tx.now) } : dueTimes(urgency, tx.now)
  const once = `unknown number ${from} on ${local.date}${emergency ? ' emergency' : ''}`
  const item =
    claimed === undefined || reading.kind === 'help'
      ? itemAbout(incoming, emergency ? 'unknown-cry' : 'unknown-text', due, {})
      : itemAbout(incoming, 'in-somebodys-name', due, { careWorker: claimed.knownAs })
  return [
    item,
    answer(incoming, { kind: 'unknown' }, emergency ? 'emergency' : 'unknown-number', { by: due.dueAt }, once),
    ...(claimed === undefined ? [] : askOnOwnPhone(incoming, claimed, local.date)),
  ]
}

/** "Nobody has come", and whatever a care worker says who cannot come. */
const CANNOT_WAIT: ReadonlySet<string> = new Set([
  'no-show-report',
  'missed',
  'cannot-attend',
  'sick',
  'found-missed',
  'no-reply',
])

async function inWhoseName({ tx, place, body }: Incoming) {
  if (!mayClaim(body)) return undefined
  const claim = claimIn(body, await tx.careWorkersOf(place.branchId), [], [])
  return claim?.people.length === 1 ? claim.people[0] : undefined
}

/** A claimed name moves nothing; the phone that is theirs can confirm it. Once a day, whoever writes. */
function askOnOwnPhone(
  incoming: Incoming,
  careWorker: NonNullable<Awaited<ReturnType<typeof inWhoseName>>>,
  date: string,
): Change[] {
  const own = careWorker.numbers.find((n) => n.lineType === 'mobile' && !n.noTexts)
  if (own === undefined) return []
  const party = { kind: 'care-worker', id: careWorker.id } as const
  const subject = `in the name of ${careWorker.id} from ${incoming.from} on ${date}`
  return [answer({ ...incoming, from: own.number }, party, 'in-your-name', { me: careWorker.knownAs }, subject)]
}

function itemAbout(
  { tx, place, delivery, from, newId }: Incoming,
  kind: ItemKind,
  due: { dueAt: Instant; ringAt?: Instant },
  details: ContactDetails,
): Change {
  const about = { ...details, delivery: delivery.id }
  return officeItem(
    place,
    { kind, details: about, number: from, subject: `text ${delivery.id}`, ...due },
    tx.now,
    newId,
  )
}

function namesOf(people: readonly Household[]): string {
  return [...new Set(people.map((one) => shortName(one.serviceUser)))].join(' and ')
}
