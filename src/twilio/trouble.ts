import type { PhoneNumber } from '../cellar/phone-number.ts'
import twilio from 'twilio'
import { voiceOf } from './voices.ts'
import type { WebAddresses } from './web-addresses.ts'

const { VoiceResponse } = twilio.twiml
type Response = InstanceType<typeof VoiceResponse>

/**
 * The call that is led to a person when a turn cannot be had: the store is down, a step is unknown, a process died.
 * It keeps nothing: which person is next stands in the address. A person is one who presses a key (a voicemail is not),
 * so each is asked first, and the next one is rung until somebody does.
 */
export function troubleTwiml(
  trouble: { numbers: readonly PhoneNumber[]; callerId: PhoneNumber | undefined; next: number },
  addresses: WebAddresses,
): string {
  const { numbers, callerId, next } = trouble
  const response = new VoiceResponse()
  const number = next < numbers.length * ROUNDS ? numbers[next % numbers.length] : undefined
  if (number === undefined) return nobody(response)

  say(response, next === 0 ? WORDS.first : WORDS.again)
  const dial = response.dial({
    action: addresses.trouble({ next: next + 1 }),
    method: 'POST',
    timeout: RING_SECONDS,
    answerOnBridge: true,
    ...(callerId === undefined ? {} : { callerId }),
  })
  dial.number({ url: addresses.trouble({ whisper: 'ask' }), method: 'POST' }, number)
  return response.toString()
}

/** What the person who picks up hears, before they are put through. */
export function troubleWhisperTwiml(addresses: WebAddresses): string {
  const response = new VoiceResponse()
  const action = addresses.trouble({ whisper: 'answer' })
  const ear = response.gather({ action, method: 'POST', input: ['dtmf'], numDigits: 1, finishOnKey: '', timeout: 5 })
  ear.say(VOICE, WORDS.whisper)
  ear.pause({ length: 1 })
  ear.say(VOICE, WORDS.whisper)
  response.hangup()
  return response.toString()
}

/** A key puts the two through; anything else frees the caller for the next person. */
export function troubleAcceptTwiml(pressed: boolean): string {
  const response = new VoiceResponse()
  if (!pressed) response.hangup()
  return response.toString()
}

/** The end of a call after the two have spoken. */
export function goodbyeTwiml(): string {
  const response = new VoiceResponse()
  response.hangup()
  return response.toString()
}

function nobody(response: Response): string {
  say(response, WORDS.nobody)
  response.hangup()
  return response.toString()
}

function say(response: Response, sentences: readonly string[]): void {
  for (const sentence of sentences) response.say(VOICE, sentence)
}

const VOICE = voiceOf('en-GB').say
const RING_SECONDS = 25
/** Each person is rung this often before the caller is told that nobody answers. */
const ROUNDS = 3

const WORDS = {
  first: ['Sorry, this line has a fault.', 'Please stay on the line. We are ringing a person for you.'],
  again: ['Please stay on the line. We are ringing the next person.'],
  nobody: [
    'Sorry, we could not reach anybody.',
    'If somebody is in danger, hang up and ring 9 9 9.',
    'Otherwise please ring this number again in five minutes.',
  ],
  whisper: 'This is the care line. It has a fault, and a caller needs a person. Press any key to speak to them.',
} as const
