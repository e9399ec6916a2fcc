import { callForm, later, type Call } from './call.ts'
import type { Carrier } from './carrier.ts'
import type { DeliveryAnswer } from './deliver.ts'
import type { TwimlProblem } from './twiml-reader.ts'
import { readVoiceDocument } from './voice-verbs.ts'
import type { HttpMethod, Step } from './voice-steps.ts'

export interface DocumentRequest {
  url: string
  method: HttpMethod
  form?: Record<string, string>
}

export type Fetched = { steps: Step[]; url: string } | { problem: TwimlProblem }

/** Twilio waits no longer than this for a document. */
const patienceSeconds = 15

/**
 * Asks the program for a call's next document and hands the steps, or what was wrong, to `use`.
 * A webhook fault may send the request late or never, or make its answer slow; then `use` is called later.
 */
export async function fetchDocument(
  carrier: Carrier,
  call: Call,
  request: DocumentRequest,
  use: (fetched: Fetched) => Promise<void>,
): Promise<void> {
  const form = { ...callForm(carrier, call), ...request.form }
  const fault = carrier.faults.webhook({ to: call.to, from: call.from, status: call.status })
  const ask = (doubled = false): ReturnType<Carrier['deliver']> =>
    carrier.deliver({ kind: 'webhook', url: request.url, method: request.method, form, doubled })
  const read = (answer: Awaited<ReturnType<Carrier['deliver']>>): Promise<void> =>
    use(documentFrom(carrier, call, request.url, answer))

  switch (fault?.kind) {
    case undefined:
      return read(await ask())
    case 'doubled':
      return read(await ask(true))
    case 'late':
      later(carrier, call, fault.seconds, async () => read(await ask()))
      return
    case 'lost':
      later(carrier, call, patienceSeconds, () =>
        use(failed(carrier, call, { code: 11205, message: 'HTTP connection failure' })),
      )
      return
    case 'slow': {
      const answer = await ask()
      const inTime = fault.seconds < patienceSeconds
      later(carrier, call, Math.min(fault.seconds, patienceSeconds), () =>
        inTime
          ? read(answer)
          : use(failed(carrier, call, { code: 11205, message: 'HTTP connection failure: no answer within 15 s' })),
      )
    }
  }
}

/** Reads steps out of an answer, and puts on the log what Twilio's debugger would show. */
function documentFrom(
  carrier: Carrier,
  call: Call,
  url: string,
  answer: DeliveryAnswer | { problem: TwimlProblem },
): Fetched {
  if ('problem' in answer) return answer
  if (!/xml|^$|text\/html/.test(answer.contentType))
    return failed(carrier, call, { code: 12300, message: `Invalid Content-Type: ${answer.contentType}` })
  return stepsOf(carrier, call, url, answer.body)
}

export function stepsOf(carrier: Carrier, call: Call, url: string, twiml: string): Fetched {
  const read = readVoiceDocument(twiml)
  if ('problem' in read) return failed(carrier, call, read.problem)
  for (const warning of read.warnings) carrier.log.add('warning', { ...warning, sid: call.sid })
  return { steps: read.steps, url }
}

function failed(carrier: Carrier, call: Call, problem: TwimlProblem): { problem: TwimlProblem } {
  carrier.log.add('error', { ...problem, sid: call.sid })
  return { problem }
}
