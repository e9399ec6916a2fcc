import type { Carrier, Line } from './carrier.ts'
import type { Handset } from './handset.ts'
import { recordMessage, sendText, showOnHandset, type Message } from './message.ts'
import { readOptOut } from './opt-out.ts'
import { readNumber } from './phone-numbers.ts'
import { readReply } from './reply-document.ts'

/** A handset texts a line: the carrier answers its own words itself, and always tells the program. */
export function textLine(carrier: Carrier, handset: Handset, line: Line, body: string): Message {
  const message = recordMessage(
    carrier,
    { direction: 'inbound', to: line.number, from: handset.number, body, wish: undefined, handset },
    carrier.queue.now(),
  )
  showOnHandset(carrier, message, 'out')
  carrier.log.add('text-out', { sid: message.sid, from: message.from, to: message.to, body })
  answerOptOut(carrier, handset, line, body)
  carrier.queue.in(0, () => tellProgram(carrier, message, line))
  return message
}

/** The pair under which an opt-out is kept. */
export function stoppedPair(handsetNumber: string, lineNumber: string): string {
  return `${handsetNumber} ${lineNumber}`
}

function answerOptOut(carrier: Carrier, handset: Handset, line: Line, body: string): void {
  const optOut = readOptOut(body)
  if (optOut === undefined) return
  const pair = stoppedPair(handset.number, line.number)
  if (optOut.kind === 'stop') carrier.stopped.add(pair)
  if (optOut.kind === 'start') carrier.stopped.delete(pair)
  const reply = recordMessage(
    carrier,
    {
      direction: 'outbound-reply',
      to: handset.number,
      from: line.number,
      body: optOut.reply,
      wish: undefined,
      handset,
    },
    carrier.queue.now(),
  )
  sendText(carrier, reply)
}

async function tellProgram(carrier: Carrier, message: Message, line: Line): Promise<void> {
  const fault = carrier.faults.webhook({ to: message.to, from: message.from, status: 'received' })
  const ask = (): Promise<void> =>
    deliver(carrier, message, line, {
      url: line.smsUrl,
      form: {},
      mayFallBack: true,
      doubled: fault?.kind === 'doubled',
    })
  if (fault?.kind === 'lost')
    return carrier.log.add('warning', { message: 'A text was lost on the way to the program', sid: message.sid })
  if (fault?.kind === 'late' || fault?.kind === 'slow') {
    carrier.queue.in(fault.seconds * 1000, ask)
    return
  }
  await ask()
}

interface Asking {
  url: string
  form: Record<string, string>
  mayFallBack: boolean
  doubled?: boolean
}

async function deliver(carrier: Carrier, message: Message, line: Line, asking: Asking): Promise<void> {
  const form = { ...messageForm(carrier, message), ...asking.form }
  const answer = await carrier.deliver({
    kind: 'webhook',
    url: asking.url,
    method: 'POST',
    form,
    doubled: asking.doubled ?? false,
  })
  const read = 'problem' in answer ? answer : readReply(answer)
  if (!('problem' in read)) {
    for (const reply of read.replies) sendReply(carrier, message, line, reply)
    if (read.redirect !== undefined)
      await deliver(carrier, message, line, {
        ...asking,
        url: new URL(read.redirect, asking.url).href,
        doubled: false,
        mayFallBack: false,
      })
    return
  }
  if (!('problem' in answer)) carrier.log.add('error', { ...read.problem, sid: message.sid })
  if (line.fallbackUrl === undefined || !asking.mayFallBack) return
  const told = { ErrorCode: String(read.problem.code), ErrorUrl: asking.url }
  await deliver(carrier, message, line, { url: line.fallbackUrl, form: told, mayFallBack: false })
}

function sendReply(
  carrier: Carrier,
  message: Message,
  line: Line,
  reply: { to: string | undefined; body: string; statusCallback: string | undefined },
): void {
  const to = reply.to === undefined ? message.from : (readNumber(reply.to) ?? reply.to)
  if (carrier.stopped.has(stoppedPair(to, line.number))) {
    return carrier.log.add('error', {
      code: 21610,
      message: 'Attempt to send to unsubscribed recipient',
      sid: message.sid,
    })
  }
  const wish =
    reply.statusCallback === undefined
      ? undefined
      : { url: new URL(reply.statusCallback, line.smsUrl).href, method: 'POST' as const }
  const sent = recordMessage(
    carrier,
    { direction: 'outbound-reply', to, from: line.number, body: reply.body, wish, handset: carrier.handsets.reach(to) },
    carrier.queue.now(),
  )
  sendText(carrier, sent)
}

function messageForm(carrier: Carrier, message: Message): Record<string, string> {
  return {
    AccountSid: carrier.accountSid,
    ApiVersion: '2010-04-01',
    MessageSid: message.sid,
    SmsSid: message.sid,
    SmsMessageSid: message.sid,
    SmsStatus: 'received',
    From: message.from,
    FromCountry: 'GB',
    To: message.to,
    ToCountry: 'GB',
    Body: message.body,
    NumMedia: '0',
    NumSegments: String(message.segments),
  }
}
