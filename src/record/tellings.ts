import type { Grade } from '../cellar/change.ts'
import type { Instant } from '../cellar/local-time.ts'
import type { AttemptFacts, ContactFacts } from '../contact/attempt-facts.ts'
import { outdatedBeliefs, type Belief } from '../contact/beliefs.ts'
import { atLeast } from '../contact/grade.ts'
import type { Situation } from '../lateness/situation.ts'
import type { VisitFacts } from '../rota/visit-facts.ts'
import { partyName } from './people.ts'

/** One thing that somebody was to learn: whether they did, and every call and text made for it. */
export interface Telling {
  about: 'expected time' | 'late visit' | 'report taken back'
  /** for whom it was meant */
  whom: string
  /**
   * who in fact learned it, when, and the time of arrival they were given (P-064); undefined while nobody has.
   * `outdated` where that time does not hold any more and they were told no other
   */
  told: { whom: string; at: Instant; expectedStart: Instant | undefined; outdated: boolean } | undefined
  /** every way was tried and a human was asked to see to it; the line goes on trying */
  exhaustedAt: Instant | undefined
  /** no longer to be told, and why; `tooLate` when the time to be told passed before anybody was (that is no success) */
  dropped: { at: Instant; why: string; tooLate: boolean } | undefined
  attempts: AttemptLine[]
}

/** A call or text, with the carrier's own id for it: without one nobody is claimed to have been contacted (design 1.5). */
export interface AttemptLine {
  whom: string
  channel: 'call' | 'text'
  carrierId: string | undefined
  /** when it was handed to the carrier; when it was planned, where it never was */
  at: Instant
  endedAt: Instant | undefined
  state: AttemptFacts['state']
  outcome: AttemptFacts['outcome']
  /** undefined while it is under way */
  grade: Grade | undefined
  /** the time of arrival that its words named */
  expectedStart: Instant | undefined
  /** the one by which somebody learned it */
  proof: boolean
}

/** The tellings of these messages about a visit, the oldest first. */
export function tellingsOf(
  visit: VisitFacts,
  contacts: readonly ContactFacts[],
  messages: readonly Message[],
  situation: Situation,
): Telling[] {
  // whoever is there has put every earlier time right
  const outdated = situation.arrivedAt === undefined ? outdatedBeliefs(contacts, situation) : []
  return contacts
    .flatMap((contact) => {
      const message = messages.find((m) => m === contact.message)
      return message === undefined ? [] : [{ contact, message }]
    })
    .toSorted((a, b) => a.contact.createdAt - b.contact.createdAt)
    .map(({ contact, message }) => tellingOf(visit, contact, message, outdated))
}

const ABOUT = {
  eta: 'expected time',
  'late-notice': 'late visit',
  'late-notice-undone': 'report taken back',
} as const

type Message = keyof typeof ABOUT

function tellingOf(visit: VisitFacts, contact: ContactFacts, message: Message, outdated: readonly Belief[]): Telling {
  const proof = proofOf(contact)
  const { toldAt, toldWhom, exhaustedAt } = contact
  const whom = partyName(visit, contact.party)
  return {
    about: ABOUT[message],
    whom,
    told:
      toldAt === undefined
        ? undefined
        : {
            whom: toldName(visit, proof, toldWhom ?? whom),
            at: toldAt,
            expectedStart: instant(contact.details['saidStart']),
            outdated: outdated.some((belief) => isFrom(contact, belief)),
          },
    exhaustedAt,
    dropped: droppedOf(contact),
    attempts: contact.attempts.map((attempt) => ({
      whom: partyName(visit, attempt.party),
      channel: attempt.channel,
      carrierId: attempt.providerId,
      at: attempt.placedAt ?? attempt.plannedAt,
      endedAt: attempt.endedAt,
      state: attempt.state,
      outcome: attempt.outcome,
      grade: attempt.grade,
      expectedStart: instant(attempt.said?.['saidStart']),
      proof: attempt.id === proof?.id,
    })),
  }
}

/** Whether what somebody believes was learned through this contact. */
function isFrom(contact: ContactFacts, { number, start }: Belief): boolean {
  return contact.attempts.some((a) => a.number === number && a.said?.['saidStart'] === start)
}

function droppedOf({ droppedAt, dropReason, validUntil }: ContactFacts): Telling['dropped'] {
  if (droppedAt === undefined) return undefined
  return { at: droppedAt, why: dropReason ?? '', tooLate: validUntil !== undefined && droppedAt >= validUntil }
}

/** The attempt by which somebody learned it: of those graded, the best, and of equals the first. */
function proofOf(contact: ContactFacts): AttemptFacts | undefined {
  if (contact.toldAt === undefined) return undefined
  return contact.attempts.reduce<AttemptFacts | undefined>((best, attempt) => {
    if (attempt.grade === undefined || attempt.grade === 'F') return best
    return best?.grade !== undefined && atLeast(best.grade, attempt.grade) ? best : attempt
  }, undefined)
}

/** The household's people by their full names; a manager as they were called when they were told. */
function toldName(visit: VisitFacts, proof: AttemptFacts | undefined, asStored: string): string {
  const ofHousehold = proof?.party.kind === 'service-user' || proof?.party.kind === 'service-user-contact'
  return ofHousehold ? partyName(visit, proof.party) : asStored
}

function instant(claim: unknown): Instant | undefined {
  return typeof claim === 'number' ? claim : undefined
}
