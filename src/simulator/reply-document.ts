import type { DeliveryAnswer } from './deliver.ts'
import { elementsOf, readTwiml, textOf, type TwimlElement, type TwimlProblem } from './twiml-reader.ts'

export interface TextReply {
  to: string | undefined
  body: string
  statusCallback: string | undefined
}

/** What the program answered to a text: `<Message>` and `<Redirect>`, plain words, or (best) nothing. */
export function readReply(
  answer: DeliveryAnswer,
): { replies: TextReply[]; redirect: string | undefined } | { problem: TwimlProblem } {
  if (answer.body.trim() === '') return { replies: [], redirect: undefined }
  if (answer.contentType.startsWith('text/plain'))
    return { replies: [{ to: undefined, body: answer.body, statusCallback: undefined }], redirect: undefined }
  if (!/xml|^$|text\/html/.test(answer.contentType))
    return { problem: { code: 12300, message: `Invalid Content-Type: ${answer.contentType}` } }
  const read = readTwiml(answer.body)
  if ('problem' in read) return read
  const verbs = elementsOf(read.root)
  const stranger = verbs.find((verb) => verb.name !== 'Message' && verb.name !== 'Redirect')
  if (stranger !== undefined) {
    return {
      problem: {
        code: 12200,
        message: `Schema validation: invalid content was found starting with element '${stranger.name}', line ${stranger.line}`,
      },
    }
  }
  const redirect = verbs.find((verb) => verb.name === 'Redirect')
  return {
    replies: verbs.filter((verb) => verb.name === 'Message').map(replyOf),
    redirect: redirect === undefined ? undefined : textOf(redirect).trim(),
  }
}

function replyOf(verb: TwimlElement): TextReply {
  const bodies = elementsOf(verb).filter((child) => child.name === 'Body')
  const body = bodies.length > 0 ? bodies.map(textOf).join('') : textOf(verb)
  return {
    to: verb.attributes['to'],
    body: body.trim(),
    statusCallback: verb.attributes['statusCallback'] ?? verb.attributes['action'],
  }
}
