import { hasEnded, later, type Call } from './call.ts'
import { answered, endCall } from './call-life.ts'
import type { Carrier } from './carrier.ts'
import { startDial } from './dial.ts'
import { fetchDocument, stepsOf, type DocumentRequest, type Fetched } from './documents.ts'
import { listen, stopListening, waitForInput } from './gather.ts'
import type { Session } from './session.ts'
import { speakingSeconds } from './speech.ts'
import { record } from './voicemail.ts'
import type { Step } from './voice-steps.ts'

/** A document that goes round without time passing is stopped after so many steps. */
const mostStepsAtOnce = 500

const applicationError: Step[] = [
  {
    do: 'say',
    speech: { text: 'We are sorry. An application error has occurred. Goodbye.', breakSeconds: 0, rate: 1 },
  },
  { do: 'hang-up' },
]

/** Begins to carry out documents on a call. `atEnd` is called when a document has run out; by default the call then ends. */
export function openSession(
  carrier: Carrier,
  call: Call,
  options: { fallback?: Session['fallback']; atEnd?: () => void | Promise<void> } = {},
): Session {
  let cancelWait: (() => void) | undefined
  let interrupted: (() => void) | undefined
  let turn = 0
  let stepsAtOnce = 0
  let fallbackTried = false

  const session: Session = {
    carrier,
    call,
    steps: [],
    documentUrl: undefined,
    fallback: options.fallback,
    listening: undefined,
    dialling: undefined,
    proceed,
    load,
    run,
    wait,
    interrupt,
    stop: () => {
      interrupt()
      turn += 1
      session.steps = []
      session.dialling?.cancel('caller-gone')
      session.dialling = undefined
      stopListening(session)
    },
    openOn: (leg, atEnd) => {
      const other = openSession(carrier, leg, { atEnd })
      other.documentUrl = session.documentUrl
      return other
    },
  }
  call.session = session
  return session

  async function proceed(): Promise<void> {
    const mine = turn
    while (mine === turn && !hasEnded(call) && !overrun()) {
      const step = session.steps.shift()
      if (step === undefined) {
        if (call.status === 'ringing') answered(carrier, call)
        return options.atEnd === undefined ? endCall(carrier, call, 'completed') : options.atEnd()
      }
      if ((await perform(step)) === 'waits') return
    }
  }

  async function perform(step: Step): Promise<'on' | 'waits'> {
    if (call.status === 'ringing' && picksUp(step)) answered(carrier, call)
    switch (step.do) {
      case 'say':
        say(step.speech.text, speakingSeconds(step.speech, carrier.settings.wordsPerSecond))
        return 'waits'
      case 'play':
        say(`(plays ${step.url})`, step.seconds)
        return 'waits'
      case 'pause':
        wait(step.seconds)
        return 'waits'
      case 'listen':
        listen(session, step)
        return 'on'
      case 'wait-for-input':
        return waitForInput(session)
      case 'redirect':
        await load({ url: step.url, method: step.method })
        return 'waits'
      case 'dial':
        startDial(session, step)
        return 'waits'
      case 'hang-up':
        endCall(carrier, call, 'completed')
        return 'waits'
      case 'reject':
        endCall(carrier, call, step.reason === 'busy' ? 'busy' : 'no-answer')
        return 'waits'
    }
  }

  function say(text: string, seconds: number): void {
    const from = carrier.queue.now()
    call.handsetCall?.said.push({ by: 'line', text, at: from })
    if (call.handset !== undefined) carrier.handsets.changed(call.handset)
    const keep = (): void => {
      record(call, text, from, seconds, carrier.queue.now())
    }
    wait(
      seconds,
      () => {
        keep()
        return proceed()
      },
      keep,
    )
  }

  async function load(request: DocumentRequest): Promise<void> {
    interrupt()
    stopListening(session)
    const mine = (turn += 1)
    const url = absolute(request.url, session.documentUrl)
    await fetchDocument(carrier, call, { ...request, url }, async (fetched) => {
      if (mine !== turn || hasEnded(call)) return
      await use(fetched, url)
    })
  }

  async function use(fetched: Fetched, url: string): Promise<void> {
    if (!('problem' in fetched)) {
      session.documentUrl = fetched.url
      return run(fetched.steps)
    }
    if (session.fallback === undefined || fallbackTried) return run([...applicationError])
    fallbackTried = true
    return load({ ...session.fallback, form: { ErrorCode: String(fetched.problem.code), ErrorUrl: url } })
  }

  function run(steps: Step[]): Promise<void> {
    interrupt()
    stopListening(session)
    turn += 1
    session.steps = [...steps]
    return proceed()
  }

  function wait(seconds: number, then: () => void | Promise<void> = proceed, whenInterrupted?: () => void): void {
    interrupted = whenInterrupted
    if (seconds > 0) stepsAtOnce = 0
    cancelWait = later(carrier, call, seconds, () => {
      cancelWait = undefined
      interrupted = undefined
      return then()
    })
  }

  function interrupt(): void {
    cancelWait?.()
    cancelWait = undefined
    const tell = interrupted
    interrupted = undefined
    tell?.()
  }

  function overrun(): boolean {
    stepsAtOnce += 1
    if (stepsAtOnce <= mostStepsAtOnce) return false
    carrier.log.add('error', {
      code: 12205,
      message: 'The documents go round in circles without time passing',
      sid: call.sid,
    })
    endCall(carrier, call, 'failed')
    return true
  }
}

/** Begins with a document from the program, or with one that came with the request. */
export function begin(
  session: Session,
  document: { url: string; method: 'GET' | 'POST' } | { twiml: string },
): Promise<void> {
  if ('url' in document) return session.load(document)
  const read = stepsOf(session.carrier, session.call, '', document.twiml)
  return session.run('problem' in read ? [...applicationError] : read.steps)
}

/** Whether a step takes the call of somebody who is still hearing the ringing tone. */
function picksUp(step: Step): boolean {
  return step.do !== 'reject' && !(step.do === 'dial' && step.answerOnBridge)
}

function absolute(url: string, base: string | undefined): string {
  return URL.canParse(url, base) ? new URL(url, base).href : url
}
