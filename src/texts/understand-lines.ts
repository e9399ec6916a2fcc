/** The border of `lateline understand`: JSON lines in, JSON lines out (design section 7). */

import { z } from 'zod'
import { toInstant, toLocal } from '../cellar/local-time.ts'
import type { Zone } from '../cellar/local-time.ts'
import { understand } from './parse.ts'
import type { Context, NextVisit, Reading } from './reading.ts'

const Visit = z.object({
  ref: z.string(),
  name: z.string().default(''),
  start: z.string().optional(),
  minutes: z.number().optional(),
})

export const Line = z.object({
  text: z.string(),
  from: z.enum(['care-worker', 'service-user', 'manager', 'unknown']).default('unknown'),
  context: z
    .object({
      now: z.string().nullish(),
      nextVisits: z.array(Visit).nullish(),
      openOffer: z
        .union([z.string(), z.number().transform(String), z.object({ code: z.coerce.string() }), z.boolean()])
        .nullish(),
      awaiting: z.union([z.string(), z.object({}).transform(() => undefined)]).nullish(),
    })
    .nullish(),
})
export type Line = z.input<typeof Line>

/**
 * Reads one line of input and gives one line of output, both JSON, without line breaks. A line that is no reading's
 * input gives `{"kind":"unknown","error":…}`; it never throws.
 *
 * @param zone the branch's zone, in which instants with an offset (`2026-11-24T08:50:00Z`) are shown on the wall
 */
export function understandLine(line: string, zone: Zone = 'Europe/London'): string {
  const input = parseLine(line)
  if ('error' in input) return JSON.stringify({ kind: 'unknown', error: input.error })
  return JSON.stringify(plainReading(understand(input.text, contextOf(input, zone))))
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
export function contextOf(line: Line, zone: Zone = 'Europe/London'): Context {
  const { from, context } = Line.parse(line)
  const now = context?.now ? wallClock(context.now, zone) : undefined
  const offer = offerCode(context?.openOffer)
  return {
    from,
    nextVisits: (context?.nextVisits ?? []).map((visit) => nextVisit(visit, zone)),
    ...(now?.date === undefined ? {} : { now: { date: now.date, time: now.time } }),
    ...(offer === undefined ? {} : { openOffer: { code: offer } }),
    ...(context?.awaiting ? { awaiting: context.awaiting } : {}),
  }
}

function offerCode(offer: string | boolean | { code: string } | null | undefined): string | undefined {
  if (typeof offer === 'object') return offer?.code
  return typeof offer === 'string' && offer !== '' ? offer : undefined
}

function nextVisit({ ref, name, start, minutes }: z.output<typeof Visit>, zone: Zone): NextVisit {
  const time = start === undefined ? undefined : wallClock(start, zone)?.time
  return { ref, name, ...(time === undefined ? {} : { start: time }), ...(minutes === undefined ? {} : { minutes }) }
}

/** `HH:MM`, `YYYY-MM-DDTHH:MM`, or an instant with its offset; anything else is as if it had not been said. */
function wallClock(written: string, zone: Zone): { date?: string; time: string } | undefined {
  const found = WRITTEN.exec(written.trim())
  const [, date, hour = '', minute = '', offset] = found ?? []
  const time = `${hour.padStart(2, '0')}:${minute}`
  if (!found || Number(hour) > 23 || Number(minute) > 59) return undefined
  if (date === undefined) return { time }
  return isDate(date) ? onTheWall({ date, time }, offset, zone) : undefined
}

const WRITTEN = /^(?:(\d{4}-\d{2}-\d{2})[T ])?(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?$/i

function isDate(date: string): boolean {
  return z.iso.date().safeParse(date).success
}

function onTheWall(
  local: { date: string; time: string },
  offset: string | undefined,
  zone: Zone,
): { date: string; time: string } {
  if (offset === undefined) return local
  const { date, time } = toLocal(toInstant(local, 'UTC', 'start') - offsetMs(offset), zone)
  return { date, time }
}

/** `Z`, `+01:00`, `-0330` in milliseconds. */
function offsetMs(offset: string): number {
  if (/^z$/i.test(offset)) return 0
  const digits = offset.replace(/\D/g, '')
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))
  return (offset.startsWith('-') ? -minutes : minutes) * 60_000
}

const SHOWN = ['kind', 'minutes', 'eta', 'visit', 'reason', 'level', 'code', 'until', 'about', 'also'] as const

/** Only the fields of the contract, in its order. */
function plainReading(reading: Reading): Record<string, unknown> {
  const plain: Record<string, unknown> = {}
  for (const key of SHOWN) {
    if (reading[key] === undefined) continue
    plain[key] = key === 'also' ? reading.also?.map(plainReading) : reading[key]
  }
  return plain
}
