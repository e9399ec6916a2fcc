import twilio from 'twilio'
import { cleanText } from '../cellar/clean-text.ts'
import type { Spoken, SpokenTurn } from '../cellar/ports.ts'
import { cut, toLength } from './to-length.ts'
import { voiceOf, type Voice } from './voices.ts'
import type { WebAddresses } from './web-addresses.ts'

const { MessagingResponse, VoiceResponse } = twilio.twiml
type Response = InstanceType<typeof VoiceResponse>
type Speaker = Pick<Response, 'say' | 'pause'>

/** What the carrier's document may hold. */
export const LONGEST_DOCUMENT = 4_000

/** Says nothing and asks for nothing: the answer to texts and callbacks. */
export const NOTHING = new MessagingResponse().toString()

/**
 * A turn of a call as the carrier's document. Whatever people wrote in it, it is well-formed and at most
 * {@link LONGEST_DOCUMENT} characters: words are cut before what comes next is.
 */
export function turnToTwiml(turn: SpokenTurn, addresses: WebAddresses): string {
  const spoken = turn.spoken.map(cleaned).filter((each) => !('say' in each) || each.say !== '')
  return toLength(spoken, LONGEST_DOCUMENT, (fitting) => draw({ ...turn, spoken: fitting }, addresses))
}

function draw({ spoken, then }: SpokenTurn, addresses: WebAddresses): string {
  const response = new VoiceResponse()
  switch (then.kind) {
    case 'listen': {
      const until = spoken.findLastIndex((each) => 'say' in each && each.interruptible === false) + 1
      const early = endOfEarly(spoken)
      speak(response, spoken.slice(0, until))
      if (early > until) speakToKeys(response, spoken.slice(until, early), addresses.turn(then.next), then.keys)
      const ear = response.gather(earOf(then, voiceAtTheEnd(spoken), addresses))
      speak(ear, spoken.slice(Math.max(until, early)))
      // if listening itself fails the call goes on as after silence, instead of ending
      response.redirect({ method: 'POST' }, addresses.turn(then.next))
      break
    }
    case 'continue':
      speakOn(response, spoken, addresses.turn(then.next))
      response.redirect({ method: 'POST' }, addresses.turn(then.next))
      break
    case 'connect':
      speak(response, spoken)
      connect(response, then, addresses)
      break
    case 'put-through':
      // the end of a whisper's document is what joins the two
      speak(response, spoken)
      break
    case 'hang-up':
      speak(response, spoken)
      response.hangup()
      break
    case 'reject':
      // the engaged tone: a rejected caller hears nothing about numbers that are not in use
      response.reject({ reason: 'busy' })
      break
    default:
      then satisfies never
  }
  return response.toString()
}

function speak(speaker: Speaker, spoken: readonly Spoken[]): void {
  for (const each of spoken) {
    if ('pauseSeconds' in each) {
      speaker.pause({ length: Math.max(1, Math.round(each.pauseSeconds)) })
    } else if (each.slow) {
      speaker.say(voiceOf(each.language).say, '').prosody({ rate: SLOW }, each.say)
    } else {
      speaker.say(voiceOf(each.language).say, each.say)
    }
  }
}

/** Up to where only a key counts: the last such words with the silence after them. */
function endOfEarly(spoken: readonly Spoken[]): number {
  const last = spoken.findLastIndex((each) => 'say' in each && each.interruptible === 'by-key')
  const next = spoken[last + 1]
  return last < 0 ? 0 : last + (next !== undefined && 'pauseSeconds' in next ? 2 : 1)
}

/** Words after which the call goes on by itself; a key pressed while the last of them are said is heard by the next turn. */
function speakOn(response: Response, spoken: readonly Spoken[], next: string): void {
  const until = spoken.findLastIndex((each) => 'say' in each && each.interruptible === false) + 1
  speak(response, spoken.slice(0, until))
  const rest = spoken.slice(until)
  if (rest.some((each) => 'say' in each && each.interruptible === 'by-key')) speakToKeys(response, rest, next, 1)
  else speak(response, rest)
}

/**
 * Words during which only a key counts. Without one the document goes on: the carrier asks for nothing. Silence after the
 * words is the time that is still listened; it cannot be less than a second.
 */
function speakToKeys(response: Response, spoken: readonly Spoken[], next: string, keys: number | undefined): void {
  const last = spoken.at(-1)
  const pause = last !== undefined && 'pauseSeconds' in last ? last.pauseSeconds : undefined
  const ear = response.gather({
    action: next,
    method: 'POST',
    input: ['dtmf'],
    timeout: Math.max(1, Math.round(pause ?? 1)),
    ...(keys === undefined ? { finishOnKey: '#' } : { numDigits: keys, finishOnKey: '' }),
  })
  speak(ear, pause === undefined ? spoken : spoken.slice(0, -1))
}

/** For older ears (care practice 4.8: 85 to 90 % of the usual pace). */
const SLOW = '85%'

function earOf(then: Extract<SpokenTurn['then'], { kind: 'listen' }>, voice: Voice, addresses: WebAddresses) {
  const hints = then.words.map(hint).filter((each) => each !== '')
  return {
    action: addresses.turn(then.next),
    method: 'POST',
    // without words to listen for, a manager's "hello?" must not count as an answer
    input: hints.length === 0 ? ['dtmf' as const] : ['dtmf' as const, 'speech' as const],
    language: voice.hear,
    timeout: Math.max(1, Math.round(then.waitSeconds)),
    // people who think before they go on are not cut off; "auto" ends at the first breath
    speechTimeout: '2',
    actionOnEmptyResult: true,
    // with a known number of keys, # is a key like any other and no way to say nothing
    ...(then.keys === undefined ? { finishOnKey: '#' } : { numDigits: then.keys, finishOnKey: '' }),
    ...(hints.length === 0 ? {} : { hints: hints.slice(0, MOST_HINTS).join(', ') }),
  }
}

const MOST_HINTS = 40

function hint(word: string): string {
  return cut(oneLine(word.replaceAll(',', ' ')), 40)
}

function connect(
  response: Response,
  then: Extract<SpokenTurn['then'], { kind: 'connect' }>,
  addresses: WebAddresses,
): void {
  const dial = response.dial({
    action: addresses.turn(then.next),
    method: 'POST',
    callerId: then.callerId,
    timeout: Math.min(600, Math.max(5, Math.round(then.ringSeconds))),
    answerOnBridge: true,
    // one after the other: ringing all at once, a voicemail picks up first and silences the phones
    ...(then.numbers.length > 1 ? { sequential: true } : {}),
  })
  const whisper = then.whisper === undefined ? {} : { url: addresses.whisper(then.whisper.call), method: 'POST' }
  for (const number of then.numbers) dial.number(whisper, number)
}

function voiceAtTheEnd(spoken: readonly Spoken[]): Voice {
  const last = spoken.findLast((each) => 'say' in each)
  return voiceOf(last !== undefined && 'language' in last ? last.language : '')
}

function cleaned(spoken: Spoken): Spoken {
  return 'say' in spoken ? { ...spoken, say: oneLine(spoken.say) } : spoken
}

function oneLine(words: string): string {
  return cleanText(words).replaceAll('\uFFFD', ' ').replace(/\s+/g, ' ').trim()
}
