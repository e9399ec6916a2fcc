import { randomUUID } from 'node:crypto'
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js'
import type { EventQueue } from './event-queue.ts'
import type { CarrierLog } from './log.ts'
import type { TwimlProblem } from './twiml-reader.ts'

/** One request from the carrier to the program. */
export interface Delivery {
  kind: 'webhook' | 'callback'
  url: string
  method: 'GET' | 'POST'
  form: Record<string, string>
  /** Sends the same request twice at the same moment; the first answer counts. */
  doubled?: boolean
}

export interface DeliveryAnswer {
  status: number
  contentType: string
  body: string
}
export type Deliver = (delivery: Delivery) => Promise<DeliveryAnswer | { problem: TwimlProblem }>

export interface TransportRequest {
  url: string
  method: 'GET' | 'POST'
  headers: Record<string, string>
  body: string | undefined
  signal: AbortSignal
}
export type Transport = (request: TransportRequest) => Promise<DeliveryAnswer>

/** Twilio waits this long for an answer. */
const patienceMs = 15_000

/** Signs and sends requests to the program as Twilio does; every one is counted as work under way and logged. */
export function createDeliver(deps: {
  authToken: string
  queue: EventQueue
  log: CarrierLog
  transport: Transport
}): Deliver {
  return async (delivery) => {
    const token = randomUUID()
    const first = once(delivery, token)
    if (delivery.doubled === true) void once(delivery, token)
    let answer = await first
    for (let left = retriesAsked(delivery.url); left > 0 && 'problem' in answer; left -= 1)
      answer = await once(delivery, token)
    return answer
  }

  function once(delivery: Delivery, token: string): ReturnType<Deliver> {
    return deps.queue.track(sendAndLog(delivery, token))
  }

  async function sendAndLog(delivery: Delivery, token: string): ReturnType<Deliver> {
    const answer = await send(delivery, token)
    const result = 'problem' in answer ? { problem: answer.problem.code } : { status: answer.status, body: answer.body }
    deps.log.add(delivery.kind, { url: delivery.url, method: delivery.method, form: delivery.form, ...result })
    if ('problem' in answer)
      deps.log.add('error', { ...answer.problem, url: delivery.url, ...aboutWhat(delivery.form) })
    return answer
  }

  async function send(delivery: Delivery, token: string): ReturnType<Deliver> {
    let request: TransportRequest
    try {
      request = signed(delivery, token, deps.authToken)
    } catch {
      return { problem: { code: 11100, message: 'Invalid URL format' } }
    }
    try {
      const answer = await deps.transport(request)
      if (answer.status >= 200 && answer.status < 300) return answer
      return { problem: { code: 11200, message: `HTTP retrieval failure: the answer was ${answer.status}` } }
    } catch (fault) {
      const timedOut = fault instanceof Error && fault.name === 'TimeoutError'
      return {
        problem: {
          code: timedOut ? 11205 : 11200,
          message: timedOut
            ? 'HTTP connection failure: no answer within 15 s'
            : 'HTTP retrieval failure: the connection failed',
        },
      }
    }
  }
}

/** The transport of every day: the runtime's own HTTP client, redirects followed as Twilio does. */
export const fetchTransport: Transport = async ({ url, method, headers, body, signal }) => {
  const response = await fetch(url, { method, headers, signal, ...(body === undefined ? {} : { body }) })
  return {
    status: response.status,
    contentType: response.headers.get('content-type') ?? '',
    body: await response.text(),
  }
}

function signed(delivery: Delivery, token: string, authToken: string): TransportRequest {
  const address = new URL(delivery.url)
  address.hash = ''
  const asQuery = delivery.method === 'GET'
  if (asQuery) for (const [name, value] of Object.entries(delivery.form)) address.searchParams.set(name, value)
  const url = asQuery ? address.href : withoutFragment(delivery.url)
  return {
    url,
    method: delivery.method,
    headers: {
      'user-agent': 'TwilioProxy/1.1',
      accept: '*/*',
      'x-twilio-signature': getExpectedTwilioSignature(authToken, url, asQuery ? {} : delivery.form),
      'i-twilio-idempotency-token': token,
      ...(asQuery ? {} : { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' }),
    },
    body: asQuery ? undefined : new URLSearchParams(delivery.form).toString(),
    signal: AbortSignal.timeout(patienceMs),
  }
}

/** `#rc=2` on a URL asks for two more tries; Twilio allows up to five. */
function retriesAsked(url: string): number {
  const asked = /#(?:.*&)?rc=(\d)/.exec(url)
  return Math.min(5, Number(asked?.[1] ?? 0))
}

function withoutFragment(url: string): string {
  return url.split('#', 1)[0] ?? url
}

function aboutWhat(form: Record<string, string>): Record<string, string> {
  const sid = form['CallSid'] ?? form['MessageSid']
  return sid === undefined ? {} : { sid }
}
