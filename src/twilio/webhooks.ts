import express, { type ErrorRequestHandler, type RequestHandler, type Router } from 'express'
import { isIdText } from '../cellar/ids.ts'
import type { Instant } from '../cellar/local-time.ts'
import type { Clock } from '../cellar/ports.ts'
import { keptUnder, seqOf, type DeliveryKind } from './deliveries.ts'
import { inTime } from './in-time.ts'
import { faultForLog, type Log } from './log.ts'
import { readForm, type Form } from './read-form.ts'
import { isSigned } from './signature.ts'
import { NOTHING } from './twiml.ts'
import { createVoice, type VoiceActs } from './voice.ts'
import { webAddresses } from './web-addresses.ts'

export interface WebhookSettings {
  /** what the carrier calls us by; signatures are checked against it, whatever a proxy says */
  publicUrl: string
  /** one, or two while a token is being changed */
  authTokens: readonly string[]
  accountSid: string
  /** how long an act may take before the caller is led to a person; the carrier itself waits 15 s. Default 10,000 */
  patienceMs?: number
}

/** One webhook to keep, before anything is done about it. */
export interface Delivery {
  account: string
  kind: DeliveryKind
  providerId: string
  seq: number
  /** from the address of a callback */
  attempt: string | undefined
  raw: Record<string, string>
  receivedAt: Instant
}

export interface WebhookActs extends VoiceActs {
  /** One INSERT. `fresh` is false when the same was stored before. */
  storeDelivery(delivery: Delivery): Promise<{ fresh: boolean; id: string }>
  /** After the answer has been given. It may fail: the loop finds the row. */
  wakeInbound(id: string): void | Promise<void>
}

export interface Webhooks {
  /** To be mounted before anything that reads bodies. */
  router: Router
  /** Learns by heart who is rung when the store is down. To be called at the start, with every line in use. */
  warm(lines: readonly string[]): Promise<void>
}

type Reply = { status: number; xml: string; afterwards?: () => void }
type Handler = (form: Form, at: { params: Record<string, string>; query: URLSearchParams }) => Promise<Reply>

/**
 * The carrier's side of the web: everything is checked first (403 unsigned, 400 unreadable, nothing stored), texts and
 * callbacks are stored and answered with nothing, calls are answered with what comes next. Knows no store: only acts.
 */
export function createWebhooks(deps: {
  settings: WebhookSettings
  acts: WebhookActs
  clock: Clock
  log: Log
}): Webhooks {
  const { settings, acts, clock, log } = deps
  const patienceMs = settings.patienceMs ?? 10_000
  const addresses = webAddresses(settings.publicUrl)
  const voice = createVoice({ acts, addresses, clock, log, patienceMs })
  const router = express.Router()

  /** The only way to a handler: read, check the signature, then serve. */
  function on(path: string, handler: Handler): void {
    const serve: RequestHandler = async (request, response) => {
      const form = readForm(request.headers['content-type'], request.body)
      if (form === undefined) return refuse(response, 400, path, log)
      // request.url is the path below where the router is mounted, as it came in
      const address = addresses.of(request.url)
      const signature = request.header(SIGNATURE) ?? ''
      if (!isSigned({ tokens: settings.authTokens, signature, address, form: form.signed })) {
        return refuse(response, 403, path, log)
      }
      const query = new URLSearchParams(request.url.split('?').slice(1).join('?'))
      const reply = await handler(form, { params: plainParams(request.params), query })
      if (reply.status === 400) return refuse(response, 400, path, log)
      response.status(reply.status).type('text/xml').send(reply.xml)
      reply.afterwards?.()
    }
    router.post(path, serve)
  }

  async function keep(kind: DeliveryKind, form: Form, attempt: string | undefined): Promise<Reply> {
    const raw = form.fields
    const providerId = keptUnder(kind, raw)
    if (providerId === undefined || REQUIRED[kind].some((name) => (raw[name] ?? '') === '')) return UNREADABLE
    const account = raw['AccountSid'] || settings.accountSid
    const delivery = { account, kind, providerId, seq: seqOf(kind, raw), attempt, raw, receivedAt: clock.now() }
    try {
      const { fresh, id } = await inTime(patienceMs, () => acts.storeDelivery(delivery))
      return { status: 200, xml: NOTHING, ...(fresh ? { afterwards: () => wake(id) } : {}) }
    } catch (fault) {
      // not 200: the carrier then tries the fallback address, and asks again where it was told to
      log.error(
        { ...faultForLog(fault), kind, providerId },
        'A webhook could not be stored; the carrier was asked to send it again.',
      )
      return { status: 503, xml: NOTHING }
    }
  }

  function wake(id: string): void {
    const woken = async (): Promise<void> => acts.wakeInbound(id)
    woken().catch((fault: unknown) => {
      log.warn(
        { ...faultForLog(fault), delivery: id },
        'A stored webhook could not be announced; the loop will find it.',
      )
    })
  }

  const keepText: Handler = (form) => keep('text', form, undefined)

  router.post('/twilio/*rest', refuseUnsigned(log), express.raw({ type: () => true, limit: '100kb', inflate: false }))
  on('/twilio/sms', keepText)
  on('/twilio/message-status/:attempt', (form, { params }) => keep('text-status', form, attemptIn(params)))
  on('/twilio/call-status', (form) => keep(callKind(form, new URLSearchParams()), form, undefined))
  on('/twilio/call-status/:attempt', (form, { params, query }) => keep(callKind(form, query), form, attemptIn(params)))
  on('/twilio/voice', (form) => voice.receive(form))
  on('/twilio/voice-flow/:call/:turn', (form, { params }) =>
    voice.takeTurn(form, params['call'] ?? '', params['turn'] ?? ''),
  )
  on('/twilio/fallback', (form, at) => ('CallSid' in form.fields ? voice.fallback(form, at.query) : keepText(form, at)))
  // signed, and yet no address of ours: a caller is led to a person, and what somebody wrote is kept
  on('/twilio/*rest', async (form, at) => {
    if ('CallSid' in form.fields) return voice.fallback(form, new URLSearchParams())
    return 'Body' in form.fields ? keepText(form, at) : NOT_FOUND
  })
  router.use('/twilio', unreadable(log))

  return { router, warm: (lines) => voice.warm(lines) }
}

const SIGNATURE = 'X-Twilio-Signature'
const UNREADABLE: Reply = { status: 400, xml: '' }
const NOT_FOUND: Reply = { status: 404, xml: NOTHING }

const REQUIRED: Readonly<Record<DeliveryKind, readonly string[]>> = {
  text: [],
  'text-status': [],
  'call-status': ['CallStatus'],
  machine: [],
}

/** What answered comes on an address of its own, or without a status. A status that also names it is still a status. */
function callKind(form: Form, query: URLSearchParams): DeliveryKind {
  const aside = 'AnsweredBy' in form.fields && !('CallStatus' in form.fields)
  return aside || query.get('machine') === '1' ? 'machine' : 'call-status'
}

/** Before the body is read: whoever does not even pretend to be the carrier costs nothing. */
function refuseUnsigned(log: Log): RequestHandler {
  return (request, response, next) => {
    if ((request.header(SIGNATURE) ?? '') !== '') return next()
    refuse(response, 403, 'any', log)
  }
}

/** Whatever the reader of bodies or of paths stumbled over is the sender's to mend. */
function unreadable(log: Log): ErrorRequestHandler {
  return (fault, _request, response, next) => {
    if (response.headersSent) return next(fault)
    const status: unknown = typeof fault === 'object' && fault !== null ? Reflect.get(fault, 'status') : undefined
    if (typeof status === 'number' && status >= 400 && status < 500) return refuse(response, 400, 'any', log)
    log.error(faultForLog(fault), 'A webhook failed in an unforeseen way.')
    response.status(500).type('text/plain').send('This could not be handled.')
  }
}

const REFUSALS = {
  400: 'This request could not be read. A form-encoded body in UTF-8 is needed, with the fields the carrier sends.',
  403: 'This request is not signed for this address by the carrier of this line.',
} as const

/** The log names the route, never the address that was asked for: a stranger wrote that. */
function refuse(response: express.Response, status: 400 | 403, route: string, log: Log): void {
  log.warn({ status, route }, 'A webhook was refused.')
  response.status(status).type('text/plain').send(REFUSALS[status])
}

/** A callback on an address that no attempt can have is kept all the same: it has the carrier's id. */
function attemptIn(params: Record<string, string>): string | undefined {
  const attempt = params['attempt'] ?? ''
  return isIdText(attempt) ? attempt : undefined
}

function plainParams(params: Record<string, string | string[]>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, Array.isArray(value) ? value.join('/') : value]),
  )
}
