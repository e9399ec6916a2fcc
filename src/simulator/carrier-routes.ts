import type { Response, Router } from 'express'
import { Duration } from 'luxon'
import { z } from 'zod'
import { CarrierSettingsChange } from './carrier-settings.ts'
import { isoTime } from './carrier-time.ts'
import type { Carrier } from './carrier.ts'
import { Fault } from './faults.ts'
import { readNumber } from './phone-numbers.ts'
import { sentence } from './sentence.ts'

const CarrierBody = z.strictObject({
  faults: z.array(Fault).max(1000).optional(),
  settings: CarrierSettingsChange.optional(),
})
const longestAdvanceMs = 400 * 86_400_000
const ClockBody = z.strictObject({
  advance: z
    .union([z.number(), z.string().transform((text) => Duration.fromISO(text).as('seconds'))])
    .refine(
      (seconds) => seconds >= 0 && seconds * 1000 <= longestAdvanceMs,
      'use seconds as a number, or a duration such as "PT20M"; never backwards, at most 400 days',
    ),
})

/** The carrier itself: its faults and settings, its clock, its log, and news of every handset. */
export function carrierRoutes(carrier: Carrier, router: Router): { close: () => void } {
  router.get('/simulator/carrier', (_request, response) => {
    response.json(carrierView(carrier))
  })
  router.post('/simulator/carrier', (request, response) => {
    const body = CarrierBody.safeParse(request.body)
    if (!body.success) return void response.status(400).json({ error: sentence(body.error) })
    const { faults, settings } = body.data
    if (faults !== undefined) carrier.faults.set(faults.map(withReadNumbers))
    Object.assign(carrier.settings, definedOnly(settings ?? {}))
    response.json(carrierView(carrier))
  })
  router.post('/simulator/clock', async (request, response) => {
    const body = ClockBody.safeParse(request.body)
    if (!body.success) return void response.status(400).json({ error: sentence(body.error) })
    if (body.data.advance > 0) carrier.clock.advance(body.data.advance * 1000)
    await carrier.queue.settled()
    response.json({ now: isoTime(carrier.clock.now()) })
  })
  router.get('/simulator/log', (request, response) => {
    const after = Number(request.query['after'] ?? 0)
    if (!Number.isInteger(after) || after < 0)
      return void response.status(400).json({ error: '"after": use the number of the last entry you know, or 0' })
    response.json({ entries: carrier.log.after(after) })
  })
  return newsRoute(carrier, router)
}

/** Server-sent events: `{"number": "+447700900123"}` whenever that handset has changed. */
function newsRoute(carrier: Carrier, router: Router): { close: () => void } {
  const readers = new Set<Response>()
  const changed = new Set<string>()
  const stop = carrier.handsets.onChange((handset) => {
    if (changed.size === 0) setImmediate(tell)
    changed.add(handset.number)
  })
  function tell(): void {
    const news = [...changed].map((number) => `data: ${JSON.stringify({ number })}\n\n`).join('')
    changed.clear()
    for (const reader of readers) reader.write(news)
  }
  const heartbeat = setInterval(() => {
    for (const reader of readers) reader.write(': still here\n\n')
  }, 15_000)
  heartbeat.unref()

  router.get('/simulator/events', (_request, response) => {
    response.set({ 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
    response.write('retry: 1000\n\n')
    readers.add(response)
    response.on('close', () => {
      readers.delete(response)
    })
  })
  return {
    close: () => {
      stop()
      clearInterval(heartbeat)
      for (const reader of readers) reader.end()
    },
  }
}

function carrierView(carrier: Carrier): Record<string, unknown> {
  return { settings: carrier.settings, faults: carrier.faults.waiting(), now: isoTime(carrier.clock.now()) }
}

function withReadNumbers(fault: Fault): Fault {
  const { to, from, status } = fault.match
  return {
    ...fault,
    match: {
      ...(to === undefined ? {} : { to: readNumber(to) ?? to }),
      ...(from === undefined ? {} : { from: readNumber(from) ?? from }),
      ...(status === undefined ? {} : { status }),
    },
  }
}

function definedOnly(change: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}
