import { describe, expect, it } from 'vitest'
import { type Handlers, catalogue, isJobName, jobNames, lanes } from '../../src/queue/catalogue.ts'

const done = (): Promise<void> => Promise.resolve()
const all: Handlers = {
  inbound: done,
  contact: done,
  'attempt-ended': done,
  'look-up': done,
  matter: done,
  'office-item': done,
  visit: done,
  'hand-over': done,
  'on-call': done,
  'branch-visits': done,
  'send-calls': done,
  'send-texts': done,
}

describe('the catalogue of jobs', () => {
  it('names every kind of job once', () => {
    expect(jobNames.toSorted()).toEqual(Object.keys(all).toSorted())
  })

  it.each(jobNames)('%s carries ids and nothing more, in a lane, for a limited time', (name) => {
    const { schema, lane, maxSeconds } = catalogue[name]
    expect(schema.safeParse({ ids: ['0192f0a0-7b1c-7000-8000-000000000001'] }).success).toBe(true)
    expect(schema.safeParse({ ids: ['d-1'], body: 'LATE 20' }).success).toBe(false)
    expect(lanes).toContain(lane)
    expect(maxSeconds).toBeGreaterThan(0)
  })

  it('a job names a few rows, never none and never many', () => {
    const { schema } = catalogue.inbound
    expect(schema.safeParse({ ids: [] }).success).toBe(false)
    expect(schema.safeParse({ ids: ['a', 'b', 'c', 'd'] }).success).toBe(true)
    expect(schema.safeParse({ ids: ['a', 'b', 'c', 'd', 'e'] }).success).toBe(false)
  })

  it.each(['', '07700900123', 'a:b', 'a b', 'x'.repeat(65), undefined, 7])('refuses %j as an id', (id) => {
    expect(catalogue.inbound.schema.safeParse({ ids: ['d-1', id] }).success).toBe(false)
  })

  it.each(['toString', '__proto__', 'constructor', 'Inbound', ''])('does not know %j', (name) => {
    expect(isJobName(name)).toBe(false)
  })

  it('a job without a handler does not compile', () => {
    const { matter: _matter, ...rest } = all
    // @ts-expect-error matter is missing
    const incomplete: Handlers = rest
    expect(Object.keys(incomplete)).not.toContain('matter')
  })
})
