/** Whatever is heard, in whatever order, on whatever call: it ends, and it ends as it may. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { facts, neededFlows } from '../../src/voice-flow/catalogue.ts'
import type { Facts } from '../../src/voice-flow/catalogue.ts'
import { serviceUserEnds, staffEnds } from '../../src/voice-flow/flow.ts'
import type { Flow } from '../../src/voice-flow/flow.ts'
import { advance, begin } from '../../src/voice-flow/stepper.ts'
import type { Heard, Turn } from '../../src/voice-flow/stepper.ts'
import { saidIn, shipped } from './shipped.ts'

const mostTurns = 30

const words = fc.oneof(
  fc.constantFrom(
    'yes',
    'no',
    'no thank you',
    'thank you',
    'help',
    'hello',
    'leave a message after the tone',
    'maybe',
    'the office',
  ),
  fc.string({ unit: 'grapheme' }),
)
const read = fc.record(
  {
    kind: fc.constantFrom('late', 'missed', 'sick', 'help', 'next', 'who-is-on-call', 'unknown', 'ask', 'chatter'),
    minutes: fc.oneof(fc.integer({ min: -10, max: 1_000 }), fc.constantFrom(999, 240, 241, 1, 0)),
  },
  { requiredKeys: ['kind'] },
)
const heard: fc.Arbitrary<Heard> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .constantFrom('4', '3', '5', '1', '2', '0', '*', '#', '7', '44', '20', '999', '240', '241', '')
      .map((keys) => ({ kind: 'keys' as const, keys })),
  },
  {
    weight: 3,
    arbitrary: fc.record(
      { kind: fc.constant('words' as const), words, confidence: fc.double({ min: 0, max: 1 }), read },
      { requiredKeys: ['kind', 'words'] },
    ),
  },
  { weight: 3, arbitrary: fc.constantFrom({ kind: 'silence' as const }, { kind: 'continue' as const }) },
  { weight: 1, arbitrary: fc.boolean().map((accepted) => ({ kind: 'connected' as const, accepted })) },
  { weight: 1, arbitrary: fc.constant({ kind: 'machine' as const }) },
)
const known: fc.Arbitrary<Facts> = fc.record(
  Object.fromEntries(Object.keys(facts).map((name) => [name, fc.boolean()])) as Record<
    keyof Facts,
    fc.Arbitrary<boolean>
  >,
)
/** What each turn brings: something heard, and what the program knows by then. */
const history = fc.array(fc.tuple(heard, known), { minLength: mostTurns, maxLength: mostTurns })

function callOf(name: (typeof neededFlows)[number], turnsHeard: readonly [Heard, Facts][], atFirst: Facts) {
  const flow = flows[name]
  const turns: Turn[] = [begin(flow, 'en', atFirst)]
  const inputs: Heard[] = []
  for (const [input, now] of turnsHeard) {
    const last = turns.at(-1)
    if (last === undefined || last.then.kind === 'hang-up' || last.then.kind === 'put-through') break
    inputs.push(input)
    turns.push(advance(flow, last.memory, input, now))
  }
  return {
    turns,
    inputs,
    last: turns.at(-1)?.memory.outcome,
    asked: turns.flatMap(({ actions }) => actions.map(({ name: action }) => action)),
  }
}

const flows = Object.fromEntries(neededFlows.map((name) => [name, shipped(name)])) as Record<
  (typeof neededFlows)[number],
  ReturnType<typeof shipped>
>

/** A care worker is left as a service user may be, or told what they rang or were rung for. */
function endsFor(audience: Flow['for']): readonly string[] {
  if (audience === 'manager') return staffEnds
  return audience === 'care-worker' ? [...serviceUserEnds, 'informed', 'reported', 'answered'] : serviceUserEnds
}

describe.each(neededFlows)('%s', (name) => {
  it('ends within its bound, as it may, and every sentence can be said', () => {
    fc.assert(
      fc.property(history, known, (turnsHeard, atFirst) => {
        const { turns, last } = callOf(name, turnsHeard, atFirst)
        expect(turns.length).toBeLessThan(mostTurns)
        expect(endsFor(flows[name].for)).toContain(last?.end)
        expect(turns.flatMap(saidIn).join(' ')).not.toMatch(/[{}]/)
      }),
      { numRuns: 500 },
    )
  })

  it('claims no more than it saw', () => {
    fc.assert(
      fc.property(history, known, (turnsHeard, atFirst) => {
        const { turns, inputs, last } = callOf(name, turnsHeard, atFirst)
        if (last?.end === 'person') expect(inputs).toContainEqual({ kind: 'connected', accepted: true })
        if (last?.end === 'promise')
          expect(turns.flatMap(saidIn).join(' ')).toMatch(/twenty past nine|nine o'clock|ten past nine/)
        if (last?.end === 'all-is-well') expect(turns.at(-1)?.heardAs).toBe('all-is-well')
        if (last?.end === 'machine') expect(last.machine).toBe(true)
        const spoke = inputs.some(({ kind }) => kind === 'keys' || kind === 'words')
        expect(last?.answered !== true || (last.heard && spoke)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

describe('the office call', () => {
  it('is taken by 4 and at once 3, and by nothing else', () => {
    fc.assert(
      fc.property(history, known, (turnsHeard, atFirst) => {
        const { inputs, asked, last } = callOf('office-call', turnsHeard, atFirst)
        const taken = last?.end === 'taken'
        expect(asked.filter((one) => one === 'take-item')).toHaveLength(taken ? 1 : 0)
        if (taken)
          expect(inputs.slice(-2)).toEqual([
            { kind: 'keys', keys: '4' },
            { kind: 'keys', keys: '3' },
          ])
      }),
      { numRuns: 1000 },
    )
  })
})

describe('the escalation call', () => {
  it('takes a matter by 4 and at once 3, and by nothing else (design 1.3)', () => {
    fc.assert(
      fc.property(history, known, (turnsHeard, atFirst) => {
        const { turns, inputs, asked } = callOf('escalation-call', turnsHeard, atFirst)
        const at = turns.findIndex(({ actions }) => actions.some(({ name }) => name === 'take-matter'))
        expect(asked.filter((one) => one === 'take-matter')).toHaveLength(at < 0 ? 0 : 1)
        if (at < 0) return
        expect(inputs.slice(at - 2, at)).toEqual([
          { kind: 'keys', keys: '4' },
          { kind: 'keys', keys: '3' },
        ])
      }),
      { numRuns: 1000 },
    )
  })
})

describe('the ETA call', () => {
  it('says nothing but the agency and its number once a machine was met', () => {
    fc.assert(
      fc.property(history, known, (turnsHeard, atFirst) => {
        const { turns } = callOf('eta-call', turnsHeard, atFirst)
        const diverted = turns.findIndex(({ heardAs }) => heardAs === 'machine')
        const after = diverted < 0 ? [] : turns.slice(diverted).flatMap(saidIn)
        expect(after).toEqual(diverted < 0 ? [] : ['This is Quillbrook Home Care.', 'Please ring us on 01632 960999.'])
      }),
    )
  })

  it('asks for help at most once, and then a person is rung or a time is promised', () => {
    fc.assert(
      fc.property(history, known, (turnsHeard, atFirst) => {
        const { asked, last } = callOf('eta-call', turnsHeard, atFirst)
        const cries = asked.filter((one) => one === 'needs-help').length
        expect(cries).toBeLessThanOrEqual(1)
        if (cries === 1) expect(last?.end === 'person' || asked.includes('promise-ring-back')).toBe(true)
      }),
    )
  })
})

describe('the care worker line', () => {
  it('moves a time once at most, only after a number within bounds was read back and confirmed', () => {
    fc.assert(
      fc.property(history, known, (turnsHeard, atFirst) => {
        const { turns, inputs, asked } = callOf('care-worker-line', turnsHeard, atFirst)
        const moved = turns.findIndex(({ actions }) => actions.some(({ name }) => name === 'report-late'))
        expect(asked.filter((one) => one === 'report-late').length).toBeLessThanOrEqual(1)
        if (moved < 0) return
        const before = turns[moved - 1]
        expect(before === undefined ? [] : saidIn(before)).toContainEqual(expect.stringMatching(/^Anna, that is/))
        expect(turns[moved]?.heardAs).toBe('right')
        expect(inputs[moved - 1]?.kind).toMatch(/keys|words/)
        expect(turns[moved]?.memory.number?.value).toBeGreaterThan(0)
        expect(turns[moved]?.memory.number?.value).toBeLessThanOrEqual(240)
      }),
      { numRuns: 2000 },
    )
  })

  it('ends without a person, a promise or an answer for nobody', () => {
    fc.assert(
      fc.property(history, known, (turnsHeard, atFirst) => {
        const { last, asked } = callOf('care-worker-line', turnsHeard, atFirst)
        if (last?.end === 'promise')
          expect(asked.some((one) => one === 'note-call' || one === 'care-worker-said')).toBe(true)
        if (last?.end === 'reported') expect(asked).toContain('report-late')
      }),
    )
  })
})
