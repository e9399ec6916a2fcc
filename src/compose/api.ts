import { createHash, timingSafeEqual } from 'node:crypto'
import express, { Router, type ErrorRequestHandler, type RequestHandler } from 'express'
import type { Logger } from 'pino'
import { z } from 'zod'
import { cleanText } from '../cellar/clean-text.ts'
import type { LogInAnswer, LogInEvent } from '../log-in/log-in-event.ts'
import { brief } from '../queue/complaints.ts'

export interface ApiDeps {
  /** LATELINE_API_TOKEN; without it nobody may send anything */
  token: string | undefined
  receiveLogIn(event: LogInEvent): Promise<LogInAnswer>
  /** says what a package is from now on; who it is about, or everybody of that reference where that is not one */
  enterStatus(
    serviceUser: string,
    entered: { status: string; by: string; reason: string },
  ): Promise<{ name: string; was: string | undefined } | { people: string[] }>
  log: Pick<Logger, 'error'>
}

const MOST_EVENTS = 500
const short = z.string().trim().min(1).max(100)

/** One event as it is sent. An instant carries its offset, so that no clock change can make two of it. */
const Event = z.object({
  source: short,
  ref: short,
  kind: z.enum(['in', 'out']),
  said_at: z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)),
  branch: short.optional(),
  visit: short.optional(),
  care_worker: short.optional(),
  service_user: short.optional(),
  location: z.string().trim().max(300).optional(),
})

/** What a rota system may say of a package. That somebody has died is said by a person. */
const Status = z.object({
  service_user: short,
  status: z.enum(['active', 'in_hospital', 'respite', 'ended']),
  by: short,
  reason: z.string().trim().max(300).default(''),
})

/**
 * What other systems send: `POST /api/log-in-events`, one event or a list of up to 500, with the token as
 * `Authorization: Bearer …`. Each is answered for itself: 200 stored, or known already; 422 with the reason. The answer as
 * a whole is 200 where all were taken and 422 where one was not; what was taken stays taken. And
 * `POST /api/service-user-status`: in hospital, on respite, ended or active again, from now on.
 */
export function createApi({ token, receiveLogIn, enterStatus, log }: ApiDeps): Router {
  const router = Router()
  router.use('/api', allowed(token), express.json({ limit: '1mb' }))
  router.post('/api/log-in-events', async (request, response) => {
    const events: unknown[] = Array.isArray(request.body) ? request.body : [request.body]
    if (events.length > MOST_EVENTS) {
      response.status(413).json({ error: `${events.length} events at once are too many; send up to ${MOST_EVENTS}.` })
      return
    }
    const results = []
    for (const event of events) results.push(await one(event))
    const status = results.every((result) => result.status === 200) ? 200 : 422
    response.status(status).json({ results })
  })
  router.post('/api/service-user-status', async (request, response) => {
    const read = Status.safeParse(request.body)
    if (!read.success) {
      response.status(422).json({ why: read.error.issues.map(inWords).join('; ') })
      return
    }
    const { service_user, ...entered } = read.data
    const result = await enterStatus(service_user, { ...entered, reason: cleanText(entered.reason) })
    if (!('people' in result)) response.json({ outcome: 'stored', was: result.was ?? 'active' })
    else {
      const why = result.people.length === 0 ? 'no service user has' : 'several service users have'
      response.status(422).json({ why: `${why} the reference ${service_user}` })
    }
  })
  router.use('/api', unreadable)
  return router

  async function one(sent: unknown) {
    const read = Event.safeParse(sent)
    if (!read.success) return { ref: refOf(sent), status: 422, why: read.error.issues.map(inWords).join('; ') }
    const { said_at, care_worker, service_user, ...rest } = read.data
    const event = { ...rest, saidAt: said_at, careWorker: care_worker, serviceUser: service_user }
    try {
      const answer = await receiveLogIn(event)
      return answer.outcome === 'refused'
        ? { ref: event.ref, status: 422, why: answer.why }
        : { ref: event.ref, status: 200, ...answer }
    } catch (error) {
      log.error(brief(error), 'a log-in event could not be stored; whoever sent it was told to send it again')
      return { ref: event.ref, status: 500, why: 'it could not be stored; send it again' }
    }
  }
}

/** Compared in equal time, by digest, so that nobody can feel their way to the token. */
function allowed(token: string | undefined): RequestHandler {
  return (request, response, next) => {
    if (token === undefined) {
      response
        .status(503)
        .json({ error: 'LATELINE_API_TOKEN is not set, so nothing is taken here. Set it and start again.' })
      return
    }
    const given = /^Bearer (.+)$/.exec(request.get('authorization') ?? '')?.[1] ?? ''
    if (timingSafeEqual(digest(given), digest(token))) next()
    else response.status(401).json({ error: 'Send the token as "Authorization: Bearer <LATELINE_API_TOKEN>".' })
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

const unreadable: ErrorRequestHandler = (_error, _request, response, _next) => {
  response.status(400).json({ error: 'This is no JSON that can be read. Send one event, or a list of them.' })
}

function refOf(sent: unknown): string | undefined {
  const read = z.object({ ref: z.string() }).safeParse(sent)
  return read.success ? read.data.ref : undefined
}

function inWords({ path, message }: z.core.$ZodIssue): string {
  return path.length === 0 ? message : `${path.join('.')}: ${message}`
}
