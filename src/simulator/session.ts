import type { Call } from './call.ts'
import type { Carrier } from './carrier.ts'
import type { DocumentRequest } from './documents.ts'
import type { Dialling } from './dial.ts'
import type { Listening } from './gather.ts'
import type { Step } from './voice-steps.ts'

/** A document being carried out on a call, step by step. */
export interface Session {
  carrier: Carrier
  call: Call
  steps: Step[]
  /** The document that is being carried out: relative addresses are counted from it. */
  documentUrl: string | undefined
  fallback: { url: string; method: 'GET' | 'POST' } | undefined
  listening: Listening | undefined
  dialling: Dialling | undefined
  /** Carries out steps until one takes time. */
  proceed(): Promise<void>
  /** Fetches the next document and carries it out in place of the rest of this one. */
  load(request: DocumentRequest): Promise<void>
  /** Carries these steps out in place of the rest of the document. */
  run(steps: Step[]): Promise<void>
  /** Waits, then carries on with `then` (or the next step). What `interrupted` says is done when the wait is cut short. */
  wait(seconds: number, then?: () => void | Promise<void>, interrupted?: () => void): void
  /** Cuts short what is being said or waited for. */
  interrupt(): void
  /** Ends the session; the call has ended. */
  stop(): void
  /** Opens a session on another leg of the same call. */
  openOn(leg: Call, atEnd: () => void | Promise<void>): Session
}
