import type { Router } from 'express'
import { hasEnded, recordCall, type Call } from './call.ts'
import { dialOut, endCall } from './call-life.ts'
import type { Carrier } from './carrier.ts'
import { readNumber } from './phone-numbers.ts'
import { Refusal } from './rest-errors.ts'
import { checkedUrl, CreateCallForm, ListQuery, readForm, UpdateCallForm } from './rest-forms.ts'
import { pageOf, withinTimes } from './rest-list.ts'
import { callJson } from './rest-shapes.ts'
import type { Serve } from './rest-router.ts'
import { begin, openSession } from './voice-session.ts'

/** Calls: create, list, fetch, update. */
export function callRoutes(carrier: Carrier, router: Router, serve: Serve): void {
  const at = '/2010-04-01/Accounts/:account/Calls'
  router.post(
    `${at}.json`,
    serve('calls.create', (request) => ({ status: 201, body: callJson(carrier, createCall(carrier, request.body)) })),
  )
  router.get(
    `${at}.json`,
    serve('calls.list', (request) => ({ status: 200, body: listCalls(carrier, request.path, request.query) })),
  )
  router.get(
    `${at}/:sid.json`,
    serve('calls.fetch', (request) => ({
      status: 200,
      body: callJson(carrier, found(carrier, request.params['sid'])),
    })),
  )
  router.post(
    `${at}/:sid.json`,
    serve('calls.update', (request) => ({
      status: 200,
      body: callJson(carrier, updateCall(carrier, found(carrier, request.params['sid']), request.body)),
    })),
  )
}

function createCall(carrier: Carrier, body: unknown): Call {
  const form = readForm(CreateCallForm, body)
  const { to, from } = numbersOf(carrier, form)
  const document = documentOf(form)
  const handset = carrier.handsets.reach(to)
  if (handset === undefined && !carrier.lines.has(to)) throw new Refusal(13224, to)
  const call = recordCall(
    carrier,
    {
      direction: 'outbound-api',
      to,
      from,
      timeoutSeconds: form.Timeout,
      parent: undefined,
      handset,
      wish:
        form.StatusCallback === undefined
          ? undefined
          : {
              url: checkedUrl(form.StatusCallback, 21609),
              method: form.StatusCallbackMethod,
              events: new Set(form.StatusCallbackEvent),
            },
      detection:
        form.MachineDetection === undefined
          ? undefined
          : {
              mode: form.MachineDetection,
              asynchronous: form.AsyncAmd,
              callback:
                form.AsyncAmdStatusCallback === undefined
                  ? undefined
                  : { url: checkedUrl(form.AsyncAmdStatusCallback, 21609), method: form.AsyncAmdStatusCallbackMethod },
            },
      whenAnswered: () => begin(openSession(carrier, call, fallbackOf(form)), document),
    },
    carrier.clock.now(),
  )
  carrier.queue.at(carrier.callSlots.take(call.createdAt, carrier.settings.callsPerSecond), () => {
    dialOut(carrier, call)
  })
  return call
}

function updateCall(carrier: Carrier, call: Call, body: unknown): Call {
  const form = readForm(UpdateCallForm, body)
  if (form.Status === 'canceled') {
    if (call.answeredAt === undefined) endCall(carrier, call, 'canceled')
    return call
  }
  if (hasEnded(call)) throw new Refusal(21220)
  if (form.Status === 'completed') {
    endCall(carrier, call, call.answeredAt === undefined ? 'canceled' : 'completed')
    return call
  }
  if (call.status !== 'in-progress') throw new Refusal(21220)
  redirect(carrier, call, documentOf(form))
  return call
}

function redirect(carrier: Carrier, call: Call, document: ReturnType<typeof documentOf>): void {
  call.session?.dialling?.cancel('sent-elsewhere')
  const session = call.session ?? openSession(carrier, call)
  session.dialling = undefined
  session.interrupt()
  carrier.queue.in(0, () => begin(session, document))
}

function listCalls(carrier: Carrier, path: string, query: Record<string, unknown>): Record<string, unknown> {
  const asked = readForm(ListQuery, query)
  const [to, from] = [asked.To, asked.From].map((number) =>
    number === undefined ? undefined : (readNumber(number) ?? number),
  )
  const calls = [...carrier.calls.values()]
    .reverse()
    .filter(
      (call) =>
        (to === undefined || call.to === to) &&
        (from === undefined || call.from === from) &&
        (asked.Status === undefined || callJson(carrier, call)['status'] === asked.Status) &&
        (asked.ParentCallSid === undefined || call.parent?.sid === asked.ParentCallSid) &&
        withinTimes(query, 'StartTime', call.startedAt) &&
        withinTimes(query, 'EndTime', call.endedAt),
    )
  return pageOf('calls', calls, (call) => callJson(carrier, call), {
    path,
    query,
    page: asked.Page,
    pageSize: asked.PageSize,
    token: asked.PageToken,
  })
}

function found(carrier: Carrier, sid: unknown): Call {
  const call = typeof sid === 'string' ? carrier.calls.get(sid) : undefined
  if (call === undefined) throw new Refusal(20404, `/Calls/${String(sid)}.json`)
  return call
}

function numbersOf(
  carrier: Carrier,
  form: { To?: string | undefined; From?: string | undefined },
): { to: string; from: string } {
  if (form.To === undefined || form.To === '') throw new Refusal(21201)
  if (form.From === undefined || form.From === '') throw new Refusal(21213)
  const to = readNumber(form.To)
  const from = readNumber(form.From)
  if (to === undefined) throw new Refusal(21211, form.To)
  if (from === undefined) throw new Refusal(21212, form.From)
  if (!carrier.lines.has(from)) throw new Refusal(21210, from)
  return { to, from }
}

/** `Twiml` is ignored beside `Url`, as Twilio does. */
function documentOf(form: {
  Url?: string | undefined
  Method: 'GET' | 'POST'
  Twiml?: string | undefined
}): { url: string; method: 'GET' | 'POST' } | { twiml: string } {
  if (form.Url !== undefined) return { url: checkedUrl(form.Url, 21205), method: form.Method }
  if (form.Twiml !== undefined) return { twiml: form.Twiml }
  throw new Refusal(21205, '')
}

function fallbackOf(form: { FallbackUrl?: string | undefined; FallbackMethod: 'GET' | 'POST' }): {
  fallback?: { url: string; method: 'GET' | 'POST' }
} {
  return form.FallbackUrl === undefined
    ? {}
    : { fallback: { url: checkedUrl(form.FallbackUrl, 21205), method: form.FallbackMethod } }
}
