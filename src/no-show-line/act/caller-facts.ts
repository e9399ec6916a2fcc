import type { Instant } from '../../cellar/local-time.ts'
import { spokenDayAndTime } from '../../cellar/spoken-time.ts'
import { formalName } from '../../rota/names.ts'
import type { FactName, ValueName } from '../../voice-flow/catalogue.ts'
import type { Conversation } from '../../voice-flow/act/conversation.ts'
import { wasAskedBefore, whoIsAsked } from '../ask-care-worker.ts'
import type { NextVisit, StatusAnswer } from '../status-answer.ts'
import type { CallerTalk } from './load-caller.ts'

type CallerFact = Extract<
  FactName,
  | 'rang-just-now'
  | 'nothing-may-be-told'
  | 'somebody-logged-in'
  | 'somebody-logged-out'
  | 'running-late'
  | 'not-coming'
  | 'nobody-yet'
  | 'office-is-told'
  | 'care-worker-is-asked'
  | 'next-visit-known'
  | 'next-care-worker-known'
  | 'choice-can-be-kept'
  | 'several-people'
  | 'another-person'
  | 'somebody-is-missing'
>

/** What holds in a household's own call; nothing of it in any other. */
export function callerFacts({ caller, duty, call }: Conversation): Record<CallerFact, boolean> {
  const answer = caller && answerNow(caller)
  const told = answer?.told
  const next = answer && nextIn(answer)
  const asked = answer?.visit && caller?.pictures.get(answer.visit.id)
  const isAsked = answer !== undefined && whoIsAsked(answer) !== undefined
  return {
    'rang-just-now': caller?.rangJustNow ?? false,
    'nothing-may-be-told': caller !== undefined && mayBeToldNothing(caller),
    'somebody-logged-in': told?.kind === 'logged-in',
    'somebody-logged-out': told?.kind === 'logged-out',
    'running-late': told?.kind === 'running-late',
    'not-coming': told?.kind === 'not-coming',
    'nobody-yet': told?.kind === 'nobody-yet',
    'office-is-told': answer?.report === 'no-show-report',
    'care-worker-is-asked': isAsked && !wasAskedBefore(asked?.contacts ?? [], call.startedAt),
    'next-visit-known': next !== undefined,
    'next-care-worker-known': next?.careWorker !== undefined,
    // it is asked only where it can be obeyed: somebody has given a time, and a person can be rung (P-141)
    'choice-can-be-kept': told?.kind === 'running-late' && told.late && duty.length > 0,
    'several-people': caller?.who.ambiguous ?? false,
    'another-person': caller !== undefined && caller.index + 1 < caller.answers.length,
    'somebody-is-missing': caller?.answers.some(({ told: { kind } }) => MISSING.has(kind)) ?? false,
  }
}

const MISSING: ReadonlySet<StatusAnswer['told']['kind']> = new Set(['nobody-yet', 'not-coming', 'nothing-to-come'])

type CallerValue = Extract<ValueName, 'logged-in-time' | 'logged-out-time' | 'next-time' | 'next-care-worker'>

/** What is said in a household's call beside the names and times of every other. */
export const CALLER_VALUES: Record<CallerValue, (c: Conversation) => string | undefined> = {
  'logged-in-time': (c) => timeOf(c, 'logged-in'),
  'logged-out-time': (c) => timeOf(c, 'logged-out'),
  'next-time': (c) => {
    const next = c.caller && nextIn(answerNow(c.caller))
    return next && spoken(next.at, c)
  },
  'next-care-worker': ({ caller }) => (caller && nextIn(answerNow(caller))?.careWorker)?.knownAs,
}

/** The care worker that the answer names. */
export function answeredCareWorker({ caller }: Conversation): string | undefined {
  const told = caller && answerNow(caller)?.told
  return told !== undefined && 'careWorker' in told ? told.careWorker?.knownAs : undefined
}

/** "you" to a service user on their own number; to everybody else the name. */
export function answeredWhom({ caller }: Conversation): string | undefined {
  const answer = caller && answerNow(caller)
  if (answer === undefined) return undefined
  return caller?.who.themselves === true ? 'you' : formalName(answer.serviceUser)
}

export function answeredEta(c: Conversation): string | undefined {
  const told = c.caller && answerNow(c.caller)?.told
  return told?.kind === 'running-late' ? spoken(told.by, c) : undefined
}

/** The answer that is told now. */
export function answerNow(caller: CallerTalk): StatusAnswer | undefined {
  return caller.answers[caller.index]
}

/** Somebody who may not be told, or a household that is told nothing now: a person speaks with them. */
function mayBeToldNothing({ who, answers }: CallerTalk): boolean {
  return !who.mayBeTold || answers.some(({ told }) => told.kind === 'silence')
}

function nextIn(answer: StatusAnswer | undefined): NextVisit | undefined {
  return answer?.told.kind === 'next' ? answer.told : answer?.after
}

function timeOf(c: Conversation, kind: 'logged-in' | 'logged-out'): string | undefined {
  const told = c.caller && answerNow(c.caller)?.told
  return told?.kind === kind ? spoken(told.at, c) : undefined
}

function spoken(at: Instant, { now, place }: Conversation): string {
  return spokenDayAndTime(at, now, place.zone)
}
