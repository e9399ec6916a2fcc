import RequestClient from 'twilio/lib/base/RequestClient.js'
import { CarrierBusy } from './errors.ts'

/**
 * The SDK's HTTP client, sent to another address where one is given (a stand-in carrier, or a region of the carrier).
 *
 * Retries are off: a request that waits inside the SDK would hold a slot that a person at greater risk should have.
 * Kept-alive connections are off as well: the carrier closes idle ones, and a POST that meets the closing is a reset,
 * which is neither sent nor unsent. A fresh handshake costs a tenth of a second; a doubt costs ten.
 */
export class CarrierRequestClient extends RequestClient {
  private readonly base: URL | undefined

  constructor(options: { baseUrl: string | undefined; timeoutMs: number }) {
    super({ timeout: options.timeoutMs, keepAlive: false, autoRetry: false })
    this.base = options.baseUrl === undefined ? undefined : new URL(options.baseUrl)
  }

  override async request<Data>(options: RequestClient.RequestOptions<Data>) {
    const response = await super.request<Data>({ ...options, uri: this.addressOf(options.uri) })
    if (response.statusCode === 429) throw new CarrierBusy(secondsToWait(response.headers))
    return response
  }

  private addressOf(uri: string): string {
    if (this.base === undefined) return uri
    const asked = new URL(uri)
    return `${this.base.origin}${this.base.pathname.replace(/\/+$/, '')}${asked.pathname}${asked.search}`
  }
}

/** Retry-After in seconds, between 1 and 60; a date or nothing means 1. */
function secondsToWait(headers: unknown): number {
  const given: unknown =
    typeof headers === 'object' && headers !== null ? Reflect.get(headers, 'retry-after') : undefined
  const seconds = typeof given === 'string' && /^\d{1,6}$/.test(given) ? Number(given) : 1
  return Math.min(60, Math.max(1, seconds))
}
