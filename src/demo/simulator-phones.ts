import { z } from 'zod'
import type { Phones } from './live.ts'

const handset = z.object({ taken: z.boolean() })

/** The simulator's handsets over HTTP, as any program outside would use them. What is sent from here takes no handset. */
export function simulatorPhones(baseUrl: string, timeoutMs = 10_000): Phones {
  const at = (number: string) => `${baseUrl}/simulator/handsets/${encodeURIComponent(number)}`
  return {
    async isTaken(number) {
      const view = handset.parse(await answerOf(await fetch(at(number), { signal: AbortSignal.timeout(timeoutMs) })))
      return view.taken
    },
    async text(from, to, body) {
      const request = {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ to, body, unattended: true }),
        signal: AbortSignal.timeout(timeoutMs),
      }
      await answerOf(await fetch(`${at(from)}/text`, request))
    },
  }
}

async function answerOf(response: Response): Promise<unknown> {
  if (!response.ok) throw new Error(`the simulator answered ${response.status} to a simulated care worker`)
  return response.json()
}
