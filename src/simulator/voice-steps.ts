import type { Speech } from './speech.ts'
import type { TwimlProblem } from './twiml-reader.ts'

export type HttpMethod = 'GET' | 'POST'

export interface GatherStep {
  do: 'listen'
  keys: boolean
  speech: boolean
  action: string | undefined
  method: HttpMethod
  timeoutSeconds: number
  speechTimeoutSeconds: number
  numDigits: number | undefined
  finishOnKey: string
  actionOnEmptyResult: boolean
  bargeIn: boolean
}

export interface DialledNumber {
  number: string
  url: string | undefined
  method: HttpMethod
  statusCallback: string | undefined
  statusCallbackMethod: HttpMethod
  events: Set<string>
}

export interface DialStep {
  do: 'dial'
  numbers: DialledNumber[]
  action: string | undefined
  method: HttpMethod
  timeoutSeconds: number
  timeLimitSeconds: number
  callerId: string | undefined
  /** One number after the other instead of all at once. */
  sequential: boolean
  /** A caller who has not been connected yet goes on hearing the ringing tone. */
  answerOnBridge: boolean
}

/** A call's document, laid out flat: a Gather is a `listen`, its prompts, and a `wait-for-input`. */
export type Step =
  | { do: 'say'; speech: Speech }
  | { do: 'play'; url: string; seconds: number }
  | { do: 'pause'; seconds: number }
  | GatherStep
  | { do: 'wait-for-input' }
  | { do: 'redirect'; url: string; method: HttpMethod }
  | DialStep
  | { do: 'hang-up' }
  | { do: 'reject'; reason: 'rejected' | 'busy' }

export interface VoiceDocument {
  steps: Step[]
  warnings: TwimlProblem[]
}
