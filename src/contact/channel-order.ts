import type { Grade, Party } from '../cellar/change.ts'
import type { Instant, Zone } from '../cellar/local-time.ts'
import { toLocal } from '../cellar/local-time.ts'
import type { PhoneNumber } from '../cellar/phone-number.ts'
import { fullName } from '../rota/names.ts'
import type { HouseholdContact, KnownNumber, ServiceUserFacts } from '../rota/visit-facts.ts'

/** One way to reach somebody: a call or a text to one number, and the grade that makes it enough. */
export interface Way {
  channel: 'call' | 'text'
  number: PhoneNumber
  party: Party
  whom: string
  enough: Grade
  /** they agreed to be rung at other hours: not tried now, and what they were told before still counts */
  notNow?: true
  /** whoever answers it believes a time that does not hold any more: the order is not over until they were told */
  owed?: true
  /** the number was rung about something else just now: not tried before */
  restsUntil?: Instant
}

/**
 * The ways to tell a service user's household something, in the order of their plan (P-043): the service user by the
 * channel they prefer, then their other numbers, then the contact order. A landline is never texted. A text is enough
 * only where the plan says text first; with cognitive impairment only a spoken answer or a key stops the order.
 * Contacts who may not be told are left out; those who agreed to other hours are marked.
 */
export function householdWays(who: ServiceUserFacts, now: Instant, zone: Zone): Way[] {
  const own = ownWays(who)
  const others = who.contacts
    .filter((c) => c.mayBeTold)
    .toSorted((a, b) => a.order - b.order)
    .flatMap((c) => contactWays(c, who, mayBeRungNow(c, now, zone)))
  const ways = who.preferredChannel === 'via_contact' ? [...others, ...own] : [...own, ...others]
  return withoutRepeats(ways)
}

function ownWays(who: ServiceUserFacts): Way[] {
  const landlines = who.numbers.filter((n) => n.lineType === 'landline').map((n) => own(who, n, 'call'))
  const mobiles = who.numbers.filter((n) => n.lineType === 'mobile')
  const mobileCalls = mobiles.map((n) => own(who, n, 'call'))
  const texts = mobiles.filter((n) => !n.noTexts).map((n) => own(who, n, 'text'))
  switch (who.preferredChannel) {
    case 'sms':
      return [...texts, ...mobileCalls, ...landlines]
    case 'voice_mobile':
      return [...mobileCalls, ...landlines, ...texts]
    case 'voice_landline':
    case 'via_contact':
      return [...landlines, ...mobileCalls, ...texts]
  }
}

function own(who: ServiceUserFacts, known: KnownNumber, channel: 'call' | 'text'): Way {
  const textIsEnough = who.preferredChannel === 'sms' && channel === 'text' && !who.cognitiveImpairment
  return {
    channel,
    number: known.number,
    party: { kind: 'service-user', id: who.id },
    whom: `${who.preferredName} ${who.lastName}`,
    enough: textIsEnough ? 'D' : enoughFor(who),
  }
}

function contactWays(contact: HouseholdContact, who: ServiceUserFacts, nowIsGood: boolean): Way[] {
  return contact.numbers.map((known) => ({
    channel: 'call',
    number: known.number,
    party: { kind: 'service-user-contact', id: contact.id },
    whom: contact.relationship === '' ? fullName(contact) : `${fullName(contact)} (${contact.relationship})`,
    enough: enoughFor(who),
    ...(nowIsGood ? {} : { notNow: true }),
  }))
}

function enoughFor(who: ServiceUserFacts): Grade {
  return who.cognitiveImpairment ? 'A' : 'B'
}

/** Whether a contact agreed to be rung at this hour; "22:00 to 07:00" runs over midnight. */
function mayBeRungNow(contact: HouseholdContact, now: Instant, zone: Zone): boolean {
  const { time } = toLocal(now, zone)
  const { ringFrom: from, ringTo: to } = contact
  if (from === '' || to === '' || from === to) return true
  return from < to ? time >= from && time < to : time >= from || time < to
}

/** A wife's number may be the service user's own landline: it is rung once in a round, for the first who is named. */
function withoutRepeats(ways: Way[]): Way[] {
  return ways.filter((way, at) => ways.findIndex((w) => w.channel === way.channel && w.number === way.number) === at)
}
