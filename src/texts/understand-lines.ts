/** The border of `lateline understand`: JSON lines in, JSON lines out (design section 7). */

import { z } from 'zod'
import { understand } from './parse.ts'
import type { Context, NextVisit, Reading } from './reading.ts'

const Visit = z.object({
  ref: z.string(),
  name: z.string().default(''),
  start: z.string().optional(),
  minutes: z.number().optional(),
})

const Line = z.object({
  text: z.string(),
  from: z.enum(['care-worker', 'service-user', 'manager', 'unknown']).default('unknown'),
  context: z
    .object({
      now: z.string().nullish(),
      nextVisits: z.array(Visit).nullish(),
      openOffer: z.union([z.string(), z.number().transform(String), z.object({ code: z.coerce.string() }), z.boolean()]).nullish(),
      awaiting: z.union([z.string(), z.object({}).transform(() => undefined)]).nullish(),
    })
    .nullish(),
})
export type Line = z.input<typeof Line>

/** Turns a local or UTC instant (`2026-11-24T08:50:00Z`) into the wall clock it stands for. */
export type ToWallClock = (instant: string) => { date: string; time: string } | undefined

/**
 * Reads one line of input and gives one line of output, both JSON, without line breaks. A line that is no reading's
 * input gives `{"kind":"unknown","error":…}`; it never throws.
 *
 * @param toWallClock how an instant with an offset is shown on the branch's wall clock; without it the digits count
 */
export function understandLine(line: string, toWallClock?: ToWallClock): string {
  const input = parseLine(line)
  if ('error' in input) return JSON.stringify({ kind: 'unknown', error: input.error })
  return JSON.stringify(plainReading(understand(input.text, contextOf(input, toWallClock))))
}

function parseLine(line: string): z.output<typeof Line> | { error: string } {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch {
    return { error: 'this line is not JSON: write one object a line, {"text": "LATE 20", "from": "care-worker"}' }
  }
  const parsed = Line.safeParse(json)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  return { error: `${issue?.path.join('.') || 'line'}: ${issue?.message ?? 'not understood'}` }
}

/** The context of a line, times taken apart. */
export function contextOf(line: Line, toWallClock?: ToWallClock): Context {
  const { from, context } = Line.parse(line)
  const now = context?.now ? wallClock(context.now, toWallClock) : undefined
  const offer = offerCode(context?.openOffer)
  return {
    from,
    nextVisits: (context?.nextVisits ?? []).map((visit) => nextVisit(visit, toWallClock)),
    ...(now?.date === undefined ? {} : { now: { date: now.date, time: now.time } }),
    ...(offer === undefined ? {} : { openOffer: { code: offer } }),
    ...(context?.awaiting ? { awaiting: context.awaiting } : {}),
  }
}

function offerCode(offer: string | boolean | { code: string } | null | undefined): string | undefined {
  if (typeof offer === 'object') return offer?.code
  return typeof offer === 'string' && offer !== '' ? offer : undefined
}

function nextVisit({ ref, name, start, minutes }: z.output<typeof Visit>, toWallClock: ToWallClock | undefined): NextVisit {
  const time = start === undefined ? undefined : wallClock(start, toWallClock)?.time
  return { ref, name, ...(time === undefined ? {} : { start: time }), ...(minutes === undefined ? {} : { minutes }) }
}

/** `HH:MM`, `YYYY-MM-DDTHH:MM` or an instant with an offset. */
function wallClock(written: string, toWallClock: ToWallClock | undefined): { date?: string; time: string } | undefined {
  const instant = /T.*(?:Z|[+-]\d{2}:?\d{2})$/i.test(written) ? toWallClock?.(written) : undefined
  if (instant) return instant
  const found = /^(?:(\d{4}-\d{2}-\d{2})[T ])?(\d{1,2}):(\d{2})/.exec(written)
  if (!found) return undefined
  const time = `${(found[2] ?? '').padStart(2, '0')}:${found[3] ?? ''}`
  return { ...(found[1] === undefined ? {} : { date: found[1] }), time }
}

const SHOWN = ['kind', 'minutes', 'eta', 'visit', 'reason', 'level', 'code', 'until', 'about', 'also'] as const

/** Only the fields of the contract, in its order. */
export function plainReading(reading: Reading): Record<string, unknown> {
  const plain: Record<string, unknown> = {}
  for (const key of SHOWN) {
    if (reading[key] === undefined) continue
    plain[key] = key === 'also' ? reading.also?.map(plainReading) : reading[key]
  }
  return plain
}
