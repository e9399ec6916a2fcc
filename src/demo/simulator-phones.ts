import { z } from 'zod'
import type { Phones } from './live.ts'

const handset = z.object({
  taken: z.boolean(),
  call: z.object({ state: z.string() }).nullable(),
  messages: z.array(z.object({ direction: z.string() })),
})

/**
 * The simulator's handsets over HTTP, as any program outside would use them. A handset that has only sent what was sent
 * from here belongs to nobody yet, although the simulator counts it as taken.
 */
export function simulatorPhones(baseUrl: string, timeoutMs = 10_000): Phones {
  const sent = new Map<string, number>()
  const at = (number: string) => `${baseUrl}/simulator/handsets/${encodeURIComponent(number)}`
  return {
    async isTaken(number) {
      const view = handset.parse(await answerOf(await fetch(at(number), { signal: AbortSignal.timeout(timeoutMs) })))
      const texts = view.messages.filter((message) => message.direction === 'out').length
      return view.taken && (texts !== (sent.get(number) ?? 0) || view.call?.state === 'up')
    },
    async text(from, to, body) {
      const request = {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ to, body }),
        signal: AbortSignal.timeout(timeoutMs),
      }
      await answerOf(await fetch(`${at(from)}/text`, request))
      sent.set(from, (sent.get(from) ?? 0) + 1)
    },
  }
}

async function answerOf(response: Response): Promise<unknown> {
  if (!response.ok) throw new Error(`the simulator answered ${response.status} to a simulated care worker`)
  return response.json()
}
