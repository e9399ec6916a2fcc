/** The common ways of saying one thing, crossed with all that stands around them: every one must be read alike. */

import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { understand } from '../../src/texts/parse.ts'
import type { Context, Reading } from '../../src/texts/reading.ts'

vi.setConfig({ testTimeout: 120_000 })

const context: Context = {
  from: 'care-worker',
  now: { date: '2026-11-24', time: '08:50' },
  nextVisits: [
    { ref: 'v1', name: 'Mrs Shah', start: '09:00', minutes: 30 },
    { ref: 'v2', name: 'Mr Patel', start: '09:45', minutes: 45 },
    { ref: 'v3', name: 'Mrs Joan Davies', start: '11:00', minutes: 30 },
  ],
}

const opening = fc.constantFrom(
  '',
  'hi ',
  'hello its anna ',
  'sorry ',
  'so sorry but ',
  'morning, ',
  'just to let you know ',
  'omg ',
  'hiya hun ',
  'Hi Tracey. ',
)
const closing = fc.constantFrom(
  '',
  ' x',
  ' sorry',
  ' thanks',
  '\nAnna',
  ' please let them know',
  '. will be as quick as i can',
  ' sorry for the inconvenience',
  ' Anna x',
)
const cause = fc.constantFrom(
  '',
  ' traffic',
  ' due to traffic',
  ' bus was late',
  ' stuck in traffic',
  ' car wont start',
  ', overran at last call',
  " i've been waiting for the bus",
  ' and my phone is on 5%',
  ' im on the M25',
  ' roadworks on the A414',
  ' missed the bus',
  ' had to change a bed',
  ' train cancelled',
  ' got a flat tyre',
  ' my son was sick',
)
const visit = fc.constantFrom<[string, string | undefined]>(
  ['', undefined],
  [' for mrs shah', 'v1'],
  [' for my 9.00', 'v1'],
  [' to mr patel', 'v2'],
  [" for mr patel's call", 'v2'],
  [' at patels', 'v2'],
  [' for the 9.45', 'v2'],
  [' to joan', 'v3'],
)
const twenty = fc.constantFrom(
  '20',
  '20 mins',
  '20 minutes',
  '20min',
  'twenty',
  'twenty minutes',
  '20ish',
  'about 20 mins',
  '20 mins or so',
  'around 20',
)
const late = fc.constantFrom(
  'late {a}{w}',
  '{a} late{w}',
  'running {a} late{w}',
  'going to be {a} late{w}',
  'running late by {a}{w}',
  'im running late{w} about {a}',
  "i'll be {a} late{w}",
  '{a} behind{w}',
  'running {a} behind schedule{w}',
  'delayed {a}{w}',
  'i am going to be late{w}, {a}',
  'running late{w}. {a}',
  'late{w} {a}',
  'i think im going to be {a} late{w}',
  '{a} delay{w}',
  'already {a} late{w}',
)
const clock = fc.constantFrom<[string, string]>(
  ['9.20', '09:20'],
  ['9:20am', '09:20'],
  ['twenty past nine', '09:20'],
  ['20 past 9', '09:20'],
  ['half nine', '09:30'],
  ['half past 9', '09:30'],
  ['quarter to ten', '09:45'],
  ['nine thirty', '09:30'],
  ['0920', '09:20'],
  ["10 o'clock", '10:00'],
)
const arrival = fc.constantFrom(
  'be there {t}',
  'be there at {t}',
  "i'll be there for {t}",
  'wont be there till {t}',
  'cant get there before {t}',
  'eta {t}',
  'running late be there around {t}',
  'arriving {t}',
  'late until {t}',
  'not going to make it until {t}',
  'hoping to be there by {t}',
  'it will be {t} before i get there',
)
const inTwenty = fc.constantFrom(
  'be there in 20',
  'with her in 20 mins',
  '20 mins away',
  'get there in about 20 minutes',
  'arriving in twenty',
  'on my way be there in 20',
)

function runs<T>(arbitrary: fc.Arbitrary<T>, check: (value: T) => void): void {
  fc.assert(fc.property(arbitrary, check), { numRuns: 3000 })
}

function read(text: string): Reading {
  return understand(text, context)
}

describe('however it is said', () => {
  it('twenty minutes late is twenty minutes late, at the visit that is named', () => {
    runs(fc.tuple(opening, late, twenty, visit, cause, closing), ([open, core, amount, [who, ref], why, close]) => {
      const text = open + core.replace('{a}', amount).replace('{w}', who) + why + close
      const { kind, minutes, eta, visit: named } = read(text)
      expect({ text, kind, minutes, eta, named }).toEqual({
        text,
        kind: 'late',
        minutes: 20,
        eta: undefined,
        named: ref,
      })
    })
  })

  it('a clock time is that clock time', () => {
    runs(fc.tuple(opening, arrival, clock, cause, closing), ([open, core, [said, time], why, close]) => {
      const text = open + core.replace('{t}', said) + why + close
      const { kind, minutes, eta } = read(text)
      expect({ text, kind, minutes, eta }).toEqual({ text, kind: 'late', minutes: undefined, eta: time })
    })
  })

  it('in twenty minutes counts from now', () => {
    runs(fc.tuple(opening, inTwenty, cause, closing), ([open, core, why, close]) => {
      expect(read(open + core + why + close)).toMatchObject({ eta: '09:10', countedFrom: 'now' })
    })
  })

  it('not late is not late', () => {
    const not = fc.constantFrom(
      'not late',
      'im not late',
      'wont be late',
      'will not be late',
      'not going to be late',
      'not running late',
      'no longer late',
      'isnt going to be late',
      'i dont think ill be late',
      'not late any more',
      'never late',
      'no longer running late',
    )
    runs(fc.tuple(opening, not, visit, closing), ([open, core, [who], close]) => {
      const reading = read(open + core + who + close)
      expect(['ok', 'ask', 'unknown']).toContain(reading.kind)
    })
  })
})

const person = fc.constantFrom<[string, string]>(
  ['mrs shah', 'v1'],
  ['mr patel', 'v2'],
  ['Shah', 'v1'],
  ['Patel', 'v2'],
  ['Mrs Davies', 'v3'],
  ['joan davies', 'v3'],
  ['mr patels', 'v2'],
)

describe('a fact about a visit', () => {
  it.each<[Reading['kind'], readonly string[]]>([
    [
      'cannot-attend',
      [
        "can't make {w}",
        'cant do {w}',
        'wont be able to do {w}',
        'unable to attend {w}',
        'not going to make it to {w}',
        'will have to miss {w}',
        'can someone else do {w}',
        'cant get to {w}',
      ],
    ],
    [
      'missed',
      [
        'missed {w}',
        'i forgot {w}',
        'forgot to go to {w}',
        'didnt go to {w}',
        'i have missed {w}',
        'completely forgot about {w}',
      ],
    ],
    ['arrived', ['at {w} now', 'arrived at {w}', 'just got to {w}', 'im at {w}', 'here at {w}', 'with {w} now']],
    ['left', ['left {w}', 'finished at {w}', 'done at {w}', 'just left {w}', 'leaving {w} now', 'finished with {w}']],
    [
      'no-reply',
      [
        'no reply at {w}',
        'no answer at {w}',
        '{w} not answering',
        'knocked at {w} no answer',
        'no one answering at {w}',
      ],
    ],
    [
      'frustrated',
      ['{w} is in hospital', '{w} refused care', '{w} sent me away', '{w} has gone out', '{w} wouldnt let me in'],
    ],
    [
      'found-missed',
      [
        'nobody has been to {w}',
        'no one came to {w} last night',
        'nobody been to {w} this morning',
        '{w} says nobody came yesterday',
      ],
    ],
    ['on-my-way', ['on my way to {w}', 'omw to {w}', 'heading to {w} now', 'setting off to {w}']],
    ['needs-more-time', ['need another 15 mins with {w}', 'over 15 at {w}', 'need 15 more minutes at {w}']],
  ])('is %s, and nothing else', (kind, ways) => {
    const close = fc.constantFrom('', ' x', ' sorry', ' thanks', '\nAnna', ' Anna x')
    fc.assert(
      fc.property(opening, fc.constantFrom(...ways), person, close, (open, way, [who, ref], end) => {
        const text = open + way.replace('{w}', who) + end
        const { kind: got, visit: named, also } = read(text)
        expect({ text, got, named, also }).toEqual({ text, got: kind, named: ref, also: undefined })
      }),
      { numRuns: 400 },
    )
  })
})
