import { readSpeech } from './speech.ts'
import type { DialledNumber, GatherStep, HttpMethod, Step, VoiceDocument } from './voice-steps.ts'
import { elementsOf, readTwiml, textOf, type TwimlElement, type TwimlProblem } from './twiml-reader.ts'

/** Reads a voice document into steps; what Twilio refuses comes back as a problem, what it shrugs at as a warning (12200). */
export function readVoiceDocument(text: string): VoiceDocument | { problem: TwimlProblem } {
  const read = readTwiml(text)
  if ('problem' in read) return read
  const warnings: TwimlProblem[] = []
  const steps: Step[] = []
  for (const element of elementsOf(read.root)) {
    const made = verb(element, warnings)
    if (!Array.isArray(made)) return { problem: made }
    steps.push(...made)
  }
  return { steps, warnings }
}

const knownAttributes: Record<string, string[]> = {
  Say: ['voice', 'language', 'loop'],
  Play: ['loop', 'digits'],
  Pause: ['length'],
  Gather: [
    'action',
    'method',
    'timeout',
    'speechTimeout',
    'numDigits',
    'finishOnKey',
    'actionOnEmptyResult',
    'bargeIn',
    'input',
    'hints',
    'language',
    'profanityFilter',
    'speechModel',
    'enhanced',
    'partialResultCallback',
    'partialResultCallbackMethod',
    'debug',
  ],
  Redirect: ['method'],
  Dial: [
    'action',
    'method',
    'timeout',
    'timeLimit',
    'callerId',
    'answerOnBridge',
    'hangupOnStar',
    'ringTone',
    'record',
    'sequential',
  ],
  Number: ['url', 'method', 'statusCallback', 'statusCallbackMethod', 'statusCallbackEvent', 'sendDigits'],
  Hangup: [],
  Reject: ['reason'],
}

function verb(element: TwimlElement, warnings: TwimlProblem[]): Step[] | TwimlProblem {
  const known = knownAttributes[element.name]
  if (known === undefined || element.name === 'Number') return unknownElement(element, 'Response')
  warnAttributes(element, known, warnings)
  const a = element.attributes
  switch (element.name) {
    case 'Say':
      return say(element)
    case 'Play':
      return repeat(a['loop'], {
        do: 'play',
        url: textOf(element).trim(),
        seconds: a['digits'] === undefined ? 5 : a['digits'].length * 0.5,
      })
    case 'Pause':
      return [{ do: 'pause', seconds: numberOr(a['length'], 1) }]
    case 'Gather':
      return gather(element, warnings)
    case 'Redirect':
      return [{ do: 'redirect', url: textOf(element).trim(), method: methodOf(a['method']) }]
    case 'Dial':
      return dial(element, warnings)
    case 'Hangup':
      return [{ do: 'hang-up' }]
    default:
      return [{ do: 'reject', reason: a['reason'] === 'busy' ? 'busy' : 'rejected' }]
  }
}

function say(element: TwimlElement): Step[] | TwimlProblem {
  const { unknown, ...speech } = readSpeech(element)
  if (unknown !== undefined)
    return {
      code: 12200,
      message: `Schema validation: <${unknown}> is no speech markup inside <Say>, line ${element.line}`,
    }
  if (speech.text.length > 4096) return { code: 13510, message: 'Say: the text is longer than 4096 characters' }
  return repeat(element.attributes['loop'], { do: 'say', speech })
}

function gather(element: TwimlElement, warnings: TwimlProblem[]): Step[] | TwimlProblem {
  const a = element.attributes
  const input = (a['input'] ?? 'dtmf').split(/\s+/)
  const timeoutSeconds = numberOr(a['timeout'], 5)
  const prompts: Step[] = []
  for (const child of elementsOf(element)) {
    if (!['Say', 'Play', 'Pause'].includes(child.name)) return unknownElement(child, 'Gather')
    const made = verb(child, warnings)
    if (!Array.isArray(made)) return made
    prompts.push(...made)
  }
  const listen: GatherStep = {
    do: 'listen',
    keys: input.includes('dtmf'),
    speech: input.includes('speech'),
    action: a['action'] || undefined,
    method: methodOf(a['method']),
    timeoutSeconds,
    speechTimeoutSeconds: a['speechTimeout'] === 'auto' ? 0 : numberOr(a['speechTimeout'], timeoutSeconds),
    numDigits: a['numDigits'] === undefined ? undefined : numberOr(a['numDigits'], 1),
    finishOnKey: a['finishOnKey'] ?? '#',
    actionOnEmptyResult: a['actionOnEmptyResult'] === 'true',
    bargeIn: a['bargeIn'] !== 'false',
  }
  return [listen, ...prompts, { do: 'wait-for-input' }]
}

function dial(element: TwimlElement, warnings: TwimlProblem[]): Step[] | TwimlProblem {
  const a = element.attributes
  const nouns = elementsOf(element)
  const stranger = nouns.find((noun) => noun.name !== 'Number')
  if (stranger !== undefined) return unknownElement(stranger, 'Dial')
  for (const noun of nouns) warnAttributes(noun, knownAttributes['Number'] ?? [], warnings)
  const numbers = nouns.length > 0 ? nouns.map(dialledNumber) : [dialledNumber({ ...element, attributes: {} })]
  if (numbers.length > 10) return { code: 13243, message: 'Dial: more than ten numbers at once' }
  return [
    {
      do: 'dial',
      numbers,
      action: a['action'] || undefined,
      method: methodOf(a['method']),
      timeoutSeconds: numberOr(a['timeout'], 30),
      timeLimitSeconds: numberOr(a['timeLimit'], 14_400),
      callerId: a['callerId'],
      sequential: a['sequential'] === 'true',
      answerOnBridge: a['answerOnBridge'] === 'true',
    },
  ]
}

function dialledNumber(noun: TwimlElement): DialledNumber {
  const a = noun.attributes
  return {
    number: textOf(noun).trim(),
    url: a['url'] || undefined,
    method: methodOf(a['method']),
    statusCallback: a['statusCallback'] || undefined,
    statusCallbackMethod: methodOf(a['statusCallbackMethod']),
    events: new Set((a['statusCallbackEvent'] ?? 'completed').split(/\s+/)),
  }
}

function repeat(loop: string | undefined, step: Step): Step[] {
  const times = numberOr(loop, 1)
  return Array.from({ length: times === 0 ? 1000 : Math.min(times, 1000) }, () => step)
}

function unknownElement(element: TwimlElement, parent: string): TwimlProblem {
  return {
    code: 12200,
    message: `Schema validation: invalid content was found starting with element '${element.name}' inside <${parent}>, line ${element.line}`,
  }
}

function warnAttributes(element: TwimlElement, known: string[], warnings: TwimlProblem[]): void {
  for (const name of Object.keys(element.attributes)) {
    if (!known.includes(name))
      warnings.push({
        code: 12200,
        message: `Schema validation: attribute '${name}' is not allowed in <${element.name}>, line ${element.line}`,
      })
  }
}

function methodOf(method: string | undefined): HttpMethod {
  return method?.toUpperCase() === 'GET' ? 'GET' : 'POST'
}

function numberOr(text: string | undefined, fallback: number): number {
  const value = Number(text)
  return text === undefined || text === '' || !Number.isFinite(value) || value < 0 ? fallback : value
}
