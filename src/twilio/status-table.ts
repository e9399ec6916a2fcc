import type { CarrierState, SendOutcome } from '../cellar/ports.ts'

/** How far a call or text has come. A report moves an attempt only to a higher rank (planned is 0, placing 1). */
export const RANK: Readonly<Record<CarrierState, number>> = { placed: 2, ringing: 3, 'in-progress': 4, ended: 5 }

export interface StatusMeaning {
  state: CarrierState
  outcome?: SendOutcome
  /** its own number for each status, so that a doubled callback is known and two different ones are not confused */
  seq: number
}

/**
 * What the carrier says of a call. "completed" means that something picked up, a voicemail included: who or what did
 * is for the grade to say.
 */
export const CALL_STATUS: Readonly<Record<string, StatusMeaning>> = {
  queued: { state: 'placed', seq: 0 },
  initiated: { state: 'placed', seq: 1 },
  ringing: { state: 'ringing', seq: 2 },
  'in-progress': { state: 'in-progress', seq: 3 },
  completed: { state: 'ended', outcome: 'answered', seq: 4 },
  busy: { state: 'ended', outcome: 'engaged', seq: 5 },
  'no-answer': { state: 'ended', outcome: 'no-answer', seq: 6 },
  failed: { state: 'ended', outcome: 'failed', seq: 7 },
  canceled: { state: 'ended', outcome: 'cancelled', seq: 8 },
}

/** What the carrier says of a text. "sent" is not the end: some networks say later that it was delivered, some never. */
export const TEXT_STATUS: Readonly<Record<string, StatusMeaning>> = {
  accepted: { state: 'placed', seq: 0 },
  scheduled: { state: 'placed', seq: 1 },
  queued: { state: 'placed', seq: 2 },
  sending: { state: 'placed', seq: 3 },
  sent: { state: 'in-progress', outcome: 'sent', seq: 4 },
  partially_delivered: { state: 'in-progress', outcome: 'sent', seq: 5 },
  delivered: { state: 'ended', outcome: 'delivered', seq: 6 },
  read: { state: 'ended', outcome: 'delivered', seq: 7 },
  undelivered: { state: 'ended', outcome: 'failed', seq: 8 },
  failed: { state: 'ended', outcome: 'failed', seq: 9 },
  canceled: { state: 'ended', outcome: 'cancelled', seq: 10 },
}

/** Why the telephone network gave up on a call that "failed", by the network's own answer (SIP, RFC 3261 and 3326). */
export const NETWORK_ANSWER: Readonly<Record<number, SendOutcome>> = {
  404: 'unreachable',
  408: 'no-answer',
  410: 'unreachable',
  480: 'switched-off',
  484: 'unreachable',
  486: 'engaged',
  487: 'no-answer',
  600: 'engaged',
  603: 'engaged',
  604: 'unreachable',
}

/** What answered, by the carrier's guess (right 85 to 90 times in 100): a hint, never proof. */
export const ANSWERED_BY: Readonly<Record<string, 'human' | 'machine' | 'unknown'>> = {
  human: 'human',
  machine_start: 'machine',
  machine_end_beep: 'machine',
  machine_end_silence: 'machine',
  machine_end_other: 'machine',
  fax: 'machine',
  unknown: 'unknown',
}

/** A status we have never heard of says that the carrier has it, and nothing more. */
const UNHEARD_OF: StatusMeaning = { state: 'placed', seq: 99 }

export function callStatus(status: string): StatusMeaning {
  return own(CALL_STATUS, status) ?? UNHEARD_OF
}

export function textStatus(status: string): StatusMeaning {
  return own(TEXT_STATUS, status) ?? UNHEARD_OF
}

/** The carrier's guess of what answered, where it made one. */
export function answeredBy(said: string | undefined): 'human' | 'machine' | 'unknown' | undefined {
  return said === undefined || said === '' ? undefined : (own(ANSWERED_BY, said) ?? 'unknown')
}

/** The words come from outside: "constructor" is no status, though every object has one. */
function own<Value>(table: Readonly<Record<string, Value>>, word: string): Value | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined
}
