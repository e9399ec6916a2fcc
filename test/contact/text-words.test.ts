import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { smsSegments } from '../../src/cellar/sms-segments.ts'
import { loadWords } from '../../src/compose/words.ts'
import { faultsOfTexts, fillText, TEXT_NAMES, TEXT_VALUES } from '../../src/contact/text-words.ts'
import { MEN, SURNAMES, WOMEN } from '../../src/demo/names.ts'

const words = loadWords().texts

/** Words that the carrier answers itself: nobody may be asked to send one of them alone (design 3.3). */
const CARRIERS_OWN = /\btext (?:back )?["']?(yes|no|help|stop|end|cancel|start|quit|info)\b(?! \w)/i

describe('the texts that the line sends', () => {
  it.each(TEXT_NAMES)('%s is one ordinary text even with the longest names', (name) => {
    const filled = fillText(words, name, TEXT_VALUES)
    expect({ filled, ...smsSegments(filled) }).toMatchObject({ segments: 1, encoding: 'GSM-7' })
  })

  it.each(TEXT_NAMES)('%s asks for none of the carrier’s own words', (name) => {
    expect(words[name]).not.toMatch(CARRIERS_OWN)
  })

  it.each(TEXT_NAMES)('%s blames nobody (P-134)', (name) => {
    expect(words[name]).not.toMatch(/\b(must|fail|failed|fault|should have|why did|warning|again late|not good)\b/i)
  })

  it('every text is one ordinary text with whatever names people have, also "Małgorzata" and "Elżbieta"', () => {
    const first = fc.constantFrom(...WOMEN, ...MEN, 'Małgorzata', 'Chrystalla', 'Giuseppina', 'Seán', 'Łucja', 'Zoë')
    const initial = fc.constantFrom(...SURNAMES, 'Żak', 'Śliwa', 'Łuc').map((surname) => surname.charAt(0))
    const short = fc.tuple(first, initial).map((parts) => parts.join(' '))
    const time = fc.constantFrom('9am', 'midnight', '12.55pm', 'tomorrow 12.55pm')
    const values = fc.record({
      me: first,
      careWorker: first,
      person: short,
      first: short,
      second: short,
      other: short,
      names: fc.array(short, { minLength: 2, maxLength: 3 }).map((all) => all.join(' or ')),
      visits: fc
        .array(fc.tuple(short, time), { minLength: 1, maxLength: 3 })
        .map((all) => all.map((one) => one.join(' ')).join(', ')),
      planned: time,
      time,
      by: time,
      firstTime: time,
      secondTime: time,
    })
    fc.assert(
      fc.property(fc.constantFrom(...TEXT_NAMES), values, (name, given) => {
        const filled = fillText(words, name, { ...TEXT_VALUES, ...given })
        expect({ filled, ...smsSegments(filled) }).toMatchObject({ segments: 1, encoding: 'GSM-7' })
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['Małgorzata Ż', 'Malgorzata Z'],
    ['Zoë É', 'Zoe É'],
    ['Søren Å', 'Søren Å'],
    ['Ольга', 'Ольга'],
    ['O’Neill', "O'Neill"],
  ])('"%s" is written "%s"', (name, written) => {
    expect(fillText({ ...words, left: '{person}' }, 'left', { person: name })).toBe(written)
  })

  it('a value that is missing stops the text: one with a hole is never sent', () => {
    expect(() => fillText(words, 'eta', { agency: 'Quillbrook' })).toThrow(
      /nothing to fill \{careWorker\} with; give it/,
    )
  })

  it('what is filled in is filled in once: a name in braces stays a name', () => {
    expect(fillText({ ...words, left: '{person}' }, 'left', { person: '{line}', line: 'a number' })).toBe('{line}')
  })

  it('a set of words with a text missing, one too many and a strange {name} says so, with the remedy', () => {
    const { eta, ...rest } = words
    expect(eta).toBeDefined()
    expect(faultsOfTexts({ ...rest, etta: 'x', left: 'Thanks {who}' }, 'texts.yaml')).toEqual([
      'texts.yaml: the text "eta" is missing; write it',
      'texts.yaml: there is no text called "etta"; take it out or correct its name',
      expect.stringMatching(
        /^texts\.yaml: the text "left" asks for \{who\}, which nobody fills; use one of agency, line/,
      ),
    ])
  })

  it('a text that became too long for one says so, with the remedy', () => {
    const long = `${words.left} And thank you very much for everything that you have done today, and for all of the days that went before it.`
    expect(faultsOfTexts({ ...words, left: long }, 'texts.yaml')).toEqual([
      expect.stringMatching(/^texts\.yaml: the text "left" makes a text of 1[67]\d letters .*; make it shorter$/),
    ])
  })
})
