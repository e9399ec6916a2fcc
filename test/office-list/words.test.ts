import { describe, expect, it } from 'vitest'
import { agencyId, branchId, officeItemId } from '../../src/cellar/ids.ts'
import { loadWords } from '../../src/compose/words.ts'
import { ITEM_KINDS } from '../../src/office-list/new-item.ts'
import { faultsOfItems, itemInWords, sentenceOf } from '../../src/office-list/words.ts'

const { items, texts } = loadWords()
const FILE = 'office-list.en.yaml'
const faults = (changes: Record<string, unknown>) => faultsOfItems({ ...items, ...changes }, texts, FILE)

describe('the sentences of the office list, as a care manager may change them', () => {
  it('every kind has one, and none is left over', () => {
    expect(Object.keys(items).toSorted()).toEqual(Object.keys(ITEM_KINDS).toSorted())
  })

  it('one that is missing or empty is named, with the remedy', () => {
    expect(faults({ sick: undefined, missed: ' ' })).toEqual([
      `${FILE}: "missed" has no sentence; write it`,
      `${FILE}: "sick" has no sentence; write it`,
    ])
  })

  it('one too many is named', () => {
    expect(faults({ sik: 'x' })).toEqual([
      `${FILE}: nothing called "sik" can lie on the office list; take it out or correct its name`,
    ])
  })

  it.each([
    ['sick', '{careWorker} is sick until {time}', 'asks for {time}, which nobody fills; use one of careWorker'],
    ['sick', '{care worker} is sick', 'asks for {care worker}, which nobody fills; use one of careWorker'],
    ['unknown-text', 'A text from {person}', 'asks for {person}, which nobody fills; it can name nothing'],
  ])('%s: "%s" names what nobody fills', (kind, sentence, what) => {
    expect(faults({ [kind]: sentence })).toEqual([`${FILE}: the sentence of "${kind}" ${what}`])
  })

  it('one that makes more than one text with the longest names is too long', () => {
    const most =
      items.sick +
      '!'.repeat(
        160 - 'You have it: Maximiliana is sick, and their visits need somebody else. Ring 07700 900123.'.length,
      )
    expect(faults({ sick: most })).toEqual([])
    expect(faults({ sick: `${most}!` })).toEqual([
      `${FILE}: the sentence of "sick" makes a text of 161 letters with the longest names, and 160 fit into one; make it shorter`,
    ])
  })

  it('so is one with letters that an ordinary text does not have', () => {
    expect(faults({ sick: `${items.sick} – now` })).toEqual([
      expect.stringMatching(
        /^office-list\.en\.yaml: the sentence of "sick" makes a text of \d+ letters .* lack only 70 fit/,
      ),
    ])
  })
})

const item = {
  id: officeItemId('00000000-0000-4000-8000-000000000001'),
  agencyId: agencyId('00000000-0000-4000-8000-000000000002'),
  branchId: branchId('00000000-0000-4000-8000-000000000003'),
  kind: 'not-logged-in',
  what: items['not-logged-in'],
  details: { person: 'Brenda T', time: 0 },
  visitId: undefined,
  matterId: undefined,
  number: undefined,
  createdAt: 0,
  dueAt: 0,
  nextDueAt: undefined,
  doneAt: undefined,
}

it('names and times are filled in as they are said or written', () => {
  expect(itemInWords(item, () => 'nine o’clock')).toBe('Nobody has logged in at Brenda T, expected at nine o’clock')
  expect(itemInWords({ ...item, details: {} }, () => '')).toBe('Nobody has logged in at somebody, expected at somebody')
})

it('an item of a kind that is no more needs a person all the same', () => {
  expect(sentenceOf('a-kind-of-an-earlier-version', items)).toBe(items['line-needs-a-human'])
})
