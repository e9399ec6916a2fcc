import { timingSafeEqual } from 'node:crypto'
import express, { type Request, type RequestHandler, type Response, type Router } from 'express'
import { accountRoutes } from './rest-account.ts'
import { callRoutes } from './rest-calls.ts'
import { Refusal, refusalJson } from './rest-errors.ts'
import { messageRoutes } from './rest-messages.ts'
import type { Carrier } from './carrier.ts'
import type { RestOperation } from './faults.ts'
import { spoil } from './spoil.ts'

export interface RestAnswer {
  status: number
  body: unknown
}
/** Wraps a route of Twilio's API: who asks, faults on request, refusals as JSON, everything on the log. */
export type Serve = (operation: RestOperation, carryOut: (request: Request) => RestAnswer) => RequestHandler

/** Twilio's REST API under /2010-04-01 and /v2. */
export function restRouter(carrier: Carrier): { router: Router; hangUpClients: () => void } {
  const router = express.Router()
  const hanging = new Set<Response>()
  router.use(['/2010-04-01', '/v2/PhoneNumbers'], express.urlencoded({ extended: false, limit: '1mb' }))

  const serve: Serve = (operation, carryOut) => async (request, response) => {
    response.on('close', () => {
      hanging.delete(response)
    })
    hanging.add(response)
    const answer = (): RestAnswer => attempt(carrier, request, carryOut)
    const fault = carrier.faults.rest(operation, subjectOf(request))
    const send = (sent: RestAnswer): void => {
      carrier.log.add('request', {
        operation,
        method: request.method,
        path: request.path,
        form: request.body ?? {},
        query: request.query,
        status: sent.status,
        ...(fault === undefined ? {} : { fault: fault.kind }),
        ...sidOf(sent.body),
      })
    }
    if (fault !== undefined) return spoil(carrier, fault, { response, answer, send })
    const sent = answer()
    send(sent)
    response.status(sent.status).json(sent.body)
  }

  callRoutes(carrier, router, serve)
  messageRoutes(carrier, router, serve)
  accountRoutes(carrier, router, serve)
  router.use(['/2010-04-01', '/v2/PhoneNumbers'], (request, response) => {
    response.status(404).json(refusalJson(new Refusal(20404, request.originalUrl)))
  })
  return {
    router,
    hangUpClients: () => {
      for (const response of hanging) response.destroy()
    },
  }
}

function attempt(carrier: Carrier, request: Request, carryOut: (request: Request) => RestAnswer): RestAnswer {
  try {
    authenticate(carrier, request)
    if (carrier.settings.down) throw new Refusal(20503)
    return carryOut(request)
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    return { status: refusal.status, body: refusalJson(refusal) }
  }
}

function authenticate(carrier: Carrier, request: Request): void {
  const given = Buffer.from(request.headers.authorization ?? '')
  const wanted = Buffer.from(`Basic ${Buffer.from(`${carrier.accountSid}:${carrier.authToken}`).toString('base64')}`)
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw new Refusal(20003)
  const account = request.params['account']
  if (account !== undefined && account !== carrier.accountSid) throw new Refusal(20404, request.path)
}

function subjectOf(request: Request): { to?: string; from?: string } {
  const body: unknown = request.body
  const from: Record<string, unknown> = { ...request.query, ...(typeof body === 'object' ? body : {}) }
  return {
    ...(typeof from['To'] === 'string' ? { to: from['To'] } : {}),
    ...(typeof from['From'] === 'string' ? { from: from['From'] } : {}),
  }
}

function sidOf(body: unknown): { sid?: unknown } {
  return typeof body === 'object' && body !== null && 'sid' in body ? { sid: body.sid } : {}
}
