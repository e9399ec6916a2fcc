import type { TurnRef } from '../cellar/ports.ts'

/** Every address the carrier is given, built from the public address in this one place. */
export interface WebAddresses {
  /** where a path of ours lies, as the carrier sees it; for checking signatures */
  of(path: string): string
  /** to be set on each line at the carrier */
  inboundText: string
  inboundCall: string
  inboundCallStatus: string
  fallback: string
  turn(ref: TurnRef): string
  /** what the person on the other end of a connection hears before they are put through */
  whisper(call: string): string
  /** where a call of ours begins once it is answered: its first turn, by its attempt */
  answer(attempt: string): string
  callStatus(attempt: string): string
  machine(attempt: string): string
  textStatus(attempt: string): string
  /** a step of the call that is led to a person without the database */
  trouble(step: { next: number } | { whisper: 'ask' | 'answer' }): string
}

/** The number of a conversation's first turn, of a whisper's as well. */
export const FIRST_TURN = 1

/**
 * @param publicUrl with or without a path and a trailing slash
 */
export function webAddresses(publicUrl: string): WebAddresses {
  const base = publicUrl.replace(/\/+$/, '')
  const at = (...parts: string[]): string => `${base}/twilio/${parts.map(encodeURIComponent).join('/')}`
  return {
    of: (path) => base + path,
    inboundText: at('sms'),
    inboundCall: at('voice'),
    inboundCallStatus: at('call-status'),
    fallback: at('fallback'),
    turn: ({ call, turn }) => at('voice-flow', call, String(turn)),
    whisper: (call) => at('voice-flow', call, String(FIRST_TURN)),
    answer: (attempt) => at('voice-flow', attempt, String(FIRST_TURN)),
    callStatus: (attempt) => at('call-status', attempt) + ASK_AGAIN,
    machine: (attempt) => `${at('call-status', attempt)}?machine=1${ASK_AGAIN}`,
    textStatus: (attempt) => at('message-status', attempt) + ASK_AGAIN,
    trouble: (step) => `${at('fallback')}?${'next' in step ? `next=${step.next}` : `whisper=${step.whisper}`}`,
  }
}

/** Asks the carrier to send a callback up to two times more whatever went wrong; never part of what is signed. */
const ASK_AGAIN = '#rc=2&rp=all'
