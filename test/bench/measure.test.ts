import { describe, expect, it } from 'vitest'
import { goalInWords, inMs, perSecond, reaches, type Goal } from '../../src/bench/measure.ts'
import { asMarkdown, asText } from '../../src/bench/table.ts'

describe('a goal', () => {
  it.each<[string, Goal, number, number | undefined, boolean]>([
    ['at least, reached exactly', { atLeast: 0.6 }, 500, 0.6, true],
    ['at least, missed', { atLeast: 0.6 }, 500, 0.59, false],
    ['at most, reached exactly', { atMost: 3 }, 1, 3, true],
    ['at most, missed', { atMost: 3 }, 1, 3.01, false],
    ['below is not at most', { below: 300 }, 300, undefined, false],
    ['the value counts where there is no ratio', { below: 300 }, 299, undefined, true],
    ['what never happened has not reached it', { below: 300 }, Number.POSITIVE_INFINITY, undefined, false],
    ['what was not measured has not reached it', { atMost: 3 }, Number.NaN, undefined, false],
  ])('%s', (_, goal, value, ratio, expected) => {
    expect(reaches({ what: 'x', value, figure: '', goal, ...(ratio === undefined ? {} : { ratio }) })).toBe(expected)
  })

  it('that is not set is neither reached nor missed', () => {
    expect(reaches({ what: 'x', value: 1, figure: '1' })).toBeUndefined()
  })

  it.each<[Goal, string]>([
    [{ atLeast: 0.6 }, '≥ 0.6'],
    [{ atMost: 3 }, '≤ 3'],
    [{ below: 1.5 }, '< 1.5'],
    [{ below: 300, words: '< 0.3 s' }, '< 0.3 s'],
  ])('%j reads %s', (goal, words) => {
    expect(goalInWords(goal)).toBe(words)
  })
})

describe('figures as people read them', () => {
  it.each([
    [inMs(0.254), '0.25 ms'],
    [inMs(9.99), '9.99 ms'],
    [inMs(42.4), '42 ms'],
    [inMs(1234), '1.23 s'],
    [inMs(Number.POSITIVE_INFINITY), 'never'],
    [inMs(Number.NaN), 'not measured'],
    [perSecond(12345.6), '12,346/s'],
    [perSecond(9.876), '9.88/s'],
  ])('%s', (figure, expected) => {
    expect(figure).toBe(expected)
  })
})

describe('the table', () => {
  const section = {
    name: 'x',
    title: 'A measurement',
    rows: [
      { what: 'one', value: 1, figure: '1/s', beside: '2/s', ratio: 0.5, goal: { atLeast: 0.6 } },
      { what: 'another', value: 2, figure: '2 ms', goal: { atMost: 3 } },
      { what: 'a third', value: 3, figure: '3' },
    ],
    notes: ['A note.'],
  }

  it('stands in columns, and says in words what was met and what was not', () => {
    expect(asText([section])).toBe(
      [
        'A measurement',
        '           Lateline  beside it  ratio  goal',
        '  one      1/s       2/s        0.50   ≥ 0.6  MISSED',
        '  another  2 ms                        ≤ 3    met',
        '  a third  3',
        '  · A note.',
      ].join('\n'),
    )
  })

  it('is Markdown for the docs', () => {
    expect(asMarkdown([section])).toContain('| one | 1/s | 2/s | 0.50 | ≥ 0.6 | MISSED |')
    expect(asMarkdown([section])).toContain('- A note.')
  })
})
