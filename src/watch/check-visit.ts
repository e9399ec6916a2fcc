import type { Change, NewContact, NewVisitEvent } from '../cellar/change.ts'
import { contactId, eventId } from '../cellar/ids.ts'
import type { Instant } from '../cellar/local-time.ts'
import type { NewId } from '../cellar/ports.ts'
import type { ContactFacts } from '../contact/attempt-facts.ts'
import { isWaiting } from '../contact/attempt-facts.ts'
import { dropContact } from '../contact/decide-contact.ts'
import { SLOT_CLASS } from '../contact/slot-class.ts'
import { SEEN_BY_THE_WATCH } from '../lateness/unexplained.ts'
import { officeItem } from '../office-list/new-item.ts'
import { shortName } from '../rota/names.ts'
import { mayContactAbout } from '../rota/package-status.ts'
import type { CareWorkerFacts, VisitEvent, VisitFacts } from '../rota/visit-facts.ts'
import { currentPlan } from '../rota/visit-now.ts'
import { isTooOld, stepsDue, type WatchStep } from './next-check.ts'
import { waitedFor } from './waited-for.ts'

const MINUTE_MS = 60_000
/** An answer in one word or number is understood so long. */
const ANSWER_WITHIN_MS = 30 * MINUTE_MS
/** A call to ask where somebody is is worth making so long; then others have it. */
const WORTH_ASKING_MS = 30 * MINUTE_MS

/** What the watch asks of a care worker: by text, then by ringing. */
export const ASKS_CARE_WORKER = ['log-in-reminder', 'care-worker-check'] as const

export interface CheckedVisit {
  changes: Change[]
  /** what the watch has just done, as facts of the visit */
  events: VisitEvent[]
}

/**
 * Does what is due about those who are waited for (P-034): texts the care worker, rings them, and where nothing was heard
 * leaves the fact that opens the matter. Each is kept as a fact, so that nothing is done twice; a branch in shadow keeps
 * the facts and contacts nobody. What was asked and need not be any more is taken back.
 *
 * @param riskAt how the visit ranks among others
 */
export function checkVisit(
  visit: VisitFacts,
  contacts: readonly ContactFacts[],
  riskAt: Instant,
  now: Instant,
  newId: NewId,
): CheckedVisit {
  const steps = stepsDue(visit, now)
  const done = steps.filter((step) => !isOvertaken(step, steps))
  const facts = done.map((step) => factOf(visit, step, now, newId))
  const isShadow = visit.branch.watch?.mode === 'shadow'
  const asked = isShadow || isTooOld(visit, now) ? [] : done.flatMap((s) => ask(visit, s, riskAt, now, newId))
  const listed = isShadow ? [] : done.flatMap((step) => listedFor(visit, step, now, newId))
  return {
    changes: [...unasked(visit, contacts, now), ...facts.map((f) => f.change), ...asked, ...listed],
    events: facts.map((f) => f.event),
  }
}

/** After an outage several are due at once: who is rung need not be texted as well. */
function isOvertaken(step: WatchStep, steps: readonly WatchStep[]): boolean {
  return step.fact === 'watch-texted' && steps.some((s) => s.fact === 'watch-rung' && s.who === step.who)
}

function factOf(visit: VisitFacts, { fact, who }: WatchStep, now: Instant, newId: NewId) {
  const evidence = evidenceOf(visit, now)
  const event: VisitEvent = {
    id: eventId(newId()),
    kind: fact,
    minutes: undefined,
    newStart: who.start,
    reason: undefined,
    careWorkerId: who.careWorker?.id,
    source: 'watch',
    evidence,
    receivedAt: now,
    retracts: undefined,
  }
  const added: NewVisitEvent = {
    agencyId: visit.agencyId,
    branchId: visit.branchId,
    id: event.id,
    visitId: visit.id,
    kind: fact,
    newStart: who.start,
    ...(who.careWorker === undefined ? {} : { careWorkerId: who.careWorker.id }),
    source: 'watch',
    sourceRef: `${visit.id} ${who.careWorker?.id ?? 'nobody'} ${who.start} ${fact}`,
    n: 1,
    evidence,
    receivedAt: now,
  }
  return { event, change: { kind: 'event-added', event: added } satisfies Change }
}

function evidenceOf(visit: VisitFacts, now: Instant): string {
  if (visit.branch.watch?.mode === 'shadow') return 'watch in shadow: nobody was contacted'
  return isTooOld(visit, now) ? 'found too late to ask: on the office list' : SEEN_BY_THE_WATCH
}

function ask(visit: VisitFacts, step: WatchStep, riskAt: Instant, now: Instant, newId: NewId): Change[] {
  const { careWorker } = step.who
  if (careWorker === undefined) return []
  switch (step.fact) {
    case 'watch-texted':
      return [
        asking(visit, step, careWorker, 'log-in-reminder', riskAt, now, newId),
        ...question(visit, careWorker, now, newId),
      ]
    case 'watch-rung':
      return [asking(visit, step, careWorker, 'care-worker-check', riskAt, now, newId)]
    case 'not-logged-in':
    case 'nobody-allocated':
    case 'nobody-coming':
      return []
  }
}

function asking(
  visit: VisitFacts,
  { who }: WatchStep,
  careWorker: CareWorkerFacts,
  message: (typeof ASKS_CARE_WORKER)[number],
  riskAt: Instant,
  now: Instant,
  newId: NewId,
): Change {
  const contact: NewContact = {
    agencyId: visit.agencyId,
    branchId: visit.branchId,
    id: contactId(newId()),
    matterId: undefined,
    visitId: visit.id,
    party: { kind: 'care-worker', id: careWorker.id },
    message,
    details: { me: careWorker.knownAs, expected: who.start },
    subject: `visit ${visit.id} expected ${who.start}`,
    class: SLOT_CLASS.atRisk,
    riskAt,
    createdAt: now,
    nextDueAt: now,
    validUntil: now + WORTH_ASKING_MS,
  }
  return { kind: 'contact-added', contact }
}

/** "10 MIN" in answer to the text is of this visit, and counts from now: the plan is over. */
function question(visit: VisitFacts, careWorker: CareWorkerFacts, now: Instant, newId: NewId): Change[] {
  const mobile = careWorker.numbers.find((n) => n.lineType === 'mobile' && !n.noTexts)
  if (mobile === undefined) return []
  const asked = {
    id: newId(),
    branchId: visit.branchId,
    number: mobile.number,
    about: 'minutes',
    details: { visit: visit.ref, countedFrom: 'now' },
    askedAt: now,
    expiresAt: now + ANSWER_WITHIN_MS,
  }
  return [{ kind: 'asked', question: asked }]
}

/** What no matter is opened for: one of two is missing, or the line was away for so long that a human looks back. */
function listedFor(visit: VisitFacts, { fact, who }: WatchStep, now: Instant, newId: NewId): Change[] {
  if (fact === 'watch-texted' || fact === 'watch-rung') return []
  const about = { person: shortName(visit.serviceUser), time: currentPlan(visit).plannedStart }
  const number = who.careWorker?.numbers[0]?.number ?? visit.serviceUser.numbers[0]?.number
  const ring = number === undefined ? {} : { number }
  if (isTooOld(visit, now)) {
    const wanted = {
      kind: 'no-log-in-found',
      details: about,
      ...ring,
      visitId: visit.id,
      subject: `visit ${visit.id}`,
      dueAt: now,
    } as const
    return [officeItem(visit, wanted, now, newId)]
  }
  if (!who.besideAnother) return []
  const wanted = {
    kind: 'one-of-two-missing',
    details: { ...about, careWorker: who.careWorker?.knownAs ?? 'nobody yet' },
    ...ring,
    visitId: visit.id,
    subject: `visit ${visit.id} ${who.careWorker?.id ?? 'nobody'} expected ${who.start}`,
    dueAt: now,
  } as const
  return [officeItem(visit, wanted, now, newId)]
}

/** They are there, have said when they will be or that they are not coming, or the visit is not to take place. */
function unasked(visit: VisitFacts, contacts: readonly ContactFacts[], now: Instant): Change[] {
  const asked = contacts.filter((c) => isWaiting(c) && ASKS_CARE_WORKER.some((message) => message === c.message))
  if (asked.length === 0) return []
  const waiting = mayContactAbout(visit, now) ? waitedFor(visit).filter((who) => !who.notComing) : []
  const isWanted = (c: ContactFacts) =>
    waiting.some((who) => who.careWorker?.id === c.party.id && who.start === c.details['expected'])
  return asked.filter((c) => !isWanted(c)).flatMap((c) => dropContact(c, 'they have said how it stands', now))
}
