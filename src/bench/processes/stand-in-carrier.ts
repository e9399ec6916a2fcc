/**
 * A carrier that takes every call and text at once and notes when it came. It answers in the carrier's shape, reports
 * nothing back, and rings nobody.
 */
import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { listen } from '../../compose/listen.ts'
import { answerParent } from './answer-parent.ts'

interface Heard {
  /** milliseconds since the epoch, with their fraction */
  at: number
  kind: 'call' | 'text'
  /** the address that reports were asked to go to: it holds the attempt's id, and which process sent it */
  reportTo: string
}

let heard: Heard[] = []

/** Whatever is asked for: nothing is known of it. */
const EMPTY_LIST = JSON.stringify({ calls: [], messages: [], page: 0, page_size: 50, next_page_uri: null })
const JSON_TYPE = { 'content-type': 'application/json' }

const { server, port } = await listen((request, response) => {
  const at = performance.timeOrigin + performance.now()
  const kind = request.url?.endsWith('/Calls.json') === true ? 'call' : 'text'
  void bodyOf(request).then((body) => {
    if (request.method !== 'POST') return response.writeHead(200, JSON_TYPE).end(EMPTY_LIST)
    heard.push({ at, kind, reportTo: new URLSearchParams(body).get('StatusCallback') ?? '' })
    const sid = `${kind === 'call' ? 'CA' : 'SM'}${randomBytes(16).toString('hex')}`
    return response.writeHead(201, JSON_TYPE).end(JSON.stringify({ sid, status: 'queued' }))
  })
}, 0)

function bodyOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (part: string) => (body += part))
    request.on('end', () => resolve(body))
  })
}

answerParent(
  {
    start: () => ({ port }),
    count: () => heard.length,
    /** Everything heard so far; after this nothing was. */
    take: () => {
      const all = heard
      heard = []
      return all
    },
  },
  async () => void server.close(),
)
