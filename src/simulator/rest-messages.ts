import type { Router } from 'express'
import type { Carrier } from './carrier.ts'
import { stoppedPair } from './inbound-text.ts'
import { recordMessage, sendText, type Message } from './message.ts'
import { cannotReceiveTexts, readNumber } from './phone-numbers.ts'
import { Refusal } from './rest-errors.ts'
import { checkedUrl, CreateMessageForm, ListQuery, readForm, UpdateMessageForm } from './rest-forms.ts'
import { pageOf, withinTimes } from './rest-list.ts'
import { messageJson } from './rest-shapes.ts'
import type { Serve } from './rest-router.ts'

/** Texts: create, list, fetch, redact, delete. */
export function messageRoutes(carrier: Carrier, router: Router, serve: Serve): void {
  const at = '/2010-04-01/Accounts/:account/Messages'
  router.post(
    `${at}.json`,
    serve('messages.create', (request) => ({
      status: 201,
      body: messageJson(carrier, createMessage(carrier, request.body)),
    })),
  )
  router.get(
    `${at}.json`,
    serve('messages.list', (request) => ({ status: 200, body: listMessages(carrier, request.path, request.query) })),
  )
  router.get(
    `${at}/:sid.json`,
    serve('messages.fetch', (request) => ({
      status: 200,
      body: messageJson(carrier, found(carrier, request.params['sid'])),
    })),
  )
  router.post(
    `${at}/:sid.json`,
    serve('messages.update', (request) => ({
      status: 200,
      body: messageJson(carrier, redact(found(carrier, request.params['sid']), request.body)),
    })),
  )
  router.delete(
    `${at}/:sid.json`,
    serve('messages.update', (request) => {
      carrier.messages.delete(found(carrier, request.params['sid']).sid)
      return { status: 204, body: undefined }
    }),
  )
}

function createMessage(carrier: Carrier, body: unknown): Message {
  const form = readForm(CreateMessageForm, body)
  if (form.To === undefined || form.To === '') throw new Refusal(21604)
  if (form.From === undefined || form.From === '') throw new Refusal(21606, '')
  if (form.Body === undefined || form.Body === '') throw new Refusal(21602)
  if (form.Body.length > 1600) throw new Refusal(21617)
  const to = readNumber(form.To)
  const from = readNumber(form.From)
  if (to === undefined) throw new Refusal(21211, form.To)
  if (from === undefined || !carrier.lines.has(from)) throw new Refusal(21606, form.From)
  if (cannotReceiveTexts(to)) throw new Refusal(21614, to)
  const handset = carrier.handsets.reach(to)
  if (handset === undefined) throw new Refusal(21408, to)
  if (carrier.stopped.has(stoppedPair(to, from))) throw new Refusal(21610)
  const wish =
    form.StatusCallback === undefined
      ? undefined
      : { url: checkedUrl(form.StatusCallback, 21609), method: 'POST' as const }
  const message = recordMessage(
    carrier,
    { direction: 'outbound-api', to, from, body: form.Body, wish, handset, validitySeconds: form.ValidityPeriod },
    carrier.clock.now(),
  )
  sendText(carrier, message)
  return message
}

function listMessages(carrier: Carrier, path: string, query: Record<string, unknown>): Record<string, unknown> {
  const asked = readForm(ListQuery, query)
  const [to, from] = [asked.To, asked.From].map((number) =>
    number === undefined ? undefined : (readNumber(number) ?? number),
  )
  const messages = [...carrier.messages.values()]
    .reverse()
    .filter(
      (message) =>
        (to === undefined || message.to === to) &&
        (from === undefined || message.from === from) &&
        withinTimes(query, 'DateSent', message.sentAt),
    )
  return pageOf('messages', messages, (message) => messageJson(carrier, message), {
    path,
    query,
    page: asked.Page,
    pageSize: asked.PageSize,
    token: asked.PageToken,
  })
}

/** An empty Body takes the words off the record and leaves the rest. */
function redact(message: Message, body: unknown): Message {
  const form = readForm(UpdateMessageForm, body)
  if (form.Body === '') message.body = ''
  return message
}

function found(carrier: Carrier, sid: unknown): Message {
  const message = typeof sid === 'string' ? carrier.messages.get(sid) : undefined
  if (message === undefined) throw new Refusal(20404, `/Messages/${String(sid)}.json`)
  return message
}
