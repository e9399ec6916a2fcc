import { describe, expect, it } from 'vitest'
import { loadWords } from '../../src/compose/words.ts'
import { tooLong } from '../../src/contact/text-words.ts'
import { faultsOfReasons, reasonInWords, reasonSentence } from '../../src/lateness/reason-words.ts'

const { reasons, texts } = loadWords()
const FILE = 'reasons.en.yaml'
const faults = (changes: Record<string, unknown>) =>
  faultsOfReasons({ ...reasons, ...changes }, FILE, (reason) => tooLong(texts, 'late-notice', { reason }))

it.each([
  ['traffic', 'Reason: traffic.'],
  ['overran', 'Reason: earlier visit overran.'],
  [undefined, 'No reason given yet.'],
  ['a code of another version', 'Reason: a code of another version.'],
])('%s is written "%s"', (code, sentence) => {
  expect(reasonSentence(code, reasons)).toBe(sentence)
})

it('what a care manager writes is what is said, "$&" too', () => {
  expect(reasonInWords('traffic', { ...reasons, traffic: 'stuck' })).toBe('stuck')
  expect(reasonSentence('traffic', { ...reasons, traffic: '$& stuck' })).toBe('Reason: $& stuck.')
})

describe('words that cannot be used', () => {
  it.each([
    [{ weather: '' }, [`${FILE}: "weather" has no words; write them`]],
    [{ wether: 'snow' }, [`${FILE}: there is no reason called "wether"; take it out or correct its name`]],
    [{ none: 'None, {name}.' }, [`${FILE}: the words of "none" ask for {name}, which nobody fills; take it out`]],
  ])('%j: %j', (changes, expected) => {
    expect(faults(changes)).toEqual(expected)
  })

  it('a reason that makes the notice more than one text is too long', () => {
    const room =
      160 -
      'Late visit no 12345: Bartholomew W tomorrow 12.55pm now expected tomorrow 12.55pm, Maximiliana. Reason: .'.length
    expect(faults({ traffic: 'x'.repeat(room) })).toEqual([])
    expect(faults({ traffic: 'x'.repeat(room + 1) })).toEqual([
      `${FILE}: "traffic" makes a text of 161 letters with the longest names, and 160 fit into one; make it shorter`,
    ])
  })
})
