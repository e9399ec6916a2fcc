import type { Session } from './session.ts'
import { wordsOf } from './speech.ts'
import type { GatherStep } from './voice-steps.ts'

/** A Gather that listens: to keys, to words, or both. */
export interface Listening {
  gather: GatherStep
  digits: string
  promptsOver: boolean
  cancelTimer: (() => void) | undefined
}

export function listen(session: Session, gather: GatherStep): void {
  session.listening = { gather, digits: '', promptsOver: false, cancelTimer: undefined }
  show(session, { keys: gather.keys, speech: gather.speech })
}

/** The prompts are over: now silence counts. */
export function waitForInput(session: Session): 'on' | 'waits' {
  const { listening } = session
  if (listening === undefined) return 'on'
  listening.promptsOver = true
  const { gather, digits } = listening
  if (digits !== '' && gather.numDigits === digits.length) {
    session.wait(0, () => heardKeys(session, listening))
    return 'waits'
  }
  session.wait(gather.timeoutSeconds, () => (digits === '' ? silence(session) : heardKeys(session, listening)))
  return 'waits'
}

export function stopListening(session: Session): void {
  if (session.listening === undefined) return
  session.listening = undefined
  show(session, null)
}

/** One key. While nobody listens for keys it is lost, as on a real line. */
export async function pressKey(session: Session, key: string): Promise<void> {
  const { listening } = session
  if (listening === undefined || !listening.gather.keys) return
  const { gather } = listening
  if (gather.finishOnKey.includes(key)) return heardKeys(session, listening, key)
  listening.digits += key
  if (!gather.bargeIn && !listening.promptsOver) return
  dropPrompts(session)
  if (listening.digits.length === gather.numDigits) return heardKeys(session, listening)
  session.wait(gather.timeoutSeconds, () => heardKeys(session, listening))
}

/** Words. They count once the caller has been silent for the speech timeout ("auto": at once). */
export async function sayWords(session: Session, words: string): Promise<void> {
  const { listening } = session
  if (listening === undefined || !listening.gather.speech || listening.digits !== '') return
  const { gather } = listening
  if (!gather.bargeIn && !listening.promptsOver) return
  dropPrompts(session)
  const heard = (): Promise<void> =>
    finish(session, gather, { SpeechResult: wordsOf(words).join(' '), Confidence: '0.92' })
  if (gather.speechTimeoutSeconds === 0) return heard()
  session.wait(gather.speechTimeoutSeconds, heard)
}

function heardKeys(session: Session, listening: Listening, finishedOn?: string): Promise<void> {
  if (listening.digits === '' && !listening.gather.actionOnEmptyResult) return goOn(session)
  return finish(session, listening.gather, {
    Digits: listening.digits,
    ...(finishedOn === undefined ? {} : { FinishedOnKey: finishedOn }),
  })
}

function silence(session: Session): Promise<void> {
  const gather = session.listening?.gather
  if (gather === undefined || !gather.actionOnEmptyResult) return goOn(session)
  return finish(session, gather, {
    ...(gather.keys ? { Digits: '' } : {}),
    ...(gather.speech ? { SpeechResult: '' } : {}),
  })
}

/** Nothing was heard and nobody wants to know: on with the document. */
function goOn(session: Session): Promise<void> {
  dropPrompts(session)
  stopListening(session)
  return session.proceed()
}

function finish(session: Session, gather: GatherStep, form: Record<string, string>): Promise<void> {
  dropPrompts(session)
  stopListening(session)
  return session.load({
    url: gather.action ?? session.documentUrl ?? '',
    method: gather.method,
    form: { msg: 'Gather End', ...form },
  })
}

function dropPrompts(session: Session): void {
  session.interrupt()
  const end = session.steps.findIndex((step) => step.do === 'wait-for-input')
  if (session.listening?.promptsOver === false && end >= 0) session.steps.splice(0, end + 1)
  if (session.listening !== undefined) session.listening.promptsOver = true
}

function show(session: Session, listening: { keys: boolean; speech: boolean } | null): void {
  const { handset, handsetCall } = session.call
  if (handset === undefined || handsetCall === undefined) return
  handsetCall.listening = listening
  session.carrier.handsets.changed(handset)
}
