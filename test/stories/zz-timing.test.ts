import { it, expect } from 'vitest'
import pg from 'pg'
import { ANNA } from '../support/agency.ts'
import { beginStory } from './support/story.ts'
const DAY = '2026-11-24'
let count = 0,
  ms = 0,
  busy = 0,
  begunAt = 0
const counts = new Map<string, number>()
const real = pg.Client.prototype.query as any
;(pg.Client.prototype as any).query = function (...args: any[]) {
  const from = performance.now()
  count++
  if (busy++ === 0) begunAt = from
  const text = (typeof args[0] === 'string' ? args[0] : (args[0]?.text ?? '?')).slice(0, 90)
  counts.set(text, (counts.get(text) ?? 0) + 1)
  const r = real.apply(this, args)
  const end = () => {
    if (--busy === 0) ms += performance.now() - begunAt
  }
  if (r && r.then) r.then(end, end)
  else end()
  return r
}
it('times', async () => {
  const t = (name: string, from: number) => {
    console.log(
      name,
      Math.round(performance.now() - from),
      'queries',
      count,
      'ms in db',
      Math.round(ms),
      'cpu',
      (process.cpuUsage(cpu).user / 1000) | 0,
    )
    count = 0
    ms = 0
    cpu = process.cpuUsage()
  }
  let cpu = process.cpuUsage()
  let at = performance.now()
  for (let i = 0; i < 3; i++) {
    at = performance.now()
    const story = await beginStory({
      date: DAY,
      time: '08:40',
      visits: [{ serviceUser: 'SU1', careWorker: 'CW1', date: DAY, start: '09:00', end: '09:30' }],
    })
    t('begin', at)
    at = performance.now()
    await story.settle()
    t('settle idle', at)
    counts.clear()
    at = performance.now()
    await story.phone(ANNA).texts('LATE 20 traffic')
    t('text', at)
    if (i === 2)
      console.log(
        [...counts]
          .sort((a, b) => b[1] - a[1])
          .slice(0, 45)
          .map(([k, n]) => n + ' ' + k)
          .join('\n'),
      )
    at = performance.now()
    await story.passSeconds(1)
    t('1 s', at)
    at = performance.now()
    await story.close()
    t('close', at)
  }
  expect(1).toBe(1)
}, 120000)
