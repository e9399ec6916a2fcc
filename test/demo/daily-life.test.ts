import { describe, expect, it } from 'vitest'
import { minutesBetween } from '../../src/cellar/local-time.ts'
import { dailyLife } from '../../src/demo/daily-life.ts'
import { createDemo } from '../../src/demo/demo.ts'
import { createLive } from '../../src/demo/live.ts'
import type { Phones } from '../../src/demo/live.ts'

const demo = createDemo()
const visits = demo.visitsOn('2026-11-23')
const life = dailyLife(visits, 1)

describe('a day of the simulated care workers', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(dailyLife(visits, 1)).toEqual(life)
    expect(dailyLife(visits, 2)).not.toEqual(life)
  })

  it('says HERE and DONE of planned visits only, in the order of time', () => {
    const byRef = new Map(visits.map((visit) => [visit.ref, visit]))
    expect(life.length).toBeGreaterThan(300)
    for (const [index, event] of life.entries()) {
      expect(byRef.get(event.visitRef)?.status).toBe('planned')
      expect(byRef.get(event.visitRef)?.careWorkers.some((worker) => worker?.ref === event.careWorkerRef)).toBe(true)
      expect(event.at).toBeGreaterThanOrEqual(life[index - 1]?.at ?? 0)
    }
  })

  it('lets nobody leave before they came, nor come to the next before leaving', () => {
    for (const from of new Set(life.map((event) => event.from))) {
      const own = life.filter((event) => event.from === from)
      own.forEach((event, index) => {
        expect(event.text).toBe(index % 2 === 0 ? 'HERE' : 'DONE')
        if (event.text === 'DONE') expect(event.visitRef).toBe(own[index - 1]?.visitRef)
      })
    }
  })

  it('is mostly in time, with a few late log-ins and a few forgotten ones', () => {
    const starts = new Map(visits.map((visit) => [visit.ref, visit.start]))
    const delays = life
      .filter((event) => event.text === 'HERE')
      .map((event) => minutesBetween(starts.get(event.visitRef) ?? 0, event.at))
    const share = (from: number, until: number) =>
      delays.filter((delay) => delay >= from && delay <= until).length / delays.length
    expect(share(-5, 10)).toBeGreaterThan(0.85)
    expect(share(15.1, 60)).toBeGreaterThan(0)
    expect(share(15.1, 60)).toBeLessThan(0.1)
    const planned = visits
      .filter((visit) => visit.status === 'planned')
      .flatMap((visit) => visit.careWorkers.filter((one) => one !== undefined))
    expect(delays.length).toBeLessThan(planned.length)
  })
})

describe('the simulated care workers at work', () => {
  it('send what has become due since the last tick, once, and nothing from before the start', async () => {
    const { phones, sent } = recordingPhones()
    let now = Date.parse('2026-11-23T08:00:00Z')
    const live = createLive({ demo, seed: 1, clock: { now: () => now }, phones, onFault: fail })
    await live.tick()
    expect(sent).toEqual([])
    now += 30 * 60_000
    await Promise.all([live.tick(), live.tick()])
    const due = dailyLife([...demo.visitsOn('2026-11-22'), ...visits], 1).filter(
      (event) => event.at > now - 30 * 60_000 && event.at <= now,
    )
    expect(due.length).toBeGreaterThan(10)
    expect(sent).toEqual(due.map((event) => `${event.from} ${event.text}`))
  })

  it('leave a phone alone that a person has taken', async () => {
    const { phones, sent } = recordingPhones()
    let now = Date.parse('2026-11-23T08:00:00Z')
    const taken = life.find((event) => event.at > now)?.from ?? ''
    const live = createLive({
      demo,
      seed: 1,
      clock: { now: () => now },
      phones: { ...phones, isTaken: async (number) => number === taken },
      onFault: fail,
    })
    now += 90 * 60_000
    await live.tick()
    expect(sent.length).toBeGreaterThan(0)
    expect(sent.filter((text) => text.startsWith(taken))).toEqual([])
  })

  it('go on when a text cannot be sent', async () => {
    const faults: unknown[] = []
    const { phones, sent } = recordingPhones()
    let now = Date.parse('2026-11-23T08:00:00Z')
    let first = true
    const text: Phones['text'] = async (...args) => {
      if (first) {
        first = false
        throw new Error('no signal')
      }
      await phones.text(...args)
    }
    const live = createLive({
      demo,
      seed: 1,
      clock: { now: () => now },
      phones: { ...phones, text },
      onFault: (error) => faults.push(error),
    })
    now += 60 * 60_000
    await live.tick()
    expect(faults).toHaveLength(1)
    expect(sent.length).toBeGreaterThan(0)
  })
})

function recordingPhones(): { phones: Phones; sent: string[] } {
  const sent: string[] = []
  const phones: Phones = {
    isTaken: async () => false,
    text: async (from, to, body) => {
      expect(to).toBe('+441632960999')
      sent.push(`${from} ${body}`)
    },
  }
  return { phones, sent }
}

function fail(error: unknown): void {
  throw error
}
