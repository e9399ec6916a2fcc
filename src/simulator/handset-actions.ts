import type { Call } from './call.ts'
import { endCall, pickUp } from './call-life.ts'
import type { Carrier, Line } from './carrier.ts'
import { pressKey, sayWords } from './gather.ts'
import type { Handset } from './handset.ts'
import { ringLine } from './inbound-call.ts'
import { textLine } from './inbound-text.ts'
import { readable, readNumber } from './phone-numbers.ts'

/** What a person does with a phone. A sentence comes back when it cannot be done now. */
export interface HandsetActions {
  /** `unattended`: a program sends it, as a person in the background would, and the phone stays free. */
  text(handset: Handset, to: string, body: string, unattended: boolean): Done
  ring(handset: Handset, to: string, withheld: boolean): Done
  answer(handset: Handset): Done
  press(handset: Handset, digits: string): Done
  say(handset: Handset, words: string): Done
  hangUp(handset: Handset): Done
}
export type Done = { done: true } | { cannot: string }

const done: Done = { done: true }

export function createHandsetActions(carrier: Carrier): HandsetActions {
  const log = (handset: Handset, action: string, detail: Record<string, unknown> = {}): void => {
    if (detail['unattended'] !== true) handset.taken = true
    carrier.log.add('handset', { number: handset.number, action, ...detail })
  }

  return {
    text: (handset, to, body, unattended) => {
      const line = lineAt(carrier, to)
      if (typeof line === 'string') return { cannot: line }
      const dead = withoutSignal(carrier, handset)
      if (dead !== undefined) return { cannot: dead }
      if (handset.kind === 'landline')
        return { cannot: `${handset.name} is a landline: it cannot send texts. Use ring instead.` }
      log(handset, 'text', unattended ? { unattended } : {})
      textLine(carrier, handset, line, body)
      return done
    },
    ring: (handset, to, withheld) => {
      const line = lineAt(carrier, to)
      if (typeof line === 'string') return { cannot: line }
      const dead = withoutSignal(carrier, handset)
      if (dead !== undefined) return { cannot: dead }
      if (handset.call !== null) return { cannot: `${handset.name} is in a call already. Hang up first.` }
      log(handset, 'ring', { to: line.number, withheld })
      ringLine(carrier, handset, line, withheld)
      return done
    },
    answer: (handset) => {
      const call = callOf(carrier, handset)
      if (call === undefined || handset.call?.state !== 'ringing' || handset.call.direction !== 'in')
        return { cannot: `${handset.name} is not ringing: there is nothing to answer.` }
      log(handset, 'answer')
      pickUp(carrier, call, 'person')
      return done
    },
    press: (handset, digits) => {
      const call = callUp(carrier, handset)
      if (typeof call === 'string') return { cannot: call }
      log(handset, 'press', { digits })
      const at = carrier.queue.now()
      call.handsetCall?.keys.push(...digits.split('').map((key) => ({ key, at })))
      carrier.handsets.changed(handset)
      carrier.queue.in(0, () => pressAll(call, digits))
      return done
    },
    say: (handset, words) => {
      const call = callUp(carrier, handset)
      if (typeof call === 'string') return { cannot: call }
      log(handset, 'say', { words })
      speak(carrier, call, words)
      return done
    },
    hangUp: (handset) => {
      const call = callOf(carrier, handset)
      if (call === undefined) return { cannot: `${handset.name} is in no call: there is nothing to hang up.` }
      log(handset, 'hang-up')
      const ringsHere = call.answeredAt === undefined && call.direction !== 'inbound'
      endCall(carrier, call, ringsHere ? 'busy' : call.answeredAt === undefined ? 'canceled' : 'completed')
      return done
    },
  }
}

/** Key after key: each is heard by whatever the line does after the one before. */
async function pressAll(call: Call, digits: string): Promise<void> {
  for (const digit of digits) if (call.session !== undefined) await pressKey(call.session, digit)
}

function speak(carrier: Carrier, call: Call, words: string): void {
  const at = carrier.queue.now()
  call.handsetCall?.said.push({ by: 'handset', text: words, at })
  if (call.handset !== undefined) carrier.handsets.changed(call.handset)
  const other = call.bridge
  other?.handsetCall?.said.push({ by: 'other', text: words, at })
  if (other?.handset !== undefined) carrier.handsets.changed(other.handset)
  carrier.queue.in(0, () => (call.session === undefined ? undefined : sayWords(call.session, words)))
}

function callOf(carrier: Carrier, handset: Handset): Call | undefined {
  return handset.call === null ? undefined : carrier.calls.get(handset.call.id)
}

function callUp(carrier: Carrier, handset: Handset): Call | string {
  const call = callOf(carrier, handset)
  if (call !== undefined && handset.call?.state === 'up') return call
  return call === undefined
    ? `${handset.name} is in no call.`
    : `${handset.name} has not been connected yet: wait, or answer first.`
}

function lineAt(carrier: Carrier, to: string): Line | string {
  const number = readNumber(to)
  const line = number === undefined ? undefined : carrier.lines.get(number)
  if (line !== undefined) return line
  const lines = [...carrier.lines.values()].map((each) => `${readable(each.number)} (${each.name})`).join(', ')
  return `${to} is no line of this carrier. Handsets reach these lines: ${lines}.`
}

function withoutSignal(carrier: Carrier, handset: Handset): string | undefined {
  if (carrier.settings.down) return 'The carrier is out of order: no handset has a signal. Set "down" to false first.'
  return handset.behaviour === 'switched-off'
    ? `${handset.name} is switched off. Set its behaviour to "answers" first.`
    : undefined
}
