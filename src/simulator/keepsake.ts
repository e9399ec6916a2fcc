import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { Carrier } from './carrier.ts'
import { behaviours, type Handset } from './handset.ts'

const call = z.object({
  id: z.string(),
  direction: z.enum(['in', 'out']),
  with: z.string(),
  state: z.enum(['ringing', 'up', 'ended']),
  since: z.number(),
  said: z.array(z.object({ by: z.enum(['line', 'handset', 'other']), text: z.string(), at: z.number() })),
  keys: z.array(z.object({ key: z.string(), at: z.number() })),
  listening: z.null(),
  outcome: z.string().nullable(),
  recorded: z.string().nullable(),
})
const message = z.object({
  id: z.string(),
  direction: z.enum(['in', 'out']),
  with: z.string(),
  body: z.string(),
  at: z.number(),
  status: z.string(),
})
const Kept = z.object({
  handsets: z.array(
    z.object({
      number: z.string(),
      behaviour: z.enum(behaviours),
      taken: z.boolean(),
      messages: z.array(message),
      pastCalls: z.array(call),
    }),
  ),
  stopped: z.array(z.string()),
})

/** So soon after a change it is on disk; whatever happens within that time is written once. */
const SOON_MS = 500

/**
 * What real handsets would still show after a restart: their texts and past calls, how they behave, and who asked for no
 * more texts. A call that was up is gone, as it would be at a carrier that went down.
 *
 * @param file where it is kept; a file that cannot be read or written costs only the past, never the carrier
 * @returns writes what is not written yet
 */
export function keepHandsets(carrier: Carrier, file: string): () => void {
  restore(carrier, file)
  let timer: NodeJS.Timeout | undefined
  carrier.handsets.onChange(() => {
    timer ??= setTimeout(write, SOON_MS)
  })
  function write(): void {
    clearTimeout(timer)
    timer = undefined
    try {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(`${file}.new`, JSON.stringify(worthKeeping(carrier)), { mode: 0o600 })
      renameSync(`${file}.new`, file)
    } catch (error) {
      stumbled(carrier, 'handsets could not be kept', error)
    }
  }
  return () => {
    if (timer !== undefined) write()
  }
}

function worthKeeping({ handsets, stopped }: Carrier): z.input<typeof Kept> {
  return {
    handsets: handsets
      .all()
      .filter(wasUsed)
      .map(({ number, behaviour, taken, messages, pastCalls }) => ({
        number,
        behaviour,
        taken,
        messages,
        pastCalls: pastCalls.map((past) => ({ ...past, listening: null })),
      })),
    stopped: [...stopped],
  }
}

function wasUsed({ taken, behaviour, messages, pastCalls }: Handset): boolean {
  return taken || behaviour !== 'answers' || messages.length > 0 || pastCalls.length > 0
}

function restore(carrier: Carrier, file: string): void {
  try {
    const kept = Kept.parse(JSON.parse(readFileSync(file, 'utf8')))
    for (const { number, ...past } of kept.handsets) {
      const handset = carrier.handsets.reach(number)
      if (handset !== undefined) Object.assign(handset, past)
    }
    for (const pair of kept.stopped) carrier.stopped.add(pair)
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (!missing) stumbled(carrier, 'kept handsets could not be read', error)
  }
}

/** Never the words of the file: only what kind of fault it was. */
function stumbled(carrier: Carrier, what: string, error: unknown): void {
  carrier.log.add('error', { message: `${what}: ${error instanceof Error ? error.name : 'unknown'}` })
}
