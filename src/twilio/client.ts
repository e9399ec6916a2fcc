import twilio from 'twilio'
import type { Carrier, CarrierReport, SendAnswer } from '../cellar/ports.ts'
import { meaningOf } from './code-table.ts'
import { sendAnswerOf, troubleOf, type Trouble } from './errors.ts'
import { readLimits, type CarrierLimits } from './limits.ts'
import type { Log } from './log.ts'
import { listedCall, listedText } from './listed.ts'
import { matching } from './look-up.ts'
import { CarrierRequestClient } from './request-client.ts'
import { callFields, textFields } from './send-fields.ts'

export interface CarrierSettings {
  accountSid: string
  authToken: string
  /** a stand-in carrier, or one of the carrier's regions; the carrier itself otherwise */
  baseUrl?: string
  /** how long to wait for an answer before it counts as unknown */
  timeoutMs: number
  /** where an answered call goes when our own address fails */
  fallbackUrl?: string
  log: Log
}

/** The carrier's port, and what only the doctor and a flow that must end a call ask of it. */
export interface FullCarrier extends Carrier {
  /** Ends a call whatever it is doing; a call that is over already is no fault. @throws CarrierFault */
  endCall(providerId: string): Promise<void>
  /** What the account may do. @throws CarrierFault */
  limits(): Promise<CarrierLimits>
}

/** The carrier could not be asked. The message holds neither numbers nor words. */
export class CarrierFault extends Error {
  override readonly name = 'CarrierFault'
}

/**
 * The telephone carrier. Sends answer with a value, doubt included; questions (`find…`, `fetchState`, `limits`) throw
 * {@link CarrierFault} when they could not be asked.
 *
 * @throws Error when the account SID does not begin with AC
 */
export function createTwilioCarrier(settings: CarrierSettings): FullCarrier {
  const { log } = settings
  const api = twilio(settings.accountSid, settings.authToken, {
    httpClient: new CarrierRequestClient({ baseUrl: settings.baseUrl, timeoutMs: settings.timeoutMs }),
    // empty, so that variables of the environment cannot bend the address or print what is sent
    edge: '',
    region: '',
    logLevel: '',
  })

  return {
    placeCall: (call) => send(log, 'call', call.attempt, api.calls.create(callFields(call, settings.fallbackUrl))),
    sendText: (text) => send(log, 'text', text.attempt, api.messages.create(textFields(text))),

    async cancelCall(providerId) {
      try {
        const asked = await api.calls(providerId).update({ status: 'canceled' })
        if (asked.status === 'canceled') return 'cancelled'
        const now = NOT_YET_ANSWERED.has(asked.status) ? await api.calls(providerId).fetch() : asked
        if (now.status === 'canceled') return 'cancelled'
        return NOT_YET_ANSWERED.has(now.status) ? 'unknown' : 'too-late'
      } catch (error) {
        const trouble = troubleOf(error)
        log.info({ providerId, trouble }, 'A call could not be taken back.')
        return isOver(trouble) && trouble.status !== 404 ? 'too-late' : 'unknown'
      }
    },

    async endCall(providerId) {
      try {
        await api.calls(providerId).update({ status: 'completed' })
      } catch (error) {
        if (!isOver(troubleOf(error))) throw faultOf(error, 'end a call')
      }
    },

    async findCalls({ from, to, since }) {
      // not by start time: a call that is still queued has none, and would be missed
      const listed = await asking('list calls', api.calls.list({ from, to, limit: LIST_LIMIT, pageSize: LIST_LIMIT }))
      return matching(listed.map(listedCall), { from, to, since })
    },

    async findTexts({ from, to, body, since }) {
      const listed = await asking(
        'list texts',
        api.messages.list({ from, to, limit: LIST_LIMIT, pageSize: LIST_LIMIT }),
      )
      return matching(listed.map(listedText), { from, to, body, since })
    },

    async receivedTexts({ to, since }) {
      const listed = await asking(
        'list received texts',
        api.messages.list({ to, dateSentAfter: new Date(since), limit: RECEIVED_LIMIT, pageSize: RECEIVED_LIMIT }),
      )
      return listed.filter((text) => text.direction === 'inbound').map(receivedText)
    },

    async fetchState(kind, providerId): Promise<CarrierReport | undefined> {
      try {
        if (kind === 'text') return listedText(await api.messages(providerId).fetch()).send
        return listedCall(await api.calls(providerId).fetch()).send
      } catch (error) {
        const trouble = troubleOf(error)
        if (trouble.kind === 'refused' && trouble.status === 404) return undefined
        throw faultOf(error, `look up a ${kind}`)
      }
    },

    limits: () => asking('read the account', readLimits(api, settings.accountSid)),
  }
}

/** More texts than reach one line in the minutes that a program is down. */
const RECEIVED_LIMIT = 200

/** The newest fifty from one number to another cover any look-up: it happens within a minute of the send. */
const LIST_LIMIT = 50

function receivedText(text: {
  sid: string
  accountSid: string
  from: string
  to: string
  body: string
  numMedia: string
  dateSent: Date | null
}) {
  const { sid, accountSid, from, to, body, numMedia, dateSent } = text
  const raw = {
    MessageSid: sid,
    SmsSid: sid,
    AccountSid: accountSid,
    From: from,
    To: to,
    Body: body,
    NumMedia: numMedia,
  }
  return { providerId: sid, at: dateSent?.getTime() ?? 0, raw }
}

const NOT_YET_ANSWERED: ReadonlySet<string> = new Set(['queued', 'initiated', 'ringing'])

/** A call that has ended cannot be changed, and a very old one is not there any more. */
function isOver(trouble: Trouble): trouble is Extract<Trouble, { kind: 'refused' }> {
  return trouble.kind === 'refused' && [400, 404, 409].includes(trouble.status)
}

async function send(
  log: Log,
  what: 'call' | 'text',
  attempt: string,
  sending: Promise<{ sid: unknown }>,
): Promise<SendAnswer> {
  try {
    const { sid } = await sending
    if (typeof sid === 'string' && sid !== '') return { kind: 'accepted', providerId: sid }
    return { kind: 'unknown', why: 'the answer had no id' }
  } catch (error) {
    const answer = sendAnswerOf(error)
    logAnswer(log, what, attempt, answer)
    return answer
  }
}

function logAnswer(log: Log, what: 'call' | 'text', attempt: string, answer: SendAnswer): void {
  if (answer.kind !== 'refused') return log.warn({ attempt, answer }, `The carrier did not take a ${what}.`)
  const meaning = meaningOf(answer.code)
  const about = { attempt, code: answer.code, why: meaning.why }
  if (meaning.next !== 'human') return log.info(about, `The carrier refused a ${what}.`)
  log.error(about, `The carrier refuses our ${what}s, and will refuse the next: run "lateline doctor" now.`)
}

async function asking<Answer>(what: string, question: Promise<Answer>): Promise<Answer> {
  try {
    return await question
  } catch (error) {
    throw faultOf(error, what)
  }
}

function faultOf(error: unknown, what: string): CarrierFault {
  const trouble = troubleOf(error)
  const why = trouble.kind === 'refused' ? `it answered ${trouble.status}, code ${trouble.code ?? 'none'}` : trouble.why
  return new CarrierFault(`The carrier could not be asked to ${what}: ${why}. Ask again, or run "lateline doctor".`)
}
