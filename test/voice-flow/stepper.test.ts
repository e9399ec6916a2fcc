import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import type { Flow } from '../../src/voice-flow/flow.ts'
import { readFlow } from '../../src/voice-flow/load.ts'
import { begin, machineMatters } from '../../src/voice-flow/stepper.ts'
import { forServiceUsers, inListening, inStep } from './planted.ts'
import type { Written } from './planted.ts'
import { holding, onward, press, ring, say, shipped, silence } from './shipped.ts'

function flowOf(written: Written): Flow {
  const read = readFlow(stringify(written), 'small.yaml')
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  return read.flow
}

/** Asks again after a yes, so that the call goes on once somebody was understood. */
const asksAgain = flowOf(
  inListening(forServiceUsers(), 'question', {
    answers: { yes: { means: ['yes'], next: 'question' }, no: { means: ['no'], next: 'well' } },
  }),
)

describe('a machine that was reported', () => {
  it('does not take the call from somebody who was understood', () => {
    const call = ring(asksAgain)
    call.hear(onward, onward)
    call.learn(holding('machine-reported'))
    call.hear(say('yes'), silence)
    expect(call.now().heardAs).toBe('silence')
    expect(call.outcome()).toMatchObject({ end: 'promise', understood: true, answered: false })
  })

  it('is remembered, so that words prove nothing even when the report is gone', () => {
    const call = ring(asksAgain)
    call.hear(onward, onward)
    call.learn(holding('machine-reported'))
    call.hear(say('yes'))
    call.learn(holding())
    call.hear(say('no'))
    expect(call.outcome()).toMatchObject({ machine: true, answered: false })
  })

  it('hears its message once, to the end', () => {
    const flow = flowOf(
      inStep(inStep(forServiceUsers(), 'machine', { end: undefined, 'ends-turn': true, next: 'more' }), 'more', {
        say: { en: 'Thank you.' },
        end: 'machine',
      }),
    )
    const call = ring(flow)
    call.hear({ kind: 'machine' })
    expect(call.said()).toEqual(['Please ring us on 01632 960999.'])
    call.hear(onward)
    expect([call.said(), call.outcome().end]).toEqual([['Thank you.'], 'machine'])
  })

  it('matters until somebody was understood, a person is rung, or it is known', () => {
    const flow = shipped('eta-call')
    const call = ring(flow)
    const matters = () => machineMatters(flow, call.now().memory)
    expect(matters()).toBe(true)
    call.hear(onward, onward, say('mumble mumble mumble'), say('mumble mumble mumble'))
    expect(matters()).toBe(true)
    call.hear(say('mumble mumble mumble'))
    expect([call.now().then.kind, matters()]).toEqual(['connect', false])

    const understood = ring(asksAgain)
    understood.hear(onward, onward, say('yes'))
    expect(machineMatters(asksAgain, understood.now().memory)).toBe(false)
    expect(machineMatters(flow, begin(flow, 'en', holding('machine-reported')).memory)).toBe(false)
    expect(machineMatters(shipped('person-line'), begin(shipped('person-line'), 'en', holding()).memory)).toBe(false)
  })
})

describe('what is heard', () => {
  it.each([press(''), say('   '), { kind: 'connected', accepted: true } as const])('is silence for %j', (nothing) => {
    const call = ring(shipped('eta-call'))
    call.hear(onward, onward, nothing)
    expect(call.now().heardAs).toBe('silence')
    expect(call.outcome()).toMatchObject({ answered: false, connected: false })
  })

  it('is told to the line as keys and words to expect', () => {
    const call = ring(asksAgain)
    call.hear(onward)
    const { then } = call.hear(onward)
    expect(then).toMatchObject({ kind: 'listen', keys: undefined })
    expect(then.kind === 'listen' ? then.words : []).toEqual(expect.arrayContaining(['yes', 'no thank you']))
  })
})

describe('the memory', () => {
  it('is plain JSON and names flow, version and step', () => {
    const flow = shipped('office-call')
    const { memory } = begin(flow, 'en', holding())
    expect(JSON.parse(JSON.stringify(memory))).toEqual(memory)
    expect(memory).toMatchObject({ flow: 'office-call', version: flow.version, step: 'item', asked: { item: 1 } })
  })

  it('is not changed by what is made of it', () => {
    const call = ring(shipped('office-call'))
    const before = structuredClone(call.now().memory)
    const kept = call.now().memory
    call.hear(press('*'))
    expect(kept).toEqual(before)
  })

  it('speaks the first language offered when another is wished for', () => {
    expect(begin(shipped('eta-call'), 'cy', holding()).memory.language).toBe('en')
  })
})
