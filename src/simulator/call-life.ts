import { enter, hasEnded, later, type Call, type Ending } from './call.ts'
import type { Carrier } from './carrier.ts'
import { detectMachine } from './machine-detection.ts'
import { keepRecording } from './voicemail.ts'

/** How long the network tries a phone that is switched off. */
const searchSeconds = 2
/** Twilio ends every call after four hours. */
const longestCallSeconds = 14_400
const mailboxSeconds = 180

/** Dials: the phone rings, or the reason why not is known at once. */
export function dialOut(carrier: Carrier, call: Call): void {
  if (call.status !== 'queued') return
  call.startedAt = carrier.queue.now()
  enter(carrier, call, 'initiated', 'initiated')
  const handset = call.handset
  const fault = carrier.faults.delivery({ to: call.to, from: call.from })
  if (handset === undefined || fault !== undefined) return endCall(carrier, call, 'failed')
  if (handset.behaviour === 'engaged' || handset.call !== null) return endCall(carrier, call, 'busy')
  if (handset.behaviour === 'switched-off') {
    later(carrier, call, searchSeconds, () => {
      endCall(carrier, call, 'no-answer')
    })
    return
  }
  ring(carrier, call)
}

function ring(carrier: Carrier, call: Call): void {
  const { handset } = call
  if (handset === undefined) return
  enter(carrier, call, 'ringing', 'ringing')
  call.handsetCall = {
    id: call.sid,
    direction: 'in',
    with: call.from,
    state: 'ringing',
    since: carrier.queue.now(),
    said: [],
    listening: null,
    outcome: null,
    recorded: null,
    keys: [],
  }
  handset.call = call.handsetCall
  carrier.log.add('ring', { sid: call.sid, to: call.to, from: call.from })
  carrier.handsets.changed(handset)

  later(carrier, call, Math.min(call.timeoutSeconds, carrier.settings.ringTimeoutSeconds), () => {
    endCall(carrier, call, 'no-answer')
  })
  if (handset.behaviour === 'voicemail')
    later(carrier, call, carrier.settings.voicemailAfterSeconds, () => {
      pickUp(carrier, call, 'machine')
    })
  const { answerAfterSeconds } = carrier.settings
  if (handset.behaviour === 'answers' && answerAfterSeconds !== null) {
    later(carrier, call, answerAfterSeconds, () => {
      if (!handset.taken) pickUp(carrier, call, 'person')
    })
  }
}

/** A person or a voicemail takes the call. */
export function pickUp(carrier: Carrier, call: Call, who: 'person' | 'machine'): void {
  if (call.status !== 'ringing') return
  cancelTimers(call)
  answered(carrier, call)
  if (who === 'machine') {
    keepRecording(carrier, call)
    later(carrier, call, mailboxSeconds, () => {
      endCall(carrier, call, 'completed')
    })
  }
  const waits = detectMachine(carrier, call, who, () => call.whenAnswered())
  if (!waits) carrier.queue.in(0, () => call.whenAnswered())
}

/** The call is up: charged from here. */
export function answered(carrier: Carrier, call: Call): void {
  call.answeredAt = carrier.queue.now()
  const shown = call.handsetCall
  if (shown !== undefined) {
    shown.state = 'up'
    shown.since = call.answeredAt
  }
  later(carrier, call, longestCallSeconds, () => {
    endCall(carrier, call, 'completed')
  })
  enter(carrier, call, 'in-progress', 'answered')
  if (call.handset !== undefined) carrier.handsets.changed(call.handset)
}

/** The call is over, for whatever reason; a second end changes nothing. */
export function endCall(carrier: Carrier, call: Call, ending: Ending): void {
  if (hasEnded(call)) return
  call.session?.stop()
  cancelTimers(call)
  call.endedAt = carrier.queue.now()
  const { handset, handsetCall } = call
  if (handsetCall !== undefined) {
    handsetCall.state = 'ended'
    handsetCall.outcome = ending
    handsetCall.listening = null
  }
  if (handset !== undefined && handsetCall !== undefined) {
    handset.pastCalls.push(handsetCall)
    if (handset.call === handsetCall) handset.call = null
  }
  enter(carrier, call, ending, 'completed')
  if (handset !== undefined) carrier.handsets.changed(handset)
  const then = call.whenEnded
  call.session = undefined
  if (then !== undefined) carrier.queue.in(0, then)
}

function cancelTimers(call: Call): void {
  for (const cancel of call.timers) cancel()
  call.timers.clear()
}
