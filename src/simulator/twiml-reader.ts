import { SaxesParser } from 'saxes'

export interface TwimlElement {
  name: string
  attributes: Record<string, string>
  children: Array<TwimlElement | string>
  line: number
}

/** What is wrong with a document, in Twilio's error codes. */
export interface TwimlProblem {
  code: number
  message: string
}

/** Reads a TwiML document. Like Twilio it wants well-formed XML with `<Response>` at the root (12100, 12102). */
export function readTwiml(text: string): { root: TwimlElement } | { problem: TwimlProblem } {
  const parser = new SaxesParser()
  const open: TwimlElement[] = []
  let root: TwimlElement | undefined
  let broken: string | undefined
  const addText = (words: string): void => {
    open.at(-1)?.children.push(words)
  }

  parser.on('error', (error) => {
    broken ??= error.message
  })
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('opentag', (tag) => {
    const element: TwimlElement = { name: tag.name, attributes: { ...tag.attributes }, children: [], line: parser.line }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  try {
    parser.write(text).close()
  } catch (error) {
    broken ??= error instanceof Error ? error.message : String(error)
  }
  if (broken !== undefined || root === undefined) {
    return { problem: { code: 12100, message: `Document parse failure: ${broken ?? 'the document is empty'}` } }
  }
  if (root.name !== 'Response')
    return { problem: { code: 12102, message: `The root element must be <Response>, not <${root.name}>` } }
  return { root }
}

/** All words inside an element, without its tags. */
export function textOf(element: TwimlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
}

export function elementsOf(element: TwimlElement): TwimlElement[] {
  return element.children.filter((child): child is TwimlElement => typeof child !== 'string')
}
