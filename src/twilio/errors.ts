import type { SendAnswer } from '../cellar/ports.ts'
import { meaningOf } from './code-table.ts'

/** What went wrong when the carrier was asked, whatever shape its SDK threw. */
export type Trouble =
  /** the carrier answered that it will not */
  | { kind: 'refused'; code: number | undefined; status: number }
  /** nothing was accepted, and the same may be asked again later */
  | { kind: 'busy'; retryAfterSeconds: number; why: string }
  /** what was asked may or may not have happened */
  | { kind: 'unknown'; why: string }

/** Thrown in place of the SDK's own exception for a 429, which would lose the time to wait. */
export class CarrierBusy extends Error {
  override readonly name = 'CarrierBusy'
  readonly retryAfterSeconds: number

  constructor(retryAfterSeconds: number) {
    super('The carrier has too many of our requests.')
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/**
 * Reads an error by its shape: our own, RestException and RFC 9457 (a status and perhaps a code), axios (a code of the
 * network), SyntaxError (no JSON). Whatever is none of these is `unknown`, since a request may have gone out.
 *
 * A connection that never came about (refused, no route, no address, a failed TLS handshake) is `busy`: not one byte of
 * the request left, so asking again cannot ring twice. A reset or a timeout is not: both happen after acceptance too.
 */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof CarrierBusy)
    return { kind: 'busy', retryAfterSeconds: error.retryAfterSeconds, why: 'too many requests' }
  if (error instanceof SyntaxError) return { kind: 'unknown', why: 'the answer was not JSON' }
  if (isAxiosError(error)) return networkTrouble(error)
  const status = numberIn(error, 'status')
  return status === undefined
    ? { kind: 'unknown', why: 'the answer was not understood' }
    : answerTrouble(status, numberIn(error, 'code'))
}

/** What a failed send came to. */
export function sendAnswerOf(error: unknown): Exclude<SendAnswer, { kind: 'accepted' }> {
  const trouble = troubleOf(error)
  switch (trouble.kind) {
    case 'refused':
      return { kind: 'refused', code: trouble.code, why: meaningOf(trouble.code).outcome }
    case 'busy':
      return { kind: 'busy', retryAfterSeconds: trouble.retryAfterSeconds }
    case 'unknown':
      return trouble
  }
}

const AFTER_TOO_MANY_SECONDS = 1
const AFTER_NO_CONNECTION_SECONDS = 5

function answerTrouble(status: number, given: number | undefined): Trouble {
  const code = given === undefined || given <= 0 ? undefined : given
  if (status === 429 || (code !== undefined && meaningOf(code).next === 'same-again')) {
    return { kind: 'busy', retryAfterSeconds: AFTER_TOO_MANY_SECONDS, why: `code ${code ?? status}` }
  }
  if (status < 400 || status >= 500 || status === 408) return { kind: 'unknown', why: `the carrier answered ${status}` }
  return { kind: 'refused', code, status }
}

function networkTrouble(error: AxiosShape): Trouble {
  if (error.response !== undefined) return { kind: 'unknown', why: 'the answer broke off' }
  if (neverConnected(error))
    return { kind: 'busy', retryAfterSeconds: AFTER_NO_CONNECTION_SECONDS, why: `no connection: ${error.code}` }
  const timedOut = error.code === 'ECONNABORTED' || error.code === 'ETIMEDOUT'
  return { kind: 'unknown', why: timedOut ? 'no answer in time' : 'the connection broke' }
}

/** The system names the call that failed; Node names what is wrong with a certificate. */
function neverConnected(error: AxiosShape): boolean {
  const calls = [error.cause, ...(error.cause?.errors ?? [])].map((each) => each?.syscall)
  if (calls.some((call) => call === 'connect' || call === 'getaddrinfo')) return true
  return NO_CONNECTION.test(error.code ?? '')
}

const NO_CONNECTION =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EPROTO|ERR_TLS_CERT_ALTNAME_INVALID|CERT_[A-Z_]+|UNABLE_TO_[A-Z_]+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN)$/

interface AxiosShape {
  code?: string
  response?: unknown
  cause?: { syscall?: unknown; errors?: { syscall?: unknown }[] }
}

function isAxiosError(error: unknown): error is AxiosShape {
  return error instanceof Error && 'isAxiosError' in error && error.isAxiosError === true
}

function numberIn(error: unknown, name: string): number | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  const value: unknown = Reflect.get(error, name)
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}
