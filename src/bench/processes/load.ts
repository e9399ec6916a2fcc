/** The load generator: texts as the carrier hands them over, as many as fit or so many a second. */
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { openConnection, type Connection } from '../connection.ts'
import { signedText } from '../signed-text.ts'
import { answerParent } from './answer-parent.ts'

const Target = z.object({
  port: z.number(),
  publicUrl: z.string(),
  accountSid: z.string(),
  authToken: z.string(),
  line: z.string(),
})
const Text = z.object({ from: z.string(), body: z.string() })
const Burst = z.object({ target: Target, texts: z.array(Text).min(1), seconds: z.number(), connections: z.number() })
const Steady = z.object({ target: Target, texts: z.array(Text), perSecond: z.number() })

/** More than any of these servers takes in a second here; signed beforehand, so that signing is not measured. */
const MOST_A_SECOND = 3_000

answerParent({
  /** Every connection sends the next text as soon as its last was answered. */
  async burst(about) {
    const { target, texts, seconds, connections } = Burst.parse(about)
    const requests = Array.from({ length: MOST_A_SECOND * seconds }, (_, n) =>
      signedText(target, texts[n % texts.length] ?? { from: '', body: '' }),
    )
    const lines = await Promise.all(Array.from({ length: connections }, () => openConnection(target.port)))
    const took: number[] = []
    let refused = 0
    const begun = performance.now()
    const until = begun + seconds * 1000
    const sendAll = async (line: Connection): Promise<void> => {
      for (let request = requests.pop(); request !== undefined && performance.now() < until; request = requests.pop()) {
        const sent = performance.now()
        const status = await line.send(request)
        took.push(performance.now() - sent)
        if (status !== 200) refused += 1
      }
    }
    await Promise.all(lines.map(sendAll))
    const ms = performance.now() - begun
    for (const line of lines) line.close()
    return { ms, took, refused }
  },

  /** Each text at its time, however long the answers take; a connection is used again when it is free. */
  async steady(about) {
    const { target, texts, perSecond } = Steady.parse(about)
    const requests = texts.map((text) => signedText(target, text))
    const free: Connection[] = []
    const took: number[] = []
    let refused = 0
    const begun = performance.now()
    const send = async (request: Buffer): Promise<void> => {
      const line = free.pop() ?? (await openConnection(target.port))
      const sent = performance.now()
      const status = await line.send(request)
      took.push(performance.now() - sent)
      if (status !== 200) refused += 1
      free.push(line)
    }
    const sending: Promise<void>[] = []
    for (const [n, request] of requests.entries()) {
      await wait(Math.max(0, begun + (n * 1000) / perSecond - performance.now()))
      sending.push(send(request))
    }
    const ms = performance.now() - begun
    await Promise.all(sending)
    for (const line of free) line.close()
    return { ms, took, refused }
  },
})
