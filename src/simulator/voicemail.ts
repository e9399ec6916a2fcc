import { hasEnded, later, type Call } from './call.ts'
import type { Carrier } from './carrier.ts'
import { speakingSeconds, wordsOf, type Speech } from './speech.ts'

/** The voicemail greets, sounds its tone and keeps what is said from then on. */
export function keepRecording(carrier: Carrier, call: Call): void {
  const text = carrier.settings.voicemailGreeting
  const greeting: Speech = { text, breakSeconds: 1, rate: 1 }
  const seconds = speakingSeconds(greeting, carrier.settings.wordsPerSecond)
  call.toneAt = carrier.queue.now() + seconds * 1000
  call.handsetCall?.said.push({ by: 'handset', text, at: carrier.queue.now() })
  later(carrier, call, seconds, () => {
    if (call.handsetCall === undefined || hasEnded(call)) return
    call.handsetCall.recorded ??= ''
    if (call.handset !== undefined) carrier.handsets.changed(call.handset)
  })
}

/** Adds to the recording what was spoken between `from` and `until` and after the tone. */
export function record(call: Call, text: string, from: number, seconds: number, until: number): void {
  const shown = call.handsetCall
  const { toneAt } = call
  if (shown === undefined || toneAt === undefined) return
  const words = wordsOf(text)
  const msPerWord = (seconds * 1000) / Math.max(1, words.length)
  const kept = words.filter((_, index) => {
    const at = from + index * msPerWord
    return at >= toneAt && at < until
  })
  if (kept.length > 0) shown.recorded = [shown.recorded ?? '', kept.join(' ')].join(' ').trim()
}
