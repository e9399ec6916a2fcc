/** The plain forms of lateness never fail: every form, with every amount, name, courtesy and reason round it. */

import { describe, expect, it } from 'vitest'
import { understand } from '../../src/texts/parse.ts'
import type { Context, Reading } from '../../src/texts/reading.ts'

const context: Context = {
  from: 'care-worker',
  nextVisits: [
    { ref: 'v1', name: 'Edna Whitlock', start: '09:00' },
    { ref: 'v2', name: 'Derek Poole', start: '09:45' },
    { ref: 'v3', name: 'Nasreen Begum', start: '10:45' },
  ],
  now: { date: '2026-11-24', time: '08:38' },
}

const MINUTES: readonly [string, number][] = [
  ['20', 20],
  ['20 mins', 20],
  ['20mins', 20],
  ['20m', 20],
  ['twenty minutes', 20],
  ['half an hour', 30],
  ['1hr 15', 75],
  ['25 minuts', 25],
  ['quarter of an hour', 15],
  ['35', 35],
]
const TIMES: readonly [string, string][] = [
  ['9.50', '09:50'],
  ['9:50', '09:50'],
  ['ten to ten', '09:50'],
  ['10 to 10', '09:50'],
  ['half nine', '09:30'],
  ['9.50am', '09:50'],
  ['10.15', '10:15'],
]
const NAMES: readonly [string, string][] = [
  ['Whitlock', 'v1'],
  ['Mrs Whitlock', 'v1'],
  ['edna', 'v1'],
  ['Edna Whitlock', 'v1'],
  ['Poole', 'v2'],
  ['Mr Poole', 'v2'],
]
const BEFORE = ['', 'hi ', 'sorry ', 'so sorry ', 'morning, ', 'hi its Denise, ', 'just to let you know ']
const BEHIND = ['', ' sorry', ' x', ', traffic', ' - bus didnt turn up', ' ta', '. Denise', ' its the snow']

const LATE_BY = `LATE {A} {N}|late {A} for {N}|{A} late for {N}|{A} late {N}|{N} {A} late|{N} late {A}|running {A} late for {N}
running late for {N} about {A}|gonna be {A} late to {N}|im {A} behind for {N}|running {A} behind with {N}|late {A} to {N}
be {A} late at {N}|will be {A} late getting to {N}|{N} - {A} late|{N}: late {A}|I will be later {A} to {N}|{A} lates for {N}
delayed {A} {N}|delay of {A} for {N}|{N} will be {A} late|can you tell {N} im {A} late|let {N} know ill be {A} late
l8 {A} {N}|laet {A} {N}|late for {N} {A}|LATE {N} {A}|am late {A} for {N}|runing {A} late {N}|{A} delay for {N}|tardy {A} to {N}`
const THERE_AT = `LATE {A} {N}|late for {N}, be there {A}|{N} {A}|{A} {N}|{A} for {N}|be at {N} for {A}|wont be at {N} till {A}|eta {A} {N}
ETA for {N} {A}|{N} eta {A}|be with {N} at {A}|gonna be {A} for {N}|{N} will be {A}|{N} not till {A}|make {N} {A}|more like {A} for {N}
itll be {A} by the time i get to {N}|say {A} for {N}|{A} at the earliest for {N}|late. {A} {N}|late to {N} {A}|running late, {N} at {A}
sat nav says {A} for {N}|ill be {A} at {N}|LATE {N} {A}|{N} {A} now|{A} now for {N}|late till {A} for {N}|arriving {A} {N}|{N} at {A} instead`
const EACH_BY = `Late {A} to {N} then {B} to {M}|{A} late for {N} and {B} late for {M}|{N} {A} late, {M} {B} late|late {A} {N}, {B} {M}
late for {N} {A} and {M} {B}|late. {N} {A} {M} {B}|{A} late to {N}. {B} late to {M}`
const EACH_AT = `{A} for {N} {B} for {M}|{N} {A}, {M} {B}|{N} {A} {M} {B}|eta {N} {A} {M} {B}|late, {N} {A} {M} {B}|sat nav says {A} for {N} {B} for {M}`

const forms = (text: string) => text.split(/[|\n]/)

/** The form with each amount and name, and in turn each beginning, ending and letter case. */
function texts<T>(form: string, amounts: readonly [string, T][]): { text: string; amount: T; visit: string }[] {
  return amounts.flatMap(([said, amount], i) =>
    NAMES.flatMap(([name, visit], j) =>
      BEFORE.map((before, k) => {
        const core = form.replace('{A}', said).replace('{N}', name)
        const whole = `${before}${core}${BEHIND[(i + j + k) % BEHIND.length] ?? ''}`
        return { text: (i + j + k) % 3 === 0 ? whole.toUpperCase() : whole, amount, visit }
      }),
    ),
  )
}

/** The reading and those beside it, in what they say of a visit. */
function facts(reading: Reading): Reading[] {
  return [reading, ...(reading.also ?? [])].map(({ kind, visit, minutes, eta }) => ({
    kind,
    ...(visit === undefined ? {} : { visit }),
    ...(minutes === undefined ? {} : { minutes }),
    ...(eta === undefined ? {} : { eta }),
  }))
}

describe('the plain forms of lateness', () => {
  it.each(forms(LATE_BY))('%j is so many minutes for that visit', (form) => {
    for (const { text, amount, visit } of texts(form, MINUTES))
      expect({ text, facts: facts(understand(text, context)) }).toEqual({
        text,
        facts: [{ kind: 'late', minutes: amount, visit }],
      })
  })

  it.each(forms(THERE_AT))('%j is a time of arrival at that visit', (form) => {
    for (const { text, amount, visit } of texts(form, TIMES)) {
      if (visit === 'v2' && amount === '09:30') continue
      expect({ text, facts: facts(understand(text, context)) }).toEqual({
        text,
        facts: [{ kind: 'late', eta: amount, visit }],
      })
    }
  })

  it.each([
    ...forms(EACH_BY).map((form) => [form, '30', 30, '15 mins', 15, 'minutes'] as const),
    ...forms(EACH_BY).map((form) => [form, 'half an hour', 30, '40', 40, 'minutes'] as const),
    ...forms(EACH_AT).map((form) => [form, '9:23', '09:23', '10:02', '10:02', 'eta'] as const),
    ...forms(EACH_AT).map((form) => [form, 'half 9', '09:30', 'ten past ten', '10:10', 'eta'] as const),
  ])('%j gives each amount to its own name (%j, %j)', (form, first, one, second, two, key) => {
    for (const before of BEFORE)
      for (const behind of BEHIND) {
        const core = form.replace('{A}', first).replace('{N}', 'Mrs Whitlock').replace('{B}', second)
        const text = `${before}${core.replace('{M}', 'derek')}${behind}`
        expect({ text, facts: facts(understand(text, context)) }).toEqual({
          text,
          facts: [
            { kind: 'late', [key]: one, visit: 'v1' },
            { kind: 'late', [key]: two, visit: 'v2' },
          ],
        })
      }
  })

  it.each([
    ['late 20 Whitlock, Poole ok', [{ kind: 'late', minutes: 20, visit: 'v1' }]],
    ['late 20 Whitlock, ok', [{ kind: 'late', minutes: 20, visit: 'v1' }]],
  ])('%j is of one of the two alone', (text, want) => {
    expect(facts(understand(text, context))).toEqual(want)
  })

  it.each([
    ['20 late Whitlock not Poole', [{ kind: 'late', minutes: 20, visit: 'v1' }]],
    ['late 20 not Whitlock', []],
    ['I am not 20 late for Whitlock', []],
  ])('%j delays nobody who is excepted', (text, want) => {
    expect(facts(understand(text, context)).filter(({ kind }) => kind === 'late')).toEqual(want)
  })

  it.each([
    'please dont ignore, no answer at Whitlock',
    'do not ignore me, I have arrived at Whitlock',
    'cant ignore it, mrs whitlock refused',
  ])('%j takes nothing back', (text) => {
    const { kind, also } = understand(text, context)
    expect([kind, ...(also ?? []).map((one) => one.kind)]).not.toContain('undo')
  })

  it.each([
    'carer came this morning but nobody at lunch',
    'she came yesterday but nobody has come today no breakfast',
    'it was meant to be 9 but nobody has come to give tablets',
    'she came yesterday but she has not come today no lunch',
  ])('%j from a household is a report that nobody has come', (text) => {
    expect(understand(text, { ...context, from: 'service-user' }).kind).toBe('no-show-report')
  })

  it.each([
    'Edna had her tablets at 9.50',
    'Edna has the dentist at 9.50',
    'can you move Edna to 9.50',
    'Edna wants 9.50 tomorrow',
    'is Edna at 9.50',
    'my train is at 9.50',
    'Edna is 95',
    'Anna is running 20 mins late',
    'Edna 9.00',
  ])('and %j is none of them', (text) => {
    expect(facts(understand(text, context)).map(({ kind }) => kind)).not.toContain('late')
  })
})
