import { recordCall, type Call } from './call.ts'
import type { Carrier, Line } from './carrier.ts'
import type { Handset } from './handset.ts'
import { openSession } from './voice-session.ts'

/** A handset rings a line: the program is asked what to do while it rings. */
export function ringLine(carrier: Carrier, handset: Handset, line: Line, withheld: boolean): Call {
  const call = recordCall(
    carrier,
    {
      direction: 'inbound',
      to: line.number,
      from: withheld ? 'anonymous' : handset.number,
      timeoutSeconds: 600,
      parent: undefined,
      detection: undefined,
      handset,
      wish:
        line.statusCallback === undefined
          ? undefined
          : { url: line.statusCallback, method: 'POST', events: new Set(['completed']) },
      whenAnswered: () => undefined,
    },
    carrier.queue.now(),
  )
  call.handsetCall = {
    id: call.sid,
    direction: 'out',
    with: line.number,
    state: 'ringing',
    since: carrier.queue.now(),
    said: [],
    listening: null,
    outcome: null,
    recorded: null,
    keys: [],
  }
  handset.call = call.handsetCall
  carrier.handsets.changed(handset)
  const session = openSession(
    carrier,
    call,
    line.fallbackUrl === undefined ? {} : { fallback: { url: line.fallbackUrl, method: 'POST' } },
  )
  carrier.queue.in(0, () => session.load({ url: line.voiceUrl, method: 'POST' }))
  return call
}
