import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type Loop, type LoopOptions, type Round, createLoop } from '../../src/queue/loop.ts'

const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() }
let now = 0
let handled: string[]
let beats: Array<Round<string>>

beforeEach(() => {
  vi.clearAllMocks()
  now = 1_000
  handled = []
  beats = []
})

describe('a round of the loop', () => {
  it('handles what every sweep found, and beats', async () => {
    const loop = loopOf({ sweeps: { matter: found('m-1', 'm-2'), contact: found('c-1'), visit: found() } })
    await loop.round()
    expect(handled.toSorted()).toEqual(['contact c-1', 'matter m-1', 'matter m-2'])
    expect(beats).toEqual([{ startedAt: 1_000, endedAt: 1_000, handled: 3, failed: [], stuck: [] }])
  })

  it('takes the rows of a sweep in the order they were found', async () => {
    const loop = loopOf({ sweeps: { matter: found('m-3', 'm-1', 'm-2') }, concurrency: 1 })
    await loop.round()
    expect(handled).toEqual(['matter m-3', 'matter m-1', 'matter m-2'])
  })

  it('is not held up by a sweep that fails, whether it throws at once or later', async () => {
    const sweeps = {
      first: () => {
        throw new TypeError('no such column')
      },
      second: () => Promise.reject(new Error('connection of 07700 900123 lost')),
      matter: found('m-1'),
    }
    await loopOf({ sweeps }).round()
    expect(handled).toEqual(['matter m-1'])
    expect(beats).toMatchObject([{ handled: 1, failed: ['first', 'second'], stuck: [] }])
    expect(log.error).toHaveBeenCalledTimes(2)
    expect(log.error).toHaveBeenCalledWith(
      expect.objectContaining({ sweep: 'first', message: 'no such column' }),
      expect.any(String),
    )
    expect(JSON.stringify(log.error.mock.calls)).not.toContain('900123')
  })

  it('goes on with the next row when a handler throws, at once or later', async () => {
    const handle = (_name: string, id: string): Promise<void> => {
      if (id === 'm-1') throw new Error('broken')
      if (id === 'm-2') return Promise.reject(new Error('broken'))
      handled.push(id)
      return Promise.resolve()
    }
    const loop = loopOf({ sweeps: { matter: found('m-1', 'm-2', 'm-3') }, handle, concurrency: 1 })
    await loop.round()
    expect(handled).toEqual(['m-3'])
    expect(beats).toMatchObject([{ handled: 1, failed: ['matter'] }])
    await loop.round()
    expect(handled).toEqual(['m-3', 'm-3'])
  })

  it('runs no more handlers of a sweep at once than it may', async () => {
    let running = 0
    let most = 0
    const handle = async (): Promise<void> => {
      most = Math.max(most, ++running)
      await Promise.resolve()
      running -= 1
    }
    const ids = Array.from({ length: 50 }, (_, index) => `m-${index}`)
    await loopOf({ sweeps: { matter: found(...ids) }, handle, concurrency: 3 }).round()
    expect(most).toBe(3)
    expect(beats).toMatchObject([{ handled: 50 }])
  })

  it('does not begin a sweep that still runs', async () => {
    const selected = vi.fn(found('m-1'))
    const gate = gateOf()
    const loop = loopOf({ sweeps: { matter: selected }, handle: () => gate.passed })
    const first = loop.round()
    const second = loop.round()
    gate.open()
    await Promise.all([first, second])
    expect(selected).toHaveBeenCalledTimes(1)
  })

  it('leaves a handler that hangs behind, tells of it, and does not start it again until it has ended', async () => {
    const gate = gateOf()
    const handle = vi.fn((_name: string, id: string) => (id === 'm-1' ? gate.passed : Promise.resolve()))
    const loop = loopOf({ sweeps: { matter: found('m-1', 'm-2') }, handle, patienceMs: 10 })
    await loop.round()
    await loop.round()
    expect(handle.mock.calls.map(([, id]) => id)).toEqual(['m-1', 'm-2', 'm-2'])
    expect(beats).toMatchObject([
      { handled: 1, failed: ['matter'], stuck: ['matter'] },
      { handled: 1, failed: [], stuck: ['matter'] },
    ])
    gate.open()
    await gate.passed
    await loop.round()
    expect(handle.mock.calls.map(([, id]) => id)).toEqual(['m-1', 'm-2', 'm-2', 'm-1', 'm-2'])
    expect(beats.at(-1)).toMatchObject({ handled: 2, stuck: [] })
  })
})

describe('the loop', () => {
  it('goes round until it is stopped', async () => {
    const loop = loopOf({ sweeps: { matter: found('m-1') }, everyMs: 1 })
    loop.start()
    await vi.waitFor(() => expect(beats.length).toBeGreaterThan(3))
    await loop.stop()
    const until = beats.length
    await new Promise((resolve) => setImmediate(resolve))
    expect(beats).toHaveLength(until)
  })

  it('begins its next round at once when it is nudged', async () => {
    const loop = loopOf({ sweeps: { matter: found() }, everyMs: 3_600_000 })
    loop.start()
    await vi.waitFor(() => expect(beats).toHaveLength(1))
    loop.nudge()
    await vi.waitFor(() => expect(beats).toHaveLength(2))
    await loop.stop()
  })

  it('goes round once more when it was nudged during a round', async () => {
    const gate = gateOf()
    const loop = loopOf({ sweeps: { matter: found('m-1') }, handle: () => gate.passed, everyMs: 3_600_000 })
    loop.start()
    loop.nudge()
    gate.open()
    await vi.waitFor(() => expect(beats).toHaveLength(2))
    await loop.stop()
  })

  it('keeps every other sweep going while one hangs, and says which', async () => {
    const never = new Promise<string[]>(() => undefined)
    const loop = loopOf({ sweeps: { look: () => never, matter: found('m-1') }, everyMs: 1, patienceMs: 20 })
    loop.start()
    await vi.waitFor(() => expect(handled.length).toBeGreaterThan(5))
    await vi.waitFor(() => expect(beats.at(-1)).toMatchObject({ stuck: ['look'] }))
    await loop.stop()
  })

  it('tries again in the end what hung: a select, and a handler', async () => {
    const never = new Promise<never>(() => undefined)
    const select = vi.fn(found('m-1')).mockImplementationOnce(() => never)
    const handle = vi.fn((): Promise<void> => Promise.resolve()).mockImplementationOnce(() => never)
    const loop = loopOf({ sweeps: { matter: select }, handle, everyMs: 1, patienceMs: 2 })
    loop.start()
    await vi.waitFor(() => expect(beats.at(-1)).toMatchObject({ handled: 1, failed: [], stuck: [] }), {
      timeout: 10_000,
    })
    await loop.stop()
    expect(beats.some(({ stuck }) => stuck.includes('matter'))).toBe(true)
  })

  it('outlives a beat that fails', async () => {
    const beat = vi.fn(() => Promise.reject(new Error('database gone')))
    const loop = loopOf({ sweeps: { matter: found('m-1') }, everyMs: 1, beat })
    loop.start()
    await vi.waitFor(() => expect(beat.mock.calls.length).toBeGreaterThan(3))
    await loop.stop()
    expect(log.error).toHaveBeenCalledWith(
      expect.objectContaining({ error: 'Error' }),
      'the loop over due rows cannot note that it lives',
    )
  })

  it('waits for its handlers when it is stopped', async () => {
    const gate = gateOf()
    const handle = async (): Promise<void> => {
      await gate.passed
      handled.push('to the end')
    }
    const loop = loopOf({ sweeps: { matter: found('m-1') }, handle, everyMs: 1 })
    loop.start()
    await vi.waitFor(() => expect(beats).not.toEqual([]))
    const stopped = loop.stop()
    gate.open()
    await stopped
    expect(handled).toEqual(['to the end'])
  })

  it('tells its times by the clock it was given', async () => {
    const sweeps = { matter: () => Promise.resolve([String((now += 250))]) }
    await loopOf({ sweeps }).round()
    expect(beats).toMatchObject([{ startedAt: 1_000, endedAt: 1_250 }])
  })
})

function loopOf(options: Pick<LoopOptions<string>, 'sweeps'> & Partial<LoopOptions<string>>): Loop<string> {
  return createLoop({
    handle: async (name, id) => void handled.push(`${name} ${id}`),
    beat: async (round) => void beats.push(round),
    clock: { now: () => now },
    log,
    ...options,
  })
}

function found(...ids: string[]): () => Promise<string[]> {
  return () => Promise.resolve(ids)
}

function gateOf(): { passed: Promise<void>; open(): void } {
  let open = (): void => undefined
  const passed = new Promise<void>((resolve) => (open = resolve))
  return { passed, open: () => open() }
}
