import type { Change } from './change.ts'
import type { AttemptId, CallId } from './ids.ts'
import type { Instant } from './local-time.ts'
import type { PhoneNumber } from './phone-number.ts'

/** The one source of the present. Only `src/clock.ts` reads the machine's clock. */
export interface Clock {
  now(): Instant
}

/** New ids, so that deciders need no randomness. */
export type NewId = () => string

/** What an attempt's send came to. "unknown" means it may have been accepted: never send again before looking it up. */
export type SendAnswer =
  | { kind: 'accepted'; providerId: string }
  | { kind: 'refused'; code: number | undefined; why: SendOutcome }
  | { kind: 'busy'; retryAfterSeconds: number }
  | { kind: 'unknown'; why: string }

/** How a call or text ended, in the line's own words. */
export type SendOutcome =
  | 'answered'
  | 'engaged'
  | 'no-answer'
  | 'failed'
  | 'switched-off'
  | 'unreachable'
  | 'stopped'
  | 'landline'
  | 'cancelled'
  | 'delivered'
  | 'sent'
  | 'expired'
  | 'filtered'
  | 'not-allowed'

/** The states a carrier can report, in rising order; a state never moves back. */
export type CarrierState = 'placed' | 'ringing' | 'in-progress' | 'ended'

/** One thing a carrier said about a call or text. */
export interface CarrierReport {
  providerId: string
  state: CarrierState
  /** present when the state is `ended`, and for a text already when it is sent */
  outcome?: SendOutcome
  code?: number
}

/** A call or text the carrier has on its list. */
export interface FoundSend extends CarrierReport {
  at: Instant
}

export interface CallToPlace {
  attempt: AttemptId
  from: PhoneNumber
  to: PhoneNumber
  answerUrl: string
  statusUrl: string
  machineUrl: string
  ringSeconds: number
  detectMachine: boolean
}

export interface TextToSend {
  attempt: AttemptId
  from: PhoneNumber
  to: PhoneNumber
  body: string
  statusUrl: string
  validSeconds: number
}

/** The carrier, whoever it is. Sending is never repeated here: a doubtful send answers `unknown`. */
export interface Carrier {
  placeCall(call: CallToPlace): Promise<SendAnswer>
  sendText(text: TextToSend): Promise<SendAnswer>
  /** Takes back a call that is still queued or ringing. */
  cancelCall(providerId: string): Promise<'cancelled' | 'too-late' | 'unknown'>
  findCalls(query: { from: PhoneNumber; to: PhoneNumber; since: Instant }): Promise<FoundSend[]>
  findTexts(query: { from: PhoneNumber; to: PhoneNumber; body: string; since: Instant }): Promise<FoundSend[]>
  /** Texts that came to a line, also those whose webhook never reached us. */
  receivedTexts(query: { to: PhoneNumber; since: Instant }): Promise<ReceivedText[]>
  fetchState(kind: 'call' | 'text', providerId: string): Promise<CarrierReport | undefined>
}

/** A text on the carrier's list, with the fields its webhook would have had. */
export interface ReceivedText {
  providerId: string
  at: Instant
  raw: Record<string, string>
}

/** Whether a caller may cut words short: by key and by speaking, by key alone (a key counts while they are said), or not. */
export type Interruptible = boolean | 'by-key'

/** One thing said or waited for on a call. */
export type Spoken =
  { say: string; language: string; slow: boolean; interruptible: Interruptible } | { pauseSeconds: number }

/** What a call does next, in no carrier's words. `next` is the turn that hears the answer. */
export interface SpokenTurn {
  spoken: Spoken[]
  then:
    | { kind: 'listen'; keys: number | undefined; words: string[]; waitSeconds: number; next: TurnRef }
    | { kind: 'continue'; next: TurnRef }
    | {
        kind: 'connect'
        numbers: PhoneNumber[]
        callerId: PhoneNumber
        ringSeconds: number
        whisper?: { call: CallId }
        next: TurnRef
      }
    /** a whisper that was accepted: the two are put through */
    | { kind: 'put-through' }
    | { kind: 'hang-up' }
    | { kind: 'reject' }
}

export interface TurnRef {
  call: CallId
  turn: number
}

/** What a caller did in answer to a turn, as the carrier reports it. */
export interface HeardInput {
  digits?: string
  speech?: string
  confidence?: number
  dial?: { status: string; seconds: number }
  answeredBy?: string
}

/** What an act decided: what to write, and what to hand back to whoever asked. */
export interface Decision<Result> {
  changes: Change[]
  result: Result
  /** decided and written in the same transaction when `changes` are; what it throws undoes only this part */
  next?: () => Promise<Change[]>
}

export type DeliveryKind = 'text' | 'text-status' | 'call-status' | 'machine'

/** A stored webhook, read in the line's own words by whoever knows the carrier. */
export type DeliveryReading =
  | { kind: 'text'; providerId: string; from: string; to: string; body: string; pictures: number }
  | { kind: 'report'; report: CarrierReport; from: string; to: string; seconds?: number }
  | { kind: 'machine'; providerId: string; answeredBy: 'human' | 'machine' | 'unknown' }
  | { kind: 'unreadable'; why: string }
