import type { Response } from 'express'
import type { Carrier } from './carrier.ts'
import type { Fault } from './faults.ts'
import type { RestAnswer } from './rest-router.ts'
import { Refusal, refusalJson } from './rest-errors.ts'

type RestFault = Exclude<Fault, { on: 'callback' | 'webhook' | 'delivery' }>

export interface Spoiling {
  response: Response
  /** Carries the request out. */
  answer: () => RestAnswer
  /** Puts on the log what the client was (or was not) told. */
  send: (sent: RestAnswer) => void
}

const refusalOf = { '429': 20429, '500': 20500, '503': 20503 } as const
const gatewayPage =
  '<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>'

/** Answers a REST request with a fault; before it, the request is carried out where the fault says so. */
export async function spoil(carrier: Carrier, fault: RestFault, { response, answer, send }: Spoiling): Promise<void> {
  const accepted =
    fault.accepted || fault.kind === 'timeout-after' || fault.kind === 'slow' || fault.kind === 'answer-after-callback'
  const real = accepted ? answer() : undefined
  switch (fault.kind) {
    case 'timeout-before':
    case 'timeout-after':
      // The socket stays open until the client gives up (or the carrier is closed).
      return send(real ?? { status: 0, body: undefined })
    case 'reset':
      send(real ?? { status: 0, body: undefined })
      response.destroy()
      return
    case 'html':
      send({ status: 502, body: undefined })
      response.status(502).type('html').send(gatewayPage)
      return
    case '429':
    case '500':
    case '503': {
      const refusal = new Refusal(refusalOf[fault.kind])
      send({ status: refusal.status, body: real?.body })
      response.status(refusal.status).json(refusalJson(refusal))
      return
    }
    case 'slow':
      carrier.queue.in(fault.seconds * 1000, () => {
        reply(real)
      })
      return
    case 'answer-after-callback':
      await carrier.queue.settled()
      return reply(real)
  }

  function reply(sent: RestAnswer | undefined): void {
    if (sent === undefined) return
    send(sent)
    if (!response.destroyed) response.status(sent.status).json(sent.body)
  }
}
