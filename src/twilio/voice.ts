import { cleanText } from '../cellar/clean-text.ts'
import { callId, isIdText, type CallId } from '../cellar/ids.ts'
import { parsePhoneNumber, type PhoneNumber } from '../cellar/phone-number.ts'
import type { Clock, HeardInput, SpokenTurn } from '../cellar/ports.ts'
import { createFallbackBook } from './fallback-book.ts'
import { inTime } from './in-time.ts'
import { faultForLog, type Log } from './log.ts'
import type { Form } from './read-form.ts'
import { answeredBy, callStatus } from './status-table.ts'
import { cut } from './to-length.ts'
import { goodbyeTwiml, troubleAcceptTwiml, troubleTwiml, troubleWhisperTwiml } from './trouble.ts'
import { turnToTwiml } from './twiml.ts'
import type { WebAddresses } from './web-addresses.ts'

export interface VoiceActs {
  /** A call has come in; `from` may be a marker for a withheld number. */
  receiveCall(call: { providerId: string; from: string; to: string; raw: Record<string, string> }): Promise<SpokenTurn>
  /** What was heard in answer to a turn. A repeated delivery gets the same answer again. */
  takeTurn(taken: { call: CallId; turn: number; heard: HeardInput; raw: Record<string, string> }): Promise<SpokenTurn>
  /** Who is rung when the line itself fails, by the line's number; in the order to be rung. */
  fallbackNumbers(line: string): Promise<PhoneNumber[]>
}

interface Reply {
  status: number
  xml: string
}

/** Answers calls. Whatever goes wrong, the caller hears a voice and is led to a person: never an error, never dead air. */
export function createVoice(deps: {
  acts: VoiceActs
  addresses: WebAddresses
  clock: Clock
  log: Log
  patienceMs: number
}) {
  const { acts, addresses, clock, log, patienceMs } = deps
  const book = createFallbackBook({ find: (line) => acts.fallbackNumbers(line), clock, log, patienceMs: 2_000 })

  async function answer(form: Form, act: (providerId: string) => Promise<SpokenTurn>): Promise<Reply> {
    const providerId = form.fields['CallSid'] ?? ''
    if (providerId === '') {
      log.error({}, 'A call came without an id; the caller is led to a person.')
      return leadToPerson(form, 0)
    }
    void book.refresh(lineOf(form))
    try {
      const turn = await inTime(patienceMs, () => act(providerId))
      return { status: 200, xml: turnToTwiml(turn, addresses) }
    } catch (fault) {
      log.error({ ...faultForLog(fault), providerId }, 'A call could not be served; the caller is led to a person.')
      return leadToPerson(form, 0)
    }
  }

  async function leadToPerson(form: Form, next: number): Promise<Reply> {
    // inside a whisper nobody can be rung: the one who picked up is the person
    if (isWhisper(form)) return { status: 200, xml: troubleWhisperTwiml(addresses) }
    if (answeredBy(form.fields['AnsweredBy']) === 'machine') return { status: 200, xml: goodbyeTwiml() }
    const line = lineOf(form)
    const numbers = await book.numbersFor(line)
    if (numbers.length === 0) log.error({}, NOBODY_KNOWN)
    return { status: 200, xml: troubleTwiml({ numbers, callerId: parsePhoneNumber(line), next }, addresses) }
  }

  return {
    receive: (form: Form): Promise<Reply> =>
      answer(form, (providerId) => {
        const { From: from = '', To: to = '' } = form.fields
        return acts.receiveCall({ providerId, from, to, raw: form.fields })
      }),

    takeTurn: (form: Form, call: string, turn: string): Promise<Reply> =>
      answer(form, async () => {
        if (!isIdText(call) || !/^\d{1,6}$/.test(turn)) throw new RangeError('No turn of ours has such an address.')
        return acts.takeTurn({ call: callId(call), turn: Number(turn), heard: heardIn(form.fields), raw: form.fields })
      }),

    /** Steps of a call in trouble, and the address the carrier turns to when another of ours fails. No store is asked. */
    async fallback(form: Form, query: URLSearchParams): Promise<Reply> {
      const whisper = query.get('whisper')
      if (whisper === 'answer') return { status: 200, xml: troubleAcceptTwiml((form.fields['Digits'] ?? '') !== '') }
      if (whisper === 'ask') return { status: 200, xml: troubleWhisperTwiml(addresses) }
      const next = query.get('next')
      if (next === null) {
        log.error(codeIn(form), 'The carrier could not use our answer to a call; the caller is led to a person.')
        return leadToPerson(form, 0)
      }
      if (havePutThrough(form)) return { status: 200, xml: goodbyeTwiml() }
      return leadToPerson(form, /^\d{1,4}$/.test(next) ? Number(next) : 0)
    },

    async warm(lines: readonly string[]): Promise<void> {
      await Promise.all(lines.map((line) => book.refresh(line)))
    },
  }
}

const NOBODY_KNOWN =
  'A caller could not be led to a person: no number is known for this line. Name a last-resort number now.'

/** Our own number in the call: the one rung, or the one we rang from. */
function lineOf(form: Form): string {
  const { Direction: direction = 'inbound', From: from = '', To: to = '' } = form.fields
  return direction.startsWith('outbound') ? from : to
}

function codeIn(form: Form): { code: string } {
  const code = form.fields['ErrorCode'] ?? ''
  return { code: /^\d{4,6}$/.test(code) ? code : 'none' }
}

function isWhisper(form: Form): boolean {
  return form.fields['Direction'] === 'outbound-dial' || 'ParentCallSid' in form.fields
}

/** Whether the two have spoken. Where the carrier does not say so, a connection that lasted is taken for it. */
function havePutThrough(form: Form): boolean {
  const { DialBridged: bridged, DialCallStatus: status, DialCallDuration: seconds = '0' } = form.fields
  if (bridged !== undefined) return bridged === 'true'
  return (status === 'completed' || status === 'answered') && seconds !== '0'
}

/** Longer input than anybody can give is a fault or a trick; the first part says enough. */
const LONGEST_DIGITS = 40
const LONGEST_SPEECH = 1_000

function heardIn(raw: Readonly<Record<string, string>>): HeardInput {
  const digits = cut(raw['Digits'] ?? '', LONGEST_DIGITS)
  const speech = cut(cleanText(raw['SpeechResult'] ?? '').trim(), LONGEST_SPEECH)
  const confidence = Number(raw['Confidence'] || 'none')
  const dialled = raw['DialCallStatus']
  const who = answeredBy(raw['AnsweredBy'])
  return {
    ...(digits === '' ? {} : { digits }),
    ...(speech === '' ? {} : { speech }),
    ...(confidence >= 0 && confidence <= 1 ? { confidence } : {}),
    ...(dialled === undefined ? {} : { dial: dialIn(dialled, raw['DialCallDuration']) }),
    ...(who === undefined ? {} : { answeredBy: who }),
  }
}

/** In our words: answered, engaged, no-answer, failed or cancelled. Answered is no acceptance: a voicemail answers too. */
function dialIn(status: string, seconds: string | undefined): { status: string; seconds: number } {
  return {
    status: status === 'answered' ? 'answered' : (callStatus(status).outcome ?? 'failed'),
    seconds: seconds !== undefined && /^\d{1,6}$/.test(seconds) ? Number(seconds) : 0,
  }
}
