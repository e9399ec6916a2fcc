import { describe, expect, it } from 'vitest'
import { begin } from '../../src/voice-flow/stepper.ts'
import { fill, MissingValue, valuesSpoken } from '../../src/voice-flow/utterances.ts'
import { holding, shipped, spokenValues } from './shipped.ts'

const turn = begin(shipped('accept-call'), 'en', holding())

describe('filling in the values', () => {
  it('puts each value in its place, as it is', () => {
    expect(fill(turn, { caller: '$& {what} $1' })).toMatchObject([
      { say: 'Call from $& {what} $1.', language: 'en' },
      {},
    ])
  })

  it('begins a sentence with a capital', () => {
    const sentence = { say: '{care-worker} is here.', step: 'a', interruptible: false, slow: false }
    expect(fill({ ...turn, utterances: [sentence] }, { 'care-worker': 'your care worker' })).toMatchObject([
      { say: 'Your care worker is here.' },
    ])
  })

  it.each([{}, { caller: '' }, { caller: '  ' }])('names flow, step and value where one is missing: %j', (values) => {
    expect(() => fill(turn, values)).toThrow(MissingValue)
    expect(() => fill(turn, values)).toThrow('Flow accept-call, step asked: no value for {caller}.')
  })

  it('tells no value when it complains', () => {
    const caller = 'Mrs Shah'
    const two = { ...turn, utterances: [{ say: '{caller} {due}', step: 'a', interruptible: false, slow: false }] }
    expect(() => fill(two, { caller })).toThrow(/\{due\}/)
    expect(() => fill(two, { caller })).not.toThrow(/Shah/)
  })

  it('lists what a flow may speak', () => {
    expect(valuesSpoken(shipped('office-call')).toSorted()).toEqual(['agency', 'due', 'what'])
    expect(Object.keys(spokenValues)).toEqual(expect.arrayContaining(valuesSpoken(shipped('eta-call'))))
  })
})
