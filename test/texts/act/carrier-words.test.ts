import { describe, expect, it } from 'vitest'
import type { Change } from '../../../src/cellar/change.ts'
import { contactId, officeItemId } from '../../../src/cellar/ids.ts'
import { parsePhoneNumber, type PhoneNumber } from '../../../src/cellar/phone-number.ts'
import { besideTheCarrier } from '../../../src/texts/act/carrier-words.ts'
import { at } from '../../record/a-late-visit.ts'

const NOW = at('08:40')
const ANNA = parsePhoneNumber('07700 900101') as PhoneNumber
const answer = { kind: 'contact-added', contact: { id: contactId('answer'), message: 'answer' } } as Change
const item = { kind: 'office-item-added', item: { id: officeItemId('item') } } as Change
const again: Change = { kind: 'number-learned', number: ANNA, fact: 'texts-again', at: NOW }

describe('words that the carrier answers itself (design 3.3)', () => {
  it.each<[string, Change[]]>([
    ['LATE 20', [answer, item]],
    ['stop it please', [answer, item]],
    ['STOP', [item]],
    [' help ', [item]],
    ['Cancel', [item]],
    ['START', [again]],
    ['unstop', [again]],
    ['YES', [again, item]],
  ])('"%s"', (body, expected) => {
    expect(besideTheCarrier(body, ANNA, NOW, [answer, item])).toEqual(expected)
  })
})
