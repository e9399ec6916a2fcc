import type { Change, NewAcceptance } from '../cellar/change.ts'
import type { ContactId } from '../cellar/ids.ts'
import type { Instant } from '../cellar/local-time.ts'
import type { PhoneNumber } from '../cellar/phone-number.ts'
import { readableNumber } from '../cellar/phone-number.ts'
import type { NewId } from '../cellar/ports.ts'
import { textToManager } from '../contact/text-to-manager.ts'
import { heldBy, STAGES } from '../escalation/acceptance.ts'
import { NO_CLIMB } from '../escalation/climb-facts.ts'
import { shortName } from '../rota/names.ts'
import { currentPlan } from '../rota/visit-now.ts'
import { dropCalls } from './climb-step.ts'
import type { VisitPicture } from './matter-facts.ts'
import { riskOf } from './risk.ts'

/** Whoever takes a matter, and how: with key and confirming key, or with the code they were texted. */
export interface Taker {
  managerId: string | undefined
  whom: string
  /** left out where they took it at a desk */
  number: PhoneNumber | undefined
  how: NewAcceptance['how']
  /** what they answer later texts with; none where the phone is nobody's own */
  code: string | undefined
  /** the contact in whose call they took it */
  contact: ContactId | undefined
}

/**
 * Somebody takes a matter. Whoever is stored first has it; nothing is changed where it is closed or somebody has it. Its
 * other calls are taken back, its next due time is the deadline by which somebody must be on the way, and the details go
 * out by text.
 */
export function takeMatter(picture: VisitPicture, by: Taker, now: Instant, newId: NewId): Change[] {
  const { matter } = picture
  if (matter === undefined || heldBy(matter.climb) !== undefined) return []
  const { live, taken } = matter.climb ?? NO_CLIMB
  const deadline = now + (STAGES[0]?.withinMinutes ?? 10) * 60_000
  const { managerId, whom, number, how, contact } = by
  const acceptance: NewAcceptance = {
    id: newId(),
    matterId: matter.id,
    ...(managerId === undefined ? {} : { managerId }),
    whom,
    ...(number === undefined ? {} : { number }),
    how,
    acceptedAt: now,
    deadline,
  }
  const stage = { id: newId(), matterId: matter.id, round: taken.length + 1, deadline }
  const why = `${whom} took it`
  return [
    { kind: 'matter-taken', acceptance },
    ...(live === undefined ? [] : [{ kind: 'escalation-ended', id: live.id, at: now, why } as const]),
    { kind: 'stage-set', stage: { ...stage, stage: 'taken', reachedAt: now } },
    ...(contact === undefined ? [] : [{ kind: 'contact-told', id: contact, at: now, whom, grade: 'A' } as const]),
    ...dropCalls(picture.contacts, why, now, contact),
    { kind: 'matter-moved', id: matter.id, nextStep: 'held', nextDueAt: deadline },
    ...detailsFor(picture, by, now, newId),
  ]
}

/** What whoever took it needs to act: whom it is about, the number to ring, and how to say what came of it. */
function detailsFor(picture: VisitPicture, by: Taker, now: Instant, newId: NewId): Change[] {
  if (by.managerId === undefined || by.code === undefined) return []
  const { visit, matter } = picture
  const number = visit.serviceUser.numbers[0]?.number
  const text = {
    matterId: matter?.id,
    visitId: visit.id,
    party: { kind: 'manager', id: by.managerId },
    message: 'escalation-news',
    details: {
      text: number === undefined ? 'matter-taken-no-number' : 'matter-taken',
      person: shortName(visit.serviceUser),
      planned: currentPlan(visit).plannedStart,
      code: by.code,
      ...(number === undefined ? {} : { number: readableNumber(number) }),
    },
    subject: `matter ${matter?.id ?? ''} taken at ${now}`,
    riskAt: riskOf(visit).riskAt,
  } as const
  return [textToManager(visit, text, now, newId)]
}
