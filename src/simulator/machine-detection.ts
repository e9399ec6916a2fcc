import { hasEnded, later, type Call } from './call.ts'
import { sendCallback } from './callbacks.ts'
import type { Carrier } from './carrier.ts'

/**
 * Answering-machine detection. Asynchronous: the call goes on and the guess is posted when it is made.
 * Otherwise the document waits for the guess; then `true` comes back and `goOn` is called with AnsweredBy known.
 */
export function detectMachine(
  carrier: Carrier,
  call: Call,
  who: 'person' | 'machine',
  goOn: () => void | Promise<void>,
): boolean {
  const detection = call.detection
  if (detection === undefined) return false
  const guess = guessOf(carrier, who)
  const waitsForTone = detection.mode === 'DetectMessageEnd' && guess === 'machine' && call.toneAt !== undefined
  const listened = carrier.settings.detectionSeconds
  const seconds = waitsForTone ? ((call.toneAt ?? 0) - carrier.queue.now()) / 1000 : listened
  later(carrier, call, seconds, () => {
    if (hasEnded(call)) return
    call.answeredBy = guess === 'machine' ? (detection.mode === 'Enable' ? 'machine_start' : 'machine_end_beep') : guess
    if (!detection.asynchronous) return goOn()
    if (detection.callback === undefined) return
    sendCallback(
      carrier,
      call.callbacks,
      {
        ...detection.callback,
        form: {
          AccountSid: carrier.accountSid,
          CallSid: call.sid,
          AnsweredBy: call.answeredBy,
          MachineDetectionDuration: String(Math.round(seconds * 1000)),
        },
      },
      { to: call.to, from: call.from, status: call.answeredBy },
    )
  })
  return !detection.asynchronous
}

function guessOf(carrier: Carrier, who: 'person' | 'machine'): 'human' | 'machine' | 'unknown' {
  const { machineDetection } = carrier.settings
  if (machineDetection === 'unknown') return 'unknown'
  return (who === 'machine') === (machineDetection === 'right') ? 'machine' : 'human'
}
