import type { Change } from '../cellar/change.ts'
import { contactId } from '../cellar/ids.ts'
import type { Instant } from '../cellar/local-time.ts'
import type { NewId } from '../cellar/ports.ts'
import type { ContactFacts } from '../contact/attempt-facts.ts'
import { isWaiting } from '../contact/attempt-facts.ts'
import { dropContact } from '../contact/decide-contact.ts'
import { SLOT_CLASS } from '../contact/slot-class.ts'
import type { ClimbFacts } from '../escalation/climb-facts.ts'
import { NO_CLIMB } from '../escalation/climb-facts.ts'
import { AT_ONCE_WHEN_LOUD, isOfRound } from '../escalation/ladder.ts'
import type { MatterFacts, VisitPicture } from './matter-facts.ts'
import { placeOf } from './matter-facts.ts'
import { riskOf } from './risk.ts'

/** While phones ring for it, a matter looks again this often, whatever became of them. */
const LOOK_AGAIN_MS = 60_000
/** The second line of a loud round rings a moment later, so that it sees whom the first one rings. */
const LINES_APART_MS = 1_000
/** A round in which there was nobody to ring is not begun again before. */
const EMPTY_ROUND_REST_MS = 90_000

interface Climbing extends VisitPicture {
  matter: MatterFacts
}

/**
 * Sees to it that phones ring for a matter that nobody has: a climb, and in its round a contact for each line. A round
 * in which nobody took it is followed by a louder one; there is no last one (design 1.2). Changes nothing while all that
 * is under way. Once somebody had it and did not do what there was to do, everybody is rung from the start.
 */
export function climb(open: Climbing, now: Instant, newId: NewId): Change[] {
  const climbs = open.matter.climb ?? NO_CLIMB
  const { live } = climbs
  if (live === undefined) return begin(open, climbs, now, newId)
  const name = roundName(open.matter, climbs.climbs, live.round)
  const lines = open.contacts.filter((contact) => isOfRound(contact, name))
  const waiting = lines.filter(isWaiting)
  if (waiting.some((line) => line.exhaustedAt === undefined)) return lookAgain(open.matter, now)
  const round = live.round + 1
  const rang = lines.length === 0 || lines.some((line) => line.attempts.length > 0)
  return [
    ...waiting.flatMap((line) => dropContact(line, 'nobody took it in this round', now)),
    { kind: 'escalation-moved', id: live.id, round, loud: true },
    ...linesOf(
      open,
      roundName(open.matter, climbs.climbs, round),
      true,
      rang ? now : now + EMPTY_ROUND_REST_MS,
      newId,
      now,
    ),
    ...moved(open.matter, now),
  ]
}

/** Nobody need be rung for it any more: what waits is not sent, what rings is taken back. */
export function endClimb(open: VisitPicture, why: string, now: Instant): Change[] {
  const live = open.matter?.climb?.live
  const over: Change[] = live === undefined ? [] : [{ kind: 'escalation-ended', id: live.id, at: now, why }]
  return [...over, ...dropCalls(open.contacts, why, now)]
}

/** The calls and codes of a climb that are not made or answered yet; but for one, in which somebody has just answered. */
export function dropCalls(contacts: readonly ContactFacts[], why: string, now: Instant, but?: string): Change[] {
  const theirs = contacts.filter((one) => OF_A_CLIMB.includes(one.message) && isWaiting(one) && one.id !== but)
  return theirs.flatMap((one) => dropContact(one, why, now))
}

const OF_A_CLIMB = ['escalation', 'escalation-code']

function begin(open: Climbing, climbs: ClimbFacts, now: Instant, newId: NewId): Change[] {
  const loud = climbs.taken.length > 0
  const escalation = { id: newId(), matterId: open.matter.id, round: 1, loud, startedAt: now }
  return [
    { kind: 'escalation-opened', escalation },
    ...linesOf(open, roundName(open.matter, climbs.climbs + 1, 1), loud, now, newId, now),
    ...moved(open.matter, now),
  ]
}

function linesOf(open: Climbing, name: string, loud: boolean, from: Instant, newId: NewId, now: Instant): Change[] {
  const lines = Array.from({ length: loud ? AT_ONCE_WHEN_LOUD : 1 }, (_none, n) => n + 1)
  return lines.map((line) => ({
    kind: 'contact-added',
    contact: {
      ...placeOf(open.visit),
      id: contactId(newId()),
      matterId: open.matter.id,
      visitId: open.visit.id,
      party: { kind: 'unknown' },
      message: 'escalation',
      details: { loud },
      subject: `${name} line ${line}`,
      class: SLOT_CLASS.atRisk,
      riskAt: riskOf(open.visit).riskAt,
      createdAt: now,
      nextDueAt: from + (line - 1) * LINES_APART_MS,
      validUntil: undefined,
    },
  }))
}

function roundName(matter: MatterFacts, climbs: number, round: number): string {
  return `matter ${matter.id} climb ${climbs} round ${round}`
}

function lookAgain(matter: MatterFacts, now: Instant): Change[] {
  return matter.nextStep === 'climb' && matter.nextDueAt > now ? [] : moved(matter, now)
}

function moved(matter: MatterFacts, now: Instant): Change[] {
  return [{ kind: 'matter-moved', id: matter.id, nextStep: 'climb', nextDueAt: now + LOOK_AGAIN_MS }]
}
