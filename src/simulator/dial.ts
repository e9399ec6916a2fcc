import { callForm, durationSeconds, hasEnded, later, recordCall, type Call, type Ending } from './call.ts'
import { dialOut, endCall } from './call-life.ts'
import type { Session } from './session.ts'
import { readNumber } from './phone-numbers.ts'
import type { DialledNumber, DialStep } from './voice-verbs.ts'

/** A Dial under way on the caller's leg. */
export interface Dialling {
  /** The caller is gone or has been sent to another document: hangs up every other leg. */
  cancel(why: 'caller-gone' | 'sent-elsewhere'): void
}

/** Rings all numbers at once; the first to pick up (and to stay through its whisper) is connected. */
export function startDial(session: Session, step: DialStep): void {
  const { carrier, call } = session
  const callerId = step.callerId ?? call.from
  if (!allowedCallerId(session, callerId)) {
    carrier.log.add('error', { code: 13214, message: 'Dial: the caller ID is no number of this account', sid: call.sid })
    session.wait(0, () => finish(undefined, 'failed'))
    return
  }
  const legs = step.numbers.map((noun) => leg(session, noun, callerId, step.timeoutSeconds))
  let over = false
  session.dialling = { cancel }

  for (const [index, each] of legs.entries()) {
    each.whenAnswered = () => meet(each, step.numbers[index])
    each.whenEnded = () => legEnded(each)
    dialOut(carrier, each)
  }

  async function meet(each: Call, noun: DialledNumber | undefined): Promise<void> {
    if (noun?.url === undefined) return connect(each)
    const whisper = session.openOn(each, () => { connect(each) })
    await whisper.load({ url: noun.url, method: noun.method })
  }

  function connect(each: Call): void {
    if (over || call.bridge !== undefined || hasEnded(each)) return
    call.bridge = each
    each.bridge = call
    for (const other of legs) if (other !== each) endCall(carrier, other, other.answeredAt === undefined ? 'no-answer' : 'completed')
    later(carrier, each, step.timeLimitSeconds, () => { endCall(carrier, each, 'completed') })
  }

  function legEnded(each: Call): void | Promise<void> {
    if (over) return
    if (call.bridge === each) return finish(each, 'completed')
    if (call.bridge === undefined && legs.every(hasEnded)) return finish(legs.at(-1), together(legs))
  }

  function finish(each: Call | undefined, status: Ending): Promise<void> {
    over = true
    const bridged = each !== undefined && call.bridge === each
    call.bridge = undefined
    session.dialling = undefined
    if (step.action === undefined) return session.proceed()
    return session.load({ url: step.action, method: step.method, form: resultForm(each, status, bridged) })
  }

  function cancel(why: 'caller-gone' | 'sent-elsewhere'): void {
    const other = call.bridge
    over = true
    call.bridge = undefined
    for (const each of legs) endCall(carrier, each, each.answeredAt === undefined ? 'canceled' : 'completed')
    if (why === 'sent-elsewhere' || other === undefined || step.action === undefined) return
    // The action is still told how a connected call ended, although its answer can go nowhere.
    const form = { ...callForm(carrier, call), CallStatus: 'completed', ...resultForm(other, 'completed', true) }
    void carrier.deliver({ kind: 'webhook', url: new URL(step.action, session.documentUrl).href, method: step.method, form })
  }
}

function resultForm(leg: Call | undefined, status: Ending, bridged: boolean): Record<string, string> {
  return {
    DialCallStatus: status, DialBridged: String(bridged),
    ...(leg === undefined ? {} : { DialCallSid: leg.sid }),
    ...(leg !== undefined && bridged ? { DialCallDuration: String(durationSeconds(leg)) } : {}),
  }
}

function leg(session: Session, noun: DialledNumber, callerId: string, timeoutSeconds: number): Call {
  const { carrier, call } = session
  const to = readNumber(noun.number) ?? noun.number
  const handset = carrier.handsets.reach(to)
  if (handset === undefined) carrier.log.add('error', { code: 13224, message: 'Dial: this number is not supported; the stand-in carrier reaches Ofcom drama numbers only', sid: call.sid })
  return recordCall(carrier, {
    direction: 'outbound-dial', to, from: callerId, timeoutSeconds, parent: call, handset, detection: undefined,
    wish: noun.statusCallback === undefined ? undefined : { url: new URL(noun.statusCallback, session.documentUrl).href, method: noun.statusCallbackMethod, events: noun.events },
    whenAnswered: () => undefined,
  }, carrier.queue.now())
}

/** A caller's own number may be shown on, one of ours too; any other is refused (13214). */
function allowedCallerId(session: Session, callerId: string): boolean {
  return session.carrier.lines.has(readNumber(callerId) ?? callerId) || callerId === session.call.from || callerId === session.call.to
}

function together(legs: Call[]): Ending {
  const endings = legs.map((each) => each.status)
  if (endings.includes('completed')) return 'completed'
  if (endings.includes('no-answer')) return 'no-answer'
  return endings.includes('busy') ? 'busy' : 'failed'
}
