import { afterEach, describe, expect, it } from 'vitest'
import { createEventQueue, type EventQueue } from '../../src/simulator/event-queue.ts'
import { anna, doris, lineNumber, setStage } from './stage.ts'

function standingClock() {
  let now = 0
  const listeners = new Set<() => void>()
  return {
    now: () => now,
    advance: (ms: number) => {
      now += ms
      for (const each of listeners) each()
    },
    onAdvance: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

let queue: EventQueue
afterEach(() => {
  queue?.close()
})

function start() {
  const clock = standingClock()
  const faults: unknown[] = []
  const happened: string[] = []
  queue = createEventQueue(clock, (fault) => faults.push(fault))
  return { clock, faults, happened, note: (what: string) => () => void happened.push(`${what} at ${queue.now()}`) }
}

describe('the event queue', () => {
  it('lets things happen in the order of their time, each at its own time', async () => {
    const { clock, happened, note } = start()
    queue.at(3000, note('third'))
    queue.at(1000, note('first'))
    queue.at(1000, note('second'))
    queue.at(9000, note('not yet'))
    clock.advance(5000)
    await queue.settled()
    expect(happened).toEqual(['first at 1000', 'second at 1000', 'third at 3000'])
    expect(queue.now()).toBe(5000)
  })

  it('counts what follows from an event from that event, within the same jump', async () => {
    const { clock, happened, note } = start()
    queue.at(1000, () => {
      queue.in(500, note('follows'))
    })
    queue.at(2000, note('later'))
    clock.advance(10_000)
    await queue.settled()
    expect(happened).toEqual(['follows at 1500', 'later at 2000'])
  })

  it('waits in a jump until what an event set going has ended', async () => {
    const { clock, happened, note } = start()
    queue.at(1000, async () => {
      await new Promise((resolve) => setTimeout(resolve, 20))
      queue.in(100, note('after the answer'))
    })
    queue.at(1050, note('meanwhile'))
    clock.advance(2000)
    await queue.settled()
    expect(happened).toEqual(['meanwhile at 1050', 'after the answer at 1100'])
  })

  it('lets nothing wait while the clock merely runs', async () => {
    const { happened, note } = start()
    let release = (): void => undefined
    queue.at(0, () => new Promise<void>((resolve) => (release = resolve)))
    queue.at(0, note('beside it'))
    await expect.poll(() => happened).toEqual(['beside it at 0'])
    release()
    await queue.settled()
  })

  it('takes back what was cancelled, and survives a fault', async () => {
    const { clock, faults, happened, note } = start()
    const cancel = queue.at(1000, note('cancelled'))
    queue.at(1500, () => {
      throw new Error('a fault')
    })
    queue.at(2000, note('after the fault'))
    cancel()
    clock.advance(3000)
    await queue.settled()
    expect(happened).toEqual(['after the fault at 2000'])
    expect(faults).toHaveLength(1)
  })

  it('follows a clock that runs by itself', async () => {
    const started = Date.now()
    const clock = { now: () => Date.now() - started, advance: () => undefined, onAdvance: () => () => undefined }
    queue = createEventQueue(clock, () => undefined)
    const happened: string[] = []
    queue.at(20, () => void happened.push('second'))
    queue.at(10, () => void happened.push('first'))
    await expect.poll(() => happened).toEqual(['first', 'second'])
  })
})

describe('a jump of the clock through the whole carrier', () => {
  it('tells the program everything in order, each with its own time', async () => {
    const stage = await setStage({ settings: { voicemailAfterSeconds: 10 } })
    await stage.post(`/simulator/handsets/${doris}/behaviour`, { behaviour: 'voicemail' })
    stage.script['/doc'] = async () => {
      await new Promise((resolve) => setTimeout(resolve, 20))
      return '<Response><Pause length="5"/></Response>'
    }
    for (const to of [anna, doris]) {
      await stage.client.calls.create({
        to,
        from: lineNumber,
        url: `${stage.programUrl}/doc`,
        timeout: 14,
        statusCallback: `${stage.programUrl}/status`,
        statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
      })
    }
    const { status, body } = await stage.post('/simulator/clock', { advance: 'PT20M' })
    expect({ status, body }).toEqual({ status: 200, body: { now: '2026-11-23T09:20:00.000Z' } })
    const told = stage
      .forms('/status')
      .map(
        (form) => `${form['To'] === anna ? 'Anna' : 'Doris'} ${form['CallStatus']} ${form['Timestamp']?.slice(17, 25)}`,
      )
    expect(told).toEqual([
      'Anna initiated 09:00:00',
      'Anna ringing 09:00:00',
      'Doris initiated 09:00:01',
      'Doris ringing 09:00:01',
      'Doris in-progress 09:00:11',
      'Anna no-answer 09:00:14',
      'Doris completed 09:00:16',
    ])
    await stage.close()
  })

  it.each([
    [{ advance: 90 }, 200],
    [{ advance: '90' }, 400],
    [{ advance: 'PT1.5M' }, 200],
    [{ advance: -1 }, 400],
    [{ advance: 'P2000D' }, 400],
    [{}, 400],
  ])('POST /simulator/clock %j: %d', async (body, status) => {
    const stage = await setStage()
    const answer = await stage.post('/simulator/clock', body)
    expect(answer.status).toBe(status)
    if (status === 200) expect(answer.body).toEqual({ now: '2026-11-23T09:01:30.000Z' })
    else expect(answer.body).toMatchObject({ error: expect.stringContaining('advance') as unknown })
    await stage.close()
  })
})
