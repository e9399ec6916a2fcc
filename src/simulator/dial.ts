import { callForm, hasEnded, later, type Call, type Ending } from './call.ts'
import { answered, dialOut, endCall } from './call-life.ts'
import { mayShow, recordLeg, resultForm, together } from './dial-leg.ts'
import type { Session } from './session.ts'
import type { DialledNumber, DialStep } from './voice-steps.ts'

/** A Dial under way on the caller's leg. */
export interface Dialling {
  /** The caller is gone or has been sent to another document: hangs up every other leg. */
  cancel(why: 'caller-gone' | 'sent-elsewhere'): void
}

/**
 * Rings all numbers at once, or one after the other. The first to pick up wins, even if it is a voicemail or hangs up
 * in its whisper: the other phones stop ringing and no further number is tried, as Twilio documents it. What comes
 * next is the business of the Dial's action.
 */
export function startDial(session: Session, step: DialStep): void {
  const { carrier, call } = session
  const callerId = step.callerId ?? call.from
  let over = false
  if (!mayShow(session, callerId)) {
    const message = 'Dial: the caller ID is no number of this account'
    carrier.log.add('error', { code: 13214, message, sid: call.sid })
    session.wait(0, () => finish(undefined, 'failed'))
    return
  }
  const legs: Call[] = []
  const toTry = [...step.numbers]
  session.dialling = { cancel }
  do tryNext()
  while (!step.sequential && toTry.length > 0)

  function tryNext(): void {
    const noun = toTry.shift()
    if (noun === undefined) return
    const leg = recordLeg(session, noun, callerId, step.timeoutSeconds)
    legs.push(leg)
    leg.whenAnswered = () => meet(leg, noun)
    leg.whenEnded = () => legEnded(leg)
    dialOut(carrier, leg)
  }

  async function meet(leg: Call, noun: DialledNumber): Promise<void> {
    toTry.length = 0
    for (const other of legs) if (other !== leg) endCall(carrier, other, 'no-answer')
    if (noun.url === undefined) return connect(leg)
    const whisper = session.openOn(leg, () => connect(leg))
    await whisper.load({ url: noun.url, method: noun.method })
  }

  function connect(leg: Call): void {
    if (over || call.bridge !== undefined || hasEnded(leg)) return
    call.bridge = leg
    leg.bridge = call
    if (call.status === 'ringing') answered(carrier, call)
    later(carrier, leg, step.timeLimitSeconds, () => endCall(carrier, leg, 'completed'))
  }

  function legEnded(leg: Call): void | Promise<void> {
    if (over) return
    if (call.bridge === leg) return finish(leg, 'completed')
    if (call.bridge !== undefined || !legs.every(hasEnded)) return
    if (toTry.length > 0) return tryNext()
    const pickedUp = legs.find((each) => each.answeredAt !== undefined)
    return finish(pickedUp ?? legs.at(-1), together(legs))
  }

  function finish(leg: Call | undefined, status: Ending): Promise<void> {
    over = true
    const bridged = leg !== undefined && call.bridge === leg
    call.bridge = undefined
    session.dialling = undefined
    if (step.action === undefined) return session.proceed()
    return session.load({ url: step.action, method: step.method, form: resultForm(leg, status, bridged) })
  }

  function cancel(why: 'caller-gone' | 'sent-elsewhere'): void {
    const other = call.bridge
    over = true
    call.bridge = undefined
    for (const leg of legs) endCall(carrier, leg, leg.answeredAt === undefined ? 'canceled' : 'completed')
    if (why === 'sent-elsewhere' || other === undefined || step.action === undefined) return
    // The action is still told how a connected call ended, although its answer can go nowhere.
    const form = { ...callForm(carrier, call), CallStatus: 'completed', ...resultForm(other, 'completed', true) }
    const url = new URL(step.action, session.documentUrl).href
    void carrier.deliver({ kind: 'webhook', url, method: step.method, form })
  }
}
